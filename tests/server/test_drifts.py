"""The control routes of drift: what has moved, and beginning again."""

import json
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from mockforge.app import load_alone
from mockforge.clock import VirtualClock
from mockforge.config import Config
from mockforge.server.drifts import ROUTES, answered
from tests.worlds import request

US = "http://127.0.0.1:8080"
RULES = {"rules": [{"field": "n", "rate": 1}]}
MOVES = [
    {"path": "/a/:id", "response": {"body": {"n": 1}, "drift": RULES}},
    {"path": "/b", "response": {"body": {"n": 1}, "drift": RULES}},
]


@asynccontextmanager
async def serving(endpoints=MOVES):
    config = Config.model_validate({"endpoints": endpoints})
    async with AsyncExitStack() as stack:
        yield await load_alone(stack, config, clock=VirtualClock())


async def number(engine, target, session="me"):
    headers = (("X-MockForge-Session", session),)
    answer = await engine.answer(request(url=f"{US}{target}", headers=headers))
    return json.loads(answer.response.body)["n"]


async def told(engine, route, method="POST", body=b"", **more):
    asked = request(method, f"{US}{ROUTES}{route}", body, **more)
    response = await answered(asked, engine)
    return response.status, json.loads(response.body)


async def test_what_has_moved_is_told_and_begins_again():
    async with serving() as engine:
        for session in ("me", "you"):
            for target in ("/a/1", "/a/2", "/b"):
                await number(engine, target, session)

        shown = await told(engine, "status", "GET")
        one = await told(engine, "reset?endpoint=/a/*&session=me")
        body = json.dumps({"endpoint": "GET /b"}).encode()
        other = await told(engine, "reset", body=body)

        assert shown[1]["data"]["endpoints"] == [
            {"endpoint": "GET /a/:id", "things": 4},
            {"endpoint": "GET /b", "things": 2},
        ]
        assert (one[1]["data"], other[1]["data"]) == ({"reset": 2}, {"reset": 2})
        assert [await number(engine, "/a/1", who) for who in ("me", "you")] == [1, 2]
        assert await number(engine, "/b") == 1


@pytest.mark.parametrize(
    ("route", "method", "more", "status", "said"),
    [
        ("resett", "POST", {}, 404, "status, reset are"),
        ("reset", "GET", {}, 405, "only POST"),
        ("reset", "POST", {"client": "10.1.1.1"}, 403, "same machine"),
        ("reset?endpont=/a", "POST", {}, 400, "did you mean 'endpoint'?"),
        ("reset", "POST", {"body": b'{"session": 5}'}, 400, "'session' is no text"),
        ("status?session=me", "GET", {}, 400, "means nothing here"),
    ],
)
async def test_what_is_asked_wrongly_changes_nothing(route, method, more, status, said):
    async with serving() as engine:
        await number(engine, "/b")

        found = await told(engine, route, method, **more)

        assert found[0] == status
        assert said in found[1]["error"]
        assert await number(engine, "/b") == 2


async def test_where_nothing_drifts_that_is_said():
    async with serving([{"path": "/a", "response": {"body": {}}}]) as engine:
        status, said = await told(engine, "reset")

    assert status == 404
    assert "nothing drifts here" in said["error"]
