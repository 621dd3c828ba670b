"""Encoded stretches of a text that are worth a look inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mockforge.recordings.redact import views

_ESCAPE = re.compile(rb"%[0-9a-fA-F]{2}")
# What ends a percent-encoded stretch: none of these stands in a URL unencoded.
_STOPS = bytes(32 if c in b" \t\r\n\f\v\"'<>\\|,(){}" else 97 for c in range(256))
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]+={0,2}")
_IN_BASE64 = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-"
)
# The first of four characters is the upper part of a byte: these are of text in ASCII.
_BEGINS_TEXT = b"IJKLMNOPQRSTUVWXYZabcdef"
_PRINTABLE = bytes(range(32, 127)) + b"\t\r\n"
_HIGH = bytes(range(128, 256))
_FURTHEST = 256


def percent_encoded(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where in *data* there is a stretch with percent-encoding, such as a URL."""
    if b"%" not in data or not _ESCAPE.search(data):
        return
    shape, end = data.translate(_STOPS), 0
    for escape in _ESCAPE.finditer(data):
        if escape.start() < end:
            continue
        start = shape.rfind(b" ", end, escape.start()) + 1 or end
        end = shape.find(b" ", escape.end())
        end = len(data) if end < 0 else end
        yield start, end


def base64_texts(
    data: bytes, runs: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield where in *data* there is base64 of a text.

    Args:
        data: Any text.
        runs: Where it has long runs of letters, digits, dashes and underscores.
    """
    done = 0
    for first, last in runs:
        if first < done:
            continue
        start = _begin(data, first, done)
        if data[start : start + 16 : 4].translate(None, _BEGINS_TEXT):
            if data[last : last + 1] in (b"+", b"/"):
                found = _BASE64.match(data, start)
                done = found.end() if found else last
            continue
        found = _BASE64.match(data, start)
        done = found.end() if found else last
        if found and _is_text(found[0]):
            yield found.span()


def _begin(data: bytes, first: int, done: int) -> int:
    """Return where the base64 begins that *first* is in: a run ends at `+` and `/`."""
    start, least = first, max(done, first - _FURTHEST)
    while start > least and data[start - 1] in _IN_BASE64:
        start -= 1
    return start


def _is_text(run: bytes) -> bool:
    plain = views.decode_base64(run)
    return plain is not None and not plain.translate(None, _PRINTABLE + _HIGH)
