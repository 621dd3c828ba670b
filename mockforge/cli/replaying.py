"""One run of a replay: what is opened, what is said, and what it comes to."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from mockforge import logs
from mockforge.app import load_alone, load_replay
from mockforge.cli import output, securing, states, stubs
from mockforge.cli.watching import watched
from mockforge.config import Config
from mockforge.engine import Engine, OnMiss
from mockforge.errors import ConfigError, NothingVerified
from mockforge.http import Origin
from mockforge.report import Report, report_of
from mockforge.server.fingerprint import significant
from mockforge.server.journal import Journal
from mockforge.server.lane import Lane
from mockforge.server.replayed import Replayed
from mockforge.server.run import Server, listen, until_told
from mockforge.server.surface import Surface
from mockforge.sources.recorded import Recorded
from mockforge.sources.remedies import place

if TYPE_CHECKING:
    from mockforge.recordings.redact import NoRedaction, Redactor
    from mockforge.server.fetch import Upstream
    from mockforge.server.workers.hand import Hand


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for."""

    config: Config
    recordings: tuple[str, ...]
    modes: tuple[str, ...] = ()
    """As a proxy, in these modes; as a server of its own if there are none."""
    upstream: Origin | None = None
    ready_file: str | None = None
    invents_first: bool = False
    """Answers are made up even where the same request was recorded."""
    is_alone: bool = False
    """No recording answers, but the endpoints of the settings alone."""
    name: str = field(default_factory=lambda: os.urandom(8).hex())
    """Under which what its sessions were given is kept, if others can see it."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where clients may come."""

    urls: tuple[str, ...]
    ca: str | None = None
    """The certificate they must trust."""

    def tell(self, ready_file: str | None, recording: str | None) -> None:
        """Say it to people, and to whom waits for *ready_file*."""
        for url in self.urls:
            output.say(f"listening on {url}")
        if self.ca is not None:
            output.say(f"authority for HTTPS: {self.ca}")
        if ready_file is not None:
            output.write_ready(
                ready_file, url=self.urls[0], ca=self.ca, recording=recording
            )


async def run(asked: Asked) -> Report:
    """Answer until a signal ends it.

    Raises:
        ConfigError: If the settings do not fit together, or to the recordings.
        ListenError: If the address cannot be had.
        NothingVerified: If there is nothing to answer with.
        RecordingError: If a recording cannot be read.
    """
    states.check(asked.config)
    async with AsyncExitStack() as stack:
        told = await stack.enter_async_context(until_told())
        engine = await load(stack, asked)
        recorded = engine.recorded
        assert recorded is not None
        mask(asked.config, engine)
        await stack.enter_async_context(
            states.shared(asked.config, recorded, asked.name)
        )
        surface = proxying if asked.modes else serving
        async with surface(asked, engine, recorded) as listening:
            # The index stays as it is: the collector need not look at it any more.
            gc.freeze()
            gc.enable()
            stack.callback(gc.unfreeze)
            tell(asked, engine, listening)
            async with watched(asked.config, engine.renewal):
                await told.wait()
        return report_of(engine)


async def load(stack: AsyncExitStack, asked: Asked) -> Engine:
    """Return the engine that answers, until *stack* is left.

    Raises:
        ConfigError: If the settings do not fit together, or to the recordings.
        NothingVerified: If there is nothing to answer with.
        RecordingError: If a recording cannot be read.
    """
    if asked.is_alone:
        return await load_alone(stack, asked.config)
    engine = await load_replay(
        *(stack, asked.config, asked.recordings),
        upstream=asked.upstream,
        invents_first=asked.invents_first,
    )
    assert engine.recorded is not None
    _check(engine, engine.recorded)
    return engine


def _check(engine: Engine, recorded: Recorded) -> None:
    """Check that there is something to answer with, and one place for misses to go."""
    if engine.on_miss is not OnMiss.UPSTREAM:
        if not recorded.loaded:
            raise NothingVerified(
                "nothing is loaded: no recorded exchange can answer a request",
                next_step="mockforge recordings show RECORDING",
            )
        return
    origins = sorted(str(origin) for origin in recorded.origins)
    if engine.upstream is None and len(origins) != 1:
        raise ConfigError(
            f"the recordings hold {len(origins)} origins, and a miss can go to one",
            where="--on-miss upstream",
            nearest=", ".join(origins[:5]) or None,
            next_step="name it with --upstream URL",
        )


def mask(config: Config, engine: Engine) -> None:
    """Keep the secrets of the recordings, and of clients, out of the log."""
    redactors = redactors_of(engine)

    def hidden(text: str) -> str:
        for redactor in redactors:
            text = redactor.text(text)
        return text

    logs.configure(level=config.log.level, form=config.log.format, mask=hidden)


def redactors_of(engine: Engine) -> list[Redactor | NoRedaction]:
    """Return what takes secrets out of what is shown."""
    shelves = engine.recorded.shelves if engine.recorded is not None else ()
    if not shelves and engine.stubbing is not None:
        return [engine.stubbing.redactor]
    return [shelf.recording.redactor for shelf in shelves]


@dataclass(frozen=True, slots=True)
class Post:
    """Where one of several workers answers, and who knows what all of them did."""

    sockets: Sequence[socket.socket]
    hand: Hand


@asynccontextmanager
async def serving(
    asked: Asked, engine: Engine, recorded: Recorded, *, post: Post | None = None
) -> AsyncIterator[Listening]:
    """Answer on a port of our own.

    Args:
        asked: What was asked for.
        engine: Decides.
        recorded: What it answers from.
        post: Of a worker; None for one process alone.
    """
    async with AsyncExitStack() as stack:
        upstream = None
        if engine.on_miss is OnMiss.UPSTREAM or engine.reality is not None:
            upstream = _upstream(asked, engine)
            stack.push_async_callback(upstream.close)
        surface = Surface(
            engine,
            report=lambda: report_of(engine).json(),
            together=post.hand if post else None,
            upstream=upstream,
        )
        config = asked.config
        surface.journal = _journal(config, engine)
        told = {} if post is None else {"tell": post.hand.learn}
        surface.learning = learning = Replayed(engine, config, **told)
        if post is not None:
            post.hand.kept, post.hand.learning = surface.journal, learning
        if engine.reality is None:
            surface.lane = Lane(
                engine,
                journal=surface.journal,
                limit=recorded.room // config.server.workers,
                significant=significant(config.matching, config.sessions),
            )
        secured = securing.secured(config)
        sockets = (
            post.sockets if post else listen(config.server.host, config.server.port)
        )
        server = Server(
            surface.respond,
            sockets,
            lane=surface.lane,
            deliver=surface.delivery,
            tls=secured.context if secured else None,
        )
        surface.authorities = server.authorities
        await stack.enter_async_context(server.running())
        yield Listening((server.url,), secured.ca if secured else None)


def _upstream(asked: Asked, engine: Engine) -> Upstream:
    """Return what asks the upstream; a mixed one is asked as the proxy asks it."""
    from mockforge.server.fetch import Upstream, trusting

    if engine.reality is None:
        return Upstream()
    proxy = asked.config.proxy
    try:
        verify = trusting(
            verify=proxy.verify,
            authorities=proxy.upstream_ca,
            certificate=proxy.client_certs,
        )
    except OSError as error:
        raise ConfigError(
            f"the upstream cannot be asked with these certificates: {error}",
            where="--upstream-ca, --client-cert",
            next_step="name files with certificates as PEM",
        ) from None
    patience = asked.config.reality_continuum.upstream_timeout
    return Upstream(patience=patience, verify=verify)


def _journal(config: Config, engine: Engine) -> Journal | None:
    if config.server.journal == "none":
        return None
    return Journal(
        bodies=config.server.journal == "bodies",
        size=config.server.journal_size,
        redact=[
            partial(redactor.exchange, keep_standins=True)
            for redactor in redactors_of(engine)
        ],
    )


@asynccontextmanager
async def proxying(
    asked: Asked, engine: Engine, recorded: Recorded
) -> AsyncIterator[Listening]:
    """Answer through mitmproxy, which speaks HTTPS, HTTP/2 and SOCKS5."""
    from mockforge.addons.answer import Answer
    from mockforge.addons.master import Proxy, Trust
    from mockforge.addons.modes import specified

    config = asked.config
    behind = asked.upstream
    if behind is None and len(recorded.origins) == 1:
        (behind,) = recorded.origins
    trust = Trust(
        confdir=config.proxy.ca_directory,
        insecure=not config.proxy.verify,
        upstream_ca=config.proxy.upstream_ca,
        client_cert=config.proxy.client_certs,
    )
    modes = specified(asked.modes, behind, config.server.port)
    answering = Answer(
        engine,
        significant=significant(config.matching, config.sessions),
        room=recorded.room // len(modes),
        timeout=config.proxy.timeout
        if engine.reality is None
        else config.reality_continuum.upstream_timeout,
    )
    answering.learning = Replayed(engine, config)
    proxy = Proxy(
        answering,
        modes,
        trust=trust,
        host=config.server.host,
        lane=config.proxy.lane == "own",
    )
    await proxy.start()
    try:
        yield Listening(tuple(each.url for each in proxy.listening), str(proxy.ca))
    finally:
        await proxy.stop()


def tell(asked: Asked, engine: Engine, listening: Listening) -> None:
    """Say where clients may come, to people and to the script that waits."""
    recorded = engine.recorded
    assert recorded is not None
    names = ", ".join(place(each) for each in asked.recordings)
    if not asked.is_alone:
        count = "1 exchange" if recorded.loaded == 1 else f"{recorded.loaded} exchanges"
        output.say(f"replaying {count} of {names}")
    stubs.tell(engine)
    for shelf in recorded.shelves:
        for note in shelf.recording.notes:
            output.say(f"  {shelf.name}: {note}")
    listening.tell(asked.ready_file, names or None)
