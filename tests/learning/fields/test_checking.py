"""Our check of a schema says what the validator of others says."""

import json

import jsonschema_rs
import pytest
from hypothesis import given

from mockforge.learning.fields.checking import is_valid, matches
from mockforge.learning.fields.schema import schema_of
from tests.learning.fields.documents import SAMPLES, node_of

SCHEMAS = [
    {"type": "integer"},
    {"type": ["number", "null"]},
    {"enum": [1, "a", None, [1.0], {"a": True}]},
    {"const": {"a": 1}},
    {"minimum": 2, "maximum": 5},
    {"exclusiveMinimum": 2, "exclusiveMaximum": 5},
    {"multipleOf": 2},
    {"multipleOf": 0.1},
    {"minLength": 2, "maxLength": 3},
    {"pattern": "^a+$"},
    {"items": {"type": "integer"}, "minItems": 1, "maxItems": 2},
    {"prefixItems": [{"type": "string"}], "items": False},
    {"uniqueItems": True},
    {"contains": {"const": 1}, "maxContains": 1},
    {"properties": {"a": {"type": "integer"}}, "required": ["a"]},
    {"additionalProperties": False, "properties": {"a": True}},
    {"patternProperties": {"^a": {"type": "string"}}, "additionalProperties": False},
    {"propertyNames": {"maxLength": 1}},
    {"minProperties": 1, "maxProperties": 1},
    {"dependentRequired": {"a": ["b"]}},
    {"allOf": [{"minimum": 2}, {"maximum": 3}]},
    {"anyOf": [{"type": "string"}, {"minimum": 3}]},
    {"oneOf": [{"minimum": 2}, {"maximum": 3}]},
    {"not": {"type": "string"}},
    {"if": {"type": "string"}, "then": {"maxLength": 1}, "else": {"type": "integer"}},
    {"$ref": "#/$defs/t", "$defs": {"t": {"items": {"$ref": "#/$defs/t"}}}},
    {"$ref": "#/$defs/n", "$defs": {"n": {"type": "null"}}},
    {"type": "string", "format": "uuid"},
]
VALUES: list[object] = [
    *(None, True, False, 0, 1, 1.0, 2, 2.5, 3, 5, 0.3, -1, 10**30),
    *("", "a", "aa", "aaa\n", "b", "über"),
    *([], [1], [1.0], [1, 1], [1, True], ["a"], ["a", 1], [[], [[]]]),
    *({}, {"a": 1}, {"a": "x"}, {"a": True}, {"b": 1}, {"a": 1, "b": 2}, {"ab": "x"}),
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=json.dumps)
def test_a_value_is_valid_where_others_say_so(schema):
    other = jsonschema_rs.Draft202012Validator(json.dumps(schema))

    for value in VALUES:
        assert is_valid(schema, value) is other.is_valid(value), value


@given(SAMPLES, SAMPLES)
def test_learned_schemas_are_checked_as_others_do(samples, values):
    schema = schema_of(node_of(*samples))
    other = jsonschema_rs.Draft202012Validator(json.dumps(schema))

    for value in values:
        assert is_valid(schema, value) is other.is_valid(value)


def test_a_pattern_that_is_not_understood_allows_all():
    assert matches(r"\p{L}+", "7")
    assert matches("(", "7")
