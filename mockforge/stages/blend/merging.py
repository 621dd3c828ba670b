"""Merging: one document made of two that answer the same request.

Of two sources at most one is fading in, so there are never more than two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mockforge.learning.fields.node import Node
from mockforge.options import Json
from mockforge.stages.blend.counts import counted
from mockforge.stages.blend.identity import Mark, is_same, marks
from mockforge.stages.blend.lots import Lots
from mockforge.stages.blend.measures import average, is_measure

TOLD = 200
"""Fields whose sides are told of; more would be read by nobody."""

REAL, OTHER, BOTH = "real", "other", "both"
_CHOSEN = (str, bool, type(None))
"""Types of values of which one is taken, whatever the other is."""

Names = tuple[str, ...]
"""The way to a member, without the numbers of items."""


@dataclass(slots=True)
class Merging:
    """How two documents are merged, and what came of it."""

    lots: Lots
    share: float
    """Of the more real one; the other has the rest."""
    rules: Mapping[Names, str] = field(default_factory=dict)
    """Fields that are taken from REAL or OTHER."""
    ids: Sequence[str] = ()
    """Names of fields that are known to identify, the surest first."""
    whose: Mapping[str, str] = field(default_factory=dict)
    """Items of the outermost lists, by what they are known by, that are wholly of one
    side, or of none because they are gone."""
    sides: dict[str, str] = field(default_factory=dict)
    """Place of a field to the side that it is from, where the two differ."""

    def merged(
        self,
        real: Json,
        other: Json,
        path: Names = (),
        place: str = "$",
        node: Node | None = None,
    ) -> Json:
        """Return one value for the two at a place.

        Args:
            real: Of the more real document.
            other: Of the other.
            path: Names of members on the way there.
            place: The same with the identities of items.
            node: What was seen there before.
        """
        if self.rules and path in self.rules:
            return self._of(self.rules[path], real, other, place)
        if real == other:
            return real
        if isinstance(real, dict) and isinstance(other, dict):
            return self._object(real, other, path, place, node)
        if isinstance(real, list) and isinstance(other, list):
            return self._list(real, other, path, place, node)
        if isinstance(real, int | float) and isinstance(other, int | float):
            name = path[-1] if path else ""
            if is_measure(name, (real, other), node):
                self._tell(place, BOTH)
                return average((real, other), (self.share, 1.0 - self.share))
        return self._one(real, other, place)

    def is_real(self, place: str) -> bool:
        """Draw for *place*: whatever is real stays so when the share grows."""
        return self.lots.at(place) < self.share

    def _one(self, real: Json, other: Json, place: str) -> Json:
        return self._of(REAL if self.is_real(place) else OTHER, real, other, place)

    def _of(self, side: str, real: Json, other: Json, place: str) -> Json:
        self._tell(place, side)
        return real if side == REAL else other

    def _tell(self, place: str, side: str) -> None:
        if len(self.sides) < TOLD:
            self.sides[place] = side

    def _object(
        self,
        real: dict[str, Json],
        other: dict[str, Json],
        path: Names,
        place: str,
        node: Node | None,
    ) -> Json:
        if is_same(real, other, self.ids) is False:
            # Another thing: all of it is of one side.
            return self._one(real, other, place)
        return self._members(real, other, path, place, node)

    def _members(
        self,
        real: dict[str, Json],
        other: dict[str, Json],
        path: Names,
        place: str,
        node: Node | None,
    ) -> Json:
        """Return one object for two of the same thing."""
        children = node.objects.children if node and node.objects else {}
        found: dict[str, Json] = {}
        for name, value in real.items():
            if name in other:
                theirs = other[name]
                if value == theirs and not self.rules:
                    found[name] = value
                    continue
                at = f"{place}.{name}"
                if type(value) in _CHOSEN and not self.rules:
                    found[name] = self._one(value, theirs, at)
                    continue
                below = children.get(name)
                found[name] = self.merged(value, theirs, (*path, name), at, below)
            elif self._keeps(REAL, f"{place}.{name}"):
                found[name] = value
        for name, value in other.items():
            if name not in real and self._keeps(OTHER, f"{place}.{name}"):
                found[name] = value
        return counted(found, (real, other))

    def _keeps(self, side: str, place: str) -> bool:
        """Whether what only *side* has is kept."""
        if self.is_real(place) != (side == REAL):
            return False
        self._tell(place, side)
        return True

    def _list(
        self,
        real: list[Json],
        other: list[Json],
        path: Names,
        place: str,
        node: Node | None,
    ) -> Json:
        below = node.arrays.items if node and node.arrays else None
        known = marks((real, other), self.ids)
        if known is not None:
            mine = dict(zip(known[0], real, strict=True))
            theirs = dict(zip(known[1], other, strict=True))
            return self._by_mark(mine, theirs, path, place, below)
        are_objects = all(isinstance(item, dict) for item in (*real, *other))
        owners = {REAL, OTHER} & {*self.whose.values()} if "[" not in place else ()
        if len(owners) == 1:
            # What was made on one side must be in it, and nothing tells where.
            return self._of(min(owners), real, other, place)
        if len(real) != len(other) or not are_objects:
            # Items without an identity mean what they do as a whole.
            return self._one(real, other, place)
        pairs = enumerate(zip(real, other, strict=True))
        return [
            self.merged(one, two, path, f"{place}[{number}]", below)
            for number, (one, two) in pairs
        ]

    def _by_mark(
        self,
        real: dict[Mark, Json],
        other: dict[Mark, Json],
        path: Names,
        place: str,
        below: Node | None,
    ) -> list[Json]:
        found = []
        if self.whose and "[" not in place:
            real, other = self._parted(real, other, place)
        for mark, item in real.items():
            if mark in other:
                theirs = other[mark]
                if item == theirs and not self.rules:
                    found.append(item)
                    continue
                at = f"{place}[{mark[0]}={mark[1]!r}]"
                found.append(self._members(item, theirs, path, at, below))
            elif self._keeps_item(REAL, mark, place):
                found.append(item)
        for mark, item in other.items():
            if mark not in real and self._keeps_item(OTHER, mark, place):
                found.append(item)
        return found

    def _parted(
        self, real: dict[Mark, Json], other: dict[Mark, Json], place: str
    ) -> tuple[dict[Mark, Json], dict[Mark, Json]]:
        """Return the items of both sides, less those that are wholly the other's."""

        def side(mark: Mark) -> str:
            whose = self.whose.get(str(mark[1]), BOTH)
            # What was made here is shown even if only the other side has it by now.
            return REAL if whose == OTHER and mark not in other else whose

        mine = {k: v for k, v in real.items() if side(k) in (REAL, BOTH)}
        theirs = {k: v for k, v in other.items() if side(k) in (OTHER, BOTH)}
        for mark in real:
            if mark not in mine and mark not in theirs:
                self._tell(f"{place}[{mark[0]}={mark[1]!r}]", OTHER)
        return mine, theirs

    def _keeps_item(self, side: str, mark: Mark, place: str) -> bool:
        at = f"{place}[{mark[0]}={mark[1]!r}]"
        if self.whose and "[" not in place and str(mark[1]) in self.whose:
            self._tell(at, side)
            return True
        return self._keeps(side, at)
