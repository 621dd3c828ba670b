from random import Random

import pytest

from mockforge.learning.latency.cells import Cells, Line
from mockforge.learning.latency.points import size_code


def test_a_line_is_found_through_sizes_however_far_apart():
    chance = Random(1)
    points = []
    for _ in range(200):
        size = int(chance.lognormvariate(9, 2))
        value = (0.02 + size / 1e6) * chance.lognormvariate(0, 0.2)
        points.append((float(size_code(size)), value))
    line = Line.through(points)

    for size in (10, 10_000, 1_000_000):
        expected = 0.02 + size / 1e6
        assert line.at(size_code(size)) == pytest.approx(expected, rel=0.15)


@pytest.mark.parametrize(
    "points",
    [
        [(0.0, 1.0)],
        [(5.0, 1.0)] * 9,
        [(0.0, 0.0), (2048.0, 0.0)],
        [(n * 2048.0, 1.0 / (n + 1)) for n in range(9)],
    ],
    ids=["one", "the same", "nothing", "falling"],
)
def test_what_does_not_rise_has_no_slope(points):
    line = Line.through(points)

    assert line.slope == 0.0
    assert line.at(3.0) > 0.0


def test_a_line_expects_more_than_nothing_everywhere():
    points = [(float(size_code(size)), size / 1e6) for size in (1, 10, 100, 1000)]

    assert Line.through(points).at(0.0) > 0.0


def test_each_place_has_its_own():
    cells = Cells([10.0, 20.0])
    cells.add([(5.0, 1.0), (15.0, 2.0), (25.0, 3.0)], weight=8.0)

    assert [cells.at(0.5, place) for place in (0.0, 10.0, 19.9, 99.0)] == [1, 2, 2, 3]
    assert cells.step(2.0, 15.0) == (0.5 / 9, 8.5 / 9)
    assert cells.narrowest == 8.0


def test_a_place_with_too_little_takes_its_neighbours_to_it():
    cells = Cells.of_hours()
    cells.add([(23.5, 1.0), (0.5, 2.0), (1.5, 3.0), (12.0, 9.0)], weight=3.0)

    assert {cells.at(n / 20, 0.5) for n in range(20)} == {1.0, 2.0, 3.0}
    assert {cells.at(n / 20, 12.0) for n in range(20)} >= {9.0}


def test_few_sizes_have_a_cell_each():
    points = [(float(code), 1.0) for code in (100, 5000, 9000) for _ in range(20)]

    assert Cells.of_sizes(points).bounds == [2550.0, 7000.0]


def test_many_sizes_share_cells():
    points = [(float(code), 1.0 + code) for code in range(1000)]
    cells = Cells.of_sizes(points)
    cells.add(points)

    totals = [sketch.total for sketch in cells.copy().sketches]
    assert len(totals) == 16
    assert min(totals) > 50
    cells.scale(0.5)
    assert cells.narrowest == pytest.approx(min(totals) / 2)
