"""Answers that hold times which must live: what ends is not to have ended already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mockforge.bodies.reading import decoded
from mockforge.http import Response, every
from mockforge.sources.correlated import expiries
from mockforge.sources.correlated.rewriting import response_changed
from mockforge.sources.correlated.tokens import MARK, has_token, is_of_session, tokens

if TYPE_CHECKING:
    from mockforge.bodies.document import Path

DATED = 631152000.0
"""1990. What is said to have started earlier was recorded without its time."""


@dataclass(frozen=True, slots=True)
class Living:
    """Where an answer holds times that must live."""

    tokens: frozenset[str]
    """JSON web tokens that were made for the session."""
    fields: tuple[Path, ...] = ()
    """Leaves that say when something ends."""
    cookies: bool = False
    """Some cookie says when it ends."""


def living(response: Response, started: float, elapsed: float) -> Living | None:
    """Return where *response* holds times that must live; None if it holds none.

    Args:
        response: As it was recorded.
        started: When it was asked for, in seconds since the epoch.
        elapsed: Seconds until it was answered.
    """
    if response.size is not None or started < DATED:
        return None
    mark = MARK.encode()
    in_head = any(mark in value for _, value in response.headers)
    plain = _plain(response)
    found: list[str] = []
    if in_head or mark in plain:
        texts = [value.decode("latin-1") for _, value in response.headers]
        texts.append(plain.decode("utf-8", "replace"))
        found = [
            token
            for text in texts
            if has_token(text)
            for token in tokens(text)
            if is_of_session(token, started)
        ]
    fields: tuple[Path, ...] = ()
    if expiries.may_have_fields(plain):
        fields = expiries.fields(response, started, elapsed)
    cookies = bool(every(response.headers, "set-cookie")) and expiries.has_cookies(
        response.headers, started
    )
    if not found and not fields and not cookies:
        return None
    return Living(frozenset(found), fields, cookies)


def revived(
    response: Response,
    places: Living,
    seconds: float,
    started: float,
    token: Callable[[str], str],
) -> Response:
    """Return *response* with its times *seconds* later.

    Args:
        response: As it was recorded.
        places: Where it holds times.
        seconds: How long ago it was asked for.
        started: When that was.
        token: Gives what stands for a token.
    """
    if places.cookies:
        headers = expiries.cookies_later(response.headers, seconds, started)
        response = replace(response, headers=headers)
    if places.fields:
        response = expiries.fields_later(response, places.fields, seconds)
    if places.tokens:
        new = {old: token(old) for old in places.tokens}
        response = response_changed(response, lambda text: _replaced(text, new))
    return response


def _replaced(text: str, new: dict[str, str]) -> str:
    for old, other in new.items():
        if old in text:
            text = text.replace(old, other)
    return text


def _plain(response: Response) -> bytes:
    try:
        return decoded(response.headers, response.body)
    except ValueError:
        return b""
