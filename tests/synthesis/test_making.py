"""Documents that are made up are valid, the same for a seed, and what was asked for."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.errors import ConfigError
from mockforge.synthesis import Maker, Wanted, made, validated
from tests.synthesis.schemas import schema_of

NOW = 1_763_700_000.0
TEXT, WHOLE, AMOUNT = {"type": "string"}, {"type": "integer"}, {"type": "number"}


def thing(**members):
    return {"type": "object", "properties": members, "required": [*members]}


def one(schema=None, seed=1, **wanted):
    return made(Wanted(schema, **wanted), rng(seed), now=NOW)


def maker_of(seed):
    """A maker for a schema by chance, unless that contradicts itself."""
    schema = schema_of(rng(seed, "schema"))
    try:
        return Maker(schema)
    except ConfigError:
        return None


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10**9))
def test_what_is_made_is_valid(seed):
    maker = maker_of(seed)
    if maker is not None:
        document = maker.made(Wanted(), rng(seed), now=NOW)
        assert validated(maker.schema).problems(document) == []


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9))
def test_the_same_seed_makes_the_same(seed):
    maker = maker_of(seed)
    if maker is not None:
        first = maker.made(Wanted(path="/users"), rng(seed), now=NOW)
        again = maker_of(seed).made(Wanted(path="/users"), rng(seed), now=NOW)
        assert json.dumps(first) == json.dumps(again)


def test_one_seed_makes_other_documents_than_another():
    schema = thing(name=TEXT, email=TEXT)

    assert one(schema, 1) != one(schema, 2)


@pytest.mark.parametrize(("count", "size"), [(3, 3), (0, 0), (20, 20)])
def test_a_count_makes_a_list(count, size):
    found = one(thing(id=TEXT, name=TEXT), count=count, path="/users")

    assert len(found) == size
    assert len({each["id"] for each in found}) == size
    assert len({each["name"] for each in found}) == size


def test_one_is_no_list():
    assert isinstance(one(thing(id=TEXT), count=1), dict)


def test_a_count_is_the_length_of_a_list_that_the_schema_has():
    listed = {"type": "array", "items": thing(id=WHOLE), "maxItems": 4}
    around = thing(data={"type": "array", "items": thing(id=WHOLE)}, total=WHOLE)

    assert len(one(listed, count=3)) == 3
    assert len(one(listed, count=9)) == 4
    found = one(around, count=7, path="/users")
    assert (len(found["data"]), found["total"]) == (7, 7)


@pytest.mark.parametrize(
    ("path", "params", "name", "schema", "value"),
    [
        ("/orders/12", {"id": "12"}, "id", WHOLE, 12),
        ("/orders/ab", {"id": "ab"}, "id", TEXT, "ab"),
        ("/orders/12", {"orderId": "12"}, "id", TEXT, "12"),
        ("/orders/{id}", {"id": "7"}, "id", TEXT, "7"),
        ("/users/9/orders", {"id": "9"}, "userId", WHOLE, 9),
        ("/users/9/orders", {"user_id": "9"}, "user_id", TEXT, "9"),
    ],
)
def test_what_the_path_says_holds(path, params, name, schema, value):
    found = one(thing(**{name: schema, "total": AMOUNT}), path=path, params=params)

    assert found[name] == value


def test_an_id_of_another_thing_in_the_path_is_not_its_own():
    found = one(thing(id=TEXT), path="/users/9/orders", params={"id": "9"})

    assert found["id"] != "9"


def test_filters_hold_for_all_of_a_list():
    schema = thing(
        id=TEXT, status={"enum": ["paid", "open"]}, active={"type": "boolean"}
    )
    query = {"status": "paid", "active": "false", "limit": "3", "page": "2"}
    found = one(schema, count=20, path="/orders", query=query)

    assert len(found) == 3
    assert {(each["status"], each["active"]) for each in found} == {("paid", False)}


def test_a_filter_that_no_value_has_is_passed_over():
    schema = thing(status={"enum": ["paid", "open"]})

    assert one(schema, query={"status": "lost"})["status"] in ("paid", "open")


def test_what_is_given_stays_and_the_prompt_adds_to_it():
    base = {"id": "u-1", "name": "Gadget X", "total": 120}
    found = one(base=base, prompt="Add shipping and tracking details", path="/orders/1")

    assert base.items() <= found.items()
    assert {"shipping", "tracking"} <= found.keys()


def test_a_prompt_and_a_path_tell_the_shape():
    prompt = "Generate a diverse tech product catalog with realistic descriptions, " \
        "specifications, and pricing."  # fmt: skip
    found = one(prompt=prompt, path="/products", count=20)

    wanted = {"id", "name", "description", "price", "specifications"}
    assert all(wanted <= each.keys() for each in found)
    assert len({each["name"] for each in found}) == 20
    assert len({each["category"] for each in found}) > 2


def test_statements_of_a_prompt_hold():
    tiers = ["free", "bronze", "silver", "gold", "platinum", "black"]
    schema = thing(price=AMOUNT, tier={"enum": tiers})
    prompt = "products with prices between 10 and 50, tiers bronze to platinum"
    found = one(schema, prompt=prompt, path="/products", count=30)

    assert all(10 <= each["price"] <= 50 for each in found)
    assert {each["tier"] for each in found} == set(tiers[1:5])


def test_a_schema_for_which_nothing_is_found_is_an_error_with_its_place():
    hopeless = {"type": "string", "pattern": "^a$", "minLength": 3}

    with pytest.raises(ConfigError, match="no document was found") as caught:
        Maker(hopeless, where="here.yaml:3:1")
    assert "here.yaml:3:1" in str(caught.value)


def test_a_schema_that_refers_to_itself_ends():
    tree = thing(name=TEXT, children={"type": "array", "items": {"$ref": "#"}})

    assert validated(tree).is_valid(one(tree))


def test_recorded_documents_come_before_anything_else():
    samples = [{"id": 1, "name": "Blue", "city": "Lyon"},
               {"id": 2, "name": "Red", "city": "Porto"}]  # fmt: skip
    found = one(samples=samples, count=4, path="/colors")

    assert {(each["name"], each["city"]) for each in found} == {
        ("Blue", "Lyon"),
        ("Red", "Porto"),
    }


def test_no_text_is_a_filler():
    for path in ("/users", "/products", "/orders", "/things", "/posts", "/x"):
        said = json.dumps(one(path=path, count=5)).lower()
        assert "lorem" not in said
        assert '"string"' not in said
        assert "{" not in said.replace("{", "", said.count('{"')).replace("{}", "")


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "minItems": 900, "items": WHOLE},
        {"type": "string", "minLength": 20_000},
        {"type": "string", "pattern": "^(a+)+$", "minLength": 50},
        {"type": "string", "pattern": "^(?!admin)[a-z]{3,10}$"},
        {"type": "string", "format": "email", "maxLength": 12},
        {"type": "string", "format": "date", "pattern": "^20[0-9]{2}-"},
        {"type": "number", "multipleOf": 0.07, "minimum": 1, "maximum": 2},
        {"type": "integer", "minimum": 10**18, "maximum": 10**18 + 5},
        {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1e-9},
        {"type": ["integer", "string", "null"], "minLength": 3, "minimum": 7},
        {"type": "array", "contains": {"const": "x"}, "minContains": 2,
         "items": {"enum": ["x", "y"]}, "minItems": 5, "maxContains": 3},
        {"type": "object", "propertyNames": {"enum": ["a", "b"]}, "minProperties": 2},
        {"type": "object", "properties": {"a": TEXT, "b": TEXT},
         "oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {"not": {"type": "string"}},
        {"type": "object", "properties": {"a": TEXT}, "unevaluatedProperties": False,
         "allOf": [{"properties": {"b": TEXT}, "required": ["b"]}]},
        True,
        {},
    ],
)  # fmt: skip
def test_unusual_schemas_are_met(schema):
    for seed in range(3):
        assert validated(schema).problems(one(schema, seed)) == []


def test_what_was_asked_before_changes_nothing():
    schema = {"type": "array", "items": {"type": "object", "properties": {
        "id": {"type": "integer"}, "name": {"type": "string"},
        "city": {"type": "string"}, "price": {"type": "number"}}}}  # fmt: skip
    several = [
        Wanted(path="/hotels", prompt="hotels in Berlin"),
        Wanted(path="/hotels"),
        Wanted(path="/shops", prompt="shops", count=3),
        Wanted(path="/hotels", query={"city": "Oslo"}),
        Wanted(path="/hotels", prompt="hotels in Berlin", method="GET"),
    ]
    maker = Maker(schema)
    again = [*several, *reversed(several), *several]
    for number, wanted in enumerate(again):
        alone = Maker(schema).made(wanted, rng(number), now=NOW)
        assert maker.made(wanted, rng(number), now=NOW) == alone
