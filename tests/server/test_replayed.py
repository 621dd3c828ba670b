"""What a replay has learned: shown, switched and forgotten while it answers."""

import pytest

from mockforge.app import open_proxy, open_replay
from mockforge.config import Config, ReplayOptions
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.telling import Filter
from mockforge.recordings.formats import jsonl
from mockforge.server.replayed import Replayed
from mockforge.stages.pacing import Latency
from tests.worlds import API, exchange, request

ORDERS = request(url="http://127.0.0.1:8080/orders")
CONFIG = Config(replay=ReplayOptions(latency=Latency.LEARNED))


def orders():
    return [
        exchange(
            url=f"{API}/orders",
            started=1_700_000_000.0 + number,
            first_byte=0.1 + number / 1000,
            elapsed=0.2,
        )
        for number in range(40)
    ]


@pytest.fixture(params=["db", "jsonl"])
async def place(tmp_path, request):
    place = tmp_path / f"shop.{request.param}"
    if request.param == "jsonl":
        jsonl.write(orders(), place)
        return place
    async with open_proxy(Config(), place) as engine:
        for each in orders():
            await engine.observe(each)
    return place


async def test_the_next_request_is_answered_as_it_was_switched(place):
    async with open_replay(CONFIG, [place]) as engine:
        learning = Replayed(engine, CONFIG)
        await learning.switch(False)
        off = await engine.answer(ORDERS)
        told_off = learning.applied
        await learning.switch(True)
        on = await engine.answer(ORDERS)

    assert "as recorded" in off.why[-1]
    assert told_off["latency"] == "recorded"
    assert "drawn from what was learned" in on.why[-1]
    assert learning.applied["latency"] == "learned"
    assert learning.is_enabled


async def test_what_is_forgotten_is_not_applied_to_the_next_request(place):
    async with open_replay(CONFIG, [place]) as engine:
        learning = Replayed(engine, CONFIG)
        before = await learning.known()
        await learning.reset(Filter(kind="latency"))
        (known,) = await learning.known()
        answer = await engine.answer(ORDERS)

    assert Filter(kind="latency").chosen(before[0].patterns)
    assert Filter(kind="latency").chosen(known.patterns) == []
    assert Filter(kind="frequency").chosen(known.patterns)
    assert "too little is known" in answer.why[-1]


async def test_other_processes_hear_of_it(place):
    told: list[dict[str, object]] = []

    async def tell(message):
        told.append(dict(message))
        await other.hear(message)

    async with (
        open_replay(CONFIG, [place]) as engine,
        open_replay(CONFIG, [place]) as engine_of_other,
    ):
        learning = Replayed(engine, CONFIG, tell=tell)
        other = Replayed(engine_of_other, CONFIG)
        await learning.switch(False)
        assert not other.is_enabled
        await learning.switch(True)
        await learning.reset(Filter(kind="latency"))
        answer = await engine_of_other.answer(ORDERS)

    assert [message["do"] for message in told] == ["disable", "enable", "reset"]
    assert "too little is known" in answer.why[-1]


async def test_a_replay_that_applies_nothing_still_tells_what_is_known(place):
    config = Config()
    async with open_replay(config, [place]) as engine:
        learning = Replayed(engine, config)
        (known,) = await learning.known()

        assert engine.mirroring is None
        assert learning.applied == {
            "latency": "none",
            "errors": "recorded",
            "sequences": False,
        }
    assert known.recording == "shop"
    assert Filter(kind="latency").chosen(known.patterns)


async def test_forgotten_sequences_choose_no_variant_any_more(tmp_path):
    """Each session asks three times until it is done."""
    polls = [
        exchange(
            url=f"{API}/jobs/1",
            answer=b'{"id": 1, "status": "%s"}' % state,
            session=f"s{session}",
            started=1_700_000_000.0 + session * 100 + number,
            first_byte=0.001,
            elapsed=0.002,
        )
        for session in range(20)
        for number, state in enumerate([b"pending", b"pending", b"done"])
    ]
    place = tmp_path / "jobs.db"
    async with open_proxy(Config(), place) as engine:
        for each in polls:
            await engine.observe(each)
    drift = DriftLearningOptions(traffic_mirroring=True)
    config = Config(drift_learning=drift)
    async with open_replay(config, [place]) as engine:
        recorded = engine.recorded
        assert recorded is not None
        (shelf,) = recorded.shelves
        before = [pool.course for pool in shelf.pools()]
        await Replayed(engine, config).reset(Filter(kind="sequences"))
        after = [pool.course for pool in shelf.pools()]

    assert any(course is not None for course in before)
    assert after == [None] * len(before)
