"""The simplest copy or rule that holds for nearly all values of a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import log2

from mockforge.bodies.document import Path, Scalar
from mockforge.learning.bindings.answers import Told, spread
from mockforge.learning.bindings.binding import Binding, Kind, Origin, wilson
from mockforge.learning.bindings.candidates import bits_of, candidates, explains
from mockforge.learning.bindings.rules import derivations, holds
from mockforge.learning.bindings.situations import SAFE, Situations
from mockforge.learning.bindings.words import is_paging, name_of, words_of
from mockforge.learning.formats import classify, is_minted

MOST_VOTERS = 16
"""Values that are asked what may explain them."""
MOST_TRIED = 12
"""Explanations that are tried on all values."""
ENOUGH = 0.9
"""The share of its values that an explanation must give."""
NEEDED = 9.0
"""Bits that must speak for a copy: so often would one of some hundred places have the
value by chance."""


def explained(
    place: Path, values: Sequence[Told], situations: Situations
) -> Binding | None:
    """Return the copy or rule that gives *values*; None if nothing does."""
    votes: Counter[Binding] = Counter()
    for told in spread(values, MOST_VOTERS):
        votes.update(set(candidates(told, situations)))
        votes.update(set(derivations(told, situations)))
    reads = situations.reads
    likely = [one for one, _ in votes.most_common(10 * MOST_TRIED)]
    tried = sorted(
        likely, key=lambda one: (-votes[one], *_simplicity(place, one, reads))
    )
    found: list[tuple[float, Binding]] = []
    for one in tried[:MOST_TRIED]:
        bits, tested = _tried(one, place, values, situations)
        if bits >= NEEDED:
            found.append((bits, tested))
    if not found:
        return None
    method = situations.timeline.samples[values[0].number].exchange.request.method
    # What has the time of answering is stored at a write and told again at a read.
    late = method in SAFE
    return min(
        (one for _, one in found),
        key=lambda one: (
            -one.support,
            late and one.rule == "now",
            *_simplicity(place, one, reads),
        ),
    )


def _simplicity(place: Path, one: Binding, reads: frozenset[str]) -> tuple[object, ...]:
    origin = one.origin
    link = origin.link if origin is not None else None
    return (
        one.kind is not Kind.REQUEST,
        not _is_alike(place, origin),
        one.kind is Kind.EARLIER,
        origin is not None and origin.endpoint in reads,
        len(one.via),
        len(origin.path) if origin else 0,
        link is None and one.kind is Kind.EARLIER,
        _link_cost(link),
        str(one),
    )


def _link_cost(link: object) -> int:
    """Return how far-fetched a link is: both places an id is best."""
    here, there = getattr(link, "here", ()), getattr(link, "there", ())
    return sum(
        not {"id", "key", "uuid", "name"} & set(words_of(name_of(path)))
        and path[:1] != ("path",)
        for path in (here, there)
        if path
    )


def _is_alike(place: Path, origin: Origin | None) -> bool:
    return origin is not None and name_of(place) == name_of(origin.path) != ""


def _tried(
    one: Binding, place: Path, values: Sequence[Told], situations: Situations
) -> tuple[float, Binding]:
    """Return the bits that speak for *one*, and it with its support."""
    gives: Callable[[Binding, Told, Situations], bool | None]
    gives = explains if one.kind is not Kind.DERIVED or one.rule == "same" else holds
    given: list[Told] = []
    left: Counter[str] = Counter()
    wrong = 0
    for told in values:
        verdict = gives(one, told, situations)
        if verdict:
            given.append(told)
        elif verdict is None:
            left[told.text] += 1
        else:
            wrong += 1
    if len(given) < ENOUGH * (len(given) + wrong):
        return 0.0, one
    default, support = _default(one, left, values), len(given)
    if default is not None:
        support += sum(left.values())
    elif len(given) < 0.5 * len(values):
        return 0.0, one
    told_of = replace(
        one,
        support=support,
        seen=len(values),
        confidence=wilson(support, len(values)),
        value=default if default is not None else one.value,
    )
    return _bits(one, place, given), told_of


def _default(one: Binding, left: Counter[str], values: Sequence[Told]) -> Scalar:
    """Return what stands where the request does not say, if that is one value."""
    if one.kind is not Kind.REQUEST or len(left) != 1:
        return None
    text = next(iter(left))
    return next(told.value for told in values if told.text == text)


def _bits(one: Binding, place: Path, given: Sequence[Told]) -> float:
    """Return how unlikely it is that *one* gives all those values by chance."""
    if one.rule in ("now", "later"):
        return (12.0 if one.rule == "now" else 9.0) + len(given)
    distinct = {told.text: told.value for told in given}
    bits = sum(bits_of(value) for value in distinct.values())
    if len(distinct) > 1:
        bits = max(bits, float(len(given)) * min(3.0, log2(len(distinct))))
    if one.rule in ("digest", "length"):
        return bits + (12.0 if place == ("header", "content-length") else 4.0)
    bits += _likeness(one, place) if bits else 0.0
    if one.via and one.via[0].startswith("part") and len(distinct) < 2:
        # A word of a longer text is soon found once.
        bits -= 0.0 if all(is_minted(classify(text)) for text in distinct) else 25.0
    return bits - (0.0 if one.kind is Kind.REQUEST else 2.0) - len(one.via)


def _likeness(one: Binding, place: Path) -> float:
    """Return what the names of both places say for *one*, in bits."""
    origin, words = one.origin, set(words_of(name_of(place)))
    if origin is None:
        return 0.0
    if one.rule in ("count", "sum"):
        shared = {"count", "total", "size", "length", "sum", "amount"} & words
        alike = words & set(words_of(name_of(origin.path)))
        return 9.0 * bool(shared) + 3.0 * bool(alike)
    if one.rule in ("next", "previous"):
        return 8.0 * is_paging(origin.path)
    if origin.path[:1] == ("path",):
        # The parameter of a path is what the answer is about.
        return 5.0
    if not _is_alike(place, origin):
        return 0.0
    is_told = one.kind is Kind.REQUEST or origin.link is not None
    return 9.0 if is_told and place[0] == "body" else 7.0
