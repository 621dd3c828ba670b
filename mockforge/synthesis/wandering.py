"""Samples of one thing: at even steps of time, each near the one before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from random import Random  # noqa: TID251 - the type alone

from mockforge.options import Json
from mockforge.synthesis import clocks
from mockforge.synthesis.families import relate
from mockforge.synthesis.lives import is_time
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.moments import DAY
from mockforge.synthesis.naming import singular, words_of
from mockforge.synthesis.reckoning import reckon
from mockforge.synthesis.roles import role_of
from mockforge.synthesis.samples import bodied, onward
from mockforge.synthesis.timing import MONTH

_RISING = frozenset(("odometer", "sequence", "seq", "cumulative", "cumulated",
                     "mileage", "uptime", "offset", "kilometers", "running", "meter",
                     "elapsed", "sofar"))  # fmt: skip
_FALLING = frozenset(("battery", "fuel", "charge"))


def measures(several: Sequence[Members], but: tuple[str, ...]) -> list[str]:
    """Return the names of numbers that go on from one item to the next."""
    found: list[str] = []
    if any(isinstance(value, list) for value in several[0].made.values()):
        # It tells of a list of its own.
        return found
    for name in several[0].made:
        if name in but or role_of(name).name in (
            "id", "year", "month", "day", "http status", "number", "lat", "lng",
        ):  # fmt: skip
            continue
        if {*words_of(name)} & _NO_MEASURES:
            continue
        if all(is_number(one.made.get(name)) and not one.is_given(name)
               and not is_time(name) for one in several):  # fmt: skip
            found.append(name)
    return found


_NO_MEASURES = frozenset(("status", "code", "port", "version", "attempt", "attempts",
                          "retries", "channel", "line"))  # fmt: skip


def evenly(
    several: Sequence[Members],
    name: str,
    ends: tuple[float, float],
    about: frozenset[str] = frozenset(),
    asked: float | None = None,
) -> None:
    """Put times at even steps, the last of them just past.

    Args:
        several: The samples.
        name: Of their time.
        ends: The last of the times there are, and now.
        about: The words of what the list is called.
        asked: How many seconds a step is asked to be.
    """
    latest, now = ends
    form = clocks.form_in(several[0].made[name])
    if form in ("clock", "time"):
        step = min(asked or 3600.0, 3600.0)
        last = step * len(several)
    elif form == "date":
        step = max(_dated(about, several) if asked is None else asked, DAY)
        last = now // DAY * DAY
    else:
        step = asked or _step(several, name, about)
        last = now // step * step
    if latest > now + DAY:
        # What lies ahead begins with today.
        last = now // step * step + step * (len(several) - 1)
    is_monthly = step == MONTH
    for at, one in enumerate(several):
        back = len(several) - 1 - at
        was = clocks.at(one, name) or 0.0
        clocks.put(one, name, months_before(now, back) if is_monthly
                   else last - step * back)  # fmt: skip
        _shift(one, name, was)


def _shift(one: Members, but: str, was: float) -> None:
    """Move what else is of that day to the day it is now."""
    days = (clocks.at(one, but) or was) // DAY - was // DAY
    for name, value in one.made.items():
        when = clocks.at(one, name) if clocks.form_in(value) else None
        if name != but and when is not None and abs(when - was) < 1:
            # The same time, written once more.
            clocks.put(one, name, clocks.at(one, but) or was)
    for name, value in one.made.items() if days else ():
        if name != but and clocks.form_in(value) in ("date-time", "seconds"):
            when = clocks.at(one, name)
            if when is not None and abs(when - was) < 2 * DAY:
                clocks.put(one, name, when + days * DAY)


def months_before(now: float, many: int) -> float:
    """Return the beginning of the month that is *many* months before that of *now*."""
    at = datetime.fromtimestamp(now, UTC)
    month = at.year * 12 + at.month - 1 - many
    return datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC).timestamp()


def _dated(about: frozenset[str], several: Sequence[Members]) -> float:
    """Return how far apart days are that are told alone: a meter is read monthly."""
    words = {word for one in several[0].made for word in words_of(one)} | about
    return MONTH if {"meter", "bill", "billing"} & words else DAY


def _step(several: Sequence[Members], name: str, about: frozenset[str]) -> float:
    words = {*words_of(name), *about}
    words |= {word for one in several[0].made for word in words_of(one)}
    told = several[0].made.get(several[0].names.get("interval", ""))
    if told in _STEPS:
        return _STEPS[str(told)]
    if (
        {"day", "daily"} & words
        or {"open", "close"} <= words
        or "date" in words_of(name)
    ):
        return DAY
    return 3600.0 if {"hour", "hourly"} & words else 300.0


_STEPS = {"1m": 60.0, "5m": 300.0, "15m": 900.0, "30m": 1800.0, "1h": 3600.0,
          "hour": 3600.0, "hourly": 3600.0, "1d": DAY, "day": DAY, "daily": DAY,
          "minute": 60.0, "4h": 14400.0, "week": 7 * DAY, "1w": 7 * DAY}  # fmt: skip


def wander(several: Sequence[Members], names: list[str], rng: Random) -> None:
    """Let each number be near the one before."""
    for group in grouped(several):
        for name in names:
            values = [worth for one in group if (worth := one.worth(name)) is not None]
            words = {singular(word) for word in words_of(name)}
            if len(values) != len(group):
                continue
            for one, value in zip(group, _smooth(values, words), strict=True):
                one.put_number(name, value)
        _chain(group)
        _follow(group)
        onward(group)
        for one in group:
            relate(one, rng)
            reckon(one, rng)
            bodied(one)


def grouped(several: Sequence[Members]) -> list[list[Members]]:
    """Return samples by what they are of; ids of their own tell nothing of that."""
    names = [name for name in several[0].made if _tells(name)]
    names = [name for name in names
             if len({str(one.made.get(name)) for one in several}) < len(several)
             or any(one.is_given(name) for one in several)]  # fmt: skip
    groups: dict[tuple[Json, ...], list[Members]] = {}
    for one in several:
        key = tuple(str(one.made.get(name)) for name in names)
        groups.setdefault(key, []).append(one)
    return [*groups.values()]


def _follow(group: Sequence[Members]) -> None:
    """A meter has what it had, and what was used since."""
    for before, after in pairwise(group):
        old, new = after.first_of("old reading"), after.first_of("new reading")
        used = after.first_of("consumption")
        last = before.first_of("new reading")
        if new is None or last is None or new == used or (old or used) is None:
            return
        held = before.worth(last) or 0.0
        if old is not None:
            after.put_number(old, held)
        if used is not None:
            after.put_number(new, round(held + (after.worth(used) or 0.0), 2))


def _tells(name: str) -> bool:
    """Return whether what is under *name* tells which of several it is."""
    words = words_of(name)
    return words[-1:] in (("id",), ("type",), ("metric",), ("symbol",), ("unit",),
                          ("name",), ("sensor",), ("device",))  # fmt: skip


def _smooth(values: list[float], words: set[str]) -> list[float]:
    if words & _FIXED or (words & _WHOLES and "total" in words):
        return values[:1] * len(values)
    if words & _RISING or "total" in words:
        return _steady(values)
    if words & _FALLING:
        ordered = sorted(values, reverse=True)
        first = ordered[0]
        return [first - (first - value) * 0.15 for value in ordered]
    made, share = [values[0]], 0.02 if words & _SLOW else 0.2
    for value in values[1:]:
        made.append(made[-1] + share * (value - made[-1]))
    return made


def _steady(values: list[float]) -> list[float]:
    """Return values that rise, by a little more or less each time."""
    ordered = sorted(values)
    first = ordered[0]
    return [round(first + (value - first) * 0.1, 2) for value in ordered]


_FIXED = frozenset(("capacity", "limit", "quota", "threshold", "target", "setpoint",
                    "height", "width", "diameter", "elevation", "sunrise",
                    "floor"))  # fmt: skip
_SLOW = frozenset(("weight", "bmi", "population", "altitude"))
_WHOLES = frozenset(("memory", "mem", "core", "disk", "storage", "space", "ram",
                     "swap", "seat", "gb", "mb"))  # fmt: skip


def _chain(group: Sequence[Members]) -> None:
    """What a day opens with is what the one before closed with."""
    for before, after in pairwise(group):
        close, opened = before.number("close", "closeprice"), after.number(
            "open", "openprice")  # fmt: skip
        if close is None or opened is None:
            return
        after.put_number(opened[0], close[1])
    for one in group:
        values = [found[1] for word in ("open", "close", "openprice", "closeprice")
                  if (found := one.number(word))]  # fmt: skip
        high, low = one.number("high", "highprice"), one.number("low", "lowprice")
        if high is not None:
            one.put_number(high[0], min(max(high[1], max(values)), max(values) * 1.02))
        if low is not None:
            one.put_number(low[0], max(min(low[1], min(values)), min(values) * 0.98))
