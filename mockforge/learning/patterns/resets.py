"""Resets: what is not to be learned, though it was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mockforge.learning.patterns.part import Subject
from mockforge.learning.patterns.selection import among, pattern_of

KINDS = ("latency", "errors", "sequences", "frequency")
"""What there is to learn."""


@dataclass(frozen=True, slots=True)
class Reset:
    """What was asked to be forgotten: of nobody else, and of nothing later."""

    until: int
    """The last exchange that does not count any more."""
    endpoint: str | None = None
    """A pattern or a key; None for every endpoint."""
    kind: str | None = None
    """One of KINDS; None for all."""
    persona: str | None = None
    """A persona, whose own patterns are meant; None for those of everybody too."""

    @classmethod
    def of(
        cls, until: int, endpoint: str | None, kind: str | None, persona: str | None
    ) -> Reset:
        """Return a reset that makes sense.

        Raises:
            ValueError: If *kind* is none, or *endpoint* no pattern.
        """
        if kind is not None and kind not in KINDS:
            raise ValueError(f"{kind!r} is no kind of pattern: {', '.join(KINDS)}")
        if endpoint is not None:
            pattern_of(endpoint)
        return cls(until, endpoint, kind, persona)

    @property
    def is_whole(self) -> bool:
        """Whether it is about everything."""
        return self.endpoint is None and self.kind is None and self.persona is None

    def covers(self, kind: str, subject: Subject, endpoint: str) -> bool:
        """Tell whether it is about what *subject* learns of *endpoint* in *kind*."""
        if self.kind is not None and self.kind != kind:
            return False
        if self.persona is not None and self.persona != subject.persona:
            return False
        return self.endpoint is None or among((self.endpoint,), endpoint)

    def to_json(self) -> list[Any]:
        """Return this as JSON."""
        return [self.until, self.endpoint, self.kind, self.persona]

    @classmethod
    def from_json(cls, told: Any) -> Reset:
        """Return what `to_json` told.

        Raises:
            ValueError: If it is something else.
        """
        if not isinstance(told, list) or len(told) != 4:
            raise ValueError("this is no reset")
        until, *words = told
        if any(word is not None and not isinstance(word, str) for word in words):
            raise ValueError("a reset is told in words")
        return cls.of(int(until), *words)
