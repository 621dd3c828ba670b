"""Credentials that sessions were given: who logs in goes on as another session."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator

from mockforge.http import Request, Response, every
from mockforge.sources.correlated.rewriting import text_of_body

KEPT = 10_000
"""Credentials that are known when they come back."""

_LEAST, _LOOKED = 12, 1 << 16
"""Characters of a credential at least, and of a body that is searched for them."""

_NAMED = re.compile(
    r'"[\w-]*(?:token|session|secret|jwt|ticket|sid|api_?-?key)[\w-]*"\s*:\s*"([^"\\]+)"',
    re.IGNORECASE,
)
_SENT = (b"authorization", b"x-api-key", b"x-auth-token", b"x-access-token")


class Credentials:
    """Which session was given which credential."""

    def __init__(self) -> None:
        self._givers: OrderedDict[str, str | None] = OrderedDict()
        """By credential: the session that was given it; None if several were."""
        self._told: dict[str, str] = {}
        """By credential: the session that is told by it."""

    def __len__(self) -> int:
        return len(self._givers)

    def giver(self, session: str, request: Request) -> str | None:
        """Return the session that was given what *request* of *session* holds."""
        for each in _sent(request):
            before = self._givers.get(each)
            if before is not None and before != session:
                self._told[each] = session
                return before
        return None

    def gave(self, session: str, response: Response) -> Iterator[str]:
        """Note what *response* gives; yield sessions that are told by it no more."""
        for each in _given(response):
            if self._givers.get(each, session) not in (session, None):
                self._givers[each] = None
                if each in self._told:
                    yield self._told.pop(each)
            elif each not in self._givers:
                self._givers[each] = session
                if len(self._givers) > KEPT:
                    old, _ = self._givers.popitem(last=False)
                    self._told.pop(old, None)


def _given(response: Response) -> Iterator[str]:
    for line in every(response.headers, "set-cookie"):
        value = line.partition(";")[0].partition("=")[2].strip()
        if len(value) >= _LEAST:
            yield value
    text = text_of_body(response)
    if text is not None:
        for found in _NAMED.finditer(text[:_LOOKED]):
            if len(found[1]) >= _LEAST:
                yield found[1]


def _sent(request: Request) -> Iterator[str]:
    for name, value in request.headers:
        known = name.lower()
        if known in _SENT:
            yield value.decode("latin-1").strip().rpartition(" ")[2]
        elif known == b"cookie":
            for pair in value.decode("latin-1").split(";"):
                yield pair.partition("=")[2].strip()
