"""Measures: the numbers that may be averaged, and how.

Between two temperatures there is a temperature, but between two ids, times, codes or
sums of money there is none that means anything. A number is averaged only if nothing
says that it must not be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mockforge.learning.fields.node import Node
from mockforge.learning.formats import classify
from mockforge.learning.formats.kinds import Format, is_time

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

_ORDERS = """id ids uid gid pid key code ref reference number num no nr index idx
ordinal position rank order serial sku isbn ean version revision build seq sequence
generation epoch hash digest checksum crc etag token nonce port phone tel fax
zip postal postcode status state type kind level priority flag flags mask bits
mode lat lon lng latitude longitude coordinate coordinates x y z"""
"""What names, orders or places a thing."""

_TIMES = """at on date time timestamp ts year month day hour minute second week quarter
created updated modified expires expiry expiration issued since until begin end start
born birth"""

_MONEY = """price amount cost total subtotal sum balance fee fees tax taxes vat salary
wage income revenue profit discount credit debit charge payment paid due refund money
currency cents cent usd eur gbp jpy value"""

_FOLLOWS = """count size length offset limit page pages per cursor items results hits"""
"""What follows from something else."""

_NEVER = frozenset(f"{_ORDERS} {_TIMES} {_MONEY} {_FOLLOWS}".split())

_KEPT = frozenset({Format.SNOWFLAKE, Format.TOKEN, Format.HEX})


def is_measure(name: str, values: Sequence[float], node: Node | None) -> bool:
    """Return whether numbers of a field may be averaged.

    Args:
        name: Of the field.
        values: Those to be averaged.
        node: What was seen of the field before; None if nothing was.
    """
    if any(isinstance(value, bool) for value in values) or _is_kept(name):
        return False
    if any(_is_coded(value) for value in values):
        return False
    if node is None or node.numbers is None or not node.numbers.count:
        # Whole numbers nobody knows anything of are as often codes as quantities.
        return any(isinstance(value, float) for value in values)
    seen = node.numbers
    return not seen.is_counter and seen.choices() is None


def average(values: Sequence[float], shares: Sequence[float]) -> float:
    """Return the mean of *values* by *shares*, as precise as they are themselves.

    Whole numbers have a whole mean. It is never outside of them.
    """
    total = sum(shares)
    mean = sum(v * s for v, s in zip(values, shares, strict=True)) / total
    low, high = min(values), max(values)
    if all(isinstance(value, int) for value in values):
        return int(min(max(round(mean), low), high))
    digits = max(_decimals(value) for value in values)
    return float(min(max(round(mean, digits), low), high))


@lru_cache(maxsize=4096)
def _is_kept(name: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(name)]
    return any(word in _NEVER for word in words)


def _is_coded(value: float) -> bool:
    # Small numbers are no times and no ids by their looks.
    if abs(value) < 1e8:
        return False
    found = classify(value)
    return is_time(found) or found in _KEPT


def _decimals(value: float) -> int:
    if isinstance(value, int):
        return 0
    text = repr(value)
    if "e" in text or "n" in text:
        return 12
    return len(text.partition(".")[2])
