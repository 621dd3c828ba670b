"""`--state`: where a replay keeps what its sessions were given."""

import asyncio
import json
import signal

import httpx
import pytest

from mockforge.cli import states
from mockforge.cli.replaying import Asked, run
from mockforge.config import Config
from mockforge.errors import ConfigError
from mockforge.recordings.formats import jsonl
from tests.sources.redis_server import redis_server
from tests.worlds import API, exchange


@pytest.fixture
def shop(tmp_path):
    """A recording of /a, and of /turn in three ways."""
    made = [exchange(url=f"{API}/a", answer=b"[1]")]
    made += [exchange(url=f"{API}/turn", answer=b"%d" % n) for n in range(3)]
    file = tmp_path / "shop.jsonl"
    jsonl.write(made, file)
    return file


class Run:
    """A replay in this process, from its settings to its report."""

    def __init__(self, shop, ready, **sessions) -> None:
        settings = {"server": {"port": 0}, "sessions": sessions}
        config = Config.model_validate(settings)
        self.asked = Asked(config, (str(shop),), ready_file=str(ready))
        self.ready = ready

    async def __aenter__(self):
        self.task = asyncio.get_running_loop().create_task(run(self.asked))
        # It is a file, as for the scripts that wait for it.
        while not self.ready.exists() and not self.task.done():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        if self.task.done():
            await self.task
        self.client = httpx.AsyncClient(
            base_url=json.loads(self.ready.read_text())["url"]
        )
        self.ready.unlink()
        return self

    async def __aexit__(self, *error):
        await self.client.aclose()
        signal.raise_signal(signal.SIGTERM)
        self.report = await self.task

    async def get(self, path):
        answer = await self.client.get(path, headers={"X-MockForge-Session": "x"})
        return answer.status_code, answer.text


async def test_a_run_goes_on_where_another_of_its_name_was(shop, tmp_path):
    async with redis_server() as port:
        given = []
        for name in ("nightly", "nightly", None):
            place = {"state": f"redis://127.0.0.1:{port}/0", "state_name": name}
            async with Run(shop, tmp_path / "ready.json", **place) as replay:
                given.append((await replay.get("/turn"))[1])

    assert given == ["0", "1", "0"]


async def test_without_redis_a_turn_is_a_503_that_the_report_tells(shop, tmp_path):
    """What has one answer, and the last of a sequence, is answered all the same."""
    ready = tmp_path / "ready.json"
    async with redis_server() as port:
        replay = Run(shop, ready, state=f"redis://:correct@127.0.0.1:{port}/0")
        await replay.__aenter__()
        first = await replay.get("/turn")
    gone = [await replay.get(path) for path in ("/turn", "/a")]
    async with redis_server(port):
        back = await replay.get("/turn")
        await replay.__aexit__()

    assert first == (200, "0")
    assert (gone[0][0], gone[1]) == (503, (200, "[1]"))
    problem = json.loads(gone[0][1])
    assert problem["class"] == "no state"
    assert "cannot be asked whose turn it is" in problem["detail"]
    assert "correct" not in gone[0][1]
    assert back == (200, "0")
    report = replay.report
    assert (report.exit_code, report.missed) == (1, 1)
    assert report.misses[0].kind == "no state"


async def test_what_is_recorded_is_not_fetched_for_want_of_a_turn(shop, tmp_path):
    async with redis_server() as port:
        replay = Run(shop, tmp_path / "ready.json", state=f"redis://127.0.0.1:{port}/0")
        config = replay.asked.config
        fetching = config.replay.model_copy(update={"on_miss": "upstream"})
        replay.asked = Asked(
            config.model_copy(update={"replay": fetching}),
            replay.asked.recordings,
            ready_file=replay.asked.ready_file,
        )
        await replay.__aenter__()
    async with redis_server():
        status, _ = await replay.get("/turn")
        await replay.__aexit__()

    assert status == 503
    assert replay.report.fetched == ()


@pytest.mark.parametrize("state", [None, "memory", "process"])
async def test_one_process_keeps_them_in_memory(shop, tmp_path, state):
    async with Run(shop, tmp_path / "ready.json", state=state) as replay:
        given = [(await replay.get("/turn"))[1] for _ in range(4)]

    assert given == ["0", "1", "2", "2"]


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        ({"server": {"workers": 2}, "sessions": {"state": "memory"}}, "as many places"),
        ({"sessions": {"state_name": "x"}}, "has a name"),
        ({"sessions": {"state": "process", "state_name": "x"}}, "has a name"),
    ],
)
def test_settings_that_do_not_fit_are_told(settings, what):
    with pytest.raises(ConfigError, match=what):
        states.check(Config.model_validate(settings))


def test_the_password_of_a_redis_is_not_shown(ran, nowhere):
    url = "redis://user:correct-horse@127.0.0.1:6379/0"
    (nowhere / "mockforge.yaml").write_text(f"sessions:\n  state: {url}\n")

    code, out, err = ran("config", "show")

    assert code == 0
    assert "127.0.0.1:6379/0" in out
    assert "correct-horse" not in out + err
