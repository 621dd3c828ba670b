"""JSON web tokens: when they are valid, and the same valid at another time."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mockforge.bodies.document import Path, Scalar

MARK = "eyJ"
"""How base64 of `{"` begins, and so every token."""

FOREVER = 10 * 365.25 * 86400
"""Seconds. What is valid for longer was not made for this session."""

FRESH = 86400.0
"""Seconds. A token without an end was made for this session if it is not older."""

_TOKEN = re.compile(
    r"(?<![\w.-])eyJ[\w-]{6,16000}\.(eyJ[\w-]{4,32000})\.[\w-]{0,16000}(?![\w-])"
)
_CLAIMS = ("exp", "iat", "nbf", "auth_time")


@dataclass(frozen=True, slots=True)
class Validity:
    """What a token says of its time."""

    expires: float | None
    issued: float | None


def has_token(text: str) -> bool:
    """Return whether *text* may hold a token."""
    return MARK in text and _TOKEN.search(text) is not None


def tokens(text: str) -> list[str]:
    """Return the tokens in *text*, each once."""
    if MARK not in text:
        return []
    return list(dict.fromkeys(found[0] for found in _TOKEN.finditer(text)))


def each_token(text: str, change: Callable[[str], str]) -> str:
    """Return *text* with *change* applied to every token in it."""
    if MARK not in text:
        return text
    return _TOKEN.sub(lambda found: change(found[0]), text)


def validity(token: str) -> Validity | None:
    """Return when *token* is valid; None if it does not say, or cannot be read."""
    claims = _claims(token.split(".")[1])
    if claims is None:
        return None
    found = Validity(_time(claims.get("exp")), _time(claims.get("iat")))
    return None if found == Validity(None, None) else found


def is_of_session(token: str, started: float) -> bool:
    """Return whether *token*, answered at *started*, was made for that session."""
    found = validity(token)
    if found is None:
        return False
    if found.expires is None:
        assert found.issued is not None
        return -FRESH <= found.issued - started <= FRESH
    return started < found.expires <= started + FOREVER


def shifted(token: str, seconds: float) -> str:
    """Return *token* with its times *seconds* later; its signature is as it was."""
    from mockforge.bodies.splicing import json_spliced

    header, payload, signature = token.split(".")
    text = _text(payload)
    claims = _claims(payload)
    if text is None or claims is None:
        return token
    changes: dict[Path, Scalar] = {}
    for name in _CLAIMS:
        value = claims.get(name)
        if _time(value) is None:
            continue
        if isinstance(value, int):
            changes[name,] = value + round(seconds)
        elif isinstance(value, float):
            changes[name,] = value + seconds
    coded = base64.urlsafe_b64encode(json_spliced(text, changes).encode())
    return f"{header}.{coded.decode().rstrip('=')}.{signature}"


def _claims(payload: str) -> dict[str, Scalar] | None:
    text = _text(payload)
    try:
        found = json.loads(text) if text is not None else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _text(payload: str) -> str | None:
    try:
        return base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()
    except ValueError:
        return None


def _time(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if 0 < value < 1e11 else None
    return None
