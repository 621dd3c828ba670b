"""Another text like one that is given: other digits, the same words."""

from __future__ import annotations

import re
from random import Random  # noqa: TID251 - the type alone

from mockforge.synthesis.naming import tokens

_RUN = re.compile(r"[0-9]+|[^\W\d_]+|[\W_]+")
_PART = re.compile(r"[^\W_]+|[\W_]+")


def varied(example: str, rng: Random) -> str:
    """Return *example* with other digits; what looks drawn by chance is drawn anew."""
    span = _SPAN.fullmatch(example)
    if span and int(span[2]) <= int(span[4]):
        ends = sorted((_digits(span[2], rng), _digits(span[4], rng)), key=int)
        return f"{span[1]}{ends[0]}{span[3]}{ends[1]}{span[5]}"
    is_link = "://" in example
    return "".join(
        _part(part, rng)
        if part[0].isalnum() and not (is_link and len(part) < 4)
        else part
        for part in _PART.findall(example.partition("?")[0] if is_link else example)
    ) + (example[example.index("?") :] if is_link and "?" in example else "")


_SPAN = re.compile(
    r"([^\W\d_]{0,3}\s?[$€£]?)([1-9][0-9]{0,3})"
    r"(\s?[-\u2013]\s?[$€£]?)([1-9][0-9]{0,3})(\s?[^\W\d_]{0,7}%?)"
)
"""From one number to another: `$13-17`."""
_NAMES = frozenset(
    tokens(
        """
        sha1 sha224 sha256 sha384 sha512 sha3 md4 md5 crc32 crc32c aes128 aes192
        aes256 rsa2048 rsa4096 es256 es384 es512 hs256 hs384 hs512 rs256 rs384
        rs512 ps256 utf8 utf16 base32 base64 base58 ipv4 ipv6 http1 http2 http3
        mp3 mp4 h264 h265 x86 x64 arm64 amd64 armv7 armv8 i386 i686 s3 ec2 k8s
        k3s oauth2 ed25519 blake2b blake3 pbkdf2 win32 win64 log4j web3 p256
        iso8601 murmur3 xxh64 xxh3 vp8 vp9 av1 m4a 3gp 7z bz2 gb2312 latin1 b2b
        b2c c2c o2 co2 pm10 pm25 v1 v2 v3
        """
    )
)
"""What has digits and is a name: of an algorithm, a format, a machine."""
_LED = re.compile(
    r"(00[0-9a-zA-Z])(?:[0-9a-zA-Z]{12}|[0-9a-zA-Z]{15})"
    r"|([A-Z]{2})[0-9a-f]{32}|([BCDFGTUW]0)[A-Z0-9]{6,10}"
)
"""Ids whose first marks say what they are of."""


def _part(part: str, rng: Random) -> str:
    if part.lower() in _NAMES:
        return part
    led = _LED.fullmatch(part)
    head = next(filter(None, led.groups()), "") if led else ""
    if head and not part.isalpha() and not part.isdigit():
        return head + _part(part[len(head) :], rng)
    if re.fullmatch(r"[0-9a-f]{8,}|[0-9A-F]{8,}", part) and not part.isdigit():
        letters = "0123456789abcdef"
        marks = [rng.choice(letters) for _ in part]
        made = "".join(marks)
        return made.upper() if part.upper() == part else made
    runs = _RUN.findall(part)
    if len(part) >= 8 and len(runs) >= 4 and not part.isdigit():
        return "".join(_mark(mark, rng) for mark in part)
    return "".join(_digits(run, rng) if run.isdigit() else run for run in runs)


def _mark(mark: str, rng: Random) -> str:
    if mark.isdigit():
        return rng.choice("0123456789")
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = rng.choice(letters)
    return made.upper() if mark.isupper() else made


def _digits(run: str, rng: Random) -> str:
    """Return a number of as many digits, of about the same size."""
    value, size = int(run), len(run)
    if size == 4 and 1950 <= value <= 2060:
        return str(value - rng.randint(0, 3))
    if size > 6:
        first = run[0] if run[0] == "0" else rng.choice("123456789")
        return first + "".join(rng.choice("0123456789") for _ in run[1:])
    least = 10 ** (size - 1) if run[0] != "0" and size > 1 else 1
    most = min(10**size - 1, max(value * 2, 9))
    return str(rng.randint(min(max(least, value // 3), most), most)).zfill(size)


_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_POINTS = tokens("N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW")
_POINT = re.compile(r"(?<=\s)(?:[NS]{1,2}[EW]?|[EW](?:[NS][EW])?)(?=\s(?:of|from)\b)")


def composed(example: str, rng: Random) -> str:
    """Return *example*, a few words with numbers, with others in their places."""
    words = example.split(" ")
    if words[-1:] != [words[-1].rstrip(".!?")] or len(words) > _MOST_WORDS:
        return example
    made = " ".join(
        word if word.lstrip("$€£#~+-(")[:1].isalpha() or _bare(word) in _NAMES else
        _NUMBER.sub(lambda found: _number(found[0], rng), word) for word in words
    )  # fmt: skip
    return _POINT.sub(lambda _: rng.choice(_POINTS), made)


_MOST_WORDS = 14


def _bare(word: str) -> str:
    return re.sub(r"\W", "", word).lower()


def _number(text: str, rng: Random) -> str:
    whole, point, rest = text.replace(",", "").partition(".")
    made = _digits(whole, rng)
    if "," in text:
        made = f"{int(made):,}"
    return made + (f".{rng.randrange(10 ** len(rest)):0{len(rest)}d}" if point else "")
