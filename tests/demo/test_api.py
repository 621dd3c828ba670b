import gzip
import json

import httpx
import pytest
import websockets

from mockforge.demo.api import MOST, packed
from mockforge.demo.serve import CUSTOMER, Manner, open_shop, serving
from mockforge.demo.shop import Terms
from mockforge.demo.weather import NO_STORM, Storm
from mockforge.http import Response

QUICK = Manner(seed=1, latency=0.0, storm=NO_STORM, terms=Terms(token_lifetime=20.0))


@pytest.fixture
async def client():
    """A client of a shop on a socket, logged in."""
    async with (
        serving(open_shop(QUICK)) as url,
        httpx.AsyncClient(base_url=url, trust_env=False) as client,
    ):
        login = {"email": CUSTOMER[0], "password": CUSTOMER[2]}
        grant = (await client.post("/api/auth/login", json=login)).json()
        client.headers["authorization"] = f"Bearer {grant['access_token']}"
        yield client


async def order(client):
    await client.post("/api/cart", json={"product_id": 101})
    return await client.post("/api/orders", json={"address": "here"})


async def raw(client, *args, **kwargs):
    async with client.stream(*args, **kwargs) as response:
        return response, b"".join([chunk async for chunk in response.aiter_raw()])


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("br, gzip;q=0.5", "gzip"),
        ("identity", None),
        ("gzip;q=0", None),
    ],
)
async def test_a_list_is_gzipped_for_who_asks(client, accepted, coding):
    response, body = await raw(
        client, "GET", "/api/products", headers={"accept-encoding": accepted}
    )
    plain = gzip.decompress(body) if coding else body

    assert response.headers.get("content-encoding") == coding
    assert response.headers["vary"] == "Accept-Encoding"
    assert len(json.loads(plain)["items"]) == 5
    assert int(response.headers["content-length"]) == len(body)


@pytest.mark.parametrize(
    "response",
    [
        Response(200, ((b"content-type", b"image/png"),), b"x" * 999),
        Response(204),
    ],
)
def test_what_is_no_json_is_not_gzipped(response):
    assert packed(response, "gzip") is response


@pytest.mark.parametrize(
    ("method", "target", "body", "status", "code"),
    [
        ("GET", "/nowhere", None, 404, "not_found"),
        ("DELETE", "/api/products", None, 405, "method_not_allowed"),
        ("GET", "/api/products/999", None, 404, "product_not_found"),
        ("GET", "/api/products?page=0", None, 422, "invalid"),
        ("POST", "/api/cart", b"{", 400, "malformed"),
        ("POST", "/api/cart", b'{"product_id": 101, "quantity": 0}', 422, "invalid"),
        (
            "POST",
            "/api/cart",
            b'{"product_id": 101, "quantity": 99}',
            409,
            "out_of_stock",
        ),
        ("POST", "/api/cart", b" " * (MOST + 1), 413, "too_large"),
        ("POST", "/api/orders", b'{"address": "here"}', 409, "cart_empty"),
        ("GET", "/api/orders/nope", None, 404, "order_not_found"),
    ],
)
async def test_what_cannot_be_done_says_why(client, method, target, body, status, code):
    response = await client.request(
        method, target, content=body, headers={"content-type": "application/json"}
    )

    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


async def test_a_token_expires_after_its_requests(client):
    """Time is counted: twenty seconds are twenty requests."""
    statuses = [(await client.get("/api/cart")).status_code for _ in range(21)]

    assert statuses == [200] * 19 + [401] * 2


async def test_a_head_request_has_the_headers_and_no_body(client):
    response = await client.head("/api/products/101")

    assert (response.status_code, response.content) == (200, b"")
    assert int(response.headers["content-length"]) > 0


async def test_an_unchanged_product_is_not_sent_again(client):
    tag = (await client.get("/api/products/101")).headers["etag"]
    response = await client.get("/api/products/101", headers={"if-none-match": tag})

    assert (response.status_code, response.content) == (304, b"")


async def test_an_order_is_made_where_location_says(client):
    made = await order(client)
    shown = await client.get(made.headers["location"])

    assert made.status_code == 201
    assert made.headers["location"].startswith(str(client.base_url))
    assert shown.json()["id"] == made.json()["id"]


async def test_the_events_of_an_order_end_when_it_ships(client):
    made = await order(client)
    async with client.stream("GET", made.json()["links"]["events"]) as response:
        lines = [line async for line in response.aiter_lines()]
    told = [
        json.loads(line[6:])["status"] for line in lines if line.startswith("data: ")
    ]

    assert response.headers["content-type"] == "text/event-stream"
    assert told == ["pending", "processing", "shipped"]
    assert [line for line in lines if line.startswith("id: ")] == [
        "id: 1",
        "id: 2",
        "id: 3",
    ]


async def test_a_subscriber_is_told_of_its_orders(client):
    """By another client than the one written for the demonstration."""
    url = str(client.base_url).replace("http:", "ws:") + "/api/notifications"
    token = {"Authorization": client.headers["authorization"]}
    async with websockets.connect(url, additional_headers=token, proxy=None) as socket:
        await socket.send('{"type": "subscribe", "channel": "orders"}')
        answers = [json.loads(await socket.recv())]
        made = (await order(client)).json()
        await client.post(f"/api/orders/{made['id']}/cancel")
        answers += [json.loads(await socket.recv()) for _ in range(2)]

    assert answers[0] == {"type": "subscribed", "channel": "orders"}
    assert [(a["order_id"], a["status"]) for a in answers[1:]] == [
        (made["id"], "pending"),
        (made["id"], "cancelled"),
    ]


@pytest.mark.parametrize(
    ("path", "token", "status"),
    [("/api/notifications", "Bearer x", 401), ("/api/other", "Bearer x", 404)],
)
async def test_a_websocket_is_refused_with_a_reason(client, path, token, status):
    url = str(client.base_url).replace("http:", "ws:") + path
    with pytest.raises(websockets.InvalidStatus) as refused:
        async with websockets.connect(
            url, additional_headers={"Authorization": token}, proxy=None
        ):
            pass

    assert refused.value.response.status_code == status
    assert b'"error"' in refused.value.response.body


async def test_a_storm_asks_to_come_back_later():
    storm = Storm(enter=1.0, leave=0.0, severity=1.0)
    manner = Manner(seed=1, latency=0.0, storm=storm)
    async with (
        serving(open_shop(manner)) as url,
        httpx.AsyncClient(trust_env=False) as c,
    ):
        failed = await c.get(f"{url}/api/products")
        index = await c.get(url)

    assert (failed.status_code, failed.headers["retry-after"]) == (503, "1")
    assert failed.json()["error"]["code"] == "overloaded"
    assert index.status_code == 200


async def test_other_scopes_are_refused():
    async def never(*_):
        raise AssertionError

    with pytest.raises(ValueError, match="lifespan"):
        await open_shop(QUICK)({"type": "lifespan"}, never, never)
