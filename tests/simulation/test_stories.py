from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.exchange import Failure, FailureKind
from mockforge.http import Response
from mockforge.simulation.stories import Collected
from tests.simulation.worlds import recorded, stories_of
from tests.worlds import API, exchange


def test_sessions_become_stories_in_the_order_of_time():
    made = recorded(3)

    stories = stories_of(made)

    assert len(stories.stories) == 3
    assert sum(map(len, stories.stories)) == len(stories.takes) == len(made)
    for number, story in enumerate(stories.stories):
        takes = [stories.takes[each] for each in story]
        assert [take.position for take in takes] == list(range(len(takes)))
        assert {take.story for take in takes} == {number}
        assert takes[0].gap == 0.0
    assert stories.cookies == {"sid", "guard"}
    assert stories.keep_cookies == {0, 1, 2}


def test_who_logged_in_is_the_same_user_as_before():
    token = "q7Rk2vXz9LmPw4TnYb8C"
    made = [
        exchange("POST", f"{API}/login", answer=b'{"token": "%s"}' % token.encode()),
        exchange(
            url=f"{API}/me", headers=[("Authorization", f"Bearer {token}")], session="t"
        ),
    ]

    assert len(stories_of(made).stories) == 1


def test_what_cannot_be_sent_is_left_out_and_told():
    made = [
        exchange(),
        exchange(response=Response(101)),
        replace(exchange(), request=replace(exchange().request, size=5)),
    ]

    stories = stories_of(made)

    assert len(stories.takes) == 1
    assert stories.left_out == {
        "WebSocket conversation": 1,
        "recorded request is incomplete": 1,
    }


def test_a_failure_that_passes_is_asked_and_anything_well_is_expected():
    failure = Failure(FailureKind.RESET, "gone")
    made = [
        exchange(url=f"{API}/a"),
        exchange(url=f"{API}/a", status=503),
        exchange(url=f"{API}/a"),
        exchange(url=f"{API}/a", response=None, failure=failure),
        exchange(url=f"{API}/b", status=404),
    ]

    takes = stories_of(made).takes

    assert [sorted(take.expected) for take in takes] == [
        [200],
        [200, 503],
        [200],
        [200],
        [404],
    ]
    assert takes[1].again == 2
    assert [take.again for take in takes if take.number != 1] == [None] * 4


@pytest.mark.parametrize("elapsed", [-5.0, float("nan"), float("inf"), 1e18])
def test_clocks_that_go_wrong_make_no_gap_that_cannot_pass(elapsed):
    made = [
        exchange(started=10.0, elapsed=elapsed),
        exchange(started=float("nan")),
        exchange(started=5.0),
    ]

    assert all(0.0 <= take.gap <= 1800.0 for take in stories_of(made).takes)


def test_nothing_makes_no_story():
    stories = stories_of([])

    assert (stories.takes, stories.stories, stories.longest) == ((), (), 0)


@given(st.lists(st.integers(0, 5), max_size=60), st.integers(1, 20))
@settings(max_examples=30)
def test_whole_sessions_are_held_and_never_too_many(order, most):
    collected = Collected(most=most)
    sizes: dict[str, int] = {}
    for each in order:
        sizes[f"s{each}"] = sizes.get(f"s{each}", 0) + 1
        collected.add(exchange(session=f"s{each}"))

    held = {name: len(made) for name, made in collected.sessions.items()}
    assert all(sizes[name] == count for name, count in held.items())
    assert sum(held.values()) <= most or len(held) == 1
    gone = sum(sizes.values()) - sum(held.values())
    assert collected.left_out.total() == gone


def test_a_recording_without_times_is_walked_at_leisure():
    made = [exchange(started=0.0) for _ in range(3)]
    timed = [exchange(started=0.0), exchange(started=2.5)]

    stories = stories_of(made)

    assert not stories.is_timed
    assert [take.gap for take in stories.takes] == [0.0, 1.0, 1.0]
    assert stories_of(timed).is_timed
    assert [take.gap for take in stories_of(timed).takes] == [0.0, 2.5]
