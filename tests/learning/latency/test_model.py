from random import Random

import pytest

from mockforge.learning.latency.model import Conditions, Model
from mockforge.learning.latency.points import Point, size_code
from mockforge.learning.latency.sketch import Sketch


def model(points):
    sketch = Sketch()
    sketch.add([point.value for point in points])
    return Model(sketch, Conditions.told_by(points, Conditions(), late=False))


def sized(count, *, seed=1, hours=False):
    chance = Random(seed)
    points = []
    for n in range(count):
        size = int(chance.lognormvariate(9, 1.5))
        level = 4.0 if hours and n % 24 >= 12 else 1.0
        value = (0.01 + size / 1e6) * level * chance.lognormvariate(0, 0.2)
        points.append(Point(value, size_code(size), 3600 * n + 1800))
    return points


def test_a_latency_is_drawn_for_its_size():
    drawn = model(sized(400))

    for size in (1000, 10_000, 100_000):
        expected = 0.01 + size / 1e6
        assert drawn.draw(0.5, size_code(size), None) == pytest.approx(
            expected, rel=0.2
        )


def test_without_a_size_it_is_drawn_from_all():
    points = sized(400)
    drawn = model(points)

    median = sorted(point.value for point in points)[200]
    assert drawn.draw(0.5, None, 3.0) == pytest.approx(median, rel=0.01)


def test_size_and_hour_count_together():
    drawn = model(sized(500, hours=True))
    assert drawn.conditions.hour is not None

    for size in (2000, 50_000):
        night = drawn.draw(0.5, size_code(size), 3.0)
        day = drawn.draw(0.5, size_code(size), 15.0)
        assert day / night == pytest.approx(4.0, rel=0.5)


@pytest.mark.parametrize("hours", [False, True])
def test_more_of_the_same_is_spread_evenly(hours):
    shares = model(sized(400, hours=hours)).shares(sized(400, seed=2, hours=hours))

    assert sum(shares) / 400 == pytest.approx(0.5, abs=0.05)
    assert sum(share < 0.25 for share in shares) == pytest.approx(100, abs=35)


def test_equal_latencies_are_spread_over_their_step():
    points = [Point(1.0, 0, n) for n in range(10)]
    shares = model(points).shares(points)

    assert shares == sorted(shares)
    assert shares[0] < 0.15
    assert shares[-1] > 0.85


def test_many_points_are_known_by_fewer_where_latency_hangs_on_something():
    assert Conditions().known(500.0) == 500.0
    known = model(sized(500, hours=True)).conditions
    assert known.known(500.0) < 50
    known.scale(0.5)
    assert known.copy().known(500.0) == known.known(500.0)


def test_cells_that_go_on_are_kept():
    first = model(sized(400, hours=True)).conditions
    again = model(sized(400, seed=3, hours=True)).conditions
    hour, size = first.hour, first.size
    again.keep(first)
    assert (again.hour, again.size) == (hour, size)

    none = Conditions()
    none.keep(first)
    assert (none.hour, none.size) == (None, None)
