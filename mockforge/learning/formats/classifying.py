"""Which format a single value has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from mockforge.learning.formats.base64text import readable
from mockforge.learning.formats.identifiers import (
    UUID,
    layout_of,
    snowflake_times,
    uuid_version,
)
from mockforge.learning.formats.jwt import parse_jwt
from mockforge.learning.formats.kinds import Format, is_minted, is_time
from mockforge.learning.formats.times import read_time
from mockforge.learning.formats.wording import alphabet_of, surprise

LONGEST = 16384
"""Characters of a value that is looked at; a longer one has no format."""

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_URL = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"]+|/[^\s<>\"{}|\\^`]+", re.ASCII)
_IPV4 = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}", re.ASCII)
_IPV6 = re.compile(r"(?=.*::|(?:.*:){7})[0-9A-Fa-f:]{2,39}(?:\.\d+){0,3}", re.ASCII)
_SEMVER = re.compile(r"v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?")
_ETAG = re.compile(r"(?:W/)?\"[^\"]+\"")
_TRACE = re.compile(
    r"[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}"
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_NUMBERED = re.compile(
    r"(?=[A-Za-z])[A-Za-z0-9]+(?:[-_:/#.][A-Za-z0-9]+)*?[-_:/#]\d{2,}"
)
_OPAQUE = re.compile(r"[A-Za-z0-9_.~-]+")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_BASE64_TAIL = re.compile(r"[A-Za-z0-9+/]+={1,2}|[A-Za-z0-9_-]+={1,2}")
_HEX = re.compile(r"[0-9a-f]+|[0-9A-F]+")
# The number of a kind or a version behind its name: ipv4, log4j2, v1beta1.
_NAMED = re.compile(
    r"[a-z]{3,}\d{1,2}|[A-Z]{3,}\d{1,2}|[a-z]{3,}\d{1,3}[a-z]{1,2}\d{0,2}|v\d+[a-z]*\d*"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]{0,31}")
_JOINTS = re.compile(r"[-_:.~]+")

# How many letters there must be, and by how many bits chance must be the likelier
# explanation. Behind a prefix less is enough: a word and a joint announce an
# identifier. Letters alone need more: there are names in all languages, and
# abbreviations.
_ALONE, _SHORT, _BEHIND = (8, 5.0), (6, 5.5), (4, 2.5)
_SURELY = -3.0
_LETTERS = {26: (10, 12.0), 52: (8, 8.0)}


def classify(value: object, *, near: float | None = None) -> Format | None:
    """Return the format of *value*, or None if it has none that is known.

    Args:
        value: A text, a number, a truth or None.
        near: When it was said, in seconds since 1970, if that is known.
    """
    if isinstance(value, str):
        if len(value) > LONGEST:
            return None
        if near is not None and len(value) == 19:
            return _of_number(value, near)
        return _cached(value) if len(value) <= 80 else _of_text(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float):
        time = read_time(value)
        return time.format if time else None
    return _of_number(str(value), near) if value.bit_length() < 256 else None


def common(values: Iterable[object]) -> Format | None:
    """Return the format that *values* have in common.

    Values of one field differ in look by chance: a few of four hexadecimal digits
    are decimal, or could be a word. The commonest format wins if what is left has
    no format of its own that contradicts it; None without a majority.
    """
    seen = Counter(map(classify, values))
    if not seen:
        return None
    best = max(seen, key=lambda format: (seen[format], format or ""))
    if 2 * seen[best] > seen.total():
        return best
    minted = [format for format in seen if is_minted(format)]
    if 2 * sum(seen[format] for format in minted) > seen.total():
        return Format.TOKEN if len(minted) > 1 else minted[0]
    return None


@lru_cache(maxsize=1 << 15)
def _cached(text: str) -> Format | None:
    return _of_text(text)


def _of_text(text: str) -> Format | None:
    if len(text) < 2 or not text.isascii():
        return Format.COUNTER if text.isdigit() and text.isascii() else None
    if text.isdigit():
        return _of_number(text, None)
    if any(c <= " " for c in text):
        time = read_time(text)
        return time.format if time else None
    for format, fits in _TESTS:
        if fits(text):
            return format
    return _of_opaque(text)


def _of_number(text: str, near: float | None) -> Format | None:
    """Return the format of a whole number."""
    if not text.isdigit():
        # A number below zero, or a text of 19 characters that is none.
        return None if text[:1] == "-" else _cached(text)
    if time := read_time(text, near=near):
        return time.format
    if len(text) > 16:
        if len({text[at : at + 2] for at in range(len(text) - 1)}) < 6:
            return None
        return Format.SNOWFLAKE if snowflake_times(int(text)) else Format.TOKEN
    # Fifteen and sixteen digits are numbers of cards and accounts.
    counted = len(text) < 15 and (text[0] != "0" or text == "0")
    return Format.COUNTER if counted else None


def _is_semver(text: str) -> bool:
    return _SEMVER.fullmatch(text) is not None


def _is_etag(text: str) -> bool:
    return text[-1] == '"' and _ETAG.fullmatch(text) is not None


def _is_ip(text: str) -> bool:
    return bool(_IPV4.fullmatch(text) or (":" in text and _IPV6.fullmatch(text)))


def _is_url(text: str) -> bool:
    if text[0] == "/" and _BASE64.fullmatch(text) and is_random(text):
        return text.count("/") == 1 and len(text) < 16
    return _URL.fullmatch(text) is not None


_TESTS: tuple[tuple[Format, Callable[[str], bool]], ...] = (
    (Format.ETAG, _is_etag),
    (Format.SEMVER, _is_semver),
    (Format.IP, _is_ip),
    (Format.EMAIL, lambda text: "@" in text and bool(_EMAIL.fullmatch(text))),
    (Format.URL, _is_url),
    (Format.TRACE, lambda text: len(text) == 55 and bool(_TRACE.fullmatch(text))),
    (Format.JWT, lambda text: parse_jwt(text) is not None),
)


def _of_opaque(text: str) -> Format | None:
    """Return the format of a text without spaces that is none of the simple ones."""
    if format := _of_layout(text):
        return format
    if time := read_time(text):
        return time.format
    if format := _of_base64(text):
        return format
    if not _OPAQUE.fullmatch(text) and ":" not in text and "#" not in text:
        return None
    return _of_joined(text)


def _of_layout(text: str) -> Format | None:
    """Return the format of an identifier with a known layout."""
    if version := uuid_version(text):
        if len(text) == 36 or version == 4 or layout_of(text):
            return Format(f"uuid{version}")
        return None
    if len(text) == 36 and UUID.fullmatch(text):
        # A digest written as a UUID, unless it is all zeros or another stand-in.
        return Format.TOKEN if len(set(text)) > 6 else None
    layout = layout_of(text)
    # A time would be plausible in many a long word.
    if layout is None or text.isalpha() or surprise(text) < _SURELY:
        return None
    return layout.format


def _of_joined(text: str) -> Format | None:
    if prefix_of(text):
        return Format.PREFIXED
    if format := _of_token(text):
        return format
    if _NUMBERED.fullmatch(text):
        return Format.NUMBERED
    return Format.SLUG if _SLUG.fullmatch(text) else None


def _of_base64(text: str) -> Format | None:
    if len(text) >= 8 and readable(text) is not None:
        return Format.BASE64
    if len(text) < 8 or not any(c in "+/=" for c in text):
        return None
    if not (_BASE64.fullmatch(text) or _BASE64_TAIL.fullmatch(text)):
        return None
    return Format.TOKEN if is_random(text.rstrip("=")) else None


def _of_token(text: str) -> Format | None:
    if not is_random(text):
        return None
    if len(text) == 21 and "." not in text and "~" not in text:
        return Format.NANO_ID
    return Format.HEX if _HEX.fullmatch(text) else Format.TOKEN


def is_random(text: str, *, behind: bool = False) -> bool:
    """Tell whether *text* was drawn by chance rather than written.

    Args:
        text: Letters, digits and joints.
        behind: Whether it stands behind a prefix.
    """
    letters = sum(c.isalnum() for c in text)
    runs = [run for run in _JOINTS.split(text) if run]
    if not any(c.isalpha() for c in text):
        return False
    if len(runs) > 1 and 2 * letters < 9 * len(runs):
        # Short pieces with joints are versions, sizes and numbers of models.
        return False
    if len(text) < 9 and _NAMED.fullmatch(text):
        return False
    size = alphabet_of("".join(runs))
    if size in _LETTERS:
        least, bits = _LETTERS[size]
    elif behind:
        least, bits = _BEHIND
    else:
        least, bits = _ALONE if letters > 7 else _SHORT
        # Short codes for people (plates, posts, flights) are in capitals.
        least += text == text.upper() and 2
    return letters >= least and surprise(text) >= bits


@lru_cache(maxsize=1 << 13)
def prefix_of(text: str) -> str:
    """Return the words and the joint before what is minted in *text*; or "".

    `ord_` of `ord_9fd4`, `sk_test_` of `sk_test_4eC39HqLyjWDarjtT1zdp7dc`.
    """
    for joint in _JOINTS.finditer(text):
        if joint.start() == 0 or joint.end() >= len(text):
            continue
        words = _JOINTS.split(text[: joint.start()])
        if not all(map(_is_word, words)):
            return ""
        if _is_rest(text[joint.end() :], words):
            return text[: joint.end()]
    return ""


def _is_word(run: str) -> bool:
    if run.isdigit():
        return len(run) <= 4
    if not _WORD.fullmatch(run) or is_random(run):
        return False
    plain = run.islower() or run.isupper() or run.istitle()
    return plain or surprise(run) < _SURELY


def _is_rest(rest: str, words: list[str]) -> bool:
    """Tell whether *rest* is minted as a whole, so that *words* are its prefix."""
    if not words[0][:1].isalpha():
        return False
    if rest.isdigit():
        return len(rest) > 16
    if sum(map(len, words)) <= 2 and _JOINTS.search(rest) and not rest.islower():
        # Two letters and a joint come by chance where joints are letters too.
        return False
    format = _of_opaque(rest) if len(rest) >= 8 else None
    if format is not None:
        known = is_minted(format) and not is_time(format)
        return known and format is not Format.PREFIXED
    return is_random(rest, behind=True)
