"""Which endpoint answers a request: the one whose path says most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
        self._by_first: dict[str, list[Stub]] = {}
        self._open: list[Stub] = []
        for stub in self._stubs:
            first = stub.path.segments[0] if stub.path.segments else None
            if first is None and stub.path.rest is None:
                self._by_first.setdefault("", []).append(stub)
            elif first is not None and first.pattern is None:
                self._by_first.setdefault(first.text, []).append(stub)
            else:
                self._open.append(stub)

    def at(self, asked: Asked) -> Iterator[tuple[Stub, dict[str, str]]]:
        """Yield every endpoint at the path of *asked*, the nearest first.

        With the parameters of its path. Whatever its methods are.
        """
        segments = asked.segments
        authority = asked.request.authority
        for stub in self._candidates(segments[0] if segments else ""):
            params = stub.path.match(segments)
            if params is not None and stub.means(authority):
                yield stub, params

    def __iter__(self) -> Iterator[Stub]:
        return iter(self._stubs)

    def _candidates(self, first: str) -> Sequence[Stub]:
        known = self._by_first.get(first, [])
        if not self._open:
            return known
        if not known:
            return self._open
        both = {id(each) for each in (*known, *self._open)}
        return [each for each in self._stubs if id(each) in both]
