import math
from itertools import groupby, pairwise

import pytest

from mockforge.demo.weather import LATENCIES, NO_STORM, OTHERS, Storm, Weather, latency

DRAWS = 20_000


def failures(seed, storm=None, draws=DRAWS):
    weather = Weather(seed, storm=storm or Storm())
    return [weather.next("GET /api/cart").fails for _ in range(draws)]


def test_a_seed_repeats_the_weather():
    one, other = Weather(7), Weather(7)

    assert [one.next("GET /") for _ in range(50)] == [
        other.next("GET /") for _ in range(50)
    ]


def test_another_seed_is_other_weather():
    assert failures(1) != failures(2)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_share_of_failures_is_the_storms_rate(seed):
    """Chi-square with one degree of freedom, widened for requests that depend on
    each other: bursts of mean length L carry the weight of about 2L requests.
    """
    storm = Storm()
    failed = sum(failures(seed))
    expected = storm.rate * DRAWS
    squared = (failed - expected) ** 2 / (expected * (1.0 - storm.rate))

    assert squared / (2.0 / storm.leave) < 6.63


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_failures_come_in_bursts(seed):
    """After a failure the next request fails far more often than any request does."""
    drawn = failures(seed)
    followers = [after for before, after in pairwise(drawn) if before]
    after_failure = sum(followers) / len(followers)
    storm = Storm()

    assert after_failure == pytest.approx((1 - storm.leave) * storm.severity, abs=0.06)
    assert after_failure > 10 * storm.rate
    assert max(len(list(run)) for fails, run in groupby(drawn) if fails) >= 5


def test_without_storms_nothing_fails():
    assert not any(failures(1, NO_STORM))
    assert NO_STORM.rate == 0.0


@pytest.mark.parametrize("endpoint", ["GET /api/products", "POST /api/orders"])
def test_a_latency_has_two_humps(endpoint):
    """Both medians are crowded, and the valley between them is nearly empty."""
    fast, slow = LATENCIES[endpoint]
    drawn = [latency(5, endpoint, turn) for turn in range(4000)]

    def share(low, high):
        return sum(low <= delay < high for delay in drawn) / len(drawn)

    valley = math.sqrt(fast.median * slow.median)
    near = 1.15
    assert share(0.0, valley) == pytest.approx(fast.weight, abs=0.03)
    assert share(valley, 9.9) == pytest.approx(slow.weight, abs=0.03)
    for hump in (fast, slow):
        crowd = share(hump.median / near, hump.median * near)
        assert crowd > 10 * share(valley / near, valley * near)


def test_weights_of_the_humps_sum_to_one():
    for humps in [*LATENCIES.values(), OTHERS]:
        assert sum(hump.weight for hump in humps) == pytest.approx(1.0)


@pytest.mark.parametrize(("scale", "expected"), [(0.0, 0.0), (2.0, 2.0)])
def test_delays_are_scaled(scale, expected):
    plain = Weather(3).next("GET /").delay

    assert Weather(3, scale=scale).next("GET /").delay == plain * expected
