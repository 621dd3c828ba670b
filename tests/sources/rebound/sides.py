"""A server and what was learned of it, side by side: the same journey on both."""

import json
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.endpoints import Endpoints
from mockforge.learning.sample import Sample
from mockforge.sources.rebound import Rebound

START = 1_760_000_000.0


class Learned:
    """What was learned of exchanges, as much as is needed here."""

    def __init__(self, exchanges):
        found = Endpoints()
        for each in exchanges:
            found.add(each.request, each.response.status if each.response else None)
        self.endpoints = found.settle()
        self.samples = []
        for each in exchanges:
            located = self.endpoints.located(each.request)
            if located is not None:
                self.samples.append(Sample.of(each, located.key, located.params))


def request(method, target, body=None, **headers):
    """Return a request; a body that is not bytes is written as JSON."""
    named = [
        ("Host", "api.test"),
        *((n.replace("_", "-"), v) for n, v in headers.items()),
    ]
    if isinstance(body, dict | list):
        body = json.dumps(body).encode()
        named.append(("Content-Type", "application/json"))
    if body:
        named.append(("Content-Length", str(len(body))))
    pairs = tuple((name.encode(), value.encode()) for name, value in named)
    return Request(method, "http", "api.test", target, pairs, body or b"")


def response(status, body=None, **headers):
    """Return a response; a body that is not bytes is written as JSON."""
    named = [(n.replace("_", "-"), v) for n, v in headers.items()]
    if isinstance(body, dict | list):
        body = json.dumps(body).encode()
        named.append(("Content-Type", "application/json"))
    named.append(("Content-Length", str(len(body or b""))))
    pairs = tuple((name.encode(), value.encode()) for name, value in named)
    return Response(status, pairs, body or b"")


@dataclass
class Tally:
    """How far two sides agreed."""

    asked: int = 0
    same_status: int = 0
    told: int = 0
    same_told: int = 0
    differences: list = field(default_factory=list)

    @property
    def statuses(self):
        return self.same_status / self.asked if self.asked else 1.0

    @property
    def values(self):
        return self.same_told / self.told if self.told else 1.0

    def __str__(self):
        return (
            f"statuses {self.same_status}/{self.asked} = {self.statuses:.3f},"
            f" values {self.same_told}/{self.told} = {self.values:.3f}"
        )


class Recorder:
    """Takes a journey's requests to a server and keeps what happened."""

    def __init__(self, server):
        self.server = server
        self.exchanges = []
        self.now = START

    def __call__(self, *args, **headers):
        self.now += 0.5
        asked = request(*args, **headers)
        told = self.server(asked)
        number = len(self.exchanges) + 1
        self.exchanges.append(
            Exchange(asked, told, session="s", started=self.now, id=number)
        )
        return told


class Player:
    """Takes a journey's requests to what was learned."""

    def __init__(self, learned, session="live", seed=7):
        self.rebound = Rebound(learned, seed=seed)
        self.session = session
        self.now = START + 1e6
        self.told = []

    def __call__(self, *args, **headers):
        self.now += 0.5
        asked = request(*args, **headers)
        found = self.rebound.answer(asked, self.session, self.now)
        told = found.response if found else Response(404)
        self.told.append((asked, told, found))
        return told


def record(server, journey, seed=0):
    """Return the exchanges of one journey."""
    recorder = Recorder(server)
    run(journey, recorder, Random(seed))
    return recorder.exchanges


def run(journey, call, rng):
    facts = []
    try:
        for step in journey(call, rng):
            facts.append(step)
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        facts.append(("stopped", repr(error)))
    return facts


def compare(make_server, journey, seeds, *, seed=0):
    """Record one journey, learn it, and take varied ones to both sides.

    A journey yields facts: a status, or a value that it wrote and reads back.
    """
    learned = Learned(record(make_server(), journey, seed))
    tally = Tally()
    for each in seeds:
        real = run(journey, Recorder(make_server()), Random(each))
        mine = run(journey, Player(learned), Random(each))
        _count(tally, real, mine, each)
    return tally


def _count(tally, real, mine, seed):
    mine = mine + [("stopped", None)] * (len(real) - len(mine))
    for number, (one, other) in enumerate(zip(real, mine, strict=False)):
        is_status = one[0] == "status"
        same = one == other
        if is_status:
            tally.asked += 1
            tally.same_status += same
        else:
            tally.told += 1
            tally.same_told += same
        if not same:
            tally.differences.append((seed, number, one, other))


def shown(tally):
    """Return the commonest differences, for people."""
    kinds = Counter(
        (d[2][0], str(d[2][1:])[:90], str(d[3])[:110]) for d in tally.differences
    )
    return "\n".join(f"{n} {what}" for what, n in kinds.most_common(12))
