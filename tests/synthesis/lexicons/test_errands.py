"""Laws of the words for stays, drones, locks, racket games, things for sale."""

import pytest

from mockforge.chance import rng
from mockforge.synthesis import Maker, Wanted
from mockforge.synthesis.lexicons.errands import LEXICONS
from tests.synthesis.lexicons.wording import check
from tests.synthesis.things import NOW


@pytest.mark.parametrize(
    ("path", "member"),
    [
        ("/stays", "price_per_night"),
        ("/vacation-rentals", "max_guests"),
        ("/pipelines/7/jobs", "stage"),
        ("/jobs/listings", "department"),
        ("/drones/4/flights", "pilot"),
        ("/smart-locks/4/events", "method"),
        ("/tennis/matches", "court"),
        ("/marketplace/listings", "condition"),
        ("/coins/markets", "symbol"),
        ("/mortgages/quotes", "lender"),
        ("/food-inspections", "result"),
        ("/geocode", "lat"),
        ("/flights", "airline"),
        ("/events", "venue"),
        ("/jobs", "company"),
        ("/matches", "home_team"),
        ("/real-estate/listings", "bedrooms"),
        ("/markets", "name"),
    ],
)
def test_a_path_alone_gives_things_of_the_domain(path, member):
    found = Maker().made(Wanted(path=path, count=6), rng(3), now=NOW)
    several = found if isinstance(found, list) else [found]

    assert all(member in each for each in several)


@pytest.mark.parametrize("lexicon", LEXICONS, ids=lambda one: one.name)
def test_its_phrases_are_whole_and_every_kind_has_words_or_members(lexicon):
    check(lexicon)
    for kind in lexicon.kinds:
        told = lexicon.kinds[kind] or lexicon.blueprints.get(kind)
        assert told or kind in lexicon.tables, kind
