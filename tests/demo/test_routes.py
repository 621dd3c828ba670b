import json
import re

import pytest

from mockforge.clock import VirtualClock
from mockforge.demo.accounts import Refused
from mockforge.demo.replies import Call, Live
from mockforge.demo.routes import ROUTES, route
from mockforge.demo.shop import Shop
from mockforge.http import Request, every


class Client:
    """Calls the endpoints of one shop, as one user."""

    def __init__(self):
        self.shop = Shop(1, VirtualClock(1_767_258_000.0))
        self.user = self.shop.accounts.register("a@example.com", "A", "correct-horse")
        grant = self.shop.accounts.login("a@example.com", "correct-horse")
        self.token = f"Bearer {grant['access_token']}"

    def __call__(self, method, target, body=None, **headers):
        fields = {"content-type": "application/json", "authorization": self.token}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        pairs = tuple(
            (k.encode(), v.encode()) for k, v in fields.items() if v is not None
        )
        content = b"" if body is None else json.dumps(body).encode()
        request = Request(method, "http", "shop.test", target, pairs, content)
        name, params = route(method, request.path)
        return ROUTES[name](Call(self.shop, request, params))

    def order(self, product_id=101):
        self("POST", "/api/cart", {"product_id": product_id})
        return parsed(self("POST", "/api/orders", {"address": "here"}))


@pytest.fixture
def client():
    return Client()


def parsed(response):
    return json.loads(response.body)


def links(response):
    found = re.findall(r'<([^>]*)>; rel="(\w+)"', response.header("link"))
    return {relation: url for url, relation in found}


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/api/products", ("GET /api/products", {})),
        ("GET", "/api/products/7", ("GET /api/products/{id}", {"id": "7"})),
        ("HEAD", "/api/products/7", ("GET /api/products/{id}", {"id": "7"})),
        ("POST", "/api/orders/x/cancel", ("POST /api/orders/{id}/cancel", {"id": "x"})),
    ],
)
def test_a_path_finds_its_endpoint(method, path, expected):
    assert route(method, path) == expected


@pytest.mark.parametrize(
    ("method", "path", "status", "message"),
    [
        ("GET", "/nowhere", 404, "there is nothing at /nowhere"),
        ("GET", "/api/products/7/", 404, "there is nothing at /api/products/7/"),
        ("PUT", "/api/cart", 405, "use GET, POST"),
        ("GET", "/api/auth/login", 405, "use POST"),
    ],
)
def test_another_path_or_method_is_refused(method, path, status, message):
    with pytest.raises(Refused) as refused:
        route(method, path)

    assert (refused.value.status, refused.value.message) == (status, message)


@pytest.mark.parametrize("name", [n for n in ROUTES if "/cart" in n or "/orders" in n])
def test_carts_and_orders_need_a_token(client, name):
    method, path = name.split()

    with pytest.raises(Refused) as refused:
        client(method, path.replace("{id}", "1"), {}, authorization=None)

    assert (refused.value.status, refused.value.code) == (401, "missing_token")


def test_links_lead_through_every_page(client):
    first = client("GET", "/api/products?page=1&limit=5")
    seen, page = parsed(first)["items"], first
    while (following := links(page).get("next")) is not None:
        page = client("GET", following.removeprefix("http://shop.test"))
        seen += parsed(page)["items"]

    assert [item["id"] for item in seen] == list(range(101, 113))
    assert set(links(page)) == {"first", "last", "prev"}
    assert first.header("x-total-count") == "12"


def test_links_keep_the_filter(client):
    page = client("GET", "/api/products?category=gear&limit=2")

    assert links(page)["next"] == (
        "http://shop.test/api/products?category=gear&page=2&limit=2"
    )


def test_a_first_visit_sets_two_cookies_and_a_second_none(client):
    first = client("GET", "/api/products")
    second = client("GET", "/api/products", cookie="visitor=x")

    assert len(every(first.headers, "set-cookie")) == 2
    assert every(second.headers, "set-cookie") == []


def test_an_etag_spares_the_body_until_the_stock_changes(client):
    tag = client("GET", "/api/products/101").header("etag")
    spared = client("GET", "/api/products/101", if_none_match=tag)
    client.order(101)
    changed = client("GET", "/api/products/101", if_none_match=tag)

    assert (spared.status, spared.body, spared.header("etag")) == (304, b"", tag)
    assert changed.status == 200


def test_a_picture_is_binary(client):
    response = client("GET", "/api/products/101/image.png")

    assert response.header("content-type") == "image/png"
    assert response.body.startswith(b"\x89PNG")


def test_money_keeps_its_decimals(client):
    assert b'"price": 275.0,' in client("GET", "/api/products/112").body


def test_a_user_registers_and_is_shown_and_renamed(client):
    made = client(
        "POST",
        "/api/users",
        {"email": "b@example.com", "name": "B", "password": "correct-horse"},
    )
    renamed = client("PATCH", "/api/users/me", {"name": "Ada"})

    assert (made.status, made.header("location")) == (
        201,
        "http://shop.test/api/users/me",
    )
    assert parsed(client("GET", "/api/users/me")) == parsed(renamed)
    assert parsed(renamed)["name"] == "Ada"


def test_tokens_are_refreshed_and_forgotten(client):
    login = {"email": "a@example.com", "password": "correct-horse"}
    grant = parsed(client("POST", "/api/auth/login", login))
    again = parsed(
        client("POST", "/api/auth/refresh", {"refresh_token": grant["refresh_token"]})
    )
    client.token = f"Bearer {again['access_token']}"

    assert client("POST", "/api/auth/logout").status == 204
    with pytest.raises(Refused):
        client("GET", "/api/users/me")


def test_a_cart_is_filled_changed_and_emptied(client):
    added = client("POST", "/api/cart", {"product_id": 104, "quantity": 1})
    changed = client("PATCH", "/api/cart/104", {"quantity": 2})
    removed = client("DELETE", "/api/cart/104")

    assert (added.status, parsed(added)["total"]) == (201, 89.0)
    assert (changed.status, parsed(changed)["total"]) == (200, 178.0)
    assert (removed.status, removed.body) == (204, b"")
    assert parsed(client("GET", "/api/cart"))["items"] == []


def test_an_order_names_itself_by_absolute_addresses(client):
    client("POST", "/api/cart", {"product_id": 101})
    made = client("POST", "/api/orders", {"address": "here"})
    shown = parsed(made)

    assert made.status == 201
    assert made.header("location") == shown["links"]["self"]
    assert shown["links"]["self"] == f"http://shop.test/api/orders/{shown['id']}"
    assert parsed(client("GET", f"/api/orders/{shown['id']}")) == shown


def test_a_cursor_leads_through_every_order(client):
    made = [client.order(product)["id"] for product in (101, 102, 103, 104, 105)]
    seen, cursor = [], ""
    while cursor is not None:
        page = parsed(client("GET", f"/api/orders?limit=2{cursor}"))
        seen += [order["id"] for order in page["items"]]
        cursor = page["next_cursor"] and f"&cursor={page['next_cursor']}"

    assert seen == made[::-1]


def test_an_unknown_cursor_is_refused(client):
    with pytest.raises(Refused) as refused:
        client("GET", "/api/orders?cursor=x")

    assert refused.value.fields == {"cursor": "is unknown"}


def test_an_order_is_cancelled_once(client):
    order = client.order()
    cancelled = client("POST", f"/api/orders/{order['id']}/cancel")
    with pytest.raises(Refused) as refused:
        client("POST", f"/api/orders/{order['id']}/cancel")

    assert parsed(cancelled)["status"] == "cancelled"
    assert (refused.value.status, refused.value.code) == (409, "order_cancelled")


def test_following_an_order_is_a_stream(client):
    live = client("GET", f"/api/orders/{client.order()['id']}/events")

    assert isinstance(live, Live)
    assert not live.ended


def test_reviews_are_listed_with_their_product(client):
    made = client(
        "POST", "/api/products/109/reviews", {"rating": 4, "text": "très bien"}
    )
    listed = parsed(client("GET", "/api/products/109/reviews"))

    assert made.status == 201
    assert listed == {"items": [parsed(made)], "total": 1}
    assert parsed(client("GET", "/api/products/110/reviews"))["total"] == 0


def test_the_index_names_every_endpoint(client):
    assert parsed(client("GET", "/"))["endpoints"] == list(ROUTES)
