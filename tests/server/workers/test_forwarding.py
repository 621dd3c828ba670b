"""What depends on earlier requests is answered by the first process, as by one."""

import asyncio
import json
from contextlib import AsyncExitStack

import pytest

from mockforge.config import Config
from mockforge.engine import Answer, Ending
from mockforge.errors import ConfigError, MockforgeError
from mockforge.http import Chunk, Response
from mockforge.provenance import Provenance
from mockforge.server.surface import Surface
from mockforge.server.workers import forwarding
from mockforge.stubbing import stand
from tests.server.workers.crews import US, crew, cut
from tests.worlds import request

ENDPOINTS = [
    {
        "path": "/seq",
        "choose": "sequence",
        "responses": [{"body": "one"}, {"body": "two"}, {"body": "three"}],
    },
    {
        "path": "/orders/:id",
        "response": {
            "body": {"id": "{{params.id}}", "n": 1},
            "drift": {"rules": [{"field": "n", "rate": 1}]},
        },
    },
    {"path": "/plain", "response": {"body": "x"}},
    {"path": "/a", "drift": {"rules": [{"field": "n", "rate": 1}]}},
]
CONTROL = f"{US}/__mockforge/"


class Answering:
    """What answers in the place of an engine."""

    def __init__(self, answer):
        self.found = answer
        self.asked = []

    async def answer(self, request):
        self.asked.append(request)
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


async def through(request, answer):
    """Return what is asked and told at the other end of a line of JSON."""
    engine = Answering(answer)
    message = json.loads(json.dumps(forwarding.asked(request)))
    reply = await forwarding.answered(engine, None, message)  # type: ignore[arg-type]
    return engine.asked, json.loads(json.dumps(reply))


async def test_requests_and_answers_arrive_as_they_were_sent():
    asked = request(
        "PUT",
        f"{US}/a?b=%20\u00e9",
        bytes(range(256)),
        (("X-Odd", "\xe9"),),
        trailers=((b"T", b"1"),),
        version="HTTP/2",
    )
    response = Response(
        299,
        ((b"X", b"\xff"), (b"X", b"2")),
        b"\x00\xffab",
        "Just So",
        trailers=((b"U", b"2"),),
        chunks=(Chunk(0.0, 2), Chunk(0.5, 2)),
    )
    answer = Answer(
        response, Provenance(None), delay=0.25, why=("so",), ending=Ending.RESET
    )

    there, reply = await through(asked, answer)

    assert there == [asked]
    assert forwarding.told(reply) == answer


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConfigError("it cannot be", where="x"), "it cannot be"),
        (KeyError("a secret"), "mockforge failed on this request; its log says more"),
    ],
)
async def test_a_failure_is_told_and_nobody_waits(error, said):
    _, reply = await through(request(), error)

    with pytest.raises(MockforgeError) as caught:
        forwarding.told(reply)
    assert caught.value.what == said


async def opened(stack, made, engines):
    config = Config.model_validate({"endpoints": ENDPOINTS})
    for engine in (made.engine, *engines):
        await stand(stack, config, engine)


async def bodies(surfaces, *targets):
    """Return the answers to *targets*, each asked of another worker than the last."""
    found = []
    for number, target in enumerate(targets):
        surface = surfaces[number % len(surfaces)]
        delivery = await surface.delivery(request(url=f"{US}{target}"))
        found.append(delivery.answer.response.body)
    return found


async def test_turns_and_drift_are_those_of_one_process():
    async with crew(2) as (made, workers, engines), AsyncExitStack() as stack:
        await made.begin()
        await opened(stack, made, engines)
        surfaces = [
            Surface(engine, report=dict, together=worker.hand)
            for worker, engine in zip(workers, engines, strict=True)
        ]

        assert await bodies(surfaces, *["/seq"] * 4) == [
            *(b"one", b"two", b"three", b"three"),
        ]
        told = await bodies(surfaces, *["/orders/7"] * 3)
        assert [json.loads(each)["n"] for each in told] == [1, 2, 3]
        assert await bodies(surfaces, "/plain", "/plain") == [b"x", b"x"]
        why = request(url=f"{CONTROL}provenance/a1")
        explained = [await each.delivery(why) for each in surfaces]
        assert [each.answer.response.status for each in explained] == [200, 200]
        await made.report()
        assert made.engine.ledger.seen == 9

        reset = request("POST", f"{CONTROL}drift/reset")
        delivery = await surfaces[1].delivery(reset)
        assert json.loads(delivery.answer.response.body)["data"] == {"reset": 1}
        (told_anew,) = await bodies(surfaces, "/orders/7")
        assert json.loads(told_anew)["n"] == 1


async def test_all_read_the_settings_again():
    async with crew(2) as (made, workers, engines), AsyncExitStack() as stack:
        await made.begin()
        await opened(stack, made, engines)
        surfaces = [
            Surface(engine, report=dict, together=worker.hand)
            for worker, engine in zip(workers, engines, strict=True)
        ]
        later = [*ENDPOINTS[:2], {"path": "/plain", "response": {"body": "new"}}]
        config = Config.model_validate({"endpoints": later})
        for engine in (made.engine, *engines):
            assert engine.renewal is not None
            engine.renewal.read = lambda: config

        again = await surfaces[0].delivery(request("POST", f"{CONTROL}reload"))

        assert json.loads(again.answer.response.body)["data"] == {"endpoints": 3}
        assert await bodies(surfaces, "/plain", "/plain") == [b"new", b"new"]


async def test_without_the_first_process_it_is_told_that_it_is_gone():
    async with crew(1) as (made, workers, engines), AsyncExitStack() as stack:
        await made.begin()
        await opened(stack, made, engines)
        hand = workers[0].hand
        assert hand is not None
        surface = Surface(engines[0], report=dict, together=hand)
        cut(hand.channel)
        await asyncio.sleep(0)

        delivery = await surface.delivery(request(url=f"{US}/seq"))

    assert delivery.answer.response.status == 500
    assert b"is gone" in delivery.answer.response.body
