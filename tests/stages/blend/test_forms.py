"""What has a form that was made of a schema is valid against it."""

import json
import re
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.fields.node import Node, Room
from mockforge.learning.fields.schema import schema_of
from mockforge.stages.blend import forms
from mockforge.stages.blend.forms import Forms
from mockforge.stages.blend.validity import looking
from tests.stages.blend.documents import THING

NAMES = st.sampled_from(["a", "b", "é", "a b", "self"])
TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"]
TEXTS = st.text("ab1\n", max_size=3)

KINDS = st.lists(st.sampled_from(TYPES), min_size=1, unique=True)
SCHEMAS: st.SearchStrategy[Any] = st.recursive(
    st.just({}),
    lambda inner: st.fixed_dictionaries(
        {
            "type": st.sampled_from(TYPES)
            | st.lists(st.sampled_from(TYPES), min_size=1, unique=True)
        },
        optional={
            "properties": st.dictionaries(NAMES, inner, max_size=3),
            "required": st.lists(NAMES, max_size=2, unique=True),
            "items": inner,
            "enum": st.lists(TEXTS | st.none(), min_size=1, max_size=3),
            "pattern": st.sampled_from(["^[a-z]+$", r"^\d$", "b", r"^\w*$"]),
            "format": st.just("email"),
            "additionalProperties": inner | st.booleans(),
        },
    ),
    max_leaves=5,
)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(-9, 9) | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3)
    ),
    max_leaves=6,
)


def reads(schema, raw):
    try:
        return Forms(schema, looking).reads(raw)
    except ValueError:
        return None


@settings(max_examples=300)
@given(SCHEMAS, DOCUMENTS)
def test_what_has_the_form_is_valid(schema, document):
    raw = json.dumps(document, ensure_ascii=False).encode()

    if reads(schema, raw):
        assert jsonschema_rs.Draft202012Validator(schema).is_valid(document)


@settings(max_examples=60)
@given(st.lists(THING, min_size=1, max_size=12), THING)
def test_what_was_learned_from_has_the_form(things, other):
    node, room = Node(), Room()
    for thing in things:
        node.add({"things": [thing]}, room)
    schema = schema_of(node)
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=False)

    form = Forms(schema, looking)

    for thing in (*things, other, {**other, "name": "?! 7"}):
        document = {"things": [thing]}
        raw = json.dumps(document).encode()
        assert form.reads(raw) == validator.is_valid(document)


@pytest.mark.parametrize(
    "schema",
    [
        False,
        {"minimum": 1},
        {"type": "integer", "minimum": 1},
        {"enum": ["a"]},
        {"type": "integer", "enum": [1]},
        {"type": ["string", "null"], "enum": ["a"]},
        {"type": "object", "properties": {"a": {}}, "additionalProperties": False},
        {"type": "string", "pattern": "(?<"},
        {"type": "null", "$ref": "#/$defs/a"},
        {"type": "object", "properties": {'"\\': {"type": "null"}}},
    ],
)
def test_of_what_no_form_can_say_there_is_none(schema):
    with pytest.raises(ValueError, match=re.compile(".")):
        Forms(schema, looking)


def test_there_is_no_form_of_too_many_members(monkeypatch):
    monkeypatch.setattr(forms, "MOST", 3)
    inner = {"type": "object", "properties": {"a": {}, "b": {}}}

    with pytest.raises(ValueError, match="too many"):
        Forms({"type": "object", "properties": {"c": inner, "d": inner}}, looking)
