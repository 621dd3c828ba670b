"""Short conversations, written down by hand, and what is made of them."""

from __future__ import annotations

import json

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.endpoints import Endpoints
from mockforge.learning.resources.calls import with_calls
from mockforge.learning.resources.kinds import kinds_by_path
from mockforge.learning.resources.learn import learn_resources
from mockforge.learning.resources.lives import relive
from mockforge.learning.resources.readings import readings
from mockforge.learning.resources.timeline import tell
from mockforge.learning.sample import Sample

START = 1_760_000_000.0
JSON = (b"Content-Type", b"application/json")


def talk(*lines):
    """Return exchanges; a line is `METHOD target`, body, status, answer, headers."""
    found = []
    for number, (asked, body, status, answer, *more) in enumerate(lines, 1):
        method, target = asked.split()
        sent = b"" if body is None else json.dumps(body).encode()
        told = b"" if answer is None else json.dumps(answer).encode()
        headers = (JSON, *(more[0] if more else ()))
        request = Request(method, "http", "api.test", target, (JSON,), sent)
        response = Response(status, headers, told)
        found.append(
            Exchange(request, response, started=START + number, session="s", id=number)
        )
    return found


def samples_of(exchanges):
    """Return the endpoints and the samples of *exchanges*."""
    endpoints = Endpoints()
    for each in exchanges:
        endpoints.add(each.request, each.response.status)
    found = endpoints.settle()
    samples = []
    for each in exchanges:
        located = found.located(each.request)
        assert located is not None
        samples.append(Sample.of(each, located.key, located.params))
    return found, samples


def resources_of(*lines):
    """Return the resources that a talk tells of."""
    endpoints, samples = samples_of(talk(*lines))
    return learn_resources(samples, endpoints)


def read(*lines):
    """Return the readings of a talk by endpoint, and the templates."""
    endpoints, samples = samples_of(talk(*lines))
    by_key: dict = {}
    for each in readings(samples):
        by_key.setdefault(each.key, []).append(each)
    return by_key, {known.key: known.endpoint.template for known in endpoints.every}


def told(*lines):
    """Return the timeline of a talk."""
    by_key, templates = read(*lines)
    groups = with_calls(kinds_by_path(by_key, templates), by_key, templates)
    every = sorted((r for each in by_key.values() for r in each), key=lambda r: r.index)
    line = tell(every, groups, templates)
    relive(line)
    return line


def user(number, name, **more):
    return {"id": number, "name": name, **more}


LIFE = (
    ("POST /users", {"name": "ann"}, 201, user(7, "ann", state="new")),
    ("POST /users", {"name": "bob"}, 201, user(8, "bob", state="new")),
    ("GET /users/7", None, 200, user(7, "ann", state="new")),
    ("GET /users/8", None, 200, user(8, "bob", state="new")),
    (
        "GET /users",
        None,
        200,
        [user(7, "ann", state="new"), user(8, "bob", state="new")],
    ),
    ("PATCH /users/7", {"name": "eva"}, 200, user(7, "eva", state="new")),
    ("POST /users/8/block", None, 200, user(8, "bob", state="blocked")),
    ("GET /users/8", None, 200, user(8, "bob", state="blocked")),
    ("DELETE /users/7", None, 204, None),
    ("GET /users/7", None, 404, {"error": "user 7 not found"}),
    ("GET /users", None, 200, [user(8, "bob", state="blocked")]),
)
"""Users are made, read, listed, changed, blocked and deleted."""

CALLS = (
    ("POST /api/user.add", {"name": "ann"}, 200, {"id": "u-4711"}),
    ("POST /api/user.get", {"id": "u-4711"}, 200, {"id": "u-4711", "name": "ann"}),
    ("POST /api/user.add", {"name": "bob"}, 200, {"id": "u-4712"}),
    ("POST /api/user.get", {"id": "u-4712"}, 200, {"id": "u-4712", "name": "bob"}),
    ("POST /api/user.drop", {"id": "u-4711"}, 200, {"ok": True}),
    ("POST /api/user.get", {"id": "u-4711"}, 404, {"error": "no user u-4711"}),
)
"""The same by calls that no method tells apart."""
