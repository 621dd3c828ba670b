"""The first process of several: what all did, who is gone, and how it ends."""

import asyncio
import os

import pytest

from mockforge.errors import ConfigError, MockforgeError
from mockforge.report import report_of
from tests.server.workers.crews import US, crew, cut
from tests.worlds import request


async def test_it_answers_when_every_worker_does():
    async with crew(2) as (made, _, _):
        await made.begin()

        assert [each.urls for each in made.members] == [(US,), (US,)]
        assert await made.health() == {"status": "ok", "loaded": 4, "workers": 2}

    assert made.over.is_set()
    assert made.engine.ledger.gaps == []


async def test_the_report_is_that_of_all():
    async with crew(2) as (made, _, engines):
        await made.begin()
        for engine in engines:
            await engine.answer(request(url=f"{US}/a"))
            await engine.answer(request(url=f"{US}/none"))
        told = await made.report()

        assert (told["seen"], told["served"]["exact"]) == (4, 2)
        assert told["missed"]["total"] == 2
        assert await made.report() == told


async def test_what_was_done_last_is_told_at_the_end():
    async with crew(2) as (made, _, engines):
        await made.begin()
        await engines[1].answer(request(url=f"{US}/a"))

    assert report_of(made.engine).exit_code == 0
    assert made.engine.ledger.seen == 1


async def test_a_worker_that_is_killed_is_told_and_the_others_go_on(caplog):
    async with crew(2) as (made, workers, engines):
        await made.begin()
        for engine in engines:
            await engine.answer(request(url=f"{US}/a"))
        await made.report()
        workers[0].kill()
        await made.members[0].ended.wait()
        await engines[1].answer(request(url=f"{US}/a"))
        told = await made.report()

        assert await made.health() == {"status": "degraded", "loaded": 4, "workers": 1}

    assert told["seen"] == 3
    assert told["exit_code"] == 1
    (gap,) = told["gaps"]
    assert f"worker 1 of 2 (process {made.members[0].pid}) was killed by SIGKILL" in gap
    assert gap in caplog.text


async def test_it_is_over_when_nobody_is_left():
    async with crew(1) as (made, workers, _):
        await made.begin()
        workers[0].kill()
        await made.wait(asyncio.Event())

    assert report_of(made.engine).exit_code == 1


async def test_a_worker_that_cannot_begin_ends_it(caplog):
    async with crew(2, fails=ConfigError("nothing works")) as (made, _, _):
        with pytest.raises(MockforgeError, match="not every worker could begin"):
            await made.begin()

    assert "ended by itself with code 1: nothing works" in caplog.text


async def test_a_worker_that_does_not_stop_is_ended(monkeypatch):
    monkeypatch.setattr("mockforge.server.workers.crew.LATE", 0.05)
    async with crew(1) as (made, workers, _):
        await made.begin()
        hand = workers[0].hand
        assert hand is not None
        hand.channel._hear = lambda message: None
        ending = asyncio.ensure_future(made.end())
        killed = os.WEXITED | os.WNOWAIT
        await asyncio.to_thread(os.waitid, os.P_PID, made.members[0].pid, killed)
        cut(hand.channel)
        await ending

    assert "was killed by SIGKILL" in made.engine.ledger.gaps[0]
