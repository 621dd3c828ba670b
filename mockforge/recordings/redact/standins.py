"""Stand-ins: keyed pseudonyms, shaped like what they stand for.

The same secret gets the same stand-in under the same key, wherever it is found and
however it is encoded there. A stand-in has the length in bytes of its secret, and
at each place a character of the same class: digits stay digits, hexadecimal stays
hexadecimal, a UUID keeps its version, a card number its issuer and a right check
digit, a JWT its header, its times, its issuer and audience. Some of its characters
are a check of the others, so that a stand-in is known without a list of them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from math import log2

from mockforge.recordings.redact import views
from mockforge.recordings.redact.compounds import compound, shaped

_PREFIX = re.compile(
    r"(?:sk|rk|pk)_(?:live|test)_|gh[pousr]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-"
    r"|sk-(?:ant-[a-z0-9]+-|proj-|or-v1-|svcacct-)?|AIza|ya29\.|SG\.|npm_|pypi-|AKIA|ASIA"
    r"|whsec_|hf_|do[opr]_v1_|shp[a-z]{2}_|hvs\.|GOCSPX-|ntn_|lin_api_|dapi|key-|secret_"
)
_UUID = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
    r"|[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}"
)
_HEX = re.compile(
    r"(?=.*[0-9])(?=.*[a-f])[0-9a-f]{8,}|(?=.*[0-9])(?=.*[A-F])[0-9A-F]{8,}"
)
_DIGITS = "0123456789"
_LOWER = "abcdefghijklmnopqrstuvwxyz"
_UPPER = _LOWER.upper()
_HEX_LOWER, _HEX_UPPER = "0123456789abcdef", "0123456789ABCDEF"
# By length in UTF-8, so that a stand-in takes the room of its secret.
_TWO_BYTES = "".join(map(chr, range(0xE0, 0xF0)))
_THREE_BYTES = "".join(map(chr, range(0x3042, 0x3082)))
_FOUR_BYTES = "".join(map(chr, range(0x1F400, 0x1F440)))
# Bytes 0xF8 to 0xFF never occur in UTF-8.
_NO_UTF8 = "".join(map(chr, range(0xDCF8, 0xDD00)))

CHECK_BITS = 40
"""A value passes for a stand-in once in 2**40; a short one has half its bits."""
LEAST_BITS = 12
"""Below this a check would leave nothing: all of one shape share a stand-in."""
CACHED = 4096
ATTEMPTS = 64


class Standins:
    """Makes stand-ins under one key."""

    def __init__(self, key: bytes) -> None:
        if not key:
            raise ValueError("stand-ins need a key of at least one byte")
        self._key = key if len(key) <= 64 else hashlib.blake2b(key).digest()
        self._made: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._named: dict[str, str] = {}

    def make(self, secret: str) -> str:
        """Return the stand-in for *secret*, also if it looks like one itself."""
        return self._cached(self._made, secret, self._leaf)

    def keep(self, value: str) -> str:
        """Return *value* if it is a stand-in, else the stand-in for it."""
        return self._cached(self._kept, value, self._kept_leaf)

    def name(self, value: str) -> str:
        """Return the same as *keep*, but what is too short for a check as it is.

        For telling clients apart: all short values of one shape share a stand-in.
        """
        return self._cached(self._named, value, self._named_leaf)

    def verifies(self, value: str) -> bool:
        """Tell whether *value* was made under this key."""
        seen: list[bool] = []

        def leaf(part: str) -> str:
            if any(_template(part)):
                seen.append(self._checks(part))
            return part

        shaped(value, leaf)
        return bool(seen) and all(seen)

    def digest(self, text: bytes) -> str:
        """Return a short keyed digest of *text*, which cannot be turned back."""
        return hashlib.blake2b(text, key=self._key, digest_size=8).hexdigest()

    def _cached(
        self, cache: dict[str, str], value: str, leaf: Callable[[str], str]
    ) -> str:
        made = cache.get(value)
        if made is None:
            if len(cache) >= CACHED:
                cache.clear()
            made = cache[value] = shaped(value, leaf)
        return made

    def _named_leaf(self, value: str) -> str:
        return self._kept_leaf(value) if _is_checked(value) else value

    def _kept_leaf(self, value: str) -> str:
        return value if self._checks(value) else self._leaf(value)

    def _leaf(self, secret: str) -> str:
        """Return the stand-in for *secret*, which is no compound."""
        template = _template(secret)
        free = [at for at, letters in enumerate(template) if letters]
        checks = _checks_of(template, free)
        if not checks:
            # One constant for all of this shape, which is its own stand-in.
            shape = "".join(letters[:1] or "-" for letters in template)
            return self._drawn(secret, template, free, "constant:" + shape)
        made = secret
        for attempt in range(ATTEMPTS):
            made = self._drawn(secret, template, free, f"{attempt}:{secret}")
            made = self._sealed(made, template, checks)
            if made != secret and _template(made) == template and not compound(made):
                break
        return made

    def _checks(self, value: str) -> bool:
        """Tell whether *value*, which is no compound, is a stand-in."""
        template = _template(value)
        free = [at for at, letters in enumerate(template) if letters]
        checks = _checks_of(template, free)
        if not checks:
            return bool(free) and self._leaf(value) == value
        return self._sealed(value, template, checks) == value

    def _sealed(
        self, value: str, template: Sequence[str], checks: Sequence[int]
    ) -> str:
        """Return *value* with its check characters right."""
        blank = list(value)
        for at in checks:
            blank[at] = "\0"
        return self._drawn(value, template, checks, "check:" + "".join(blank))

    def _drawn(
        self, value: str, template: Sequence[str], places: Sequence[int], seed: str
    ) -> str:
        """Return *value* with the characters at *places* drawn anew from *seed*."""
        first = hashlib.blake2b(views.bytes_of(seed), key=self._key).digest()
        stream, block = first, 0
        while len(stream) < 2 * len(places):
            block += 1
            stream += hashlib.blake2b(first + b"%d" % block, key=self._key).digest()
        out = list(value)
        for i, at in enumerate(places):
            letters = template[at]
            out[at] = letters[(stream[2 * i] << 8 | stream[2 * i + 1]) % len(letters)]
        return "".join(out)


def _template(value: str) -> tuple[str, ...]:
    """Return for each place the letters that may stand there; none where it stays."""
    if _UUID.fullmatch(value):
        letters = _HEX_UPPER if value != value.lower() else _HEX_LOWER
        # Places 14 and 19 are the version and the variant (RFC 9562, 4).
        return tuple(
            "" if c == "-" or at in (14, 19) else letters for at, c in enumerate(value)
        )
    if _HEX.fullmatch(value):
        return ((_HEX_UPPER if value != value.lower() else _HEX_LOWER),) * len(value)
    prefix = _PREFIX.match(value)
    kept = prefix.end() if prefix else 0
    out = ["" if at < kept else _letters(c) for at, c in enumerate(value)]
    if out and value.isdecimal() and value.isascii():
        # A number in JSON may not begin with a zero.
        out[0] = "" if value[0] == "0" else _DIGITS[1:]
    return tuple(out)


def _is_checked(value: str) -> bool:
    template = _template(value)
    return bool(_checks_of(template, [at for at, c in enumerate(template) if c]))


def _letters(character: str) -> str:
    if character.isascii():
        if character.islower():
            return _LOWER
        if character.isupper():
            return _UPPER
        return _DIGITS if character.isdigit() else ""
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return _NO_UTF8
    if code < 0x800:
        return _TWO_BYTES
    return _THREE_BYTES if code < 0x10000 else _FOUR_BYTES


def _checks_of(template: Sequence[str], free: Sequence[int]) -> list[int]:
    """Return the places that check the others: the last ones, for up to CHECK_BITS."""
    bits = sum(log2(len(template[at])) for at in free)
    if bits < LEAST_BITS:
        return []
    wanted, places = min(CHECK_BITS, bits / 2), []
    for at in reversed(free):
        if wanted <= 0:
            break
        places.append(at)
        wanted -= log2(len(template[at]))
    return places
