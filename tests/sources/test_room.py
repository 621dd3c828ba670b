import pytest

from mockforge.errors import ConfigError
from mockforge.sources import room
from mockforge.sources.room import ENTRY, LEAST, resident

MB = 1 << 20


@pytest.mark.parametrize(
    ("body_bytes", "exchanges", "expected"),
    [
        (0, 0, LEAST),
        (100 * MB, 1000, LEAST + 200 * MB - 1000 * ENTRY),
        (1000, 100_000, LEAST),
    ],
    ids=["nothing", "long bodies", "short bodies"],
)
def test_without_a_bound_it_is_twice_the_bodies(body_bytes, exchanges, expected):
    assert room.room(body_bytes, exchanges) == expected


def test_a_bound_is_for_the_whole_process():
    bound = resident() + 100 * MB

    assert 50 * MB < room.room(1, 1, bound) < 100 * MB
    assert room.room(1 << 40, 1, bound) < 100 * MB


def test_a_bound_below_what_is_taken_is_refused():
    with pytest.raises(ConfigError, match=r"are too few.*--max-memory"):
        room.room(1, 1, 10 * MB)


def test_what_is_given_back_is_nothing_that_is_used():
    kept = [bytes([number]) * 10_000 for number in range(200)]
    del kept[::2]
    room.give_back()

    assert kept == [bytes([number]) * 10_000 for number in range(1, 200, 2)]
