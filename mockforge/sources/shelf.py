"""One recording in memory: what answers a key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING

from mockforge.clock import Clock
from mockforge.http import Origin
from mockforge.sources.answering import answering
from mockforge.sources.turns import AfterLast, Pool, Turn, Turns

if TYPE_CHECKING:
    from mockforge.recordings.files import Recording
    from mockforge.sources.shared import SharedTurns
    from mockforge.store.indexed import Indexed

LeaveOut = Callable[[int, "Sequence[Indexed]"], Collection[int]]
"""Returns, of a recording and its exchanges, the numbers of those to leave out."""


def keep_all(_number: int, _rows: Sequence[Indexed]) -> Collection[int]:
    """Leave nothing out."""
    return ()


class Shelf:
    """The exchanges of one recording by match key, in order of their start."""

    def __init__(  # noqa: PLR0913 - all but three by name
        self,
        name: str,
        recording: Recording,
        rows: Iterable[Indexed],
        *,
        after_last: AfterLast = AfterLast.LAST,
        timeout: float = inf,
        clock: Clock | None = None,
        left_out: Collection[int] = (),
    ) -> None:
        self.name = name
        self._left_out = left_out
        """What takes no turn."""
        self.recording = recording
        ordered = sorted(rows, key=attrgetter("started", "id"))
        self.rows = [row for row in ordered if row.kind == "http"]
        """What can be an answer."""
        self.sockets = [row for row in ordered if row.kind != "http"]
        """WebSocket conversations."""
        # Few objects stand for many rows, and hashing one takes longer than its name.
        origins = {id(row.origin): row.origin for row in ordered}
        self.origins = frozenset(origins.values())
        self._here = Turns(
            {row.session for row in self.rows},
            after_last=after_last,
            timeout=timeout,
            clock=clock,
        )
        """Where its clients stand, as this process knows it."""
        self.turns: Turns | SharedTurns = self._here
        """The same as all processes know it that answer on its port."""
        self._alone: dict[bytes, Indexed] = {}
        self._pools: dict[bytes, Pool] = {}
        self._scoped: dict[tuple[Origin, bytes], Pool] = {}
        self._gather()

    def holds(self, key: bytes, scope: Origin | None) -> bool:
        """Whether anything of *scope* answers *key*."""
        return self.pool(key, scope) is not None

    def pool(self, key: bytes, scope: Origin | None) -> Pool | None:
        """Return what answers *key*; None if nothing does.

        Args:
            key: The match key.
            scope: The only origin whose exchanges count; None for all.
        """
        if scope is not None:
            if scope not in self.origins:
                return None
            if len(self.origins) > 1:
                return self._scoped.get((scope, key))
        alone = self._alone.get(key)
        return Pool(key, (alone,)) if alone is not None else self._pools.get(key)

    def pools(self) -> Iterator[Pool]:
        """Yield every pool that `pool` returns and that may have several exchanges."""
        yield from self._pools.values()
        yield from self._scoped.values()

    async def turn(self, pool: Pool, session: str) -> Turn:
        """Return the exchange whose turn it is, and count it as given.

        Raises:
            Consumed: If all are used up.
            Unasked: If another process knows it and cannot be asked.
        """
        found = self.turns.take(pool, session)
        return found if isinstance(found, Turn) else await found

    def turn_here(self, pool: Pool, session: str) -> Turn:
        """Return the turn of *pool*, which only this process knows, as `turn` does.

        Raises:
            Consumed: If all are used up.
        """
        return self._here.take(pool, session)

    def position(self, session: str) -> float:
        """Return when what *session* was served last had started; 0.0 if nothing."""
        return self.turns.position(session)

    @cached_property
    def by_path(self) -> dict[str, dict[tuple[str, Origin], list[Indexed]]]:
        """Exchanges by path, then method and origin; made at the first miss."""
        found: dict[str, dict[tuple[str, Origin], list[Indexed]]] = {}
        for row in self.rows:
            groups = found.setdefault(row.target.partition("?")[0], {})
            groups.setdefault((row.method, row.origin), []).append(row)
        return found

    @cached_property
    def paths(self) -> tuple[list[str], list[str]]:
        """The paths in order, and in order of their reverse (which these are)."""
        return sorted(self.by_path), sorted(path[::-1] for path in self.by_path)

    def _gather(self) -> None:
        """Put together what has the same key; most keys have one exchange."""
        pools: dict[bytes, list[Indexed]] = {}
        alone = self._alone
        rows = self.rows
        if self._left_out:
            rows = [row for row in rows if row.id not in self._left_out]
        for row in rows:
            if row.key in pools:
                pools[row.key].append(row)
            elif row.key in alone:
                pools[row.key] = [alone.pop(row.key), row]
            else:
                alone[row.key] = row
        self._pools = {key: Pool(key, rows) for key, rows in pools.items()}
        if len(self.origins) > 1:
            scoped: dict[tuple[Origin, bytes], list[Indexed]] = {}
            for row in rows:
                scoped.setdefault((row.origin, row.key), []).append(row)
            self._scoped = {
                place: Pool(place[1], rows) for place, rows in scoped.items()
            }


async def shelve(
    recordings: Sequence[Recording],
    *,
    after_last: AfterLast,
    idle: float,
    clock: Clock | None,
    leave_out: LeaveOut,
) -> list[Shelf]:
    """Return what answers, of each of *recordings*.

    Raises:
        RecordingError: If one of them is unreadable.
    """
    names = [recording.name for recording in recordings]
    shelves: list[Shelf] = []
    for recording in recordings:
        rows = await answering(recording, await recording.index())
        unique = names.count(recording.name) == 1
        shelves.append(
            Shelf(
                recording.name if unique else recording.location,
                recording,
                rows,
                after_last=after_last,
                timeout=idle,
                clock=clock,
                left_out=leave_out(len(shelves), rows),
            )
        )
    return shelves
