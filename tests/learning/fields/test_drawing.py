"""Documents drawn from a schema are valid against it."""

import json

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.bodies.document import Path, Scalar
from mockforge.chance import rng
from mockforge.learning.fields.drawing import drawn
from mockforge.learning.fields.schema import schema_of
from tests.learning.fields.documents import SAMPLES, is_valid, node_of

TREE = {
    "$ref": "#/$defs/node",
    "$defs": {
        "node": {
            "type": "object",
            "properties": {
                "name": {"type": "string", "minLength": 1},
                "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
                "parent": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]},
            },
            "required": ["name", "children", "parent"],
        }
    },
}
SCHEMAS = [
    {},
    {"type": "string"},
    {"type": "string", "minLength": 40},
    {"type": "string", "maxLength": 3},
    {"type": "string", "pattern": "^[A-Z]{2}[0-9]{4}$"},
    {"type": "integer", "minimum": 5, "maximum": 5},
    {"type": "integer", "exclusiveMinimum": 5, "exclusiveMaximum": 7},
    {"type": "number", "maximum": -3},
    {"type": "number", "multipleOf": 0.25, "minimum": 1, "maximum": 2},
    {"type": ["string", "null"], "enum": ["a", None]},
    {"const": [1]},
    {"type": "array", "items": {"type": "boolean"}, "uniqueItems": True},
    {"type": "array", "minItems": 4, "maxItems": 5, "items": {"type": "integer"}},
    {"type": "array", "prefixItems": [{"type": "string"}], "items": False},
    {"type": "object", "additionalProperties": {"type": "integer"}},
    {"type": "object", "required": ["x"], "minProperties": 3},
    {"properties": {"a": {"type": "string"}}, "additionalProperties": False},
    {
        "allOf": [
            {"properties": {"a": {"type": "string"}}, "required": ["a"]},
            {"properties": {"b": {"type": "integer"}}, "required": ["b"]},
        ]
    },
    {
        "oneOf": [
            {"properties": {"k": {"const": "a"}}, "required": ["k"]},
            {"properties": {"k": {"const": "b"}}, "required": ["k"]},
        ]
    },
    TREE,
    {"not": {"type": "string"}, "type": ["string", "integer"]},
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=json.dumps)
def test_what_is_drawn_is_valid(schema):
    other = jsonschema_rs.Draft202012Validator(json.dumps(schema))

    for seed in range(30):
        made = drawn(schema, rng(seed))
        assert other.is_valid(made), made


@pytest.mark.parametrize(
    "name",
    ["date-time", "date", "uuid", "email", "uri", "ipv4", "ipv6", "hostname", "time"],
)
def test_a_format_is_kept(name):
    schema = json.dumps({"type": "string", "format": name})
    other = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)

    assert all(
        other.is_valid(drawn(json.loads(schema), rng(seed))) for seed in range(9)
    )


@given(SAMPLES, SAMPLES, st.integers(0, 3))
def test_what_was_seen_is_drawn_from_where_it_is_valid(samples, seen, seed):
    schema = schema_of(node_of(*samples))

    assert is_valid(schema, drawn(schema, rng(seed), seen=node_of(*seen)))


def test_examples_come_before_inventions():
    schema = {"properties": {"n": {"type": "string", "examples": ["Ada"]}}}
    made = [drawn(schema, rng(seed)) for seed in range(9)]

    assert {one["n"] for one in made if "n" in one} == {"Ada"}


def test_known_values_stand_where_they_are_valid():
    schema = {
        "type": "object",
        "properties": {
            "id": {"type": "integer"},
            "items": {
                "type": "array",
                "items": {"type": "object", "properties": {"n": {"type": "string"}}},
            },
        },
    }

    known: dict[Path, Scalar] = {
        ("id",): 7,
        ("items", 2, "n"): "x",
        ("items", 0, "n"): 5,
    }
    made = drawn(schema, rng(1), known=known)

    assert made["id"] == 7
    assert made["items"][2]["n"] == "x"
    assert made["items"][0]["n"] != 5


def test_the_same_chance_draws_the_same():
    assert drawn(TREE, rng(5)) == drawn(TREE, rng(5))


@pytest.mark.parametrize(
    "told",
    [{"required": ["a"]}, {"required": ["a", "b"]},
     {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}],
)  # fmt: skip
def test_what_must_not_be_there_together_is_not(told):
    schema = {"properties": {"a": {}, "b": {}, "c": {}}, "not": told}
    made = [drawn(schema, rng(seed)) for seed in range(20)]

    assert all(is_valid(schema, one) for one in made)
    assert all(isinstance(one, dict) and "a" not in one for one in made)
