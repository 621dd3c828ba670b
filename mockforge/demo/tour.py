"""The demonstration itself: record a session with the shop, stop it, replay."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mockforge.addons.master import Proxy, Trust
from mockforge.addons.record import Record
from mockforge.app import open_proxy, open_replay
from mockforge.clock import SystemClock
from mockforge.config import Config
from mockforge.demo.comparison import compare, leaks, redactions
from mockforge.demo.outcome import Learnt, Outcome, Replayed, Seen
from mockforge.demo.pace import EPOCH, CountedPace
from mockforge.demo.serve import Manner, new_seed, open_shop, serving
from mockforge.demo.session import Transcript, visit
from mockforge.demo.shop import Terms
from mockforge.demo.weather import Storm
from mockforge.errors import MockforgeError
from mockforge.exchange import Exchange
from mockforge.http import Origin
from mockforge.learning.bindings import Kind
from mockforge.learning.learner import Learner
from mockforge.recordings.files import open_recording
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.server.run import Server, listen
from mockforge.server.surface import Surface
from mockforge.sources.misses import MissKind

# Short enough to be shown in a few seconds: a token lasts for half of the session,
# there is a storm in most, and both humps of the latency are felt.
TERMS = Terms(token_lifetime=20.0)
STORM = Storm(enter=0.06, leave=0.4)
LATENCY = 0.3

NO_CONVERSATIONS = "it is recorded, and this version replays HTTP only"


@dataclass(frozen=True, slots=True)
class Tour:
    """How the demonstration is wished for."""

    seed: int | None = None
    """None for a new one, and for today's date."""
    keep: Path | None = None
    """The directory that the recording stays in; None to delete it at the end."""
    port: int = 0
    """Where the proxy listens, and the replay after it; 0 for any that is free."""


async def show(tour: Tour) -> Outcome:
    """Record, replay, compare, and say what came of it.

    Raises:
        MockforgeError: If an address or the directory cannot be had, or the recording
            cannot be written.
    """
    system = SystemClock()
    began = system.monotonic()
    seed = new_seed() if tour.seed is None else tour.seed
    start = system.now() if tour.seed is None else EPOCH
    manner = Manner(seed, LATENCY, STORM, TERMS, CountedPace(start))
    with TemporaryDirectory(prefix="mockforge-demo-") as scratch:
        recording = _place(tour.keep or Path(scratch))
        upstream, proxy, first = await _record(manner, recording, tour.port, scratch)
        again, misses = await _replay(recording, Origin.parse(proxy))
        recorded, expected = await _recorded(recording, first)
    deviations = compare(expected, again.exchanges)
    replayed = Replayed(
        asked=len(expected),
        equal=len(expected) - sum(d.position <= len(expected) for d in deviations),
        deviations=deviations,
        misses=misses,
        websocket=again.talk.refused and NO_CONVERSATIONS,
        broken=again.broken,
    )
    return Outcome(
        seed=seed,
        seconds=system.monotonic() - began,
        proxy=proxy,
        upstream=upstream,
        recording=str(recording),
        kept=tour.keep is not None,
        seen=Seen.of(recorded),
        replayed=replayed,
        redacted=redactions(first.exchanges, expected),
        secrets=len(first.secrets),
        leaked=leaks(first.secrets, recorded),
        learned=_learned(recorded),
        broken=first.broken,
    )


async def _record(
    manner: Manner, recording: Path, port: int, scratch: str
) -> tuple[str, str, Transcript]:
    async with AsyncExitStack() as stack:
        upstream = await stack.enter_async_context(serving(open_shop(manner)))
        origin = Origin.parse(upstream)
        engine = await stack.enter_async_context(
            open_proxy(Config(), recording, upstream=origin)
        )
        record = Record(engine)
        modes = [f"reverse:{upstream}@{port}"]
        # The shop speaks no TLS, so the authority that mitmproxy makes for itself is
        # not needed and goes where the rest goes.
        proxy = Proxy(record, modes, trust=Trust(confdir=Path(scratch, "ca")))
        await proxy.start()
        try:
            address = proxy.listening[0].url
            transcript = await visit(address)
        finally:
            await proxy.stop()
        if record.trouble is not None:
            raise record.trouble
    return upstream, address, transcript


async def _replay(
    recording: Path, address: Origin
) -> tuple[Transcript, tuple[str, ...]]:
    async with open_replay(Config(), [recording]) as engine:
        surface = Surface(engine, report=dict)
        host, _, port = address.authority.rpartition(":")
        server = Server(surface.respond, listen(host, int(port)))
        surface.authorities = server.authorities
        async with server.running():
            transcript = await visit(server.url)
        # The WebSocket is told of by itself: nobody expects it to be found.
        return transcript, tuple(
            miss.summary
            for miss in engine.ledger.misses
            if miss.kind is not MissKind.WEBSOCKET
        )


def _learned(recorded: list[Exchange]) -> Learnt:
    """Return what the recording teaches about the shop."""
    learner = Learner()
    for exchange in recorded:
        learner.add(exchange)
    learned = learner.settle()
    bound = {
        (sample.endpoint, sample.status): learned.bindings.of(
            sample.endpoint, sample.status
        )
        for sample in learned.samples
        if sample.status is not None
    }
    return Learnt(
        len(learned.endpoints.every),
        # A kind without a collection of its own is named after where it is read.
        tuple(sorted(name for name in learned.resources.kinds if " " not in name)),
        sum(
            binding.kind not in (Kind.CONSTANT, Kind.UNKNOWN)
            for bindings in bound.values()
            for binding in bindings.values()
        ),
    )


async def _recorded(
    recording: Path, first: Transcript
) -> tuple[list[Exchange], list[Exchange]]:
    """Return what is on the disk, and what it makes of the first session."""
    opened = await open_recording(recording, matcher=Matcher(MatchOptions()))
    try:
        stored = [exchange async for exchange in opened.every()]
        expected = [opened.redactor.exchange(seen) for seen in first.exchanges]
    finally:
        await opened.close()
    return stored, expected


def _place(directory: Path) -> Path:
    """Return a file in *directory* for the recording; one that is there stays."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise MockforgeError(
            f"{str(directory)!r} is no directory to keep a recording in:"
            f" {failure.strerror}",
            where="--keep",
            next_step="name a directory that you can write to",
        ) from failure
    names = ["shop.db", *(f"shop-{number}.db" for number in range(2, 1000))]
    return next(directory / name for name in names if not (directory / name).exists())
