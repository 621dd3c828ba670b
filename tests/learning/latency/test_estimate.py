"""Changes are followed by the law, and what does not change raises no alarm."""

import math
from random import Random

import pytest

from mockforge.learning.latency.estimate import Estimate
from mockforge.learning.latency.points import points_of
from mockforge.learning.patterns.law import Law
from tests.learning.latency.streams import START, observation

GENERATORS = {
    "log-normal": lambda chance: chance.lognormvariate(-3, 0.6),
    "humps": lambda chance: (
        chance.uniform(0.001, 0.002)
        if chance.random() < 0.7
        else chance.gauss(0.2, 0.02)
    ),
    "Pareto": lambda chance: 0.01 * chance.paretovariate(1.5),
    "whole milliseconds": lambda chance: chance.randint(1, 9) / 1000,
    "constant": lambda _: 0.25,
}


def take(estimate, values, law, *, number=0):
    seen = [
        observation(value, started=START + 60.0 * (number + n))
        for n, value in enumerate(values)
    ]
    estimate.update(points_of(seen)[200], law)


def steady(generator, law, *, chance, updates=30):
    estimate = Estimate()
    for update in range(updates):
        take(estimate, [generator(chance) for _ in range(10)], law, number=10 * update)
    return estimate


@pytest.mark.parametrize("name", GENERATORS)
@pytest.mark.parametrize("sensitivity", [0.1, 0.2, 0.5])
def test_a_step_is_followed_to_ninety_percent_within_the_law(name, sensitivity):
    law = Law(sensitivity=sensitivity)
    generator, chance = GENERATORS[name], Random(4)
    estimate = steady(generator, law, chance=chance)
    allowed = math.ceil(math.log(0.1) / math.log(1 - sensitivity))

    for update in range(allowed):
        values = [10 * generator(chance) for _ in range(10)]
        take(estimate, values, law, number=300 + 10 * update)

    assert (estimate.share if estimate.new else 1.0) >= 0.9 - 1e-9


def test_half_the_way_the_median_is_that_of_both():
    law = Law()
    estimate = steady(lambda _: 1.0, law, chance=Random(1))
    for update in range(3):
        take(estimate, [2.0] * 10, law, number=300 + 10 * update)

    below = 1 - (1 - 0.2) ** 3
    assert estimate.share == pytest.approx(below)
    assert estimate.model.draw(0.45, None, None) == 1.0
    assert estimate.model.draw(0.55, None, None) == 2.0


@pytest.mark.parametrize("name", GENERATORS)
def test_a_reversal_fades_to_what_was_before(name):
    law, generator, chance = Law(), GENERATORS[name], Random(5)
    estimate = steady(generator, law, chance=chance)
    before = [estimate.model.draw(n / 20, None, None) for n in range(1, 20)]
    for update in range(30):
        factor = 10 if update < 4 else 1
        values = [factor * generator(chance) for _ in range(10)]
        take(estimate, values, law, number=300 + 10 * update)

    after = [estimate.model.draw(n / 20, None, None) for n in range(1, 20)]
    assert estimate.new is None
    assert after == pytest.approx(before, rel=0.35, abs=0.0011)


@pytest.mark.parametrize("name", GENERATORS)
def test_what_does_not_change_seldom_raises_an_alarm(name):
    law, generator, chance = Law(), GENERATORS[name], Random(6)
    alarms = changing = 0
    estimate = Estimate()
    for update in range(300):
        values = [generator(chance) for _ in range(10)]
        take(estimate, values, law, number=10 * update)
        alarms += estimate.new is not None and not changing
        changing = estimate.new is not None

    assert alarms <= 3
    assert estimate.samples >= 2900


def test_few_at_a_time_wait_and_count():
    law = Law()
    estimate = Estimate()
    for n in range(9):
        take(estimate, [0.5], law, number=n)
    assert estimate.samples == 9
    assert estimate.model.draw(0.5, None, None) == 0.5
    assert len(estimate.waiting) == 9
    take(estimate, [0.5], law, number=9)
    assert len(estimate.waiting) == 0


def daily(chance, days, *, factor=1.0, first=0):
    """Yield days of answers that take five times as long in working hours."""
    for number in range(days * 240):
        time = START + (first * 240 + number) * 360.0
        busy = 9 <= time % 86_400 / 3600 < 18
        value = factor * chance.lognormvariate(-1.4 if busy else -3.0, 0.4)
        yield observation(value, started=time)


def feed(estimate, seen, law):
    seen = list(seen)
    for at in range(0, len(seen), 10):
        estimate.update(points_of(seen[at : at + 10])[200], law)


def test_a_change_of_hour_is_no_change_once_there_were_days():
    law, chance = Law(), Random(7)
    estimate = Estimate()
    feed(estimate, daily(chance, 4), law)
    changes = 0
    for day in range(4, 7):
        seen = list(daily(chance, 1, first=day))
        for at in range(0, len(seen), 10):
            feed(estimate, seen[at : at + 10], law)
            changes += estimate.new is not None

    assert changes <= 2
    assert estimate.samples == 7 * 240
    assert estimate.model.draw(0.5, None, 12.0) == pytest.approx(0.25, rel=0.25)
    assert estimate.model.draw(0.5, None, 2.0) == pytest.approx(0.05, rel=0.25)


def test_a_change_is_followed_where_latency_goes_by_the_hour_too():
    law, chance = Law(), Random(8)
    estimate = Estimate()
    feed(estimate, daily(chance, 4), law)
    feed(estimate, daily(chance, 1, factor=8.0, first=4), law)

    assert estimate.model.draw(0.5, None, None) > 0.3


def test_one_day_tells_of_no_hours():
    estimate = Estimate()
    feed(estimate, daily(Random(9), 1), Law())

    assert estimate.model.conditions.hour is None


def test_an_empty_estimate_fades_and_learns():
    law = Law()
    estimate = Estimate()
    estimate.fade(law)
    take(estimate, [1.0] * 3, law)
    estimate.fade(law)
    take(estimate, [1.0] * 3, law)

    assert estimate.samples == pytest.approx(3 + 3 * 0.95)
