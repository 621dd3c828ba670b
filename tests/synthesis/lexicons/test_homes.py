"""Laws of the words for the earth, the weather, houses and schools."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.lexicons.homes import LEXICONS
from tests.synthesis.lexicons.wording import check

NOW = 1_790_000_000.0


@pytest.mark.parametrize(
    ("path", "member"),
    [
        ("/weather/forecasts", "condition"),
        ("/leases", "monthly_rent"),
        ("/volcanoes", "elevation_m"),
        ("/salon/services", "duration_minutes"),
    ],
)
def test_a_path_alone_gives_things_of_the_domain(path, member):
    found = Maker().made(Wanted(path=path, count=6), rng(3), now=NOW)
    texts = [value for each in found for value in each.values() if value is not None]

    assert all(member in each for each in found)
    assert not any("{" in str(value) for value in texts if isinstance(value, str))


@pytest.mark.parametrize("lexicon", LEXICONS, ids=lambda one: one.name)
def test_its_phrases_are_whole_and_every_kind_has_words_or_members(lexicon):
    check(lexicon)
    for kind in lexicon.kinds:
        told = lexicon.kinds[kind] or lexicon.blueprints.get(kind)
        assert told or kind in lexicon.tables, kind
