import asyncio
import json
from itertools import repeat

import pytest

from mockforge.clock import VirtualClock
from mockforge.config import Config
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.recordings import online as module
from mockforge.recordings import pace
from mockforge.recordings.files import StoredRecording, open_recording
from mockforge.recordings.online import Online, learning
from mockforge.recordings.patterns import patterns_of
from mockforge.store.file import StoredFile
from mockforge.store.reader import open_reader
from mockforge.store.schema import PATTERNS
from tests.recordings import traffic

CONFIG = Config()
EAGER = Config(drift_learning=DriftLearningOptions(update_interval=0.0))


@pytest.fixture
async def path(tmp_path):
    await traffic.write(tmp_path / "a.db", [])
    return tmp_path / "a.db"


async def whole(path):
    recording = await open_recording(path, matcher=traffic.MATCHER)
    assert isinstance(recording, StoredRecording)
    try:
        return await patterns_of(recording, CONFIG), await recording.reader.meta(
            PATTERNS
        )
    finally:
        await recording.close()


async def test_what_was_recorded_until_the_end_is_kept(path):
    async with learning(path, CONFIG) as online:
        assert online is not None
        await traffic.write(path, traffic.orders(30))

    found, kept = await whole(path)

    assert kept is not None
    assert found.count == 30


async def test_if_nothing_was_recorded_nothing_is_kept(path):
    async with learning(path, CONFIG):
        pass

    assert (await whole(path))[1] is None


async def test_switched_off_nothing_learns(path):
    off = Config(drift_learning=DriftLearningOptions(enabled=False))

    async with learning(path, off) as online:
        assert online is None


async def test_what_is_learned_by_now_can_be_had_at_any_time(path):
    async with learning(path, CONFIG) as online:
        assert online is not None
        assert list((await online.patterns()).shown()) == []
        await traffic.write(path, traffic.orders(30))

        found = await online.patterns()

    assert json.dumps(found.to_json()) == json.dumps((await whole(path))[0].to_json())


async def test_while_it_may_take_nothing_it_is_learned_for_who_wants_it(
    path, monkeypatch
):
    monkeypatch.setattr(module, "SHORTEST", 0.001)
    monkeypatch.setattr(pace, "SHARE", 1e-12)
    monkeypatch.setattr(pace, "IDLE", 1e-12)
    async with learning(path, EAGER) as online:
        assert online is not None
        await traffic.write(path, traffic.orders(30))
        await asyncio.sleep(0.01)

        assert (await online.patterns()).count == 30

        await traffic.write(path, traffic.orders(60)[30:])

    assert (await whole(path))[0].count == 60


async def test_it_wakes_again_and_again(path, monkeypatch):
    monkeypatch.setattr(module, "SHORTEST", 0.001)
    async with learning(path, EAGER):
        await traffic.write(path, traffic.orders(30))
        reader, kept = await open_reader(path), None
        async with asyncio.timeout(20):
            for _ in repeat(None):
                kept = kept or await reader.meta(PATTERNS)
                if kept is not None:
                    break
                await asyncio.sleep(0.005)
        await reader.close()


async def test_while_requests_come_it_is_kept_seldom_and_else_soon(path, monkeypatch):
    monkeypatch.setattr(module, "SHORTEST", 0.001)
    clock, kept = VirtualClock(), []
    reader = await open_reader(path)
    assert isinstance(reader, StoredFile)
    online = Online(reader, EAGER, clock=clock)
    seen = iter([True, True, False, False, True, True, False])

    async def step():
        # What `step` leaves behind when requests came, or none did.
        if (came := next(seen, None)) is None:
            online._stopping.set()
        online._seen += bool(came)
        clock.advance(45)

    async def keep():
        kept.append(online._seen)
        online._due = clock.monotonic() + 1_000

    monkeypatch.setattr(online, "step", step)
    monkeypatch.setattr(online, "_keep", keep)
    await online._run()
    await reader.close()

    assert kept == [2, 2, 2, 4, 4]


async def test_it_can_be_switched_off_and_on_meanwhile(path):
    async with learning(path, CONFIG) as online:
        assert online is not None
        online.is_enabled = False
        await traffic.write(path, traffic.orders(30))
        await online.step()
        assert (await online.patterns()).count == 0

        online.is_enabled = True
        await online.step()

        assert (await online.patterns()).count == 30


async def test_a_reset_is_kept_and_followed(path):
    async with learning(path, CONFIG) as online:
        assert online is not None
        await traffic.write(path, traffic.orders(30))
        await online.reset()
        assert list((await online.patterns()).shown()) == []
        await traffic.write(path, traffic.orders(50)[30:])

    assert (await whole(path))[0].count == 20


async def test_a_recording_that_cannot_be_read_is_learned_later(path):
    reader = await open_reader(path)
    assert isinstance(reader, StoredFile)
    online = Online(reader, CONFIG)
    await online.start()
    await reader.close()
    path.write_bytes(b"no database")

    await online.step()
    await online.close()
    await reader.close()
