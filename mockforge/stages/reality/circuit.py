"""The circuit: an upstream that fails is left out for a while, then asked again."""

from __future__ import annotations

from dataclasses import dataclass

FAILURES = 3
"""Failures in a row that open it, where the upstream still says something (5xx)."""

FIRST, LONGEST = 2.0, 60.0
"""Seconds that it is left out at first, and at most: twice as long each time."""


@dataclass(slots=True)
class Circuit:
    """Whether the upstream is worth asking now."""

    pause: float = 0.0
    """Seconds that it is left out; 0 while it is well."""
    since: float = 0.0
    """When it was left out, in seconds that never go back."""
    failed: int = 0
    """Failures in a row."""
    is_tried: bool = False
    """One request asks whether it is well again."""

    def admits(self, now: float) -> bool:
        """Return whether the upstream may be asked.

        After the pause one request may; the others wait for how it fares.

        Args:
            now: Seconds that never go back.
        """
        if not self.pause:
            return True
        if self.is_tried and now - self.since < 2 * self.pause:
            return False
        return now - self.since >= self.pause

    def asks(self, now: float) -> None:
        """Note that a request goes out."""
        if self.pause and not self.is_tried:
            self.is_tried, self.since = True, now

    def well(self) -> None:
        """Note that the upstream answered."""
        self.pause, self.failed, self.is_tried = 0.0, 0, False

    def ill(self, now: float, *, is_silent: bool) -> None:
        """Note that the upstream failed.

        Args:
            now: Seconds that never go back.
            is_silent: Nothing came: it is left out at once.
        """
        self.failed += 1
        if is_silent or self.failed >= FAILURES or self.pause:
            again = self.pause > 0 and (self.is_tried or now - self.since >= self.pause)
            if not self.pause or again:
                self.pause = min(max(2 * self.pause, FIRST), LONGEST)
                self.since, self.is_tried = now, False
