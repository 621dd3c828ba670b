"""A world of a talk written down by hand, and how it is asked."""

from __future__ import annotations

import json
from types import SimpleNamespace

from mockforge.http import Request, Response
from mockforge.learning.resources import learn_resources
from mockforge.sources.world import World
from tests.learning.resources.told import JSON, START, samples_of, talk


def world_of(*lines):
    """Return the world that a talk teaches."""
    endpoints, samples = samples_of(talk(*lines))
    resources = learn_resources(samples, endpoints)
    known = SimpleNamespace(endpoints=endpoints, samples=samples, resources=resources)
    return World(known)


def request(asked, body=None):
    method, target = asked.split()
    sent = b"" if body is None else json.dumps(body).encode()
    return Request(method, "http", "api.test", target, (JSON,), sent)


def ask(world, asked, body=None, session="live"):
    """Return the status and the body of the world's answer; None if it has none."""
    found = world.answer(request(asked, body), session, START + 1000)
    if found is None:
        return None
    told = found.response.body
    return found.response.status, json.loads(told) if told else None


def note(world, asked, body, status, answer, headers=()):
    """Tell the world of an answer from elsewhere."""
    told = b"" if answer is None else json.dumps(answer).encode()
    response = Response(status, (JSON, *headers), told)
    world.note(request(asked, body), response, "live", START + 1000)
