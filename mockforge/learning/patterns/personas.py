"""Personas: who asked, as the request itself says it."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl

from mockforge.http import Headers

PLACES = ("header", "query", "cookie", "claim")
"""Where a persona may be named."""

LONGEST = 80
"""Characters of a name; what is longer is none."""

MOST_TOKENS = 4_096
"""Tokens whose claims are remembered."""

LARGEST = 8_192
"""Bytes of a token that is read."""

_DROPPED = "x-mockforge-"
_TOKEN = re.compile(rb"eyJ[A-Za-z0-9_-]*\.(eyJ[A-Za-z0-9_-]*)\.")


class Place(NamedTuple):
    """Where a persona is named."""

    kind: str
    """One of PLACES."""
    name: str
    """Of the header field, the parameter, the cookie or the claim."""


def place_of(text: str) -> Place:
    """Read `header:X-Persona`.

    Raises:
        ValueError: If it is no such place, or one that is never recorded.
    """
    kind, colon, name = (part.strip() for part in text.partition(":"))
    if kind not in PLACES or not colon or not name:
        known = ", ".join(f"'{place}:NAME'" for place in PLACES)
        raise ValueError(f"{text!r} names no place of a persona; write {known}")
    if kind == "header" and name.lower().startswith(_DROPPED):
        raise ValueError(
            f"{text!r} is never seen: fields that begin with X-MockForge- are for"
            " mockforge, and left out of recordings"
        )
    return Place(kind, name)


class Personas:
    """Tells who asked."""

    def __init__(self, places: Sequence[str]) -> None:
        """Take the *places* to look at, the first of which counts.

        Raises:
            ValueError: If one is none.
        """
        self.places = [place_of(text) for text in places]
        """Where to look, the first of which counts."""
        kinds = {place.kind for place in self.places}
        self._asks = any(kind == "query" for kind in kinds)
        self._headers = [
            place.name.lower().encode("utf-8")
            for place in self.places
            if place.kind == "header"
        ]
        self._cookies, self._claims = "cookie" in kinds, "claim" in kinds
        self._known: OrderedDict[bytes, Mapping[str, object]] = OrderedDict()

        words = [*self._headers, *[b"cookie"] * self._cookies]
        self._words = [*words, *[b"eyj"] * self._claims]

    def may_name(self, block: bytes | None) -> bool:
        """Tell whether a text that holds the header of a request names somebody.

        Args:
            block: The text; None if there is none, and the header is to be read.
        """
        if block is None:
            return True
        lower = block.lower()
        return any(word in lower for word in self._words)

    def of(self, target: str, headers: Callable[[], Headers]) -> str | None:
        """Return who asked, None if the request does not say it.

        Args:
            target: Path and query.
            headers: Gives its header.
        """
        if not self.places:
            return None
        asked = headers()
        if not asked and not self._asks:
            return None
        said = self._said(asked)
        for place in self.places:
            if place.kind == "query":
                name = _queried(target, place.name)
            else:
                key = place.name.lower() if place.kind == "header" else place.name
                name = said.get((place.kind, key))
            if name:
                return name
        return None

    def _said(self, headers: Headers) -> dict[tuple[str, str], str]:
        """Return what the header of a request says, by place."""
        found: dict[tuple[str, str], str] = {}
        for name, value in headers:
            lower = name.lower()
            if lower in self._headers:
                text = _text(value.decode("utf-8", "replace"))
                found.setdefault(("header", lower.decode("latin-1")), text)
            if lower == b"cookie" and self._cookies:
                for cookie, text in _cookies(value):
                    found.setdefault(("cookie", cookie), text)
            if self._claims and b"eyJ" in value and len(value) <= LARGEST:
                for token in _TOKEN.findall(value):
                    for claim, said in self._claimed(token).items():
                        found.setdefault(("claim", claim), _text(said))
        return found

    def _claimed(self, payload: bytes) -> Mapping[str, object]:
        known = self._known.get(payload)
        if known is None:
            known = self._known[payload] = _claims(payload)
            if len(self._known) > MOST_TOKENS:
                self._known.popitem(last=False)
        return known


def _claims(payload: bytes) -> Mapping[str, object]:
    try:
        plain = base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4))
        found = json.loads(plain)
    except (binascii.Error, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _cookies(value: bytes) -> Iterator[tuple[str, str]]:
    for part in value.decode("utf-8", "replace").split(";"):
        name, _, text = part.strip().partition("=")
        yield name, _text(text.strip('"'))


def _queried(target: str, name: str) -> str | None:
    query = target.partition("?")[2]
    if name not in query:
        return None
    try:
        pairs = parse_qsl(query, max_num_fields=1_000)
    except ValueError:
        return None
    return next((_text(value) for key, value in pairs if key == name), None)


def _text(value: object) -> str:
    """Return a name that can be shown; empty where *value* is none."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    text = str(value).strip()
    return text if 0 < len(text) <= LONGEST and text.isprintable() else ""
