"""Stubs opened as the settings say, and put in front of whatever else answers."""

from __future__ import annotations

import asyncio
import logging
import os
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from mockforge.applying import drifts_in
from mockforge.config import Config
from mockforge.engine.accounts import Accounts
from mockforge.errors import ConfigError
from mockforge.recordings.learning import learned_of
from mockforge.recordings.redact import NoRedaction, Redactor

if TYPE_CHECKING:
    from mockforge.engine import Engine
    from mockforge.engine.drifting import Drifts
    from mockforge.exchange import Exchange
    from mockforge.learning.fields import Node
    from mockforge.learning.learned import Learned
    from mockforge.learning.options import LearningOptions
    from mockforge.options import Json
    from mockforge.sources.recorded import Recorded
    from mockforge.sources.shelf import Shelf
    from mockforge.store.kept import Kept
    from mockforge.stubs.inventing import Seen
    from mockforge.stubs.stub import Stub
    from mockforge.stubs.stubs import Stubs

log = logging.getLogger(__name__)

SAMPLES = 20
"""Recorded answers of an endpoint that what is made up is like."""


@asynccontextmanager
async def stubbed(
    config: Config, engine: Engine, *, is_alone: bool = False
) -> AsyncIterator[None]:
    """Have *engine* answer by the endpoints of *config* before all else, if any.

    Args:
        config: The settings.
        engine: Answers.
        is_alone: Whether nobody else answers what the endpoints do not.

    Raises:
        ConfigError: If an endpoint cannot be meant, or a model not be asked.
        RecordingError: If a recording cannot be read.
    """
    async with AsyncExitStack() as stack:
        await stand(stack, config, engine, is_alone=is_alone)
        yield


async def stand(
    stack: AsyncExitStack, config: Config, engine: Engine, *, is_alone: bool = False
) -> None:
    """Have *engine* answer by the endpoints of *config*, until *stack* is left.

    That may be in another event loop than this one: a copy of the process is made in
    between where several are to answer.

    Args:
        stack: Closes what is opened.
        config: The settings.
        engine: Answers.
        is_alone: Whether nobody else answers what the endpoints do not.

    Raises:
        ConfigError: If an endpoint cannot be meant, or a model not be asked.
        RecordingError: If a recording cannot be read.
    """
    renewal = Renewal(engine, stack, is_alone=is_alone)
    await renewal.apply(config)
    engine.renewal = renewal


class Renewal:
    """Has an engine answer by the endpoints of settings, and of others later."""

    def __init__(
        self, engine: Engine, stack: AsyncExitStack, *, is_alone: bool
    ) -> None:
        """Begin without settings.

        Args:
            engine: Answers.
            stack: Closes what is opened.
            is_alone: Whether nobody else answers what the endpoints do not.
        """
        self.read: Callable[[], Config] | None = None
        """Reads the settings again; None where they are not from a file."""
        self._engine = engine
        self._stack = stack
        self._is_alone = is_alone
        self._applied: Config | None = None
        self._since = 0.0
        self._kept: Kept | None = None
        self._lock = asyncio.Lock()

    async def renewed(self) -> int:
        """Read the settings again, answer by them, and return how many endpoints.

        Raises:
            ConfigError: If they cannot be meant; all stays as it was then.
            RecordingError: If a recording cannot be read.
        """
        if self.read is None:
            raise ConfigError(
                "the settings are from no file that could be read again",
                next_step="start with one: mockforge --config FILE",
            )
        async with self._lock:
            config = self.read()
            await self.apply(config)
        return len(config.endpoints)

    async def apply(self, config: Config) -> None:
        """Answer by the endpoints of *config* from the next request on.

        Raises:
            ConfigError: If an endpoint cannot be meant, or a model not be asked.
            RecordingError: If a recording cannot be read.
        """
        engine = self._engine
        if not config.endpoints and not self._is_alone:
            # A replay without any starts without what follows.
            engine.stubbing = engine.drifts = None
        else:
            await self._stand(config)
        self._tell_rest(config)
        self._applied = config
        for forget in engine.renewed:
            forget()

    async def _stand(self, config: Config) -> None:
        from mockforge.engine.stubbing import Stubbing
        from mockforge.stubs.inventing import Inventing
        from mockforge.stubs.stubs import HOUR, Stubs

        engine = self._engine
        self._since = self._since or engine.clock.now() // HOUR * HOUR
        inventing = Inventing(seed=config.seed, rag=config.rag, since=self._since)
        stubs = Stubs.of(
            config.endpoints,
            inventing,
            opens=config.server.cors,
            is_alone=self._is_alone,
            idle=config.sessions.timeout,
        )
        drifts = await self._outliving(config, stubs)
        if engine.recorded is not None:
            inventing.seen = await seen_in(
                engine.recorded, stubs.invented, config.learning
            )
        before = engine.stubbing
        if before is not None:
            stubs.go_on(before.stubs)
        engine.drifts = drifts
        engine.stubbing = Stubbing(
            stubs,
            redactor=before.redactor if before else _redactor(config, engine),
            accounts=before.accounts
            if before
            else Accounts(is_told=config.server.provenance),
        )

    async def _outliving(self, config: Config, stubs: Stubs) -> Drifts | None:
        """Open what keeps something that outlives the program: a model, and drift."""
        engine = self._engine
        asks = _check_models(config, stubs)
        moves = any(each.drift for point in config.endpoints for each in point.given)
        if not asks and not moves:
            return None
        if self._kept is None:
            from mockforge.store.kept import new_kept

            self._kept = new_kept(config.state, clock=engine.clock)
            self._stack.push_async_callback(self._kept.close)
        if asks:
            from mockforge.llm.opening import new_model

            # Those of before are closed at the end: they may be answering.
            model = new_model(config, self._kept, clock=engine.clock)
            self._stack.push_async_callback(model.close)
            stubs.inventing.model = model
        if not moves:
            return None
        shelves = engine.recorded.shelves if engine.recorded is not None else ()
        return await drifts_in(
            *(config, [shelf.recording for shelf in shelves]),
            kept=self._kept,
            clock=engine.clock,
        )

    def _tell_rest(self, config: Config) -> None:
        """Say which settings are others now that count when the program starts."""
        if self._applied is None:
            return
        others = [
            name
            for name in type(config).model_fields
            if name not in _RENEWED
            and getattr(config, name) != getattr(self._applied, name)
        ]
        if others:
            log.warning(
                "what changed of %s counts at the next start", ", ".join(others)
            )


_RENEWED = ("endpoints", "websocket", "rag", "seed")
"""Blocks of the settings that count as soon as they are read."""


def _check_models(config: Config, stubs: Stubs) -> bool:
    """Return whether any endpoint asks a model, and check that each can be asked.

    Raises:
        ConfigError: If something is missing.
    """
    from mockforge.llm.opening import check
    from mockforge.llm.options import merged
    from mockforge.stubs.inventing import is_asked

    asks = False
    for stub in stubs.invented:
        for reply in stub.replies:
            own = reply.options.rag_config
            options = merged(config.rag, own)
            if reply.maker is None or not is_asked(options):
                continue
            where = "rag" if own is None else f"{stub.place}: rag_config"
            check(options, offline=config.offline, where=where)
            asks = True
    return asks


async def seen_in(
    recorded: Recorded, stubs: list[Stub], options: LearningOptions | None = None
) -> dict[int, Seen]:
    """Return what *recorded* has of each of *stubs*, by its number.

    Args:
        recorded: What is recorded.
        stubs: The endpoints.
        options: What is known of the API before.

    Raises:
        RecordingError: If a recording cannot be read.
        ConfigError: If the OpenAPI document of *options* cannot be.
    """
    from mockforge.stubs.inventing import Seen

    found: dict[int, Seen] = {}
    for stub in stubs:
        samples: list[Json] = []
        node = None
        for shelf in recorded.shelves:
            answers = await _answers(shelf, stub)
            samples += [value for _, value in answers]
            if answers:
                learned = await learned_of(shelf.recording, options)
                node = _node(learned, [one for one, _ in answers]) or node
        if samples:
            found[stub.number] = Seen(samples[-SAMPLES:], node)
    return found


async def _answers(shelf: Shelf, stub: Stub) -> list[tuple[Exchange, Json]]:
    """Return the last exchanges that *stub* stands for, with the documents told."""
    from mockforge.bodies.document import read
    from mockforge.stubs.paths import split

    ids = [
        row.id
        for row in shelf.rows
        if row.kind == "http"
        and not row.failed
        and stub.takes(row.method)
        and stub.means(row.origin.authority)
        and stub.path.match(split(row.target.partition("?")[0])) is not None
    ]
    found: list[tuple[Exchange, Json]] = []
    for exchange in await shelf.recording.load(ids[-SAMPLES:]):
        told = exchange.response
        if told is not None and 200 <= told.status < 300:
            document = read(told.headers, told.body)
            found += [(exchange, document.value)] if document.kind == "json" else []
    return found


def _node(learned: Learned, exchanges: list[Exchange]) -> Node | None:
    """Return what was learned of the answers that most of *exchanges* are of."""
    places: Counter[tuple[str, int]] = Counter()
    for exchange in exchanges:
        located = learned.endpoints.located(exchange.request)
        if located is not None and exchange.response is not None:
            places[located.key, exchange.response.status] += 1
    for (key, status), _ in places.most_common(1):
        side = learned.fields.told(key, status)
        body = None if side is None else side.body
        if body is not None and body.kind == "json":
            return body.node
    return None


def _redactor(config: Config, engine: Engine) -> Redactor | NoRedaction:
    """Return what takes secrets out of what is shown of a request."""
    recorded, records = engine.recorded, engine.records
    if recorded is not None and recorded.shelves:
        return recorded.shelves[0].recording.redactor
    known: Redactor | NoRedaction | None = getattr(records, "redactor", None)
    if known is not None:
        return known
    if not config.redact.enabled:
        return NoRedaction()
    # Nothing is kept, so that nobody needs to find the same stand-ins again.
    return Redactor(os.urandom(32), config.redact)
