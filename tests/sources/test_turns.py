"""Sessions in memory: what is kept of them, and for how long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.clock import VirtualClock
from mockforge.http import Origin
from mockforge.sources import turns
from mockforge.sources.turns import AfterLast, Consumed, Pool, Turns
from mockforge.store.indexed import Indexed

API = Origin("https", "api.example")


def row(number, session="s"):
    return Indexed(
        number, b"k", session, API, "GET", "/x", float(number), False, "http"
    )


def pool(*rows):
    return Pool(b"k", rows)


def test_looking_again_gives_the_same_until_it_is_given():
    two, state = pool(row(1), row(2)), Turns({"s"})

    looked = [state.look(two, "x").row.id for _ in range(3)]
    state.give(two, "x", state.look(two, "x"))

    assert looked == [1, 1, 1]
    assert state.look(two, "x").row.id == 2


def test_sessions_that_ended_are_not_kept():
    clock = VirtualClock()
    state = Turns({"s"}, timeout=10, clock=clock)
    for number in range(100):
        state.take(pool(row(1)), f"client {number}")
        clock.advance(1)

    assert len(state) == 11


def test_no_more_than_so_many_sessions_are_kept(monkeypatch):
    monkeypatch.setattr(turns, "SESSIONS_KEPT", 5)
    state = Turns({"s"})
    for number in range(100):
        state.take(pool(row(1)), f"client {number}")

    assert len(state) == 5


def test_what_an_ended_session_had_is_free_for_the_next():
    clock = VirtualClock()
    both = pool(row(1, "auth:a"), row(2, "auth:b"))
    state = Turns({"auth:a", "auth:b"}, timeout=10, clock=clock)
    assert state.take(both, "auth:x").row.id == 1
    clock.advance(5)
    assert state.take(both, "auth:y").row.id == 2
    clock.advance(6)

    assert state.take(both, "auth:z").row.id == 1


def test_one_answer_is_given_once_if_it_is_to_miss_afterwards():
    state = Turns({"s"}, after_last=AfterLast.MISS)
    state.take(pool(row(1)), "x")

    with pytest.raises(Consumed):
        state.take(pool(row(1)), "x")
    assert state.take(pool(row(1)), "y").row.id == 1


@given(
    st.lists(st.tuples(st.integers(0, 3), st.floats(0, 20)), max_size=40),
    st.lists(st.sampled_from(["auth:a", "auth:b", "addr:1"]), min_size=1, max_size=6),
)
def test_a_session_that_has_not_ended_goes_through_its_part_in_order(steps, recorded):
    clock = VirtualClock()
    all_of_them = pool(*(row(n, name) for n, name in enumerate(recorded)))
    state = Turns(set(recorded), timeout=10, clock=clock)
    given_to: dict[int, list[int]] = {}
    heard: dict[int, float] = {}

    for client, wait in steps:
        clock.advance(wait)
        if clock.monotonic() - heard.get(client, -99) > 10:
            given_to[client] = []
        heard[client] = clock.monotonic()
        given_to[client].append(state.take(all_of_them, f"auth:{client}").row.id)

        assert given_to[client] == sorted(given_to[client])
        distinct = list(dict.fromkeys(given_to[client]))
        # What is repeated is the last of its part.
        assert given_to[client][: len(distinct)] == distinct


def test_a_session_is_known_until_it_has_ended():
    clock = VirtualClock()
    state = Turns({"s"}, timeout=60, clock=clock)

    assert not state.has("a")
    state.take(pool(row(1)), "a")
    clock.advance(60)
    assert state.has("a")
    clock.advance(1)
    assert not state.has("a")
