"""Paging: what beside a list tells where it ends, and whether it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mockforge.options import Json
from mockforge.sources.rebound.facts import Fact
from mockforge.sources.rebound.journal import Moment
from mockforge.sources.rebound.listing import Lister, Listing, keys_of
from mockforge.sources.rebound.places import Place

Told = Sequence[tuple[Moment, Fact]]
"""What stands at one place, and in which answers."""


@dataclass(frozen=True, slots=True)
class More:
    """What tells whether a list goes on, such as a token for its next page."""

    listing: Listing
    ended: Json
    """What stands there when it does not."""
    goes_on: Json


def telling_more(
    lister: Lister, told: Told, listings: Mapping[Place, Listing], place: Place
) -> More | None:
    """Return the list that *place* tells the rest of, if all of *told* agree."""
    values = {bool(fact.value): fact.value for _, fact in told}
    for listing in listings.values():
        if len(values) < 2 or place[: len(listing.place)] == listing.place:
            continue
        if all(
            bool(lister.page(listing, moment).left) is bool(fact.value)
            for moment, fact in told
        ):
            return More(listing, values[False], values[True])
    return None


def naming_last(
    told: Told, listings: Mapping[Place, Listing], place: Place
) -> Listing | None:
    """Return the list whose last item is named at *place*."""
    for listing in listings.values():
        if place[: len(listing.place)] == listing.place or not told:
            continue
        if all(keys_of(listing, m)[-1:] == [fact.text] for m, fact in told):
            return listing
    return None
