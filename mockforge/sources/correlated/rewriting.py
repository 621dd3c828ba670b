"""Whole messages with their texts changed: target, header and body."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mockforge.bodies.reading import decoded
from mockforge.http import Headers, Request, Response, without

Change = Callable[[str], str]

LONGEST = 4 << 20
"""Bytes of a body that is looked into."""

# What is made of the message itself, or of the moment it was sent.
_KEPT = frozenset(
    [
        *(b"content-length", b"content-type", b"content-encoding", b"date", b"host"),
        *(b"transfer-encoding", b"connection", b"content-md5", b"age", b"vary"),
    ]
)


def request_changed(request: Request, change: Change) -> Request:
    """Return *request* with *change* applied to its texts, to be matched.

    Itself if nothing changes. A body that changes loses its content coding.
    """
    target = change(request.target)
    headers = headers_changed(request.headers, change)
    body = request.body
    text = _text_of(request.headers, body) if request.size is None else None
    if text is not None and (new := change(text)) != text:
        body = new.encode("utf-8", "surrogatepass")
        headers = without(headers, "Content-Encoding")
    if target == request.target and body is request.body and headers == request.headers:
        return request
    return replace(request, target=target, headers=headers, body=body)


def response_changed(response: Response, change: Change) -> Response:
    """Return *response* with *change* applied to its texts; itself if nothing changes.

    Its length and codings are made right.
    """
    headers = headers_changed(response.headers, change)
    if headers != response.headers:
        response = replace(response, headers=headers)
    text = _text_of(headers, response.body) if response.size is None else None
    if text is None or (new := change(text)) == text:
        return response
    # Imported here: most replays change nothing.
    from mockforge.bodies.messages import with_plain

    return with_plain(response, new.encode("utf-8", "surrogatepass"))


def headers_changed(headers: Headers, change: Change) -> Headers:
    """Return *headers* with *change* applied to their values."""
    return tuple((name, _value(name, value, change)) for name, value in headers)


def _value(name: bytes, value: bytes, change: Change) -> bytes:
    if name.lower() in _KEPT:
        return value
    text = value.decode("latin-1")
    new = change(text)
    # Nobody is to end a header field by what it sent in a body.
    if new == text or "\r" in new or "\n" in new:
        return value
    return new.encode("latin-1", "replace")


def text_of_body(response: Response) -> str | None:
    """Return the body's text without content codings; None if it is no text."""
    return _text_of(response.headers, response.body)


def _text_of(headers: Headers, body: bytes) -> str | None:
    if not body or len(body) > LONGEST:
        return None
    try:
        plain = decoded(headers, body)
        return plain.decode() if len(plain) <= LONGEST else None
    except ValueError:
        return None
