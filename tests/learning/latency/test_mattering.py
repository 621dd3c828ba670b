from random import Random

import pytest

from mockforge.learning.latency.mattering import (
    alike_by_hour,
    hours_matter,
    size_matters,
)
from mockforge.learning.latency.points import Point
from tests.learning.latency.streams import START


def by_latency(pairs):
    return [given for _, given in sorted(pairs)]


@pytest.mark.parametrize("count", [30, 200])
def test_a_size_that_latency_goes_with_matters(count):
    chance = Random(1)
    sizes = [chance.randint(1, 10_000) for _ in range(count)]

    for factor in (1, -1):
        pairs = [(factor * size + chance.gauss(0, 2000), size) for size in sizes]
        assert size_matters(by_latency(pairs))


def test_sizes_in_the_middle_that_are_slow_matter():
    chance = Random(2)
    sizes = [chance.choice((1, 2, 3)) for _ in range(200)]

    assert size_matters(
        by_latency((chance.gauss(size == 2, 0.5), size) for size in sizes)
    )


def test_chance_seldom_makes_sizes_matter():
    chance = Random(3)
    told = [
        size_matters([chance.randint(1, 50) for _ in range(60)]) for _ in range(500)
    ]

    assert sum(told) <= 2


@pytest.mark.parametrize("sizes", [[], [1], [5] * 100, [1, 2, 3]])
def test_too_little_or_one_size_does_not_matter(sizes):
    assert not size_matters(sizes)


def times(chance, count, days):
    return [START + chance.randrange(int(days * 86_400)) for _ in range(count)]


def busy(time):
    return 9 <= time % 86_400 / 3600 < 18


def test_hours_that_differ_on_every_day_matter():
    chance = Random(4)
    pairs = [
        (chance.gauss(2.0 * busy(time), 1), time) for time in times(chance, 300, 7)
    ]

    assert hours_matter(by_latency(pairs))


def test_a_day_that_differs_is_no_hour():
    chance = Random(5)
    pairs = [
        (chance.gauss(3.0 * (time > START + 4 * 86_400), 1), time)
        for time in times(chance, 300, 7)
    ]

    assert not hours_matter(by_latency(pairs))


def test_one_day_tells_of_no_hours():
    chance = Random(6)
    pairs = [
        (chance.gauss(3.0 * busy(time), 1), time) for time in times(chance, 300, 1)
    ]

    assert not hours_matter(by_latency(pairs))


def test_what_happened_once_is_no_hour():
    chance = Random(7)
    once = START + 3 * 86_400
    pairs = [
        (chance.gauss(3.0 * (once < time < once + 14_400), 1), time)
        for time in times(chance, 300, 7)
    ]

    assert not hours_matter(by_latency(pairs))


def test_chance_seldom_makes_hours_matter():
    chance = Random(8)
    told = [hours_matter(times(chance, 100, 5)) for _ in range(300)]

    assert sum(told) <= 3


@pytest.mark.parametrize("days", [[], [START] * 5, [START] * 100, [0, 2**32 - 1] * 50])
def test_too_little_tells_of_no_hours(days):
    assert not hours_matter(days)


def points(chance, count, *, first, last, factor=1.0):
    """Return points between two hours that take longer by day."""
    found = []
    for _ in range(count):
        hour = chance.uniform(first, last)
        level = factor * (3.0 if busy(hour * 3600) else 1.0)
        found.append(Point(level * chance.lognormvariate(0, 0.3), 0, int(hour * 3600)))
    return found


def test_what_is_alike_at_the_same_hours_may_be_of_other_hours():
    chance = Random(9)
    some, others = (
        points(chance, 60, first=0, last=12),
        points(chance, 90, first=6, last=24),
    )

    assert alike_by_hour(some, others)
    assert alike_by_hour(
        points(chance, 60, first=0, last=6), points(chance, 60, first=9, last=18)
    )
    assert alike_by_hour(some, [])
    assert not alike_by_hour(points(chance, 60, first=0, last=12, factor=2.0), others)
