"""What is learned from one recorded journey over a toy API, and the world it makes."""

from __future__ import annotations

from types import SimpleNamespace

from mockforge.exchange import Exchange
from mockforge.learning.endpoints import Endpoints
from mockforge.learning.resources import Resources, learn_resources
from mockforge.learning.sample import Sample
from mockforge.sources.world import World
from tests.sources.world.journeys import Client, lesson
from tests.sources.world.toyapi import Server


def recorded(api, steps=None, session="recorded"):
    """Return the exchanges of a journey over *api*."""
    server = Server(api)
    found: list[Exchange] = []

    def handle(request):
        started = server.now + 1.4
        response = server.handle(request)
        number = len(found) + 1
        found.append(
            Exchange(request, response, session=session, started=started, id=number)
        )
        return response

    client = Client(api, handle)
    for step in lesson(api) if steps is None else steps:
        client.take(step)
    return found


def learned(exchanges):
    """Return the endpoints, the samples and the resources of *exchanges*."""
    endpoints = Endpoints()
    for each in exchanges:
        endpoints.add(each.request, each.response and each.response.status)
    found = endpoints.settle()
    samples = []
    for each in exchanges:
        located = found.located(each.request)
        key, params = (located.key, located.params) if located else ("", {})
        samples.append(Sample.of(each, key, params))
    resources = learn_resources(samples, found)
    resources = Resources.from_json(resources.to_json())
    return SimpleNamespace(endpoints=found, samples=samples, resources=resources)


def world_of(api, *, seed=1, mode="session"):
    """Return the world that the lesson of *api* makes."""
    return World(learned(recorded(api)), seed=seed, mode=mode)


def both(api, world, session="live"):
    """Return a client of the API itself and one of *world*, on one clock."""
    server = Server(api, seed=99)

    def invented(request):
        answer = world.answer(request, session, server.now)
        return None if answer is None else answer.response

    return Client(api, server.handle), Client(api, invented)
