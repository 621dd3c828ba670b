"""Stubs opened as the settings say, and put in front of whatever else answers."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from mockforge.applying import drifts_in
from mockforge.config import Config
from mockforge.engine.accounts import Accounts
from mockforge.recordings.learning import learned_of
from mockforge.recordings.redact import NoRedaction, Redactor

if TYPE_CHECKING:
    from mockforge.engine import Engine
    from mockforge.exchange import Exchange
    from mockforge.learning.fields import Node
    from mockforge.learning.learned import Learned
    from mockforge.learning.options import LearningOptions
    from mockforge.options import Json
    from mockforge.sources.recorded import Recorded
    from mockforge.sources.shelf import Shelf
    from mockforge.stubs.inventing import Seen
    from mockforge.stubs.stub import Stub
    from mockforge.stubs.stubs import Stubs

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
    if not config.endpoints and not is_alone:
        yield
        return
    # A replay without any starts without it.
    from mockforge.engine.stubbing import Stubbing
    from mockforge.stubs.inventing import Inventing
    from mockforge.stubs.stubs import DAY, Stubs

    inventing = Inventing(
        seed=config.seed, rag=config.rag, since=engine.clock.now() // DAY * DAY
    )
    stubs = Stubs.of(
        config.endpoints, inventing, opens=config.server.cors, is_alone=is_alone
    )
    async with AsyncExitStack() as stack:
        await _outliving(stack, config, engine, stubs)
        if engine.recorded is not None:
            inventing.seen = await seen_in(
                engine.recorded, stubs.invented, config.learning
            )
        engine.stubbing = Stubbing(
            stubs,
            redactor=_redactor(config, engine),
            accounts=Accounts(is_told=config.server.provenance),
        )
        yield


async def _outliving(
    stack: AsyncExitStack, config: Config, engine: Engine, stubs: Stubs
) -> None:
    """Open what keeps something that outlives the program: a model, and drift."""
    asks = _check_models(config, stubs)
    moves = any(each.drift for point in config.endpoints for each in point.given)
    if not asks and not moves:
        return
    from mockforge.store.kept import open_kept

    opened = open_kept(config.state, clock=engine.clock)
    kept = await stack.enter_async_context(opened)
    if asks:
        from mockforge.llm.opening import open_model

        model = open_model(config, kept, clock=engine.clock)
        stubs.inventing.model = await stack.enter_async_context(model)
    if moves:
        shelves = engine.recorded.shelves if engine.recorded is not None else ()
        engine.drifts = await drifts_in(
            *(config, [shelf.recording for shelf in shelves]),
            kept=kept,
            clock=engine.clock,
        )


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
