"""What a request says comes back in the fields that it means."""

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.synthesis.asks import TYPES, ask, several, thing


@pytest.mark.parametrize(
    ("pattern", "url", "fields", "said"),
    [
        ("/orders/{id}", "/orders/7", "id:i total:n", {"id": 7}),
        ("/orders/{orderId}", "/orders/7", "order_id total:n", {"order_id": "7"}),
        ("/orders/:ref", "/orders/A-7", "ref total:n", {"ref": "A-7"}),
        ("/users/{username}", "/users/ada", "id:i login", {"login": "ada"}),
        ("/users/{user}", "/users/ada", "id:i username", {"username": "ada"}),
        ("/shops/{shopId}", "/shops/9", "name shop-id:i", {"shop-id": 9}),
        ("/weather/{city}", "/weather/oslo", "city temp:n", {"city": "Oslo"}),
        ("/weather/{city}", "/weather/new-york", "location", {"location": "New York"}),
        ("/rates/{base}/{quote}", "/rates/EUR/USD", "base quote rate:n",
         {"base": "EUR", "quote": "USD"}),
        ("/rates/{base}/{quote}", "/rates/eur/usd", "fromCurrency toCurrency rate:n",
         {"fromCurrency": "EUR", "toCurrency": "USD"}),
        ("/convert", "/convert?from=USD&to=EUR&amount=12.5",
         "source target amount:n",
         {"source": "USD", "target": "EUR", "amount": 12.5}),
        ("/reports/{year}/{month}", "/reports/2024/03", "year:i month:i period",
         {"year": 2024, "month": 3, "period": "2024-03"}),
        ("/repos/{owner}/{repo}", "/repos/ada/engine", "owner name full_name",
         {"owner": "ada", "name": "engine", "full_name": "ada/engine"}),
        ("/articles/{slug}", "/articles/why-trees-matter", "slug title",
         {"slug": "why-trees-matter", "title": "Why Trees Matter"}),
        ("/countries/{code}", "/countries/pe", "code name",
         {"code": "PE", "name": "Peru"}),
        ("/stocks/{symbol}/quote", "/stocks/ABCD/quote", "symbol price:n",
         {"symbol": "ABCD"}),
        ("/tiles/{z}/{x}/{y}", "/tiles/4/7/9", "z:i x:i y:i",
         {"z": 4, "x": 7, "y": 9}),
        ("/devices/{id}/status", "/devices/44/status", "device_id:i status",
         {"device_id": 44}),
        ("/stats", "/stats?from=2025-01-01&to=2025-01-31", "from:d to:d visits:i",
         {"from": "2025-01-01", "to": "2025-01-31"}),
        ("/users/{id}", "/users/12", "name slug username", {}),
    ],
)  # fmt: skip
def test_the_fields_of_one_thing_have_what_was_asked(pattern, url, fields, said):
    found = ask(pattern, url, thing(fields))

    assert {name: found[name] for name in said} == said
    assert "12" not in found.values()


@pytest.mark.parametrize(
    ("pattern", "url", "fields", "said"),
    [
        ("/patients/:id/visits", "/patients/12/visits", "id:i patientId:i",
         {"patientId": 12}),
        ("/patients/:id/visits", "/patients/12/visits", "id patient_id",
         {"patient_id": "12"}),
        ("/users/{userId}/posts", "/users/9/posts", "id:i author_id:i",
         {"author_id": 9}),
        ("/projects/{p}/tasks", "/projects/x1/tasks", "id p", {"p": "x1"}),
        ("/a/{x}/teams/{teamId}/members", "/a/1/teams/3/members", "id:i teamId:i x:i",
         {"teamId": 3, "x": 1}),
        ("/users", "/users?city=oslo&country=NO", "name city country phone",
         {"city": "Oslo", "country": "NO"}),
        ("/users", "/users?country=germany", "name countryCode", {"countryCode": "DE"}),
        ("/users", "/users?country=DE", "name country_name", {"country_name": "DE"}),
        ("/products", "/products?currency=eur", "name price:n currency",
         {"currency": "EUR"}),
        ("/users", "/users?active=true", "name is_active:b", {"is_active": True}),
        ("/tasks", "/tasks?filter[assignee]=Ann", "title assignee",
         {"assignee": "Ann"}),
        ("/tasks", "/tasks?$filter=assignee eq 'Ann'", "title assignee",
         {"assignee": "Ann"}),
        ("/tasks", "/tasks?assignee=5", "title assignee_id:i", {"assignee_id": 5}),
        ("/flights", "/flights?from=OSL&to=lhr", "departureAirport arrivalAirport",
         {"departureAirport": "OSL", "arrivalAirport": "LHR"}),
        ("/flights/{from}/{to}", "/flights/OSL/London", "origin_city destination_city",
         {"origin_city": "Oslo", "destination_city": "London"}),
        ("/trains", "/trains?origin=Berlin&destination=Lyon", "from to",
         {"from": "Berlin", "to": "Lyon"}),
    ],
)  # fmt: skip
def test_all_of_a_list_have_what_was_asked(pattern, url, fields, said):
    found = ask(pattern, url, several(thing(fields)), count=3)

    for each in found:
        assert {name: each[name] for name in said} == said
    ids = [each["id"] for each in found if "id" in each]
    assert len({*ids}) == len(ids)


@pytest.mark.parametrize("city", [thing("code name country"), thing("iata city")])
def test_each_end_of_a_way_is_told_in_its_own_form(city):
    schema = thing(origin=city, destination=city)
    found = ask("/flights/{from}/{to}", "/flights/OSL/london", schema)

    assert "OSL" in found["origin"].values()
    assert "Oslo" in found["origin"].values()
    assert "LHR" in found["destination"].values()
    assert "London" in found["destination"].values()


def test_who_is_named_by_an_id_is_the_same_everywhere():
    item = thing("id:i", customer=thing("id:i name email"))
    orders = ask("/customers/:id/orders", "/customers/5/orders", several(item))
    found = ask("/customers/:id", "/customers/5", thing("id:i name email"), seed=9)

    for each in orders:
        assert each["customer"] == found


def test_what_means_nothing_and_what_may_not_be_has_no_effect():
    schema = several(thing("title", status={"type": "string", "enum": ["a", "b"]}))
    found = ask("/x", "/x?utm=7&status=c&status_ne=a", schema, count=4)

    assert {each["status"] for each in found} == {"a", "b"}


def test_of_several_values_each_may_be():
    level = {"type": "string", "enum": ["low", "high", "urgent"]}
    schema = several(thing("id:i", level=level))
    found = ask("/tickets", "/tickets?level=HIGH,urgent", schema, count=4)
    one = ask("/users", "/users?ids=4,8,15", several(thing("id:i name")))

    assert [each["level"] for each in found] == ["high", "urgent"] * 2
    assert [each["id"] for each in one] == [4, 8, 15]


def test_what_is_sent_comes_back_with_more():
    line = thing("sku quantity:i price:n")
    schema = thing("id total:n createdAt:dt", customer=thing("name email"),
                   items=several(line),
                   status={"type": "string", "enum": ["paid", "pending"]})  # fmt: skip
    body = {
        "customer": {"name": "Ada King"},
        "items": [{"sku": "A", "quantity": 2, "price": 10.5}, {"sku": "B"}],
        "nothing": "x",
    }
    found = ask("/orders", "/orders", schema, body=body, method="POST")

    assert found["customer"]["name"] == "Ada King"
    assert found["customer"]["email"].startswith(("ada", "a", "king"))
    assert found["items"][0] == {"sku": "A", "quantity": 2, "price": 10.5}
    assert found["items"][1]["sku"] == "B"
    assert len(found["items"]) == 2
    assert found["status"] == "pending"
    assert found["createdAt"].startswith("2025-11-21T04:39:5")
    assert "nothing" not in found


@pytest.mark.parametrize("body", [{"user": {"name": "Bo"}}, {"data": {"name": "Bo"}}])
def test_what_is_sent_in_something_around_it_comes_back(body):
    schema = thing(data=thing("id name"))
    found = ask("/users", "/users", schema, body=body, method="POST")

    assert found["data"]["name"] == "Bo"


def test_what_is_done_to_a_thing_shows():
    schema = thing("id:i status cancelled_at:dt reason")
    found = ask("/orders/{id}/cancel", "/orders/8/cancel", schema, method="POST",
                body={"reason": "late"})  # fmt: skip
    gone = ask("/users/:id", "/users/7", thing("id deleted:b"), method="DELETE")
    changed = ask("/users/:id", "/users/7", thing("id:i first_name updated_at:dt"),
                  method="PATCH", body={"firstName": "Bo"})  # fmt: skip

    assert found == {"id": 8, "status": "cancelled", "reason": "late",
                     "cancelled_at": "2025-11-21T04:40:00Z"}  # fmt: skip
    assert gone == {"id": "7", "deleted": True}
    assert changed == {"id": 7, "first_name": "Bo",
                       "updated_at": "2025-11-21T04:40:00Z"}  # fmt: skip


def test_a_body_that_is_searched_with_is_asked_like_a_query():
    schema = thing("total:i", results=several(thing("id city stars:i")))
    body = {"city": "Lisbon", "filters": {"stars": 4}, "page": 2, "size": 3}
    found = ask("/hotels/search", "/hotels/search", schema, body=body, method="POST")

    assert [(each["city"], each["stars"]) for each in found["results"]] == [
        ("Lisbon", 4)
    ] * 3
    assert found["total"] > 6


def test_without_a_schema_the_path_and_what_is_sent_are_there():
    rate = ask("/rates/{base}/{quote}", "/rates/EUR/NOK")
    bill = ask("/customers/:id/bills", "/customers/9/bills")
    made = ask("/gadgets", "/gadgets", method="POST", body={"colour": "red", "w": 3})

    assert (rate["base"], rate["quote"]) == ("EUR", "NOK")
    assert 5 < rate["rate"] < 20
    assert 9 in (bill.get("customer_id"), bill.get("customer", {}).get("id"))
    assert (made["colour"], made["w"]) == ("red", 3)


WORDS = ["id", "user_id", "city", "status", "from", "to", "date", "name", "price",
         "q", "sort", "page", "limit", "fields", "country", "created_after", "lat",
         "lng", "base", "ids", "days", "email", "period", "year", "month"]  # fmt: skip
TEXTS = ["12", "OSL", "Oslo", "2026-01-01", "-price", "true", "a,b", "", "DE", "7d",
         "9" * 30, "é", "EUR", "-5", "3.5", "²", "{x}", "name:desc", "now"]  # fmt: skip
KINDS = st.sampled_from([*TYPES.values(), {"type": ["integer", "null"]}, {},
                         {"type": "string", "maxLength": 2},
                         {"type": "integer", "minimum": 5, "maximum": 9},
                         {"enum": ["a", 1, None]}])  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(st.sampled_from(WORDS), KINDS, min_size=1, max_size=6),
    st.dictionaries(st.sampled_from(WORDS), st.sampled_from(TEXTS), max_size=5),
    st.sampled_from(["one", "list", "around"]),
    st.sampled_from(["GET", "POST", "PATCH", "DELETE"]),
)
def test_whatever_is_asked_what_is_made_is_valid(members, query, shape, method):
    from mockforge.chance import rng
    from mockforge.synthesis import Maker, Wanted

    schema = thing(**members)
    if shape != "one":
        schema = several(schema)
    if shape == "around":
        schema = thing("total:i page:i next", data=schema)
    asked = Wanted(schema, path="/users/12/orders", params={"id": "12"}, query=query,
                   body={**query, "lines": [query]}, method=method)  # fmt: skip
    maker = Maker(schema)
    found = maker.made(asked, rng(3), now=1.8e9)

    jsonschema_rs.Draft202012Validator(schema, validate_formats=True).validate(found)
    assert maker.made(asked, rng(3), now=1.8e9) == found


def test_lists_of_words_have_the_one_that_is_asked_for():
    words = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    found = ask(
        "/posts", "/posts?tag=science", several(thing("id", tags=words)), count=3
    )

    assert all(each["tags"][0] == "science" for each in found)


def test_each_symbol_that_is_asked_for_is_there_once():
    item = several(thing("symbol price:n currency"))
    found = ask("/prices", "/prices?symbols=AA,BB,CC&vs_currency=eur", item)

    assert [each["symbol"] for each in found] == ["AA", "BB", "CC"]
    assert {each["currency"] for each in found} == {"EUR"}


def test_a_thing_within_another_keeps_its_own_id():
    url = "/v2/customers/cus_1/plans/sub_9"
    found = ask("/v2/customers/{customer_id}/plans/{plan_id}", url,
                thing("id customer status"))  # fmt: skip

    assert (found["id"], found["customer"]) == ("sub_9", "cus_1")


def test_who_logs_in_is_told():
    body = {"username": "jane", "password": "secret"}
    schema = thing("token", user=thing("id:i username"))
    found = ask("/login", "/login", schema, body=body, method="POST")

    assert found["user"]["username"] == "jane"
    assert "secret" not in str(found)


def test_an_airport_is_where_its_city_is():
    fields = thing("code name city country lat:n")
    found = ask("/airports/{code}", "/airports/CDG", fields)
    there = ask("/airports/{iata}/arrivals", "/airports/OSL/arrivals",
                several(thing("id origin_city destination_city")), count=3)  # fmt: skip

    assert (found["city"], found["country"], round(found["lat"])) == (
        *("Paris", "France"), 49
    )  # fmt: skip
    for each in there:
        assert each["destination_city"] == "Oslo" != each["origin_city"]


def test_what_is_put_into_a_list_is_in_it():
    lines = several(thing("product_id:i quantity:i"))
    body = {"product_id": 5, "quantity": 3}
    found = ask("/carts/{cartId}/items", "/carts/c-1/items",
                thing("cart_id", items=lines), method="POST", body=body)  # fmt: skip

    assert found["cart_id"] == "c-1"
    assert body in found["items"]
