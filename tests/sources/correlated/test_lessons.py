"""A recording is learned once, when it is asked for, and nobody waits for ever."""

import asyncio
import logging

from mockforge.sources.correlated.lessons import Lessons, nothing
from tests.sources.correlated.living_worlds import Fixed
from tests.worlds import recording


async def test_a_recording_is_learned_once():
    learned = []

    async def learn(one):
        learned.append(one)
        await asyncio.sleep(0)
        return Fixed()

    lessons, shop = Lessons(learn), recording()
    assert learned == []
    found = await asyncio.gather(*(lessons.of(0, shop) for _ in range(5)))
    assert len({id(each) for each in found}) == 1
    assert learned == [shop]
    await lessons.close()


async def test_who_asks_meanwhile_does_without():
    may_end = asyncio.Event()

    async def learn(one):
        await may_end.wait()
        return Fixed()

    lessons = Lessons(learn, patience=0.0)
    assert not lessons.is_learning
    assert await lessons.of(0, recording()) is None
    assert lessons.is_learning
    may_end.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert await lessons.of(0, recording()) is not None
    await lessons.close()


async def test_what_cannot_be_learned_is_logged_and_done_without(caplog):
    async def learn(one):
        raise ValueError("broken")

    lessons = Lessons(learn)
    with caplog.at_level(logging.ERROR):
        assert await lessons.of(0, recording()) is None
        assert await lessons.of(0, recording()) is None
    assert len(caplog.records) == 1
    assert await nothing(recording()) is None


async def test_closing_ends_what_is_being_learned():
    ended = []

    async def learn(one):
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(one)

    lessons = Lessons(learn, patience=0.01)
    assert await lessons.of(0, recording()) is None
    await lessons.close()
    assert len(ended) == 1
