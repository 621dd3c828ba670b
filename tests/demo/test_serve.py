import socket
from contextlib import AsyncExitStack

import httpx
import pytest

from mockforge.demo.serve import CALM, CUSTOMER, Manner, open_shop, serving
from mockforge.errors import ListenError

SEEDED = Manner(seed=7, latency=0.0)


async def visit(manner):
    """Everything a shop says to the same few requests; its address left out."""
    told = []
    async with (
        serving(open_shop(manner)) as url,
        httpx.AsyncClient(base_url=url, trust_env=False) as client,
    ):
        email, _, password = CUSTOMER
        for _ in range(3):
            told.append(await client.get("/api/products", params={"limit": 2}))
        credentials = {"email": email, "password": password}
        told.append(await client.post("/api/auth/login", json=credentials))
    return [
        (r.status_code, str(r.headers.multi_items()).replace(url, ""), r.text)
        for r in told
    ]


async def test_the_same_seed_says_the_same_bytes():
    """Ids, tokens, times and failures, in headers and bodies."""
    assert await visit(SEEDED) == await visit(SEEDED)


async def test_without_a_seed_no_two_shops_are_the_same():
    assert await visit(CALM) != await visit(CALM)


async def test_a_taken_port_says_what_to_do():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ListenError) as failure:
            async with serving(open_shop(CALM), port=port):
                pass

    assert f"127.0.0.1:{port}" in str(failure.value)
    assert "--port" in str(failure.value)


async def test_a_stopped_shop_no_longer_listens():
    async with serving(open_shop(CALM)) as url:
        pass

    async with httpx.AsyncClient(trust_env=False) as client:
        with pytest.raises(httpx.ConnectError):
            await client.get(url)


async def test_a_stopping_shop_ends_the_streams_that_are_open():
    """An order that nobody will see shipped must not hold up the end."""
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(httpx.AsyncClient(trust_env=False))
        async with serving(open_shop(CALM)) as url:
            events = await stack.enter_async_context(await open_stream(client, url))
            lines = events.aiter_lines()
            first = await anext(lines)
        rest = [line async for line in lines]

    assert (first, rest[0]) == ("id: 1", "event: status")
    assert not any(line.startswith("id: ") for line in rest)


async def open_stream(client, url):
    email, _, password = CUSTOMER
    login = {"email": email, "password": password}
    grant = (await client.post(f"{url}/api/auth/login", json=login)).json()
    client.headers["authorization"] = f"Bearer {grant['access_token']}"
    await client.post(f"{url}/api/cart", json={"product_id": 101})
    order = await client.post(f"{url}/api/orders", json={"address": "here"})
    return client.stream("GET", order.json()["links"]["events"])
