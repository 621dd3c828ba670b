"""The fields of a document, and which of them are those of its things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mockforge.options import Json
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.spots import HOLDERS, Spot, meant

Phrase = tuple[str, ...]
_HOLDING = HOLDERS | {"fields", "resource", "spec"}
"""What holds the fields of a thing, and says nothing of them."""
Met = tuple[Spot, tuple[Json, ...]]
"""A field, and the values that it may have."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The fields of a document, and which of them are those of its things."""

    spots: tuple[Spot, ...]
    inside: tuple[str | int, ...]
    """Where its things are."""
    kind: Phrase
    """What they are, as it is compared."""
    is_list: bool
    """Whether there are several of them."""
    required: tuple[str, ...] = ()
    """The members that each of them has to have."""
    index: dict[Phrase, list[int]] = field(default_factory=dict)
    """The places of fields among all, by what names them."""

    def is_item(self, spot: Spot) -> bool:
        """Return whether *spot* is of a thing itself, and of no list within it."""
        steps = spot.path[: len(self.inside)]
        return steps == self.inside and spot.lists == self.inside.count("*")

    def is_outer(self, spot: Spot) -> bool:
        """Return whether *spot* is beside the list of things."""
        return bool(self.inside) and spot.lists == 0

    def named(self, phrases: Iterable[Phrase]) -> list[Spot]:
        """Return the fields that one of *phrases* names, in their order."""
        if not self.index:
            for number, spot in enumerate(self.spots):
                for phrase in {*self.called(spot)}:
                    self.index.setdefault(phrase, []).append(number)
        found = {number for phrase in phrases for number in self.index.get(phrase, ())}
        return [self.spots[number] for number in sorted(found)]

    def called(self, spot: Spot) -> tuple[Phrase, ...]:
        """Return what names *spot*."""
        if self.is_item(spot):
            both, inner = (spot.words, self.bare(spot)), self.inner(spot)
            return both if inner in both else (*both, inner)
        return (spot.words,)

    def inner(self, spot: Spot) -> Phrase:
        """Return the words of *spot* within its thing: `fields.status` is `status`."""
        names = [str(step) for step in spot.path[len(self.inside) :] if step != "*"]
        while len(names) > 1 and names[0].lower() in _HOLDING:
            del names[0]
        words = meant(tuple(word for name in names for word in words_of(name)))
        size = len(self.kind)
        is_named = size and words[:size] == self.kind and len(words) > size
        return words[size:] if is_named else words

    def worded(self, word: str) -> str:
        """Return *word* as the fields have it: `magnitude` may be `mag` there."""
        own = {spot.words[-1] for spot in self.spots if spot.words}
        short = (one for one in sorted(own) if len(one) > 2 and word.startswith(one))
        return word if word in own else next(short, word)

    def bare(self, spot: Spot) -> Phrase:
        """Return the words of *spot* without the kind of the thing."""
        size = len(self.kind)
        is_named = size and spot.words[:size] == self.kind and len(spot.words) > size
        return spot.words[size:] if is_named else spot.words
