"""Control routes on a proxy's port: answered here, asked of no upstream, not kept."""

import json

import pytest
from mockforge.addons.answer import Answer
from mockforge.addons.record import Record

from mockforge.engine import Accounts, Engine
from mockforge.engine.drifting import Drifts
from mockforge.engine.reality import Reality, Scale
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.server.continuum import CONSISTENCY
from mockforge.server.patterns import ROUTES
from mockforge.stages.reality.options import RealityOptions
from mockforge.stubs.moving import movings_of
from mockforge.stubs.options import EndpointOptions
from tests.worlds import API, exchange, replaying


class Switch:
    """Learning that is on or off, and has learned nothing."""

    options = DriftLearningOptions()
    applied: dict[str, object] = {}
    is_enabled = True

    def now(self):
        return 0.0

    async def switch(self, on):
        self.is_enabled = on

    async def known(self):
        return []

    async def reset(self, chosen):
        raise AssertionError(chosen)


async def recording(world):
    port = await world.answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    record = Record(Engine(records=world.kept))
    record.learning = Switch()
    return record, await world.before(port, record=record)


async def replaying_proxy(world):
    record = Answer(await replaying(exchange(url=f"{API}/a", answer=b"ok")))
    record.learning = Switch()
    return record, await world.start("reverse:https://api.example@0", record=record)


class Renewal:
    read = None

    async def renewed(self):
        return 2


async def test_settings_are_read_again_and_drift_begins_again_there_too(world):
    record, port = await recording(world)
    client = await world.client(port)
    upstream = await client.ask("POST", "/__mockforge/reload")
    movings = movings_of(
        [EndpointOptions.model_validate({"path": "/a", "drift": {"rules": []}})]
    )
    assert movings is not None
    record.engine.drifts, record.engine.renewal = Drifts(movings), Renewal()

    reload = await client.ask("POST", "/__mockforge/reload")
    reset = await client.ask("POST", "/__mockforge/drift/reset")

    assert upstream.body == b"ok"
    assert json.loads(reload.body)["data"] == {"endpoints": 2}
    assert json.loads(reset.body)["data"] == {"reset": 0}


@pytest.mark.parametrize("start", [recording, replaying_proxy])
async def test_a_proxy_answers_them_itself(world, start):
    record, port = await start(world)
    client = await world.client(port)

    status = await client.ask("GET", f"{ROUTES}status")
    head = await client.ask("HEAD", f"{ROUTES}status")
    off = await client.ask("POST", f"{ROUTES}disable")
    wrong = await client.ask("GET", f"{ROUTES}disable")
    other = await client.ask("GET", "/a")

    assert (status.status, json.loads(status.body)["data"]["enabled"]) == (200, True)
    assert (off.status, record.learning.is_enabled) == (200, False)
    assert (wrong.status, wrong.header("Allow")) == (405, "POST")
    assert head.header("Content-Length") == status.header("Content-Length")
    assert (other.status, other.body) == (200, b"ok")
    assert not record.passages
    assert record.engine.ledger.seen == 1


PLAIN = "http://api.example"
RATIO = "/__mockforge/continuum/ratio"


def mixed(engine):
    engine.accounts = Accounts()
    engine.weigh(Reality(Scale(RealityOptions(default_ratio=0.7), is_offline=True)))
    return engine


async def test_a_recording_proxy_says_that_it_has_no_dial(world):
    _, port = await recording(world)
    client = await world.client(port)

    got = await client.ask("PUT", RATIO, body=b'{"ratio": 1}')

    assert got.status == 404
    assert "--reality 0.5" in json.loads(got.body)["error"]
    assert not world.kept.exchanges


@pytest.mark.parametrize("mode", ["reverse:http://api.example@0", "regular@0"])
async def test_a_mixed_proxy_is_turned_and_explained_on_its_own_port(world, mode):
    engine = mixed(await replaying(exchange(url=f"{PLAIN}/a", answer=b"ok")))
    port = await world.start(mode, record=Answer(engine))
    client = await world.client(port)
    target = f"{PLAIN}/a" if mode == "regular@0" else "/a"

    read = await client.ask("GET", target)
    name = read.header("X-MockForge-Source").rpartition("id=")[2]
    got = await told(client, port, "GET", f"/__mockforge/provenance/{name}")
    turned = await told(client, port, "PUT", RATIO, b'{"ratio": 0.1}')
    alias = await told(client, port, "GET", CONSISTENCY)

    assert read.body == b"ok"
    assert got["ratio"] == 0.7
    assert turned["data"]["ratio"] == 0.1
    assert engine.reality.dial.default == 0.1
    assert alias["data"]["reality_ratio"] == 0.1


async def told(client, port, method, target, body=b""):
    """Return the JSON that the proxy at *port*, called by its own name, answers."""
    length = f"Content-Length: {len(body)}\r\n"
    head = f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{length}\r\n"
    await client.send(head.encode() + body)
    got = await client.answer(method)
    assert got.status == 200, got.body
    return json.loads(got.body)


async def test_nothing_of_it_is_recorded_and_the_next_exchange_is(world):
    _, port = await recording(world)
    client = await world.client(port)

    await client.ask("POST", f"{ROUTES}disable", body=b"{}")
    await client.ask("GET", "/a")

    assert (await world.kept.first()).request.target == "/a"
    assert len(world.kept.exchanges) == 1


async def test_what_names_another_server_is_that_servers_affair(world):
    asked = []

    async def talk(reader, writer):
        asked.append((await reader.readuntil(b"\r\n\r\n")).split()[1])
        writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        await reader.read()

    upstream = await world.upstream(talk)
    record = Record(Engine(records=world.kept))
    record.learning = Switch()
    client = await world.client(await world.start("regular@0", record=record))

    got = await client.ask("POST", f"http://127.0.0.1:{upstream}{ROUTES}disable")

    assert got.status == 204
    assert asked == [f"{ROUTES}disable".encode()]
    assert record.learning.is_enabled


async def test_without_learning_they_are_the_upstreams(world):
    port = await world.answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    client = await world.client(await world.before(port))

    assert (await client.ask("GET", f"{ROUTES}status")).body == b"ok"
