"""Searching a recording for what somebody says in words."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mockforge.errors import RecordingError
from mockforge.exchange import Exchange
from mockforge.recall.lexicon import VERSION, Lexicon
from mockforge.recall.making import KEPT_FROM
from mockforge.recall.telling import meant_exchange, told_exchange
from mockforge.recall.wording import stem, words
from mockforge.recordings.files import StoredRecording
from mockforge.store import vectors as stored
from mockforge.store.schema import WORDS

if TYPE_CHECKING:
    from mockforge.recall.embedder import Embedder
    from mockforge.recordings.files import Recording

SHOWN = 90
"""Letters of a snippet."""

BATCH = 256
"""Exchanges that a model reads at a time."""


@dataclass(frozen=True, slots=True)
class Found:
    """An exchange that fits."""

    recording: str
    exchange: Exchange
    """With stand-ins for secrets."""
    score: float
    """How well it fits, 0 to 1."""
    snippet: str
    """What of it fits best."""


async def search(
    recording: Recording, question: str, *, limit: int, embedder: Embedder
) -> list[Found]:
    """Return the exchanges of *recording* that fit *question*, the best first.

    Args:
        recording: Where to look.
        question: What is looked for, in words.
        limit: How many are wanted.
        embedder: Compares meanings, if it knows texts; else words are compared.

    Raises:
        RecordingError: If the recording cannot be read.
        UpstreamError: If the embedder asks somebody who does not answer.
    """
    wanted = await embedder.texts([question])
    if wanted is None:
        lexicon = await _lexicon(recording)
        ranked = lexicon.search(question, limit)
        sought = set(lexicon.asked(question))
    else:
        ranked = await _compared(recording, wanted[0], limit, embedder)
        sought = {stem(word) for word in words(question)}
    found = []
    for number, score in ranked:
        (exchange,) = await recording.load([number])
        shown = recording.redactor.exchange(exchange, keep_standins=True)
        snippet = recording.redactor.text(_snippet(shown, sought))
        found.append(Found(recording.name, shown, round(score, 4), snippet))
    return found


async def _lexicon(recording: Recording) -> Lexicon:
    """Return the words of *recording*, kept or read now."""
    version = str(VERSION)
    if isinstance(recording, StoredRecording):
        parts = await stored.kept(recording.reader, WORDS, version)
        if parts is not None:
            with suppress(ValueError):
                return Lexicon.from_parts(parts)
    lexicon = Lexicon()
    async for exchange in recording.every():
        assert exchange.id is not None
        lexicon.add(exchange.id, _texts(recording, exchange))
        await asyncio.sleep(0)
    if isinstance(recording, StoredRecording) and len(lexicon) >= KEPT_FROM:
        # Read-only, or busy: it is read again the next time.
        with suppress(RecordingError):
            await stored.keep(recording.reader, WORDS, version, lexicon.parts())
    return lexicon


async def _compared(
    recording: Recording, wanted: object, limit: int, embedder: Embedder
) -> list[tuple[int, float]]:
    """Return the numbers of what means most nearly what is *wanted*."""
    scores: list[tuple[float, int]] = []
    waiting: list[tuple[int, str]] = []

    async def flush() -> None:
        vectors = await embedder.texts([text for _, text in waiting])
        assert vectors is not None
        for (number, _), vector in zip(waiting, vectors, strict=True):
            scores.append((float(vector @ wanted), number))
        waiting.clear()

    async for exchange in recording.every():
        assert exchange.id is not None
        texts = [text for text, _ in _texts(recording, exchange)]
        waiting.append((exchange.id, " ".join(texts)[:4_000]))
        if len(waiting) >= BATCH:
            await flush()
    if waiting:
        await flush()
    scores.sort(key=lambda one: (-one[0], one[1]))
    return [(number, max(0.0, min(1.0, score))) for score, number in scores[:limit]]


def _texts(recording: Recording, exchange: Exchange) -> Iterator[tuple[str, float]]:
    """Yield what is searched in; without secrets: it is kept, or sent to a model."""
    if not recording.is_redacted:
        exchange = recording.redactor.exchange(exchange, keep_standins=True)
    yield from told_exchange(exchange)
    yield from meant_exchange(exchange)


def _snippet(exchange: Exchange, sought: set[str]) -> str:
    """Return what of *exchange* has most of what is *sought*, cut to a line."""
    best, most = "", 0
    for text, _ in told_exchange(exchange):
        fits = len({stem(word) for word in words(text)} & sought)
        # What stands further behind says more of this one exchange.
        if fits >= max(1, most):
            best, most = text, fits
    line = " ".join(best.split())
    if len(line) <= SHOWN:
        return line
    lower = line.lower()
    places = [at for each in sought if (at := lower.find(each)) >= 0]
    start = max(0, min(places, default=0) - SHOWN // 4)
    cut = line[start : start + SHOWN]
    return f"{'...' if start else ''}{cut}{'...' if start + SHOWN < len(line) else ''}"
