"""Which values of requests are new in every run: made by the client, or carried.

A value that the client makes (an idempotency key, a nonce, the time) says nothing of
what is asked. One that the upstream made and the client carries on (a token, a cursor,
the id of what was created) asks the same as the one it stands for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mockforge.bodies.document import Path, general
from mockforge.learning.bindings import counting, evidence
from mockforge.learning.bindings.comparisons import Comparisons
from mockforge.learning.bindings.evidence import Weight
from mockforge.learning.bindings.pieces import pieces
from mockforge.learning.bindings.requests import Place, Seen, places
from mockforge.learning.bindings.timeline import Spot, Timeline
from mockforge.learning.bindings.times import away, instants, nearest
from mockforge.learning.bindings.words import is_paging, names_one, subjects
from mockforge.learning.formats import Format, is_minted

SAFE = ("GET", "HEAD", "OPTIONS")
TELLING = 8
"""Letters of a value of no minted format that is not met twice by chance."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value came from earlier in the session."""

    endpoint: str
    told: bool
    """In an answer; else in a request, where the client had made it."""
    path: Path
    """With `*` for items."""


@dataclass(frozen=True, slots=True)
class Volatile:
    """A place of requests whose values are new in every run."""

    endpoint: str
    path: Path
    """With `*` for items."""
    kind: Literal["made", "carried"]
    """Made by the client, or carried on from an earlier message."""
    format: str
    samples: int
    distinct: int
    example: str
    bits: float
    """How much speaks for it."""
    why: tuple[str, ...]
    origin: Source | None = None
    """Where carried values came from."""


def volatile(timeline: Timeline) -> list[Volatile]:
    """Return every place of requests whose values are new in every run."""
    every = places(timeline)
    counted = counting.counters(every)
    comparisons = Comparisons(timeline)
    calls = counting.calls(every)
    found: dict[tuple[str, Path], Volatile] = {}
    for place in every:
        if (place.endpoint, place.path) in calls:
            weight = Weight(6.0, ["the id of a call of JSON-RPC (+6)"])
            verdict: Volatile | None = _verdict(place, "made", weight, None)
        else:
            verdict = _carried(place, timeline)
            verdict = verdict or _made(place, timeline, counted, comparisons)
        if verdict is not None:
            found[place.endpoint, place.path] = verdict
    made = {key for key, verdict in found.items() if verdict.kind == "made"}
    for place in every:
        key = (place.endpoint, place.path)
        if key not in found or found[key].kind == "made":
            again = _used_again(place, timeline, made)
            if again is not None:
                found[key] = again
    return list(found.values())


def _verdict(
    place: Place,
    kind: Literal["made", "carried"],
    weight: Weight,
    origin: Source | None,
) -> Volatile:
    return Volatile(
        place.endpoint,
        place.path,
        kind,
        str(evidence.format_of(place) or "text"),
        len(place.seen),
        place.distinct,
        place.seen[-1].text,
        weight.bits,
        tuple(weight.why),
        origin,
    )


def _carried(place: Place, timeline: Timeline) -> Volatile | None:
    """Return the verdict if most values came from an answer that minted them."""
    origins: Counter[Source] = Counter()
    for one in place.seen:
        spot = _from_answer(place, one, timeline)
        if spot is not None:
            origins[_source(spot, timeline)] += 1
    count = sum(origins.values())
    if count < 0.5 * len(place.seen) or not count:
        return None
    across, reason = evidence.of_sessions(place)
    if across < 0:
        return None
    weight = Weight()
    weight.add(3.0 + min(5, count), f"{count} of {len(place.seen)} from answers before")
    weight.add(across, reason)
    return _verdict(place, "carried", weight, _likeliest(origins))


def _likeliest(origins: Counter[Source]) -> Source:
    return min(
        origins,
        key=lambda one: (-origins[one], one.endpoint, tuple(map(str, one.path))),
    )


def _source(spot: Spot, timeline: Timeline) -> Source:
    endpoint = timeline.samples[spot.number].endpoint
    return Source(endpoint, spot.told, general(spot.path))


def _from_answer(place: Place, one: Seen, timeline: Timeline) -> Spot | None:
    """Return where in an answer the upstream minted the value before, if it did."""
    for text in (one.text, *(inner for _, inner in pieces(one.text))):
        spot = timeline.origin(one.session, text)
        if spot is None or not spot.told or spot.number >= one.number:
            continue
        if _is_now(one) and text == one.text:
            continue
        if _upstream_mints(place, text, spot, timeline):
            return spot
    return None


def _is_now(one: Seen) -> bool:
    """Tell whether the value is the second of asking, which answers tell as well."""
    for found in instants(one.value):
        by = away(found, one.started)
        if not found.is_id and found.resolution >= 1.0 and -1.1 <= by <= 1.1:
            return True
    return False


def _upstream_mints(place: Place, text: str, spot: Spot, timeline: Timeline) -> bool:
    format = evidence.look(text)
    if is_minted(format):
        return True
    if format is Format.BASE64:
        return len(text) >= 8
    if format not in (Format.COUNTER, Format.NUMBERED) or not names_one(spot.path):
        return False
    if is_paging(place.path) or not names_one(place.path):
        return False
    origin = timeline.samples[spot.number]
    if len(text) < TELLING and not _is_akin(place, origin.endpoint, spot.path):
        return False
    return origin.exchange.request.method not in SAFE or place.part == "path"


def _is_akin(place: Place, endpoint: str, path: Path) -> bool:
    """Tell whether both places are of one thing: 7 is the id of many."""
    here = {*subjects(place.endpoint), *subjects(" ".join(map(str, place.path)))}
    there = {*subjects(endpoint), *subjects(" ".join(map(str, path)))}
    return bool(here & there)


def _made(
    place: Place, timeline: Timeline, counted: set[Path], comparisons: Comparisons
) -> Volatile | None:
    """Return the verdict if the client makes the values anew."""
    weight = Weight()
    if place.path in counted and place.part != "path":
        weight.add(6.0, "counts requests, whatever they ask")
        return _verdict(place, "made", weight, None)
    if _is_known(place, timeline):
        return None
    weight = weigh(place, timeline, comparisons)
    if weight.bits > 0:
        return _verdict(place, "made", weight, None)
    if is_minted(evidence.format_of(place)):
        return None
    inner = _inside(place)
    if inner is not None:
        weight = weigh(inner, timeline, comparisons)
        if weight.bits > 2:
            return _verdict(place, "made", weight, None)
    return None


def _is_known(place: Place, timeline: Timeline) -> bool:
    """Tell whether most values stood elsewhere before."""
    before = 0
    for one in place.seen:
        spot = timeline.origin(one.session, one.text)
        if spot is None or spot.number >= one.number or _is_now(one):
            continue
        own = Source(place.endpoint, False, place.path)
        before += spot.told or _source(spot, timeline) != own
    return before > 0.5 * len(place.seen)


def weigh(place: Place, timeline: Timeline, comparisons: Comparisons) -> Weight:
    """Return what speaks for values of *place* that are made anew."""
    weight = Weight()
    format = evidence.format_of(place)
    timed = evidence.of_time(place.seen)
    if timed is None and not is_minted(format):
        weight.add(-8.0, "nothing is minted")
        return weight
    if timed is not None:
        weight.add(*timed)
        if abs(timed[0]) >= 8:
            return weight
    weight.add(*evidence.of_format(format, place))
    weight.add(*evidence.of_name(place))
    weight.add(*evidence.of_position(place, timeline))
    weight.add(*evidence.of_content(place, timeline))
    across, reason = evidence.of_sessions(place)
    weight.add(across, reason)
    weight.add(*evidence.of_recurrence(place, across))
    weight.add(*evidence.of_company(place, timeline))
    if place.distinct > 1:
        weight.add(*comparisons.of_answers(place))
    return weight


_RUN = re.compile(r"(?<!\d)\d{10}(?:\d{3}|\d{6}|\d{9})?(?!\d)|\d{8}T?\d{6}Z?")


def _inside(place: Place) -> Place | None:
    """Return *place* with the minted part of its values, if that is all that varies."""
    inner: list[str] = []
    rests: set[str] = set()
    for one in place.seen:
        if not isinstance(one.value, str):
            return None
        parts = _minted_parts(one)
        if not parts:
            return None
        inner.append(parts[0])
        rest = one.text
        for part in sorted(parts, key=len, reverse=True):
            rest = rest.replace(part, "*")
        rests.add(rest)
    return place.of(inner) if len(rests) == 1 else None


def _minted_parts(one: Seen) -> Sequence[str]:
    found = [text for _, text in pieces(one.text) if is_minted(evidence.look(text))]
    for match in _RUN.finditer(one.text):
        read = nearest(match[0], one.started)
        if read is not None and abs(away(read, one.started)) <= evidence.NEAR:
            found.insert(0, match[0])
    return [text for text in found if text in one.text]


def _used_again(
    place: Place, timeline: Timeline, made: set[tuple[str, Path]]
) -> Volatile | None:
    """Return the verdict if most values were made for an earlier request."""
    origins: Counter[Source] = Counter()
    for one in place.seen:
        spot = timeline.origin(one.session, one.text)
        if spot is None or spot.told or spot.number >= one.number or _is_now(one):
            continue
        if not is_minted(evidence.look(one.value)) and len(one.text) < TELLING:
            continue
        source = _source(spot, timeline)
        same = (source.endpoint, source.path) == (place.endpoint, place.path)
        if not same and (source.endpoint, source.path) in made:
            origins[source] += 1
    count = sum(origins.values())
    if not count or count < 0.5 * len(place.seen):
        return None
    weight = Weight()
    weight.add(3.0 + min(5, count), f"{count} of {len(place.seen)} made by the client")
    return _verdict(place, "carried", weight, _likeliest(origins))
