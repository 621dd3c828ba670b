"""What is to be said about a file that was read, gathered by kind."""

from __future__ import annotations


class Notes:
    """Sentences about parts of a file; the same sentence is said once for all parts."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}

    def add(self, what: str, place: str) -> None:
        """Note *what* about the part at *place*."""
        self._places.setdefault(what, []).append(place)

    def lines(self) -> tuple[str, ...]:
        """Return one line for each thing noted, with its places."""
        return tuple(
            f"{_places(places)}: {what}" for what, places in self._places.items()
        )


# Enough to find the pattern, short enough for a terminal's line.
_NAMED = 3


def _places(places: list[str]) -> str:
    named = ", ".join(places[:_NAMED])
    rest = len(places) - _NAMED
    return f"{named} and {rest} more" if rest > 0 else named
