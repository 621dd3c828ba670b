"""Items of a list are in order, ranked, and parts of a whole."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.synthesis.members import Members
from mockforge.synthesis.series import Row, arrange
from tests.synthesis.things import NOW, when


def arranged(items, kind="", kept=()):
    rows = [Row(Members({}, one, set(kept), lambda *_: True), kind) for one in items]
    arrange(rows, rng(1), NOW)
    return items


NUMBERS = st.lists(st.integers(1, 10**6), min_size=2, max_size=12)


@settings(max_examples=40, deadline=None)
@given(NUMBERS, st.sampled_from(["timestamp", "recordedAt", "time"]))
def test_samples_are_at_even_steps(values, name):
    found = arranged([{name: f"2025-01-{1 + one % 28:02}T00:00:00Z", "value": one}
                      for one in values])  # fmt: skip
    times = [when(one[name]) for one in found]

    assert len({b - a for a, b in pairwise(times)}) == 1
    assert times[-1] <= NOW
    assert min(values) <= min(one["value"] for one in found)


@settings(max_examples=40, deadline=None)
@given(NUMBERS)
def test_ranks_are_one_after_the_other(values):
    found = arranged([{"rank": 7, "name": str(one), "score": one} for one in values])

    assert [one["rank"] for one in found] == [*range(1, len(values) + 1)]
    assert [one["score"] for one in found] == sorted(values, reverse=True)
    assert all(one["name"] == str(one["score"]) for one in found)


@settings(max_examples=40, deadline=None)
@given(NUMBERS, st.sampled_from(["percentage", "vote_share", "sharePercent"]))
def test_shares_are_a_hundred_together(values, name):
    found = arranged([{"label": "x", "votes": one, name: 40.0} for one in values])

    assert sum(one[name] for one in found) == pytest.approx(100)
    assert [one["votes"] for one in found] == values


@settings(max_examples=40, deadline=None)
@given(NUMBERS)
def test_a_balance_runs(values):
    kinds = ("credit", "debit")
    found = arranged([{"date": f"2025-01-{1 + one % 28:02}", "type": kinds[one % 2],
                       "amount": one / 100, "balanceBefore": 1.0, "balanceAfter": 5.0}
                      for one in values], "transaction")  # fmt: skip

    for before, after in pairwise(found):
        assert before["date"] <= after["date"]
        assert after["balanceBefore"] == before["balanceAfter"]
    for one in found:
        sign = 1 if one["type"] == "credit" else -1
        assert one["balanceAfter"] == pytest.approx(
            one["balanceBefore"] + sign * one["amount"], abs=0.011
        )


def test_ids_that_count_up_go_with_the_time():
    found = arranged([{"id": 1, "name": "b", "created_at": "2025-02-01"},
                      {"id": 2, "name": "a", "created_at": "2025-01-01"}])  # fmt: skip

    assert [(one["id"], one["name"]) for one in found] == [(1, "a"), (2, "b")]


def test_one_of_several_is_the_usual_one():
    found = arranged([{"is_default": True}, {"is_default": True}])

    assert [one["is_default"] for one in found] == [True, False]


def test_what_is_given_stays():
    items = [{"rank": 3, "score": 1}, {"rank": 9, "score": 2}]

    assert arranged([*items], kept=["rank"]) == items


def test_what_has_a_usual_size_is_no_part_of_a_whole():
    items = [{"name": name, "spo2_pct": 96} for name in ("Ann", "Ben", "Cleo")]

    assert all(one["spo2_pct"] == 96 for one in arranged(items))
