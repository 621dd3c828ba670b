"""Values made of parts: which of them are secret, and how they are put together."""

from __future__ import annotations

import re
from collections.abc import Callable

from mockforge.recordings.redact import cards, jsontext, views

Leaf = Callable[[str], str]
"""Return what stands for a value that is one piece."""
Shape = Callable[[str, Leaf], str]
"""Apply a leaf to the secret parts of a value."""

_SCHEME = re.compile(
    r"(?:bearer|basic|token|digest|apikey|api-key|key|jwt|oauth|hawk|dpop|negotiate|ntlm"
    r"|aws4-hmac-sha256|signature|mac|sso-key|splunk|geniekey|x-auth)\s+(?=\S)",
    re.IGNORECASE,
)
_PEM = re.compile(r"-----(?:BEGIN|END) [^-\n]+-----")
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_KEPT_CLAIMS = frozenset(
    ["iss", "aud", "typ", "alg", "kid", "scope", "scp", "token_use", "token_type"]
)
MOST_NESTED = 4
LEAST_BASE64 = 11
SHORTEST_CLAIM = 4


def shaped(value: str, leaf: Leaf, depth: int = 0) -> str:
    """Apply *leaf* to the secret parts of *value*, and put it together again."""
    shape = compound(value) if depth < MOST_NESTED else None
    if shape is None:
        return leaf(value)
    return shape(value, lambda part: shaped(part, leaf, depth + 1))


def compound(value: str) -> Shape | None:
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

    def claim(text: str) -> str:
        # All short texts share a stand-in, and subjects 1 and 2 must stay apart.
        return leaf(text) if len(text) >= SHORTEST_CLAIM else text

    def claims(plain: bytes) -> bytes:
        return jsontext.change_strings(plain, claim, kept=_KEPT_CLAIMS)

    changed = views.base64_text(views.bytes_of(payload), claims)
    return ".".join([header, views.text_of(changed), _opaque(signature, leaf)])


def _opaque(part: str, leaf: Leaf) -> str:
    # The last character has bits to spare, and strict decoders want them zero.
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


def parts(secret: str) -> list[str]:
    """Return what of *secret* may occur alone: no scheme, no user of Basic."""
    scheme = _SCHEME.match(secret)
    bare = secret[scheme.end() :] if scheme else secret
    plain = views.decode_base64(views.bytes_of(bare)) if len(bare) >= 4 else None
    if plain and b":" in plain and not plain.startswith((b"{", b"[")):
        user, _, password = plain.partition(b":")
        return [bare, views.text_of(password or user)]
    return [bare]
