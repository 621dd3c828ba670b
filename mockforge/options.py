"""What every block of settings is made of: a frozen model, durations, sizes."""

from __future__ import annotations

import math
import re
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

_Number = TypeVar("_Number", int, float)

_DURATION = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)?\s*")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0, None: 1.0}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([kmg]?)i?b?\s*", re.IGNORECASE)
_BYTES = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


def seconds(value: object) -> object:
    """Turn `"60s"`, `"1.5m"` or `"250ms"` into seconds; leave the rest to pydantic.

    Raises:
        ValueError: If a text is no duration.
    """
    if not isinstance(value, str):
        return value
    match = _DURATION.fullmatch(value)
    if match is None:
        raise ValueError(
            f"{value!r} is not a duration; write seconds or 250ms, 60s, 5m, 1h, 2d"
        )
    return float(match[1]) * _SECONDS[match[2]]


def size(value: object) -> object:
    """Turn `1024`, `"64MB"` or `"2 GiB"` into bytes; leave the rest to pydantic.

    A kilobyte is 1024 bytes here, with or without the `i`.

    Raises:
        ValueError: If a text is no size.
    """
    if not isinstance(value, str):
        return value
    match = _SIZE.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is not a size; write bytes or 512KB, 64MB, 2GB")
    return int(float(match[1]) * _BYTES[match[2].lower()])


def _not_negative(value: _Number) -> _Number:
    if not 0 <= value < math.inf:
        raise ValueError(f"{value!r} is below 0 or no number")
    return value


Duration = Annotated[
    float,
    BeforeValidator(seconds, json_schema_input_type=float | str),
    AfterValidator(_not_negative),
]
"""Seconds as a float; a number or a text like `60s` when written."""

Size = Annotated[
    int,
    BeforeValidator(size, json_schema_input_type=int | str),
    AfterValidator(_not_negative),
]
"""Bytes as an int; a number or a text like `64MB` when written."""

Json = Any
"""A parsed JSON value."""


class Options(BaseModel):
    """A block of settings: frozen, and with no room for unknown keys."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True
    )
