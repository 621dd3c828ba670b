"""Older spellings mean the same as today's."""

import pytest

from mockforge.synthesis.dialects import normal


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            {"type": "string", "nullable": True, "enum": ["a"]},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        (
            {"items": [{"type": "null"}], "additionalItems": False},
            {"prefixItems": [{"type": "null"}], "items": False},
        ),
        (
            {"dependencies": {"a": ["b"], "c": {"required": ["d"]}}},
            {
                "dependentRequired": {"a": ["b"]},
                "dependentSchemas": {"c": {"required": ["d"]}},
            },
        ),
        (
            {"$ref": "#/definitions/a", "definitions": {"a": {"type": "null"}}},
            {"$ref": "#/$defs/a", "$defs": {"a": {"type": "null"}}},
        ),
        (
            {"$ref": "#/components/schemas/A", "nullable": True,
             "components": {"schemas": {"A": {"type": "string", "example": "x"}}}},
            {"components": {"schemas": {"A": {"type": "string", "example": "x"}}},
             "anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}],
             "$defs": {"A": {"type": "string", "examples": ["x"]}}},
        ),
        ({"type": ["string", None]}, {"type": ["string", "null"]}),
        (True, {}),
        (False, {"not": {}}),
    ],
)  # fmt: skip
def test_it_is_written_as_today(old, new):
    assert normal(old) == new


def test_a_schema_that_refers_to_itself_ends():
    tree = {"type": "object", "properties": {"next": {"$ref": "#"}}}
    made = normal(tree)

    assert made["properties"] == {"next": {"$ref": "#/$defs/root"}}
    assert made["$defs"]["root"]["properties"] == made["properties"]


def test_names_are_told_from_keywords():
    """A member may be called like a keyword."""
    told = {"properties": {"id": {"type": "string"}, "$defs": {"type": "null"},
                           "items": {"type": "integer"}}}  # fmt: skip

    assert normal(told) == told


def test_references_by_anchor_pointer_and_id_are_followed():
    told = {
        "$id": "https://example.com/root",
        "properties": {
            "a": {"$ref": "#thing"},
            "b": {"$ref": "#/properties/c"},
            "c": {"$anchor": "thing", "type": "integer"},
            "d": {"$ref": "item.json"},
            "e": {"$ref": "#/$defs/x~1y"},
        },
        "$defs": {
            "one": {"$id": "item.json", "type": "boolean"},
            "x/y": {"type": "null"},
        },
    }
    made = normal(told)
    types = {
        name: made["$defs"][each["$ref"].removeprefix("#/$defs/")]["type"]
        for name, each in made["properties"].items()
        if "$ref" in each
    }

    assert types.pop("e") == "null"
    assert types == {"a": "integer", "b": "integer", "d": "boolean"}
