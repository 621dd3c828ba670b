"""Browsers of other origins: what they ask before they ask, and want to hear.

Source: the Fetch standard, 3.2, and RFC 9110, 9.3.7.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mockforge.http import Headers, Request, Response

ALLOWED = (b"Access-Control-Allow-Origin", b"access-control-allow-origin")
DEFAULT_METHODS = ("GET", "HEAD", "OPTIONS")
# A day; browsers take no more than two hours.
_AGE = b"86400"


def preflight_of(request: Request) -> str | None:
    """Return the method that a browser asks leave for; None if it asks for none."""
    if request.method != "OPTIONS" or request.header("Origin") is None:
        return None
    wanted = request.header("Access-Control-Request-Method")
    return None if wanted is None else wanted.upper()


def allowed(request: Request, methods: Iterable[str]) -> Response:
    """Return the answer to an OPTIONS *request* at a path that takes *methods*."""
    names = ", ".join(dict.fromkeys(methods)).encode()
    response = Response(204, ((b"Allow", names),), b"", "No Content")
    if preflight_of(request) is None:
        return response
    more: list[tuple[bytes, bytes]] = [(b"Access-Control-Allow-Methods", names)]
    wanted = request.header("Access-Control-Request-Headers")
    if wanted is not None:
        more.append((b"Access-Control-Allow-Headers", wanted.encode("latin-1")))
    if request.header("Access-Control-Request-Private-Network") == "true":
        more.append((b"Access-Control-Allow-Private-Network", b"true"))
    more.append((b"Access-Control-Max-Age", _AGE))
    return replace(response, headers=(*response.headers, *more))


def opened(request: Request, response: Response) -> Response:
    """Return *response* as a browser of another origin may read it.

    What the response says of it itself stays.
    """
    origin = request.header("Origin")
    if origin is None or response.header("Access-Control-Allow-Origin") is not None:
        return response
    exposed = _exposed(response.headers)
    fields = [
        (ALLOWED[0], origin.encode("latin-1")),
        (b"Access-Control-Allow-Credentials", b"true"),
        *([(b"Access-Control-Expose-Headers", exposed)] if exposed else []),
        (b"Vary", b"Origin"),
    ]
    return replace(response, headers=(*response.headers, *fields))


# What scripts may read anyway, and what they never may.
_SAFE = frozenset(
    [
        *(b"cache-control", b"content-language", b"content-length", b"content-type"),
        *(b"expires", b"last-modified", b"pragma", b"set-cookie", b"set-cookie2"),
        *(b"allow", b"vary"),
    ]
)


def _exposed(headers: Headers) -> bytes:
    names = {
        name.lower(): name
        for name, _ in headers
        if name.lower() not in _SAFE and not name.lower().startswith(b"access-control-")
    }
    return b", ".join(names.values())
