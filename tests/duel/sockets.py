"""The same on sockets of this machine, with the recorder that writes to a database."""

import asyncio
import time
from typing import Any

from mockforge.addons.master import Trust
from mockforge.addons.record import Record

from mockforge.app import open_proxy
from mockforge.config import Config
from mockforge.recordings.files import open_recording
from mockforge.recordings.matchers import Matcher, MatchOptions
from tests.duel.arena import CONNECT, PATIENCE, UPSTREAM, Arena, Run
from tests.duel.cases import exchange as shown
from tests.duel.wire import Socket

QUIET = 3
"""How often in a row nothing must have been heard, to be taken for rest."""


class Noting:
    """The recorder of a database, with a list of what it was given."""

    def __init__(self, records):
        self._records = records
        self.exchanges = []
        self.pending = 0
        self.holds = False
        self.held = ()

    def release(self):
        """Nothing waits for the script here."""

    async def record(self, found):
        self.exchanges.append(found)
        self.pending += 1
        try:
            await self._records.record(found)
        finally:
            self.pending -= 1

    def standin(self, secret):
        return self._records.standin(secret)


class Sockets(Arena):
    """Two proxies that listen, and two upstreams, plain and in TLS."""

    def __init__(self, confdir, folder, *, ack="commit", **makers):
        super().__init__(confdir, **makers)
        self._folder, self._ack = folder, ack
        self.ports: dict = {}

    def database(self, name):
        """Return where the side *name* records."""
        return self._folder / f"{name}-{self._ack}.db"

    async def recorded(self, name):
        """Return what the side *name* recorded, without what depends on the time."""
        matcher = Matcher(MatchOptions())
        recording = await open_recording(self.database(name), matcher=matcher)
        try:
            return [shown(found) async for found in recording.every()]
        finally:
            await recording.close()

    async def _open(self):
        loop = asyncio.get_running_loop()
        for scheme, context in (("http", None), ("https", self.serving)):
            server = await loop.create_server(
                lambda: Socket(self._told, self._accepted), "127.0.0.1", 0, ssl=context
            )
            self._stack.callback(server.close)
            self.ports[scheme] = server.sockets[0].getsockname()[1]
        for name, side in self.sides.items():
            await self._start(name, side)

    async def _start(self, name, side):
        config = Config.model_validate(
            {"recordings": {"ack": self._ack}, "redact": {"enabled": False}}
        )
        engine = await self._stack.enter_async_context(
            open_proxy(config, self.database(name), clock=side.clock)
        )
        engine.records = side.kept = Noting(engine.records)
        modes = [f"reverse:{s}://127.0.0.1:{p}@0" for s, p in self.ports.items()]
        proxy = side._made(
            Record(engine),
            [*modes, "regular@0"],
            trust=Trust(side._confdir, insecure=True),
        )
        side.proxies["record"] = proxy
        side.enter("record")
        await proxy.start()
        self._stack.push_async_callback(side._stop, proxy)

    def _accepted(self, peer):
        if self.run is None or self.run.is_dead:
            peer.reset()
        else:
            peer.address = "upstream"
            self.run.upstreams.append(peer)

    def _told(self, peer, what):
        if self.run is not None and peer in self.run.upstreams:
            self.run._told(peer, what)


class SocketRun(Run):
    """One case on its way through one proxy on sockets."""

    async def _connect(self, proxy):
        place = ["reverse", "secure", "regular"]
        mode = "regular" if self.case.mode == "tunnel" else self.case.mode
        more: dict[str, Any] = {}
        if self.case.tls:
            more = {"ssl": self.arena.trusting, "server_hostname": "localhost"}
        _, self.client = await asyncio.get_running_loop().create_connection(
            lambda: Socket(self._told),
            "127.0.0.1",
            proxy.listening[place.index(mode)].port,
            **more,
        )
        return proxy

    async def _begin(self):
        await self.rest()
        if self.case.mode == "tunnel":
            self.client.say(self._here(CONNECT))
            await self.rest()

    async def _perform(self, step):
        word, *parts = step
        await super()._perform((word, *(self._here(part) for part in parts)))

    async def rest(self):
        loop: Any = asyncio.get_running_loop()
        quiet, until = 0, time.monotonic() + PATIENCE
        while quiet < QUIET:
            if time.monotonic() > until:
                self.trace.left.append("it does not come to rest")
                return
            await asyncio.sleep(0)
            if loop._ready or self._answer():
                quiet = 0
            else:
                quiet = 0 if self.side.kept.pending else quiet + 1
                await asyncio.sleep(0.0005)

    def _note(self):
        super()._note()
        # Who names no host is sent to the port that it called.
        for each in self.side.proxies["record"].listening:
            port = b":%d" % each.port
            self.trace.client = self.trace.client.replace(port, b":00000")

    async def _end(self, proxy):
        await self.rest()
        if proxy._server.connections:
            self.trace.left.append("the connection")
        for peer in (self.client, *self.upstreams):
            peer.close()

    async def _end_tasks(self):
        await self.rest()

    def _here(self, data):
        port = str(self.arena.ports["http"]).encode()
        return data.replace(UPSTREAM.encode(), b"127.0.0.1:" + port)


Sockets.runs = SocketRun
