"""Counts: a change is told where there is one, and hardly ever where there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.patterns.law import Law
from mockforge.learning.sequences.counts import Counts, Tracked, beyond, differ, drawn

LAW = Law()


def counted(outcomes, cause=()):
    found = Counts()
    for outcome in outcomes:
        found.count(cause, outcome)
        found.witness()
    return found


def tracked(*batches):
    found = Tracked(Counts())
    for batch in batches:
        found.waiting.add([counted(batch)])
        found.settle(LAW)
    return found


@pytest.mark.parametrize(
    ("statistic", "degrees", "expected"),
    [(3.841, 1, 0.05), (18.307, 10, 0.05), (124.342, 100, 0.05), (13.816, 2, 0.001)],
)
def test_chances_are_those_of_the_tables(statistic, degrees, expected):
    assert beyond(statistic, degrees) == pytest.approx(expected, rel=0.2)


def test_nothing_is_never_beyond():
    assert beyond(0.0, 3) == beyond(5.0, 0) == 1.0


def test_a_change_is_hardly_ever_told_where_there_is_none():
    """In less than one of a hundred updates, whatever is likely."""
    alarms = updates = 0
    for seed in range(40):
        chance = rng(seed, "alarms")
        kinds = chance.randint(2, 12)
        weights = [chance.random() ** 3 + 0.01 for _ in range(kinds)]
        old = counted(chance.choices(range(kinds), weights, k=chance.randint(20, 400)))
        for _ in range(25):
            size = chance.randint(10, 60)
            alarms += old.differs(
                [counted(chance.choices(range(kinds), weights, k=size))]
            )
            updates += 1

    assert alarms / updates < 0.01


def test_one_rare_thing_is_no_change_and_a_reversal_is():
    old = counted(["a"] * 1000)

    assert not old.differs([counted(["a"] * 9 + ["b"])])
    assert old.differs([counted(["b"] * 10)])
    assert differ([({"a": 5.0}, {"a": 9.0})]) == 1.0


def test_while_nothing_changes_all_counts_alike():
    found = tracked(*[["a", "a", "b"] * 10] * 20)

    assert found.new is None
    assert found.mixed(())["a"] == pytest.approx(2 / 3)
    assert found.samples == 600


def test_too_little_waits_and_counts_all_the_same():
    found = tracked(["a"] * 3, ["a"] * 3)

    assert found.old.samples == 0
    assert found.samples == found.total(()) == 6
    assert found.mixed(()) == {"a": 1.0}
    assert found.seen((), "a") == 6
    assert found.knows(())


def test_a_change_is_followed_by_shares_and_a_reversal_fades():
    found = tracked(["a"] * 100, *[["b"] * 10] * 4)
    share = found.mixed(())["b"]
    assert share == pytest.approx(1 - 0.8**4)

    for _ in range(20):
        found.waiting.add([counted(["a"] * 10)])
        found.settle(LAW)
    assert found.new is None
    assert found.mixed(())["a"] == 1.0


def test_what_fades_keeps_its_proportions():
    found = tracked(["a", "a", "a", "b"] * 10)
    found.fade(LAW)

    assert found.samples == pytest.approx(40 * 0.95)
    assert found.mixed(())["a"] == pytest.approx(0.75)


OUTCOMES = st.dictionaries(st.integers(0, 9), st.floats(0.01, 100.0), min_size=1)


@given(OUTCOMES, st.floats())
def test_what_is_drawn_is_one_of_them(outcomes, u):
    assert drawn(outcomes, u) in outcomes


def test_what_is_drawn_is_as_likely_as_it_was():
    chance = rng(1)
    got = [drawn({"a": 1.0, "b": 3.0}, chance.random()) for _ in range(2000)]

    assert got.count("b") / 2000 == pytest.approx(0.75, abs=0.04)
