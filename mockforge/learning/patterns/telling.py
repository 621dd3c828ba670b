"""Patterns as they are told: which of them, in what order, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import NamedTuple

from mockforge.learning.patterns.law import APPLIED, Law
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.learning.patterns.part import Shown
from mockforge.learning.patterns.patterns import EVERYTHING, Patterns
from mockforge.learning.patterns.resets import KINDS
from mockforge.learning.patterns.selection import among, pattern_of
from mockforge.options import Json

Told = Callable[[str], str]
"""Replaces secrets in a text."""

FILTERS = ("endpoint", "kind", "persona")


class Unfit(ValueError):
    """A filter that can fit nothing."""

    def __init__(self, what: str, nearest: str | None = None) -> None:
        super().__init__(what if nearest is None else f"{what}; {nearest}")
        self.what = what
        """What was wrong, with the value."""
        self.nearest = nearest
        """The nearest right thing."""


class Filter(NamedTuple):
    """Which patterns are meant; None is every one."""

    endpoint: str | None = None
    """A pattern as in `endpoint_learning`, or a key."""
    kind: str | None = None
    """One of KINDS."""
    persona: str | None = None
    """Whose own they are."""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Filter:
        """Return the filter that *given* is, name to value.

        Raises:
            Unfit: If a name or a value is none.
        """
        for name in given:
            if name not in FILTERS:
                raise Unfit(f"{name!r} is no filter", _near(name, FILTERS))
        found = cls(**given)
        if found.kind is not None and found.kind not in KINDS:
            raise Unfit(f"{found.kind!r} is no kind", _near(found.kind, KINDS))
        if found.endpoint is not None:
            try:
                pattern_of(found.endpoint)
            except ValueError as error:
                raise Unfit(
                    f"{found.endpoint!r} is no endpoint: {error}",
                    "write a key as in `GET /users/{id}`, or a pattern: /users/**",
                ) from None
        return found

    def chosen(self, patterns: Patterns, law: Law | None = None) -> list[Shown]:
        """Return the patterns that are meant, by kind, then those of most evidence.

        Raises:
            Unfit: If nothing that was seen goes by the endpoint, or by the persona.
        """
        found = list(patterns.shown(law, **self._asdict()))
        if not found:
            self._check(list(patterns.shown(law)))
        return sorted(found, key=_order)

    def _check(self, every: Sequence[Shown]) -> None:
        if not every:
            return
        endpoints = sorted({row.subject.endpoint for row in every} - {EVERYTHING})
        wanted = self.endpoint
        if wanted is not None and not any(among((wanted,), one) for one in endpoints):
            raise Unfit(
                f"no pattern is of an endpoint {wanted!r}", _near(wanted, endpoints)
            )
        personas = sorted({row.subject.persona or "" for row in every} - {""})
        if self.persona is not None and self.persona not in personas:
            raise Unfit(
                f"no pattern is of a persona {self.persona!r}",
                _near(self.persona, personas) if personas else "none is known",
            )


def row(shown: Shown, law: Law, told: Told, *, now: float) -> dict[str, Json]:
    """Return *shown* as JSON.

    Args:
        shown: The pattern.
        law: When it is applied.
        told: Replaces secrets in a text.
        now: Seconds since the epoch.
    """
    persona = shown.subject.persona
    return {
        "kind": shown.kind,
        "endpoint": told(shown.subject.endpoint),
        "persona": None if persona is None else told(persona),
        "samples": round(shown.samples, 1),
        "confidence": round(shown.confidence, 3),
        "applied": is_applied(shown, law),
        "changing": round(shown.changing, 3),
        "last_seen": moment(shown.seen),
        "age": None if shown.seen is None else round(max(now - shown.seen, 0.0), 1),
        "told": told(shown.told),
        "plot": list(shown.plot),
        "detail": _told_in(shown.detail, told),
    }


def is_applied(shown: Shown, law: Law) -> bool:
    """Whether the pattern has enough evidence to be applied."""
    return shown.samples >= law.min_samples and shown.confidence >= APPLIED


def account(patterns: Patterns, rows: Iterable[Shown]) -> dict[str, Json]:
    """Return what is known of one recording in numbers, as JSON.

    Args:
        patterns: Of it.
        rows: All of them.
    """
    known: Counter[str] = Counter()
    applied: Counter[str] = Counter()
    for one in rows:
        known[one.kind] += 1
        applied[one.kind] += is_applied(one, patterns.law)
    return {
        "exchanges": patterns.count,
        "watermark": patterns.last,
        "last_update": moment(patterns.clock),
        "resets": len(patterns.resets),
        "patterns": {
            kind: {"known": known[kind], "applied": applied[kind]} for kind in KINDS
        },
    }


def settings(options: DriftLearningOptions) -> dict[str, Json]:
    """Return how patterns are learned and when they count, as JSON."""
    return {
        "mode": options.mode,
        "sensitivity": options.sensitivity,
        "decay": options.decay,
        "min_samples": options.min_samples,
        "confidence": APPLIED,
        "update_interval": options.update_interval,
        "traffic_mirroring": options.traffic_mirroring,
    }


def moment(seconds: float | None) -> str | None:
    """Return seconds since the epoch as a time of UTC; None if they are no time."""
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
    except (OverflowError, ValueError, OSError):
        return None


def _order(one: Shown) -> tuple[int, bool, float, str, str]:
    subject = one.subject
    return (
        KINDS.index(one.kind),
        subject.persona is not None,
        -one.samples,
        subject.endpoint,
        subject.persona or "",
    )


def _near(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word, known, n=1, cutoff=0.4)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"there are {', '.join(known[:5])}" + (", …" if len(known) > 5 else "")


def _told_in(value: Json, told: Told) -> Json:
    if isinstance(value, str):
        return told(value)
    if isinstance(value, Mapping):
        return {told(str(name)): _told_in(item, told) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_told_in(item, told) for item in value]
    return value
