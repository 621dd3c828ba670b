"""What a replay takes over from what was learned, as its settings say."""

import pytest

from mockforge.app import open_proxy, open_replay
from mockforge.config import Config, ReplayOptions
from mockforge.engine import OnMiss
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.stages.faults import Errors
from mockforge.stages.pacing import Latency
from tests.worlds import API, exchange, request

US = "http://127.0.0.1:8080"
STARTED = 1_700_000_000.0


@pytest.fixture
async def shop(tmp_path):
    """Forty answers for each of two who ask: gold from .1 s on, basic from 1 s on."""
    place = tmp_path / "shop.db"
    async with open_proxy(Config(), place) as engine:
        for number in range(80):
            slow = number % 2
            took = (1.0 if slow else 0.1) + number / 1000
            await engine.observe(
                exchange(
                    url=f"{API}/orders",
                    session=f"s{number % 4}",
                    started=STARTED + number,
                    first_byte=took,
                    elapsed=took,
                    headers=(("X-Persona", "basic" if slow else "gold"),),
                )
            )
    return place


def settings(**replay):
    drift = DriftLearningOptions(**replay.pop("drift", {}))
    return Config(replay=ReplayOptions(**replay), drift_learning=drift)


async def delays(config, place, count=12, persona=None, session="a"):
    named = [("X-MockForge-Session", session)]
    named += [("X-Persona", persona)] if persona else []
    asked = request(url=f"{US}/orders", headers=named)
    async with open_replay(config, [place]) as engine:
        return [(await engine.answer(asked)).delay for _ in range(count)]


async def test_learned_delays_are_drawn_from_what_was_recorded(shop):
    drawn = await delays(settings(latency="learned"), shop, 40)

    assert len(set(drawn)) > 10
    assert all(0.09 < delay < 1.1 for delay in drawn)
    assert any(delay > 0.9 for delay in drawn)
    assert any(delay < 0.3 for delay in drawn)


async def test_who_asks_waits_as_they_did(shop):
    config = settings(latency="learned")

    gold = await delays(config, shop, persona="gold")
    basic = await delays(config, shop, persona="basic")

    assert max(gold) < 0.3 < 0.9 < min(basic)


async def test_the_same_seed_draws_the_same_and_another_others(shop):
    config = settings(latency="learned")
    other = config.model_copy(update={"seed": 1})

    first = await delays(config, shop)

    assert await delays(config, shop) == first
    assert await delays(other, shop) != first
    assert await delays(config, shop, session="b") != first


async def test_speed_scales_what_is_drawn(shop):
    slow = await delays(settings(latency="learned"), shop)
    fast = await delays(settings(latency="learned", speed=100), shop)

    assert fast == pytest.approx([delay / 100 for delay in slow])


async def test_below_min_samples_answers_take_the_time_that_each_took(shop):
    few = settings(latency="learned", drift={"min_samples": 1000})

    assert await delays(few, shop, 3) == await delays(
        settings(latency="recorded"), shop, 3
    )


@pytest.mark.parametrize(
    ("replay", "latency", "errors"),
    [
        ({}, Latency.NONE, Errors.RECORDED),
        ({"drift": {"traffic_mirroring": True}}, Latency.LEARNED, Errors.LEARNED),
        (
            {"drift": {"traffic_mirroring": True}, "latency": "none"},
            Latency.NONE,
            Errors.LEARNED,
        ),
        (
            {"drift": {"traffic_mirroring": True}, "errors": "recorded"},
            Latency.LEARNED,
            Errors.RECORDED,
        ),
        (
            {"drift": {"traffic_mirroring": True, "mode": "behavioral"}},
            Latency.NONE,
            Errors.RECORDED,
        ),
    ],
    ids=["nothing", "mirroring", "but latency", "but errors", "behavior alone"],
)
def test_mirroring_turns_on_what_is_not_set_otherwise(replay, latency, errors):
    config = settings(**replay)

    assert (config.pace.latency, config.errors) == (latency, errors)


async def test_what_applies_nothing_learned_learns_nothing(shop):
    async with open_replay(settings(latency="recorded"), [shop]) as engine:
        answer = await engine.answer(request(url=f"{US}/orders"))

        assert engine.mirroring is None
        assert answer.repeatable


async def test_switched_off_answers_are_as_recorded(shop):
    off = settings(latency="learned", drift={"enabled": False})
    async with open_replay(off, [shop]) as engine:
        assert engine.mirroring is not None
        first = await engine.answer(request(url=f"{US}/orders"))
        engine.mirroring.enabled = True
        again = await engine.answer(request(url=f"{US}/orders"))

    assert "nothing learned is applied now" in first.why[-1]
    assert first.delay == pytest.approx(0.1)
    assert "learned of GET /orders" in again.why[-1]


async def test_invented_answers_take_learned_times_too(shop):
    config = settings(latency="learned", on_miss=OnMiss.INVENT)
    async with open_replay(config, [shop], invents_first=True) as engine:
        answer = await engine.answer(request(url=f"{US}/orders"))

    assert 0.09 < answer.delay < 1.1
