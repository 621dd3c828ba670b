"""Refining: what writings of a whole list, and endings, do to what it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mockforge.sources.rebound.journal import Journal, Moment
from mockforge.sources.rebound.listing import Listing, keys_of

_WRITES = 24
"""Places that are tried as those where the whole of a list is written."""

IsRight = Callable[[Listing, Moment], bool]


def refined(
    listing: Listing, journal: Journal, tried: Sequence[Moment], is_right: IsRight
) -> Listing:
    """Return *listing* with what makes more recorded lists come out right.

    That is what writes the whole of it, and that what was ended is still told of.

    Args:
        listing: As far as it is known.
        journal: The recording.
        tried: Moments that tell the list.
        is_right: Whether a list comes out as one of them told it.
    """
    return _keeping(_replaced(listing, journal, tried, is_right), tried, is_right)


def _keeping(listing: Listing, tried: Sequence[Moment], is_right: IsRight) -> Listing:
    return _better(listing, replace(listing, keeps=True), tried, is_right)


def _replaced(
    listing: Listing, journal: Journal, tried: Sequence[Moment], is_right: IsRight
) -> Listing:
    texts = {text for moment in tried for text in keys_of(listing, moment)}
    writes = {
        (moment.endpoint, fact.place)
        for moment in journal.moments
        if moment.effect == "write" and moment.is_good
        for text in texts
        for fact in moment.asked.by_text.get(text, ())
        if fact.place[0] == "body" and "*" in fact.place and fact.is_leaf
    }
    inside, size = (*listing.place, "*", *listing.key), len(listing.key)
    # Of those that fit alike, what is called as the list and its names are.
    ranked = sorted(
        writes,
        key=lambda each: (
            each[1] != inside,
            each[1][len(each[1]) - size :] != listing.key,
            each,
        ),
    )
    for each in ranked[:_WRITES]:
        other = replace(listing, replacing=(*listing.replacing, each))
        listing = _better(listing, other, tried, is_right)
    return listing


def _better(
    listing: Listing, other: Listing, tried: Sequence[Moment], is_right: IsRight
) -> Listing:
    """Return *other* if it makes more lists come out right, else *listing*."""
    share = sum(is_right(other, moment) for moment in tried) / len(tried)
    return replace(other, share=share) if share > listing.share + 1e-6 else listing
