"""JSON read without loss, and one form for documents that mean the same.

The standard library's reader rounds 0.1000000000000000055 and keeps the last of two
members of one name; what is compared here is neither rounded nor dropped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from operator import itemgetter

from mockforge.options import Json

Member = tuple[str, Json]

# The largest number of digits that Python turns into an int, and back, unasked.
_DIGITS = 4300
_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?")
_PLAIN_NAME = re.compile(r"[^\W\d][\w-]*")


class Repeated(dict[str, Json]):
    """An object that names a member more than once; the last is the dict's own."""

    earlier: list[Member]


def text_of(body: bytes) -> str:
    """Return the text of a JSON body.

    Raises:
        ValueError: If it is in no encoding that JSON may have.
    """
    if body[:3] == b"\xef\xbb\xbf" or b"\0" in body[:4] or body[:2] == b"\xff\xfe":
        return body.decode(json.detect_encoding(body))
    return body.decode()


def read(text: str) -> Json:
    """Return the document of *text* as dicts and lists.

    Numbers are ints where they are whole, else bytes; see `number`. An object with a
    repeated name is a `Repeated`.

    Raises:
        ValueError: If it is not JSON.
        RecursionError: If it is nested deeper than Python goes.
    """
    return _decoded(text, _READ)


def frozen(text: str) -> Json:
    """Return the document of *text* in the form that equal documents share.

    Objects are tuples of their members sorted by name, lists are lists.

    Raises:
        ValueError: If it is not JSON.
        RecursionError: If it is nested deeper than Python goes.
    """
    return _decoded(text, _FREEZE)


def freeze(value: Json) -> Json:
    """Return what `frozen` gives for the text that `read` made *value* from."""
    if isinstance(value, dict):
        members = [(name, freeze(member)) for name, member in members_of(value)]
        members.sort(key=itemgetter(0))
        return tuple(members)
    if isinstance(value, list):
        return [freeze(item) for item in value]
    return value


def members_of(value: dict[str, Json]) -> list[Member]:
    """Return the members of an object, repeated names and all."""
    earlier = value.earlier if isinstance(value, Repeated) else []
    return [*earlier, *value.items()]


def lines(text: str, read: Callable[[str], Json]) -> list[Json]:
    """Return the documents of *text*, one a line, each by *read*.

    Raises:
        ValueError: If a line that is not empty is not JSON.
    """
    # RFC 7464 begins each document with a record separator.
    stripped = (line.strip(" \t\r\x1e") for line in text.split("\n"))
    return [read(line) for line in stripped if line]


def shown(value: Json, width: int = 60) -> str:
    """Return *value* as JSON on one line, cut to *width* characters.

    Half a surrogate pair, which no text can hold, is shown escaped.
    """
    text = _written(value).encode("utf-8", "backslashreplace").decode("utf-8")
    return text if len(text) <= width else text[: width - 1] + "…"


def step(name: str) -> str:
    """Return the step to member *name* as a JSONPath writes it."""
    if _PLAIN_NAME.fullmatch(name):
        return f".{name}"
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{escaped}']"


def number(text: str) -> int | bytes:
    """Return one form for all the ways to write a number: 1, 1.0 and 10e-1 are 1.

    Whole numbers are ints. Others are bytes, which JSON has no use for: no number is
    then taken for a string, and none is rounded.

    Raises:
        ValueError: If its exponent has thousands of digits.
    """
    if len(text) < _DIGITS and "e" not in text and "E" not in text:
        if text[-1] != "0" and "." in text:
            return text.encode()
        whole, _, fraction = text.partition(".")
        fraction = fraction.rstrip("0")
        return f"{whole}.{fraction}".encode() if fraction else int(whole)
    match = _NUMBER.fullmatch(text)
    assert match is not None
    sign, whole, fraction, exponent = match.groups(default="")
    power = int(exponent or 0) - len(fraction)
    digits = (whole + fraction).lstrip("0")
    kept = digits.rstrip("0")
    power += len(digits) - len(kept)
    if not kept:
        return 0
    if 0 <= power < _DIGITS - len(kept):
        return int(sign + kept + "0" * power)
    if power < 0 and max(len(kept), -power) < _DIGITS:
        padded = kept.rjust(1 - power, "0")
        return f"{sign}{padded[:power]}.{padded[power:]}".encode()
    return f"{sign}{kept}e{power}".encode()


def _object(members: list[Member]) -> dict[str, Json]:
    value = dict(members)
    if len(value) == len(members):
        return value
    repeated, last = Repeated(value), {name: i for i, (name, _) in enumerate(members)}
    repeated.earlier = [m for i, m in enumerate(members) if last[m[0]] != i]
    return repeated


def _frozen_object(members: list[Member]) -> tuple[Member, ...]:
    members.sort(key=_NAME)
    return tuple(members)


def _decoded(text: str, decoders: tuple[json.JSONDecoder, json.JSONDecoder]) -> Json:
    try:
        return decoders[0].decode(text)
    except json.JSONDecodeError:
        raise
    except ValueError:
        # An int of more digits than int() takes.
        return decoders[1].decode(text)


def _decoders(
    pairs_hook: Callable[[list[Member]], Json],
) -> tuple[json.JSONDecoder, json.JSONDecoder]:
    """Return a quick decoder, and one for ints of any length."""

    def decoder(parse_int: Callable[[str], Json]) -> json.JSONDecoder:
        return json.JSONDecoder(
            object_pairs_hook=pairs_hook,
            parse_float=number,
            parse_int=parse_int,
            parse_constant=str.encode,
        )

    return decoder(int), decoder(number)


_NAME = itemgetter(0)
_READ = _decoders(_object)
_FREEZE = _decoders(_frozen_object)


def _written(value: Json) -> str:
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, dict):
        members = members_of(value)
        inside = (f"{_written(name)}: {_written(each)}" for name, each in members)
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if value is ...:
        return "(ignored)"
    return json.dumps(value, ensure_ascii=False)
