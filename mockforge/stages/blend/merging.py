"""Merging: one document made of two that answer the same request.

Of two sources at most one is fading in, so there are never more than two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mockforge.options import Json
from mockforge.stages.blend import lists, wide
from mockforge.stages.blend.aligning import GONE
from mockforge.stages.blend.counts import counted
from mockforge.stages.blend.identity import is_same, tellers
from mockforge.stages.blend.lots import Lots, all_below, inside, limit
from mockforge.stages.blend.measures import averaged, is_marked
from mockforge.stages.blend.plan import (
    BOTH,
    FACTS,
    OTHER,
    REAL,
    TOLD,
    Field,
    Plan,
    Shape,
)
from mockforge.stages.blend.texts import Fraction

if TYPE_CHECKING:
    from mockforge.stages.blend.lots import Numbers

DEEPEST = 100
"""Levels that are merged; what is below them is of one side."""

_NESTED = frozenset((dict, list))
_NUMBERS = frozenset((int, Fraction))


Spot = tuple[int, str, str, str | None]
"""Where two objects or lists are: the number of the place, names and identities on the
way there, whose is what says which thing it is, and whose all of it is that nothing
else is said of (None if it is mixed)."""


class Merging:
    """How two documents are merged, and what came of it."""

    def __init__(
        self,
        lots: Lots,
        share: float,
        plan: Plan | None = None,
        *,
        whose: Mapping[str, str] | None = None,
        is_shallow: bool = False,
    ) -> None:
        """Merge.

        Args:
            lots: Draw.
            share: Of the more real one; the other has the rest.
            plan: What becomes of each field.
            whose: Items of the outermost lists, by what they are known by, that are
                wholly of one side, or of none because they are gone.
            is_shallow: Members of the outermost object are whole of one side.
        """
        self.share = share
        self.sides: dict[str, str] = {}
        """Place of a field to the side that it is from, where the two differ."""
        self.taken: set[str] = set()
        """The sides that something is of which the other has not."""
        self.is_resized = False
        """Whether a list in the object that is being merged has another length."""
        self.whose = whose or {}
        """Items of the outermost lists that are wholly of one side, or of none."""
        self.owners = {REAL, OTHER} & {*self.whose.values()}
        """The sides that some are wholly of."""
        self._lots = lots
        self._limit = limit(share)
        self._plan = plan or Plan()
        self._is_shallow = is_shallow
        self._level = 0

    def merged(self, real: Json, other: Json) -> Json:
        """Return one document for the two.

        Args:
            real: The more real one, its fractions as they are written.
            other: The other.
        """
        if real == other:
            return real
        side = self._plan.root.side
        drawn = side or (REAL if self.is_real("$") else OTHER)
        if type(real) is not type(other) or type(real) not in _NESTED:
            return self.of(drawn, real, other, "$")
        spot = (self._lots.root, "$", drawn, side)
        return self._nested(self._plan.root, real, other, spot)

    def is_real(self, place: str) -> bool:
        """Draw for *place*: whatever is real stays so when the share grows."""
        return self._lots.at(place) < self.share

    @property
    def ids(self) -> Sequence[str]:
        """Names of fields that are known to identify, the surest first."""
        return self._plan.ids

    @property
    def is_told(self) -> bool:
        """Whether as many fields are told of as are to be."""
        return len(self.sides) >= TOLD

    def all_drawn(self, places: Numbers) -> list[bool]:
        """Return which of *places* are real."""
        return all_below(places, self._limit)

    def field(
        self, field: Field, real: Json, other: Json, spot: Spot
    ) -> tuple[Json, bool]:
        """Return one value for two that differ, and whether a list has a new length.

        Args:
            field: Which.
            real: The one.
            other: The other.
            spot: That of the object.
        """
        before, self.is_resized = self.is_resized, False
        if type(real) in _NESTED:
            found = self._below(field, real, other, spot)
        else:
            found = self._leaf(field, real, other, spot)
        is_resized, self.is_resized = self.is_resized, before
        return found, is_resized

    def drawn(self, at: int, number: int) -> str:
        """Return whose is what is called *number* at a place."""
        return REAL if inside(at, number) < self._limit else OTHER

    def of(self, side: str, real: Json, other: Json, place: str) -> Json:
        """Return the value of *side*, and tell of it."""
        self.tell(side, place)
        return real if side == REAL else other

    def tell(self, side: str, place: str, name: str = "") -> None:
        """Tell that what is at *place* is of *side*."""
        self.taken.add(side)
        if len(self.sides) < TOLD:
            self.sides[f"{place}.{name}" if name else place] = side

    def _nested(self, field: Field, real: Json, other: Json, spot: Spot) -> Json:
        """Return one value for two objects or two lists that differ.

        Args:
            field: Where they are.
            real: The one.
            other: The other.
            spot: Its facts are whose it is if the two are two things.
        """
        if self._level >= DEEPEST:
            return self.of(spot[2], real, other, spot[1])
        self._level += 1
        if type(real) is list:
            found = lists.merged(self, field.items, real, other, spot)
        else:
            found = self._object(field.inside, real, other, spot)
        self._level -= 1
        return found

    def _object(self, shape: Shape, real: Json, other: Json, spot: Spot) -> Json:
        at, place, facts, side = spot
        names = tuple(real)
        may_differ = names != tuple(other) or tellers(names, self.ids) is not None
        if side is None and may_differ and is_same(real, other, self.ids) is False:
            side = facts
        if side is None:
            facts = REAL if inside(at, FACTS) < self._limit else OTHER
        elif not shape.is_ruled:
            return self.of(side, real, other, place)
        return self.members(shape, real, other, (at, place, facts, side))

    def members(
        self,
        shape: Shape,
        real: dict[str, Json],
        other: dict[str, Json],
        spot: Spot,
    ) -> Json:
        """Return one object for two of the same thing."""
        is_resized, self.is_resized = self.is_resized, False
        fields = shape.fields
        found: dict[str, Json] = {}
        names = [*real]
        is_even = real.keys() == other.keys()
        if is_even and len(real) >= wide.LEAST and self._is_free(shape, spot[3]):
            found, names = wide.merged(self, shape, real, other, spot)
        for name in names:
            mine, theirs = real[name], other.get(name, GONE)
            if mine == theirs:
                found[name] = mine
                continue
            field = fields.get(name) or shape.field(name)
            if theirs is GONE:
                self._keep(field, mine, REAL, spot, found)
            elif type(mine) in _NESTED:
                found[name] = self._below(field, mine, theirs, spot)
            else:
                found[name] = self._leaf(field, mine, theirs, spot)
        if not is_even:
            self._add(shape, found, (real, other), spot)
        if self.is_resized:
            found = counted(found, (real, other))
        self.is_resized = is_resized
        return found

    def _is_free(self, shape: Shape, side: str | None) -> bool:
        """Whether nothing is said of whose the members of an object are."""
        is_shallow = self._is_shallow and self._level == 1
        return side is None and not shape.is_ruled and not is_shallow

    def _add(
        self,
        shape: Shape,
        found: dict[str, Json],
        pair: tuple[dict[str, Json], dict[str, Json]],
        spot: Spot,
    ) -> None:
        """Add to *found* what only the other has."""
        real, other = pair
        for name, theirs in other.items():
            if name not in real:
                field = shape.fields.get(name) or shape.field(name)
                self._keep(field, theirs, OTHER, spot, found)

    def _keep(
        self, field: Field, value: Json, side: str, spot: Spot, found: dict[str, Json]
    ) -> None:
        """Put a member that only *side* has into *found*, or leave it out."""
        own = self._own(field, value, None, spot)
        self.tell(own, spot[1], field.name)
        if own == side:
            found[field.name] = value
            self.is_resized |= type(value) is list

    def _leaf(self, field: Field, real: Json, other: Json, spot: Spot) -> Json:
        """Return one value for two that differ; *spot* is that of the object."""
        is_free = not (spot[3] or field.side or self._is_shallow)
        numbers = type(real) in _NUMBERS and type(other) in _NUMBERS
        if field.average and numbers and is_free:
            mean = averaged(real, other, self.share, field.average)
            if mean is not None:
                self.tell(BOTH, spot[1], field.name)
                return mean
        own = self._own(field, real, other, spot)
        self.taken.add(own)
        if len(self.sides) < TOLD:
            self.sides[f"{spot[1]}.{field.name}"] = own
        if type(other) is list:
            self.is_resized = True
        return real if own == REAL else other

    def _own(self, field: Field, real: Json, other: Json, spot: Spot) -> str:
        """Return whose the value of a field is, if it is of one side."""
        at, _, facts, side = spot
        if field.side is not None:
            return field.side
        if field.is_fact or side is not None:
            return facts
        if not field.is_known and (is_marked(real) or is_marked(other)):
            return facts
        return REAL if inside(at, field.number) < self._limit else OTHER

    def _below(self, field: Field, real: Json, other: Json, spot: Spot) -> Json:
        """Return one value for two that differ, the first an object or a list."""
        at, place, facts, side = spot
        own = self._own(field, None, None, spot)
        # What was made on one side is looked for in lists of any kind.
        is_owned = bool(self.whose) and "[" not in place
        is_plain = not is_owned and _is_plain(real, other)
        if type(real) is not type(other) or is_plain:
            self.tell(own, place, field.name)
            if type(other) is not list or len(real) != len(other):
                self.is_resized = True
            return real if own == REAL else other
        side = field.side or side
        if self._is_shallow and self._level == 1:
            side = side or own
        elif type(real) is dict:
            # Which thing it is is a fact of what it is in.
            own = side or facts
        below = inside(at, field.number), f"{place}.{field.name}", own, side
        return self._nested(field, real, other, below)


def _is_plain(real: Json, other: Json) -> bool:
    """Whether one of two is a list of what is no object."""
    return any(
        type(each) is list and each and type(each[0]) is not dict
        for each in (real, other)
    )
