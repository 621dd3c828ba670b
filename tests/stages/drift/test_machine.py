"""State machines become what they may, as often as they should."""

from collections import Counter

import pytest

from mockforge.chance import rng
from mockforge.stages.drift.machine import Machine

# The example of the documents: `cancelled` is no state by itself.
ORDER = Machine.of(
    ["pending", "processing", "shipped", "delivered"],
    {
        "pending": [("processing", 0.7), ("cancelled", 0.3)],
        "processing": [("shipped", 0.9), ("cancelled", 0.1)],
        "shipped": [("delivered", 1.0)],
    },
)


def draws(seed):
    return lambda step: rng(seed, step)


def test_one_step_becomes_each_as_often_as_it_is_to():
    became = Counter(ORDER.moved("pending", 0, 1, draws(n)) for n in range(2000))

    assert set(became) == {"processing", "cancelled"}
    assert became["processing"] / 2000 == pytest.approx(0.7, abs=0.04)


def test_it_ends_in_states_that_nothing_leads_on_from():
    ends = {ORDER.moved("pending", 0, 50, draws(n)) for n in range(50)}

    assert ends == {"delivered", "cancelled"}
    assert ORDER.moved("delivered", 0, 10**12, draws(1)) == "delivered"
    assert ORDER.moved("elsewhere", 0, 5, draws(1)) == "elsewhere"


def test_without_transitions_states_follow_in_order():
    machine = Machine.of(["a", "b", "c"], {})

    assert [machine.moved("a", 0, n, draws(1)) for n in range(5)] == [*"abccc"]


def test_what_is_left_of_the_shares_is_that_it_stays():
    machine = Machine.of(["a", "b"], {"a": [("b", 0.25)]})
    left = sum(machine.moved("a", 0, 1, draws(n)) == "b" for n in range(2000))

    assert left / 2000 == pytest.approx(0.25, abs=0.04)


def test_step_by_step_is_all_at_once():
    for seed in range(20):
        state = "pending"
        for step in range(6):
            state = ORDER.moved(state, step, step + 1, draws(seed))
        assert state == ORDER.moved("pending", 0, 6, draws(seed))


def test_very_many_steps_are_drawn_in_one_go_with_the_right_shares():
    machine = Machine.of(["a", "b"], {"a": [("b", 0.3)], "b": [("a", 0.1)]})
    ends = Counter(machine.moved("a", 0, 10**9, draws(n)) for n in range(100))
    slow = Machine.of(["a", "b"], {"a": [("b", 1e-6)]})
    left = sum(slow.moved("a", 0, 693_147, draws(n)) == "b" for n in range(100))

    assert 60 <= ends["b"] <= 90
    assert 35 <= left <= 65


def test_thirds_leave_nothing_over():
    machine = Machine.of([], {"a": [("b", 1 / 3), ("c", 1 / 3), ("d", 1 / 3)]})
    became = {machine.moved("a", 0, 1, draws(n)) for n in range(200)}

    assert became == {"b", "c", "d"}


def test_a_state_that_is_almost_another_is_doubtful():
    machine = Machine.of(
        ["pending", "shipped"],
        {"pending": [("shiped", 1.0)], "shipped": [("pending", 1.0)]},
    )

    assert machine.doubtful == [("shiped", "shipped")]
    assert ORDER.doubtful == []
