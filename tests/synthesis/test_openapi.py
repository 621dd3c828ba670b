"""Discriminators and examples of OpenAPI count where documents are made up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.options import Json
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.dialects import normal

_NOW = 1.7e9


def _made(schema: Json, seed: int = 1, **wanted: Any) -> Any:
    return Maker(schema).made(Wanted(**wanted), rng(seed), now=_NOW)


def _animals(**discriminator: Any) -> dict[str, Any]:
    def animal(name: str) -> dict[str, Any]:
        members = {"kind": {"type": "string"}, name: {"type": "integer"}}
        return {"type": "object", "required": [name, "kind"], "properties": members}

    return {
        "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("Cat", "Dog")],
        "discriminator": {"propertyName": "kind", **discriminator},
        "components": {"schemas": {"Cat": animal("lives"), "Dog": animal("walks")}},
    }


@pytest.mark.parametrize(
    ("mapping", "cat", "dog"),
    [
        ({}, "Cat", "Dog"),
        ({"mapping": {"feline": "#/components/schemas/Cat", "canine": "Dog"}},
         "feline", "canine"),
    ],
)  # fmt: skip
def test_a_discriminator_tells_which_choice_it_is(mapping, cat, dog):
    for seed in range(12):
        made = _made(_animals(**mapping), seed)

        assert made["kind"] == (cat if "lives" in made else dog)


def test_a_value_that_the_choice_does_not_allow_is_left_alone():
    schema = _animals()
    cat = schema["components"]["schemas"]["Cat"]["properties"]
    cat["kind"] = {"enum": ["tiger", "lynx"]}

    for seed in range(8):
        made = _made(schema, seed)
        assert made["kind"] in (("tiger", "lynx") if "lives" in made else ("Dog",))


def test_what_takes_over_a_schema_has_the_value_for_itself():
    schemas = {
        "Pet": {"type": "object", "required": ["type"],
                "properties": {"type": {"type": "string"}},
                "discriminator": {"propertyName": "type",
                                  "mapping": {"cat": "#/components/schemas/Cat",
                                              "dog": "#/components/schemas/Dog"}}},
        "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"},
                          {"properties": {"lives": {"type": "integer"}}}]},
        "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
    }  # fmt: skip

    def of(name: str) -> str:
        told = {
            "$ref": f"#/components/schemas/{name}",
            "components": {"schemas": schemas},
        }
        return str(_made(told)["type"])

    assert of("Cat") == "cat"
    assert of("Dog") == "dog"
    assert of("Pet") in ("cat", "dog")


def test_what_is_only_written_is_not_answered():
    schema = {"type": "object", "required": ["pin"], "properties": {
        "name": {"type": "string"}, "password": {"type": "string", "writeOnly": True},
        "id": {"type": "integer", "readOnly": True},
        "pin": {"type": "string", "writeOnly": True}}}  # fmt: skip

    for seed in range(5):
        # What must be there is, for nothing else is valid.
        assert sorted(_made(schema, seed)) == ["id", "name", "pin"]


@pytest.mark.parametrize(
    ("schema", "place", "examples"),
    [
        ({"properties": {"a": {}}, "example": {"a": 1}}, ("properties", "a"), [1]),
        ({"properties": {"a": {"examples": [2]}}, "example": {"a": 1}},
         ("properties", "a"), [2]),
        ({"properties": {"a": {"$ref": "#/$defs/A"}}, "example": {"a": {"b": "x"}},
          "$defs": {"A": {"properties": {"b": {}}}}},
         ("$defs", "A", "properties", "b"), ["x"]),
        ({"items": {"type": "string"}, "example": ["a", "b", "a"]}, ("items",),
         ["a", "b"]),
        ({"type": "array", "example": ["a"]}, ("items",), ["a"]),
        ({"additionalProperties": {"type": "number"}, "example": {"usd": 1.5}},
         ("additionalProperties",), [1.5]),
        ({"allOf": [{"properties": {"a": {}}}], "example": {"a": 3}},
         ("allOf", 0, "properties", "a"), [3]),
        ({"examples": {"first": {"value": "x"}, "second": {"value": "y"}}}, (),
         ["x", "y"]),
        ({"examples": "x"}, (), []),
        ({"example": None, "type": "null"}, (), []),
    ],
)  # fmt: skip
def test_parts_have_the_parts_of_the_examples(schema, place, examples):
    found: Any = normal(schema)
    for step in place:
        found = found[step]

    assert found["examples"] == examples


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from("abc"), inner, max_size=2)
    ),
    max_leaves=5,
)


@settings(max_examples=50)
@given(_JSON, _JSON)
def test_examples_of_any_form_make_nothing_invalid(first, second):
    schema = {
        "type": "object",
        "required": ["a", "b", "c"],
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"},
                       "c": {"type": "array", "items": {"$ref": "#/$defs/c"}}},
        "examples": [first, second], "default": second,
        "$defs": {"c": {"properties": {"a": {"type": "number", "example": first}}}},
    }  # fmt: skip

    made = _made(schema)

    assert isinstance(made["a"], str)
    assert isinstance(made["b"], int)
