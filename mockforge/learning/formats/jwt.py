"""JSON Web Tokens: taken apart, and written again without a right signature."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass
from typing import Any

_JWT = re.compile(r"[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]*")

TIMES = ("iat", "nbf", "exp", "auth_time", "updated_at")
"""Claims that are seconds since 1970 (RFC 7519, 4.1, and OpenID Connect)."""


@dataclass(frozen=True, slots=True)
class Jwt:
    """A token that was taken apart; the header and the signature are left alone."""

    header: str
    claims: dict[str, Any]
    signature: str

    def __str__(self) -> str:
        payload = json.dumps(self.claims, separators=(",", ":"), ensure_ascii=False)
        return f"{self.header}.{_encoded(payload)}.{self.signature}"

    def with_claims(self, claims: dict[str, Any]) -> Jwt:
        """Return the token with other claims."""
        return Jwt(self.header, claims, self.signature)

    def times(self) -> dict[str, float]:
        """Return the claims that tell a time."""
        return {
            name: value
            for name in TIMES
            if isinstance(value := self.claims.get(name), int | float)
            and not isinstance(value, bool)
        }


def parse_jwt(text: str) -> Jwt | None:
    """Return *text* taken apart, or None if it is no signed or unsigned token."""
    if text.count(".") != 2 or len(text) > 1 << 16 or not _JWT.fullmatch(text):
        return None
    header, payload, signature = text.split(".")
    told, claims = _object(header), _object(payload)
    if told is None or claims is None or not ({"alg", "typ"} & told.keys()):
        return None
    return Jwt(header, claims, signature)


def _object(part: str) -> dict[str, Any] | None:
    try:
        value = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _encoded(text: str) -> str:
    raw = base64.urlsafe_b64encode(text.encode("utf-8", "surrogatepass"))
    return raw.decode("ascii").rstrip("=")
