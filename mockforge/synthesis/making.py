"""Documents that are made up: valid, coherent, and the same for the same seed."""

from __future__ import annotations

import copy
import json
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest
from random import Random  # noqa: TID251 - the type alone
from typing import Any

from mockforge.bodies.document import Path
from mockforge.chance import rng as seeded
from mockforge.errors import ConfigError
from mockforge.learning.fields.drawing import Source
from mockforge.learning.fields.means import Means
from mockforge.options import Json
from mockforge.synthesis.additions import beside, members_for, sent
from mockforge.synthesis.asking import Asking
from mockforge.synthesis.knowing import Knowing
from mockforge.synthesis.likeness import of_one, shape_of
from mockforge.synthesis.lists import items_of, main_list, with_items
from mockforge.synthesis.sampling import from_samples
from mockforge.synthesis.settling import arrange
from mockforge.synthesis.shaping import shaped
from mockforge.synthesis.shared import Shared
from mockforge.synthesis.spots import Spot, spots_in
from mockforge.synthesis.telling import Telling
from mockforge.synthesis.validity import Validator, validated
from mockforge.synthesis.wanted import Wanted

_PLACES = 200
_MOST = 10_000
"""Documents that are made at once."""
_TRIES = 3
_ASKED = 64
"""Requests that are kept as they were read."""
_PLAINEST: tuple[Json, ...] = (
    {}, {"name": "value"}, [], [0], "", "text", 0, 1, -1, 0.5, True, False, None,
)  # fmt: skip
"""What is tried last, where a schema says by conditions alone what it wants."""


class Maker:
    """What makes documents for one endpoint, with its schema read once.

    Raises:
        ConfigError: When it is built, if *schema* is none, nothing can be valid
            against it, or nothing valid is found.
    """

    def __init__(self, schema: Json | None = None, *, where: str = "schema") -> None:
        self._known: _Known | None = None
        if schema is not None:
            self._known = _Known(validated(schema, where=where), where)

    @property
    def schema(self) -> dict[str, Any] | None:
        """The schema in the notation of draft 2020-12, or None."""
        return None if self._known is None else self._known.schema

    def plain(self) -> Json:
        """Return a valid document that means nothing; an empty one without a schema."""
        return {} if self._known is None else copy.deepcopy(self._known.sure)

    def made(self, wanted: Wanted, rng: Random, *, now: float) -> Json:
        """Return a document as *wanted*; with the same *rng* and *now*, the same."""
        if self._known is not None:
            return self._known.made(wanted, rng, now)
        asking = Asking(wanted, {})
        if wanted.samples:
            found = from_samples(wanted, asking, rng, now)
            return _with_more(found, replace(wanted, count=asking.count), rng, now)
        schema = shaped(
            asking.kind, f"{wanted.prompt}\n{wanted.context}", wanted.base,
            wanted.node, noun=asking.noun,
        )  # fmt: skip
        known = _kept(json.dumps(schema))
        more = members_for(known.asking(wanted).demand.unmet, sent(wanted))
        if more and "properties" in schema:
            schema["properties"] = beside(schema["properties"], more)
            schema["required"] = [*schema["properties"]]
            known = _kept(json.dumps(schema))
        return known.made(wanted, rng, now, is_free=True)


def _with_more(found: Json, wanted: Wanted, rng: Random, now: float) -> Json:
    """Return *found* with more in the image of what was learned, if it is short."""
    node = of_one(wanted.node, is_list=False)
    if node is None or wanted.count is None or not isinstance(found, list):
        return found
    missing = min(wanted.count, _MOST) - len(found)
    if missing <= 0:
        return found
    more = replace(wanted, samples=(), count=missing)
    made = _kept(json.dumps(shape_of(node))).made(more, rng, now)
    return [*found, *(made if missing > 1 else [made])]


@lru_cache(maxsize=256)
def _kept(schema: str) -> _Known:
    return _Known(validated(json.loads(schema)), "schema")


def made(wanted: Wanted, rng: Random, *, now: float) -> Json:
    """Return a document as *wanted*; with the same *rng* and *now*, the same.

    Raises:
        ConfigError: If the schema is none, or nothing can be valid against it.
    """
    if wanted.schema is None:
        return Maker().made(wanted, rng, now=now)
    try:
        known = _kept(json.dumps(wanted.schema))
    except (TypeError, ValueError):
        known = _Known(validated(wanted.schema), "schema")
    return known.made(wanted, rng, now)


class _Known:
    """A schema, with all that is kept from one document to the next."""

    def __init__(self, validator: Validator, where: str) -> None:
        self._validator = validator
        self.schema = validator.schema
        self._source = Source(validator.schema)
        self._canonical: Source | None = None
        self._knowing = Knowing(validator)
        self._list = main_list(validator.schema, self._source.composing)
        self._spots: tuple[Spot, ...] | None = None
        self._asked: dict[tuple[Hashable, ...], Asking] = {}
        """Requests that were read, which say nothing but a path and words."""
        self._places = _PLACES + 10 * min(_most_items(validator.schema), _MOST)
        found = self._plain(seeded(0, "sure"))
        if found is None:
            raise ConfigError(
                "no document was found that is valid against the schema",
                where=where,
                next_step="make its patterns and conditions simpler",
            )
        self.sure = found[0]

    def _plain(self, rng: Random) -> tuple[Json] | None:
        """Return a valid document that means nothing, if one is found."""
        for number in range(2 * _TRIES):
            # What tells conditions apart takes its time to be found out.
            for source in (self._source,) if number < _TRIES else self._others():
                found = source.drawn(rng, Means(places=self._places))
                if self._validator.is_valid(found):
                    return (found,)
        return next(
            ((one,) for one in _PLAINEST if self._validator.is_valid(one)), None
        )

    def _others(self) -> tuple[Source, ...]:
        """Return the schema in the notation that tells conditions apart."""
        import jsonschema_rs

        if self._canonical is None:
            plain: Any = jsonschema_rs.canonicalize(
                self._validator.schema, offline=True
            ).to_json_schema()
            if not isinstance(plain, dict):
                return ()
            self._canonical = Source(validated(plain).schema)
        return (self._canonical,)

    def made(
        self, wanted: Wanted, rng: Random, now: float, *, is_free: bool = False
    ) -> Json:
        """Return a document as *wanted*.

        Args:
            wanted: What is to be made.
            rng: What everything is drawn with.
            now: The time it is.
            is_free: Whether the schema is nobody's, and what it asks for may lack.
        """
        asking = self.asking(wanted)
        made = self._drawn(wanted, asking, rng, now)
        if asking.main is None and isinstance(made, list) != asking.is_many:
            return made
        return asking.demand.finishing.met(
            made, asking.main, self._validator.is_valid, is_free=is_free
        )

    def asking(self, wanted: Wanted) -> Asking:
        """Return *wanted*, read with the fields of the schema."""
        if self._spots is None:
            self._spots = spots_in(self.schema, self._source.composing)
        key = wanted.plainly
        found = self._asked.get(key) if key is not None else None
        if found is None:
            found = Asking(wanted, self.schema, self._list, self._source.composing,
                           self._spots)  # fmt: skip
            if key is not None and found.demand.page is None:
                if len(self._asked) >= _ASKED:
                    self._asked.clear()
                self._asked[key] = found
        return found

    def _drawn(self, wanted: Wanted, asking: Asking, rng: Random, now: float) -> Json:
        shared = asking.shared(rng, now)
        count = asking.count
        if wanted.samples:
            found = from_samples(wanted, asking, rng, now, self._list)
            if self._are_valid(found, wanted.count):
                return self._with_more(found, asking, shared)
        main = asking.main
        if count is None or count == 1 or main is not None:
            sizes = {**asking.demand.sizes, **dict(_lengths(asking.base, ()))}
            if main is not None and main not in sizes:
                usual = rng.randint(5, 8)
                sizes[main] = usual if count is None else min(count, _MOST)
            one = self._one(asking, shared, sizes)
            arrange(one, shared, self._validator.is_valid)
            return one
        sizes = dict(_lengths(asking.base, ()))
        many = min(count, _MOST)
        several: list[Json] = [
            self._one(asking, shared, sizes, asking.given_to(number, many))
            for number in range(many)
        ]
        arrange(several, shared, lambda made: all(map(self._validator.is_valid, made)))
        return several

    def _with_more(self, found: Json, asking: Asking, shared: Shared) -> Json:
        """Return *found* with more in the image of what was learned, if it is short."""
        main, count = self._list, asking.count
        if asking.node is None or count is None or (main is None and count == 1):
            return found
        missing = min(count, _MOST) - len(items_of(found, main or ()))
        if missing <= 0:
            return found
        if main is None:
            more = [self._one(asking, shared, {}) for _ in range(missing)]
        else:
            more = items_of(self._one(asking, shared, {main: missing}), main)
        both = [*items_of(found, main or ()), *more]
        made = with_items(found, main or (), both)
        return made if self._are_valid(made, asking.count) else found

    def _are_valid(self, found: Json, count: int | None) -> bool:
        is_one = count in (None, 1) or self._list is not None
        several = [found] if is_one else found
        return isinstance(several, list) and all(map(self._validator.is_valid, several))

    def _one(
        self, asking: Asking, shared: Shared, sizes: dict[Path, int],
        given: dict[Path, Json] | None = None,
    ) -> Json:  # fmt: skip
        node = of_one(asking.node, is_list=self._list == ())
        if given is None:
            given = asking.given_to_all(sizes.get(asking.main or (), 1))
        words = Telling(shared, self._knowing, given, sizes, node)
        places = self._places + _PLACES * sum(sizes.values())
        made = self._source.drawn(shared.rng, Means(places=places, words=words))
        if not self._validator.is_valid(made):
            found = self._plain(shared.rng)
            made = copy.deepcopy(self.sure) if found is None else found[0]
        if asking.base is None:
            return made
        return merged(asking.base, made)


def _most_items(schema: Json) -> int:
    """Return the greatest number of items that *schema* asks for anywhere."""
    inner: Iterable[Json] = ()
    least = 0
    if isinstance(schema, dict):
        told = schema.get("minItems", 0)
        least = told if isinstance(told, int) else 0
        inner = schema.values()
    elif isinstance(schema, list):
        inner = schema
    return max([least, *map(_most_items, inner)])


def _lengths(base: Json, path: Path) -> Iterator[tuple[Path, int]]:
    """Yield where *base* has lists of objects, and how long they are."""
    if isinstance(base, dict):
        for name, each in base.items():
            yield from _lengths(each, (*path, name))
    elif isinstance(base, list) and any(isinstance(each, dict) for each in base):
        yield path, len(base)


def merged(base: Json, made: Json) -> Json:
    """Return *made* with all that is in *base* as it is there.

    A list is as long as it is there, and its objects get what they lack.
    """
    if isinstance(base, list) and isinstance(made, list):
        others = zip_longest(base, made[: len(base)])
        return [merged(each, other) for each, other in others]
    if isinstance(base, dict) and isinstance(made, dict):
        kept = {name: merged(each, made[name]) if name in made else each
                for name, each in base.items()}  # fmt: skip
        return {**kept, **{n: each for n, each in made.items() if n not in base}}
    return base
