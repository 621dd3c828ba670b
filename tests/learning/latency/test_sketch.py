from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.learning.latency.sketch import PART, WHOLE, Curve, Sketch

values = st.lists(
    st.floats(min_value=2.0**-20, max_value=2.0**20, width=32), min_size=1
)


@settings(max_examples=50)
@given(st.lists(values, min_size=1, max_size=12), st.sampled_from([PART, WHOLE]))
def test_a_sketch_is_in_order_and_weighs_what_was_added(parts, room):
    sketch = Sketch(room=room)
    for part in parts:
        sketch.add(part)
    every = [value for part in parts for value in part]

    assert sketch.total == pytest.approx(len(every))
    assert len(sketch.values) <= room.limit
    assert list(sketch.values) == sorted(set(sketch.values))
    assert min(every) <= sketch.values[0] <= sketch.values[-1] <= max(every)
    pairs = zip(sketch.values, sketch.weights, strict=True)
    mean = sum(value * weight for value, weight in pairs) / sketch.total
    assert mean == pytest.approx(sum(every) / len(every), rel=1e-4)


@settings(max_examples=50)
@given(st.lists(st.integers(1, 50), min_size=1, max_size=60), st.integers(0, 59))
def test_a_curve_gives_the_value_a_share_is_below(some, index):
    sketch = Sketch()
    sketch.add([float(value) for value in some])
    index = min(index, len(some) - 1)

    assert Curve(sketch).at((index + 0.5) / len(some)) == sorted(some)[index]
    assert Curve(sketch).at(1.0) == max(some)


def test_thinning_keeps_both_ends_and_the_mean():
    chance = Random(3)
    every = sorted(chance.paretovariate(1.5) for _ in range(20_000))
    sketch = Sketch()
    for at in range(0, 20_000, 100):
        sketch.add(every[at : at + 100])

    assert list(sketch.values)[-20:] == pytest.approx(every[-20:])
    assert sketch.values[0] == pytest.approx(every[0])
    curve = Curve(sketch)
    drawn = [curve.at((n + 0.5) / 20_000) for n in range(20_000)]
    assert sum(drawn) == pytest.approx(sum(every), rel=1e-3)
    for share in (0.1, 0.5, 0.9, 0.99):
        assert curve.at(share) == pytest.approx(every[int(20_000 * share)], rel=0.02)


def test_few_different_values_are_never_merged():
    sketch = Sketch()
    for value in range(300):
        sketch.add([float(value)] * (value + 1))

    assert list(sketch.values) == list(range(300))
    assert not any(sketch.wide)


def test_a_step_spans_what_is_equal():
    sketch = Sketch()
    sketch.add([1.0, 2.0, 2.0, 3.0])
    curve = Curve(sketch)

    assert curve.step(2.0) == (1.5 / 5, 3.5 / 5)
    assert curve.step(2.5) == (3.5 / 5, 3.5 / 5)
    assert curve.step(0.0) == (0.5 / 5, 0.5 / 5)
    assert curve.step(9.0) == (4.5 / 5, 4.5 / 5)


def test_a_merged_value_is_spread_around_its_mean():
    sketch = Sketch([1.0, 2.0, 4.0], [1.0, 8.0, 1.0], [0, 1, 0])
    curve = Curve(sketch)

    assert curve.at(0.1) == pytest.approx(1.5)
    assert curve.at(0.5) == pytest.approx(2.0)
    assert curve.at(0.8999) == pytest.approx(2.5, abs=1e-3)
    assert curve.step(2.0)[0] == pytest.approx(5.5 / 11)
    assert curve.parts() == [(1.0, 0.1), (2.0, 0.8), (4.0, 0.1)]


def test_a_sketch_that_is_scaled_weighs_less():
    sketch = Sketch([1.0, 2.0], [3.0, 5.0], [0, 0])
    other = sketch.copy()
    sketch.scale(0.5)
    sketch.merge(other)

    assert sketch.total == 12.0
    assert list(sketch.weights) == [4.5, 7.5]
