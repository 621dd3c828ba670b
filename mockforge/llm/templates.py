"""Synthetic templates: what a model invented for an endpoint, to vary answers from.

One belongs to an endpoint as the config words it: with another prompt, context or
schema it is another. It can be looked at, approved and removed; an approved one is
not added to any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mockforge.clock import Clock
from mockforge.llm.cache import digest
from mockforge.llm.question import Question
from mockforge.options import Json
from mockforge.store.kept import Entry, Kept

TEMPLATES = "llm.templates"
"""The kind under which they are kept."""

MOST = 20
"""Samples of one."""

AGAIN = 5.0
"""Seconds after which one is read again: it may have been approved or removed."""


@dataclass(frozen=True, slots=True)
class Template:
    """What a model invented for an endpoint."""

    key: str
    endpoint: str
    mode: str
    prompt: str
    model: str
    samples: tuple[Json, ...]
    """Single answers."""
    is_approved: bool
    at: float
    """When it was last changed, in seconds since the epoch."""

    def to_json(self) -> dict[str, Json]:
        """Return it as it is kept."""
        return {
            "endpoint": self.endpoint,
            "mode": self.mode,
            "prompt": self.prompt,
            "model": self.model,
            "approved": self.is_approved,
            "samples": list(self.samples),
        }


def template_of(entry: Entry) -> Template | None:
    """Return the template that *entry* is; None if it is none."""
    told = entry.value
    if not isinstance(told, dict) or not isinstance(told.get("samples"), list):
        return None
    words = (str(told.get(name, "")) for name in ("endpoint", "mode", "prompt"))
    endpoint, mode, prompt = words
    return Template(
        entry.key,
        endpoint,
        mode,
        prompt,
        str(told.get("model", "")),
        tuple(told["samples"]),
        told.get("approved") is True,
        entry.at,
    )


def key_of(question: Question) -> str:
    """Return the key of the template for *question*, whoever asks it."""
    words = [question.mode, question.prompt, question.context, question.schema]
    return digest([question.endpoint, *words, question.given, question.state])[:16]


class Templates:
    """The templates there are."""

    def __init__(self, kept: Kept, clock: Clock) -> None:
        self._kept = kept
        self._clock = clock
        self._read: dict[str, tuple[float, Template]] = {}

    async def find(self, key: str) -> Template | None:
        """Return the template under *key*."""
        now = self._clock.monotonic()
        known = self._read.get(key)
        if known is not None and now - known[0] < AGAIN:
            return known[1]
        self._read.pop(key, None)
        entry = await self._kept.entry(TEMPLATES, key)
        found = None if entry is None else template_of(entry)
        if found is not None:
            self._read[key] = (now, found)
            while len(self._read) > 1000:
                del self._read[next(iter(self._read))]
        return found

    async def add(
        self, key: str, samples: Sequence[Json], *, question: Question, model: str
    ) -> None:
        """Add *samples* to the template under *key*, unless it is approved."""
        known = await self.find(key)
        if known is not None and known.is_approved:
            return
        before = () if known is None else known.samples
        new = [one for one in samples if one not in before]
        kept = (*before, *new)[-MOST:]
        told = Template(
            key,
            question.endpoint,
            question.mode,
            question.prompt,
            model,
            kept,
            False,
            self._clock.now(),
        )
        self._read[key] = (self._clock.monotonic(), told)
        await self._kept.put(TEMPLATES, key, told.to_json())


async def every(kept: Kept) -> list[Template]:
    """Return all templates, in order of endpoint."""
    found = (template_of(entry) for entry in await kept.every(TEMPLATES))
    there = [one for one in found if one is not None]
    return sorted(there, key=lambda one: (one.endpoint, one.key))
