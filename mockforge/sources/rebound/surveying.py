"""Surveying: finds which lists an endpoint gives, and how they come to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mockforge.learning.formats import classify, is_minted
from mockforge.sources.rebound.facts import Fact
from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.links import (
    Links,
    Spot,
    are_named_alike,
    asked_values,
    is_distinct,
)
from mockforge.sources.rebound.listing import (
    Lister,
    Listing,
    Order,
    Rule,
    asked_places,
    in_order,
    keys_of,
)
from mockforge.sources.rebound.places import Place
from mockforge.sources.rebound.refining import refined
from mockforge.sources.rebound.shapes import (
    are_apart,
    is_single,
    is_wrapper,
    limit,
    possible,
    texts_of,
)

_LISTS = 24
"""Recorded lists that a listing is tried on."""

_PLACES = 30
"""Lists of one endpoint that are looked at."""

_KEYS = 4
"""Fields of an item that are tried as its name."""

_TRUSTED = 0.5
"""The share of recorded lists that must come out right."""

_ORDERS: tuple[Order, ...] = ("oldest", "rising", "newest", "falling")


class Survey:
    """The lists of the answers of one endpoint."""

    def __init__(
        self, links: Links, recorded: Journal, moments: Sequence[Moment]
    ) -> None:
        """Look at *moments*, all of one endpoint."""
        self._links = links
        self._journal = recorded
        self._lister = Lister(links, recorded, is_settled=True)
        # What has no body, as "not modified", tells of no list.
        self._moments = [
            each for each in moments if each.is_good and each.document is not None
        ]

    def listings(self) -> list[Listing]:
        """Return how the lists come to be, as far as that shows."""
        found: list[Listing] = []
        for place in self._lists()[:_PLACES]:
            if any(place[: len(each.place)] == each.place for each in found):
                continue
            if is_wrapper(self._moments, place):
                continue
            listing = self._best(place)
            if listing is not None:
                found.append(listing)
        return found

    def _lists(self) -> list[Place]:
        """Return where answers have lists, the outermost first."""
        return sorted(
            {
                fact.place
                for moment in self._moments
                for fact in moment.told.every
                if isinstance(fact.value, list) and fact.place[0] == "body"
            },
            key=lambda place: (len(place), place),
        )

    def _best(self, place: Place) -> Listing | None:
        samples = [
            moment for moment in self._moments if moment.told.by_place.get(place)
        ]
        empty = [moment for moment in self._moments if moment not in samples]
        tried = [*samples[-_LISTS:], *empty[-_LISTS // 3 :]]
        tried.sort(key=lambda moment: moment.number)
        best: Listing | None = None
        for key, spots in self._keys(place, samples[-_LISTS:]):
            listing = self._ruled(Listing(place, key, spots), tried)
            if best is None or listing.share > best.share:
                best = listing
            if best.share == 1.0:
                break
        if best is not None and best.share < 1.0:
            best = refined(best, self._journal, tried, self._is_right)
        return best if best is not None and best.share >= _TRUSTED else None

    def _keys(
        self, place: Place, samples: Sequence[Moment]
    ) -> Iterator[tuple[Place, tuple[Spot, ...]]]:
        """Yield what may name an item, the likeliest first, and where it is made."""
        seen: Counter[Place] = Counter()
        spots: dict[Place, Counter[Spot]] = {}
        items: Counter[Place] = Counter()
        for moment in samples:
            for fact in moment.told.every:
                if fact.place[: len(place) + 1] != (*place, "*") or not fact.is_leaf:
                    continue
                key = fact.place[len(place) + 1 :]
                if "*" in key and not is_single(moment, fact.place):
                    continue
                items[key] += 1
                made = self._made(moment, fact)
                if made:
                    seen[key] += 1
                    spots.setdefault(key, Counter()).update(made)
        ranked = sorted(
            seen,
            key=lambda each: (
                # A part of a name is no name where the whole one is known.
                each[-1:] == ("~",),
                -seen[each] / items[each],
                not _is_id(samples, place, each),
                not any(
                    not is_told and are_named_alike(there, each)
                    for _, is_told, there in spots[each]
                    if each
                ),
                -seen[each],
                len(each),
                each,
            ),
        )
        names = {key: texts_of(samples, place, key) for key in items}
        # The parts of an address say more than one thing.
        counts = [len(each) for key, each in names.items() if key[-1:] != ("~",)]
        most = max(counts, default=0)
        for key in ranked[:_KEYS]:
            varies = len(names[key]) * 2 >= most
            if varies and seen[key] * 2 > items[key] and are_apart(samples, place, key):
                often = sorted(spots[key], key=lambda spot: (-spots[key][spot], spot))
                yield key, tuple(often[:6])

    def _made(self, moment: Moment, fact: Fact) -> set[Spot]:
        found: set[Spot] = set()
        for posting in self._journal.before(fact.text, moment.number):
            other = self._journal.moments[posting.number]
            alike = are_named_alike(posting.fact.place, fact.place)
            if other.effect != "write" or not other.is_good:
                continue
            if posting.fact.place[-1] == "~" or posting.fact.place[0] == "header":
                continue
            if alike or is_distinct(fact.text) or posting.fact.place[0] == "param":
                found.add((other.endpoint, posting.is_told, posting.fact.place))
        return found

    def _ruled(self, listing: Listing, tried: Sequence[Moment]) -> Listing:
        """Return *listing* with the rules, the order and the limit that fit best."""
        tokens = frozenset(self._tokens(listing, tried))
        listing = replace(listing, tokens=tokens, limit=limit(listing, tried))
        options = [
            self._in_order(replace(listing, order=order), tried)
            for order in self._orders(listing, tried)
        ]
        return max(options, key=lambda each: each.share)

    def _in_order(self, listing: Listing, tried: Sequence[Moment]) -> Listing:
        shapes: dict[frozenset[Place], list[Moment]] = {}
        for moment in tried:
            shapes.setdefault(asked_places(moment), []).append(moment)
        rules = []
        for shape in sorted(shapes, key=sorted):
            chosen = self._rules(listing, shapes[shape])
            rules.append((shape, chosen))
        listing = replace(listing, rules=tuple(rules))
        right = sum(self._is_right(listing, moment) for moment in tried)
        return replace(listing, share=right / len(tried))

    def _rules(self, listing: Listing, tried: Sequence[Moment]) -> tuple[Rule, ...]:
        chosen: tuple[Rule, ...] = ()
        shape = asked_places(tried[0])
        right = self._worth(listing, shape, chosen, tried)
        for _ in range(3):
            options = [
                (self._worth(listing, shape, (*chosen, rule), tried), rule)
                for rule in possible(tried)
                if rule not in chosen and not _goes_on(listing, rule)
            ]
            best = max(options, key=lambda pair: pair[0], default=None)
            if best is None or best[0] <= right + 1e-6:
                break
            right, chosen = best[0], (*chosen, best[1])
        return (*chosen, *self._harmless(listing, shape, chosen, tried))

    def _harmless(
        self,
        listing: Listing,
        shape: frozenset[Place],
        chosen: tuple[Rule, ...],
        tried: Sequence[Moment],
    ) -> tuple[Rule, ...]:
        """Return rules that no recorded list speaks against.

        What a request names is a name of what it wants: with one parent in the
        recording nothing shows it.
        """
        right = self._worth(listing, shape, chosen, tried)
        more: tuple[Rule, ...] = ()
        if right <= 0:
            return more
        for rule in possible(tried):
            if rule.test not in ("now", "mentions") or _goes_on(listing, rule):
                continue
            if any(each.place == rule.place for each in (*chosen, *more)):
                continue
            if self._worth(listing, shape, (*chosen, *more, rule), tried) >= right:
                more = (*more, rule)
        return more[:3]

    def _worth(
        self,
        listing: Listing,
        shape: frozenset[Place],
        rules: tuple[Rule, ...],
        tried: Sequence[Moment],
    ) -> float:
        ruled = replace(listing, rules=((shape, rules),))
        worth = 0.0
        for moment in tried:
            got = [each.text for each in self._lister.page(ruled, moment).things]
            wanted = keys_of(listing, moment)
            union = len(set(got) | set(wanted))
            worth += len(set(got) & set(wanted)) / union if union else 1.0
        return worth / len(tried)

    def _is_right(self, listing: Listing, moment: Moment) -> bool:
        got = [each.text for each in self._lister.page(listing, moment).things]
        return sorted(got) == sorted(keys_of(listing, moment))

    def _orders(self, listing: Listing, tried: Sequence[Moment]) -> tuple[Order, ...]:
        """Return the order that shows, or those to try where pages have one item."""
        counts = dict.fromkeys(_ORDERS, 0)
        for moment in tried:
            keys = keys_of(listing, moment)
            if len(keys) < 2:
                continue
            things = self._lister.things(listing.spots, moment)
            for order in _ORDERS:
                texts = [each.text for each in in_order(things, order)]
                kept = [text for text in texts if text in set(keys)]
                counts[order] += kept == keys
        if listing.limit and not any(counts.values()):
            return "oldest", "newest"
        return (max(_ORDERS, key=lambda order: counts[order]),)

    def _tokens(self, listing: Listing, tried: Sequence[Moment]) -> Iterator[Place]:
        """Yield where requests say what an earlier page told to go on with."""
        inside = (*listing.place, "*")
        for moment in tried:
            for fact in asked_values(moment):
                for posting in self._journal.before(fact.text, moment.number):
                    place = posting.fact.place
                    if not posting.is_told or place[: len(inside)] == inside:
                        continue
                    other = self._journal.moments[posting.number]
                    # What that page was asked with names what both are about.
                    is_same = other.endpoint == moment.endpoint and (
                        fact.text not in other.asked.by_text
                    )
                    if is_same and place[0] == "body" and is_distinct(fact.text):
                        yield fact.place


def _is_id(samples: Sequence[Moment], place: Place, key: Place) -> bool:
    """Whether *key* is named like an id, and holds what only a server makes up."""
    if not key or not key[-1].lower().endswith("id"):
        return False
    kinds = [classify(text) for text in texts_of(samples, place, key)]
    return bool(kinds) and all(kind is not None and is_minted(kind) for kind in kinds)


def _goes_on(listing: Listing, rule: Rule) -> bool:
    """Whether *rule* is about what only says which page is wanted."""
    is_token = rule.place in listing.tokens and rule.place[0] != "param"
    return is_token or rule.place == listing.limit
