"""Which recorded requests agree with one in all that its client does not mint."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from mockforge.http import Origin, Request
from mockforge.sources.turns import Pool

if TYPE_CHECKING:
    from mockforge.bodies.document import Path
    from mockforge.exchange import Exchange
    from mockforge.sources.correlated.minted import Spots
    from mockforge.sources.shelf import Shelf
    from mockforge.store.indexed import Indexed

Keys = Callable[[Request, "Shelf"], Iterable[bytes]]
"""The match keys that a request may have, what is likeliest first."""

MOST = 20_000
"""Recorded requests of one place that are compared, the first ones."""

HELD = 100_000
"""Recorded requests that are known without what their clients minted."""

_PIECE = 128

Groups = dict[bytes, Pool]
"""Recorded requests by what they are without what is minted."""


class Candidates:
    """The requests of one recording without what their clients minted.

    They are read when a request is first looked for among them.
    """

    def __init__(self, shelf: Shelf, keys: Keys) -> None:
        self._shelf = shelf
        self._keys = keys
        self._groups: OrderedDict[tuple[object, ...], Groups] = OrderedDict()
        self._size = 0
        self._paths: dict[frozenset[int], dict[str, list[str]]] = {}
        self._reading = asyncio.Lock()

    async def find(
        self, live: Spots, minted: Collection[Path], when: float, scope: Origin | None
    ) -> Pool | None:
        """Return what differs from *live* only in what is minted, the first of each.

        Args:
            live: The request.
            minted: General paths of what such clients mint.
            when: When it is asked.
            scope: The only origin whose exchanges count; None for all.
        """
        if next(iter(self._keys(live.without(when), self._shelf))) == next(
            iter(self._keys(live.request, self._shelf))
        ):
            # Nothing that is compared is minted: a header field that names a request.
            return None
        groups = await self._like(live.request, frozenset(minted), scope)
        if not groups:
            return None
        for masked in live.every(when):
            for key in self._keys(masked, self._shelf):
                pool = groups.get(_apart(key))
                if pool is not None:
                    return pool
        return None

    async def _like(
        self, request: Request, minted: frozenset[Path], scope: Origin | None
    ) -> Groups:
        steps = frozenset(
            step
            for path in minted
            if path[0] == "path" and len(path) > 1
            for step in path[1:2]
            if isinstance(step, int)
        )
        masked = _masked(request.path, steps)
        place = (request.method, masked, minted, scope)
        async with self._reading:
            groups = self._groups.get(place)
            if groups is None:
                rows = self._rows(request.method, masked, steps, scope)
                groups = await self._read(rows[:MOST], minted)
                self._hold(place, groups)
            else:
                self._groups.move_to_end(place)
        return groups

    def _rows(
        self, method: str, masked: str, steps: frozenset[int], scope: Origin | None
    ) -> list[Indexed]:
        by_path = self._shelf.by_path
        paths = [masked] if not steps else self._alike(steps).get(masked, [])
        rows = [
            row
            for path in paths
            for (known, origin), rows in by_path.get(path, {}).items()
            if known == method and scope in (None, origin)
            for row in rows
        ]
        rows.sort(key=lambda row: (row.started, row.id))
        return rows

    def _alike(self, steps: frozenset[int]) -> dict[str, list[str]]:
        """Return the recorded paths by what they are without the segments *steps*."""
        found = self._paths.get(steps)
        if found is None:
            found = self._paths[steps] = {}
            for path in self._shelf.by_path:
                found.setdefault(_masked(path, steps), []).append(path)
        return found

    async def _read(self, rows: Sequence[Indexed], minted: frozenset[Path]) -> Groups:
        found: dict[bytes, list[Indexed]] = {}
        seen: set[tuple[bytes, str]] = set()
        for start in range(0, len(rows), _PIECE):
            piece = []
            for row in rows[start : start + _PIECE]:
                # The second of two equal requests of a session is found by the first.
                if (row.key, row.session) not in seen:
                    seen.add((row.key, row.session))
                    piece.append(row)
            exchanges = await self._shelf.recording.load([row.id for row in piece])
            keys = await asyncio.to_thread(self._keys_of, exchanges, minted)
            for row, key in zip(piece, keys, strict=True):
                if key is not None:
                    found.setdefault(key, []).append(row)
        return {key: Pool(key, group) for key, group in found.items()}

    def _keys_of(
        self, exchanges: Sequence[Exchange], minted: frozenset[Path]
    ) -> list[bytes | None]:
        from mockforge.sources.correlated.minted import Spots

        found: list[bytes | None] = []
        for exchange in exchanges:
            spots = Spots.of(exchange.request, minted)
            key = None
            if spots is not None:
                masked = spots.without(exchange.started)
                key = _apart(next(iter(self._keys(masked, self._shelf))))
            found.append(key)
        return found

    def _hold(self, place: tuple[object, ...], groups: Groups) -> None:
        self._groups[place] = groups
        self._size += _size(groups)
        while self._size > HELD and len(self._groups) > 1:
            _, old = self._groups.popitem(last=False)
            self._size -= _size(old)


def _masked(path: str, steps: frozenset[int]) -> str:
    if not steps:
        return path
    segments = path.split("/")
    return "/".join(
        "\0" if number - 1 in steps else segment
        for number, segment in enumerate(segments)
    )


def _apart(key: bytes) -> bytes:
    """Return a key that no request has as it is."""
    return hashlib.blake2b(key, digest_size=16, person=b"minted").digest()


def _size(groups: Groups) -> int:
    return 8 + sum(len(pool.rows) for pool in groups.values())
