"""Shops of one sort of thing have what a product needs."""

import pytest

from mockforge.synthesis.lexicons import SHELVES
from mockforge.synthesis.lexicons.lexicon import fitting

THINGS = [
    pytest.param(line, thing, id=thing.name)
    for line in SHELVES
    for thing in line.choices()
]


@pytest.mark.parametrize(("line", "thing"), THINGS)
def test_of_each_thing_there_is_something_to_tell(line, thing):
    assert "$" not in thing.name
    assert 0 < thing.price[0] < thing.price[1]
    assert len(fitting(line.features, thing.name)) > 2
    assert fitting(line.uses, thing.name)


@pytest.mark.parametrize("line", SHELVES, ids=[line.category for line in SHELVES])
def test_what_is_for_some_is_for_some_that_there_are(line):
    names = [thing.name.lower() for thing in line.choices()]
    for phrase in (*line.features, *line.uses):
        for name in phrase.partition(" @ ")[2].split(","):
            assert any(name.strip() in called for called in names), phrase


def test_each_shop_is_asked_for_by_words_of_its_own():
    assert all(line.signs for line in SHELVES)
    assert len({line.category for line in SHELVES}) == len(SHELVES)
