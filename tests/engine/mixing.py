"""Engines that weigh, in memory: a recording, who invents, and what an upstream says.

Helpers for tests of the continuum.
"""

import json

from mockforge.clock import VirtualClock
from mockforge.engine import Accounts, Engine, Inventions
from mockforge.engine.reality import Reality, Scale, Things
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Origin, Response
from mockforge.learning.learner import Learner
from mockforge.sources.inventing import Invented
from mockforge.stages.reality.options import RealityOptions
from tests.worlds import API, JSON, exchange, recorded, recording, request

ORIGIN = Origin.parse(API)
US = "http://127.0.0.1:8080"
REFUSED = Failure(FailureKind.REFUSED, "refused")
RESET = Failure(FailureKind.RESET, "reset")


def told(value, status=200, *headers):
    """Return *value* as a JSON answer."""
    body = json.dumps(value).encode()
    length = (b"Content-Length", str(len(body)).encode())
    return Response(status, (JSON, *headers, length), body, "OK")


class Maker:
    """Makes everything up, and keeps what was made and what it was told of."""

    def __init__(self):
        self.noted, self.made, self.kept = [], [], {}

    def claims(self, asked, session):
        return asked.path in self.kept

    def answer(self, asked, session, now):
        self.made.append((asked.method, asked.path))
        if asked.method == "POST":
            name = f"made-{len(self.kept)}"
            self.kept[f"{asked.path}/{name}"] = thing = {"id": name, "of": "maker"}
            return Invented(told(thing, 201))
        if asked.method == "DELETE":
            gone = self.kept.pop(asked.path, None) is not None
            return Invented(Response(204 if gone else 404))
        if asked.path in self.kept:
            return Invented(told(self.kept[asked.path]))
        if asked.path.count("/") == 1:
            items = list(self.kept.values())
            return Invented(told({"items": items, "total": len(items)}))
        return Invented(told({"id": asked.path.rpartition("/")[2], "of": "maker"}))

    def note(self, asked, response, session, now):
        self.noted.append((asked.method, asked.path, response.status))


async def weighing(ratio, *exchanges, makers=None, kept=None, things=None, **options):
    """Return an engine that answers at *ratio*.

    With `learned=True` it knows what can be learned of *exchanges*.
    """
    learned = learned_of(exchanges) if options.pop("learned", False) else ()
    things = things or Things(learned)
    exchanges = exchanges or (exchange(url=f"{API}/known/1", answer=b'{"id": "1"}'),)
    source = await recorded(recording(*exchanges))
    makers = [Maker()] if makers is None else makers
    engine = Engine(
        recorded=source,
        records=kept,
        upstream=ORIGIN,
        inventions=Inventions([("shop", maker) for maker in makers]),
        accounts=Accounts(),
        clock=VirtualClock(1_700_000_000.0),
        seed=options.pop("seed", 0),
    )
    flags = {name: options.pop(name) for name in list(options) if name[:3] == "is_"}
    scale = Scale(
        RealityOptions(**options),
        ratio=ratio,
        clock=engine.clock,
        seed=engine.seed,
        things=things,
        **flags,
    )
    engine.weigh(Reality.of(scale, learned))
    return engine


def learned_of(exchanges):
    """Return what is learned of a recording of *exchanges*."""
    learner = Learner()
    for one in exchanges:
        learner.add(one)
    return [learner.settle()]


async def ask(engine, method, path, body=b"", *, says=None, fails=None, headers=()):
    """Return the answer, and how often the upstream was asked for it.

    Args:
        says: What the upstream answers; a function of what it is asked, or a response.
        fails: How it fails, and whether it got the request.
    """
    asked = request(method, f"{US}{path}", body, headers)
    plan = await engine.plan(asked)
    if not plan.wants_upstream:
        return await engine.finish(plan), 0
    if fails is not None:
        failure, is_sent = fails
        return await engine.failed(plan, failure, is_sent=is_sent), 1
    response = says(plan.asked) if callable(says) else says
    return await engine.finish(plan, response), 1


def source_of(answer):
    """Return what the head of *answer* says of its source."""
    return answer.response.header("X-MockForge-Source").partition(";")[0]
