"""Lines of goods have what a product needs."""

import pytest

from mockforge.synthesis.lexicons import GOODS
from mockforge.synthesis.lexicons.lexicon import fitting


@pytest.mark.parametrize("line", GOODS, ids=[line.category for line in GOODS])
def test_a_line_is_whole(line):
    assert line.brands
    assert line.series
    assert line.things
    assert len(line.features) > 1
    assert all(line.specs.values())
    assert 0 < line.price[0] < line.price[1]


THINGS = [
    pytest.param(line, thing, id=thing.name)
    for line in GOODS
    for thing in line.choices()
]


@pytest.mark.parametrize(("line", "thing"), THINGS)
def test_of_each_thing_there_is_something_to_tell(line, thing):
    assert "$" not in thing.name
    assert 0 < thing.price[0] < thing.price[1]
    assert len(fitting(line.features, thing.name)) > 2
    assert fitting(line.uses, thing.name)
    assert any(fitting(some, thing.name) for some in line.specs.values())


@pytest.mark.parametrize("line", GOODS, ids=[line.category for line in GOODS])
def test_what_is_for_some_is_for_some_that_there_are(line):
    names = [thing.name.lower() for thing in line.choices()]
    told = [line.features, line.uses, *line.specs.values()]
    for phrase in (one for some in told for one in some):
        for name in phrase.partition(" @ ")[2].split(","):
            assert any(name.strip() in called for called in names), phrase
