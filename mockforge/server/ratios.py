"""Ratios, steps, patterns and schedules as the control routes are told them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TypeVar

from pydantic import ValidationError

from mockforge import options
from mockforge.options import Json
from mockforge.server.enveloped import Wrong, known, near
from mockforge.stages.reality.curves import Curve
from mockforge.stages.reality.options import ScheduleOptions, route, seconds
from mockforge.stages.reality.ratio import Moving

STEP = 0.1
"""How far the ratio is advanced unless it is said."""

MODES: tuple[Moving, ...] = ("time_based", "scheduled")

Given = Mapping[str, Json]
_Word = TypeVar("_Word", bound=str)


def ratio(asked: Given, name: str) -> float:
    """Return the ratio *name* in what was *asked*.

    Raises:
        Wrong: If there is none, or it is not between 0 and 1.
    """
    if name not in asked:
        raise Wrong(f"{name!r} is missing", nearest=f'write {{"{name}": 0.5}}')
    value = asked[name]
    found = number(value)
    if not 0.0 <= found <= 1.0:
        raise Wrong(
            f"{shown(value)} is not between 0 and 1",
            nearest=f"did you mean {_within(found):g}?",
        )
    return found


def step(value: Json) -> float:
    """Return *value* as what a ratio is moved by.

    Raises:
        Wrong: If it is none.
    """
    found = number(value)
    if not -1.0 <= found <= 1.0:
        right = math.copysign(_within(abs(found)), found)
        raise Wrong(
            f"{shown(value)} is not between -1 and 1",
            nearest=f"did you mean {right:g}?",
        )
    return found


def number(value: Json) -> float:
    """Return *value* as a number.

    Raises:
        Wrong: If it is none.
    """
    try:
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise ValueError
        found = float(value)
    except (ValueError, OverflowError):
        raise Wrong(f"{shown(value)} is no number", nearest=_meant(value)) from None
    if not math.isfinite(found):
        raise Wrong(f"{shown(value)} is no number", nearest="write one as in 0.5")
    return found


def pattern(asked: Given) -> str:
    """Return the pattern in what was *asked*.

    Raises:
        Wrong: If there is none, or it would never match.
    """
    value = asked.get("pattern")
    if value is None:
        raise Wrong("'pattern' is missing", nearest="write one as in '/api/users/*'")
    try:
        route(str(value))
    except ValueError as error:
        raise Wrong(str(error)) from None
    return str(value)


def schedule(asked: Given, now: float) -> tuple[ScheduleOptions, Moving]:
    """Return the schedule in what was *asked*, and how it counts.

    Args:
        asked: Its keys. The start is *now* if not given, and the end a time, or how
            long it takes.
        now: Seconds since the epoch.

    Raises:
        Wrong: If something of it is not right.
    """
    known(asked, (*ScheduleOptions.model_fields, "transition_mode"))
    if "end_time" not in asked:
        nearest = "write 2025-01-31T08:00:00Z, or 30m from the start"
        raise Wrong("'end_time' is missing", nearest=nearest)
    mode = asked.get("transition_mode", MODES[0])
    curve = asked.get("curve", Curve.LINEAR.value)
    start = _instant(asked["start_time"]) if "start_time" in asked else now
    ratios = {
        name: ratio(asked, name)
        for name in ("start_ratio", "end_ratio")
        if name in asked
    }
    try:
        made = ScheduleOptions(
            start_time=_written(start),
            end_time=_written(_end(asked["end_time"], start)),
            curve=Curve(_one_of(curve, tuple(each.value for each in Curve))),
            **ratios,
        )
    except ValidationError as error:
        told = error.errors()[0]
        raise Wrong(str(told.get("ctx", {}).get("error", told["msg"]))) from None
    return made, _one_of(mode, MODES)


def shown(value: Json) -> str:
    """Return *value* as it may be told, however long it is."""
    text = repr(value) if not isinstance(value, dict | list) else "what stands there"
    return text if len(text) <= 80 else f"{text[:77]}..."


def _one_of(value: Json, words: tuple[_Word, ...]) -> _Word:
    for word in words:
        if word == value:
            return word
    nearest = near(str(value), words)
    raise Wrong(f"{shown(value)} is none of its values", nearest=nearest)


def _instant(value: Json) -> float:
    try:
        return seconds(str(value))
    except (ValueError, OverflowError):
        raise Wrong(
            f"{shown(value)} is no time", nearest="write one as in 2025-01-31T08:00:00Z"
        ) from None


def _end(value: Json, start: float) -> float:
    try:
        lasting = options.seconds(str(value))
    except ValueError:
        return _instant(value)
    assert isinstance(lasting, float)
    return start + lasting


def _written(at: float) -> str:
    try:
        found = datetime.fromtimestamp(at, UTC)
    except (ValueError, OverflowError, OSError):
        raise Wrong(f"the end is {at:g} s from 1970, which no calendar has") from None
    return found.isoformat().replace("+00:00", "Z")


def _within(found: float) -> float:
    """Return the ratio that *found*, which is none, most likely stands for."""
    if 2.0 <= found <= 100.0:
        return found / 100.0
    return min(max(found, 0.0), 1.0)


def _meant(value: Json) -> str:
    text = str(value).strip().replace(",", ".")
    try:
        found = float(text.removesuffix("%"))
    except ValueError:
        found = math.nan
    if isinstance(value, bool) or not math.isfinite(found):
        return "write one as in 0.5"
    is_share = text.endswith("%") and 0.0 <= found <= 100.0
    return f"did you mean {found / 100.0 if is_share else found:g}?"
