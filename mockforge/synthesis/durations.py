"""From a beginning to an end, and how long that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from random import Random  # noqa: TID251 - the type alone
from typing import NamedTuple

from mockforge.synthesis import clocks
from mockforge.synthesis.bills import status_of
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.lasting import (
    BRIEF,
    HOUR,
    MINUTE,
    UNITS,
    measured,
    period,
    spoken,
    usual_of,
)
from mockforge.synthesis.members import Members
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.naming import words_of

_JOINS = {("check", "in"): "checkin", ("check", "out"): "checkout",
          ("clock", "in"): "clockin", ("clock", "out"): "clockout",
          ("pick", "up"): "pickup", ("picked", "up"): "pickup",
          ("drop", "off"): "dropoff", ("kick", "off"): "kickoff"}  # fmt: skip
_STARTS = frozenset(("start", "started", "starts", "begin", "began", "begins", "from",
                     "departure", "departs", "departed", "depart", "checkin",
                     "clockin", "opened", "opens", "admitted", "admission", "pickup",
                     "inception", "commenced", "beginning", "effective", "triggered",
                     "kickoff", "since", "boarding", "sunrise", "open"))  # fmt: skip
_ENDS = frozenset(("end", "ended", "ends", "finish", "finished", "until", "to",
                   "close", "arrival", "arrives", "arrived", "arrive", "checkout",
                   "clockout", "closed", "closes", "completed", "discharged",
                   "discharge", "dropoff", "returned", "expiration", "expires",
                   "expiry", "maturity", "termination", "resolved", "through",
                   "finishes", "thru", "expired", "sunset", "stopped",
                   "stop"))  # fmt: skip
_PAST = frozenset(("ended", "finished", "arrived", "closed", "completed",
                   "discharged", "returned", "resolved", "stopped"))  # fmt: skip
_FILL = frozenset(("at", "on", "date", "time", "day", "datetime", "timestamp",
                   "valid", "actual", "scheduled", "planned", "is", "local", "utc",
                   "ts", "effective", "return"))  # fmt: skip


class _Span(NamedTuple):
    """A beginning, its end, and the fields that tell how long it is."""

    start: str
    end: str
    topic: tuple[str, ...]
    is_past: bool


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    words = list(words_of(name))
    for at in range(len(words) - 1):
        joined = _JOINS.get((words[at], words[at + 1]))
        if joined is not None:
            words[at : at + 2] = [joined]
            break
    return tuple(words)


@lru_cache(maxsize=2048)
def _spans(names: tuple[str, ...]) -> tuple[_Span, ...]:
    starts = list(_edges(names, _STARTS))
    ends = list(_edges(names, _ENDS))
    found = []
    for start, topic in starts:
        match = next((one for one in ends if one[1] == topic and
                      _alike(start, one[0])), None)  # fmt: skip
        if match is None and len(starts) == 1 and not topic:
            match = next(iter(ends), None)
        if match is not None:
            is_past = bool(_PAST & {*_parts(match[0])})
            found.append(_Span(start, match[0], topic, is_past))
    return tuple(found)


def _alike(start: str, end: str) -> bool:
    """Return whether both are planned, or neither is."""
    marks = ("actual", "scheduled", "planned", "estimated")
    return all((one in _parts(start)) == (one in _parts(end)) for one in marks)


def _edges(
    names: tuple[str, ...], edges: frozenset[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in names:
        words = _parts(name)
        at = next((i for i in reversed(range(len(words))) if words[i] in edges), None)
        if at is not None:
            rest = words[:at] + words[at + 1 :]
            yield name, tuple(word for word in rest if word not in _FILL)


def fit(members: Members, entity: Entity, rng: Random, now: float) -> None:
    """Let ends come after beginnings, as long after as is usual and told."""
    names = tuple(members.made)
    spans = _spans(names)
    if not spans:
        return
    for span in spans:
        start, end = clocks.at(members, span.start), clocks.at(members, span.end)
        if start is not None and end is not None:
            _span(members, span, (entity, rng, now), measured(names))
        elif span.topic and start is not end:
            members.drop(span.end if start is None else span.start)


def _span(
    members: Members,
    span: _Span,
    around: tuple[Entity, Random, float],
    told_by: tuple[tuple[str, float | None], ...],
) -> None:
    """Let one end be as long after its beginning as is usual and told."""
    entity, rng, now = around
    start = clocks.at(members, span.start) or 0.0
    end = clocks.at(members, span.end) or 0.0
    if _is_clock(members, span.start):
        _measure(members, told_by, (end - start) % DAY, span, entity)
        return
    start = _placed(members, span, start, around)
    told = _told(members, told_by, entity, span)
    length = end - start if told is None else told
    usual = _usual(members, entity, span)
    if "period" in span.topic and _is_month(members, span, start, usual):
        length = _month_end(start) - start
    elif told is None and usual is not None:
        length = _drawn(length, usual, members, span, rng)
    _settle(members, span, start, length, now)
    start = clocks.at(members, span.start) or 0.0
    end = clocks.at(members, span.end) or 0.0
    if usual is not None and usual[1] <= 4 * HOUR:
        _at_once(members, span, start, rng)
    if end >= start:
        _measure(members, told_by, end - start, span, entity)


def _placed(
    members: Members, span: _Span, start: float, around: tuple[Entity, Random, float]
) -> float:
    """Move a beginning that cannot be when it is: the sun rises in the morning."""
    entity, rng, now = around
    if members.is_given(span.start):
        return start
    made = start
    is_day = clocks.form_in(members.made[span.start]) == "date"
    if "sunrise" in _parts(span.start):
        made = start // DAY * DAY + rng.uniform(5.2, 7.8) * HOUR
    elif "period" in span.topic:
        long = (_usual(members, entity, span) or (30 * DAY, 0))[0]
        is_on = "current" in span.topic and status_of(members) not in _OVER
        if is_on and not start <= now <= start + long:
            made = now - rng.uniform(0.05, 0.95) * long
        if is_day and 27 * DAY < long < 32 * DAY:
            made = _month_of(made)
    if made != start:
        clocks.put(members, span.start, made)
    return clocks.at(members, span.start) or start


_OVER = frozenset(("canceled", "cancelled", "expired", "ended", "unpaid",
                   "terminated", "inactive"))  # fmt: skip


def _is_month(
    members: Members, span: _Span, start: float, usual: tuple[float, float] | None
) -> bool:
    is_day = clocks.form_in(members.made[span.start]) == "date"
    is_first = datetime.fromtimestamp(start, UTC).day == 1
    return is_day and is_first and usual is not None and 27 * DAY < usual[0] < 32 * DAY


def _month_of(when: float) -> float:
    at = datetime.fromtimestamp(when, UTC)
    return at.replace(day=1, hour=0, minute=0, second=0).timestamp()


def _month_end(when: float) -> float:
    """Return the last day of the month of *when*."""
    return _month_of(_month_of(when) + 32 * DAY) - DAY


def _is_clock(members: Members, name: str) -> bool:
    """Return whether *name* is a time of any day."""
    return clocks.form_in(members.made.get(name)) in ("clock", "time")


def _at_once(members: Members, span: _Span, start: float, rng: Random) -> None:
    """What takes minutes was asked for minutes before."""
    for name in members.made:
        words = words_of(name)
        is_asked = bool({"queued", "created", "requested", "scheduled", "enqueued",
                         "submitted"} & {*words})  # fmt: skip
        when = clocks.at(members, name) if is_asked and name != span.start else None
        if when is not None and not 0 <= start - when <= 900 and span.is_past:
            clocks.put(members, name, start - rng.randint(1, 240))


def _told(
    members: Members,
    told_by: tuple[tuple[str, float | None], ...],
    entity: Entity,
    span: _Span,
) -> float | None:
    """Return the length that was given, and is not to be worked out."""
    for name, unit in told_by:
        worth = members.worth(name)
        is_term = unit is not None and unit > 27 * DAY
        if worth is not None and (is_term or members.is_given(name)):
            return worth * (unit or _unit(members, name, span, entity, worth * 60))
    return None


def _usual(members: Members, entity: Entity, span: _Span) -> tuple[float, float] | None:
    interval = members.made.get(members.names.get("interval", ""))
    if interval is None:
        interval = members.made.get(members.names.get("billingcycle", ""))
    if "period" in span.topic or ("billing" in span.topic):
        return period(interval)
    if {"sunrise", "sunset"} & {*_parts(span.start)}:
        return (9.5 * HOUR, 15 * HOUR)
    return usual_of((*span.topic, entity.kind, entity.whole.kind, entity.shared.noun))


def _drawn(
    length: float,
    usual: tuple[float, float],
    members: Members,
    span: _Span,
    rng: Random,
) -> float:
    """Return *length* where it is usual, else one that is."""
    low, high = usual
    is_day = clocks.form_in(members.made[span.end]) == "date"
    if is_day:
        low, high = max(low, DAY), max(high, DAY)
    if low <= length <= high and low < high:
        return length
    made = low + (high - low) * float(rng.random() ** 1.8)
    step = DAY if made >= 2 * DAY else 900 if made >= 1.5 * HOUR else 300 \
        if made >= 1800 and not span.is_past else 1  # fmt: skip
    return max(round(made / step), 1) * float(step)


def _settle(
    members: Members, span: _Span, start: float, length: float, now: float
) -> None:
    end = start + length
    if span.is_past and end > now and not members.is_given(span.start):
        start = max(now - length, 0)
        clocks.put(members, span.start, start)
        start = clocks.at(members, span.start) or start
        end = min(start + length, now)
    if not members.is_given(span.end) and clocks.put(members, span.end, end):
        return
    held = clocks.at(members, span.end)
    if held is not None and not members.is_given(span.start):
        clocks.put(members, span.start, held - length)


def _measure(
    members: Members,
    told_by: tuple[tuple[str, float | None], ...],
    length: float,
    span: _Span,
    entity: Entity,
) -> None:
    for name, unit in told_by:
        worth = members.worth(name)
        held = members.made[name]
        if isinstance(held, str) and worth is None:
            if "duration" in words_of(name) and len(held) < 40 and length < 3 * DAY:
                members.put(name, spoken(held, length))
            continue
        if worth is None:
            continue
        size = unit or _unit(members, name, span, entity, length)
        made = length / size
        members.put_number(name, made)


def _unit(
    members: Members, name: str, span: _Span, entity: Entity, length: float
) -> float:
    """Return the unit that a plain `duration` is in."""
    told = members.made.get(members.names.get("durationunit", ""))
    if isinstance(told, str) and told.lower() in UNITS:
        return UNITS[told.lower()]
    if clocks.form_in(members.made.get(span.end)) == "date":
        return DAY
    about = {entity.kind, entity.whole.kind, *span.topic,
             *words_of(entity.shared.noun)}  # fmt: skip
    if about & BRIEF:
        return 1.0
    return DAY if length >= 2 * DAY else MINUTE
