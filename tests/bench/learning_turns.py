"""Requests and answers as documents, and which of two runs belong together."""

import re
import sys
from dataclasses import dataclass, field

from running import ROOT

sys.path.insert(0, str(ROOT))

from mockforge.bodies.document import leaves, read, text_of
from mockforge.bodies.messages import asked_of, told_of

# Fields of a request's head that say how it is sent, not what is wanted.
CARRIERS = frozenset(
    [
        "host",
        "user-agent",
        "accept",
        "accept-encoding",
        "accept-language",
        "connection",
        "content-length",
        "content-type",
        "date",
        "transfer-encoding",
        "expect",
        "origin",
        "referer",
        "cookie",
        "te",
        "priority",
        "pragma",
        "cache-control",
        "amz-sdk-invocation-id",
        "amz-sdk-request",
        "x-amz-date",
        "x-amz-content-sha256",
        "authorization",
    ]
)

# Names by which public protocols choose the operation, when the URL does not.
SELECTORS = ("Action", "method", "operationName", "query")


@dataclass
class Turn:
    """One request and its answer, as documents."""

    method: str
    asked: dict
    told: dict | None
    kind: str
    """The notation of the answer's body."""
    exchange: object
    places: dict = field(default_factory=dict)
    """{path: text} of what was asked, without carriers."""

    @property
    def status(self):
        """What was answered; None if nothing was."""
        return self.told and self.told["status"]


def turns(found):
    """Return the HTTP exchanges of *found* as turns, addresses made the same."""
    kept = []
    for exchange in found:
        response = exchange.response
        if exchange.events or (response and response.status == 101):
            continue
        if exchange.request.method == "GET" and _upgrades(exchange.request):
            continue
        kept.append(_turn(exchange))
    return kept


def _upgrades(request):
    return any(name.lower() == b"upgrade" for name, _ in request.headers)


def _turn(exchange):
    request, response = exchange.request, exchange.response
    host = re.escape(request.authority)
    address = re.compile(rf"(?:https?:)?//{host}|{host}")
    asked = _walked(asked_of(request), address)
    told = response and _walked(told_of(response), address)
    kind = read(response.headers, response.body).kind if response else "none"
    if told and kind == "binary":
        told["body"] = {"bytes": len(response.body), "sum": hash(response.body)}
    turn = Turn(request.method, asked, told, kind, exchange)
    for place, value in leaves(asked):
        if place[0] != "header" or place[1] not in CARRIERS:
            turn.places[place] = text_of(value)
    return turn


def _walked(value, address):
    if isinstance(value, dict):
        return {key: _walked(each, address) for key, each in value.items()}
    if isinstance(value, list):
        return [_walked(each, address) for each in value]
    return address.sub("upstream", value) if isinstance(value, str) else value


class Families:
    """Which requests are of one kind: told from several real runs, not from learning.

    A segment of a path is part of the kind if it stands there in the recorded run and
    in a varied one; one that a script varies or a server mints does not.
    """

    def __init__(self, runs):
        """Look at real runs, the recorded one first."""
        seen = [set(self._segments(run)) for run in runs]
        self._literal = seen[0] & set().union(*seen[1:]) if seen[1:] else seen[0]

    @staticmethod
    def _segments(run):
        for turn in run:
            path = turn.asked["path"]
            for number, segment in enumerate(path):
                yield turn.method, len(path), number, segment

    def of(self, turn):
        """Return the kind of a request: method, template and what selects."""
        path = turn.asked["path"]
        template = tuple(
            segment if (turn.method, len(path), n, segment) in self._literal else "*"
            for n, segment in enumerate(path)
        )
        return turn.method, template, _selector(turn)


def _selector(turn):
    header = turn.asked["header"]
    chosen = [header.get("x-amz-target"), header.get("soapaction")]
    for part in (turn.asked["body"], turn.asked["query"]):
        if isinstance(part, dict):
            chosen += [part[n] for n in SELECTORS if isinstance(part.get(n), str)]
    names = frozenset(turn.asked["query"]) if turn.method != "GET" else frozenset()
    return tuple(filter(None, chosen)), names


def aligned(one, other, families):
    """Pair the turns of two runs of the same script.

    Both orders are kept, only requests of one kind are paired, and as much as can be
    of what was asked is the same.

    Returns:
        {number in *one*: number in *other*}.
    """
    mine = [families.of(turn) for turn in one]
    theirs = [families.of(turn) for turn in other]
    wide = len(other) + 1
    best = [[0.0] * wide for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1])
            if mine[i] == theirs[j]:
                paired = 1.0 + _alike(one[i], other[j]) + best[i + 1][j + 1]
                best[i][j] = max(best[i][j], paired)
    pairs, i, j = {}, 0, 0
    while i < len(one) and j < len(other):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs[i] = j
            i, j = i + 1, j + 1
    return pairs


def _alike(one, other):
    both = one.places.keys() | other.places.keys()
    if not both:
        return 1.0
    same = sum(one.places.get(p) == other.places.get(p) for p in both)
    return same / len(both)
