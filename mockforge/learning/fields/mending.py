"""Documents made elsewhere, brought to the types and names that were seen."""

from __future__ import annotations

from random import Random  # noqa: TID251 - the type alone

from mockforge.learning.fields.node import DEEPEST, Arrays, Node, Objects
from mockforge.learning.fields.reading import members
from mockforge.learning.fields.seen import MISSING, fitting, from_seen
from mockforge.options import Json


def mended(node: Node, value: Json, rng: Random, *, now: float | None = None) -> Json:
    """Return *value* with the types that *node* has seen, and all that must be there.

    `"2"` becomes 2 where there were numbers alone; what cannot be turned, and what is
    lacking, is drawn. What fits stays as it is, whatever its value: a name that was
    never seen is no mistake. Nothing is taken away.

    Args:
        node: What was learned.
        value: A document, made up or put together.
        rng: What is drawn is drawn with.
        now: As for `generate`.
    """
    return _Mending(rng, now).value(node, value, 0)


class _Mending:
    """One document at work."""

    def __init__(self, rng: Random, now: float | None) -> None:
        self._rng = rng
        self._now = now

    def value(self, node: Node, value: Json, depth: int) -> Json:
        if not node.count or node.hidden or depth > DEEPEST:
            return value
        if isinstance(value, dict):
            if node.objects is None:
                return self._new(node)
            return self._object(node.objects, value, depth + 1)
        if isinstance(value, list):
            if node.arrays is None:
                return self._new(node)
            return self._array(node.arrays, value, depth + 1)
        found = fitting(node, value)
        return self._new(node) if found is MISSING else found

    def _new(self, node: Node) -> Json:
        return from_seen(node, self._rng, now=self._now)

    def _object(
        self, objects: Objects, value: dict[str, Json], depth: int
    ) -> dict[str, Json]:
        found = members(objects)
        made: dict[str, Json] = {}
        for name, each in value.items():
            node = found.fixed.get(name, found.rest)
            made[name] = each if node is None else self.value(node, each, depth)
        for name, node in found.fixed.items():
            if name not in made and node.count == objects.count:
                made[name] = self._new(node)
        return made

    def _array(self, arrays: Arrays, value: list[Json], depth: int) -> list[Json]:
        return [self.value(arrays.items, each, depth) for each in value]
