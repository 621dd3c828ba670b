"""What a request says is in the body that is made up for it."""

import json

ORDER = (
    "{type: object, required: [id, customerId, total, status, createdAt], properties:"
)
ORDER += " {id: {type: integer}, customerId: {type: integer}, total: {type: number},"
ORDER += " status: {type: string, enum: [paid, pending, shipped]},"
ORDER += " createdAt: {type: string, format: date-time}}}"
USER = "{type: object, required: [id, name, email, city], properties:"
USER += " {id: {type: integer}, name: {type: string}, email: {type: string},"
USER += " city: {type: string}}}"
TEXT = f"""
endpoints:
  - path: /customers/{{customerId}}/orders
    method: GET
    response:
      mode: intelligent
      schema:
        type: object
        required: [page, per_page, total, data]
        properties:
          page: {{type: integer}}
          per_page: {{type: integer}}
          total: {{type: integer}}
          data: {{type: array, items: {ORDER}}}
  - path: /customers/{{customerId}}/orders
    method: POST
    response: {{mode: intelligent, status: 201, schema: {ORDER}}}
  - path: /customers/{{customerId}}/orders/{{orderId}}
    response: {{mode: intelligent, schema: {ORDER}}}
  - path: /flights/{{from}}/{{to}}
    response: {{mode: intelligent, prompt: Flights, count: 3}}
  - path: /users
    response: {{mode: intelligent, schema: {{type: array, items: {USER}}}}}
  - path: /users/:id
    response: {{mode: intelligent, schema: {USER}}}
"""


def test_the_path_and_the_query_are_met(asking):
    ask = asking(TEXT)
    url = "/customers/7/orders?status=paid&sort=-total&page=2&per_page=4"
    found = ask.json(url)
    totals = [each["total"] for each in found["data"]]

    assert (found["page"], found["per_page"], len(found["data"])) == (2, 4, 4)
    assert {(each["customerId"], each["status"]) for each in found["data"]} == {
        (7, "paid")
    }
    assert totals == sorted(totals, reverse=True)
    assert found["total"] == ask.json(url.replace("page=2", "page=3"))["total"]


def test_what_is_sent_comes_back(asking):
    body = json.dumps({"total": 12.5}).encode()
    headers = [("Content-Type", "application/json")]
    found = asking(TEXT).json("/customers/7/orders", "POST", body, headers)

    assert (found["customerId"], found["total"], found["status"]) == (
        *(7, 12.5), "pending"
    )  # fmt: skip


def test_one_thing_is_the_one_of_the_list(asking):
    ask = asking(TEXT)
    several = ask.json("/users?page=2&per_page=5")
    alone = [ask.json(f"/users/{each['id']}") for each in several]

    assert [(each["name"], each["email"]) for each in several] == [
        (each["name"], each["email"]) for each in alone
    ]
    assert len({each["name"] for each in several}) == 5
    assert asking(TEXT, seed=1).json("/users/5") != ask.json("/users/5")


def test_without_a_schema_the_ends_of_a_way_are_met(asking):
    for each in asking(TEXT).json("/flights/OSL/LHR"):
        assert {"OSL", "LHR"} <= {*each.values()}
