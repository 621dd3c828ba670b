"""Phrases come from the nearest lexicon, with words put in."""

from mockforge.synthesis.phrases import filled, phrases_for, said
from tests.synthesis.things import entity


def test_a_kind_has_its_own_phrases():
    assert "Principles of Design" in phrases_for(entity("course"), "name")
    assert phrases_for(entity("course"), "no such role") == ()
    assert said(entity("course"), "no such role") is None


def test_words_are_put_in():
    thing = entity("post")

    assert filled(thing, "plain") == "plain"
    assert filled(thing, "In {city}.") == f"In {thing.place().city}."
    assert filled(thing, "{Adjective}")[0].isupper()
