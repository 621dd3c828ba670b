"""A server over TLS: who comes, who goes wrong, and who speaks which HTTP."""

import asyncio
import http.client
import logging
import socket
import ssl
from contextlib import asynccontextmanager, suppress
from functools import partial

import httpx
import pytest
import uvloop

from mockforge.engine import Answer
from mockforge.http import Response
from mockforge.provenance import Provenance
from mockforge.server import handshakes
from mockforge.server.deliver import Delivery
from mockforge.server.deliver import deliver as answer
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from tests.frames import framing
from tests.worlds import API, exchange, replaying

BODY = b'{"next": "%s/b"}' % API.encode()


@asynccontextmanager
async def serving(authority, host="127.0.0.1"):
    engine = await replaying(exchange(url=f"{API}/a", answer=BODY))
    surface = Surface(engine, report=dict)
    server = Server(
        surface.respond,
        listen(host, 0),
        deliver=surface.delivery,
        tls=authority.context,
    )
    surface.authorities = server.authorities
    async with server.running():
        yield server


def rewritten(url):
    return b'{"next": "%s/b"}' % url.encode()


async def test_both_are_spoken_and_lead_back_here(authority, trusting):
    answers = []
    async with serving(authority) as server:
        for is_new in (True, False):
            async with httpx.AsyncClient(verify=trusting(), http2=is_new) as client:
                answers.append(await client.get(f"{server.url}/a"))

    assert [each.http_version for each in answers] == ["HTTP/2", "HTTP/1.1"]
    assert server.url.startswith("https://")
    assert {each.content for each in answers} == {rewritten(server.url)}


async def test_a_plain_library_is_answered(authority, trusting):
    def ask(server):
        asked = http.client.HTTPSConnection(
            "localhost", server.port, context=trusting()
        )
        try:
            bodies = []
            for _ in range(2):
                asked.request("GET", "/a")
                bodies.append(asked.getresponse().read())
            return bodies
        finally:
            asked.close()

    async with serving(authority) as server:
        bodies = await asyncio.to_thread(ask, server)

    assert bodies == [rewritten(f"https://localhost:{server.port}")] * 2


async def test_a_name_that_leads_here_is_called_back(authority, trusting):
    context = trusting("h2")
    async with (
        serving(authority) as server,
        framing(server, ssl=context, server_hostname="api.other") as client,
    ):
        got = await client.told("/a")

    assert got.body == rewritten("https://localhost")


async def test_an_address_of_every_kind_is_listened_on(authority, trusting):
    async with (
        serving(authority, host="localhost") as server,
        httpx.AsyncClient(verify=trusting()) as client,
    ):
        answer = await client.get(f"https://localhost:{server.port}/a")

    assert answer.status_code == 200


async def raw(server, *pieces):
    """Send *pieces* without TLS and return all that comes."""
    reader, writer = await asyncio.open_connection(server.host, server.port)
    try:
        for piece in pieces:
            writer.write(piece)
            await asyncio.sleep(0.01)
        return await reader.read()
    finally:
        writer.close()


async def test_a_client_without_tls_is_told_where_to_go(authority, caplog):
    with caplog.at_level(logging.WARNING):
        async with serving(authority) as server:
            wires = [await raw(server, b"GET / HTTP/1.1\r\n\r\n") for _ in range(2)]

    assert wires[0] == wires[1]
    assert wires[0].startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert server.url.encode() in wires[0]
    assert [each.getMessage() for each in caplog.records] == [
        f"a client came without TLS; the address is {server.url}"
    ]


async def test_a_client_that_does_not_trust_us_is_told_of_once(authority, caplog):
    with caplog.at_level(logging.WARNING):
        async with serving(authority) as server, httpx.AsyncClient() as client:
            for _ in range(2):
                with pytest.raises(httpx.ConnectError):
                    await client.get(f"{server.url}/a")
            while not caplog.records:  # noqa: ASYNC110 - ends, or times out
                await asyncio.sleep(0)

    (told,) = caplog.records
    assert "broke off when it saw our certificate" in told.getMessage()
    assert "mockforge ca trust" in told.getMessage()


async def test_a_client_that_says_why_it_leaves_is_understood(authority, caplog):
    def ask(server):
        with (
            socket.create_connection((server.host, server.port)) as plain,
            pytest.raises(ssl.SSLCertVerificationError),
        ):
            ssl.create_default_context().wrap_socket(plain, server_hostname="localhost")

    with caplog.at_level(logging.WARNING):
        async with serving(authority) as server:
            await asyncio.to_thread(ask, server)
            while not caplog.records:  # noqa: ASYNC110 - ends, or times out
                await asyncio.sleep(0)

    (told,) = caplog.records
    assert "a client does not believe our certificate" in told.getMessage()


@pytest.mark.parametrize(
    "pieces",
    [
        [b"\x16\x03\x01\x00\x05junk!"],
        [b"\x16", b"\x03\x01\xff\xff" + b"\0" * 40_000],
        [b"\x16\x03\x01"],
    ],
)
async def test_a_handshake_that_makes_no_sense_is_no_news(
    authority, caplog, capfd, pieces, monkeypatch
):
    monkeypatch.setattr(handshakes, "TIMEOUT", 0.2)
    with caplog.at_level(logging.INFO):
        async with serving(authority) as server:
            await raw(server, *pieces)

    assert caplog.records == []
    assert capfd.readouterr().err == ""


async def test_who_says_nothing_is_let_go(authority, monkeypatch):
    monkeypatch.setattr(handshakes, "TIMEOUT", 0.05)

    async with serving(authority) as server:
        assert await raw(server) == b""


async def test_who_leaves_at_once_is_forgotten(authority):
    async with serving(authority) as server:
        for _ in range(3):
            _, writer = await asyncio.open_connection(server.host, server.port)
            writer.close()
            await writer.wait_closed()
        assert server._open == set()


async def test_a_server_that_stops_waits_for_no_handshake(authority):
    async with serving(authority) as server:
        reader, writer = await asyncio.open_connection(server.host, server.port)
        await asyncio.sleep(0.01)

    assert await reader.read() == b""
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(server.host, server.port)


@pytest.mark.parametrize("protocol", ["h2", "http/1.1"])
async def test_a_stop_lets_an_answer_finish(authority, trusting, protocol):
    body = bytes(range(256)) * 400
    asked, free = asyncio.Event(), asyncio.Event()

    async def deliver(request):
        asked.set()
        await free.wait()
        return Delivery(Answer(Response(200, (), body), Provenance(None)))

    async def respond(request, channel):
        delivery = await deliver(request.request)
        return await answer(delivery, request.request, channel, keep_alive=True)

    server = Server(
        respond, listen("127.0.0.1", 0), deliver=deliver, tls=authority.context
    )
    is_new = protocol == "h2"
    async with server.running():
        client = httpx.AsyncClient(verify=trusting(), http2=is_new, http1=not is_new)
        asking = asyncio.ensure_future(client.get(server.url))
        await asked.wait()
        draining = asyncio.ensure_future(server._drain())
        await asyncio.sleep(0)
        free.set()
        got = await asking
        await draining
        await client.aclose()

    assert got.content == body


async def test_a_session_is_taken_up_again(authority, trusting):
    """A second handshake costs a client less, by name and without."""

    def ask(server, name):
        context, before = trusting(), None
        reused = []
        for _ in range(2):
            with (
                socket.create_connection((server.host, server.port)) as plain,
                context.wrap_socket(
                    plain, server_hostname=name, session=before
                ) as secured,
            ):
                secured.sendall(b"GET /a HTTP/1.1\r\nHost: here\r\n\r\n")
                secured.recv(4096)
                before = secured.session
                reused.append(secured.session_reused)
        return reused

    async with serving(authority) as server:
        for name in ("localhost", "api.example"):
            assert await asyncio.to_thread(ask, server, name) == [False, True]


async def test_a_client_that_has_said_all_ends_the_connection(
    authority, trusting, caplog
):
    """TLS has no half-closed connections; asyncio would complain of the wish."""

    def ask(server):
        with socket.create_connection((server.host, server.port)) as plain:
            secured = trusting().wrap_socket(plain, server_hostname="localhost")
            secured.sendall(b"GET /a HTTP/1.1\r\nHost: here\r\n\r\n")
            with suppress(OSError):
                secured.unwrap()
            secured.close()

    with caplog.at_level(logging.WARNING):
        async with serving(authority) as server:
            await asyncio.to_thread(ask, server)

    assert caplog.records == []


@pytest.mark.parametrize(
    "scenario",
    [
        test_both_are_spoken_and_lead_back_here,
        test_a_plain_library_is_answered,
        test_a_session_is_taken_up_again,
        test_a_name_that_leads_here_is_called_back,
        partial(test_a_stop_lets_an_answer_finish, protocol="h2"),
        partial(test_a_stop_lets_an_answer_finish, protocol="http/1.1"),
    ],
    ids=lambda scenario: getattr(scenario, "__name__", "a_stop").removeprefix("test_"),
)
def test_uvloop_serves_alike(scenario, authority, trusting):
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(scenario(authority, trusting))


@pytest.mark.parametrize(
    "scenario",
    [
        test_who_leaves_at_once_is_forgotten,
        test_a_server_that_stops_waits_for_no_handshake,
    ],
    ids=lambda scenario: scenario.__name__.removeprefix("test_"),
)
def test_uvloop_lets_go_alike(scenario, authority):
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(scenario(authority))


def test_uvloop_tells_alike(authority, caplog, capfd, monkeypatch):
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(
            test_a_handshake_that_makes_no_sense_is_no_news(
                authority, caplog, capfd, [b"\x16\x03\x01\x00\x05junk!"], monkeypatch
            )
        )
        runner.run(
            test_a_client_that_says_why_it_leaves_is_understood(authority, caplog)
        )
