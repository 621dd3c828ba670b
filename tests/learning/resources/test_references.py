from tests.learning.resources.told import LIFE, resources_of


def order(number, owner):
    return {"id": f"order-{number}", "owner": owner}


LINES = (
    *LIFE[:4],
    ("POST /orders", {"owner": 7}, 201, order(1, 7)),
    ("POST /orders", {"owner": 8}, 201, order(2, 8)),
    ("GET /orders/order-1", None, 200, order(1, 7)),
    ("GET /orders/order-2", None, 200, order(2, 8)),
    ("POST /orders", {"owner": 99}, 422, {"error": "no user 99"}),
)


def test_what_is_refused_where_nothing_is_of_its_id_is_a_reference():
    found = resources_of(*LINES)

    create = found.operations["POST /orders"]
    assert create.references == {("body", "owner"): "users"}
    assert create.outcomes["orphan"].status == 422
    assert found.kinds["orders"].parents == {("owner",): "users"}
    assert found.kinds["orders"].cascades == {"users"}


def test_a_number_that_is_an_id_by_chance_is_none():
    found = resources_of(*LINES[:-1])

    assert found.operations["POST /orders"].references == {}
