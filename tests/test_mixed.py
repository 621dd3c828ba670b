"""A real shop mixed with what was recorded of it: a customer's way holds together."""

import json
from contextlib import asynccontextmanager

import pytest

from mockforge.config import Config
from mockforge.demo.serve import CALM, open_shop, serving
from mockforge.http import Origin
from mockforge.mixed import open_mixed
from mockforge.server.fetch import Upstream
from mockforge.server.surface import Surface
from tests.worlds import request

US = "http://127.0.0.1:8080"


@asynccontextmanager
async def standing(database, url, ratio, **options):
    """Stand in front of the shop at *url*; yield who answers."""
    upstream = Upstream(patience=5.0)
    try:
        async with open_mixed(
            Config(**options), database, upstream=Origin.parse(url), ratio=ratio
        ) as engine:
            yield Surface(engine, report=dict, upstream=upstream)
    finally:
        await upstream.close()


class Customer:
    """Asks the shop, and keeps which sources answered."""

    def __init__(self, surface, name):
        self.surface, self.name = surface, name
        self.headers, self.sources = [], []

    async def ask(self, method, path, value=None, *, status=200):
        body = b"" if value is None else json.dumps(value).encode()
        asked = request(method, f"{US}{path}", body, self.headers)
        delivery = await self.surface.delivery(asked)
        response = delivery.answer.response
        body = response.body
        if delivery.body is not None:
            body = b"".join([piece async for piece in delivery.body])
        assert response.status == status, (method, path, response.body)
        source = response.header("X-MockForge-Source")
        self.sources.append(source.partition(";")[0])
        return json.loads(body) if body else None

    async def shop(self, product):
        """Register, log in, order, look at it, and put away what was in the cart."""
        who = {"email": f"{self.name}@example.com", "password": "correct-horse-1"}
        await self.ask("POST", "/api/users", {**who, "name": "N"}, status=201)
        given = await self.ask("POST", "/api/auth/login", who)
        self.headers = [("Authorization", f"Bearer {given['access_token']}")]
        item = {"product_id": product, "quantity": 1}
        await self.ask("POST", "/api/cart", item, status=201)
        cart = await self.ask("GET", "/api/cart")
        assert [each["product_id"] for each in cart["items"]] == [product]
        address = {"address": "1 Main Street"}
        made = await self.ask("POST", "/api/orders", address, status=201)
        seen = await self.ask("GET", f"/api/orders/{made['id']}")
        assert (seen["id"], seen["user_id"]) == (made["id"], made["user_id"])
        listed = await self.ask("GET", "/api/orders")
        assert made["id"] in [order["id"] for order in listed["items"]]
        await self.ask("POST", "/api/cart", item, status=201)
        await self.ask("DELETE", f"/api/cart/{product}", status=204)
        assert (await self.ask("GET", "/api/cart"))["items"] == []


async def test_a_customer_s_way_holds_together_at_every_ratio(tmp_path):
    database = tmp_path / "shop.db"
    async with serving(open_shop(CALM)) as url:
        async with standing(database, url, 0.8) as surface:
            for number in range(2):
                customer = Customer(surface, f"first{number}")
                await customer.shop(101 + number)
                # With nothing recorded everything is the upstream's.
                assert set(customer.sources) == {"upstream"}
        seen: dict[float, set[str]] = {}
        for ratio in (0.2, 0.5, 0.8):
            seen[ratio] = set()
            async with standing(database, url, ratio) as surface:
                for product in (104, 105, 106, 107, 108):
                    customer = Customer(surface, f"n{ratio}-{product}")
                    await customer.shop(product)
                    seen[ratio] |= {*customer.sources}
    assert "upstream" not in seen[0.2] | seen[0.5]
    assert "upstream" in seen[0.8]


@pytest.mark.parametrize("ratio", [0.85])
async def test_what_the_upstream_says_meanwhile_is_recorded(tmp_path, ratio):
    database = tmp_path / "shop.db"
    async with serving(open_shop(CALM)) as url:
        async with standing(database, url, ratio) as surface:
            await Customer(surface, "a").ask("GET", "/api/products/104")
            assert surface.engine.ledger.recorded == 1
        async with standing(database, url, 0.5) as surface:
            assert surface.engine.recorded.loaded == 1
            customer = Customer(surface, "b")
            await customer.ask("GET", "/api/products/104")
            assert customer.sources[0] != "upstream"


async def test_without_leave_to_ask_nobody_is_asked(tmp_path):
    database = tmp_path / "shop.db"
    async with (
        serving(open_shop(CALM)) as url,
        standing(database, url, 1.0) as surface,
    ):
        await Customer(surface, "a").ask("GET", "/api/products/104")
    async with standing(database, url, 1.0, offline=True) as surface:
        customer = Customer(surface, "b")
        await customer.ask("GET", "/api/products/104")
        await customer.ask("GET", "/api/cart", status=404)
    assert customer.sources == ["recorded", "none"]
