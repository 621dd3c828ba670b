"""Times as they are written in a document: read, and written in the same form."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from mockforge.options import Json
from mockforge.synthesis.members import Members, is_number
from mockforge.synthesis.moments import DAY, written

_FULL = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:"
                   r"?\d\d)?)?")  # fmt: skip
_CLOCK = re.compile(r"(\d\d):(\d\d)(?::\d\d)?Z?")


def form_in(value: Json) -> str:
    """Return how *value* writes a time, or nothing where it is none."""
    if isinstance(value, str):
        if _FULL.fullmatch(value):
            return "date" if len(value) == 10 else "date-time"
        match = _CLOCK.fullmatch(value)
        return "" if match is None else "clock" if len(value) == 5 else "time"
    if is_number(value):
        if 10**8 < value < 10**11:
            return "seconds"
        return "milliseconds" if 10**11 <= value < 10**14 else ""
    return ""


def seconds_of(value: Json) -> float | None:
    """Return the seconds since 1970 of *value*, or since midnight for a clock."""
    form = form_in(value)
    if form in ("date", "date-time"):
        try:
            at = datetime.fromisoformat(str(value))
        except ValueError:
            return None
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    if form in ("clock", "time"):
        return int(str(value)[:2]) * 3600.0 + int(str(value)[3:5]) * 60.0
    if form and is_number(value):
        return value / 1000 if form == "milliseconds" else float(value)
    return None


def like(value: Json, seconds: float) -> Json:
    """Return *seconds* as *value* writes its time."""
    form = form_in(value) or "date-time"
    if form in ("clock", "time"):
        seconds %= DAY
    made = written(max(seconds, 0.0), form)
    if isinstance(value, str) and isinstance(made, str) and value[10:11] == " ":
        # Written as databases do: a blank in the middle, perhaps no zone.
        made = made.replace("T", " ")
        return made if value.endswith("Z") else made.removesuffix("Z")
    return made


def at(members: Members, name: str) -> float | None:
    """Return the time under *name*."""
    value = members.made.get(name)
    return None if value is None else seconds_of(value)


def put(members: Members, name: str, seconds: float) -> bool:
    """Put a time in the form that *name* has it in."""
    return members.put(name, like(members.made.get(name), seconds))
