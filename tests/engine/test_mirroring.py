"""Delays like those that were seen: drawn, and the same for the same requests."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.clock import VirtualClock
from mockforge.endpoint import Endpoint
from mockforge.engine import Engine, Mirror, Mirroring
from mockforge.engine.mirroring import Turns
from mockforge.exchange import Failure, FailureKind
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.failures import Failures
from mockforge.learning.patterns.law import Law
from mockforge.stages.pacing import Latency, Pace
from tests.worlds import API, exchange, recorded, recording, request

US = "http://127.0.0.1:8080"
ENDPOINTS = EndpointMap.of(
    [Endpoint.parse("GET /orders/{id}"), Endpoint.parse("POST /orders")]
)


@dataclass
class Uniform:
    """Takes between one and two seconds, as chance says, where it is known."""

    known: tuple[str, ...] = ("GET /orders/{id}", "POST /orders")
    asked: list = field(default_factory=list)

    def draw(self, subject, status, u, *, size, hour, law):
        self.asked.append((subject.endpoint, status, size, hour))
        return 1.0 + u if subject.endpoint in self.known else None


@dataclass
class Seen:
    latency: Uniform
    failures: Failures = field(default_factory=Failures)


async def mirrored(*exchanges, latency=None, speed=1.0, seed=7, enabled=True):
    """Return an engine that draws the delays of *exchanges*."""
    source = await recorded(recording(*exchanges))
    pace = Pace(Latency.LEARNED, speed)
    mirror = Mirror(Seen(latency or Uniform()), ENDPOINTS, Law(), seed)
    return Engine(
        recorded=source,
        pace=pace,
        clock=VirtualClock(),
        mirroring=Mirroring({"shop": mirror}, pace, enabled=enabled),
    )


def order(number=1, **more):
    return exchange(url=f"{API}/orders/{number}", first_byte=0.4, **more)


def get(number=1, session="a"):
    named = (("X-MockForge-Session", session),)
    return request(url=f"{US}/orders/{number}", headers=named)


async def test_a_delay_is_drawn_anew_for_each_answer_and_kept_by_no_lane():
    engine = await mirrored(order())

    answers = [await engine.answer(get()) for _ in range(20)]

    assert len({answer.delay for answer in answers}) == 20
    assert all(1.0 <= answer.delay < 2.0 for answer in answers)
    assert not any(answer.repeatable for answer in answers)
    assert "learned of GET /orders/{id}" in answers[0].why[-1]


async def test_speed_scales_what_is_drawn():
    slow, fast = await mirrored(order()), await mirrored(order(), speed=10.0)

    taken = (await slow.answer(get())).delay

    assert (await fast.answer(get())).delay == pytest.approx(taken / 10)


async def test_what_is_drawn_from_is_what_is_answered():
    latency = Uniform()
    engine = await mirrored(order(status=503, answer=b"12345"), latency=latency)
    engine.clock.advance(3600.0 * 5)

    await engine.answer(get())

    hour = engine.clock.now() % 86400 / 3600
    assert latency.asked == [("GET /orders/{id}", 503, 5, hour)]


async def test_too_few_samples_fall_back_to_the_recorded_time_and_say_so():
    engine = await mirrored(order(), latency=Uniform(known=()), speed=2.0)

    answer = await engine.answer(get())

    assert answer.delay == pytest.approx(0.2)
    assert answer.why[-1] == (
        "the delay is as recorded: too little is known of GET /orders/{id}"
    )


async def test_what_is_of_no_endpoint_falls_back_to_the_recorded_time():
    engine = await mirrored(exchange(url=f"{API}/other", first_byte=0.4))

    answer = await engine.answer(request(url=f"{US}/other"))

    assert answer.delay == pytest.approx(0.4)
    assert "no endpoint" in answer.why[-1]


async def test_neither_misses_nor_failures_wait():
    failed = Failure(FailureKind.REFUSED, "refused")
    engine = await mirrored(order(response=None, failure=failed))

    answers = [await engine.answer(get()), await engine.answer(get(2))]

    assert [answer.response.status for answer in answers] == [502, 404]
    assert [answer.delay for answer in answers] == [0.0, 0.0]


async def test_it_can_be_switched_off_and_on_for_the_next_request():
    engine = await mirrored(order())

    engine.mirroring.enabled = False
    off = await engine.answer(get())
    engine.mirroring.enabled = True
    on = await engine.answer(get())

    assert off.delay == pytest.approx(0.4)
    assert not off.repeatable
    assert on.delay >= 1.0


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_same_requests_wait_alike_however_sessions_interleave(chance):
    asked = [(session, number) for session in "abc" for number in range(6)]

    def delays(order):
        mirror = Mirror(Seen(Uniform()), ENDPOINTS, Law(), 7)
        turn = mirror.turns.take
        return {
            (session, number): mirror.delay(
                "POST /orders", session, turn(session, "POST /orders"), 201, 2, 0.0
            )
            for session, number in order
        }

    shuffled = sorted(asked, key=lambda one: (one[1], chance.random()))

    assert delays(shuffled) == delays(asked)


def test_draws_of_one_endpoint_are_spread_evenly():
    mirror = Mirror(Seen(Uniform()), ENDPOINTS, Law(), 7)

    drawn = [
        mirror.delay("POST /orders", f"s{number % 10}", number // 10, 201, 2, 0.0) or 0
        for number in range(2000)
    ]

    assert sum(drawn) / 2000 == pytest.approx(1.5, abs=0.03)
    assert sum(value < 1.25 for value in drawn) / 2000 == pytest.approx(0.25, abs=0.04)


def test_turns_are_bounded():
    turns = Turns(kept=3)

    assert [turns.take("s", "a") for _ in range(3)] == [0, 1, 2]
    for name in ("b", "c", "d"):
        turns.take("s", name)

    assert len(turns) == 3
    assert turns.take("s", "a") == 0
