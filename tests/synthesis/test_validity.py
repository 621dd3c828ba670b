"""Schemas of every draft are read, and what is wrong with them or a value is told."""

import pytest

from mockforge.errors import ConfigError
from mockforge.synthesis import validated

PERSON = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
    "required": ["name"],
}


def test_problems_say_where_they_are():
    schema = {"type": "array", "items": PERSON}
    found = validated(schema).problems([{"name": "Ada"}, {"age": "x"}])

    assert {one.partition(":")[0] for one in found} == {"$[1].age", "$[1]"}


def test_what_is_valid_has_no_problems():
    assert validated(PERSON).problems({"name": "Ada", "age": 36}) == []
    assert validated(PERSON).is_valid({"name": "Ada"})


def test_formats_are_checked():
    email = validated({"type": "string", "format": "email"})

    assert email.problems("nobody")
    assert not email.problems("ada@example.com")


@pytest.mark.parametrize("value", [float("nan"), {1: 2}, object()])
def test_what_is_no_json_is_a_problem_and_no_failure(value):
    checked = validated({"type": "object"})

    assert checked.problems(value)
    assert not checked.is_valid(value)


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "int"}, "'int' is not a type (here: /type); did you mean 'integer'?"),
        ({"properties": {"a": {"type": "strin"}}}, "/properties/a/type"),
        ({"id": "string", "price": "number"}, "write properties: {id: {type: string}}"),
        ({"$ref": "#/definitions/x"}, "leads to nothing (here: /$ref)"),
        ({"$ref": "http://127.0.0.1:9/x.json"}, "leads out of the schema"),
        ({"$ref": "other.json#/x"}, "leads out of the schema"),
        ({"minimum": "a"}, '"a" is not of type "number" (here: /minimum)'),
        ({"pattern": "("}, "(here: /pattern)"),
        ({"properties": {"a": {"required": True}}}, "required is a list of names"),
        (5, "5 is not a JSON Schema (here)"),
        ({"enum": [{1}]}, "the schema is no JSON"),
    ],
)
def test_what_is_no_schema_is_an_error_with_its_place(schema, words):
    with pytest.raises(ConfigError) as caught:
        validated(schema, where="here")

    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("schema", "place"),
    [
        ({"type": "integer", "minimum": 5, "maximum": 3}, "(here)"),
        (
            {
                "type": "object",
                "required": ["a"],
                "properties": {"a": {"type": "string", "minLength": 3, "maxLength": 1}},
            },
            "(here: /properties/a)",
        ),
        ({"allOf": [{"type": "string"}, {"type": "integer"}]}, "(here)"),
        ({"enum": ["a"], "type": "integer"}, "(here)"),
        ({"properties": {"a": {"$ref": "#"}}, "required": ["a"],
          "type": "object"}, "(here)"),
        ({"type": "array", "items": {"enum": [1, 2]}, "uniqueItems": True,
          "minItems": 3}, "(here)"),
        (False, "(here)"),
    ],
)  # fmt: skip
def test_a_contradiction_is_an_error_with_its_place(schema, place):
    with pytest.raises(ConfigError) as caught:
        validated(schema, where="here")

    assert "nothing can be valid" in str(caught.value)
    assert place in str(caught.value)


def test_a_contradiction_in_what_need_not_be_there_is_none():
    schema = {"type": "object", "properties": {"a": False, "b": {"const": 1}}}

    assert validated(schema).is_valid({"b": 1})
