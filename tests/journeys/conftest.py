"""One scenario, recorded by a real proxy and replayed on every surface."""

import asyncio
import ssl
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import pytest
from mockforge.addons.answer import Answer
from mockforge.addons.authority import certificate, certificate_file
from mockforge.addons.master import Proxy, Trust
from mockforge.addons.record import Record

from mockforge.app import open_proxy, open_replay
from mockforge.config import Config
from mockforge.engine import Ending
from mockforge.http import Request, Response
from mockforge.recordings.files import open_recording
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.server.framing import is_bodiless
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from mockforge.server.tls import Authority
from tests.frames import Client, framing

PATIENCE = 20
"""Seconds after which a test that waits has failed."""

# They are about one connection, or follow from a body whose addresses were turned.
UNCOMPARED = {
    *("connection", "transfer-encoding", "content-length", "keep-alive"),
    # Who answered is told beside what was recorded.
    "x-mockforge-source",
}


@dataclass(frozen=True)
class Got:
    """An answer as its client saw it, our own address in it written as HERE."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    trailers: tuple[tuple[str, str], ...] = ()
    is_whole: bool = True

    def header(self, name):
        return next((v for k, v in self.headers if k.lower() == name.lower()), None)

    @classmethod
    def of(cls, response, here, *, body=None, is_whole=True):
        def shown(fields):
            return tuple(
                (name.decode("latin-1"), value.decode("latin-1").replace(here, "HERE"))
                for name, value in fields
                if name.decode("latin-1").lower() not in UNCOMPARED
            )

        content = response.body if body is None else body
        return cls(
            response.status,
            response.reason,
            shown(response.headers),
            content.replace(here.encode(), b"HERE"),
            shown(response.trailers),
            is_whole,
        )


class OverSocket:
    """A client with one connection at a time, to whatever listens on a port."""

    def __init__(self, port, trusting=None):
        """Come to *port*, over TLS if there is somebody to trust."""
        scheme = "http" if trusting is None else "https"
        self.here = f"{scheme}://127.0.0.1:{port}"
        self._port = port
        self._trusting = trusting
        self._open = None

    async def ask(self, method, target, headers=(), body=b""):
        """Return the answer; an address of ours in *target* is cut off."""
        fields = [("Host", f"127.0.0.1:{self._port}"), *headers]
        if body:
            fields.append(("Content-Length", str(len(body))))
        lines = [f"{method} {target.removeprefix('HERE')} HTTP/1.1"]
        lines += [f"{name}: {value}" for name, value in fields]
        wire = "\r\n".join([*lines, "", ""]).encode("latin-1")
        async with asyncio.timeout(PATIENCE):
            reader, writer = await self._connection()
            writer.write(wire + body)
            return await self._answer(reader, method)

    async def close(self):
        if self._open is not None:
            _, writer = self._open
            self._open = None
            writer.close()
            await asyncio.gather(writer.wait_closed(), return_exceptions=True)

    async def _connection(self):
        if self._open is None:
            self._open = await asyncio.open_connection(
                "127.0.0.1", self._port, ssl=self._trusting
            )
        return self._open

    async def _answer(self, reader, method):
        line = (await reader.readuntil(b"\r\n")).decode("latin-1")
        _, status, reason = line.rstrip("\r\n").split(" ", 2)
        headers = await self._fields(reader)
        values = {name.lower(): value for name, value in headers}
        body, trailers, is_whole = b"", [], True
        if method != "HEAD" and int(status) not in (204, 304):
            try:
                body, trailers = await self._body(reader, values)
            except asyncio.IncompleteReadError as error:
                body, is_whole = error.partial, False
        if values.get("connection", "").lower() == "close" or not is_whole:
            await self.close()
        return Got(
            int(status),
            reason,
            self._compared(headers),
            body.replace(self.here.encode(), b"HERE"),
            self._compared(trailers),
            is_whole,
        )

    async def _body(self, reader, values):
        if "chunked" not in values.get("transfer-encoding", ""):
            return await reader.readexactly(int(values["content-length"])), []
        body = b""
        try:
            while size := int(await reader.readuntil(b"\r\n"), 16):
                body += await reader.readexactly(size)
                await reader.readexactly(2)
            return body, await self._fields(reader)
        except asyncio.IncompleteReadError as error:
            raise asyncio.IncompleteReadError(body, None) from error

    async def _fields(self, reader):
        found = []
        while line := (await reader.readuntil(b"\r\n")).decode("latin-1").strip():
            name, _, value = line.partition(":")
            found.append((name, value.strip()))
        return found

    def _compared(self, fields):
        return tuple(
            (name, value.replace(self.here, "HERE"))
            for name, value in fields
            if name.lower() not in UNCOMPARED
        )


class OverHttp2:
    """A client that speaks HTTP/2 over TLS: no reasons, names in lower case."""

    def __init__(self, server, trusting):
        self.here = f"https://127.0.0.1:{server.port}"
        self._server, self._trusting = server, trusting
        self._stack = AsyncExitStack()
        self._client: Client | None = None

    async def ask(self, method, target, headers=(), body=b""):
        """Return the answer; an address of ours in *target* is cut off."""
        if self._client is None:
            self._client = await self._stack.enter_async_context(
                framing(self._server, ssl=self._trusting)
            )
        assert self._client is not None
        fields = [(n.lower().encode(), v.encode("latin-1")) for n, v in headers]
        if body:
            fields.append((b"content-length", b"%d" % len(body)))
        path = target.removeprefix("HERE")
        got = await self._client.told(path, body, method=method, fields=fields)
        shown = Response(got.status, tuple(got.headers), trailers=tuple(got.trailers))
        return Got.of(shown, self.here, body=got.body, is_whole=got.ended)

    async def close(self):
        await self._stack.aclose()


class InProcess:
    """A client that asks the engine, with no socket between."""

    here = "http://127.0.0.1:7"

    def __init__(self, engine):
        self._engine = engine

    async def ask(self, method, target, headers=(), body=b""):
        where = self.here.partition("//")[2]
        fields = [("Host", where), *headers]
        if body:
            fields.append(("Content-Length", str(len(body))))
        request = Request(
            method,
            "http",
            where,
            target.removeprefix("HERE"),
            tuple((n.encode("latin-1"), v.encode("latin-1")) for n, v in fields),
            body,
            client="127.0.0.1",
        )
        answer = await self._engine.answer(request)
        shown = answer.response
        content = b"" if is_bodiless(shown, request) else shown.body
        is_whole = answer.ending is Ending.WHOLE
        return Got.of(shown, self.here, body=content, is_whole=is_whole)

    async def close(self):
        pass


class Journey:
    """An upstream, a proxy that records it, and a surface that replays."""

    def __init__(self, stack, surface, folder, confdir):
        self.stack, self.surface = stack, surface
        self.database = folder / "journey.db"
        self.connections = 0
        self._confdir = confdir
        self._origin = None

    async def record(self, respond, script):
        """Record *script* with an upstream that answers by *respond*; then stop both.

        Returns:
            What the script returned when it asked the upstream itself, and when it
            asked through the proxy.
        """
        server = Server(respond(), listen("127.0.0.1", 0))
        async with server.running():
            direct = await self._run(script, server.port)
        # Again from its beginning, at the same address.
        server = Server(self._counted(respond()), listen("127.0.0.1", server.port))
        self._origin = server.url
        async with (
            server.running(),
            open_proxy(Config(), self.database) as engine,
            self._proxy(Record(engine)) as port,
        ):
            proxied = await self._run(script, port)
        self.connections = 0
        return direct, proxied

    async def replay(self, script, **settings):
        """Return what *script* returns on this surface, and the engine's ledger."""
        config = Config(**settings)
        async with open_replay(config, [self.database]) as engine:
            if self.surface == "in_process":
                result = await script(InProcess(engine))
            elif self.surface in ("server", "tls", "http2"):
                result = await self._served(engine, script)
            else:
                async with self._proxy(Answer(engine)) as port:
                    result = await self._run(script, port)
        assert self.connections == 0, "a replay asked the upstream"
        return result, engine.ledger

    async def kept(self):
        """Return the recorded exchanges, in order."""
        matcher = Matcher(MatchOptions())
        recording = await open_recording(self.database, matcher=matcher)
        try:
            return [exchange async for exchange in recording.every()]
        finally:
            await recording.close()

    async def recorded(self):
        """Return the recorded answers as a client of a replay is to see them."""
        return [
            Got.of(each.response, self._origin, is_whole=each.failure is None)
            for each in await self.kept()
            if each.response is not None
        ]

    async def _served(self, engine, script):
        surface = Surface(engine, report=dict)
        plain = self.surface == "server"
        server = Server(
            surface.respond,
            listen("127.0.0.1", 0),
            deliver=surface.delivery,
            tls=None if plain else Authority(self._confdir).context,
        )
        surface.authorities = server.authorities
        async with server.running():
            if plain:
                return await self._run(script, server.port)
            trusting = ssl.create_default_context(
                cafile=str(certificate_file(self._confdir))
            )
            if self.surface == "tls":
                client = OverSocket(server.port, trusting)
                return await self._run(script, server.port, client)
            trusting.set_alpn_protocols(["h2"])
            return await self._run(script, server.port, OverHttp2(server, trusting))

    async def _run(self, script, port, client=None):
        client = client or OverSocket(port)
        try:
            return await script(client)
        finally:
            await client.close()

    def _counted(self, respond):
        async def counted(asked, channel):
            self.connections += 1
            return await respond(asked, channel)

        return counted

    @asynccontextmanager
    async def _proxy(self, record):
        mode = f"reverse:{self._origin}@0"
        is_own = self.surface == "lane"
        proxy = Proxy(record, [mode], trust=Trust(self._confdir), lane=is_own)
        await proxy.start()
        try:
            yield proxy.listening[0].port
        finally:
            await proxy.stop()


@pytest.fixture(scope="session")
def confdir(tmp_path_factory):
    """A directory with an authority, which takes long to make."""
    directory = tmp_path_factory.mktemp("authority")
    certificate(directory)
    return directory


@pytest.fixture(params=["in_process", "server", "tls", "proxy", "lane"])
def surface(request):
    """How a replay is asked."""
    return request.param


@pytest.fixture
async def journey(surface, tmp_path, confdir):
    async with AsyncExitStack() as stack:
        yield Journey(stack, surface, tmp_path, confdir)
