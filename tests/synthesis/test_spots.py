"""The fields of a schema are found, with the words that name them."""

from mockforge.learning.fields.composing import Composing
from mockforge.synthesis.spots import meant, spots_in
from tests.synthesis.asks import several, thing


def test_fields_are_named_by_what_they_are_in():
    schema = thing("total:i", data=several(thing("id", buyer=thing("uuid name"))))
    found = {spot.path: spot.words for spot in spots_in(schema, Composing({}))}

    assert found == {
        ("total",): ("total",),
        ("data", "*", "id"): ("id",),
        ("data", "*", "buyer", "uuid"): ("customer", "id"),
        ("data", "*", "buyer", "name"): ("customer", "name"),
    }


def test_words_that_say_the_same_are_the_same():
    assert meant(("dest", "airports")) == ("destination", "airport")
    assert meant(("is", "active")) == ("active",)


def test_a_schema_within_itself_ends():
    again = {"$ref": "#/$defs/a"}
    inner = thing("id", next=again, all=several(again))
    found = spots_in({"$ref": "#/$defs/a"}, Composing({"a": inner}))

    assert len(found) < 500
