"""One run of the proxy in this process, ended by a signal to it."""

import asyncio
import json
import os
import signal
from contextlib import asynccontextmanager

import pytest
from mitmproxy import ctx
from mockforge.addons.authority import certificate

from mockforge.cli.running import Outcome, Run, look, run
from mockforge.config import Config
from mockforge.errors import ConfigError, ListenError, UpstreamError
from mockforge.http import Origin

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    directory = tmp_path_factory.mktemp("authority")
    certificate(directory)
    return directory


@pytest.fixture
async def upstream():
    async def talk(reader, writer):
        try:
            while True:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(ANSWER)
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


@pytest.fixture
def settings(authority, nowhere):
    def made(upstream=None, **more):
        proxy = {"ca_dir": str(authority)} | more.pop("proxy", {})
        if upstream is not None:
            proxy["upstream"] = f"http://127.0.0.1:{upstream}"
        return Config.model_validate({"server": {"port": 0}, "proxy": proxy} | more)

    return made


@asynccontextmanager
async def running(tmp_path, config, **asked):
    """Run; yield the ready file's content and outcomes, one added at the end."""
    ready = tmp_path / "ready.json"
    outcomes: list[Outcome] = []
    async with asyncio.TaskGroup() as group:
        task = group.create_task(run(Run(config, ready_file=str(ready), **asked)))
        # It is a file, as for the scripts that wait for it.
        while not ready.exists() and not task.done():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert ready.exists()
        yield json.loads(ready.read_text()), outcomes
        signal.raise_signal(signal.SIGTERM)
        outcomes.append(await task)


async def ask(url):
    port = int(url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /a?token=s3cr3t HTTP/1.1\r\nHost: a\r\n\r\n")
    got = await reader.readuntil(b"\r\n\r\nok")
    writer.close()
    await writer.wait_closed()
    return got


async def test_it_records_until_the_signal(tmp_path, settings, upstream, capsys):
    async with running(tmp_path, settings(upstream)) as (ready, outcomes):
        assert (await ask(ready["url"])).endswith(b"ok")

    assert ready["recording"] == "recordings/127.0.0.1.db"
    assert ready["pid"] == os.getpid()
    assert ready["ca"].endswith("mitmproxy-ca-cert.pem")
    outcome = outcomes[0]
    outcome.tell(as_json=True)
    out, err = capsys.readouterr()
    assert outcome.exit_code == 0
    assert json.loads(out)["recorded"] == 1
    assert "s3cr3t" not in out + err
    assert f"listening on {ready['url']} (reverse)" in err
    assert f"try: curl {ready['url']}/" in err
    assert f"next: mockforge replay {ready['recording']}" in err


@pytest.mark.parametrize("lane", ["own", "mitmproxy"])
async def test_either_layer_records(tmp_path, settings, upstream, lane):
    config = settings(upstream, proxy={"lane": lane})
    async with running(tmp_path, config) as (ready, outcomes):
        assert (await ask(ready["url"])).endswith(b"ok")
        is_ours = ctx.master.addons.get("mockforge-junction") is not None

    assert is_ours == (lane == "own")
    assert outcomes[0].ledger.recorded == 1


async def test_nobody_who_came_is_told_too(tmp_path, settings, upstream, capsys):
    async with running(tmp_path, settings(upstream)) as (_, outcomes):
        pass
    outcomes[0].tell(as_json=False)

    assert "nothing was recorded: no client came" in capsys.readouterr().err


async def test_nothing_is_kept_if_so_asked(tmp_path, settings, upstream, nowhere):
    async with running(tmp_path, settings(upstream), is_kept=False) as (
        ready,
        outcomes,
    ):
        await ask(ready["url"])

    assert ready["recording"] is None
    assert outcomes[0].ledger.seen == 1
    assert list(nowhere.iterdir()) == []


async def test_a_forward_proxy_says_how_it_is_used(tmp_path, settings, capsys):
    config = settings(proxy={"mode": ["regular", "socks5"]})
    async with running(tmp_path, config) as (ready, _):
        pass

    err = capsys.readouterr().err
    assert f"try: curl --proxy {ready['url']} --cacert {ready['ca']}" in err
    assert "(socks5)" in err
    assert ready["recording"] == "recordings/proxy.db"


@pytest.mark.parametrize(
    ("asked", "database"),
    [
        ({}, "recordings/127.0.0.1.db"),
        ({"recording": "shop"}, "recordings/shop.db"),
        ({"recording": "shop.db"}, "recordings/shop.db"),
    ],
)
def test_a_recording_is_named_after_the_upstream_or_as_asked(settings, asked, database):
    assert Run(settings(9), **asked).database == database


def test_a_database_may_be_anywhere(settings):
    assert Run(settings(9, db="postgresql+psycopg://h/d")).database.endswith("//h/d")


async def test_offline_contradicts_a_proxy(settings):
    with pytest.raises(ConfigError, match="contacts nobody"):
        await run(Run(settings(9, offline=True)))


async def test_a_reverse_proxy_without_an_upstream_is_told(settings):
    with pytest.raises(ConfigError, match="in front of"):
        await run(Run(settings()))


async def test_a_taken_port_ends_the_run_and_closes_everything(settings, upstream):
    config = settings(upstream, server={"port": upstream})

    with pytest.raises(ListenError, match="is taken"):
        await run(Run(config))


async def test_a_path_of_the_upstream_is_told(tmp_path, settings, upstream, capsys):
    address = f"http://127.0.0.1:{upstream}/v1"
    config = settings(proxy={"upstream": address})
    async with running(tmp_path, config) as (ready, _):
        pass

    assert f"call {ready['url']}/v1" in capsys.readouterr().err


async def test_a_name_without_an_address_ends_the_run():
    with pytest.raises(UpstreamError, match="has no address") as caught:
        await look(Origin("https", "no-such-host.invalid"), must=False)

    assert caught.value.exit_code == 5
    assert "--no-check-upstream" in str(caught.value)


async def test_an_upstream_that_refuses_is_told(unused_tcp_port, capsys):
    await look(Origin("http", f"127.0.0.1:{unused_tcp_port}"), must=False)

    assert "refuses connections now" in capsys.readouterr().err


async def test_an_upstream_that_refuses_ends_the_run_if_it_must_answer(unused_tcp_port):
    with pytest.raises(UpstreamError, match="refuses"):
        await look(Origin("http", f"127.0.0.1:{unused_tcp_port}"), must=True)


async def test_an_upstream_that_answers_is_not_talked_about(upstream, capsys):
    await look(Origin("http", f"127.0.0.1:{upstream}"), must=True)

    assert capsys.readouterr().err == ""
