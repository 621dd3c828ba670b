"""Raw sockets on both sides of a proxy: upstreams that misbehave, clients that look."""

import asyncio
import ssl
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from mockforge.addons.authority import certificate
from mockforge.addons.master import Proxy, Trust
from mockforge.addons.record import Record

from mockforge.engine import Engine

PATIENCE = 10
"""Seconds after which a test that waits has failed."""


class Kept:
    """Exchanges, in the order in which they were recorded."""

    def __init__(self):
        self.exchanges = []
        self._more = asyncio.Condition()

    async def record(self, exchange):
        async with self._more:
            self.exchanges.append(exchange)
            self._more.notify_all()

    def standin(self, secret):
        return secret

    async def first(self, count=1):
        """Wait for *count* exchanges; return the last of them."""
        async with asyncio.timeout(PATIENCE), self._more:
            await self._more.wait_for(lambda: len(self.exchanges) >= count)
        return self.exchanges[count - 1]


@dataclass
class Got:
    """An answer as it was on the wire."""

    status: int
    reason: str
    headers: list
    body: bytes = b""
    trailers: list = field(default_factory=list)
    chunks: list = field(default_factory=list)

    def header(self, name):
        found = [v for k, v in self.headers if k.lower() == name.lower()]
        return found[0] if found else None


class Client:
    """A connection on which requests are written as bytes."""

    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    async def send(self, data):
        self.writer.write(data)
        await self.writer.drain()

    async def ask(self, method="GET", target="/", headers=(), body=b""):
        lines = [f"{method} {target} HTTP/1.1", "Host: client.test:1234"]
        lines += [f"{name}: {value}" for name, value in headers]
        if body:
            lines.append(f"Content-Length: {len(body)}")
        await self.send("\r\n".join([*lines, "", ""]).encode() + body)
        return await self.answer(method)

    async def answer(self, method="GET"):
        async with asyncio.timeout(PATIENCE):
            got = await self.head()
            if method == "HEAD" or got.status in (204, 304) or got.status < 200:
                return got
            if "chunked" in (got.header("transfer-encoding") or ""):
                while chunk := await self.chunk():
                    got.chunks.append(chunk)
                got.body = b"".join(got.chunks)
                got.trailers = await self.fields()
            elif got.header("content-length") is not None:
                got.body = await self.reader.readexactly(
                    int(got.header("content-length"))
                )
            else:
                got.body = await self.reader.read()
            return got

    async def head(self):
        async with asyncio.timeout(PATIENCE):
            line = (await self.reader.readuntil(b"\r\n")).decode().strip()
            _, status, *reason = line.split(" ", 2)
            return Got(int(status), " ".join(reason), await self.fields())

    async def fields(self):
        found = []
        while line := (await self.reader.readuntil(b"\r\n")).decode().strip():
            name, _, value = line.partition(":")
            found.append((name, value.strip()))
        return found

    async def chunk(self):
        async with asyncio.timeout(PATIENCE):
            size = int((await self.reader.readuntil(b"\r\n")).split(b";")[0], 16)
            if not size:
                return b""
            data = await self.reader.readexactly(size)
            await self.reader.readexactly(2)
            return data

    async def end(self):
        """Read until the other side closes."""
        async with asyncio.timeout(PATIENCE):
            try:
                return await self.reader.read()
            except ConnectionError:
                return b""

    async def close(self):
        self.writer.close()
        with suppress(ConnectionError, ssl.SSLError):
            await self.writer.wait_closed()

    def vanish(self):
        self.writer.transport.abort()


class World:
    """Upstreams, proxies and clients of one test, closed in the right order."""

    def __init__(self, stack, confdir, *, lane=False):
        self.stack, self.confdir, self.lane = stack, confdir, lane
        self.kept = Kept()
        self.proxy = None
        self.connections = 0

    async def upstream(self, talk, **options):
        """Serve each connection with *talk(reader, writer)*; return the port."""

        async def served(reader, writer):
            self.connections += 1
            try:
                await talk(reader, writer)
            except (asyncio.IncompleteReadError, ConnectionError):
                pass
            finally:
                writer.close()

        options = {"port": 0} | options
        server = await asyncio.start_server(served, "127.0.0.1", **options)
        self.stack.callback(server.close)
        return server.sockets[0].getsockname()[1]

    async def answering(self, *answers, **options):
        """Serve *answers* in turn, one a request, on connections kept alive."""
        left = list(answers)

        async def talk(reader, writer):
            while left:
                await request(reader)
                writer.write(left.pop(0))
                await writer.drain()
            await reader.read()

        return await self.upstream(talk, **options)

    async def start(self, *modes, record=None, addons=(), trust=None, **options):
        """Start a proxy in *modes*; return its first port."""
        record = record or Record(Engine(records=self.kept), **options)
        trust = Trust(self.confdir, **(trust or {}))
        self.proxy = Proxy(record, modes, trust=trust, addons=addons, lane=self.lane)
        await self.proxy.start()
        self.stack.push_async_callback(self.stop)
        return self.proxy.listening[0].port

    async def before(self, port, **options):
        """Start a reverse proxy in front of *port*; return its own port."""
        return await self.start(f"reverse:http://127.0.0.1:{port}@0", **options)

    async def stop(self, **options):
        proxy, self.proxy = self.proxy, None
        if proxy is not None:
            await proxy.stop(**options)

    async def client(self, port, **options):
        reader, writer = await asyncio.open_connection("127.0.0.1", port, **options)
        client = Client(reader, writer)
        self.stack.push_async_callback(client.close)
        return client


async def request(reader):
    """Read one request with its body; return its head and its body."""
    head = await reader.readuntil(b"\r\n\r\n")
    body = b""
    lower = head.lower()
    if b"transfer-encoding: chunked" in lower:
        while size := int((line := await reader.readuntil(b"\r\n")).split(b";")[0], 16):
            body += await reader.readexactly(size)
            await reader.readexactly(2)
        body_end = b""
        while (line := await reader.readuntil(b"\r\n")) != b"\r\n":
            body_end += line
        return head + body_end, body
    if b"content-length:" in lower:
        length = int(lower.split(b"content-length:")[1].split(b"\r\n")[0])
        body = await reader.readexactly(length)
    return head, body


def answer(body=b"", *headers, status="200 OK"):
    """Return an HTTP/1.1 answer with a length."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


@pytest.fixture(scope="session")
def confdir(tmp_path_factory):
    """A directory with an authority, which takes long to make."""
    directory = tmp_path_factory.mktemp("authority")
    certificate(directory)
    return directory


@pytest.fixture(params=["mitmproxy", "own"])
async def world(request, confdir):
    """A world whose proxy has mitmproxy's HTTP/1.1 layer, and one that has ours."""
    async with AsyncExitStack() as stack:
        yield World(stack, confdir, lane=request.param == "own")


@dataclass
class Authority:
    """An authority for upstreams, and files signed by it."""

    folder: Path
    key: ec.EllipticCurvePrivateKey
    root: x509.Certificate

    @property
    def file(self):
        return str(self.folder / "root.pem")

    def issue(self, name, *, address=None):
        """Return a file with a key and a certificate for *name*."""
        key = ec.generate_private_key(ec.SECP256R1())
        names: list[x509.GeneralName] = [x509.DNSName(name)]
        if address:
            names.append(x509.IPAddress(ip_address(address)))
        built = _certificate(name, key.public_key(), self.root.subject)
        built = built.add_extension(x509.SubjectAlternativeName(names), critical=False)
        signed = built.sign(self.key, hashes.SHA256())
        path = self.folder / f"{name}.pem"
        path.write_bytes(_pem(key) + signed.public_bytes(serialization.Encoding.PEM))
        return str(path)

    def server(self, *alpn, client=False):
        """Return the context of an upstream at 127.0.0.1."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.issue("upstream.test", address="127.0.0.1"))
        if alpn:
            context.set_alpn_protocols(list(alpn))
        if client:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(self.file)
        return context


@pytest.fixture(scope="session")
def upstream_ca(tmp_path_factory):
    folder = tmp_path_factory.mktemp("upstream")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "upstream root")])
    built = _certificate("upstream root", key.public_key(), name)
    built = built.add_extension(
        x509.BasicConstraints(ca=True, path_length=None), critical=True
    )
    root = built.sign(key, hashes.SHA256())
    (folder / "root.pem").write_bytes(root.public_bytes(serialization.Encoding.PEM))
    return Authority(folder, key, root)


def _certificate(name, public_key, issuer):
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(issuer)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
    )


def _pem(key):
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


@pytest.fixture
def tls(confdir):
    """A client's TLS context that trusts the proxy; pass ALPN names to it."""

    def made(*alpn):
        context = ssl.create_default_context(
            cafile=str(confdir / "mitmproxy-ca-cert.pem")
        )
        if alpn:
            context.set_alpn_protocols(list(alpn))
        return context

    return made


class H2:
    """Enough HTTP/2 for a test, over TLS."""

    def __init__(self, reader, writer, *, client):
        self.reader, self.writer = reader, writer
        config = h2.config.H2Configuration(client_side=client, header_encoding="utf-8")
        self.h2 = h2.connection.H2Connection(config)
        self.h2.initiate_connection()
        self.pending = []
        self.flush()

    def flush(self):
        self.writer.write(self.h2.data_to_send())

    async def event(self, *kinds):
        """Return the next event of one of *kinds*."""
        async with asyncio.timeout(10):
            while True:
                while self.pending:
                    found = self.pending.pop(0)
                    if isinstance(found, h2.events.DataReceived):
                        self.h2.acknowledge_received_data(
                            found.flow_controlled_length, found.stream_id
                        )
                    if isinstance(found, kinds):
                        return found
                self.flush()
                data = await self.reader.read(65536)
                if not data:
                    raise ConnectionResetError
                self.pending += self.h2.receive_data(data)
                self.flush()

    async def ask(self, path, body=b"", trailers=(), **headers):
        """Send a request; return its status, body and trailers."""
        stream = self.h2.get_next_available_stream_id()
        fields = [
            (":method", "POST" if body else "GET"),
            (":scheme", "https"),
            (":authority", headers.pop("authority", "localhost")),
            (":path", path),
            *headers.items(),
        ]
        self.h2.send_headers(stream, fields, end_stream=not body)
        if body:
            self.h2.send_data(stream, body, end_stream=not trailers)
        if trailers:
            self.h2.send_headers(stream, trailers, end_stream=True)
        self.flush()
        status, got, after = 0, b"", []
        while True:
            event = await self.event(
                h2.events.ResponseReceived,
                h2.events.DataReceived,
                h2.events.TrailersReceived,
                h2.events.StreamEnded,
            )
            if event.stream_id != stream:
                continue
            if isinstance(event, h2.events.ResponseReceived):
                status = int(dict(event.headers)[":status"])
            elif isinstance(event, h2.events.DataReceived):
                got += event.data
            elif isinstance(event, h2.events.TrailersReceived):
                after = event.headers
            else:
                return status, got, after


@pytest.fixture
def h2_client(world):
    """Connect to a port over TLS and speak HTTP/2."""

    async def connected(port, context):
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", port, ssl=context, server_hostname="localhost"
        )
        world.stack.callback(writer.transport.abort)
        world.stack.callback(writer.close)
        return H2(reader, writer, client=True)

    return connected


@pytest.fixture
def h2_server():
    """Speak HTTP/2 as a server on a connection."""
    return lambda reader, writer: H2(reader, writer, client=False)
