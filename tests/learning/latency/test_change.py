from random import Random

import pytest

from mockforge.learning.latency.change import ALARM, NOTHING, Unevenness, heaviest


def test_even_shares_are_no_change():
    even = Unevenness.of((n + 0.5) / 50 for n in range(50))

    assert even.against(1000.0) < 0.1


@pytest.mark.parametrize(
    "shares",
    [
        [0.9 + n / 200 for n in range(20)],
        [0.5 + n / 1000 for n in range(20)],
        [0.01, 0.99] * 10,
        [0.25, 0.75] * 20,
    ],
    ids=["level", "narrower", "wider", "humps"],
)
def test_a_change_of_level_spread_or_humps_is_told(shares):
    assert Unevenness.of(shares).against(1000.0) > ALARM


def test_what_was_held_against_little_tells_less():
    high = Unevenness.of([0.9] * 10)

    assert high.against(1e9) == pytest.approx(2 * high.against(10.0))
    assert high.against(0.0) == NOTHING.against(10.0) == 0.0


def test_two_are_as_one():
    chance = Random(1)
    shares = [chance.random() for _ in range(30)]

    apart = Unevenness.of(shares[:10]).plus(Unevenness.of(shares[10:]))
    assert apart == pytest.approx(Unevenness.of(shares))


def test_chance_raises_an_alarm_less_than_once_in_five_hundred():
    chance = Random(2)
    told = [
        Unevenness.of(chance.random() for _ in range(10)).against(1000.0)
        for _ in range(4000)
    ]

    assert sum(each > ALARM for each in told) <= 8


def test_a_change_is_as_old_as_makes_it_least_by_chance():
    even = Unevenness.of([0.05, 0.35, 0.65, 0.95])
    high = Unevenness.of([0.7, 0.8, 0.9, 0.95])

    told, count = heaviest([high, high, high, even, even], 100.0)
    assert count == 3
    assert told == high.plus(high).plus(high)
    assert heaviest([NOTHING.plus(even)], 100.0) == (even, 1)
