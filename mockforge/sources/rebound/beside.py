"""Beside lists: what answers tell of how many there are, and whether they go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mockforge.learning.resources.weblinks import Paged, Stretch, links_for
from mockforge.sources.rebound.facts import Fact
from mockforge.sources.rebound.journal import Moment, whole_number
from mockforge.sources.rebound.links import name_of
from mockforge.sources.rebound.listing import Lister, Listing, Page, number_at
from mockforge.sources.rebound.maps import Maps
from mockforge.sources.rebound.paging import More, naming_last, telling_more
from mockforge.sources.rebound.places import Place

_COUNTS = ("count", "total", "size", "length", "deleted", "removed", "number")

_EXAMPLES = 12
"""Recorded pages that are looked at for how links are made."""


class Beside:
    """What the answers of one endpoint tell beside the items of lists."""

    def __init__(
        self,
        lister: Lister,
        moments: Sequence[Moment],
        listings: Mapping[Place, Listing],
        counted: Sequence[Listing],
    ) -> None:
        """Look at *moments*.

        Args:
            lister: Over the recorded journal.
            moments: All of one endpoint.
            listings: The lists in its answers, by their places.
            counted: The lists that its answers may tell the length of.
        """
        self._lister = lister
        self._moments = moments
        self._listings = listings
        self._counted = counted
        self._more: dict[tuple[int, Place], More | None] = {}
        self._last: dict[tuple[int, Place], Listing | None] = {}
        self._naming: dict[tuple[int, Place], bool] = {}
        self._numbers: dict[tuple[int, Place], tuple[Listing, bool] | None] = {}

    def counts(self, status: int, place: Place) -> tuple[Listing, bool] | None:
        """Return which list a number counts, and if only one page of it."""
        key = (status, place)
        if key not in self._numbers:
            self._numbers[key] = self._counting(status, place)
        return self._numbers[key]

    def more(self, status: int, place: Place) -> More | None:
        """Return the list that *place* tells the rest of, if it does."""
        key = (status, place)
        if key not in self._more:
            self._more[key] = telling_more(
                self._lister, self._told(status, place), self._listings, place
            )
        return self._more[key]

    def last_of(self, status: int, place: Place) -> Listing | None:
        """Return the list whose last item is named at *place*."""
        key = (status, place)
        if key not in self._last:
            self._last[key] = naming_last(
                self._told(status, place), self._listings, place
            )
        return self._last[key]

    def _told(self, status: int, place: Place) -> list[tuple[Moment, Fact]]:
        """Return some of what was told at *place* with *status*."""
        return [
            (moment, fact)
            for moment in self._moments
            if moment.status == status and (fact := moment.told.one(place)) is not None
        ][:24]

    def names_last(self, status: int, place: Place) -> bool:
        """Whether something in the object at *place* names the last item of a list."""
        if not self._listings:
            return False
        key = (status, place)
        if key not in self._naming:
            size = len(place)
            inside = {
                fact.place
                for moment in self._moments
                for fact in moment.told.every
                if moment.status == status and fact.place[:size] == place
            }
            self._naming[key] = any(
                self.last_of(status, each) is not None for each in sorted(inside)
            )
        return self._naming[key]

    def links(
        self, listing: Listing, likest: Moment, asked: Moment, page: Page
    ) -> str | None:
        """Return the Link header of *page*; None if none shows how it is made.

        Args:
            listing: Of the list.
            likest: The recorded moment that is most alike.
            asked: The live request.
            page: What it is given.
        """
        like = [each for each in self._moments if each.number == likest.number]
        others = [each for each in self._moments if each.number != likest.number]
        examples = [
            _paged(listing, each, self._lister.page(listing, each))
            for each in [*like, *others][:_EXAMPLES]
            if each.is_good and each.told.by_place.get(listing.place)
        ]
        return links_for(examples, _paged(listing, asked, page))

    def gathers(self, status: int, place: Place, maps: Maps) -> bool:
        """Whether a list at or in *place* is filled by requests one item at a time.

        Of a map, they send the entries; a list of one, and what it is in, look like
        what told of the one thing.
        """
        for listing in self._listings.values():
            if maps.has(listing.place):
                if listing.place == place:
                    return True
            elif listing.place[: len(place)] == place:
                is_one = any("*" not in there for _, _, there in listing.spots)
                if is_one and self._is_short(status, listing.place):
                    return True
        return False

    def _is_short(self, status: int, place: Place) -> bool:
        """Whether the list at *place* never had more than one item."""
        return all(
            len(fact.value) < 2
            for moment in self._moments
            if moment.status == status
            for fact in moment.told.by_place.get(place, ())
            if isinstance(fact.value, list)
        )

    def _counting(self, status: int, place: Place) -> tuple[Listing, bool] | None:
        samples = [
            (moment, fact)
            for moment in self._moments
            if moment.status == status
            and (fact := moment.told.one(place)) is not None
            and whole_number(fact.value) is not None
        ][:24]
        values = {whole_number(fact.value) for _, fact in samples}
        is_named = any(word in name_of(place) for word in _COUNTS)
        if not samples or (len(values) < 2 and not is_named):
            return None
        for listing in self._counted:
            pages = [self._lister.page(listing, moment) for moment, _ in samples]
            for of_page in (False, True):
                got = [_size(page, of_page=of_page) for page in pages]
                if got == [whole_number(fact.value) for _, fact in samples]:
                    return listing, of_page
        return None


def _paged(listing: Listing, moment: Moment, page: Page) -> Paged:
    here = len(page.things)
    stretch = Stretch(
        page.total - here - page.left,
        number_at(moment.asked, listing.limit) or here,
        here,
        page.left,
        page.things[-1].text if page.things else "",
    )
    told = moment.told.one(("header", "link"))
    return Paged(moment.target, stretch, str(told.value) if told else "")


def _size(page: Page, *, of_page: bool) -> int:
    return len(page.things) if of_page else page.total
