"""Knowing: what was learned of answers, as it is of use when two are mixed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mockforge.provenance import Source
from mockforge.stages.blend.blend import Known

if TYPE_CHECKING:
    from mockforge.engine.things import Thing
    from mockforge.learning.learned import Learned
    from mockforge.stages.blend.plan import Names
    from mockforge.stages.reality.options import MixingOptions

_STEP = re.compile(r"[^.\[\]]+")


class Knowing:
    """Gives what is known of the answers of an endpoint."""

    def __init__(
        self, learned: Sequence[Learned] = (), rules: Sequence[MixingOptions] = ()
    ) -> None:
        """Know what was *learned* of each recording.

        Args:
            learned: In the order of the recordings.
            rules: Which fields are whose.
        """
        self._learned = learned
        self._rules = rules
        self._known: dict[tuple[int | None, str, int], Known] = {}

    def __call__(
        self, thing: Thing, status: int, sources: Sequence[Source]
    ) -> Known | None:
        """Return what is known of answers with *status* about *thing*."""
        at = (thing.shelf, thing.endpoint if thing.shelf is not None else "", status)
        if at not in self._known:
            self._known[at] = self._found(thing, status)
        return self._known[at]

    def _found(self, thing: Thing, status: int) -> Known:
        if thing.shelf is None:
            return Known(rules=self._ruled(""))
        learned = self._learned[thing.shelf]
        side = learned.fields.told(thing.endpoint, status)
        body = None if side is None else side.body
        operation = learned.resources.operations.get(thing.endpoint)
        kind = learned.resources.kinds.get(operation.kind) if operation else None
        ids = (str(kind.id[-1]),) if kind is not None and kind.id else ()
        rules = self._ruled(kind.name if kind is not None else "")
        if body is None or body.kind != "json":
            return Known(ids=ids, rules=rules)
        return Known(body.node, body.schema, ids, rules)

    def _ruled(self, kind: str) -> dict[Names, Source]:
        """Return the fields of a kind that are one source's; the first rule counts."""
        found: dict[Names, Source] = {}
        for rule in self._rules:
            if rule.entity is not None and rule.entity.lower() != kind.lower():
                continue
            found.setdefault(names_of(rule.path or "$"), Source(rule.source))
        return found


def names_of(path: str) -> Names:
    """Return the names on the way of a path, without items.

    >>> names_of("$.items[*].price")
    ('items', 'price')
    """
    steps = _STEP.findall(path.removeprefix("$"))
    return tuple(step for step in steps if step != "*" and not step.isdigit())
