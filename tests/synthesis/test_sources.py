"""Laws of where what a field holds is from."""

import pytest

from mockforge.synthesis.lexicons import WORDS
from mockforge.synthesis.sources import source, values_of


def of(kind, *words, domain="generic", role=""):
    """Where a field of *words* is from, by the kind it is of."""
    found = source(kind, domain, words, role, False)
    return "" if found is None else found.kind


@pytest.mark.parametrize(
    ("kind", "words", "told"),
    [
        ("plant", ("scientific", "name"), "plant"),
        ("loan", ("book", "author"), "library book"),
        ("train ticket", ("train", "number"), "train"),
        ("hive", ("queen", "breed"), "hive"),
        ("artwork", ("painter",), "artwork"),
        ("loan", ("flumph",), ""),
    ],
)
def test_the_words_tell_of_what_it_is(kind, words, told):
    assert of(kind, *words) == told


def test_the_domain_comes_before_any_talk():
    near = source("", "chat", ("flumph", "room"), "", False)
    own = source("", "rail", ("class",), "", False)

    assert near is not None
    assert own is not None
    assert "second" in own.values


def test_the_type_of_a_thing_is_what_such_things_are():
    assert values_of(("wave", "type")) == WORDS["wave"]
    assert values_of(("flumph", "type")) == ()
