"""Two proxies in one loop, and cases put through the one and the other."""

import asyncio
import logging
import ssl
import tempfile
import time
import traceback
from contextlib import AsyncExitStack
from typing import Any

from cryptography.hazmat.primitives import serialization
from mitmproxy import certs, ctx
from mitmproxy.proxy import server as connections
from mockforge.addons.answer import Answer
from mockforge.addons.master import Proxy, Trust
from mockforge.addons.record import Record

from mockforge.clock import VirtualClock
from mockforge.engine import Engine, OnMiss
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Response
from tests.duel import judge
from tests.duel.cases import NOW, Trace, rested
from tests.duel.cases import exchange as shown
from tests.duel.wire import Secured, Wire
from tests.worlds import exchange, recorded, recording

CLIENT = ("127.0.0.1", 40_000)
HERE = ("127.0.0.1", 8080)
UPSTREAM = "127.0.0.1:9000"
DEAD = ("127.0.0.1", 1)
"""Nothing listens here."""

MODES = {
    "reverse": "reverse:http://{}@0",
    "regular": "regular@0",
    "secure": "reverse:https://{}@0",
}
"""What listens. `tunnel` is a CONNECT to what is regular, and then as `reverse`."""

CONNECT = f"CONNECT {UPSTREAM} HTTP/1.1\r\nHost: {UPSTREAM}\r\n\r\n".encode()

PATIENCE = 5.0
"""Seconds after which what has not come to rest hangs."""

SOON = 0.3
"""Seconds that a timer may be away and still be waited for."""


class Kept:
    """Exchanges as they are recorded; safe at once, or when the script says so."""

    def __init__(self):
        self.exchanges = []
        self.holds = False
        self.held = []
        self.pending = 0

    async def record(self, found):
        self.exchanges.append(found)
        self.pending += 1
        try:
            if self.holds:
                safe = asyncio.get_running_loop().create_future()
                self.held.append(safe)
                await safe
            else:
                await asyncio.sleep(0)
        finally:
            self.pending -= 1

    def release(self):
        """Make everything recorded so far safe."""
        for safe in self.held:
            if not safe.done():
                safe.set_result(None)
        self.held.clear()

    def standin(self, secret):
        return secret


class Side:
    """One proxy that listens nowhere: connections are handed to it."""

    def __init__(self, confdir, made, options):
        self.kept = Kept()
        self.clock = VirtualClock()
        self.engine = Engine(records=self.kept, clock=self.clock)
        self.records = {"record": Record(self.engine, **options)}
        self._confdir, self._made = confdir, made
        self.proxies = {}

    async def open(self, stack):
        """Start its proxies."""
        trust = Trust(self._confdir, insecure=True)
        replaying = Engine(
            recorded=await remembered(),
            records=self.kept,
            on_miss=OnMiss.UPSTREAM,
            clock=self.clock,
        )
        self.records["answer"] = Answer(replaying)
        for role, record in self.records.items():
            modes = [mode.format(UPSTREAM) for mode in MODES.values()]
            proxy = self.proxies[role] = self._made(record, modes, trust=trust)
            await proxy.start()
            stack.push_async_callback(self._stop, proxy)

    def enter(self, role):
        """Make the proxy of *role* the one that is running; return it."""
        proxy = self.proxies[role]
        ctx.master, ctx.options = proxy, proxy.options
        return proxy

    async def _stop(self, proxy):
        ctx.master, ctx.options = proxy, proxy.options
        await proxy.stop(drain=0)


class Arena:
    """Where cases are tried: on *theirs*, mitmproxy's own layers, and on *ours*."""

    runs: type["Run"]

    def __init__(self, confdir, **makers):
        self._stack = AsyncExitStack()
        self._log = _Log()
        self.sides = {name: Side(confdir, made, {}) for name, made in makers.items()}
        self.trusting = ssl.create_default_context(
            cafile=str(confdir / "mitmproxy-ca-cert.pem")
        )
        self.serving = _serving(confdir)
        self.run = None

    async def __aenter__(self):
        await self._stack.__aenter__()
        self._stack.enter_context(self._log)
        await self._open()
        return self

    async def _open(self):
        self._stack.callback(setattr, connections, "asyncio", asyncio)
        setattr(connections, "asyncio", _Asyncio(self))  # noqa: B010 - not for mypy
        for side in self.sides.values():
            await side.open(self._stack)

    async def __aexit__(self, *told):
        await self._stack.__aexit__(*told)

    async def trace(self, name, case):
        """Return what the side *name* makes of *case*."""
        self.run = run = self.runs(self, self.sides[name], case)
        self._log.errors = run.trace.errors
        try:
            return await run.play()
        finally:
            self.run = None


async def differences(arena, case):
    """Return in what the two sides differ; see `judge.differences`."""
    theirs = await arena.trace("theirs", case)
    found = judge.differences(theirs, await arena.trace("ours", case))
    if not found:
        return []
    if judge.differences(theirs, await arena.trace("theirs", case)):
        # Not even mitmproxy does the same twice.
        return []
    slower = rested(case)
    if slower != case and not await differences(arena, slower):
        # Which of two things that come together is seen first is anybody's guess.
        return [("race", "; ".join(judge.signature(found)))]
    return found


class Run:
    """One case on its way through one proxy."""

    def __init__(self, arena, side, case):
        self.arena, self.side, self.case = arena, side, case
        self.trace = Trace()
        self.upstreams = []
        self.answers = []
        self.step = 0
        self.is_dead = False
        self.client: Any = None

    async def play(self):
        """Perform the script, end what is left, and return what happened."""
        case, kept = self.case, self.side.kept
        kept.exchanges.clear()
        kept.holds = case.holds
        proxy = self.side.enter(case.role)
        self.before = asyncio.all_tasks()
        before = _counted(proxy.record.engine.ledger)
        task = await self._connect(proxy)
        await self._begin()
        for self.step, step in enumerate(case.steps):
            await self._perform(step)
        self.step = len(case.steps)
        self.trace.gone = min(self.trace.gone, self.step)
        self._note()
        await self._leave(task, proxy)
        after = _counted(proxy.record.engine.ledger)
        self.trace.counts = {k: after[k] - before[k] for k in after}
        self.trace.exchanges = [shown(found) for found in kept.exchanges]
        return self.trace

    def open(self, host, port):
        """Give the proxy a connection to an upstream."""
        if self.is_dead or (host, port) == DEAD:
            raise ConnectionRefusedError(111, f"Connect call failed ('{host}', {port})")
        names = {"peername": (host, port), "sockname": CLIENT}
        wire = Wire(self._told, names)
        wire.address = f"{host}:{port}"
        self.upstreams.append(wire)
        if self.is_secure:
            Secured(wire, self.arena.serving)
        return wire.reader, wire.writer

    async def rest(self):
        """Wait until nothing is left to be done before somebody speaks."""
        # What is queued is seen in the loop alone.
        loop: Any = asyncio.get_running_loop()
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            await asyncio.sleep(0)
            if loop._ready:
                continue
            if self._answer():
                continue
            now = loop.time()
            due = [t.when() for t in loop._scheduled if not t.cancelled()]
            due = [when for when in due if when < now + SOON]
            if not due:
                return
            await asyncio.sleep(max(0.0, min(due) - now))
        self.trace.left.append("it does not come to rest")

    async def _connect(self, proxy):
        mode = "regular" if self.case.mode == "tunnel" else self.case.mode
        server = list(proxy._server.servers)[list(MODES).index(mode)]
        names = {"peername": CLIENT, "sockname": HERE}
        self.client = Wire(self._told, names)
        handling = server.handle_stream(self.client.reader, self.client.writer)
        return asyncio.get_running_loop().create_task(handling)

    @property
    def is_secure(self):
        """Whether upstreams speak TLS."""
        case = self.case
        return case.mode == "secure" or (case.mode == "tunnel" and case.tls)

    async def _begin(self):
        """Come to where requests are sent."""
        await self.rest()
        if self.case.mode == "tunnel":
            self.client.say(CONNECT)
            await self.rest()
        if self.case.tls:
            Secured(self.client, self.arena.trusting, name="localhost").start()
            await self.rest()

    async def _perform(self, step):
        word, *parts = step
        rests = NOW not in parts
        parts = [part for part in parts if part != NOW]
        self.side.clock.advance(1.0)
        if word == "c":
            self.client.say(parts[0])
        elif word == "c-eof":
            # mitmproxy lets nobody listen who says nothing more.
            self.trace.gone = min(self.trace.gone, self.step)
            self.client.finish()
        elif word == "c-reset":
            self.trace.gone = min(self.trace.gone, self.step)
            self.client.reset()
        elif word == "commit":
            self.side.kept.release()
        elif word in ("dead", "alive"):
            self.is_dead = word == "dead"
        elif word in ("a", "a-eof", "a-reset"):
            self.answers.append((word, parts))
        else:
            self._speak_up(word, parts)
        if rests:
            await self.rest()

    def _speak_up(self, word, parts):
        for upstream in reversed(self.upstreams):
            if upstream.end != "closed" and not upstream.is_over:
                _say(upstream, word.replace("u", "a", 1), parts)
                return

    def _answer(self):
        """Let an upstream that waits for nothing else give the next answer."""
        if not self.answers:
            return False
        for upstream in self.upstreams:
            if upstream.waits and not upstream.is_over and upstream.end != "closed":
                upstream.answered = len(upstream.got)
                self.side.clock.advance(0.5)
                word, parts = self.answers.pop(0)
                if len(parts) > 1:
                    self.answers.insert(0, (word, parts[1:]))
                    upstream.answered = -1
                    _say(upstream, "a", parts[:1])
                else:
                    _say(upstream, word, parts)
                return True
        return False

    def _note(self):
        trace = self.trace
        trace.client = bytes(self.client.got)
        trace.client_end = self.client.end
        trace.upstreams = [
            (each.address, _without_greeting(each.got), each.end)
            for each in self.upstreams
        ]

    async def _leave(self, task, proxy):
        """Go away on both sides; note what does not end."""
        self.client.close()
        await self.rest()
        while self.side.kept.held:
            self.side.kept.release()
            await self.rest()
        left = self.trace.left
        left += [
            f"upstream {n}" for n, u in enumerate(self.upstreams) if u.end != "closed"
        ]
        if proxy.record.passages or proxy.record.storing:
            left.append("passages")
        await self._end(task)
        proxy.record.passages.clear()
        proxy.record.storing.clear()
        await self._end_tasks()

    async def _end(self, task):
        if not task.done():
            self.trace.left.append("the connection")
            task.cancel()
        await asyncio.wait([task])
        if not task.cancelled() and task.exception():
            self.trace.left.append(repr(task.exception()))

    async def _end_tasks(self):
        """Cancel what still waits for something that will never come."""
        left = asyncio.all_tasks() - self.before
        if left:
            self.trace.left.append(f"{len(left)} tasks")
            for task in left:
                task.cancel()
            await asyncio.wait(left)
        await self.rest()

    def _told(self, peer, what):
        who = "client" if peer is self.client else f"up{self.upstreams.index(peer)}"
        self.trace.moments.append((self.step, who, what))


Arena.runs = Run


def _say(upstream, word, parts):
    for part in parts:
        upstream.say(part)
    if word == "a-eof":
        upstream.close()
    elif word == "a-reset":
        upstream.reset()


def _without_greeting(data):
    """Return *data*; of TLS, which has random numbers in it, only what it is."""
    return b"(TLS)" if data.startswith(b"\x16\x03") else bytes(data)


def _counted(ledger):
    names = ("seen", "missed", "recorded", "failed")
    counted = {name: getattr(ledger, name) for name in names}
    return counted | {"answered": sum(ledger.answered.values())}


async def remembered():
    """Return a source of answers to some of what a client may ask."""
    asked = f"http://{UPSTREAM}"
    chunks = (b"Transfer-Encoding", b"chunked")
    sized = (b"Content-Length", b"9")
    reset = Failure(FailureKind.RESET, "server closed connection")
    return await recorded(
        recording(
            exchange("GET", f"{asked}/", answer=b"remembered"),
            exchange("HEAD", f"{asked}/", answer=b""),
            exchange("POST", f"{asked}/", b"ok", answer=b"posted"),
            exchange("PUT", f"{asked}/orders/7", b'{"n": 1}', answer=b"[]"),
            exchange(
                "GET",
                f"{asked}/orders/7",
                response=Response(
                    200, (chunks,), b"[1]", "OK", trailers=((b"X", b"1"),)
                ),
            ),
            exchange("GET", f"{asked}/a%20b", response=Response(204, (), b"", "No")),
            exchange(
                "GET",
                f"{asked}/a;v=1",
                response=Response(200, (sized,), b"half", "OK"),
                failure=reset,
            ),
            exchange("GET", f"{asked}/a?b=c&b=d", response=None, failure=reset),
        )
    )


def _serving(confdir):
    """Return what an upstream needs to speak TLS."""
    store = certs.CertStore.from_store(confdir, "mitmproxy", 2048)
    entry = store.get_cert("127.0.0.1", [])
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        file.write(entry.cert.to_pem())
        file.write(
            entry.privatekey.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        file.flush()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file.name)
    return context


class _Asyncio:
    """The module as mitmproxy's connections see it, with upstreams in memory."""

    def __init__(self, arena):
        self._arena = arena

    def __getattr__(self, name):
        return getattr(asyncio, name)

    async def open_connection(self, host, port, **options):
        await asyncio.sleep(0)
        assert self._arena.run is not None, "a connection outlived its case"
        return self._arena.run.open(host, port)


class _Log(logging.Handler):
    """Takes down what is said of defects."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.errors = []

    def emit(self, record):
        # What a defect is shows only in the second line, which is for debugging.
        if record.levelno >= logging.ERROR:
            self.errors.append(record.getMessage())
        elif record.exc_info and self.errors:
            self.errors[-1] += f": {_place(record.exc_info[1])}"

    def __enter__(self):
        self._roots = [
            logging.getLogger(name)
            for name in ("mockforge", "mitmproxy", "asyncio", "addons")
        ]
        for logger in self._roots:
            logger.addHandler(self)
            logger.propagate = False
        self._defects = logging.getLogger("mockforge.addons.dispatch")
        self._defects.setLevel(logging.DEBUG)
        return self

    def __exit__(self, *told):
        for logger in self._roots:
            logger.removeHandler(self)
            logger.propagate = True
        self._defects.setLevel(logging.NOTSET)


def _place(error):
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{error!r} in {last.name}"


def mitmproxy(record, modes, *, trust):
    """Make a proxy with mitmproxy's own HTTP/1 layer."""
    return Proxy(record, modes, trust=trust)


def ours(record, modes, *, trust):
    """Make a proxy with our own."""
    return Proxy(record, modes, trust=trust, lane=True)
