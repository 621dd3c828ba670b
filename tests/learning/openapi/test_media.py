"""Bodies and parameters as OpenAPI describes them."""

import pytest

from mockforge.learning.fields.model import Body, Side
from mockforge.learning.openapi.media import (
    any_of,
    content_of,
    schema_of_body,
    schema_of_parameter,
)
from tests.learning.fields.documents import node_of


@pytest.mark.parametrize(
    ("values", "schema"),
    [
        (["1", "20"], {"type": "integer"}),
        (["1", "2.5"], {"type": "number"}),
        (["007"], {"type": "string"}),
        (["true", "false"], {"type": "boolean"}),
        (["a", "1"], {"type": "string"}),
        ([["1", "2"]], {"type": "array", "items": {"type": "integer"}}),
        ([["1", "2"], "3"], {"type": "array", "items": {"type": "string"}}),
        ([], {"type": "string"}),
    ],
)
def test_a_parameter_is_what_all_its_texts_spell(values, schema):
    assert schema_of_parameter(node_of(*values)) == schema


@pytest.mark.parametrize(
    ("kind", "value", "schema"),
    [
        ("text", "x", {"type": "string"}),
        ("binary", None, {}),
        ("json", 5, {"type": "integer"}),
        (
            "form",
            {"n": "5"},
            {
                "type": "object",
                "properties": {"n": {"type": "integer"}},
                "required": ["n"],
            },
        ),
        (
            "multipart",
            {"f": {"filename": "a", "type": "", "size": 3}, "n": "x"},
            {
                "type": "object",
                "properties": {
                    "f": {"type": "string", "format": "binary"},
                    "n": {"type": "string"},
                },
                "required": ["f", "n"],
            },
        ),
        (
            "xml",
            {"list": {"@n": "1", "item": ["a"]}},
            {
                "type": "object",
                "properties": {
                    "@n": {
                        "type": "string",
                        "xml": {"name": "n", "attribute": True},
                    },
                    "item": {"type": "array", "items": {"type": "string"}},
                },
                "required": ["@n", "item"],
                "xml": {"name": "list"},
            },
        ),
    ],
)
def test_a_body_is_described_by_its_kind(kind, value, schema):
    assert schema_of_body(Body(kind, node_of(value), 1)) == schema


def test_bodies_that_cannot_be_read_are_texts_beside_those_that_can():
    assert any_of([{"type": "object"}, {}]) == {
        "anyOf": [{"type": "object"}, {"type": "string"}]
    }
    assert any_of([{}]) == {}
    assert any_of([{"type": "object"}, {"type": "object"}]) == {"type": "object"}


def test_a_body_without_a_media_type_has_one_in_the_document():
    side = Side(1, bodies={("", "json"): Body("json", node_of(1), 1, example=1)})

    assert content_of([("", side)]) == {
        "application/json": {"schema": {"type": "integer"}, "example": 1}
    }
