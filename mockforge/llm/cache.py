"""The cache: what a model answered, by everything that the question consisted of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b

from mockforge.llm.question import Question
from mockforge.options import Json
from mockforge.store.kept import Entry, Kept

ANSWERS = "llm.answers"
"""The kind under which answers are kept."""

VERSION = 1
"""Of how questions are put; answers to those of another are of no use."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was kept."""

    value: Json
    model: str
    is_fresh: bool
    """Whether it is not yet older than it may be."""


def signature(question: Question, model: str, data: Json) -> str:
    """Return what is the same for the same question alone.

    Args:
        question: What is asked.
        model: Whose answer it is.
        data: What is told of the request.
    """
    parts = [VERSION, question.endpoint, question.mode, question.prompt]
    parts += [question.context, question.schema, question.given]
    parts += [question.count, question.options.kind, model]
    parts += [question.options.temperature]
    return digest([*parts, question.state, data])


def digest(parts: Json) -> str:
    """Return a short text that stands for *parts*."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return blake2b(text.encode("ascii"), digest_size=16).hexdigest()


class Cache:
    """Answers, kept for the next time."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def find(self, key: str, now: float) -> Answer | None:
        """Return what is kept under *key*, also what has expired."""
        entry = await self._kept.entry(ANSWERS, key)
        if entry is None or not isinstance(entry.value, dict):
            return None
        told = entry.value
        if "value" not in told:
            return None
        return Answer(told["value"], str(told.get("model", "")), entry.is_fresh(now))

    async def put(
        self, key: str, value: Json, *, question: Question, model: str
    ) -> None:
        """Keep *value* as the answer of *model* to *question*."""
        told = {
            "endpoint": question.endpoint,
            "mode": question.mode,
            "prompt": question.prompt[:200],
            "model": model,
            "value": value,
        }
        await self._kept.put(ANSWERS, key, told, question.options.cache_ttl_secs)


async def every(kept: Kept) -> list[Entry]:
    """Return all answers, in order of endpoint and time."""
    found = [one for one in await kept.every(ANSWERS) if isinstance(one.value, dict)]
    return sorted(
        found, key=lambda one: (str(one.value.get("endpoint")), one.at, one.key)
    )
