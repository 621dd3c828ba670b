"""Threads: sessions that are one client's, because one was given the other's key.

Who logs in is another session from then on: its credential is new. What it did before
and what it does after belong together all the same, and what tells is that an answer
of the one holds the credential of the other.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from mockforge.bodies.messages import told_of
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.formats import Format, classify, is_minted, is_time
from mockforge.options import Json

SHORTEST = 8
"""Characters of a value that may be a credential."""

LONGEST = 8192
MOST_GIVEN = 20_000
"""Values that are remembered as given, and sessions that are known."""
MOST_LEAVES = 500
"""Values of one answer that are looked at."""

_TRANSPORT = """
    accept accept-encoding accept-language accept-charset accept-ranges age alt-svc
    allow cache-control connection content-encoding content-language content-length
    content-type cookie date expect expires forwarded from host keep-alive max-forwards
    nel origin pragma proxy-authenticate proxy-authorization proxy-connection referer
    report-to reporting-endpoints sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform
    sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-websocket-accept
    sec-websocket-extensions sec-websocket-key sec-websocket-version server
    strict-transport-security te trailer transfer-encoding upgrade
    upgrade-insecure-requests user-agent vary via x-content-type-options
    x-forwarded-for x-forwarded-host x-forwarded-proto x-frame-options x-powered-by
    x-real-ip x-xss-protection
"""
SKIPPED = frozenset(_TRANSPORT.split())
"""Header fields that belong to the transport: no value of theirs is followed."""


class Threads:
    """Which thread each session belongs to."""

    def __init__(self) -> None:
        self._given: OrderedDict[str, str] = OrderedDict()
        self._of: OrderedDict[str, str] = OrderedDict()

    def of(self, request: Request, session: str) -> str:
        """Return the thread of *session*, which is the session that it began as.

        Args:
            request: What the session asks.
            session: Its name; a scope stands before the last `/`.
        """
        thread = self._of.get(session)
        if thread is None:
            thread = self._giver(request, session) or session
            _put(self._of, session, thread)
        else:
            self._of.move_to_end(session)
        return thread

    def gave(self, response: Response, thread: str) -> None:
        """Take note of what an answer in *thread* gave its client."""
        for value in values_of(response):
            self._given.setdefault(value, thread)
        while len(self._given) > MOST_GIVEN:
            self._given.popitem(last=False)

    def _giver(self, request: Request, session: str) -> str | None:
        scope = session.rpartition("/")[0]
        for credential in credentials_of(request):
            thread = self._given.get(credential)
            if thread is not None and thread.rpartition("/")[0] == scope:
                return thread
        return None


def joined(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """Return *exchanges* in order of start, each with its thread as its session."""
    threads = Threads()
    found = []
    for exchange in sorted(exchanges, key=lambda one: (one.started, one.id or 0)):
        thread = threads.of(exchange.request, exchange.session)
        if exchange.response is not None:
            threads.gave(exchange.response, thread)
        if thread != exchange.session:
            exchange = replace(exchange, session=thread)
        found.append(exchange)
    return found


def _put(known: OrderedDict[str, str], name: str, value: str) -> None:
    known[name] = value
    if len(known) > MOST_GIVEN:
        known.popitem(last=False)


def values_of(response: Response) -> list[str]:
    """Return what *response* gives that may be a credential."""
    told = told_of(response)
    return [
        value
        for part in ("cookie", "header", "body")
        for value in _texts(told[part])
        if SHORTEST <= len(value) <= LONGEST and _is_one_piece(value)
    ]


def _texts(value: Json) -> list[str]:
    """Return every text in *value*, in order, of MOST_LEAVES values."""
    found: list[str] = []
    todo, left = [value], MOST_LEAVES
    while todo and left:
        one = todo.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            todo += reversed(one.values())
            continue
        elif isinstance(one, list):
            todo += reversed(one)
            continue
        left -= 1
    return found


def _is_one_piece(value: str) -> bool:
    # Words have no digits, or are apart; a key is one piece.
    return not value.isalpha() and not any(sign in value for sign in " \n\t,;")


def credentials_of(request: Request) -> Iterator[str]:
    """Yield what *request* may be known by."""
    for name, raw in request.headers:
        value, known = raw.decode("latin-1").strip(), name.lower().decode("latin-1")
        if known == "cookie":
            for part in value.split(";"):
                yield part.partition("=")[2].strip().strip('"')
        elif known == "authorization":
            yield value
            yield value.rpartition(" ")[2]
        elif _is_key(value) and known not in SKIPPED and not known.startswith("if-"):
            yield value
    for _, value in request.query:
        if _is_key(value):
            yield value


def _is_key(value: str) -> bool:
    """Tell whether *value* was minted: a type, a day or a word is told to many."""
    format = classify(value) if len(value) <= LONGEST else None
    return is_minted(format) and not is_time(format) and format is not Format.ETAG
