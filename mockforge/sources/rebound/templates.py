"""Templates: what an item of a list is made like, and what only some items have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from mockforge.options import Json
from mockforge.sources.rebound.explaining import Explained
from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.listing import Listing, with_item
from mockforge.sources.rebound.origins import Found, Lookup, latest
from mockforge.sources.rebound.places import Place

_ITEMS = 60
"""Items that are looked at."""

_FIELDS = 12
"""Fields of one kind of item that may be there or not."""

_TRUSTED = 0.9
"""The share of items for which it must show whether they have a field."""

Explains = Callable[[int, Place], Explained]
Look = Callable[[Place], Found | None]


class Templates:
    """The items that the answers of one endpoint have."""

    def __init__(
        self, lookup: Lookup, moments: Sequence[Moment], explains: Explains
    ) -> None:
        """Look at *moments*.

        Args:
            lookup: Over the recorded journal.
            moments: All of one endpoint.
            explains: Tells where a value in the items of a list comes from, by the
                status of the answer and the place.
        """
        self._lookup = lookup
        self._moments = moments
        self._explains = explains
        self._optional: dict[tuple[int, Place], tuple[str, ...]] = {}

    def of(self, status: int, listing: Listing) -> Moment | None:
        """Return a moment whose answer has items of *listing*."""
        for moment in self._moments:
            if moment.status == status and _items(moment, listing):
                return moment
        return None

    def optional(self, status: int, listing: Listing) -> tuple[str, ...]:
        """Return the fields that an item has if something was written there.

        Within one answer some items have them and some have not, and where their
        values come from tells which.
        """
        key = (status, listing.place)
        if key not in self._optional:
            self._optional[key] = tuple(self._found(status, listing))
        return self._optional[key]

    def completed(self, status: int, listing: Listing, item: Json, look: Look) -> Json:
        """Return *item* of *listing* with what was written of it alone.

        Args:
            status: Of the answer.
            listing: The list.
            item: One of its items.
            look: Finds what stands at a place of that item.
        """
        if not isinstance(item, dict):
            return item
        more: dict[str, Json] = {}
        for name in self.optional(status, listing):
            found = look((*listing.place, "*", name))
            if found is not None and name not in item:
                more[name] = found.value
        return {**item, **more}

    def _found(self, status: int, listing: Listing) -> Iterator[str]:
        names: Counter[str] = Counter()
        samples: list[tuple[Moment, Mapping[str, Json]]] = []
        for moment in self._moments:
            items = _items(moment, listing) if moment.status == status else []
            every = Counter(name for _, item in items for name in item)
            names.update(n for n, count in every.items() if count < len(items))
            samples += [(with_item(moment, text), item) for text, item in items]
        for name, _ in names.most_common(_FIELDS):
            if self._shows(status, (*listing.place, "*", name), samples[-_ITEMS:]):
                yield name

    def _shows(
        self,
        status: int,
        place: Place,
        samples: Sequence[tuple[Moment, Mapping[str, Json]]],
    ) -> bool:
        """Whether an item has the field at *place* just if a value is found for it."""
        origins = self._explains(status, place).origins
        right = sum(
            (latest(self._lookup.find(o, moment, place) for o in origins) is not None)
            is (place[-1] in item)
            for moment, item in samples
        )
        return bool(origins) and right >= _TRUSTED * len(samples)


def _items(moment: Moment, listing: Listing) -> list[tuple[str, Mapping[str, Json]]]:
    """Return the items of *listing* in the answer of *moment*, and their names."""
    size = len(listing.place) + 1
    facts = moment.told.by_place.get((*listing.place, "*", *listing.key), ())
    texts = {fact.path[:size]: fact.text for fact in facts}
    return [
        (texts[fact.path], fact.value)
        for fact in moment.told.by_place.get((*listing.place, "*"), ())
        if fact.path in texts and isinstance(fact.value, dict)
    ]


def plainest(items: Sequence[Json]) -> int:
    """Return the number of the first item with the fewest fields.

    What only some items have is not theirs because they are of the list.
    """
    sizes = [len(each) if isinstance(each, dict) else 0 for each in items]
    return sizes.index(min(sizes)) if sizes else 0
