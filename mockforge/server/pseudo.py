"""Requests and responses as HTTP/2 fields: pseudo-fields first, names in lower case.

Source: RFC 9113, 8. What a recorded message says in other words stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mockforge.http import Headers, Request, Response, first
from mockforge.server.framing import is_bodiless
from mockforge.server.http1 import Refusal

VERSION = "HTTP/2"
"""As recordings call it."""

# RFC 9113, 8.2.2: they belong to a connection of HTTP/1.
LEFT_BEHIND = frozenset(
    [
        *(b"connection", b"proxy-connection", b"keep-alive"),
        *(b"transfer-encoding", b"upgrade", b"te"),
    ]
)
# RFC 9110, 5.6.2. A client ends the stream, or all of them, at any other name.
_NAME = re.compile(rb"[a-z0-9!#$%&'*+.^_`|~-]+")
_FORBIDDEN = re.compile(rb"[\0\r\n]+")


def head_size(fields: Iterable[tuple[bytes, bytes]]) -> int:
    """Return the bytes that *fields* would take in HTTP/1.1."""
    return sum(len(name) + len(value) + 4 for name, value in fields)


def asked(fields: Headers, *, scheme: str, here: str, client: str) -> Request | Refusal:
    """Return the request that begins with *fields*, as far as they tell.

    Args:
        fields: As they came, pseudo-fields in front.
        scheme: How the client came: what it says itself is not looked at.
        here: Our own authority, for a client that names none.
        client: The client's address.
    """
    said = {name: value for name, value in fields if name[:1] == b":"}
    headers = tuple(pair for pair in fields if pair[0][:1] != b":")
    method = said.get(b":method", b"").decode("latin-1")
    target = said.get(b":path", b"").decode("latin-1")
    named = said.get(b":authority", b"").decode("latin-1")
    if method == "CONNECT":
        return Refusal(501, f"a tunnel to {named} cannot be opened: this is no proxy")
    if not method or not (target.startswith("/") or target == "*"):
        return Refusal(400, "the request target is not a path")
    where = (named or first(headers, "Host") or here).strip().lower()
    return Request(method, scheme, where, target, headers, b"", VERSION, (), client)


def answered(
    response: Response, request: Request, *, partial: bool = False
) -> list[tuple[bytes, bytes]]:
    """Return the fields that *response* to *request* begins with.

    Args:
        response: What to send.
        request: What it answers.
        partial: The body at hand is not the whole: its length is what the head says.
    """
    fields = [(b":status", b"%d" % response.status)]
    length: bytes | None = None
    if is_bodiless(response, request):
        partial = True
        is_told = response.status != 204
    else:
        is_told = True
        length = b"%d" % len(response.body)
    for name, value in response.headers:
        low = name.lower()
        if low in LEFT_BEHIND or not _NAME.fullmatch(low):
            continue
        if low == b"content-length":
            if not is_told:
                continue
            is_told = False
            value = value if partial or length is None else length
        elif low == b"trailer" and not response.trailers:
            continue
        fields.append((low, _value(value)))
    return fields


def trailing(trailers: Headers) -> list[tuple[bytes, bytes]]:
    """Return the fields that come after a body."""
    return [
        (name.lower(), _value(value))
        for name, value in trailers
        if name.lower() not in LEFT_BEHIND and _NAME.fullmatch(name.lower())
    ]


def _value(value: bytes) -> bytes:
    # A recording written by hand must not make the whole answer unreadable.
    return _FORBIDDEN.sub(b" ", value).strip(b" \t")
