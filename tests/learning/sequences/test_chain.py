"""Chains: bounded in memory, and times between steps as they were."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.learning.sequences import chain as module
from mockforge.learning.sequences.chain import Chain
from mockforge.learning.sequences.steps import START, Step
from tests.learning.sequences.traffic import LAW


def walking(seed, length, kinds=30):
    """Return a chain that saw a walk at random, in updates of a hundred."""
    chance, found = rng(seed), Chain()
    context: tuple[int, ...] = (0,)
    for turn in range(length):
        at = found.number(Step(f"GET /{chance.randrange(kinds)}", 200))
        assert at is not None
        found.see(context, at, chance.random())
        context = (*context, at)[-module.ORDER :]
        if turn % 100 == 99:
            found.settle(LAW)
    found.settle(LAW)
    return found


def test_long_contexts_with_the_least_evidence_go_first(monkeypatch):
    monkeypatch.setattr(module, "MOST_CONTEXTS", 500)
    found = walking(1, 5000)

    rows = [
        cause
        for _, branch in found.branches.every()
        for table in branch.tables
        for cause in table.rows
        if cause and cause[0] != "gap"
    ]
    assert len(rows) <= 600
    assert found.samples == 5000
    assert len(found.next([])) > 1


def test_steps_beyond_the_bound_are_not_told_apart(monkeypatch):
    monkeypatch.setattr(module, "MOST_STEPS", 10)
    found = Chain()
    numbers = [found.number(Step(f"GET /{number}", 200)) for number in range(20)]

    assert numbers[:8] == list(range(2, 10))
    assert set(numbers[8:]) == {None}


def test_what_would_end_now_is_not_kept():
    found = walking(1, 300)
    before = json.dumps(found.to_json())
    found.end([(2, 3)])

    assert json.dumps(found.to_json()) == before
    assert found.number(START) == 0


@given(st.lists(st.integers(2, 4), max_size=40), st.data())
def test_what_comes_again_is_counted_as_what_comes_first(steps, data):
    gaps = data.draw(st.lists(st.floats(0, 9), min_size=len(steps)))
    found = []
    for most in (0, 3, 1_000):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "MOST_WAYS", most)
            patch.setattr(module, "MOST_CONTEXTS", 40)
            one = Chain()
            for at, (step, gap) in enumerate(zip(steps, gaps, strict=False)):
                context = (0, *steps[:at])[-module.ORDER :]
                one.see(context, step, gap if at else None)
            one.settle(LAW)
        found.append(json.dumps(one.to_json()))

    assert found[0] == found[1] == found[2]


def test_what_was_kept_and_broken_counts_nothing():
    kept = walking(1, 200).to_json()
    kept["branches"][0][1] = [["x"]]
    kept["branches"][1][1][0][0] = float("nan")
    found = Chain.from_json(kept)

    assert found.next([])
    assert found.samples >= 0
