"""Composed schemas become one that asks for the same."""

import pytest

from mockforge.learning.fields.composing import NOTHING, Composing, both


def flat(schema, **definitions):
    return Composing(definitions).flat(schema, list)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"minimum": 1}, {"minimum": 2}, {"minimum": 2}),
        ({"maxLength": 1}, {"maxLength": 2}, {"maxLength": 1}),
        ({"type": "number"}, {"type": "integer"}, {"type": "integer"}),
        ({"type": ["string", "null"]}, {"type": "null"}, {"type": "null"}),
        ({"type": "string"}, {"type": "null"}, NOTHING),
        ({"enum": [1, "a"]}, {"enum": ["a", "b"]}, {"enum": ["a"]}),
        ({"enum": [1]}, {"enum": [True]}, NOTHING),
        ({"const": 1}, {"enum": [2]}, NOTHING),
        ({"multipleOf": 4}, {"multipleOf": 6}, {"multipleOf": 12}),
        ({"multipleOf": 0.2}, {"multipleOf": 0.5}, {"multipleOf": 1}),
        ({"required": ["a", "b"]}, {"required": ["b", "c"]},
         {"required": ["a", "b", "c"]}),
        ({"pattern": "a"}, {"pattern": "b"},
         {"pattern": "a", "allOf": [{"pattern": "b"}]}),
        ({"not": {"const": 1}}, {"not": {"const": 2}},
         {"not": {"anyOf": [{"const": 1}, {"const": 2}]}}),
        ({}, {"type": "null"}, {"type": "null"}),
    ],
)  # fmt: skip
def test_two_schemas_are_one(one, other, expected):
    assert both(one, other) == expected


def test_a_member_that_one_side_forbids_is_forbidden():
    closed = {"properties": {"a": {}}, "additionalProperties": False}
    found = both(closed, {"properties": {"a": {"type": "null"}, "b": {}}})

    assert found["properties"]["b"] is False
    assert found["properties"]["a"] == {"allOf": [{}, {"type": "null"}]}


def test_items_of_one_meet_the_prefix_of_the_other():
    found = both(
        {"items": {"type": "string"}},
        {"prefixItems": [{"minLength": 1}], "items": False},
    )

    assert found["prefixItems"] == [{"allOf": [{"type": "string"}, {"minLength": 1}]}]
    assert found["items"] is False


def test_references_and_parts_are_followed_and_own_words_come_last():
    found = flat(
        {"$ref": "#/$defs/a", "allOf": [{"title": "inner"}], "title": "own"},
        a={"type": "string", "title": "far"},
    )

    assert found == {"type": "string", "title": "own"}


def test_a_choice_that_contradicts_the_rest_is_passed_over():
    found = flat({"type": "string", "anyOf": [{"type": "null"}, {"minLength": 1}]})

    assert found == {"type": "string", "minLength": 1}


def test_what_refers_to_itself_alone_ends():
    assert flat({"$ref": "#/$defs/a"}, a={"$ref": "#/$defs/a"}) == {}


def test_the_same_choice_is_the_same_schema_each_time():
    definitions = {"a": {"type": "object", "allOf": [{"required": ["x"]}]}}
    schema = {"title": "one of", "anyOf": [{"$ref": "#/$defs/a"}, {"type": "null"}]}
    composing = Composing(definitions)

    first = composing.flat(schema, list)
    other = composing.flat(schema, lambda choices: choices[::-1])

    assert first == {"title": "one of", "type": "object", "required": ["x"]}
    assert other == {"title": "one of", "type": "null"}
    assert composing.flat(schema, list) is first
    assert not composing.is_exact(schema)
    assert composing.flat(schema, lambda choices: choices[::-1]) is other


def test_a_schema_of_nothing_but_itself_is_plain():
    assert Composing.is_plain({"type": "string"})
    assert not Composing.is_plain({"$ref": "#/$defs/a"})
    assert not Composing.is_plain({"unevaluatedProperties": False})
