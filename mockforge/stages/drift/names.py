"""Names: what an expression or a condition of a rule may speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from random import Random  # noqa: TID251 - the type alone; chance.rng makes them
from typing import TYPE_CHECKING

from mockforge.bodies.document import replaced
from mockforge.options import Json
from mockforge.stages.drift.fields import Place

if TYPE_CHECKING:
    from mockforge.bodies.document import Path
    from mockforge.stages.drift.strategies import Told


class Names(Mapping[str, Json]):
    """A value, its request, and the fields around it as they are by now."""

    OWN = ("value", "count", "chance", "answer")

    def __init__(  # noqa: PLR0913 - what may be named
        self,
        place: Place,
        value: Json,
        *,
        body: Json,
        changes: Mapping[Path, Told],
        names: Mapping[str, Json],
        count: int,
        chance: Callable[[], Random],
    ) -> None:
        """Name the *value* of *place*.

        Args:
            place: Where it is.
            value: As it is so far.
            body: The whole document, without drift.
            changes: What has become of it so far.
            names: Of the request.
            count: The number of the step.
            chance: Gives what is drawn for it.
        """
        self._place = place
        self._value = value
        self._body = body
        self._changes = changes
        self._names = names
        self._count = count
        self._chance = chance

    def __getitem__(self, name: str) -> Json:
        if name == "value":
            return self._value
        if name == "count":
            return self._count
        if name == "chance":
            return self._chance().random()
        if name == "answer":
            changes = {path: as_json(told) for path, told in self._changes.items()}
            return _plain(replaced(self._body, changes))
        if name in self._names:
            return self._names[name]
        place = self._place
        for path, inside in ((place.path[:-1], place.inside), ((), self._body)):
            if isinstance(inside, dict) and name in inside:
                return _plain(self._changes.get((*path, name), inside[name]))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        names = [*self.OWN, *self._names]
        for inside in (self._place.inside, self._body):
            names += inside if isinstance(inside, dict) else ()
        return iter(dict.fromkeys(names))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def as_json(value: Told) -> str | int | float | bool | None:
    """Return *value* as JSON has it: a number with decimals is a float."""
    return float(value) if isinstance(value, Decimal) else value


def _plain(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return as_json(value) if isinstance(value, Decimal) else value
