import json
import math
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.exchange import FailureKind
from mockforge.learning.latency import Latencies
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.part import Subject
from tests.learning.latency.streams import (
    ENDPOINT,
    LAW,
    SUBJECT,
    learned,
    observation,
    quantiles,
    stream,
)

PERSONA = Subject(ENDPOINT, "premium")
taken = st.just(0.0) | st.floats(min_value=1e-6, max_value=1e5)
answers = st.lists(
    st.tuples(
        taken,
        st.sampled_from([200, 201, 404, 503]),
        st.integers(0, 10**7),
        st.integers(0, 10**6),
    ),
    min_size=1,
    max_size=150,
)


def observations(told):
    return [
        observation(value, number=n, status=status, size=size, started=1.7e9 + time)
        for n, (value, status, size, time) in enumerate(told)
    ]


@settings(max_examples=50)
@given(answers, st.integers(10, 60))
def test_what_is_drawn_rises_with_the_share_and_was_seen(told, step):
    latencies = learned(observations(told), step=step)
    least = min(value for value, *_ in told)
    most = max(value for value, *_ in told)

    for status in (200, 404, 500):
        for given_ in ({}, {"size": 5000}, {"hour": 7.5}, {"size": 0, "hour": 23.99}):
            drawn = quantiles(latencies, status=status, **given_)
            if len(told) < LAW.min_samples:
                assert drawn == [None] * 100
                continue
            assert drawn == sorted(drawn)
            assert least * (1 - 1e-6) <= drawn[0] <= drawn[-1] <= most * (1 + 1e-6)


@settings(max_examples=30)
@given(answers, st.integers(10, 40), st.integers(0, 100))
def test_what_is_kept_and_read_again_learns_on_as_if_it_never_was(told, step, cut):
    seen = observations(told)
    cut -= cut % step
    at_once = learned(seen, step=step)
    begun = learned(seen[:cut], step=step)
    kept = Latencies.from_json(json.loads(json.dumps(begun.to_json())))

    assert kept.to_json() == begun.to_json()
    quantiles(kept)
    assert kept.to_json() == begun.to_json()
    assert learned(seen[cut:], latencies=kept, step=step).to_json() == at_once.to_json()


@pytest.mark.parametrize("seen", [9, 10])
def test_nothing_is_applied_that_was_seen_less_often(seen):
    latencies = learned(stream(lambda chance: chance.random(), seen))

    assert (latencies.draw(SUBJECT, 200, 0.5, law=LAW) is None) == (seen < 10)
    assert latencies.draw(Subject("GET /other"), 200, 0.5, law=LAW) is None


def test_nothing_learned_draws_nothing():
    assert Latencies().draw(SUBJECT, 200, 0.5, law=LAW) is None
    assert list(Latencies().shown(LAW)) == []
    assert Latencies().to_json() == []


def test_all_answers_count_alike_while_nothing_changes():
    seen = stream(lambda chance: chance.lognormvariate(-3, 0.7), 300)
    drawn = quantiles(learned(seen))

    every = sorted(each.first_byte or 0.0 for each in seen)
    assert drawn == pytest.approx([every[3 * n + 1] for n in range(100)], rel=1e-6)


def test_two_humps_stay_two():
    def hit_or_miss(chance):
        return chance.uniform(0.001, 0.002) if chance.random() < 0.7 else 0.2

    drawn = quantiles(learned(stream(hit_or_miss, 1500)))

    assert not [value for value in drawn if 0.003 < value < 0.19]
    assert 60 < len([value for value in drawn if value < 0.003]) < 80


def test_the_greatest_of_many_are_kept():
    seen = stream(lambda chance: 0.01 * chance.paretovariate(1.5), 3000)
    latencies = learned(seen, step=50)

    greatest = sorted(each.first_byte or 0.0 for each in seen)[-20:]
    drawn = [
        latencies.draw(SUBJECT, 200, 1 - (n + 0.5) / 3000, law=LAW) for n in range(20)
    ]
    assert drawn[::-1] == pytest.approx(greatest)


def test_each_status_has_its_own():
    seen = [
        *stream(lambda _: 0.01, 30, status=200),
        *stream(lambda _: 3.0, 30, status=503),
    ]
    latencies = learned(seen, step=60)

    assert latencies.draw(SUBJECT, 200, 0.9, law=LAW) == pytest.approx(0.01)
    assert latencies.draw(SUBJECT, 503, 0.1, law=LAW) == pytest.approx(3.0)


def test_a_status_seen_seldom_is_as_its_class_or_as_all():
    seen = [
        *stream(lambda _: 0.01, 30, status=200),
        *stream(lambda _: 3.0, 30, status=503),
    ]
    latencies = learned(seen, step=60)

    assert latencies.draw(SUBJECT, 204, 0.9, law=LAW) == pytest.approx(0.01)
    assert latencies.draw(SUBJECT, 500, 0.1, law=LAW) == pytest.approx(3.0)
    assert latencies.draw(SUBJECT, 404, 0.4, law=LAW) == pytest.approx(0.01)
    assert latencies.draw(SUBJECT, 404, 0.6, law=LAW) == pytest.approx(3.0)


def test_a_status_seen_seldom_that_differs_is_as_it_was_seen():
    seen = [
        *stream(lambda chance: chance.uniform(0.01, 0.02), 40),
        *stream(lambda _: 5.0, 3, status=500),
    ]
    latencies = learned(seen, step=43)

    assert latencies.draw(SUBJECT, 500, 0.5, law=LAW) == pytest.approx(5.0)
    assert latencies.draw(SUBJECT, 200, 0.99, law=LAW) < 0.03


def test_what_never_answered_takes_as_long_as_it_took_to_give_up():
    timeouts = stream(
        lambda _: None, 12, status=0, failure=FailureKind.TIMEOUT, elapsed=30.0
    )
    latencies = learned([*stream(lambda _: 0.01, 20), *timeouts], step=32)

    assert latencies.draw(SUBJECT, 0, 0.5, law=LAW) == pytest.approx(30.0)
    assert latencies.draw(SUBJECT, 504, 0.5, law=LAW) == pytest.approx(0.01)


def test_a_connection_that_never_failed_has_no_time_to_fail():
    latencies = learned(stream(lambda _: 0.01, 20))

    assert latencies.draw(SUBJECT, 0, 0.5, law=LAW) is None


@pytest.mark.parametrize("odd", [None, -1.0, math.nan, math.inf, 1e300])
def test_what_cannot_be_is_left_out(odd):
    latencies = learned(
        [*stream(lambda _: odd, 20), *stream(lambda _: 0.5, 20)], step=40
    )
    latencies.update(SUBJECT, [observation(0.5, started=math.nan, size=-5)], LAW)
    latencies.update(SUBJECT, [observation(0.5, started=-1e12, size=-5)], LAW)

    assert set(quantiles(latencies)) == {0.5}


class TestPersonas:
    def both(self, own, others):
        mine, theirs = stream(own, 40, seed=2), stream(others, 200, seed=3)
        latencies = learned(mine, subject=PERSONA)
        return learned([*mine, *theirs], latencies=latencies, step=240)

    def test_a_persona_that_differs_has_its_own(self):
        latencies = self.both(lambda _: 1.0, lambda chance: chance.uniform(0.1, 0.2))

        assert set(quantiles(latencies, subject=PERSONA)) == {1.0}

    def test_a_persona_that_is_as_the_others_gains_by_what_is_known_of_them(self):
        latencies = self.both(Random.random, Random.random)

        assert quantiles(latencies, subject=PERSONA) == quantiles(latencies)

    def test_a_persona_nobody_knows_is_as_everybody(self):
        latencies = self.both(lambda _: 1.0, Random.random)

        unknown = Subject(ENDPOINT, "unknown")
        assert quantiles(latencies, subject=unknown) == quantiles(latencies)

    def test_a_persona_that_is_all_there_is_has_what_it_has(self):
        latencies = learned(stream(lambda _: 1.0, 20), subject=PERSONA)

        assert set(quantiles(latencies, subject=PERSONA)) == {1.0}
        assert quantiles(latencies) == [None] * 100


def test_silence_fades_until_nothing_is_applied_or_kept():
    latencies = learned(stream(lambda _: 0.5, 40))
    for _ in range(20):
        latencies.fade(SUBJECT, LAW)
    assert latencies.draw(SUBJECT, 200, 0.5, law=LAW) == 0.5
    for _ in range(10):
        latencies.fade(SUBJECT, LAW)
    assert latencies.draw(SUBJECT, 200, 0.5, law=LAW) is None
    for _ in range(60):
        latencies.fade(SUBJECT, LAW)

    assert list(latencies.shown(LAW)) == []
    latencies.fade(SUBJECT, LAW)


def test_what_is_forgotten_is_not_known():
    latencies = learned(stream(lambda _: 0.5, 40))
    latencies.forget(SUBJECT)
    latencies.forget(PERSONA)

    assert latencies.draw(SUBJECT, 200, 0.5, law=LAW) is None
    assert latencies.to_json() == []


def test_more_samples_may_be_asked_for():
    latencies = learned(stream(lambda _: 0.5, 40))

    assert latencies.quantile(SUBJECT, 200, 0.5, law=Law(min_samples=40)) == 0.5
    assert latencies.quantile(SUBJECT, 200, 0.5, law=Law(min_samples=41)) is None


@pytest.mark.parametrize(
    "kept",
    [
        None,
        {},
        ["x"],
        [["GET /a", None, {"200": "not what was kept"}]],
        [["GET /a", None, {"two": "AAAA", "-5": "AAAA", "200": 7}]],
        [["GET /a", 3, {}]],
        [["GET /a", None, {"200": "AQAAAAAAAAAAAA=="}]],
    ],
)
def test_what_was_not_kept_by_this_is_as_nothing(kept):
    latencies = Latencies.from_json(kept)

    assert latencies.draw(Subject("GET /a"), 200, 0.5, law=LAW) is None
    assert list(latencies.shown(LAW)) == []


def test_what_is_shown_has_a_row_for_each_status():
    seen = [
        *stream(lambda chance: chance.uniform(0.01, 0.02), 40),
        *stream(lambda _: 3.0, 5, status=503),
    ]
    ok, bad = learned(seen, step=45).shown(LAW)

    assert (ok.kind, ok.subject, ok.samples) == ("latency", SUBJECT, 40)
    assert ok.told.startswith("200: p50 1")
    assert ok.detail["applied"] is True
    assert (bad.told, bad.detail["applied"]) == (
        "503: p50 3.0 s, p95 3.0 s, p99 3.0 s",
        False,
    )
