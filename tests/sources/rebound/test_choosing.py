"""Choosing: one part of rebound answers, by itself."""

from mockforge.sources.rebound.choosing import likeness, weights_of
from mockforge.sources.rebound.situation import Features


def test_what_separates_the_outcomes_weighs_most():
    features: list[Features] = [
        {("state", "id"): each, ("has", "x"): "yes"} for each in "aabb"
    ]

    weights = weights_of(features, ["200", "200", "404", "404"])

    assert weights["state", "id"] > weights["has", "x"]


def test_what_is_not_there_is_unlike_what_is():
    assert likeness("found", "none", "some") == 0
    assert likeness("found", "one", "some") > likeness("found", "one", "some more")
    assert likeness("turn", "1", "2") == 0.5
