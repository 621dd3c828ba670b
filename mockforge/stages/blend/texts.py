"""Texts: JSON read such that what is not changed is written again as it was.

Fractions keep their digits, 2.50 and 1e400 as well as 0.1, and whole numbers are of
any length; nothing is rounded.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

import msgspec

from mockforge.bodies.document import LONGEST, Style, style_of
from mockforge.bodies.exactjson import text_of
from mockforge.bodies.reading import content_type, decoded, is_lines, may_be_json
from mockforge.http import Headers
from mockforge.options import Json

Fraction = msgspec.Raw
"""A number that is written with a point or an exponent, as it is written."""

_decode = msgspec.json.Decoder(float_hook=Fraction).decode
_encode = msgspec.json.Encoder().encode

_WIDE = re.compile("[^\0-\x7f]+")


class Text(NamedTuple):
    """JSON that was read."""

    value: Json
    style: Style
    """How it was written."""


def read(headers: Headers, body: bytes) -> Text | None:
    """Return the JSON that *body* is, its coding undone; None if it is none.

    What JSON has no word for, as NaN, is none, and what is nested deeper than Python
    goes counts as none.
    """
    if not body or len(body) > LONGEST:
        return None
    try:
        plain = decoded(headers, body)
        media = content_type(headers)
        is_tried = may_be_json(media, plain) and not is_lines(media)
        if len(plain) > LONGEST or not is_tried:
            return None
        text = text_of(plain)
        value = _decode(text.lstrip("\ufeff"))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return Text(value, style_of(text))


def written(value: Json) -> bytes:
    """Return *value* as JSON without space between its parts."""
    return _encode(value)


def styled(raw: bytes, style: Style) -> bytes:
    """Return JSON without space between its parts as *style* has it."""
    if style.indent:
        raw = msgspec.json.format(raw, indent=style.indent)
    elif style.separators[0] == ", ":
        raw = msgspec.json.format(raw, indent=0)
    if style.ascii_only and not raw.isascii():
        # Only texts have such letters.
        raw = _WIDE.sub(_escaped, raw.decode()).encode()
    return raw + style.end.encode()


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
