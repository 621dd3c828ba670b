"""Sessions of a replay's clients: what each has taught, and the tokens they hold."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from math import inf

from mockforge.clock import Clock, SystemClock
from mockforge.http import Request, Response
from mockforge.sources.correlated.credentials import Credentials
from mockforge.sources.correlated.renaming import Renaming
from mockforge.sources.correlated.rewriting import request_changed
from mockforge.sources.correlated.tokens import MARK, each_token, shifted, validity

SESSIONS_KEPT = 10_000
"""Sessions whose renamings are kept."""

TOKENS_KEPT = 10_000
"""Tokens given to clients that are known when they come back."""

_DRIFT = 90.0
"""Seconds by which a token that is given again may end sooner than the recorded."""


@dataclass(slots=True, eq=False)
class Known:
    """What is known of a session."""

    heard: float
    """When it asked last, by a clock that only goes on."""
    names: Renaming = field(default_factory=Renaming)
    tokens: dict[str, str] = field(default_factory=dict)
    """From recorded tokens to those that were given instead."""


class Sessions:
    """The sessions of which something is known."""

    def __init__(self, clock: Clock | None = None, idle: float = inf) -> None:
        """Begin with none.

        Args:
            clock: The system's if None.
            idle: Seconds after which a session not heard of has ended.
        """
        self._clock = clock or SystemClock()
        self._idle = idle
        self._known: OrderedDict[str, Known] = OrderedDict()
        self._issued: OrderedDict[str, str] = OrderedDict()
        """From tokens that were given to the recorded ones."""
        self.apart: set[str] = set()
        """Those whose answers are not as recorded."""
        self._credentials = Credentials()

    def find(self, session: str) -> Known | None:
        """Return what is known of *session*; None if it is nothing, or has ended."""
        known = self._known.get(session)
        if known is None:
            return None
        now = self._clock.monotonic()
        if now - known.heard > self._idle:
            self._end(session)
            return None
        known.heard = now
        self._known.move_to_end(session)
        return known

    def of(self, session: str) -> Known:
        """Return what is known of *session*, which begins if it is not there."""
        known = self.find(session)
        if known is None:
            known = self._known[session] = Known(self._clock.monotonic())
            while len(self._known) > SESSIONS_KEPT:
                self._end(next(iter(self._known)))
        return known

    def join(self, session: str, request: Request) -> None:
        """Know of *session* what was known before it had its credential.

        Who logs in is another session from then on, and the same client. If several
        were given one credential, none of them is told by it.

        Args:
            session: Whose request it is.
            request: What may hold a credential that another session was given.
        """
        known = self.find(session)
        if not self._credentials or (known is not None and known.names):
            return
        before = self.find(self._credentials.giver(session, request) or "")
        if before is not None and before.names:
            self.of(session).names = before.names
            self.apart.add(session)

    def gave(self, session: str, response: Response) -> None:
        """Note which credentials *response* gives to *session*, which taught something.

        A session that was told by one of them, and that another one was given as well,
        is nobody's.
        """
        known = self.find(session)
        if known is None or not known.names:
            return
        for name in self._credentials.gave(session, response):
            if name in self._known:
                self._end(name)

    def recalled(self, request: Request, session: str | None = None) -> Request:
        """Return *request* with the tokens that were recorded for those given instead.

        Args:
            request: In upstream space.
            session: Whose it is, if that is known already.
        """
        if session is not None:
            self.join(session, request)
        if not self._issued or not _may_hold_token(request):
            return request
        seen: dict[str, str] = {}

        def back(token: str) -> str:
            recorded = self._issued.get(token)
            if recorded is None:
                return token
            seen[recorded] = token
            return recorded

        request = request_changed(request, lambda text: each_token(text, back))
        if session is not None and seen:
            self.of(session).tokens.update(seen)
        return request

    def token(self, token: str, known: Known, started: float) -> str:
        """Return what is given for a recorded *token*: it has as much time left.

        The same is given again while that is so.

        Args:
            token: As it was recorded.
            known: Who gets it.
            started: When it was recorded.
        """
        now = self._clock.now()
        given, valid = known.tokens.get(token), validity(token)
        if given is not None and valid is not None and valid.expires is not None:
            left = (validity(given) or valid).expires or 0.0
            if abs((left - now) - (valid.expires - started)) <= _DRIFT:
                return given
        new = shifted(token, now - started)
        self.issue(new, token, known)
        return new

    def issue(self, given: str, token: str, known: Known) -> None:
        """Know that *given* is in the place of *token*, also if that was given."""
        token = self._issued.get(token, token)
        known.tokens[token] = given
        if len(known.tokens) > TOKENS_KEPT:
            del known.tokens[next(iter(known.tokens))]
        self._issued[given] = token
        self._issued.move_to_end(given)
        if len(self._issued) > TOKENS_KEPT:
            self._issued.popitem(last=False)

    def _end(self, session: str) -> None:
        del self._known[session]
        self.apart.discard(session)


def _may_hold_token(request: Request) -> bool:
    mark = MARK.encode()
    return (
        MARK in request.target
        or any(mark in value for _, value in request.headers)
        or mark in request.body
    )
