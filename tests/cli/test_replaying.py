"""One run of a replay in this process, ended by a signal to it."""

import asyncio
import json
import signal
from contextlib import asynccontextmanager

import httpx
import pytest

from mockforge.cli.replaying import Asked, run
from mockforge.config import Config
from mockforge.http import Origin, Response
from mockforge.recordings.formats import jsonl
from mockforge.report import Report
from mockforge.server.framing import framed
from mockforge.server.run import Server, listen
from tests.worlds import API, exchange


@pytest.fixture
def shop(tmp_path):
    file = tmp_path / "shop.jsonl"
    jsonl.write([exchange(url=f"{API}/a", answer=b"[1]")], file)
    return file


@asynccontextmanager
async def running(tmp_path, *recordings, **asked):
    """Run; yield (ready file's content, reports), the report added at the end."""
    ready = tmp_path / "ready.json"
    config = Config.model_validate(
        {"server": {"port": 0}, "proxy": {"ca_dir": str(tmp_path / "ca")}}
        | asked.pop("settings", {})
    )
    given = Asked(config, tuple(map(str, recordings)), ready_file=str(ready), **asked)
    reports: list[Report] = []
    async with asyncio.TaskGroup() as group:
        task = group.create_task(run(given))
        # It is a file, as for the scripts that wait for it.
        while not ready.exists() and not task.done():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert ready.exists()
        yield json.loads(ready.read_text()), reports
        signal.raise_signal(signal.SIGTERM)
        reports.append(await task)


async def test_it_answers_until_the_signal(tmp_path, shop, capsys):
    async with (
        running(tmp_path, shop) as (ready, reports),
        httpx.AsyncClient(base_url=ready["url"]) as client,
    ):
        assert (await client.get("/a")).content == b"[1]"

    assert reports[0].exit_code == 0
    assert ready["recording"] == str(shop)
    assert f"replaying 1 exchange of {shop}" in capsys.readouterr().err


@pytest.mark.parametrize("lane", ["mitmproxy", "own"])
async def test_as_a_proxy_it_answers_who_names_the_host(tmp_path, shop, lane):
    settings = {"proxy": {"ca_dir": str(tmp_path / "ca"), "lane": lane}}
    modes = ("regular", "reverse@0")
    async with running(tmp_path, shop, modes=modes, settings=settings) as (
        ready,
        reports,
    ):
        proxy = httpx.AsyncHTTPTransport(proxy=ready["url"], verify=False)
        async with httpx.AsyncClient(transport=proxy) as client:
            assert (await client.get(f"{API}/a")).content == b"[1]"
            assert (await client.get("https://other.example/a")).status_code == 404

    assert reports[0].exit_code == 1
    assert reports[0].misses[0].kind == "no host"
    assert ready["ca"].startswith(str(tmp_path))


async def test_a_miss_may_be_fetched(tmp_path, shop):
    async def respond(asked, channel):
        frame = framed(Response(200, (), b"fresh"), asked.request, keep_alive=False)
        channel.write(frame.head + b"fresh")
        return False

    real = Server(respond, listen("127.0.0.1", 0))
    async with (
        real.running(),
        running(
            tmp_path,
            shop,
            upstream=Origin.parse(real.url),
            settings={"replay": {"on_miss": "upstream"}},
        ) as (ready, reports),
        httpx.AsyncClient(base_url=ready["url"]) as client,
    ):
        assert (await client.get("/a")).content == b"[1]"
        assert (await client.get("/b")).content == b"fresh"

    assert reports[0].exit_code == 0
    assert [each.status for each in reports[0].fetched] == [200]


async def test_what_is_to_be_said_of_a_recording_is_said(tmp_path, capsys):
    file = tmp_path / "a.har"
    entry = {
        "startedDateTime": "2025-01-01T00:00:00Z",
        "time": 1,
        "request": {
            "method": "GET",
            "url": f"{API}/a",
            "httpVersion": "HTTP/1.1",
            "headers": [],
            "queryString": [],
        },
        "response": {
            "status": 200,
            "statusText": "OK",
            "httpVersion": "HTTP/1.1",
            "headers": [],
            "content": {"size": 3, "mimeType": "text/plain"},
        },
    }
    file.write_text(json.dumps({"log": {"version": "1.2", "entries": [entry]}}))

    async with (
        running(tmp_path, file) as (ready, _),
        httpx.AsyncClient(base_url=ready["url"]) as client,
    ):
        assert (await client.get("/a")).content == b""

    told = capsys.readouterr().err
    assert "replaying 1 exchange of" in told
    assert (
        "body" in told.partition("replaying 1 exchange of")[2].partition("listening")[0]
    )
