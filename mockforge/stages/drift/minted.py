"""Minted: values that are another each time anyway, and do not drift."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from mockforge.options import Json
from mockforge.stages.drift.fields import digest
from mockforge.stages.drift.numbers import Number

Change = tuple[Number, Number, Decimal, float]
"""A number before and after, the first one of the thing, and when it was after."""

# Where one of these is another, so is the thing that the fields beside it tell of.
_SAME = ("id", "_id", "uuid", "guid", "uid", "username", "login", "email")

_STATE = re.compile(r"[^\W\d][\w ./-]{0,39}")
_OTHER_EACH_TIME = re.compile(
    r"(?i:^|_)(?:id|uuid|guid|nonce|token|etag|hash|digest|cursor|signature|secret)$"
    r"|(?i:etag)$|[a-z](?:Id|ID|Uuid|Token|Nonce|Hash|Cursor)$"
)


def is_minted(name: str) -> bool:
    """Return whether a field called *name* is an id, a token or a digest."""
    return _OTHER_EACH_TIME.search(name) is not None


def whose(value: dict[str, Json]) -> str:
    """Return what tells whether an object is of the same thing as one before."""
    told = [value.get(name) for name in _SAME]
    return f"#{digest(told)}" if any(told) else ""


def state_of(value: Json) -> str | None:
    """Return *value* as a state; None if it is none: a number, a text of many."""
    if isinstance(value, bool):
        return "true" if value else "false"
    is_state = isinstance(value, str) and _STATE.fullmatch(value) is not None
    return value if is_state and sum(map(str.isdigit, value)) < 4 else None


def are_times(numbers: Sequence[Change]) -> bool:
    """Whether numbers tell when they were read: seconds since the epoch, or parts."""
    for unit in (1.0, 1e3, 1e6, 1e9):
        if all(
            float(after.value) / unit > 1e8
            and abs(float(after.value) / unit - at) < 30 * 86_400.0
            for _, after, _, at in numbers
        ):
            return True
    return False


def are_tokens(numbers: Sequence[Change]) -> bool:
    """Whether numbers are long ones that have nothing to do with those before."""
    ints = [after.value for _, after, _, _ in numbers if after.kind != "float"]
    if len(ints) < len(numbers) or len(set(ints)) < 0.9 * len(ints):
        return False
    width = float(max(ints) - min(ints))
    moves = [abs(float(after.value - one.value)) for one, after, _, _ in numbers]
    return width > 1e6 and sum(moves) / len(moves) > width / 5
