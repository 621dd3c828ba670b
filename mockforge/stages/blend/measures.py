"""Measures: the numbers that may be averaged, and how.

Between two temperatures there is a temperature, but between two ids, times, codes or
sums of money there is none that means anything. A number is averaged only if nothing
says that it must not be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

import msgspec

from mockforge.learning.fields.node import Node
from mockforge.learning.formats import classify
from mockforge.learning.formats.kinds import Format, is_time
from mockforge.options import Json
from mockforge.stages.blend.texts import Fraction

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

_NAMING = """name names firstname lastname fullname username nickname hostname filename
first last given family middle nick surname user login handle email mail title
street city town county country region province suburb address addr house iban bic
url uri urls uris href link links path self slug uuid guid sha md5 digest key keys
currency unit units timezone tz locale author owner sender recipient"""
"""What says who, what or where a thing is."""

_NEVER = frozenset(f"{_ORDERS} {_TIMES} {_MONEY} {_FOLLOWS}".split())

_FACTS = _NEVER | frozenset(_NAMING.split())

_KEPT = frozenset({Format.SNOWFLAKE, Format.TOKEN, Format.HEX})

_LOOKS = re.compile(
    r"(?:[^\s@]+@[^\s@]+\Z|[a-z][a-z+.-]*:/|/|\d{4}-\d\d-\d\d|\d\d?:\d\d"
    r"|(?=\S*\d)[\w+/=.:-]{16,}\Z|[A-Z]{2,5}\Z|[A-Za-z]+[-_]?\d+\Z)"
)
"""An address, a link, a time, something minted, or a code."""


LONG = 400
"""Characters of a text that are looked at."""

Number = int | Fraction


class Average(IntEnum):
    """When numbers of a field may be averaged."""

    NEVER = 0
    FRACTIONS = 1
    """If one of them has a fraction: whole numbers that nobody knows anything of are
    as often codes as quantities."""
    ALWAYS = 2


@lru_cache(maxsize=8192)
def words_of(name: str) -> frozenset[str]:
    """Return the words in the name of a field, in lower case."""
    return frozenset(word.lower() for word in _WORDS.findall(name))


def is_fact(name: str, node: Node | None) -> bool:
    """Return whether a field says what a thing is, so that it goes with its id.

    Such fields of a thing are of one side, all of them or none: an e-mail address and
    a name are one person's, an amount and its currency one sum, two times in order.

    Args:
        name: Of the field.
        node: What was seen of the field before; None if nothing was.
    """
    if not _FACTS.isdisjoint(words_of(name)):
        return True
    if node is None or node.texts is None or node.texts.choices() is not None:
        return False
    seen = [text for text in node.texts.tally if text][:16]
    marked = sum(_is_marked(text) for text in seen)
    return marked * 2 > len(seen)


def is_marked(value: Json) -> bool:
    """Return whether *value* is a text that looks like what says who or when."""
    if type(value) is not str or len(value) > LONG:
        return False
    # Of what has spaces only times are told, which begin with digits.
    if " " in value and not value[0].isdigit():
        return False
    return _LOOKS.match(value) is not None


def _is_marked(text: str) -> bool:
    found = classify(text)
    return found is not None and found is not Format.SLUG


def averaging(name: str, node: Node | None) -> Average:
    """Return when numbers of a field may be averaged.

    Args:
        name: Of the field.
        node: What was seen of the field before; None if nothing was.
    """
    if not _FACTS.isdisjoint(words_of(name)):
        return Average.NEVER
    if node is None or node.numbers is None or not node.numbers.count:
        return Average.FRACTIONS
    seen = node.numbers
    if seen.is_counter or seen.choices() is not None:
        return Average.NEVER
    return Average.ALWAYS


def averaged(
    real: Number, other: Number, share: float, average: Average
) -> Number | None:
    """Return the mean of two numbers; None if there is none, or it is one of the two.

    It is as precise as they are, whole if they are, and never outside of them.

    Args:
        real: The one.
        other: The other.
        share: Of the one.
        average: When such numbers may be.
    """
    if type(real) is int and type(other) is int:
        if average is not Average.ALWAYS or not _is_measure(real, other):
            return None
        low, high = (real, other) if real < other else (other, real)
        whole = min(max(round(real * share + other * (1.0 - share)), low), high)
        return None if whole in (real, other) else whole
    first = b"%d" % real if type(real) is int else bytes(real)
    second = b"%d" % other if type(other) is int else bytes(other)
    one, two = float(first), float(second)
    if average is Average.NEVER or not _is_measure(one, two):
        return None
    return _mean(first, second, one * share + two * (1.0 - share))


def whole_averages(
    real: Sequence[int], other: Sequence[int], share: float
) -> list[int | None] | None:
    """Return the means of many pairs as `averaged` does; None if that must do it."""
    if not _is_small(min(real), max(real), min(other), max(other)):
        return None
    rest = 1.0 - share
    means = [
        round(mine * share + theirs * rest)
        for mine, theirs in zip(real, other, strict=True)
    ]
    return [
        None if mean in (mine, theirs) else mean
        for mean, mine, theirs in zip(means, real, other, strict=True)
    ]


def averages(
    real: Sequence[Fraction], other: Sequence[Fraction], share: float
) -> list[Fraction | None] | None:
    """Return the means of many pairs as `averaged` does; None if that must do it."""
    text = b",".join((*real, *other))
    if b"e" in text or b"E" in text:
        return None
    written = b"%b," % text
    if written.count(b"0,") != written.count(b".0,"):
        # Some are written to two digits, as 2.50 is.
        return None
    if written.count(b".") != 2 * len(real):
        return None
    values = _floats(b"[%b]" % text)
    if not _is_small(min(values), max(values)):
        return None
    count, rest = len(real), 1.0 - share
    one, two = values[:count], values[count:]
    means = [x * share + y * rest for x, y in zip(one, two, strict=True)]
    found = _to_digits(means, _decimals_of(written, count))
    tokens = text.split(b",")
    return [
        None if mean in (mine, theirs) else Fraction(mean)
        for mean, mine, theirs in zip(
            found, tokens[:count], tokens[count:], strict=True
        )
    ]


_floats = msgspec.json.Decoder(list[float]).decode


def _decimals_of(written: bytes, count: int) -> list[int]:
    """Return the digits after the point of the longer of each of *count* pairs.

    Args:
        written: Numbers with a point and no exponent, a comma after each; first the
            first of all pairs.
        count: How many pairs there are.
    """
    import numpy as np

    letters = np.frombuffer(written, np.uint8)
    ends, points = np.flatnonzero(letters == _COMMA), np.flatnonzero(letters == _POINT)
    digits = ends - points - 1
    found: list[int] = np.maximum(digits[:count], digits[count:]).tolist()
    return found


def _to_digits(means: list[float], digits: list[int]) -> list[bytes]:
    """Return numbers written with so many *digits* after the point, less noughts."""
    # One text of all is made several times sooner than one of each.
    most = max(digits)
    if most == min(digits):
        text = f"%.{most}f," * len(means) % (*means,)
    else:
        told: list[float] = [0] * (2 * len(means))
        told[::2], told[1::2] = digits, means
        text = "%.*f," * len(means) % (*told,)
    found = text[:-1].encode().split(b",")
    if most == 1:
        return found
    return [_unpadded(each) if each[-1] == _NOUGHT else each for each in found]


def _mean(first: bytes, second: bytes, mean: float) -> Fraction | None:
    """Return *mean* as precise as the two it is of; None if it is one of them."""
    digits, more = _decimals(first), _decimals(second)
    if more > digits:
        digits = more
    text = b"%.*f" % (digits, mean)
    # Those that are written to two digits, 2.50, are written so again.
    if text[-1:] == b"0" and not (_is_padded(first) or _is_padded(second)):
        text = _unpadded(text)
    if text in (first, second):
        return None
    return Fraction(text)


def _is_padded(text: bytes) -> bool:
    return text[-1] == _NOUGHT and text[-2] != _POINT and b"." in text


def _unpadded(text: bytes) -> bytes:
    if b"." not in text:
        return text
    text = text.rstrip(b"0")
    return text + b"0" if text[-1] == _POINT else text


_NOUGHT, _POINT, _COMMA = b"0.,"

_LARGEST = 1e15
"""Numbers from here on are no measures that anybody would take a mean of."""


def _is_measure(one: float, two: float) -> bool:
    # Small numbers are no times and no ids by their looks.
    return _is_small(one, two) or not (_is_coded(one) or _is_coded(two))


def _is_small(*values: float) -> bool:
    return all(-1e8 < value < 1e8 for value in values)


def _is_coded(value: float) -> bool:
    if not -_LARGEST < value < _LARGEST:
        return True
    found = classify(int(value) if value == int(value) else value)
    return is_time(found) or found in _KEPT


def _decimals(text: bytes) -> int:
    """Return the digits after the point; of 1.5e-3 those of 0.0015."""
    point = text.find(b".")
    if b"e" not in text and b"E" not in text:
        return len(text) - point - 1 if point >= 0 else 0
    digits, _, power = text.lower().partition(b"e")
    return min(max(len(digits.partition(b".")[2]) - int(power), 0), 40)
