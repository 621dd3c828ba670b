"""What control routes share: `{success, data, error}`, and who may change things."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import replace
from difflib import get_close_matches
from http import HTTPStatus
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from mockforge.errors import MockforgeError
from mockforge.http import Request, Response
from mockforge.options import Json


class Wrong(MockforgeError):
    """What was asked of a control route is not right."""

    status = 400


class NotThere(Wrong):
    """What was asked for is not there."""

    status = 404


def enveloped(status: int, data: Json, error: str | None = None) -> Response:
    """Return *data*, or the *error* in its place, as JSON."""
    told = {"success": error is None, "data": data, "error": error}
    body = json.dumps(told, indent=2, ensure_ascii=False).encode() + b"\n"
    headers = (
        (b"Content-Type", b"application/json"),
        (b"Content-Length", b"%d" % len(body)),
        (b"Cache-Control", b"no-store"),
    )
    return Response(status, headers, body, HTTPStatus(status).phrase)


def refused(status: int, why: str) -> Response:
    """Return the answer to what is not done."""
    return enveloped(status, None, why)


def only(methods: Iterable[str]) -> Response:
    """Return the answer to another method than *methods*."""
    allowed = tuple(methods)
    response = refused(405, f"only {' and '.join(allowed)} is answered here")
    allow = (b"Allow", ", ".join(allowed).encode())
    return replace(response, headers=(*response.headers, allow))


def stranger(request: Request) -> str | None:
    """Return why *request* may change nothing; None if it may."""
    try:
        peer = ip_address(request.client.partition("%")[0])
    except ValueError:
        return "only a client whose address is known may change this"
    if isinstance(peer, IPv6Address) and peer.ipv4_mapped is not None:
        peer = peer.ipv4_mapped
    if not peer.is_loopback:
        return "only a client on the same machine may change this"
    page = request.header("Origin")
    # A page of somebody else's, in a browser on this machine, is no one's wish.
    if page is not None and urlsplit(page).netloc != request.header("Host"):
        return f"a page of {page} may not change this"
    return None


def given(request: Request) -> dict[str, Json]:
    """Return what *request* says: its query, and its body if that is a JSON object.

    Raises:
        Wrong: If the body is something else: it would be left out of account.
    """
    found: dict[str, Json] = dict(request.query)
    if not request.body.strip():
        return found
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise Wrong("the body is no JSON object", nearest='write it as {"name": value}')
    return found | said


def known(names: Iterable[str], allowed: Collection[str]) -> None:
    """Check that there is none of *names* but those *allowed*.

    Raises:
        Wrong: With the nearest that is.
    """
    for name in names:
        if name in allowed:
            continue
        raise Wrong(f"{name!r} means nothing here", nearest=near(name, allowed))


def near(word: str, known: Collection[str]) -> str | None:
    """Return a hint at the one of *known* that *word* may stand for."""
    if found := get_close_matches(word, known, n=1, cutoff=0.6):
        return f"did you mean {found[0]!r}?"
    return f"known here: {', '.join([*known][:10])}" if known else None
