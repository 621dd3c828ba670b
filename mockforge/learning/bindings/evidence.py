"""What speaks for a value that the client makes anew, weighed in bits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mockforge.bodies.document import Scalar
from mockforge.learning.bindings.forms import digests
from mockforge.learning.bindings.pieces import is_readable
from mockforge.learning.bindings.requests import Place, Seen
from mockforge.learning.bindings.timeline import Timeline
from mockforge.learning.bindings.times import EARLIEST, away, instants, nearest
from mockforge.learning.bindings.words import hint, name_of, words_of
from mockforge.learning.formats import Format, classify, is_time

NEAR = 120.0
"""Seconds from now that a time made now may lie: clocks differ."""
SHORT = 8
"""Letters of a value that is too short to be drawn by chance and never twice."""
LONG = 200
"""Letters of what is content: no token is so long, but what says what it is."""
RECENT = 600.0
"""Seconds from now that the time inside an id made now may lie."""

# How likely a value of the format is made anew where nothing else is known.
_PRIORS = {
    Format.UUID3: -1.0,
    Format.UUID5: -1.0,
    Format.ETAG: -3.0,
    Format.JWT: -3.0,
    Format.BASE64: -3.0,
}


@dataclass(slots=True)
class Weight:
    """A sum of evidence, with its reasons."""

    bits: float = 0.0
    why: list[str] = field(default_factory=list)

    def add(self, bits: float, reason: str) -> None:
        """Count *bits*, for if above zero and against if below."""
        if bits:
            self.bits += bits
            self.why.append(f"{reason} ({bits:+.0f})")


def format_of(place: Place) -> Format | None:
    """Return the format that most values of *place* have."""
    counted = Counter(look(one.value) for one in place.seen)
    return counted.most_common(1)[0][0] if counted else None


def look(value: Scalar) -> Format | None:
    """Return the format of *value*; text that is in base64 is text however short."""
    format = classify(value)
    if format is Format.TOKEN and isinstance(value, str) and is_readable(value):
        return Format.BASE64
    return format


def of_time(seen: Sequence[Seen]) -> tuple[float, str] | None:
    """Return what the times say that the values tell; None if they tell none.

    A single value of four may be of another kind, as a first or a last one is.
    """
    told = [(one, nearest(one.value, one.started)) for one in seen]
    known = [
        (one, found, away(found, one.started))
        for one, found in told
        if found is not None and one.started > EARLIEST
    ]
    if len(known) < 0.75 * len(seen) or not known:
        times = sum(is_time(classify(one.value)) for one in seen)
        is_past = times > 0.75 * len(seen) and seen[0].started > EARLIEST
        return (-8.0, "a time that is not now") if is_past else None
    near = sum(
        abs(by) <= (RECENT if found.is_id else NEAR) + found.resolution
        for _, found, by in known
    )
    if near >= 0.75 * len(known):
        is_id = known[0][1].is_id
        return (6.0, "made within minutes") if is_id else (8.0, "the time of asking")
    if all(found.is_id for _, found, _ in known):
        if sum(_is_future(one) for one, *_ in known) > 0.2 * len(known):
            return None
        return -6.0 if known[0][1].notation[:4] == "uuid" else -3.0, "made long before"
    return _at_distance([(one, by) for one, _, by in known])


def _is_future(one: Seen) -> bool:
    """Tell whether the value was drawn by chance: no clock of an id is ahead."""
    return all(found.seconds > one.started + 86400 for found in instants(one.value))


def _at_distance(known: Sequence[tuple[Seen, float]]) -> tuple[float, str]:
    """Weigh times that are not now: `from` of the last hour, `expires` of a URL."""
    distances = [by for _, by in known]
    starts = [one.started for one, _ in known]
    spread = max(distances) - min(distances)
    if spread <= 3.0 and max(starts) - min(starts) > 10.0:
        return 8.0, f"always {_length(distances[0])} from the time of asking"
    round_ones = sum(_is_round(by) for by in distances)
    on_the_minute = sum(round(one.started + by) % 60 == 0 for one, by in known)
    if round_ones >= 0.9 * len(known) and on_the_minute < 0.5 * len(known):
        return 6.0, f"{_length(distances[0])} from the time of asking"
    return -8.0, "a time that is not now"


def _is_round(seconds: float) -> bool:
    step = 300 if abs(seconds) < 86400 else 3600
    return abs(seconds - step * round(seconds / step)) <= 1.5


def _length(seconds: float) -> str:
    for unit, size in (("d", 86400), ("h", 3600), ("min", 60)):
        if abs(seconds) >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"


def of_format(format: Format | None, place: Place) -> tuple[float, str]:
    """Return what the format alone says."""
    if format and max(len(one.text) for one in place.seen) < SHORT:
        return -2.0, f"short {format}"
    if format is Format.TOKEN and min(len(one.text) for one in place.seen) > LONG:
        return -8.0, "as long as a file"
    return _PRIORS.get(format, 1.0) if format else -8.0, f"format {format}"


def of_name(place: Place) -> tuple[float, str]:
    """Return what the name says."""
    return hint(place.path), f"the name {name_of(place.path)!r}"


def of_position(place: Place, timeline: Timeline) -> tuple[float, str]:
    """Return what the part of the request says: a path tells what is meant."""
    if place.part == "cookie":
        return -3.0, "in a cookie"
    if place.part != "path":
        return 0.0, ""
    if place.method != "PUT":
        return -8.0, f"selects in the path of {place.method}"
    created = sum(timeline.samples[one.number].status == 201 for one in place.seen)
    if created > 0.5 * len(place.seen):
        return 2.0, "in the path of what is created"
    return -3.0, "in a path"


def of_content(place: Place, timeline: Timeline) -> tuple[float, str]:
    """Return what it says that the value is a digest of what is sent."""
    for one in place.seen[:5]:
        body = timeline.samples[one.number].exchange.request.body
        bare = one.text.rpartition(":")[2].strip('"')
        if not body or all(bare != digest for _, digest in digests(body)):
            return 0.0, ""
    return -9.0, "a digest of the body"


def of_sessions(place: Place) -> tuple[float, str]:
    """Return what it says whether other sessions have the same values."""
    sessions: dict[str, set[str]] = defaultdict(set)
    for one in place.seen:
        sessions[one.text].add(one.session)
    count = len({one.session for one in place.seen})
    if count < 2:
        return 0.0, ""
    new = sum(len(each) == 1 for each in sessions.values()) / len(sessions)
    if new >= 0.9:
        return 4.0 + min(4, count), f"another in each of {count} sessions"
    if new <= 0.5:
        return -4.0 - min(4, count), f"the same in several of {count} sessions"
    return 0.0, ""


def of_recurrence(place: Place, across: float) -> tuple[float, str]:
    """Return what it says whether one session uses the value again.

    Args:
        place: The place.
        across: The weight of `of_sessions`: what differs by session may stay in one.
    """
    again, changes = _changes(place.own())
    most = 3
    if not again:
        # Another endpoint's field of the same name says a little about this one.
        again, changes = _changes(place.alike)
        most = 0
    if not again:
        return 0.0, ""
    if changes >= 0.75 * again:
        return 2.0 + min(most, again), "another in each request"
    if changes <= 0.34 * again:
        bits = 1.0 if across > 0 else 3.0 + min(3, again)
        return -bits, "the same in several requests"
    return 0.0, ""


def _changes(by_session: Mapping[str, Sequence[str]]) -> tuple[int, int]:
    """Return how often a session sends a value again, and how often another."""
    again = sum(len(texts) - 1 for texts in by_session.values())
    return again, sum(len(set(texts)) - 1 for texts in by_session.values())


def of_company(place: Place, timeline: Timeline) -> tuple[float, str]:
    """Return what it says that other places of like name have the same value."""
    words = set(words_of(name_of(place.path)))
    for one in place.seen[:20]:
        for number, path in timeline.sent(one.text):
            if number == one.number or path[0] == place.part:
                continue
            if words & set(words_of(name_of(path))):
                return -3.0, "the same elsewhere in other requests"
    return 0.0, ""
