"""What a replay is held against: the recorded bytes, and secrets that must be gone."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from mockforge.exchange import Exchange
from mockforge.http import HOP_BY_HOP, Headers, Request, Response
from mockforge.options import Json


@dataclass(frozen=True, slots=True)
class Deviation:
    """One answer of the replay that is not the recorded one."""

    position: int
    """Which exchange of the session, from 1."""
    request: str
    what: str
    """What is different, with both values."""

    def __str__(self) -> str:
        return f"{self.position}. {self.request}: {self.what}"


def compare(
    expected: Sequence[Exchange], actual: Sequence[Exchange]
) -> tuple[Deviation, ...]:
    """Return where *actual* is not *expected*, byte for byte, request by request.

    Fields that belong to a connection are left out, and those this program adds.
    """
    deviations = []
    for position, wanted in enumerate(expected, 1):
        line = f"{wanted.request.method} {wanted.request.target}"
        if position > len(actual):
            deviations.append(Deviation(position, line, "the client did not get here"))
            break
        what = _difference(wanted, actual[position - 1])
        if what:
            deviations.append(Deviation(position, line, what))
    for position in range(len(expected) + 1, len(actual) + 1):
        asked = actual[position - 1].request
        line = f"{asked.method} {asked.target}"
        deviations.append(Deviation(position, line, "this was not asked before"))
    return tuple(deviations)


def redactions(before: Iterable[Exchange], after: Iterable[Exchange]) -> dict[str, int]:
    """Return how many values were replaced, by the name of their field."""
    found: Counter[str] = Counter()
    for plain, redacted in zip(before, after, strict=True):
        found.update(_replaced(plain.request, redacted.request))
        if plain.response and redacted.response:
            found.update(_replaced(plain.response, redacted.response))
    return dict(found)


def leaks(secrets: Collection[str], recorded: Iterable[Exchange]) -> int:
    """Return how many of *secrets* occur anywhere in the *recorded* exchanges."""
    content = b"\n".join(piece for exchange in recorded for piece in _pieces(exchange))
    return sum(secret.encode() in content for secret in secrets)


def _difference(wanted: Exchange, got: Exchange) -> str | None:
    asked, again = wanted.request, got.request
    if (asked.method, asked.target) != (again.method, again.target):
        return f"the client asked {again.method} {again.target} instead"
    assert wanted.response is not None
    assert got.response is not None
    if wanted.response.status != got.response.status:
        return f"status {wanted.response.status} became {got.response.status}"
    if wanted.response.reason != got.response.reason:
        return f"reason {wanted.response.reason!r} became {got.response.reason!r}"
    before, after = _end_to_end(wanted.response), _end_to_end(got.response)
    if before != after:
        lost = [pair for pair in before if pair not in after]
        added = [pair for pair in after if pair not in before]
        return f"headers: lost {lost!r}, added {added!r}"
    if wanted.response.body != got.response.body:
        sizes = f"{len(wanted.response.body)} and {len(got.response.body)} bytes"
        return f"the bodies differ ({sizes})"
    return None


def _end_to_end(response: Response) -> Headers:
    return tuple(
        (name.lower(), value)
        for name, value in response.headers
        if name.lower() not in HOP_BY_HOP
        and not name.lower().startswith(b"x-mockforge-")
    )


def _replaced(plain: Request | Response, redacted: Request | Response) -> Iterator[str]:
    for (name, before), (_, after) in zip(plain.headers, redacted.headers, strict=True):
        # A length that changed is a consequence and no value of its own.
        if before != after and name.lower() != b"content-length":
            yield name.decode("latin-1").lower()
    if plain.body != redacted.body:
        was, became = _json(plain), _json(redacted)
        yield from _leaves("body", was, became)


def _leaves(name: str, before: Json, after: Json) -> Iterator[str]:
    if isinstance(before, dict) and isinstance(after, dict):
        for key in before:
            yield from _leaves(key, before[key], after.get(key))
    elif isinstance(before, list) and isinstance(after, list):
        for one, other in zip(before, after, strict=False):
            yield from _leaves(name, one, other)
    elif before != after:
        yield name


def _json(message: Request | Response) -> Json:
    try:
        return json.loads(_plain(message))
    except ValueError:
        return message.body


def _plain(message: Request | Response) -> bytes:
    packed = message.header("content-encoding") == "gzip"
    return gzip.decompress(message.body) if packed else message.body


def _pieces(exchange: Exchange) -> Iterator[bytes]:
    yield exchange.request.target.encode()
    for message in (exchange.request, exchange.response):
        if message is not None:
            yield _plain(message)
            for pair in message.headers:
                yield from pair
    for event in exchange.events:
        yield event.data
