import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.errors import ConfigError
from mockforge.sources import room
from mockforge.sources.room import EMPTY, LEAST, resident

MB = 1 << 20


@pytest.mark.parametrize("body_bytes", [0, 1000, 5 * MB])
def test_a_small_recording_has_room_for_something(body_bytes):
    assert room.room(body_bytes) == LEAST


@given(st.integers(0, 1 << 40))
def test_without_a_bound_the_process_takes_twice_the_bodies_at_most(body_bytes):
    beside = max(0, resident() - EMPTY)

    assert room.room(body_bytes) + beside <= max(2 * body_bytes, LEAST + beside)


def test_long_bodies_are_held_for_the_most_part():
    assert room.room(10_000 * MB) > 18_000 * MB


def test_a_bound_is_for_the_whole_process():
    bound = resident() + 100 * MB

    assert 50 * MB < room.room(1, bound) < 100 * MB
    assert room.room(1 << 40, bound) < 100 * MB


def test_a_bound_below_what_is_taken_is_refused():
    with pytest.raises(ConfigError, match=r"are too few.*--max-memory"):
        room.room(1, 10 * MB)


def test_what_is_given_back_is_nothing_that_is_used():
    kept = [bytes([number]) * 10_000 for number in range(200)]
    del kept[::2]
    room.give_back()

    assert kept == [bytes([number]) * 10_000 for number in range(1, 200, 2)]
