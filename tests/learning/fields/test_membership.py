"""Objects have the members their schema asks for."""

import pytest

from mockforge.chance import rng
from mockforge.learning.fields.checking import is_valid
from mockforge.learning.fields.drawing import drawn

TEXT = {"type": "string"}


@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {"a": TEXT, "b": TEXT}, "dependentRequired": {"a": ["b", "c"]},
         "required": ["a"]},
        {"properties": {"a": TEXT}, "required": ["a"], "dependentSchemas": {
            "a": {"properties": {"b": {"const": 1}}, "required": ["b"]}}},
        {"patternProperties": {"^x-[a-z]{3}$": {"type": "integer"}},
         "additionalProperties": False, "minProperties": 2},
        {"propertyNames": {"pattern": "^[A-Z]{3}$"}, "minProperties": 3,
         "additionalProperties": {"type": "number"}},
        {"properties": {"a": TEXT, "b": TEXT, "c": TEXT}, "maxProperties": 1},
        {"properties": {"a": False, "b": TEXT}, "required": ["b"]},
        {"properties": {"a": {"allOf": [TEXT, {"type": "null"}]}, "b": TEXT}},
        {"properties": {"a": TEXT, "b": TEXT}, "not": {"required": ["a", "b"]}},
        {"properties": {"k": {"enum": [1, 2]}, "a": TEXT}, "required": ["k"],
         "if": {"properties": {"k": {"const": 1}}}, "then": {"required": ["a"]},
         "else": {"properties": {"a": False}}},
        {"allOf": [{"properties": {"a": TEXT}}, {"required": ["a"]}],
         "unevaluatedProperties": False},
    ],
)  # fmt: skip
def test_an_object_is_valid_by_its_members(schema):
    for seed in range(20):
        made = drawn({"type": "object", **schema}, rng(seed))
        assert is_valid(schema, made), made
