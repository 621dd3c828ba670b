"""Recalled answers: of what was recorded, what is nearest in meaning to a request."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mockforge.errors import UpstreamError
from mockforge.http import Origin, Request
from mockforge.provenance import Tier
from mockforge.recall.memory import Memory
from mockforge.sources.answering import Match
from mockforge.sources.misses import MissKind, NoMatch

if TYPE_CHECKING:
    from mockforge.sources.shelf import Shelf

log = logging.getLogger(__name__)

RECALLED = frozenset({MissKind.NO_PATH, MissKind.NO_METHOD, MissKind.FIELD_DIFFERS})
"""Misses of requests that were not recorded like this. What was recorded so, and is
used up or of another host, is not to be answered by something else."""

SHOWN = 3
"""The nearest that are compared with what was asked, where nothing is recalled."""


Found = tuple[float, int, int]
"""A score, the number of a recording, and that of an exchange."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What one recording is recalled by."""

    memory: Memory
    making: Collection[str] = ()
    """The keys of endpoints that make something: what they did is done once."""


class Recall:
    """Answers that are recalled, asked for after everything else."""

    def __init__(
        self,
        shelves: Sequence[Shelf],
        remembered: Sequence[Remembered],
        *,
        threshold: float,
    ) -> None:
        """Recall what is on *shelves*.

        Args:
            shelves: The recordings.
            remembered: What each is recalled by.
            threshold: The likeness from which on something answers.
        """
        self._shelves = shelves
        self._remembered = remembered
        self._threshold = threshold
        self._rows = [{row.id: row for row in shelf.rows} for shelf in shelves]
        self._origins = frozenset(o for shelf in shelves for o in shelf.origins)

    async def match(self, miss: NoMatch, *, named: bool = False) -> Match | NoMatch:
        """Return the exchange that answers what *miss* asked; else why none does.

        Args:
            miss: What is not recorded.
            named: The client itself named the origin.
        """
        if miss.kind not in RECALLED:
            return miss
        asked = miss.request
        scope = asked.origin if named or asked.origin in self._origins else None
        best: Found | None = None
        near: list[Found] = []
        tried = ""
        for number in range(len(self._shelves)):
            found, others, why = await self._asked(number, asked, scope)
            near += others
            tried = tried or why
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        if best is None:
            nearest = sorted(near, key=lambda one: -one[0])[:SHOWN]
            ids = tuple((self._shelves[n].name, id_) for _, n, id_ in nearest)
            return replace(miss, alike=ids, tried=tried)
        score, number, id_ = best
        row = self._rows[number][id_]
        name = self._shelves[number].name
        return Match(
            *(name, id_, False, number, row), tier=Tier.RECALLED, score=round(score, 4)
        )

    async def _asked(
        self, number: int, asked: Request, scope: Origin | None
    ) -> tuple[Found | None, list[Found], str]:
        """Return what a recording recalls, what is nearest there, and why not it."""
        remembered, rows = self._remembered[number], self._rows[number]
        redactor = self._shelves[number].recording.redactor
        memory = remembered.memory
        hidden = redactor.request(asked, keep_standins=True)
        key = memory.endpoint_of(hidden)
        if key in remembered.making:
            return None, [], f"{key} makes something, which is not done again"

        def fits(id_: int) -> bool:
            row = rows.get(id_)
            return row is not None and scope in (None, row.origin)

        try:
            verdict, near = await memory.recalled(
                hidden, threshold=self._threshold, fits=fits
            )
        except UpstreamError as error:
            log.warning("%s", error.what)
            return None, [], error.what
        others = [(one.score, number, memory.id_of(one.place)) for one in near[:SHOWN]]
        if verdict.near is None:
            best = f" ({near[0].score:.2f} like it)" if near else ""
            return None, others, f"recall: {verdict.why}{best}"
        found = verdict.near
        return (found.score, number, memory.id_of(found.place)), others, ""
