"""Checks of parts say what checks with the whole of the schema say."""

import jsonschema_rs
import pytest

from mockforge.synthesis.parts import compiled

DEFINITIONS = {
    "customer": {
        "type": "object",
        "properties": {"id": {"type": "string"}, "default": {"$ref": "#/$defs/card"}},
        "required": ["id"],
    },
    "card": {"type": "object", "properties": {"owner": {"$ref": "#/$defs/customer"}}},
    "code": {"type": "string", "pattern": "^[A-Z]{2}$", "allOf": [{"minLength": 2}]},
    "lonely": {"type": "string", "pattern": "^x"},
}
SCHEMAS = (
    {"$ref": "#/$defs/code"},
    {"anyOf": [{"$ref": "#/$defs/code"}, {"$ref": "#/$defs/customer"}]},
    {"anyOf": [{"type": "integer", "minimum": 3}, {"$ref": "#/$defs/card"}]},
    {"not": {"type": "string"}, "properties": {"id": {"$ref": "#/$defs/code"}}},
    {"type": ["string", "array"], "items": {"$ref": "#/$defs/customer"}},
    {"enum": ["DE", 4, {"$ref": "code"}], "format": "hostname"},
)
VALUES: tuple[object, ...] = (
    "DE", "de", "", 4, 2, 2.5, None, True, [], {}, {"id": "1"}, {"id": 1},
    [{"id": "a"}], [{}], {"id": "1", "default": {"owner": {"id": 2}}}, {"id": "DE"},
)  # fmt: skip


@pytest.mark.parametrize("schema", SCHEMAS)
def test_parts_say_what_the_whole_says(schema):
    whole = jsonschema_rs.Draft202012Validator(
        {**schema, "$defs": DEFINITIONS}, validate_formats=True
    )
    for value in VALUES:
        is_scalar = not isinstance(value, list | dict)
        checks = compiled(schema, DEFINITIONS, is_scalar=is_scalar)
        assert checks.is_valid(value) == whole.is_valid(value), value
