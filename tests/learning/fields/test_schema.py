"""Schemas: everything that was seen is valid, and little else is said."""

import pytest
from hypothesis import given

from mockforge.learning.fields.schema import schema_of
from tests.learning.fields.documents import SAMPLES, is_valid, node_of


@given(SAMPLES)
def test_every_sample_is_valid_against_the_schema_learned_from_it(samples):
    schema = schema_of(node_of(*samples))

    for sample in samples:
        assert is_valid(schema, sample)


@pytest.mark.parametrize(
    ("samples", "schema"),
    [
        ([], {}),
        ([None], {"type": "null"}),
        ([1, 2], {"type": "integer"}),
        ([1, 2.5], {"type": "number"}),
        ([1, "a", None], {"type": ["string", "integer", "null"]}),
        ([True, [], {}], {"type": ["object", "array", "boolean"], "items": {}}),
        (
            [{"a": 1, "b": "x"}, {"a": 2}],
            {
                "type": "object",
                "properties": {"a": {"type": "integer"}, "b": {"type": "string"}},
                "required": ["a"],
            },
        ),
        (
            [{"n": 1, "1.0.2": [2], "1.10.0": [3]}],
            {
                "type": "object",
                "properties": {"n": {"type": "integer"}},
                "required": ["n"],
                "additionalProperties": {
                    "type": "array",
                    "items": {"type": "integer"},
                },
            },
        ),
        (["open", "closed"] * 9, {"type": "string", "enum": ["closed", "open"]}),
        (["open"] * 9, {"type": "string"}),
        (["open now", "closed now"] * 9, {"type": "string"}),
        (
            [*["open", "closed"] * 9, None],
            {"type": ["string", "null"], "enum": ["closed", "open", None]},
        ),
        (
            [f"AB-{number}" for number in range(100, 120)],
            {"type": "string", "pattern": "^AB-[0-9]+$"},
        ),
        (["2024-01-02T03:04:05Z"], {"type": "string", "format": "date-time"}),
        (["2024-01-02", "no"], {"type": "string"}),
    ],
    ids=repr,
)
def test_a_schema_says_what_all_samples_share(samples, schema):
    assert schema_of(node_of(*samples)) == schema


def test_names_that_come_once_each_are_data():
    samples = [{f"user{n}{m}": {"age": n} for n in range(5)} for m in "abc"]

    schema = schema_of(node_of(*samples))

    assert "properties" not in schema
    assert schema["additionalProperties"]["required"] == ["age"]


def test_an_object_of_endless_names_is_a_map_in_bounded_room():
    node = node_of({f"k{n}": n for n in range(5000)}, {"k7": "x"})

    assert node.objects is not None
    assert node.objects.children == {}
    assert schema_of(node) == {
        "type": "object",
        "additionalProperties": {"type": ["string", "integer"]},
    }


def test_nesting_is_followed_to_a_depth_and_beyond_it_anything_is_valid():
    deep: object = 1
    for _ in range(150):
        deep = {"in": deep}

    schema = schema_of(node_of(deep))

    assert is_valid(schema, deep)
    assert str(schema).count("properties") < 30
