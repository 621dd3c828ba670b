import pytest

from mockforge.learning.bindings.answers import Told
from mockforge.learning.bindings.rules import (
    counted_on,
    derivations,
    holds,
    number_of,
)
from mockforge.learning.bindings.situations import Situations
from mockforge.learning.bindings.timeline import Timeline
from tests.learning.talks import NOW, Talk


def told(value, place="v"):
    return Told(0, ("body", place), value, str(value))


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        (2, "count"),
        (12.5, "sum"),
        (3, "next"),
        (1, "previous"),
        (NOW + 7.35, "now"),
        (int(NOW + 7 + 900), "later"),
        ("2025-06-15T15:06:47Z", "now"),
    ],
)
def test_a_rule_gives_the_value_and_holds(value, rule):
    talk = Talk()
    items = [{"price": 10, "n": 1}, {"price": 2.5, "n": 1}]
    talk.say("GET /a", "/a?page=2", told={"items": items, "v": value})
    situations = Situations(Timeline(talk.samples))

    found = [one for one in derivations(told(value), situations) if one.rule == rule]

    assert found
    assert all(holds(one, told(value), situations) for one in found)
    assert not any(holds(one, told("word"), situations) for one in found)


@pytest.mark.parametrize(
    ("value", "number"),
    [(7, 7.0), ("17", 17.0), (True, None), ("x", None), (None, None), (10**400, None)],
)
def test_numbers_are_read(value, number):
    assert number_of(value) == number


def test_numbers_that_go_on_are_counted_by_session_and_over_all():
    rows = [("s", 1), ("t", 5), ("s", 2), ("t", 6), ("s", 9)]

    assert counted_on([(session, told(value)) for session, value in rows]) == 2
    assert counted_on([("s", told("x"))]) == 0
