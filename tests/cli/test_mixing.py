"""One run of a mixing proxy in this process, ended by a signal to it."""

import asyncio
import json
import signal
from contextlib import asynccontextmanager

import pytest

from mockforge.cli.mixing import Mixed, run
from mockforge.cli.proxy import is_mixed
from mockforge.cli.running import Run
from mockforge.config import Config

PATIENCE = 20


@pytest.fixture
async def upstream():
    """Where each request is counted, and told its number."""
    asked = []

    async def talk(reader, writer):
        try:
            while True:
                asked.append((await reader.readuntil(b"\r\n\r\n")).split(b" ", 1)[0])
                body = json.dumps({"id": 1, "n": len(asked)}).encode()
                head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                writer.write(b"%sContent-Length: %d\r\n\r\n" % (head, len(body)) + body)
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], asked


@asynccontextmanager
async def mixing(tmp_path, port, ratio, **more):
    """Run; yield where it listens, and what it came to, added at the end."""
    ready = tmp_path / "ready.json"
    ready.unlink(missing_ok=True)
    settings = {
        "server": {"port": 0},
        "db": str(tmp_path / "kept" / "x.db"),
        "proxy": {"upstream": f"http://127.0.0.1:{port}"},
    }
    config = Config.model_validate(settings | more)
    outcomes: list[Mixed] = []
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        asked = Run(config, ready_file=str(ready))
        task = group.create_task(run(asked, ratio))
        while not ready.exists() and not task.done():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        yield json.loads(ready.read_text())["url"], outcomes
        signal.raise_signal(signal.SIGTERM)
        outcomes.append(await task)


async def ask(url, method="GET", path="/things/1"):
    """Return head and body of the answer."""
    reader, writer = await asyncio.open_connection(
        "127.0.0.1", int(url.rpartition(":")[2])
    )
    try:
        wire = f"{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
        writer.write(f"{wire}Content-Length: 0\r\n\r\n".encode())
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        return head.decode(), body
    finally:
        writer.close()
        await writer.wait_closed()


async def test_what_is_recorded_in_one_run_is_mixed_in_the_next(
    tmp_path, upstream, capsys, nowhere
):
    port, asked = upstream
    async with mixing(tmp_path, port, 0.5) as (url, outcomes):
        first, _ = await ask(url)
    assert "X-MockForge-Source: upstream; ratio=0.5" in first
    assert "nothing is recorded" in capsys.readouterr().err
    assert (outcomes[0].ledger.seen, outcomes[0].ledger.recorded) == (1, 1)

    async with mixing(tmp_path, port, 0.7) as (url, outcomes):
        second, body = await ask(url)
    assert "X-MockForge-Source: recorded; tier=exact" in second
    assert json.loads(body) == {"id": 1, "n": 1}
    assert len(asked) == 1
    outcomes[0].tell(as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["answered"] == {"exact": 1}


async def test_the_settings_say_how_real_answers_are(tmp_path, upstream, nowhere):
    port, asked = upstream
    block = {"routes": [{"pattern": "/real/*", "ratio": 1.0}], "default_ratio": 0.7}
    async with mixing(tmp_path, port, None) as (url, _):
        await ask(url)

    async with mixing(tmp_path, port, None, reality_continuum=block) as (url, _):
        made, _ = await ask(url)
        real, _ = await ask(url, path="/real/1")

    assert "Source: recorded" in made
    assert "Source: upstream; ratio=1" in real
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--no-record"], 3, "leave --no-record out"),
        (["--keep-host"], 3, "leave --keep-host out"),
        (["--world", "recording"], 3, "set it to session or shared"),
        (["--offline"], 7, "nothing was recorded"),
        (["--upstream-ca", "no.pem"], 3, "as PEM"),
    ],
)
def test_what_does_not_go_together_is_told(ran, words, code, told):
    here = ["--upstream", "http://127.0.0.1:9", "--no-check-upstream", "--port", "0"]

    found, out, err = ran("proxy", *here, "--reality", ".5", *words)

    assert (found, out) == (code, "")
    assert told in err


@pytest.mark.parametrize(
    ("block", "ratio", "mixed"),
    [
        (None, None, False),
        (None, 1.0, False),
        (None, 0.5, True),
        ({}, None, False),
        ({"default_ratio": 0.2}, None, True),
        ({"default_ratio": 0.2}, 1.0, True),
        ({"enabled": False}, None, False),
    ],
)
def test_who_says_nothing_of_a_ratio_records_as_before(block, ratio, mixed):
    given = {} if block is None else {"reality_continuum": block}

    assert is_mixed(Config.model_validate(given), ratio) is mixed
