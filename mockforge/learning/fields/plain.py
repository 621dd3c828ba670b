"""Scalars that are valid against a schema and mean nothing."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from fractions import Fraction
from random import Random  # noqa: TID251 - the type alone
from uuid import UUID

from mockforge.learning.fields.composing import exact
from mockforge.learning.fields.patterns import from_pattern
from mockforge.learning.fields.schema import Schema

TRIES = 40
"""Texts that are drawn until one is valid."""
_START = 1_700_000_000
_FAR = 10**15


def number(schema: Schema, kind: str, rng: Random) -> float:
    """Return a number for *schema*, which is of *kind* `integer` or `number`."""
    step = _step(schema, kind)
    low, is_over = _bound(schema, "minimum", "exclusiveMinimum", 1)
    high, is_under = _bound(schema, "maximum", "exclusiveMaximum", -1)
    if low is None:
        low = Fraction(0) if high is None or high > 0 else high - 1000
    if high is None:
        high = low + max(Fraction(1000), 100 * step)
    first, last = math.ceil(low / step), math.floor(high / step)
    # An exclusive bound that is a multiple itself is left out.
    first += is_over and first * step == low
    last -= is_under and last * step == high
    if last < first:
        return math.ceil(low) if kind == "integer" else float((low + high) / 2)
    made = rng.randint(first, last) * step
    return int(made) if kind == "integer" else float(made)


def _step(schema: Schema, kind: str) -> Fraction:
    told = schema.get("multipleOf")
    if not told:
        return Fraction(1) if kind == "integer" else Fraction(1, 100)
    step = exact(told)
    return Fraction(step.numerator) if kind == "integer" else step


def _bound(
    schema: Schema, name: str, without: str, sign: int
) -> tuple[Fraction | None, bool]:
    """Return the tighter bound, and whether it is left out itself."""
    told = {one: exact(schema[one]) for one in (name, without)
            if isinstance(schema.get(one), int | float)}  # fmt: skip
    if not told:
        return None, False
    found = max(told.values(), key=lambda bound: sign * bound)
    return found, told.get(without) == found


def text(
    schema: Schema, name: str, rng: Random, fits: Callable[[str], bool]
) -> str | None:
    """Return a text for *schema* that *fits*, None if none is found."""
    least = int(schema.get("minLength", 0))
    most = max(least, min(int(schema.get("maxLength", _FAR)), _FAR))
    is_told = False
    for drawn in _candidates(schema, rng, least, most):
        is_told = True
        if fits(drawn):
            return drawn
    if is_told:
        return None
    made = f"{name} {rng.randint(1, 9999)}"
    return (made + "x" * (least - len(made)))[:most]


def _candidates(schema: Schema, rng: Random, least: int, most: int) -> Iterator[str]:
    """Yield texts by the patterns and the format of *schema*."""
    patterns = [schema["pattern"]] if isinstance(schema.get("pattern"), str) else []
    patterns += [one["pattern"] for one in schema.get("allOf", ()) if "pattern" in one]
    kind = str(schema.get("format"))
    for number in range(TRIES if patterns or kind in FORMATS else 0):
        if patterns and (kind not in FORMATS or number % 2):
            pattern = patterns[number // 2 % len(patterns)]
            drawn = from_pattern(pattern, rng, least=least, most=most)
            if drawn is not None:
                yield _stretched(drawn, pattern, least, most)
        else:
            yield formatted(kind, rng, least, most)


def formatted(kind: str, rng: Random, least: int = 0, most: int = _FAR) -> str:
    """Return a text of the format *kind*, of a length if that may be."""
    made = FORMATS[kind](rng)
    if least <= len(made) <= most:
        return made
    if len(made) > most:
        return _SHORT.get(kind, made)
    if kind in ("email", "idn-email", "hostname", "idn-hostname"):
        # RFC 1035: labels of at most 63.
        count, rest = divmod(least - len(made), 60)
        name, sign, host = made.rpartition("@")
        return f"{name}{sign}{'x' * rest}{host}{('.' + 'x' * 59) * count}"
    return made + "x" * (least - len(made))


_SHORT = {
    **dict.fromkeys(("email", "idn-email"), "a@b.co"),
    **dict.fromkeys(("hostname", "idn-hostname"), "ab"),
    **dict.fromkeys(("uri", "url", "iri"), "a:b"),
    **dict.fromkeys(("uri-reference", "iri-reference", "uri-template"), "/"),
    "ipv6": "::1",
    "ipv4": "1.1.1.1",
    "json-pointer": "",
    "regex": "a",
    "relative-json-pointer": "0",
    "date-time": "2024-01-01T00:00:00Z",
}


def _stretched(made: str, pattern: str, least: int, most: int) -> str:
    """Return *made* of a fitting length where its pattern leaves an end open."""
    if len(made) > most:
        return made[:most]
    more = "x" * (least - len(made))
    if not pattern.endswith("$"):
        return made + more
    return made if pattern.startswith("^") else more + made


def _time(rng: Random) -> datetime:
    return datetime.fromtimestamp(_START + rng.randint(0, 50_000_000), UTC)


def _word(rng: Random) -> str:
    return "".join(rng.choice("bcdfgklmnprstv") + rng.choice("aeiou")
                   for _ in range(rng.randint(1, 6)))  # fmt: skip


FORMATS: dict[str, Callable[[Random], str]] = {
    "date-time": lambda rng: _time(rng).strftime("%Y-%m-%dT%H:%M:%SZ"),
    "date": lambda rng: _time(rng).strftime("%Y-%m-%d"),
    "time": lambda rng: _time(rng).strftime("%H:%M:%SZ"),
    "duration": lambda rng: f"P{rng.randint(1, 30)}D",
    "uuid": lambda rng: str(UUID(int=rng.getrandbits(128), version=4)),
    "email": lambda rng: f"{_word(rng)}@example.com",
    "idn-email": lambda rng: f"{_word(rng)}@example.com",
    "hostname": lambda rng: f"{_word(rng)}.example.com",
    "idn-hostname": lambda rng: f"{_word(rng)}.example.com",
    "uri": lambda rng: f"https://example.com/{_word(rng)}",
    "url": lambda rng: f"https://example.com/{_word(rng)}",
    "iri": lambda rng: f"https://example.com/{_word(rng)}",
    "uri-reference": lambda rng: f"/{_word(rng)}",
    "iri-reference": lambda rng: f"/{_word(rng)}",
    "uri-template": lambda rng: f"/{_word(rng)}/{{id}}",
    "ipv4": lambda rng: f"192.0.2.{rng.randint(1, 254)}",
    "ipv6": lambda rng: f"2001:db8::{rng.randint(1, 0xFFFF):x}",
    "json-pointer": lambda rng: f"/{_word(rng)}/{rng.randint(0, 9)}",
    "relative-json-pointer": lambda rng: f"{rng.randint(0, 3)}/{_word(rng)}",
    "regex": lambda rng: f"^{_word(rng)}[0-9]+$",
    "byte": lambda rng: base64.b64encode(rng.randbytes(9)).decode(),
}
"""By format; addresses are those kept for documentation (RFC 2606, 5737, 3849)."""
