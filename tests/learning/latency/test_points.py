from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockforge.learning.latency.points import (
    KEPT,
    Point,
    Points,
    Trail,
    hour_of,
    size_code,
)

point = st.builds(
    Point,
    st.floats(0, 1e6, width=32),
    st.integers(0, 2**16 - 1),
    st.integers(0, 2**32 - 1),
)


@given(st.lists(point, max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_points_are_packed_and_taken_as_a_list_is(some, start, stop):
    points = Points(some)
    assert list(Points.unpacked(points.packed())) == list(points) == some
    assert list(points.take(start, stop)) == some[start:stop]
    del some[start:stop]
    points += points.take(0, 3)
    assert list(points) == some[3:] + some[:3]


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_what_is_no_latency_is_not_unpacked(value):
    with pytest.raises(ValueError, match="no latency"):
        Points.unpacked(Points([Point(value, 1, 1)]).packed())


def test_a_trail_is_a_fair_sample_whatever_the_steps():
    chance = Random(1)
    every = [
        Point(float(n), chance.randrange(100), chance.randrange(10**6))
        for n in range(1900)
    ]
    trail = Trail()
    for at in range(0, 1900, 10):
        trail.add(every[at : at + 10])

    assert not trail.complete
    assert KEPT <= len(trail.points) <= KEPT * 5 // 4
    assert sum(point.value for point in trail.points) / len(trail.points) == (
        pytest.approx(950, rel=0.1)
    )


def test_two_trails_make_one_as_fair():
    one, other = Trail(), Trail()
    one.add([Point(1.0, n, n) for n in range(3000)])
    other.add([Point(2.0, n, n) for n in range(1000)])
    one.merge(other)

    share = sum(point.value == 1.0 for point in one.points) / len(one.points)
    assert share == pytest.approx(0.75, abs=0.08)


def test_points_that_are_all_the_same_do_not_pile_up():
    trail = Trail()
    for _ in range(50):
        trail.add([Point(1.0, 1, 1)] * 200)

    assert len(trail.points) <= KEPT * 5 // 4 + 200


@pytest.mark.parametrize(
    ("size", "code"), [(None, 0), (-5, 0), (0, 0), (1, 2048), (2**80, 65_535)]
)
def test_sizes_are_told_by_factors(size, code):
    assert size_code(size) == code


def test_hours_are_of_the_day():
    assert hour_of(86_400 * 3 + 5400) == 1.5
    assert hour_of(-3600) == 23.0
