"""Lists are as long as their schema asks for, and no item comes where it must not."""

from __future__ import annotations

from typing import Any

import pytest

from mockforge.chance import rng
from mockforge.learning.fields.checking import is_valid
from mockforge.learning.fields.drawing import drawn

_MANY = {"type": "array", "minItems": 300}


@pytest.mark.parametrize(
    "schema",
    [
        {**_MANY, "items": {"type": "integer"}},
        {**_MANY, "items": {"type": "integer", "multipleOf": 7}},
        {**_MANY, "items": {"type": "integer"}, "uniqueItems": True},
        {**_MANY, "items": {"type": "string", "pattern": "^[a-z]{9}$"},
         "uniqueItems": True},
        {**_MANY, "items": {"type": ["string", "null"]}},
        {**_MANY, "items": {"type": "object", "properties": {"a": {"type": "null"}}}},
        {**_MANY, "prefixItems": [{"const": 1}], "items": {"const": 2}},
        {**_MANY, "items": {"type": "integer"}, "contains": {"const": -4}},
        {"type": "array", "items": False, "prefixItems": [{"const": 1}]},
        {"type": "array", "maxItems": 0},
    ],
)  # fmt: skip
def test_a_list_is_valid(schema):
    made: Any = drawn(schema, rng(1), places=5000)

    assert is_valid(schema, made)
    assert len(made) >= schema.get("minItems", 0)
