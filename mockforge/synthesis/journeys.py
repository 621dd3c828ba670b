"""What comes about between a beginning and an end: days, hours worked, a way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mockforge.synthesis import clocks
from mockforge.synthesis.edges import Span, parts_of, spans_of
from mockforge.synthesis.lasting import HOUR
from mockforge.synthesis.members import Members
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.series import Row


def within(members: Members, rows: Mapping[str, Sequence[Row]]) -> None:
    """What is listed of a week happened in that week."""
    spans = spans_of(tuple(members.made))
    if not spans or not rows:
        return
    start, end = clocks.at(members, spans[0].start), clocks.at(members, spans[0].end)
    if start is None or end is None or end <= start or end < 10 * DAY:
        return
    for several in rows.values():
        items = [row.members for row in several]
        name = items[0].names.get("date", "") if items else ""
        whens = [clocks.at(one, name) for one in items]
        if not whens or any(when is None for when in whens):
            continue
        if all(start <= (when or 0) < end + DAY for when in whens):
            continue
        step = (end - start) / max(len(items), 1)
        for at, one in enumerate(items):
            made = start + step * (at + 0.3)
            clocks.put(one, name, made // DAY * DAY if step > DAY else made)


def worked(members: Members, span: Span, length: float) -> None:
    """Hours worked are those there, but for breaks; speeds are of the way."""
    hours = members.number("hoursworked", "workedhours", "totalhours", "hours")
    is_there = {"clockin", "start"} & {*parts_of(span.start)}
    pause = members.number("breakminutes", "breakmin", "breakduration")
    if hours is not None and is_there and HOUR <= length <= 20 * HOUR:
        off = 0.0 if pause is None else pause[1] / 60
        if pause is not None and pause[1] > 90:
            members.put_number(pause[0], 30)
            off = 0.5
        members.put_number(hours[0], length / HOUR - off)
    way = members.number("distancekm", "distance", "distancemiles", "distancemi",
                         "distancetravelled", "totaldistance")  # fmt: skip
    speed = members.number("avgspeed", "averagespeed", "avgspeedkmh", "averagespeedkmh",
                           "avgspeedkph", "averagespeedmph", "avgspeedmph",
                           "meanspeed", "speedavg")  # fmt: skip
    if way is None or speed is None or length <= 0 or "meter" in way[0].lower():
        return
    made = way[1] / (length / HOUR)
    if speed[1] / 3 <= made <= speed[1] * 1.5:
        members.put_number(speed[0], made)
    else:
        members.put_number(way[0], speed[1] * 0.8 * length / HOUR)
        members.put_number(speed[0], (members.worth(way[0]) or 0) / (length / HOUR))
