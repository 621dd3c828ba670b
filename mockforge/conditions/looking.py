"""What is looked up by names: keys of objects, places in lists, headers."""

from __future__ import annotations

from collections.abc import Mapping

from mockforge.conditions.comparing import ABSENT
from mockforge.options import Json


def item(value: Json, key: str | int) -> Json:
    """Return what is at a key or place; ABSENT where nothing is."""
    if isinstance(value, Mapping):
        return value.get(str(key), ABSENT)
    if not isinstance(value, list):
        return ABSENT
    if key == "length":
        return len(value)
    if isinstance(key, str):
        if not key.isdecimal() or len(key) > 9:
            return ABSENT
        key = int(key)
    try:
        return value[key]
    except IndexError:
        return ABSENT


def header(names: Mapping[str, Json], wanted: str) -> Json:
    """Return a header, looked up by its name in lower case."""
    headers = names.get("headers")
    if isinstance(headers, Mapping):
        for name, value in headers.items():
            if name.lower() == wanted:
                return value
    return ABSENT
