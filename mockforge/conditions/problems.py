"""What is wrong with a condition, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a text."""

    column: int
    """Counted from 1."""
    what: str
    nearest: str | None = None

    def __str__(self) -> str:
        text = f"{self.what} (column {self.column})"
        return f"{text}; {self.nearest}" if self.nearest else text
