"""What belongs together agrees, whatever schema it is in."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted, made
from mockforge.synthesis.lexicons import GOODS
from mockforge.synthesis.lexicons.lexicon import fitting
from mockforge.synthesis.people import plain
from mockforge.synthesis.places import PLACES

NOW = 1_763_700_000.0
TEXT, WHOLE, AMOUNT = {"type": "string"}, {"type": "integer"}, {"type": "number"}
TIME = {"type": "string", "format": "date-time"}
SEEDS = st.integers(0, 10**9)


def thing(**members):
    return {"type": "object", "properties": members, "required": [*members]}


def one(schema, seed, **wanted):
    return made(Wanted(schema, **wanted), rng(seed), now=NOW)


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.permutations(["name", "email", "username"]))
def test_an_address_fits_the_name(seed, order):
    found = one(thing(**dict.fromkeys(order, TEXT)), seed, path="/users/1")
    last = plain(found["name"].split()[-1])

    assert last in found["email"] or plain(found["name"].split()[0]) in found["email"]


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.permutations(["city", "country", "currency", "countryCode", "phone"]))
def test_a_city_fits_its_country(seed, order):
    found = one(thing(**dict.fromkeys(order, TEXT)), seed, path="/users/1")
    place = next(each for each in PLACES if each.city == found["city"])

    assert found["country"] == place.country.name
    assert found["currency"] == place.country.currency
    assert found["countryCode"] == place.country.code
    assert found["phone"].startswith(place.country.dial)


@pytest.mark.parametrize("code", ["DE", "JP", "US"])
def test_what_an_enum_allows_tells_the_place(code):
    schema = thing(country={"enum": [code]}, city=TEXT, currency=TEXT)
    schema["properties"]["countryCode"] = schema["properties"].pop("country")
    schema["required"] = [*schema["properties"]]
    found = one(schema, 3, path="/users/1")
    place = next(each for each in PLACES if each.city == found["city"])

    assert (place.country.code, place.country.currency) == (code, found["currency"])


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_the_sum_of_an_order_is_that_of_its_lines(seed):
    line = thing(name=TEXT, quantity=WHOLE, unitPrice=AMOUNT, total=AMOUNT)
    schema = thing(
        items={"type": "array", "items": line, "minItems": 1},
        itemCount=WHOLE, subtotal=AMOUNT, tax=AMOUNT, discount=AMOUNT, total=AMOUNT,
    )  # fmt: skip
    found = one(schema, seed, path="/orders/1")
    lines = found["items"]

    for each in lines:
        assert each["total"] == pytest.approx(each["quantity"] * each["unitPrice"])
    assert found["subtotal"] == pytest.approx(sum(each["total"] for each in lines))
    wanted = found["subtotal"] + found["tax"] - found["discount"]
    assert found["total"] == pytest.approx(wanted, abs=0.01)
    assert found["itemCount"] == len(lines)


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.permutations(["created_at", "updated_at", "shipped_at", "due_date"]))
def test_times_come_in_their_order(seed, order):
    found = one(thing(**dict.fromkeys(order, TIME)), seed, path="/orders/1")
    now = datetime.fromtimestamp(NOW, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    assert found["created_at"] <= found["shipped_at"] <= now < found["due_date"]
    assert found["created_at"] <= found["updated_at"] <= now


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_least_is_not_above_most_and_a_start_not_after_its_end(seed):
    schema = thing(min_price=AMOUNT, max_price=AMOUNT, startDate=TEXT, endDate=TEXT,
                   salaryMin=WHOLE, salaryMax=WHOLE)  # fmt: skip
    found = one(schema, seed, path="/offers/1")

    assert found["min_price"] <= found["max_price"]
    assert found["salaryMin"] <= found["salaryMax"]
    assert found["startDate"] <= found["endDate"]


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_an_age_fits_the_birth_date(seed):
    found = one(thing(age=WHOLE, birthDate=TEXT), seed, path="/people/1")
    today = datetime.fromtimestamp(NOW, UTC).date()
    born = date.fromisoformat(found["birthDate"])
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))

    assert found["age"] == years


def test_a_slug_fits_the_title():
    found = one(thing(title=TEXT, slug=TEXT), 1, path="/articles/1")
    words = "".join(mark for mark in found["title"].lower() if mark.isalnum())

    assert found["slug"].replace("-", "") == words


def test_a_customer_is_the_same_in_all_fields_of_an_order():
    schema = thing(customerName=TEXT, customerEmail=TEXT)
    found = one(schema, 5, path="/orders/1")
    first, last = found["customerName"].split()

    assert (
        plain(last) in found["customerEmail"] or plain(first) in found["customerEmail"]
    )


def test_what_is_not_delivered_has_no_time_of_delivery():
    maybe = {"type": ["string", "null"], "format": "date-time"}
    schema = thing(status={"const": "pending"}, delivered_at=maybe, deleted_at=maybe)
    found = one(schema, 1, path="/orders/1")

    assert found == {"status": "pending", "delivered_at": None, "deleted_at": None}


CATALOGUE = "A diverse tech product catalog with realistic descriptions, features,"
CATALOGUE += " specifications, and pricing."


@pytest.mark.parametrize("seed", range(6))
def test_features_are_of_the_thing_and_differ(seed):
    wanted = Wanted(prompt=CATALOGUE, path="/products", count=8)
    found = Maker().made(wanted, rng(seed), now=NOW)

    for each in found:
        things = [
            (line, thing)
            for line in GOODS
            for thing in line.choices()
            if line.category == each["category"] and thing.name in each["name"]
        ]
        allowed = {
            one for line, thing in things for one in fitting(line.features, thing.name)
        }
        assert {*each["features"]} <= allowed
        assert len({*each["features"]}) == len(each["features"])
    assert len({each["currency"] for each in found}) == 1
    assert len({tuple(each["features"]) for each in found}) > 6


def test_one_currency_in_a_list_within_an_object():
    item = {"type": "object", "properties": {"price": AMOUNT, "currency": TEXT}}
    item["required"] = ["price", "currency"]
    products = {"type": "array", "items": item, "minItems": 6}
    schema = {"type": "object", "properties": {"products": products}}
    found = Maker(schema).made(Wanted(schema, path="/catalog"), rng(1), now=NOW)

    assert len({each["currency"] for each in found["products"]}) == 1


def test_what_is_expected_lies_ahead_and_what_left_came_before():
    schema = thing(entered_at=TIME, exited_at=TIME, expected_harvest=TIME)
    schema["properties"] |= {"check_ins": WHOLE, "gross": AMOUNT, "tax": AMOUNT}
    schema["properties"] |= {"net": AMOUNT, "judge": TEXT}
    schema["required"] = [*schema["properties"]]
    for seed in range(10):
        found = one(schema, seed)
        assert found["entered_at"] < found["exited_at"] < "2025-11-21T05"
        assert found["expected_harvest"] > "2025-11-21T04"
        assert found["check_ins"] < 10_000
        assert found["net"] == pytest.approx(found["gross"] - found["tax"])
        assert " " in found["judge"]


def test_what_path_and_prompt_name_is_what_it_is():
    wanted = Wanted(path="/snorkels/1", prompt="Snorkels with telemetry")
    found = Maker().made(wanted, rng(1), now=NOW)

    assert found["name"].lower().count("snorkel") == 1
