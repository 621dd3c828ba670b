from random import Random

import pytest

from mockforge.learning.latency.points import Point
from mockforge.learning.latency.regime import Regime, blend


def points(count, *, level=1.0, seed=1):
    chance = Random(seed)
    return [
        Point(level * chance.randint(1, 2**20) / 2**20, chance.randrange(9), n * 60)
        for n in range(count)
    ]


def absorbed(count, **also):
    regime = Regime(points(count, **also))
    regime.absorb(count)
    return regime


def test_what_is_fresh_counts_and_is_absorbed_in_order():
    regime = Regime(points(50))
    assert regime.samples == 50
    regime.absorb(20)

    assert (regime.sketch.total, len(regime.fresh), regime.samples) == (20, 30, 50)
    assert list(regime.fresh) == points(50)[20:]
    assert regime.complete


def test_a_tail_stays_fresh_and_the_rest_is_absorbed_when_it_is_worth_it():
    regime = absorbed(40)
    regime.fresh += points(25)
    regime.settle(10)
    assert len(regime.fresh) == 25
    regime.settle(5)

    assert len(regime.fresh) == 5


@pytest.mark.parametrize(("count", "other"), [(30, 20), (3000, 20), (2000, 1500)])
def test_several_are_as_one(count, other):
    one, two = absorbed(count), absorbed(other, seed=2)
    whole = Regime.of([two, one])

    assert whole.samples == pytest.approx(count + other)
    assert (one.samples, two.samples) == (count, other)
    assert Regime.of([]).samples == 0


def test_a_blend_has_its_shares():
    whole = blend(absorbed(200), absorbed(50, level=100.0), 0.4)

    assert whole.samples == pytest.approx(250)
    assert whole.model.curve.at(0.59) <= 1.0
    assert whole.model.curve.at(0.65) > 1.0


def test_what_is_told_late_leaves_the_whole_as_it_is():
    chance = Random(4)
    seen = [
        Point(
            (10.0 if n % 24 < 8 else 1.0) * chance.lognormvariate(0, 0.3), 0, n * 3600
        )
        for n in range(3000)
    ]
    regime = Regime(seen)
    regime.absorb(3000)
    regime.judged = 0.0
    regime.conditions.hour = None
    regime.judge()

    hour = regime.conditions.hour
    assert hour is not None
    assert hour.at(0.5, 3.5) == pytest.approx(10.0, rel=0.2)
    assert hour.at(0.5, 13.5) == pytest.approx(1.0, rel=0.2)
    mean = sum(value * share for value, share in regime.model.curve.parts())
    hour_total = sum(sketch.total for sketch in hour.sketches)
    cells = sum(
        value * weight
        for sketch in hour.sketches
        for value, weight in zip(sketch.values, sketch.weights, strict=True)
    )
    assert cells / hour_total == pytest.approx(mean, rel=0.03)
