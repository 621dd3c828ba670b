"""Answers drawn from what fields hold: for endpoints that nothing better answers.

A given OpenAPI document describes endpoints that nobody recorded; what it and the
recordings say of an endpoint's answers is enough for one that is valid.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, Protocol

from mockforge import chance
from mockforge.bodies.document import Document, Path, Scalar, leaves, write
from mockforge.bodies.messages import asked_of
from mockforge.http import Headers, Request, Response
from mockforge.learning.endpoints import EndpointMap, Located
from mockforge.learning.fields import Body, Fields, generate
from mockforge.sources.inventing import Invented

MOST_SESSIONS = 1000
SCORE = 0.1
"""How well it fits: it is valid, and that is all that is known."""


class Described(Protocol):
    """What is known of an API, as far as it is of use here."""

    @property
    def endpoints(self) -> EndpointMap:
        """The endpoints."""

    @property
    def fields(self) -> Fields:
        """What their messages hold."""


class Drawn:
    """Draws answers of endpoints that are described."""

    def __init__(self, described: Described, *, seed: int = 0) -> None:
        """Draw from what is *described*, by chance that depends on *seed*."""
        self._described = described
        self._seed = seed
        self._turns: OrderedDict[str, int] = OrderedDict()

    def claims(self, asked: Request, session: str) -> bool:
        """Whether what was recorded would be wrong by now; here nobody knows."""
        return False

    def note(
        self, asked: Request, response: Response, session: str, now: float
    ) -> None:
        """Take note of an answer; nothing of it is needed here."""

    def answer(self, asked: Request, session: str, now: float) -> Invented | None:
        """Return a valid answer of the endpoint, the one for when all goes well."""
        located = self._described.endpoints.located(asked)
        status = None if located is None else self._status(located.key)
        if located is None or status is None:
            return None
        side = self._described.fields.told(located.key, status)
        body = None if side is None else side.body
        if side is None or body is None:
            return Invented(Response(status, _LENGTH_0), score=SCORE)
        media = next(m for (m, _), each in side.bodies.items() if each is body)
        return self._drawn(body, media, status, _Asked(asked, located, session, now))

    def _drawn(
        self, body: Body, media: str, status: int, asked: _Asked
    ) -> Invented | None:
        turn = self._turns[asked.session] = self._turns.get(asked.session, 0) + 1
        self._turns.move_to_end(asked.session)
        if len(self._turns) > MOST_SESSIONS:
            self._turns.popitem(last=False)
        where = (asked.session, asked.located.key, turn, "drawn")
        known = dict(_known(asked))
        rng = chance.rng(self._seed, *where)
        value = generate(body, rng, known=known, now=asked.now)
        try:
            plain = write(Document(body.kind, None), value)
        except ValueError:
            return None
        headers: Headers = ((b"Content-Length", b"%d" % len(plain)),)
        if media:
            headers = ((b"Content-Type", media.encode("latin-1")), *headers)
        bindings = (f"drawn as {asked.located.key} answers with {status}",)
        response = Response(status, headers, plain)
        return Invented(response, bindings=bindings, score=SCORE)

    def _status(self, key: str) -> int | None:
        """Return what the endpoint answers with when all is well."""
        endpoint = self._described.fields.endpoints.get(key)
        if endpoint is None:
            return None
        good = {
            status: side.count
            for status, side in endpoint.told.items()
            if 200 <= status < 300
        }
        return max(good, key=lambda one: (good[one], -one), default=None)


class _Asked:
    def __init__(
        self, request: Request, located: Located, session: str, now: float
    ) -> None:
        self.request, self.located = request, located
        self.session, self.now = session, now


_LENGTH_0 = ((b"Content-Length", b"0"),)


def _known(asked: _Asked) -> Iterator[tuple[Path, Scalar]]:
    """Yield what the request says of the thing that is answered with."""
    said: dict[str, Any] = asked_of(asked.request)
    body = said["body"]
    if isinstance(body, dict):
        yield from leaves(body)
    params = list(asked.located.params.items())
    for name, value in params:
        yield (name,), value
    if params:
        # The last is the thing itself, what stands before it is around it.
        yield ("id",), params[-1][1]
