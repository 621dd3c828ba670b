"""Knowing: what was learned of answers, as it is of use when two are mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mockforge.learning.bindings.binding import Kind as Of
from mockforge.provenance import Source
from mockforge.stages.blend.blend import Known

if TYPE_CHECKING:
    from mockforge.bodies.document import Path
    from mockforge.engine.things import Thing
    from mockforge.learning.learned import Learned
    from mockforge.learning.resources.model import Kind, Operation
    from mockforge.stages.blend.plan import Names
    from mockforge.stages.reality.options import MixingOptions

_MADE = frozenset((Of.REQUEST, Of.DERIVED, Of.MINTED))
_COUNTED = frozenset(("count", "sum", "length"))

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
        sites = _sites(operation, status)
        known = Known(
            ids=ids,
            rules=self._ruled(kind.name if kind is not None else "", sites),
            facts=frozenset(_facts(learned, thing.endpoint, status))
            | frozenset(_references(kind, sites)),
        )
        if body is None or body.kind != "json":
            return known
        return replace(known, node=body.node, schema=body.schema)

    def _ruled(self, kind: str, sites: Sequence[Names] = ()) -> dict[Names, Source]:
        """Return the fields of a kind that are one source's; the first rule counts.

        Args:
            kind: The name of the resource.
            sites: Where things of the kind are in the answer: what a rule says of a
                kind counts in each of them.
        """
        found: dict[Names, Source] = {}
        for rule in self._rules:
            if rule.entity is not None and not _is_called(kind, rule.entity):
                continue
            path, source = names_of(rule.path or "$"), Source(rule.source)
            found.setdefault(path, source)
            for site in sites if rule.entity is not None and path else ():
                found.setdefault((*site, *path), source)
        return found


def _is_called(kind: str, name: str) -> bool:
    """Return whether a kind has a *name*, be it of one or of many."""
    one, other = (each.lower().replace("-", "_") for each in (kind, name))
    return one == other or other in (f"{one}s", f"{one}es") or one == f"{other}s"


def _sites(operation: Operation | None, status: int) -> list[Names]:
    """Return where in answers with *status* the things are that it is about."""
    outcomes = operation.outcomes.values() if operation is not None else ()
    sites = [each.site for each in outcomes if each.status == status and each.site]
    return [*dict.fromkeys(map(_names, sites))]


def _facts(learned: Learned, endpoint: str, status: int) -> Iterator[Names]:
    """Yield the fields that are what they are, and nothing between.

    They are copies of what is asked, made by the server, or sent back to it later.
    """
    for path, binding in learned.bindings.of(endpoint, status).items():
        is_made = binding.kind in _MADE and binding.rule not in _COUNTED
        if path[:1] == ("body",) and is_made:
            yield _names(path[1:])
    for places in learned.bindings.fields.values():
        for origin in (volatile.origin for volatile in places.values()):
            if origin is None or not origin.told or origin.endpoint != endpoint:
                continue
            if origin.path[:1] == ("body",):
                yield _names(origin.path[1:])


def _references(kind: Kind | None, sites: Sequence[Names]) -> Iterator[Names]:
    """Yield the fields of a kind that name things of its own or of other kinds."""
    if kind is None:
        return
    for path in (kind.id, *kind.parents, *kind.links.values()):
        for site in (*sites, ()):
            if path:
                yield (*site, *_names(path))


def _names(path: Path) -> Names:
    return tuple(step for step in path if isinstance(step, str) and step != "*")


def names_of(path: str) -> Names:
    """Return the names on the way of a path, without items.

    >>> names_of("$.items[*].price")
    ('items', 'price')
    """
    steps = _STEP.findall(path.removeprefix("$"))
    return tuple(step for step in steps if step != "*" and not step.isdigit())
