"""One run of the proxy: what is checked, what is said, and how it ends."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mockforge import app, logs
from mockforge.addons.master import Listening, Proxy, Trust
from mockforge.addons.modes import specified
from mockforge.addons.record import Record
from mockforge.cli import output, stubs
from mockforge.cli.live import status_line
from mockforge.cli.watching import watched
from mockforge.config import Config
from mockforge.engine import Engine, Ledger
from mockforge.errors import ConfigError, MockforgeError, UpstreamError
from mockforge.http import Origin
from mockforge.server.proxied import Proxied
from mockforge.stubbing import stubbed

_LOOK = 3.0
"""Seconds that the upstream is given to accept a connection."""

_LOCATION_SIGNS = ("://",)


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked for."""

    config: Config
    recording: str | None = None
    """A name in the directory of recordings, in place of the upstream's host."""
    is_kept: bool = True
    """Whether anything is recorded."""
    check: bool | None = None
    """Whether an upstream that cannot be reached ends the run; None only if its name
    has no address."""
    ready_file: str | None = None

    @property
    def upstream(self) -> Origin | None:
        """What a reverse proxy stands in front of."""
        address = self.config.proxy.upstream
        return Origin.parse(address) if address else None

    @property
    def database(self) -> str:
        """Where it records to: a path or a database URL."""
        if self.config.db is not None:
            return self.config.db
        name = self.recording
        if name is None:
            parts = urlsplit(str(self.upstream)) if self.upstream else None
            name = (parts.hostname if parts else None) or "proxy"
        file = name if name.endswith(".db") else f"{name}.db"
        return str(Path(self.config.recordings.dir) / file.replace(":", "-"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to."""

    ledger: Ledger
    listening: tuple[Listening, ...]
    database: str | None
    trouble: MockforgeError | None
    """What kept an exchange from being stored."""

    @property
    def exit_code(self) -> int:
        """What the program ends with."""
        return self.trouble.exit_code if self.trouble else 0

    def tell(self, *, as_json: bool) -> None:
        """Say it: for people to stderr, as JSON to stdout."""
        ledger = self.ledger
        if as_json:
            output.as_json(
                {
                    "seen": ledger.seen,
                    "recorded": ledger.recorded,
                    "failed": ledger.failed,
                    "answered": dict(ledger.answered),
                    "recording": self.database,
                    "urls": [each.url for each in self.listening],
                }
            )
        output.say(_summary(ledger))
        if self.trouble is not None:
            output.warn(f"not everything could be recorded: {self.trouble}")
        if self.database and ledger.recorded:
            output.say(f"next: mockforge replay {self.database}")
        elif self.database and not ledger.seen:
            output.say(
                "nothing was recorded: no client came"
                f"\n  next: point one at {self.listening[0].url}"
            )


async def run(asked: Run) -> Outcome:
    """Listen and record until a signal ends it.

    Raises:
        ConfigError: If the settings do not fit together.
        UpstreamError: If the upstream has no address, or was to be checked.
        ListenError: If the address cannot be had.
        RecordingError: If the recording cannot be opened or written.
    """
    config = asked.config
    if config.offline:
        raise ConfigError(
            "a proxy contacts its upstream, and --offline contacts nobody",
            next_step="mockforge replay RECORDING answers without any upstream",
        )
    modes = specified(config.proxy.mode, asked.upstream, config.server.port)
    if asked.upstream is not None and asked.check is not False:
        await look(asked.upstream, must=asked.check is True)
    async with AsyncExitStack() as stack:
        engine = await stack.enter_async_context(_engine(asked))
        record = Record(
            engine,
            max_body=config.recordings.max_body,
            keep_host=config.proxy.keep_host,
            timeout=config.proxy.timeout,
        )
        record.learning = _learning(asked, engine)
        proxy = Proxy(
            record,
            modes,
            trust=_trust(config),
            host=config.server.host,
            lane=config.proxy.lane == "own",
        )
        # Before anybody is told where it listens, so that a signal finds it ready.
        stopping = _on_signal()
        await proxy.start()
        # What is there now stays: the collector need not look at it again.
        gc.collect()
        gc.freeze()
        try:
            await _listen(asked, proxy, stopping)
        finally:
            await proxy.stop()
            gc.unfreeze()
    database = asked.database if asked.is_kept else None
    return Outcome(engine.ledger, proxy.listening, database, record.trouble)


async def look(upstream: Origin, *, must: bool) -> None:
    """Try to connect to *upstream*, and say what is wrong with it.

    Args:
        upstream: Where to.
        must: Whether one that does not accept connections is an error.

    Raises:
        UpstreamError: If its name has no address, or if it must answer and does not.
    """
    parts = urlsplit(str(upstream))
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        async with asyncio.timeout(_LOOK):
            _, writer = await asyncio.open_connection(parts.hostname, port)
    except socket.gaierror as error:
        raise UpstreamError(
            f"{parts.hostname!r} has no address: {error.strerror}",
            where="--upstream",
            next_step="correct the name; --no-check-upstream starts without it",
        ) from None
    except (OSError, TimeoutError) as error:
        what = "does not answer" if isinstance(error, TimeoutError) else "refuses"
        told = f"{upstream} {what} connections now"
        if must:
            raise UpstreamError(
                told, where="--upstream", next_step="start it, then this again"
            ) from None
        output.say(f"{told}; what is asked of it until it does is recorded as failed")
    else:
        writer.close()


@asynccontextmanager
async def _engine(asked: Run) -> AsyncIterator[Engine]:
    config = asked.config
    if not asked.is_kept:
        engine = Engine(sessions=config.sessions, seed=config.seed)
        async with stubbed(config, engine):
            yield engine
        return
    if not any(sign in asked.database for sign in _LOCATION_SIGNS):
        _make_directory(Path(asked.database).parent)
    async with app.open_proxy(config, asked.database) as engine:
        redactor = getattr(engine.records, "redactor", None)
        mask = redactor.text if redactor else None
        logs.configure(level=config.log.level, form=config.log.format, mask=mask)
        yield engine


def _learning(asked: Run, engine: Engine) -> Proxied | None:
    """Return what is learned while *engine* records; None where nothing is."""
    online = getattr(engine.records, "online", None)
    if online is None:
        return None
    redactor = getattr(engine.records, "redactor", None)
    return Proxied(
        online,
        asked.config.drift_learning,
        name=Path(asked.database).stem,
        clock=engine.clock,
        told=redactor.text if redactor else str,
    )


def _make_directory(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MockforgeError(
            f"no recording can be made in {str(directory)!r}: {error.strerror}",
            next_step="name a database elsewhere with --db",
        ) from error


def _trust(config: Config) -> Trust:
    return Trust(
        confdir=config.proxy.ca_directory,
        insecure=not config.proxy.verify,
        upstream_ca=config.proxy.upstream_ca,
        client_cert=config.proxy.client_certs,
    )


def _on_signal() -> asyncio.Event:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    return stopping


async def _listen(asked: Run, proxy: Proxy, stopping: asyncio.Event) -> None:
    database = asked.database if asked.is_kept else None
    stubs.tell(proxy.record.engine)
    _introduce(asked, proxy, database)
    if asked.ready_file:
        output.write_ready(
            asked.ready_file,
            url=proxy.listening[0].url,
            ca=str(proxy.ca),
            recording=database,
        )
    async with watched(asked.config, proxy.record.engine.renewal):
        if not output.is_live():
            await stopping.wait()
            return
        async with status_line(lambda: _status(proxy.record)):
            await stopping.wait()


def _introduce(asked: Run, proxy: Proxy, database: str | None) -> None:
    into = f"into {database}" if database else "nothing"
    output.say(f"recording {asked.upstream or 'whatever is asked for'} {into}")
    for each in proxy.listening:
        output.say(f"listening on {each.url} ({each.mode})")
    output.say(f"authority for HTTPS: {proxy.ca}")
    output.say(f"try: {_example(proxy.listening[0], proxy.ca)}")
    parts = urlsplit(asked.config.proxy.upstream or "")
    if parts.path.strip("/"):
        output.say(
            f"the path {parts.path!r} of --upstream belongs to each request:"
            f" call {proxy.listening[0].url}{parts.path}"
        )


def _example(listening: Listening, ca: Path) -> str:
    if listening.mode == "reverse":
        return f"curl {listening.url}/"
    if listening.mode == "socks5":
        address = listening.url.removeprefix("socks5://")
        return f"curl --socks5-hostname {address} --cacert {ca} https://example.com/"
    return f"curl --proxy {listening.url} --cacert {ca} https://example.com/"


def _status(record: Record) -> str:
    ledger = record.engine.ledger
    text = f"seen {ledger.seen}  recorded {ledger.recorded}  failed {ledger.failed}"
    if record.last is None:
        return text
    method, target, outcome = record.last
    redactor = getattr(record.engine.records, "redactor", None)
    shown = redactor.text(target) if redactor else target.partition("?")[0]
    return f"{text}  {method} {shown} {outcome}"


def _summary(ledger: Ledger) -> str:
    sources = ", ".join(f"{count} by {name}" for name, count in ledger.answered.items())
    return (
        f"seen {ledger.seen}, recorded {ledger.recorded}, failed {ledger.failed}"
        f"; answered {sources or 'none'}"
    )
