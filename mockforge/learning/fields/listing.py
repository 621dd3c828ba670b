"""How many items a list has, and which, drawn from its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mockforge.bodies.document import Path
from mockforge.learning.fields.lengthening import FIRST, Distinct, Lengthening
from mockforge.learning.fields.schema import Schema
from mockforge.learning.fields.seen import MISSING
from mockforge.options import Json

if TYPE_CHECKING:
    from mockforge.learning.fields.drawing import Drawing

_TRIES = 36
_SHALLOW = 5
_DEEPEST = 30
_LIMIT = 2000


class Listing:
    """One list that is drawn."""

    def __init__(
        self, drawing: Drawing, schema: Schema, path: Path, depth: int
    ) -> None:
        self._drawing = drawing
        self._schema = schema
        self._path = path
        self._depth = depth
        self._fixed: list[Any] = schema.get("prefixItems", [])
        self._checking = drawing.source.checking
        self._is_distinct = schema.get("uniqueItems") is True
        self._distinct = Distinct(self._checking.has)
        self._made: list[Json] = []

    def drawn(self) -> list[Json]:
        """Draw the list; what comes after many plain items is like those."""
        told = self._contained(self._size()) if self._depth < _DEEPEST else ()
        contains = "contains" in self._schema
        least = max(self._schema.get("minItems", 0), len(self._fixed))
        is_plain = not (contains or self._fixed or self._drawing.wanted)
        longer: Lengthening | None = None
        for number, inner in enumerate(told):
            is_spent = self._drawing.words is not None and self._drawing.left < 0
            if inner is False or (is_spent and number >= least and not contains):
                break
            if number == FIRST and len(self._made) == FIRST and is_plain:
                longer = Lengthening(
                    self._made, self._drawing.rng, is_distinct=self._is_distinct
                )
            item = MISSING if longer is None else longer.next()
            if item is MISSING or not (
                self._checking.check(inner, item) and self._is_added(item)
            ):
                self._append(inner, number)
        return self._made

    def _append(self, inner: Any, number: int) -> None:
        """Draw an item: another one, as long as it is there and may not be twice."""
        for _ in range(_TRIES):
            item = self._drawing.value(inner, (*self._path, number), self._depth + 1)
            if item is MISSING or self._is_added(item):
                break

    def _is_added(self, item: Json) -> bool:
        if self._is_distinct and not self._distinct.add(item):
            return False
        self._made.append(item)
        return True

    def _size(self) -> int:
        schema, drawing, path = self._schema, self._drawing, self._path
        words = drawing.words
        fixed = len(self._fixed) if self._depth < _DEEPEST else 0
        least = max(schema.get("minItems", 0), fixed)
        if "contains" in schema:
            least = max(least, schema.get("minContains", 1))
        free = max(least + 3, 3) if words is None else max(least, _LIMIT)
        most = schema.get("maxItems", free)
        least = min(least, most)
        if self._depth >= _SHALLOW:
            size = least
        elif words is not None:
            size = words.size(least, most, path)
        else:
            size = drawing.rng.randint(max(least, 1), least + 3)
        inside = {step for place in drawing.wanted if place[: len(path)] == path
                  for step in place[len(path) : len(path) + 1]
                  if isinstance(step, int) and step < 500}  # fmt: skip
        return int(min(max([size, *(step + 1 for step in inside)]), most))

    def _contained(self, size: int) -> list[Any]:
        """Return the schema of each item, those that must be contained among them."""
        schema, fixed = self._schema, self._fixed
        rest = schema.get("items", True)
        told = [*fixed[:size], *[rest] * (size - len(fixed))]
        if "contains" in schema:
            wanted = min(schema.get("minContains", 1), size)
            for place in self._drawing.rng.sample(range(size), wanted):
                told[place] = {"allOf": [told[place], schema["contains"]]}
        return told
