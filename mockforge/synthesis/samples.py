"""What stays as it is from one sample of a thing to the next, and where it moves to."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import cos, radians, sin
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis import clocks
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.naming import words_of
from mockforge.synthesis.roles import role_of

_KEPT = frozenset(("model", "make", "manufacturer", "brand", "firmware", "serial",
                   "vehicle", "unit", "location", "city", "country", "timezone",
                   "sensor", "device", "station", "site", "room", "zone", "building",
                   "host", "hostname", "region", "plate", "vin", "currency", "symbol",
                   "exchange", "name", "sex", "gender", "birth", "dob", "blood",
                   "tenant", "district", "area", "address", "postcode", "imei", "mac",
                   "ip", "driver", "patient", "machine", "line", "floor", "operator",
                   "source", "version", "type", "category", "units", "language",
                   "locale", "ticker", "isin"))  # fmt: skip
_CHANGING = frozenset(("status", "state", "condition", "description", "message", "note",
                       "notes", "level", "event", "action", "comment", "quality",
                       "direction", "phase", "activity"))  # fmt: skip
_MOVING = frozenset(("speed", "heading", "course", "bearing", "velocity", "track",
                     "gps", "odometer", "route", "ride", "trip", "vehicle", "driver",
                     "telemetry", "activity", "truck", "vessel", "ship", "flight",
                     "positions", "waypoints", "mileage"))  # fmt: skip
_DEGREE = 111.0
"""Kilometres of a degree of latitude."""
_SPEEDS = ("speed", "speedkmh", "speedkph", "velocity", "speedmps", "speedms",
           "groundspeed", "speedknots", "speedmph", "speedkn", "sog")  # fmt: skip


def hold(several: Sequence[Members], rng: Random, about: frozenset[str]) -> None:
    """Let samples of one thing be of one thing: the same model, on one way.

    Args:
        several: The samples, in order of time.
        rng: Chance.
        about: The words of what the list is called.
    """
    first = several[0]
    for name in _kept(tuple(first.made)):
        value = first.made[name]
        if not isinstance(value, str | dict | bool) or "lat" in str(value)[:40]:
            continue
        for one in several[1:]:
            one.put(name, copy.deepcopy(value))
    _move(several, rng, about)


@lru_cache(maxsize=1024)
def _kept(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of what is always the same of one thing."""
    return tuple(name for name in names if _KEPT & {*words_of(name)}
                 and not _CHANGING & {*words_of(name)})  # fmt: skip


@lru_cache(maxsize=1024)
def position_in(names: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the names of latitude and longitude, if there are both."""
    found = {role_of(name).name: name for name in reversed(names)}
    if "lat" not in found or "lng" not in found:
        return None
    return found["lat"], found["lng"]


def _move(several: Sequence[Members], rng: Random, about: frozenset[str]) -> None:
    """Let it be where it was, or as far on as it may have come."""
    names = tuple(several[0].made)
    places = [_place(one) for one in several]
    if any(place is None for place in places):
        return
    words = about | {word for name in names for word in words_of(name)}
    is_moving = bool(words & _MOVING)
    first = places[0]
    assert first is not None
    at = first[0][first[1]], first[0][first[2]]
    heading = float(rng.randint(0, 359))
    for place, one in zip(places, several, strict=True):
        assert place is not None
        held, lat, lng = place
        if one is not several[0]:
            heading = _heading(one, heading, rng)
            if is_moving:
                at = _on(at, _way(several, one), heading)
            held[lat], held[lng] = round(at[0], 6), round(at[1], 6)


def _place(one: Members) -> tuple[dict[str, float], str, str] | None:
    """Return the object that tells where it is, with the names in it."""
    objects = [one.made, *(each for each in one.made.values()
                           if isinstance(each, dict))]  # fmt: skip
    for held in objects:
        found = position_in(tuple(held))
        if found is None or any(one.is_given(name) for name in found):
            continue
        if all(is_number(held[name]) for name in found):
            return held, *found
    return None


def _heading(one: Members, heading: float, rng: Random) -> float:
    made = (heading + rng.uniform(-25, 25)) % 360
    told = one.number("heading", "course", "bearing", "direction", "cog")
    if told is not None and not one.is_given(told[0]):
        one.put_like(told[0], round(made, 1))
    return made


def _way(several: Sequence[Members], one: Members) -> float:
    """Return how many kilometres it came since the sample before."""
    told = one.number(*_SPEEDS)
    at = next(i for i, each in enumerate(several) if each is one)
    seconds = _seconds(several[at - 1], one)
    if told is None:
        return 0.012 * min(seconds, 600) * 0.6
    unit = 3.6 if told[0].lower().endswith(("mps", "ms")) else 1.0
    return min(told[1] * unit, 900.0) / 3600 * min(seconds, 900.0)


def _seconds(before: Members, after: Members) -> float:
    for name, value in after.made.items():
        form = clocks.form_in(value)
        if form in ("date-time", "seconds", "milliseconds"):
            start, end = clocks.at(before, name), clocks.at(after, name)
            if start is not None and end is not None and end > start:
                return end - start
    return 60.0


def _on(at: tuple[float, float], way: float, heading: float) -> tuple[float, float]:
    lat = at[0] + way * cos(radians(heading)) / _DEGREE
    wide = max(cos(radians(at[0])), 0.1) * _DEGREE
    return max(-89.0, min(89.0, lat)), at[1] + way * sin(radians(heading)) / wide


def onward(several: Sequence[Members]) -> None:
    """What counts how far it came, or how long it runs, goes on with the time."""
    for before, after in pairwise(several):
        for words, unit in _COUNTING:
            last, held = before.number(*words), after.number(*words)
            if last is None or held is None or after.is_given(held[0]):
                continue
            way = _seconds(before, after) if unit else _driven(before, after)
            if way is not None:
                after.put_like(held[0], round(last[1] + way / (unit or 1.0), 2))


_COUNTING = (
    (("odometer", "odometerkm", "mileage", "mileagekm", "odometermiles", "totalkm",
      "totaldistance", "distancetotal"), 0.0),
    (("uptime", "uptimeseconds", "uptimesec", "uptimes", "elapsedseconds"), 1.0),
    (("uptimehours", "enginehours", "runninghours", "operatinghours"), 3600.0),
)  # fmt: skip


def _driven(before: Members, after: Members) -> float | None:
    told = after.number(*_SPEEDS)
    return None if told is None else told[1] / 3600 * _seconds(before, after)


def bodied(one: Members) -> None:
    """The index of a body is its weight by the square of its height."""
    index = one.number("bmi", "bodymassindex")
    weight = one.number("weightkg", "weight", "bodyweight", "mass")
    height = one.number("heightcm", "height", "heightm")
    if index is None or weight is None or height is None or not height[1]:
        return
    metres = height[1] / 100 if height[1] > 3 else height[1]
    made = weight[1] / metres**2
    if 10 <= made <= 60:
        one.put_number(index[0], round(made, 1))
