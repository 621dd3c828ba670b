"""Telling an exchange in words: what models read, and what is searched in."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from itertools import islice

from mockforge.bodies.document import leaves, read
from mockforge.bodies.reading import unquoted
from mockforge.exchange import Exchange
from mockforge.http import Headers, Request

LEAVES = 200
"""Values of a body that are told."""

LONGEST = 2_000
"""Letters of one of them."""

TOLD = 6_000
"""Letters of a request, as a model reads it."""

SAID = {
    2: "ok success succeeded successful",
    3: "redirect redirected moved",
    4: "failed failure error refused rejected client",
    5: "failed failure error broken crashed server",
}
"""What people say of a status, by its first digit."""

SAID_ALSO = {
    201: "created made new added",
    202: "accepted queued pending",
    204: "empty deleted removed done",
    304: "unchanged cached",
    400: "bad invalid wrong malformed",
    401: "unauthorized unauthenticated login credentials denied",
    402: "payment unpaid",
    403: "forbidden denied permission",
    404: "missing unknown absent notfound",
    405: "method",
    409: "conflict duplicate exists taken",
    410: "gone deleted",
    412: "precondition stale changed",
    413: "large big",
    415: "unsupported type format",
    422: "invalid validation unprocessable",
    429: "limit limited throttled quota many",
    500: "internal exception",
    502: "gateway upstream",
    503: "unavailable overloaded maintenance down",
    504: "timeout slow late",
}

DOES = {
    "GET": "get read fetch show",
    "HEAD": "head check",
    "POST": "post create send make add",
    "PUT": "put replace set update",
    "PATCH": "patch change update edit modify",
    "DELETE": "delete remove cancel",
}
"""What people call what a method does."""


def told_request(request: Request) -> str:
    """Return *request* as text: its method, path, names and values."""
    parts = [request.method, request.authority, unquoted(request.path)]
    parts += [f"{name}={value}" for name, value in request.query]
    parts += _body(request.headers, request.body)
    return " ".join(parts)[:TOLD]


def told_exchange(exchange: Exchange) -> Iterator[tuple[str, float]]:
    """Yield the texts of *exchange* with what each weighs in a search."""
    request, response = exchange.request, exchange.response
    yield unquoted(request.path), 3.0
    yield request.authority, 0.5
    for name, value in request.query:
        yield f"{name} {value}", 2.0
    for text in _body(request.headers, request.body):
        yield text, 1.5
    if response is not None:
        for text in _body(response.headers, response.body):
            yield text, 1.0
    for event in exchange.events[:LEAVES]:
        yield event.data[:LONGEST].decode("utf-8", "replace"), 1.0


def meant_exchange(exchange: Exchange) -> Iterator[tuple[str, float]]:
    """Yield what people call what happened in *exchange*, with what each weighs."""
    method, response = exchange.request.method, exchange.response
    yield DOES.get(method, method), 0.7
    if response is not None:
        status = response.status
        yield f"{status} {_phrase(status)}", 1.5
        yield SAID.get(status // 100, ""), 1.5
        yield SAID_ALSO.get(status, ""), 1.5
    if exchange.failure is not None:
        yield f"failed failure error broken {exchange.failure.kind.value}", 1.5


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _body(headers: Headers, body: bytes) -> Iterator[str]:
    """Yield names and values of a body."""
    if not body:
        return
    for path, value in islice(leaves(read(headers, body).value), LEAVES):
        names = [step for step in path if isinstance(step, str)]
        yield f"{names[-1] if names else ''} {str(value)[:LONGEST]}"
