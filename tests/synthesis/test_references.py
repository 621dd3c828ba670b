"""A `$ref` leads to what it says, by pointer, by id and by anchor."""

from __future__ import annotations

import pytest

from mockforge.chance import rng
from mockforge.errors import ConfigError
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.references import References, escaped

_BOOK = {"type": "integer", "minimum": 7, "maximum": 7}


@pytest.mark.parametrize(
    ("schema", "at", "told", "pointer"),
    [
        ({"$defs": {"a": _BOOK}}, "/properties/b", "#/$defs/a", "/$defs/a"),
        ({"$defs": {"a b": _BOOK}}, "", "#/$defs/a%20b", "/$defs/a b"),
        ({"$defs": {"a": {"$anchor": "here"}}}, "", "#here", "/$defs/a"),
        ({"definitions": {"a": {"id": "#here", "type": "null"}}}, "", "#here",
         "/definitions/a"),
        ({"$id": "http://a.example/x/", "$defs": {"a": {"$id": "y.json"}}}, "",
         "y.json", "/$defs/a"),
        ({"$id": "http://a.example/x/", "$defs": {"a": {"$id": "y.json"}}}, "",
         "http://a.example/x/y.json", "/$defs/a"),
        ({"$defs": {"a": {"$id": "urn:a:b", "$defs": {"c": {}}}}}, "",
         "urn:a:b#/$defs/c", "/$defs/a/$defs/c"),
        # Relative to the innermost part that has an id.
        ({"$defs": {"a": {"$id": "x", "$defs": {"c": {}}}}}, "/$defs/a/not",
         "#/$defs/c", "/$defs/a/$defs/c"),
        # As if there were no id, as many write it.
        ({"$defs": {"a": {"$id": "x"}, "c": {}}}, "/$defs/a/not", "#/$defs/c",
         "/$defs/c"),
        ({"$defs": {"a": {"$id": "x"}}}, "", "other.json", None),
        ({"enum": [{"$id": "x"}]}, "", "x", None),
    ],
)  # fmt: skip
def test_it_leads_there(schema, at, told, pointer):
    assert References(schema).pointer(told, at) == pointer


def test_a_dynamic_reference_finds_the_outermost():
    tree = {
        "$id": "strict", "$ref": "tree", "$dynamicAnchor": "node",
        "unevaluatedProperties": False,
        "$defs": {"tree": {
            "$id": "tree", "$dynamicAnchor": "node", "type": "object",
            "required": ["children"],
            "properties": {"children": {"type": "array", "minItems": 1, "maxItems": 2,
                           "items": {"anyOf": [{"const": 1},
                                               {"$dynamicRef": "#node"}]}}},
        }},
    }  # fmt: skip
    maker = Maker(tree)

    assert maker.schema is not None
    inner = str(maker.schema["$defs"])
    assert inner.count("unevaluatedProperties") == 1
    assert maker.made(Wanted(), rng(1), now=1.7e9)["children"]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("https://schemas.example/book.json", "leads out of the schema"),
        ("./book.yaml#/Book", "leads out of the schema"),
        ("#/$defs/nowhere", "leads to nothing"),
        (12, "is not a text"),
    ],
)
def test_one_that_leads_elsewhere_is_refused(told, says):
    with pytest.raises(ConfigError, match=says):
        Maker({"properties": {"book": {"$ref": told}}})


def test_a_step_is_escaped():
    assert escaped("a/b~c") == "a~1b~0c"
