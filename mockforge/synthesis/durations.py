"""From a beginning to an end, and how long that is."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis import clocks
from mockforge.synthesis.bills import status_of
from mockforge.synthesis.edges import Span, parts_of, spans_of
from mockforge.synthesis.entity import Entity
from mockforge.synthesis.journeys import worked
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


def fit(members: Members, entity: Entity, rng: Random, now: float) -> None:
    """Let ends come after beginnings, as long after as is usual and told."""
    names = tuple(members.made)
    spans = spans_of(names)
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
    span: Span,
    around: tuple[Entity, Random, float],
    told_by: tuple[tuple[str, float | None], ...],
) -> None:
    """Let one end be as long after its beginning as is usual and told."""
    entity, rng, now = around
    start = clocks.at(members, span.start) or 0.0
    end = clocks.at(members, span.end) or 0.0
    if _is_clock(members, span.start):
        _measure(members, told_by, (end - start) % DAY, span, entity)
        worked(members, span, (end - start) % DAY)
        return
    length = _length(members, told_by, span, end - start, around)
    start = _placed(members, span, length, around)
    usual = _usual(members, entity, span)
    if "period" in span.topic and _is_month(members, span, start, usual):
        length = _month_end(start) - start
    _settle(members, span, start, length, now)
    start = clocks.at(members, span.start) or 0.0
    end = clocks.at(members, span.end) or 0.0
    if usual is not None and usual[1] <= 4 * HOUR:
        _at_once(members, span, start, rng)
    if end >= start:
        _measure(members, told_by, end - start, span, entity)
        worked(members, span, end - start)


def _length(
    members: Members,
    told_by: tuple[tuple[str, float | None], ...],
    span: Span,
    held: float,
    around: tuple[Entity, Random, float],
) -> float:
    """Return how long it lasts: as is told, as it does if that is usual, or so."""
    entity, rng, _ = around
    told = _told(members, told_by, entity, span)
    if told is not None:
        return told
    usual = _usual(members, entity, span)
    if usual is not None:
        return _drawn(held, usual, members, span, rng)
    is_brief = any(unit is not None and unit <= HOUR and members.worth(name)
                   for name, unit in told_by)  # fmt: skip
    return (
        held if held > 0 and not is_brief else _any_length(members, told_by, span, rng)
    )


def _placed(
    members: Members, span: Span, length: float, around: tuple[Entity, Random, float]
) -> float:
    """Move a beginning that cannot be when it is: the sun rises in the morning."""
    _, rng, now = around
    start = clocks.at(members, span.start) or 0.0
    if members.is_given(span.start):
        return start
    made = start
    is_day = clocks.form_in(members.made[span.start]) == "date"
    if "sunrise" in parts_of(span.start):
        day = _day_of(members, start if {"created", "updated"} & members.names.keys()
                      else around[2])  # fmt: skip
        made = day // DAY * DAY + rng.uniform(5.2, 7.8) * HOUR
    elif "period" in span.topic:
        is_on = "current" in span.topic and status_of(members) not in _OVER
        if is_on and not start <= now <= start + length:
            made = now - rng.uniform(0.05, 0.95) * length
        if is_day and 27 * DAY < length < 32 * DAY:
            made = _month_of(made)
    else:
        made = _by_status(members, span, length, around)
    if "week" in span.topic:
        made -= (made // DAY - 4) % 7 * DAY
    if made != start:
        clocks.put(members, span.start, made)
    return clocks.at(members, span.start) or start


def _day_of(members: Members, now: float) -> float:
    """Return the day that is told, or *now*."""
    for one in ("date", "day", "forecastdate", "datetime", "observedat", "timestamp"):
        when = clocks.at(members, members.names.get(one, ""))
        if when is not None and when > DAY:
            return when
    return now


def _by_status(
    members: Members, span: Span, length: float, around: tuple[Entity, Random, float]
) -> float:
    """Return a beginning that lets the status be what it is now."""
    _, rng, now = around
    start = clocks.at(members, span.start) or 0.0
    is_planned = bool(_PLANNED & {*parts_of(span.start)}) and not span.is_past
    if not is_planned or members.is_given(span.end):
        return start
    status = status_of(members)
    if status in _DURING and not start <= now <= start + length:
        return now - length * rng.uniform(0.05, 0.9)
    if status in _AFTER and start + length > now:
        return now - length - rng.uniform(0.5, 60) * DAY
    if status in _BEFORE and start <= now:
        return float((now // 900 + rng.randint(8, 2880)) * 900)
    return start


_PLANNED = frozenset(("start", "starts", "checkin", "pickup", "departure", "departs",
                      "from", "begin", "begins", "effective",
                      "inception"))  # fmt: skip
_DURING = frozenset(("active", "ongoing", "in_progress", "running", "current", "live",
                     "checked_in", "in_flight", "departed"))  # fmt: skip
_AFTER = frozenset(("expired", "ended", "completed", "past", "finished", "checked_out",
                    "landed", "arrived", "closed", "returned"))  # fmt: skip
_BEFORE = frozenset(("scheduled", "upcoming", "planned", "reserved", "booked",
                     "future"))  # fmt: skip
_OVER = frozenset(("canceled", "cancelled", "expired", "ended", "unpaid", "terminated",
                   "inactive"))  # fmt: skip


def _is_month(
    members: Members, span: Span, start: float, usual: tuple[float, float] | None
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


def _at_once(members: Members, span: Span, start: float, rng: Random) -> None:
    """What takes minutes was asked for minutes before."""
    for name in members.made:
        words = words_of(name)
        is_asked = bool({"queued", "created", "requested", "scheduled", "enqueued",
                         "submitted"} & {*words})  # fmt: skip
        when = clocks.at(members, name) if is_asked and name != span.start else None
        if when is not None and not 0 <= start - when <= 900 and span.is_past:
            clocks.put(members, name, start - rng.randint(1, 240))


def _any_length(
    members: Members,
    told_by: tuple[tuple[str, float | None], ...],
    span: Span,
    rng: Random,
) -> float:
    """Return how long it took, as a field tells that is there anyhow."""
    for name, unit in told_by:
        worth = members.worth(name)
        if unit is not None and worth is not None and worth > 0:
            return max(worth * unit, 1.0)
    is_day = clocks.form_in(members.made[span.end]) == "date"
    return rng.randint(1, 30) * DAY if is_day else rng.randint(10, 90) * MINUTE


def _told(
    members: Members,
    told_by: tuple[tuple[str, float | None], ...],
    entity: Entity,
    span: Span,
) -> float | None:
    """Return the length that was given, and is not to be worked out."""
    for name, unit in told_by:
        worth = members.worth(name)
        is_term = unit is not None and unit > 27 * DAY
        if worth is not None and (is_term or members.is_given(name)):
            return worth * (unit or _unit(members, name, span, entity, worth * 60))
    return None


def _usual(members: Members, entity: Entity, span: Span) -> tuple[float, float] | None:
    if {"departure", "departs"} & {*parts_of(span.start)} and entity.kind != "flight":
        return (40 * MINUTE, 5 * HOUR)
    if "borrowed" in parts_of(span.start):
        return (2 * DAY, 27 * DAY)
    if "week" in span.topic:
        return (6 * DAY, 6 * DAY)
    interval = members.made.get(members.names.get("interval", ""))
    if interval is None:
        interval = members.made.get(members.names.get("billingcycle", ""))
    if "period" in span.topic or ("billing" in span.topic):
        return period(interval)
    if {"sunrise", "sunset"} & {*parts_of(span.start)}:
        return (9.5 * HOUR, 15 * HOUR)
    return usual_of((*span.topic, entity.kind, entity.whole.kind, entity.shared.noun))


def _drawn(
    length: float,
    usual: tuple[float, float],
    members: Members,
    span: Span,
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
    members: Members, span: Span, start: float, length: float, now: float
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
    span: Span,
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
    members: Members, name: str, span: Span, entity: Entity, length: float
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
