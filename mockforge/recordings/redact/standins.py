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

from mockforge.recordings.redact import cards, jsontext, views

Leaf = Callable[[str], str]

_SCHEME = re.compile(
    r"(?:bearer|basic|token|digest|apikey|api-key|key|jwt|oauth|hawk|dpop|negotiate|ntlm"
    r"|aws4-hmac-sha256|signature|mac|sso-key|splunk|geniekey|x-auth)\s+(?=\S)",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"(?:sk|rk|pk)_(?:live|test)_|gh[pousr]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-"
    r"|sk-(?:ant-[a-z0-9]+-|proj-|or-v1-|svcacct-)?|AIza|ya29\.|SG\.|npm_|pypi-|AKIA|ASIA"
    r"|whsec_|hf_|do[opr]_v1_|shp[a-z]{2}_|hvs\.|GOCSPX-|ntn_|lin_api_|dapi|key-|secret_"
)
_PEM = re.compile(r"-----(?:BEGIN|END) [^-\n]+-----")
_UUID = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
    r"|[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}"
)
_HEX = re.compile(
    r"(?=.*[0-9])(?=.*[a-f])[0-9a-f]{8,}|(?=.*[0-9])(?=.*[A-F])[0-9A-F]{8,}"
)
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_KEPT_CLAIMS = frozenset(
    ["iss", "aud", "typ", "alg", "kid", "scope", "scp", "token_use", "token_type"]
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
"""A random value passes for a stand-in once in 2**40; short ones check half of what they hold."""
LEAST_BITS = 12
"""Below this a check leaves nothing to tell secrets apart by, so all of one shape share a stand-in."""
CACHED = 4096
ATTEMPTS = 64
MOST_NESTED = 4
LEAST_BASE64 = 11


class Standins:
    """Makes stand-ins under one key."""

    def __init__(self, key: bytes) -> None:
        if not key:
            raise ValueError("stand-ins need a key of at least one byte")
        self._key = key if len(key) <= 64 else hashlib.blake2b(key).digest()
        self._made: dict[str, str] = {}

    def make(self, secret: str) -> str:
        """Return the stand-in for *secret*, also if it looks like one itself."""
        made = self._made.get(secret)
        if made is None:
            if len(self._made) >= CACHED:
                self._made.clear()
            made = self._made[secret] = _shaped(secret, self._leaf)
        return made

    def keep(self, value: str) -> str:
        """Return *value* if it is a stand-in, else the stand-in for it."""

        def leaf(part: str) -> str:
            return part if self._checks(part) else self._leaf(part)

        return _shaped(value, leaf)

    def verifies(self, value: str) -> bool:
        """Tell whether *value* was made under this key."""
        seen: list[bool] = []

        def leaf(part: str) -> str:
            if any(_template(part)):
                seen.append(self._checks(part))
            return part

        _shaped(value, leaf)
        return bool(seen) and all(seen)

    def digest(self, text: str) -> str:
        """Return a short keyed digest of *text*, which cannot be turned back."""
        made = hashlib.blake2b(views.bytes_of(text), key=self._key, digest_size=8)
        return made.hexdigest()

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
            if made != secret and _template(made) == template and not _compound(made):
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


def parts(secret: str) -> list[str]:
    """Return what of *secret* may occur without the rest: not its scheme, not the user of Basic."""
    scheme = _SCHEME.match(secret)
    bare = secret[scheme.end() :] if scheme else secret
    plain = views.decode_base64(views.bytes_of(bare)) if len(bare) >= 4 else None
    if plain and b":" in plain and not plain.startswith((b"{", b"[")):
        user, _, password = plain.partition(b":")
        return [bare, views.text_of(password or user)]
    return [bare]


def _template(value: str) -> tuple[str, ...]:
    """Return for each character the letters that may stand there; none where it stays."""
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


Shape = Callable[[str, Leaf], str]


def _shaped(value: str, leaf: Leaf, depth: int = 0) -> str:
    """Apply *leaf* to the parts of *value* that are secret, and put it together again."""
    shape = _compound(value) if depth < MOST_NESTED else None
    if shape is None:
        return leaf(value)
    return shape(value, lambda part: _shaped(part, leaf, depth + 1))


def _compound(value: str) -> Shape | None:
    """Return how to take *value* apart, or None if it is one piece."""
    if _SCHEME.match(value):
        return _with_scheme
    if "%" in value and _ENCODED.search(value):
        return _percent
    if "-----BEGIN" in value and _PEM.search(value):
        return _pem
    if value.startswith("eyJ") and "." in value and _is_jwt(value):
        return _jwt
    if value[:1] in ("{", "[") and jsontext.is_json(views.bytes_of(value)):
        return _json
    if 13 <= len(value) <= 23 and cards.is_card(value):
        return _card
    return _base64 if len(value) >= LEAST_BASE64 and _is_base64(value) else None


def _with_scheme(value: str, leaf: Leaf) -> str:
    found = _SCHEME.match(value)
    assert found is not None
    rest = value[found.end() :]
    plain = (
        views.decode_base64(views.bytes_of(rest))
        if found[0][:5].lower() == "basic"
        else None
    )
    if plain is not None and b":" in plain:
        return found[0] + _base64(rest, leaf)
    return found[0] + leaf(rest)


def _percent(value: str, leaf: Leaf) -> str:
    return _bytewise(value, leaf, views.percent)


def _json(value: str, leaf: Leaf) -> str:
    return views.text_of(jsontext.change_strings(views.bytes_of(value), leaf))


def _pem(value: str, leaf: Leaf) -> str:
    """Change the base64 between the lines that name it, whatever breaks its lines."""
    labels = [found.span() for found in _PEM.finditer(value)]
    places = [
        at
        for at, c in enumerate(value)
        if c.isascii() and c.isalnum() and not any(s <= at < e for s, e in labels)
    ]
    new = leaf("".join(value[at] for at in places))
    out = list(value)
    for at, character in zip(places, new, strict=True):
        out[at] = character
    return "".join(out)


def _card(value: str, leaf: Leaf) -> str:
    digits = [c for c in value if c.isdigit()]
    # The issuer is no secret, and a client may choose its form by it.
    body = "".join(digits[:4]) + leaf("".join(digits[4:-1]))
    new = iter(body + cards.check_digit(body))
    return "".join(next(new) if c.isdigit() else c for c in value)


def _is_jwt(value: str) -> bool:
    parts = value.split(".")
    if len(parts) not in (3, 5):
        return False
    shown = parts[:2] if len(parts) == 3 else parts[:1]
    plain = [views.decode_base64(views.bytes_of(part)) for part in shown]
    return all(part is not None and jsontext.is_json(part) for part in plain)


def _jwt(value: str, leaf: Leaf) -> str:
    """Change the claims and the signature; of an encrypted one all but the header."""
    header, *rest = value.split(".")
    if len(rest) > 2:
        return ".".join([header, *(_opaque(part, leaf) for part in rest)])
    payload, signature = rest

    def claims(plain: bytes) -> bytes:
        return jsontext.change_strings(plain, leaf, kept=_KEPT_CLAIMS)

    changed = views.base64_text(views.bytes_of(payload), claims)
    return ".".join([header, views.text_of(changed), _opaque(signature, leaf)])


def _opaque(part: str, leaf: Leaf) -> str:
    # The last character carries fewer bits than it could; strict decoders refuse others.
    return leaf(part[:-1]) + part[-1:] if part else part


def _is_base64(value: str) -> bool:
    plain = views.decode_base64(views.bytes_of(value))
    if plain is None:
        return False
    try:
        return plain.decode("utf-8").isprintable()
    except UnicodeDecodeError:
        return False


def _base64(value: str, leaf: Leaf) -> str:
    def inner(text: str) -> str:
        user, colon, password = text.partition(":")
        if not colon or text[:1] in "{[":
            return leaf(text)
        # Apart, so that the password has the stand-in it has elsewhere.
        return leaf(user) + colon + leaf(password)

    return _bytewise(value, inner, views.base64_text)


def _bytewise(
    value: str, leaf: Leaf, view: Callable[[bytes, views.Change], bytes]
) -> str:
    changed = view(
        views.bytes_of(value), lambda inner: views.bytes_of(leaf(views.text_of(inner)))
    )
    return views.text_of(changed)
