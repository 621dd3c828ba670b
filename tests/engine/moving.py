"""Answers that move on, asked for in tests."""

import json

from mockforge.clock import VirtualClock
from mockforge.engine.drifting import Drifts
from mockforge.engine.plan import Answer, Ending, Plan
from mockforge.http import Response
from mockforge.provenance import Provenance, Source
from mockforge.stubs.moving import movings_of
from mockforge.stubs.options import EndpointOptions
from tests.worlds import API, request

FALLS = {"field": "quantity", "rate": -1, "min_value": 0}
ORDER = b'{ "id":"7", "quantity": 100,"price":275.00, "big":12345678901234567890 }\n'


def drifts(*rules, path="/orders/:id", method="GET", kept=None, clock=None, **drift):
    """Return what moves answers that come from elsewhere."""
    given = {
        "path": path,
        "method": method,
        "response": {"drift": {"rules": list(rules or (FALLS,)), **drift}},
    }
    movings = movings_of([EndpointOptions.model_validate(given)])
    assert movings is not None
    return Drifts(movings, clock=clock or VirtualClock(), seed=1, kept=kept)


def response(body=ORDER, *headers, status=200, **more):
    fields = [(name.encode(), value.encode()) for name, value in headers]
    length = (b"Content-Length", b"%d" % len(body))
    return Response(
        status, ((b"Content-Type", b"application/json"), length, *fields), body, **more
    )


async def asked(
    moving,
    told=None,
    target="/orders/7",
    *,
    source=Source.RECORDED,
    session="s",
    method="GET",
    body=b"",
    ending=Ending.WHOLE,
):
    """Return the answer that *told* becomes."""
    request_ = request(method, f"{API}{target}", body)
    plan = Plan(request_, request_, session, False)
    answer = Answer(
        told or response(), Provenance(source), repeatable=True, ending=ending
    )
    return await moving.settled(plan, answer)


async def quantities(moving, count, target="/orders/7", **more):
    answers = [await asked(moving, target=target, **more) for _ in range(count)]
    return [json.loads(each.response.body)["quantity"] for each in answers]


def shared(*given, kept=None, clock=None):
    """Return what moves the answers of several endpoints, from elsewhere."""
    endpoints = [
        EndpointOptions.model_validate({"path": path, "drift": drift})
        for path, drift in given
    ]
    movings = movings_of(endpoints)
    assert movings is not None
    return Drifts(movings, clock=clock or VirtualClock(), seed=1, kept=kept)


def stock(number, left=100, **more):
    return {"id": number, "quantity": left, **more}


async def shown(moving, target, body, **more):
    told = await asked(moving, response(json.dumps(body).encode()), target, **more)
    return json.loads(told.response.body)
