"""The ends of a way are told, each in its own form."""

from mockforge.synthesis.facts import facts_in
from mockforge.synthesis.ways import direction_of, places_named
from tests.synthesis.asks import wanted


def test_words_tell_which_end_it_is():
    asked = wanted("/a", "/a?from=x&dest_city=y&base=z&price_from=3&start=4&other=5")
    found = {fact.name: direction_of(fact) for fact in facts_in(asked)}

    assert found == {
        "from": "origin", "dest_city": "destination", "base": "origin",
        "price_from": "", "start": "", "other": "",
    }  # fmt: skip


def test_places_are_named_for_each_end():
    asked = wanted("/flights/{from}/{to}", "/flights/OSL/Lyon?country=NO")

    assert [*places_named(facts_in(asked))] == [
        ("origin", "OSL"), ("destination", "Lyon"), ("country", "NO")
    ]  # fmt: skip
