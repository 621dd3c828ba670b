"""Which endpoint answers a request: the one whose path says most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockforge.stubs.asked import Asked
    from mockforge.stubs.stub import Stub


class Router:
    """Endpoints by their paths."""

    def __init__(self, stubs: Sequence[Stub]) -> None:
        """Route to *stubs*.

        Args:
            stubs: As they stand in the settings.
        """
        # One with a host before one for all; then by how little the path leaves open,
        # and whether methods are named.
        self._stubs = sorted(
            stubs,
            key=lambda stub: (
                stub.hosts is None,
                stub.path.openness,
                not stub.methods,
                "HEAD" not in stub.methods,
                stub.number,
            ),
        )
        self._ranks = {id(stub): rank for rank, stub in enumerate(self._stubs)}
        self._top = _Place()
        for stub in self._stubs:
            self._top.put(stub)

    def at(self, asked: Asked) -> Iterator[tuple[Stub, dict[str, str]]]:
        """Yield every endpoint at the path of *asked*, the nearest first.

        With the parameters of its path. Whatever its methods are.
        """
        segments = asked.segments
        authority = asked.request.authority
        for stub in self._candidates(segments):
            params = stub.path.match(segments)
            if params is not None and stub.means(authority):
                yield stub, params

    def __iter__(self) -> Iterator[Stub]:
        return iter(self._stubs)

    def _candidates(self, segments: tuple[str, ...]) -> Sequence[Stub]:
        found: list[Stub] = []
        self._top.gather(segments, 0, found)
        if len(found) > 1:
            found.sort(key=lambda stub: self._ranks[id(stub)])
        return found


@dataclass(slots=True)
class _Place:
    """Where paths that begin alike go on."""

    fixed: dict[str, _Place] = field(default_factory=dict)
    open: _Place | None = None
    """Below a segment that leaves anything open."""
    here: list[Stub] = field(default_factory=list)
    """Those that end here."""
    below: list[Stub] = field(default_factory=list)
    """Those of which anything that follows is a part."""

    def put(self, stub: Stub) -> None:
        """Put *stub* where its path leads."""
        place = self
        for segment in stub.path.segments:
            if segment.pattern is None:
                place = place.fixed.setdefault(segment.text, _Place())
            else:
                place.open = place.open or _Place()
                place = place.open
        (place.here if stub.path.rest is None else place.below).append(stub)

    def gather(self, segments: tuple[str, ...], at: int, found: list[Stub]) -> None:
        """Add to *found* what may be at *segments*, of which *at* are behind us."""
        found += self.below
        if at == len(segments):
            found += self.here
            return
        fixed = self.fixed.get(segments[at])
        if fixed is not None:
            fixed.gather(segments, at + 1, found)
        if self.open is not None:
            self.open.gather(segments, at + 1, found)
