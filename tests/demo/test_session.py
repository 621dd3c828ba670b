import json

import httpx
import pytest

from mockforge.demo.api import Api
from mockforge.demo.serve import Manner, open_shop, serving
from mockforge.demo.session import PASSWORD, Shopper, parsed, visit
from mockforge.demo.shop import Terms
from mockforge.demo.weather import NO_STORM, Storm
from mockforge.errors import MockforgeError
from mockforge.http import Response

TERMS = Terms(token_lifetime=20.0)


async def session(seed=1, storm=NO_STORM):
    manner = Manner(seed=seed, latency=0.0, storm=storm, terms=TERMS)
    async with serving(open_shop(manner)) as url:
        return url, await visit(url)


class Odd(Api):
    """A shop whose answers are changed on their way."""

    def __init__(self, change):
        shop = open_shop(Manner(seed=1, latency=0.0, storm=NO_STORM))
        super().__init__(shop.shop, pace=shop.pace, weather=shop.weather)
        self.change = change

    async def __call__(self, scope, receive, send):
        async def changed(message):
            await send(self.change(scope, message))

        await super().__call__(scope, receive, changed)


def statuses(transcript):
    return [exchange.response.status for exchange in transcript.exchanges]


async def test_the_session_is_gone_through_whole():
    _, transcript = await session()

    assert transcript.broken is None
    assert set(statuses(transcript)) == {200, 201, 204, 304, 401, 404, 409, 422}
    assert transcript.exchanges[-1].request.target == "/api/auth/logout"


async def test_the_same_seed_is_the_same_session():
    """Whatever names the address is left out: the port is another each time."""

    def told(url, transcript):
        return [
            (
                exchange.request.target,
                exchange.response.status,
                str(exchange.response.header("date")),
                exchange.response.header("x-request-id"),
            )
            for exchange in transcript.exchanges
        ]

    storm = Storm(enter=0.2)

    assert told(*await session(3, storm)) == told(*await session(3, storm))


async def test_a_client_waits_out_a_storm():
    _, transcript = await session(storm=Storm(enter=0.2, leave=0.5))

    assert 503 in statuses(transcript)
    assert transcript.broken is None


async def test_an_expired_token_is_refreshed_and_the_request_asked_again():
    _, transcript = await session()
    lines = [
        (e.request.method, e.request.target, e.response.status)
        for e in transcript.exchanges
    ]
    renewal = lines.index(("POST", "/api/auth/refresh", 200))

    assert lines[renewal - 1][2] == 401
    assert lines[renewal + 1][:2] == lines[renewal - 1][:2]
    assert lines[renewal + 1][2] < 300


async def test_the_websocket_tells_what_became_of_the_order():
    _, transcript = await session()
    told = [json.loads(event.data) for event in transcript.talk.events[:-1]]

    assert [message.get("status") for message in told] == [
        None,
        None,
        "pending",
        "processing",
        "shipped",
    ]
    assert transcript.talk.refused is None


async def test_every_secret_is_remembered():
    _, transcript = await session()
    content = b"".join(
        (e.request.header("authorization") or "").encode() + e.request.body
        for e in transcript.exchanges
    )
    passed = {secret for secret in transcript.secrets if secret.encode() in content}

    assert PASSWORD in passed
    assert sum(secret.startswith("tok_") for secret in passed) >= 2


async def test_without_a_websocket_the_rest_goes_on():
    def refuse(scope, message):
        if scope["type"] == "websocket" and message["type"] == "websocket.accept":
            return {"type": "websocket.close"}
        return message

    async with serving(Odd(refuse)) as url:
        transcript = await visit(url)

    assert transcript.talk.refused == "the handshake was answered with status 403"
    assert transcript.broken is None


async def test_a_session_that_breaks_off_says_after_what():
    def forget(scope, message):
        if scope["path"] == "/api/auth/login" and message["type"].endswith("body"):
            return {**message, "body": b"x" * len(message["body"])}
        if scope["path"] == "/api/auth/login":
            kept = [
                pair for pair in message["headers"] if pair[0] != b"content-encoding"
            ]
            return {**message, "headers": kept}
        return message

    async with serving(Odd(forget)) as url:
        transcript = await visit(url)

    broken = str(transcript.broken)
    assert broken.startswith("JSONDecodeError")
    assert broken.endswith(f"after POST {url}/api/auth/login: 200")


async def test_an_answer_that_leads_elsewhere_is_not_followed():
    """Else a recording through a proxy could pass it by unseen."""
    async with httpx.AsyncClient(base_url="http://127.0.0.1:9") as client:
        with pytest.raises(MockforgeError, match=r"away, to http://elsewhere\.example"):
            await Shopper(client).ask("GET", "http://elsewhere.example/api/orders/1")


async def test_where_nobody_is_nothing_is_seen():
    transcript = await visit("http://127.0.0.1:9")

    assert transcript.exchanges == ()
    assert str(transcript.broken).startswith("ConnectError")


def test_what_is_no_json_is_a_value_error():
    with pytest.raises(ValueError, match="Expecting value"):
        parsed(Response(200, (), b"<html>"))
