import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.fields.node import Node, Room
from mockforge.stages.blend.measures import average, is_measure

SHARES = st.floats(0.01, 0.99)


def seen(*values):
    node, room = Node(), Room()
    for value in values:
        node.add(value, room)
    return node


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("temperature", (20.5, 22.0), True),
        ("score", (1.0, 2), True),
        ("views", (10, 20), False),
        ("price", (1.5, 2.5), False),
        ("totalAmount", (1.5, 2.5), False),
        ("unit_cost", (1.5, 2.5), False),
        ("userId", (1.0, 2.0), False),
        ("created_at", (1.5, 2.5), False),
        ("changed", (1700000000.25, 1700000009.5), False),
        ("ratio", (True, 2.0), False),
        ("httpStatus", (200, 404), False),
        ("latitude", (1.5, 2.5), False),
    ],
)
def test_what_may_be_averaged_where_nothing_was_seen_before(name, values, expected):
    assert is_measure(name, values, None) is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((10, 2, 30, 7, 5, 11), True),
        ((1, 2, 1, 2, 1, 2, 1, 1, 2), False),
        ((101, 102, 103, 104, 105, 106), False),
    ],
    ids=["a quantity", "a choice", "a counter"],
)
def test_whole_numbers_are_what_they_were_seen_to_be(values, expected):
    assert is_measure("views", values[:2], seen(*values)) is expected


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), SHARES)
def test_whole_numbers_have_a_whole_mean_between_them(one, other, share):
    mean = average((one, other), (share, 1 - share))

    assert isinstance(mean, int)
    assert min(one, other) <= mean <= max(one, other)


@given(
    st.decimals(-1000, 1000, places=2).map(float),
    st.decimals(-1000, 1000, places=1).map(float),
    SHARES,
)
def test_a_mean_is_as_precise_as_what_it_is_made_of(one, other, share):
    mean = average((one, other), (share, 1 - share))

    assert min(one, other) <= mean <= max(one, other)
    assert round(mean, 2) == mean


def test_the_mean_follows_the_shares():
    assert average((10.0, 20.0), (0.75, 0.25)) == 12.5
