"""Listing: one part of rebound answers, by itself."""

from mockforge.sources.rebound.facts import Fact, Facts
from mockforge.sources.rebound.listing import Rule, Thing, number_at


def asked(**texts):
    return Facts.of([Fact(("query", n), (n,), t, t) for n, t in texts.items()])


def test_rules_choose_by_prefix_by_range_and_by_what_is_after():
    thing = Thing("cfg/2")

    assert Rule("prefix", ("query", "p")).allows(thing, asked(p="cfg/"))
    assert not Rule("prefix", ("query", "p")).allows(thing, asked(p="svc/"))
    assert Rule("range", ("query", "a"), ("query", "b")).allows(
        thing, asked(a="cfg/", b="cfg0")
    )
    assert not Rule("after", ("query", "a")).allows(thing, asked(a="cfg/2"))
    assert Rule("is", ("query", "x")).allows(thing, asked())


def test_a_limit_is_a_whole_number_and_not_none():
    assert number_at(asked(n="3"), ("query", "n")) == 3
    assert number_at(asked(n="0"), ("query", "n")) is None
    assert number_at(asked(n="x"), ("query", "n")) is None
