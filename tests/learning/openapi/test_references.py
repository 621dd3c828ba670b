"""References and schemas of older notation."""

import pytest

from mockforge.learning.openapi.references import (
    Invalid,
    Schemas,
    measure,
    pointer,
    references,
    steps_of,
    target,
)


@pytest.mark.parametrize(
    ("schema", "converted"),
    [
        (
            {"type": "string", "nullable": True, "enum": ["a"]},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"minimum": 1, "exclusiveMinimum": True, "exclusiveMaximum": False},
            {"exclusiveMinimum": 1},
        ),
        ({"exclusiveMaximum": 5}, {"exclusiveMaximum": 5}),
        ({"type": "string", "example": "x"}, {"type": "string", "examples": ["x"]}),
        ({"examples": {"a": {"value": 1}}}, {}),
        ({"type": "object", "required": True}, {"type": "object"}),
        (
            {"properties": {"nullable": {"type": "string"}, "example": {}}},
            {"properties": {"nullable": {"type": "string"}, "example": {}}},
        ),
        ({"items": True, "additionalProperties": False}, None),
        (True, {}),
        (False, {"not": {}}),
    ],
)
def test_a_schema_of_version_3_0_is_said_as_2020_12_has_it(schema, converted):
    found = Schemas({}).standalone(schema, hidden="readOnly")

    assert found == (schema if converted is None else converted)


def test_a_reference_that_may_be_null_is_one_or_the_other():
    document = {"components": {"schemas": {"A": {"type": "object"}}}}
    schema = {"allOf": [{"$ref": "#/components/schemas/A"}], "nullable": True}

    found = Schemas(document).standalone(schema, hidden="")

    assert found == {
        "anyOf": [{"allOf": [{"$ref": "#/$defs/A"}]}, {"type": "null"}],
        "$defs": {"A": {"type": "object"}},
    }


def test_schemas_of_one_name_are_told_apart_and_circles_end():
    document = {
        "a": {"X": {"items": {"$ref": "#/b/X"}}},
        "b": {"X": {"items": {"$ref": "#/a/X"}}},
    }

    found = Schemas(document).standalone({"$ref": "#/a/X"}, hidden="")

    assert found == {
        "$ref": "#/$defs/X",
        "$defs": {
            "X": {"items": {"$ref": "#/$defs/X_"}},
            "X_": {"items": {"$ref": "#/$defs/X"}},
        },
    }


def test_pointers_are_escaped_both_ways():
    steps = ("paths", "/orders/{id}", "a~b", 0)

    assert pointer(steps) == "#/paths/~1orders~1{id}/a~0b/0"
    assert steps_of(pointer(steps)) == [str(step) for step in steps]
    assert target({"a/b": [5]}, "#/a~1b/0") == 5


def test_examples_hold_no_references():
    document = {
        "schema": {"properties": {"example": {"$ref": "#/x"}}},
        "example": {"$ref": "#/no"},
    }

    assert list(references(document)) == [
        (("schema", "properties", "example"), "#/x"),
    ]


def test_a_document_without_an_end_is_refused():
    deep: object = 1
    for _ in range(300):
        deep = [deep]
    wide: object = [1] * 10
    for _ in range(12):
        wide = [wide] * 10

    for document in (deep, wide):
        with pytest.raises(Invalid):
            measure(document)
