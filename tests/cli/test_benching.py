import asyncio
import urllib.error
import urllib.request
from pathlib import Path

import click
import pytest

from mockforge.cli import benching
from mockforge.errors import MockforgeError
from mockforge.load.drive import Drive, Manner
from mockforge.load.prepared import Expected, Prepared
from mockforge.load.schedule import Pacing, Schedule
from mockforge.recordings.formats import jsonl
from tests.load.servers import NOWHERE
from tests.worlds import API, exchange

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def command(nowhere, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with click.Context(click.Command("bench")) as ctx:
        yield ctx


def health(url):
    with urllib.request.urlopen(f"{url}/__mockforge/health", timeout=10) as answer:
        return answer.status


async def test_the_replay_ends_with_what_it_was_started_for(command, nowhere):
    jsonl.write([exchange(url=f"{API}/a")], nowhere / "shop.jsonl")

    async with benching._replaying("shop.jsonl") as url:
        assert await asyncio.to_thread(health, url) == 200

    with pytest.raises(urllib.error.URLError):
        await asyncio.to_thread(health, url)


async def test_a_replay_that_does_not_start_says_why(command):
    with pytest.raises(MockforgeError, match="did not start") as caught:
        async with benching._replaying("none.db"):
            pass

    assert "there is no recording 'none.db'" in str(caught.value)


def test_what_goes_on_is_told_in_a_line():
    asked = Prepared(b"", False, Expected({200}), 1, "GET /")
    drive = Drive([asked], NOWHERE, Manner())
    assert benching._progress(drive) == "connecting"

    drive._schedule = Schedule(Pacing(), 100.0)
    assert benching._progress(drive) == "warming up"

    drive.tally.answer(asked, 500, None, seconds=0.1)
    drive._last_answer = 102.0
    told = benching._progress(drive)
    assert told == "2 s  1 answered  0/s  failed 0  not as recorded 1"
