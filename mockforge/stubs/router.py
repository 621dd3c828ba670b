"""Which endpoint answers a request: the one whose path says most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
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
        self._has_hosts = any(stub.hosts is not None for stub in stubs)
        self._ranks = {id(stub): rank for rank, stub in enumerate(self._stubs)}
        # Those whose path is one and no other, and those that leave anything open.
        self._exact: dict[tuple[str, ...], list[Stub]] = {}
        self._open: list[Stub] = []
        for stub in self._stubs:
            parts = stub.path.segments
            if stub.path.rest is None and all(each.pattern is None for each in parts):
                key = tuple(each.text for each in parts)
                self._exact.setdefault(key, []).append(stub)
            else:
                self._open.append(stub)
        self._by_length: dict[int, list[Stub]] = {}
        lengths = (len(each.path.segments) + each.path.least for each in self._open)
        self._longest = max(lengths, default=0)

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

    def _candidates(self, segments: tuple[str, ...]) -> Iterable[Stub]:
        exact = self._exact.get(segments, ())
        found = self._of_length(len(segments))
        if not exact:
            return found
        if self._has_hosts:
            return sorted((*exact, *found), key=lambda stub: self._ranks[id(stub)])
        return chain(exact, found)

    def _of_length(self, length: int) -> list[Stub]:
        """Return those with an open path that may have *length* segments."""
        if length > self._longest:
            length = self._longest + 1
        found = self._by_length.get(length)
        if found is None:
            found = self._by_length[length] = [
                stub
                for stub in self._open
                if len(stub.path.segments) == length
                or (
                    stub.path.rest is not None
                    and len(stub.path.segments) + stub.path.least <= length
                )
            ]
        return found
