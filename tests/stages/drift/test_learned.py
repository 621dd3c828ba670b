"""Rules are found in how answers moved, and only for what does."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.chance import rng
from mockforge.stages.drift.learned import Read, derived, repeated


def reads(make, things=3, times=12, gap=60.0):
    """Return reads of some things, each *gap* seconds after the one before."""
    return [
        Read(f"t{thing}", 1e9 + gap * turn + thing, make(thing, turn))
        for turn in range(times)
        for thing in range(things)
    ]


def rules(make, **options):
    kept = {k: options.pop(k) for k in ("things", "times", "gap") if k in options}
    return {each.field: each for each in derived(reads(make, **kept), **options)}


def drawn(thing, turn, what="x"):
    return rng(1, thing, turn, what)


def walk(thing, turn, rate=0.5, start=100.0):
    value = start
    for step in range(turn):
        value += drawn(thing, step).uniform(-rate, rate)
    return round(value, 2)


@settings(max_examples=30)
@given(st.integers(-20, 20).filter(bool), st.integers(1, 4), st.integers(500, 10_000))
def test_a_counter_is_linear_with_its_mean_rate(rate, things, start):
    rule = rules(
        lambda thing, turn: {"id": thing, "n": start + thing + rate * turn},
        things=things,
        times=30,
    )["n"]

    assert (rule.strategy, rule.rate) == ("linear", rate)
    assert rule.min_value == (0.0 if rate < 0 else None)


def test_a_counter_that_does_not_always_move_has_the_mean():
    rule = rules(lambda thing, turn: {"id": thing, "n": 10 + turn // 2}, times=41)["n"]

    assert rule.rate == pytest.approx(0.5, abs=0.02)


def test_where_a_counter_stays_at_its_end_that_is_its_bound():
    rule = rules(lambda thing, turn: {"id": thing, "left": max(0, 8 - turn)})["left"]

    assert (rule.strategy, rule.rate, rule.min_value) == ("linear", -1.0, 0.0)

    rule = rules(lambda thing, turn: {"id": thing, "score": min(100, 95 + turn)})[
        "score"
    ]

    assert (rule.rate, rule.max_value) == (1.0, 100.0)


def test_in_time_the_rate_is_that_of_an_interval():
    rule = rules(
        lambda thing, turn: {"id": thing, "n": 5 * turn}, gap=10.0, interval=60.0
    )["n"]

    assert rule.rate == pytest.approx(30.0)


@settings(max_examples=15)
@given(st.floats(0.1, 5.0))
def test_a_number_that_fluctuates_walks_with_the_spread_that_was_seen(rate):
    rule = rules(
        lambda thing, turn: {"id": thing, "price": walk(thing, turn, rate, 1000.0)},
        things=4,
        times=40,
    )["price"]

    assert rule.strategy == "random_walk"
    assert rule.rate == pytest.approx(rate, rel=0.25, abs=0.02)
    assert rule.min_value < 1000 < rule.max_value


def test_prices_of_another_size_each_walk_by_a_share():
    rule = rules(
        lambda thing, turn: {
            "id": thing,
            "price": f"{walk(thing, turn, 1.0) * (1, 7, 90)[thing]:.2f}",
        },
        times=40,
    )["price"]

    assert float(rule.rate.rstrip("%")) == pytest.approx(1.0, rel=0.25)
    assert 85 < float(rule.min_value.rstrip("%")) < 100


PATH = ["pending", "processing", "shipped", "delivered"]


def test_states_become_what_they_became_as_often():
    def order(thing, turn):
        state = 0
        for step in range(turn):
            state = min(3, state + (drawn(thing, step).random() < 0.4))
        return {"id": thing, "status": PATH[state], "at": {"open": state < 3}}

    found = rules(order, things=40)
    rule = found["status"]

    assert rule.states == PATH
    assert [*rule.transitions] == PATH
    assert rule.transitions["delivered"] == []
    for state, after in pairwise(PATH):
        ((into, share),) = rule.transitions[state]
        assert into == after
        assert share == pytest.approx(0.4, abs=0.12)
    assert found["at.open"].transitions["true"][0][0] == "false"
    assert found["at.open"].transitions["false"] == []


def test_items_of_lists_are_compared_by_their_identity():
    def page(thing, turn):
        items = [{"id": n, "sold": 10 * n + turn} for n in range(3)]
        return {"items": items[:: 1 if turn % 2 else -1]}

    rule = rules(page, things=1)["items[*].sold"]

    assert (rule.strategy, rule.rate) == ("linear", 1.0)

    assert "[*].n" in rules(lambda _, turn: [{"id": 1, "n": turn}], things=1)


def test_what_moves_with_an_identity_beside_it_is_of_another_thing():
    def me(thing, turn):
        initials = "abc"[drawn(thing, turn).randrange(3)]
        who = {"username": f"user{turn % 7}", "initials": initials}
        return {"who": who, "mood": "good" if turn % 2 else "bad"}

    found = rules(me, things=1, times=60)

    assert [*found] == ["mood"]


def test_shares_that_were_rounded_do_not_add_up_to_more_than_one():
    found = rules(
        lambda thing, turn: {
            "id": thing,
            "state": "abcdefghijklmno"[drawn(thing, turn).randrange(15)],
        },
        things=5,
        times=60,
    )

    assert len(found["state"].transitions) == 15


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", lambda thing, turn: turn),
        ("requestId", lambda thing, turn: turn),
        ("order_id", lambda thing, turn: f"o{turn}"),
        ("trace", lambda thing, turn: f"{drawn(thing, turn).getrandbits(64):016x}"),
        ("csrf_token", lambda thing, turn: "abc"[turn % 3]),
        ("seed", lambda thing, turn: drawn(thing, turn).getrandbits(48)),
        ("updated", lambda thing, turn: f"2024-01-01T00:{turn:02}:00Z"),
        ("now", lambda thing, turn: int(1e9 + 60 * turn)),
        ("now_ms", lambda thing, turn: int((1e9 + 60 * turn) * 1000)),
        ("title", lambda thing, turn: f"{'xyzabcdefghijkl'[turn]} of {thing}"),
        ("same", lambda thing, turn: 5),
        ("once", lambda thing, turn: int(turn > 5 and thing == 0)),
        ("kind", lambda thing, turn: 1 if turn % 2 else "one"),
        ("maybe", lambda thing, turn: None if turn % 2 else "yes"),
        ("deep", lambda thing, turn: [[]] * turn),
    ],
)
def test_what_is_another_each_time_anyway_does_not_drift(name, value):
    assert rules(lambda thing, turn: {name: value(thing, turn)}) == {}


def test_nothing_is_learned_from_too_little():
    assert rules(lambda thing, turn: {"n": turn}, things=1, times=10) == {}
    assert "n" in rules(lambda thing, turn: {"n": turn}, things=1, times=11)
    assert "n" in rules(lambda thing, turn: {"n": turn}, things=1, times=5, least=3)
    assert derived([]) == []


def test_what_was_written_did_not_drift():
    written = [
        Read("t", float(turn), {"n": turn}, is_written=True) for turn in range(30)
    ]

    assert derived(written) == []


def test_things_that_differ_are_not_compared():
    assert derived(Read(f"t{n}", float(n), {"n": n}) for n in range(30)) == []


def test_reads_of_the_same_at_the_same_time_are_no_measure_of_time():
    at_once = [Read("t", 5.0, {"n": n}) for n in range(30)]

    assert derived(at_once, interval=60.0) == []
    assert [each.rate for each in derived(at_once)] == [1.0]


def test_reads_of_something_again_are_counted():
    assert repeated(reads(lambda *_: 1, things=3, times=4)) == 9


STRANGE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(["on", "off"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=50)
@given(st.lists(st.tuples(STRANGE, st.floats(-1e12, 1e12)), max_size=25))
def test_nothing_is_too_strange_to_learn_from(given_):
    found = derived((Read("t", at, value) for value, at in given_), least=3)

    assert len({each.field for each in found}) == len(found)
