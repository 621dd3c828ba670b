"""`mockforge replay --workers N` as a user runs it: one port, one report."""

import asyncio
import http.client
import json
import os
import signal
import time
import urllib.error
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from mockforge.cli import run
from mockforge.cli import workers as leading
from mockforge.cli.replaying import Asked
from mockforge.config import load
from mockforge.engine import Engine
from mockforge.errors import MockforgeError
from mockforge.recordings.formats import jsonl
from mockforge.server.workers.crew import Crew
from tests.cli.test_replay import get, replaying
from tests.worlds import API, exchange


@pytest.fixture
def shop(tmp_path):
    """A recording of /a, and of /turn in five ways."""
    made = [exchange(url=f"{API}/a", answer=b"[1]")]
    made += [exchange(url=f"{API}/turn", answer=b"%d" % n) for n in range(5)]
    file = tmp_path / "shop.jsonl"
    jsonl.write(made, file)
    return file


def asked(url, path, session):
    """Return the body of an answer, asked for over a connection of its own."""
    client = http.client.HTTPConnection(url.removeprefix("http://"), timeout=10)
    client.request("GET", path, headers={"X-MockForge-Session": session})
    body = client.getresponse().read()
    client.close()
    return body


def told(url, route):
    return json.loads(get(f"{url}/__mockforge/{route}")[1])


def workers(cwd):
    """Return the processes that were started by the one that wrote ready.json."""
    ready = cwd / "ready.json"
    while not ready.exists():
        time.sleep(0.01)
    first = json.loads(ready.read_text())["pid"]
    children = Path(f"/proc/{first}/task/{first}/children").read_text()
    return [int(word) for word in children.split()]


def answering(url):
    """Return how many workers answer, told by one that does."""
    while True:
        try:
            return told(url, "health")["workers"]
        except (ConnectionError, http.client.HTTPException, urllib.error.URLError):
            # It reached the one that had just been killed.
            continue


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_sessions_are_kept_for_all_and_reported_once(shop, tmp_path, sent):
    words = (shop, "--workers", "3", "--json")
    with replaying(*words, cwd=tmp_path, sent=sent) as (url, outcome):
        given = {name: [asked(url, "/turn", name) for _ in range(7)] for name in "xyz"}
        assert told(url, "report")["served"] == {"total": 21, "exact": 21}
        assert told(url, "health") == {"status": "ok", "loaded": 6, "workers": 3}

    in_order = [b"0", b"1", b"2", b"3", b"4", b"4", b"4"]
    assert given == dict.fromkeys("xyz", in_order)
    assert outcome["code"] == 0
    report = json.loads(outcome["out"])
    assert (report["seen"], report["never_used"]["total"]) == (21, 1)
    assert outcome["err"].count("listening on") == 1


def test_a_database_is_read_by_each(tmp_path):
    """Its connection is nothing that two processes may share."""
    bodies = {f"/{n}": b"%d" % n * (400_000 * (n % 3) + 1) for n in range(12)}
    made = [exchange(url=f"{API}{path}", answer=bodies[path]) for path in bodies]
    jsonl.write(made, tmp_path / "shop.jsonl")
    into = ["-o", str(tmp_path / "shop.db")]
    assert run(["recordings", "import", str(tmp_path / "shop.jsonl"), *into]) == 0

    words = (tmp_path / "shop.db", "--workers", "2")
    with replaying(*words, cwd=tmp_path) as (url, outcome):
        given = [(path, asked(url, path, "x")) for path in [*bodies] * 4]

    assert [path for path, body in given if body != bodies[path]] == []
    assert outcome["code"] == 0


def test_a_worker_that_is_killed_fails_the_run(shop, tmp_path):
    words = (shop, "--workers", "2", "--ready-file", "ready.json")
    with replaying(*words, cwd=tmp_path) as (url, outcome):
        one, other = workers(tmp_path)
        os.kill(one, signal.SIGKILL)
        while answering(url) == 2:
            time.sleep(0.01)
        assert [get(f"{url}/a")[0] for _ in range(10)] == [200] * 10
        assert told(url, "health")["status"] == "degraded"

    assert outcome["code"] == 1
    assert f"worker 1 of 2 (process {one}) was killed by SIGKILL" in outcome["err"]
    assert "this account has gaps" in outcome["err"]
    assert not Path(f"/proc/{other}").exists()


def test_workers_do_not_outlive_the_first(shop, tmp_path):
    words = (shop, "--workers", "2", "--ready-file", "ready.json")
    with replaying(*words, cwd=tmp_path, sent=signal.SIGKILL) as (_, outcome):
        started = workers(tmp_path)

    assert outcome["code"] == -signal.SIGKILL
    # Their stderr is ours, and was closed before `communicate` returned; the rest of
    # their end may still be under way.
    until = time.monotonic() + 10
    while any(_runs(each) for each in started) and time.monotonic() < until:
        time.sleep(0.01)
    assert [each for each in started if _runs(each)] == []


def test_one_worker_is_one_process(shop, tmp_path):
    words = (shop, "--workers", "1", "--ready-file", "ready.json")
    with replaying(*words, cwd=tmp_path) as (url, outcome):
        started = workers(tmp_path)
        assert get(f"{url}/a") == (200, b"[1]")

    assert started == []
    assert outcome["code"] == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--workers", "0"], 3, "--workers"),
        (["--workers", "2", "--mode", "regular"], 3, "as a proxy there is one process"),
        (["--workers", "2", "--state", "memory"], 3, "as many places"),
        (["--workers", "2", "--host", "nowhere.invalid"], 6, "'nowhere.invalid'"),
        (["--state", "sqlite"], 3, "keeps no state"),
        (["--state-name", "x"], 3, "only what Redis keeps has a name"),
        (["--state", "redis://u:correct-horse@127.0.0.1:1/0"], 5, "cannot be used"),
        (
            ["--workers", "2", "--state", "redis://u:correct-horse@127.0.0.1:1/0"],
            5,
            "the Redis at redis://127.0.0.1:1/0 cannot be used",
        ),
    ],
)
def test_what_is_asked_wrongly_is_told(capsys, shop, words, code, said):
    got = run(["replay", str(shop), "--port", "0", *words])

    err = capsys.readouterr().err
    assert (got, said in err) == (code, True), err
    assert "correct-horse" not in err


def test_a_port_in_use_is_told_before_anything_is_started(capsys, shop, tmp_path):
    with replaying(shop, "--workers", "2", cwd=tmp_path) as (url, _):
        port = url.rpartition(":")[2]
        got = run(["replay", str(shop), "--port", port, "--workers", "2"])

    assert got == 6
    assert "is in use" in capsys.readouterr().err


def _runs(pid):
    try:
        return (
            Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        )
    except FileNotFoundError:
        return False


def test_a_failure_is_told_as_it_is_whatever_was_opened_before(monkeypatch):
    @asynccontextmanager
    async def opened():
        yield

    async def entered(stack):
        await stack.enter_async_context(opened())

    class Failing(Crew):
        async def begin(self):
            raise MockforgeError("no worker began")

        async def end(self):
            pass

    monkeypatch.setattr(leading, "Crew", Failing)
    asked = Asked(load(None, environ={}), ())
    stack = AsyncExitStack()
    asyncio.run(entered(stack))

    with pytest.raises(MockforgeError, match="no worker began"):
        asyncio.run(leading._lead(asked, Engine(), [], stack))
