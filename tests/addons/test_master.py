import asyncio
import socket

import h2.events
import pytest
from mockforge.addons.master import Listening

from mockforge.errors import ConfigError, ListenError
from mockforge.exchange import FailureKind

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


async def keep_answering(reader, writer):
    while True:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)
        await writer.drain()


def h2_upstream(serving, *, trailers=(), headers=()):
    """Return a conversation that answers each HTTP/2 request with its body."""

    async def talk(reader, writer):
        peer = serving(reader, writer)
        bodies = {}
        while True:
            event = await peer.event(
                h2.events.RequestReceived,
                h2.events.DataReceived,
                h2.events.StreamEnded,
            )
            if isinstance(event, h2.events.RequestReceived):
                bodies[event.stream_id] = b""
            elif isinstance(event, h2.events.DataReceived):
                bodies[event.stream_id] += event.data
            else:
                stream = event.stream_id
                peer.h2.send_headers(stream, [(":status", "200"), *headers])
                body = bodies.pop(stream) or b"hello"
                peer.h2.send_data(stream, body, end_stream=not trailers)
                if trailers:
                    peer.h2.send_headers(stream, trailers, end_stream=True)
                peer.flush()

    return talk


async def test_https_is_spoken_on_the_same_port(world, tls):
    port = await world.before(await world.upstream(keep_answering))
    client = await world.client(port, ssl=tls(), server_hostname="localhost")

    assert (await client.ask()).body == b"ok"
    assert (await world.kept.first()).request.scheme == "http"


async def test_an_https_upstream_is_known_by_its_own_name(world, upstream_ca):
    names = []
    context = upstream_ca.server()
    context.sni_callback = lambda _, name, __: names.append(name)
    port = await world.upstream(keep_answering, ssl=context)
    # localhost stands for a name: an address is not sent as one.
    port = await world.start(
        f"reverse:https://localhost:{port}@0", trust={"insecure": True}
    )
    client = await world.client(port)

    assert (await client.ask()).body == b"ok"
    assert names == ["localhost"]
    assert (await world.kept.first()).request.scheme == "https"


async def test_an_authority_of_the_upstreams_own_is_believed(world, upstream_ca):
    port = await world.upstream(keep_answering, ssl=upstream_ca.server())
    port = await world.start(
        f"reverse:https://127.0.0.1:{port}@0", trust={"upstream_ca": upstream_ca.file}
    )

    assert (await (await world.client(port)).ask()).body == b"ok"


async def test_a_certificate_is_shown_to_the_upstream(world, upstream_ca):
    port = await world.upstream(keep_answering, ssl=upstream_ca.server(client=True))
    port = await world.start(
        f"reverse:https://127.0.0.1:{port}@0",
        trust={
            "upstream_ca": upstream_ca.file,
            "client_cert": upstream_ca.issue("client.test"),
        },
    )

    assert (await (await world.client(port)).ask()).body == b"ok"


async def test_http2_is_spoken_to_both_sides(
    world, tls, upstream_ca, h2_client, h2_server
):
    port = await world.upstream(
        h2_upstream(h2_server, trailers=[("x-sum", "1")]), ssl=upstream_ca.server("h2")
    )
    port = await world.start(
        f"reverse:https://127.0.0.1:{port}@0", trust={"upstream_ca": upstream_ca.file}
    )
    client = await h2_client(port, tls("h2"))

    answers = await asyncio.gather(client.ask("/a"))
    status, body, trailers = await client.ask("/b", b"sent")
    kept = await world.kept.first(2)

    assert answers[0][:2] == (200, b"hello")
    assert (status, body) == (200, b"sent")
    assert trailers == [("x-sum", "1")]
    assert kept.request.version == "HTTP/2"
    assert kept.request.body == b"sent"
    assert kept.response.version == "HTTP/2"
    assert kept.response.trailers == ((b"x-sum", b"1"),)


async def test_an_http2_client_is_served_from_an_http1_upstream(world, tls, h2_client):
    heads = []

    async def talk(reader, writer):
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            heads.append(head)
            if b"chunked" in head:
                heads.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(
                b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                b"2\r\nok\r\n0\r\nX-Sum: 1\r\n\r\n"
            )

    port = await world.before(await world.upstream(talk))
    client = await h2_client(port, tls("h2"))

    assert await client.ask("/a") == (200, b"ok", [("x-sum", "1")])
    assert (await client.ask("/b", b"body", [("x-t", "2")]))[:2] == (200, b"ok")
    assert b"x-t: 2" in heads[-1]
    assert b"4\r\nbody\r\n0\r\n" in heads[-1]


@pytest.mark.parametrize("world", ["mitmproxy"], indirect=True)
async def test_an_http1_client_gets_the_trailers_of_an_http2_upstream(
    world, upstream_ca, h2_server
):
    """A client that offers both gets HTTP/1 from an upstream that speaks HTTP/2."""
    talk = h2_upstream(
        h2_server, trailers=[("grpc-status", "0")], headers=[("x-a", "1")]
    )
    port = await world.upstream(talk, ssl=upstream_ca.server("h2"))
    port = await world.start(
        f"reverse:https://127.0.0.1:{port}@0",
        trust={"upstream_ca": upstream_ca.file},
        addons=[OffersHttp2()],
    )
    client = await world.client(port)

    got = await client.ask()
    assert (got.status, got.body) == (200, b"hello"), got.body
    assert got.trailers == [("grpc-status", "0")]
    assert (await client.ask()).body == b"hello"


class OffersHttp2:
    """Offers HTTP/2 to upstreams whatever the client speaks."""

    def server_connect(self, data):
        data.server.alpn_offers = (b"h2",)


async def test_a_regular_proxy_records_http_and_https(world, tls, upstream_ca):
    plain = await world.upstream(keep_answering)
    secure = await world.upstream(keep_answering, ssl=upstream_ca.server())
    port = await world.start("regular@0", trust={"upstream_ca": upstream_ca.file})
    client = await world.client(port)
    await client.send(f"GET http://127.0.0.1:{plain}/a HTTP/1.1\r\n\r\n".encode())
    assert (await client.answer()).body == b"ok"

    client = await world.client(port)
    await client.send(f"CONNECT 127.0.0.1:{secure} HTTP/1.1\r\n\r\n".encode())
    assert (await client.head()).status == 200
    await client.writer.start_tls(tls(), server_hostname="127.0.0.1")
    assert (await client.ask(target="/b")).body == b"ok"

    kept = [await world.kept.first(1), await world.kept.first(2)]
    assert [exchange.request.url for exchange in kept] == [
        f"http://127.0.0.1:{plain}/a",
        f"https://127.0.0.1:{secure}/b",
    ]


async def test_a_proxy_asks_another_proxy(world):
    heads = []

    async def talk(reader, writer):
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(ANSWER)

    other = await world.upstream(talk)
    port = await world.start(f"upstream:http://127.0.0.1:{other}@0")
    client = await world.client(port)
    await client.send(b"GET http://api.test/a HTTP/1.1\r\nHost: api.test\r\n\r\n")

    assert (await client.answer()).body == b"ok"
    assert heads[0].startswith(b"GET http://api.test")
    assert (await world.kept.first()).request.url == "http://api.test/a"


async def test_a_socks_proxy_records(world):
    upstream = await world.upstream(keep_answering)
    client = await world.client(await world.start("socks5@0"))
    await client.send(b"\x05\x01\x00")
    assert await client.reader.readexactly(2) == b"\x05\x00"
    address = socket.inet_aton("127.0.0.1") + upstream.to_bytes(2, "big")
    await client.send(b"\x05\x01\x00\x01" + address)
    assert (await client.reader.readexactly(10))[1] == 0

    assert (await client.ask()).body == b"ok"
    assert (await world.kept.first()).request.origin.scheme == "http"


async def test_several_modes_listen_at_once(world):
    first = await world.upstream(keep_answering)
    await world.start(f"reverse:http://127.0.0.1:{first}@0", "regular@0", "socks5@0")
    listening = world.proxy.listening

    assert [each.mode for each in listening] == ["reverse", "regular", "socks5"]
    assert len({each.port for each in listening}) == 3
    client = await world.client(listening[0].port)
    assert (await client.ask()).body == b"ok"


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_only_tcp_is_listened_on(world, scheme):
    """What listens for HTTP/3 has threads that crash some processes at their end."""
    port = await world.start(f"reverse:{scheme}://127.0.0.1:9@0")

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", port))


async def test_a_taken_port_is_told(world):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(ListenError, match=f"port {port} is taken") as caught:
            await world.start(f"regular@{port}")

    assert caught.value.exit_code == 6
    assert caught.value.next_step


async def test_an_address_of_another_machine_is_told(world):
    with pytest.raises(ListenError, match="not an address of this machine"):
        await world.start("regular@192.0.2.1:0")


async def test_an_unknown_mode_is_told(world):
    with pytest.raises(ConfigError, match="not a proxy mode"):
        await world.start("sideways@0")


async def test_a_file_that_is_not_there_is_told(world):
    with pytest.raises(ConfigError, match="no such file"):
        await world.start("regular@0", trust={"client_cert": "/no/such.pem"})


async def test_what_is_in_flight_is_answered_before_the_end(world):
    asked, let_go = asyncio.Event(), asyncio.Event()

    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        asked.set()
        await let_go.wait()
        writer.write(ANSWER)
        await reader.read()

    port = await world.before(await world.upstream(talk))
    client = await world.client(port)
    asking = asyncio.ensure_future(client.ask())
    async with asyncio.timeout(10):
        await asked.wait()
    record = world.proxy.record
    stopping = asyncio.ensure_future(world.stop())
    await asyncio.sleep(0)
    assert record.draining
    let_go.set()
    got = await asking
    await stopping

    assert got.body == b"ok"
    assert (await world.kept.first()).failure is None
    assert await client.end() == b""
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)


async def test_an_open_stream_is_recorded_as_far_as_it_came(world):
    async def talk(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
        )
        await reader.read()

    client = await world.client(await world.before(await world.upstream(talk)))
    await client.send(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    await client.head()
    await client.chunk()
    await world.stop(drain=0.05)
    kept = await world.kept.first()

    assert kept.response.body == b"abc"
    assert kept.failure.kind is FailureKind.CLIENT


async def test_idle_connections_do_not_keep_it_from_stopping(world):
    port = await world.before(await world.upstream(keep_answering))
    clients = [await world.client(port) for _ in range(3)]
    for client in clients:
        await client.ask()

    async with asyncio.timeout(1):
        await world.stop()


@pytest.mark.parametrize(
    ("listening", "url"),
    [
        (Listening("reverse", "127.0.0.1", 80), "http://127.0.0.1:80"),
        (Listening("regular", "0.0.0.0", 8080), "http://127.0.0.1:8080"),
        (Listening("socks5", "::", 1080), "socks5://[::1]:1080"),
        (Listening("regular", "::1", 80), "http://[::1]:80"),
    ],
)
def test_an_address_is_one_that_can_be_called(listening, url):
    assert listening.url == url
