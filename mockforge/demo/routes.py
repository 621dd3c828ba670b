"""What the shop's API answers: a table of endpoints, and a function for each."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from mockforge.demo.accounts import Refused, User
from mockforge.demo.catalogue import Page, picture
from mockforge.demo.replies import Call, Live, answer, header_fields
from mockforge.demo.shop import Order, totals
from mockforge.endpoint import Endpoint
from mockforge.http import Request, Response
from mockforge.options import Json


def index(call: Call) -> Response:
    """List the endpoints."""
    return answer({"name": "demonstration shop", "endpoints": list(ROUTES)})


def register(call: Call) -> Response:
    """Add a user."""
    body = call.body()
    user = call.shop.accounts.register(
        body.get("email"), body.get("name"), body.get("password")
    )
    return answer(user.as_json(), 201, location=call.request, at="/api/users/me")


def login(call: Call) -> Response:
    """Exchange a password for tokens."""
    body = call.body()
    return answer(call.shop.accounts.login(body.get("email"), body.get("password")))


def refresh(call: Call) -> Response:
    """Exchange a refresh token for new tokens."""
    return answer(call.shop.accounts.refresh(call.body().get("refresh_token")))


def logout(call: Call) -> Response:
    """Forget the user's tokens."""
    call.shop.accounts.logout(call.request.header("authorization"))
    return Response(204)


def profile(call: Call) -> Response:
    """Show the user."""
    return answer(call.user.as_json())


def rename(call: Call) -> Response:
    """Change the user's name."""
    user = call.user
    return answer(call.shop.accounts.rename(user, call.body().get("name")).as_json())


def products(call: Call) -> Response:
    """List products, page by page."""
    page = call.shop.catalogue.page(
        call.number("page", 1, 10_000), call.number("limit", 5, 100), call.query
    )
    extra = [("x-total-count", str(page.total)), ("link", _links(call.request, page))]
    if call.request.header("cookie") is None:
        visitor = call.shop.mint.uuid("visitor")
        extra.append(("set-cookie", f"visitor={visitor}; Path=/; HttpOnly"))
        extra.append(("set-cookie", "currency=EUR; Path=/; Max-Age=31536000"))
    shown = {
        "items": [product.as_json() for product in page.items],
        "page": page.number,
        "pages": page.pages,
        "limit": page.limit,
        "total": page.total,
    }
    return answer(shown, extra=extra)


def product(call: Call) -> Response:
    """Show a product, or say that the client's copy is still good."""
    shown = answer(call.shop.catalogue.get(call.params["id"]).as_json())
    digest = hashlib.blake2b(shown.body, digest_size=8).hexdigest()
    extra = [("etag", f'"{digest}"'), ("cache-control", "private, max-age=60")]
    if f'"{digest}"' in (call.request.header("if-none-match") or ""):
        return Response(304, header_fields(extra))
    return Response(200, shown.headers + header_fields(extra), shown.body)


def image(call: Call) -> Response:
    """Draw a product."""
    drawn = picture(call.shop.catalogue.get(call.params["id"]))
    return Response(200, ((b"content-type", b"image/png"),), drawn)


def reviews(call: Call) -> Response:
    """List the reviews of a product."""
    product_id = call.shop.catalogue.get(call.params["id"]).id
    found = call.shop.reviews.get(product_id, [])
    return answer({"items": found, "total": len(found)})


def review(call: Call) -> Response:
    """Add a review of a product."""
    user, body = call.user, call.body()
    made = call.shop.review(
        user, call.params["id"], body.get("rating"), body.get("text")
    )
    return answer(made, 201)


def cart(call: Call) -> Response:
    """Show the cart."""
    return answer(_cart(call, call.user))


def put_in_cart(call: Call) -> Response:
    """Add a product to the cart."""
    user, body = call.user, call.body()
    call.shop.put(user, body.get("product_id"), body.get("quantity", 1), add=True)
    return answer(_cart(call, user), 201)


def change_cart(call: Call) -> Response:
    """Change how many pieces of a product are in the cart."""
    user, body = call.user, call.body()
    item = call.shop.catalogue.get(call.params["id"])
    call.shop.put(user, item.id, body.get("quantity"), add=False)
    return answer(_cart(call, user))


def take_out_of_cart(call: Call) -> Response:
    """Take a product out of the cart."""
    call.shop.take_out(call.user, call.params["id"])
    return Response(204)


def order_cart(call: Call) -> Response:
    """Turn the cart into an order."""
    made = call.shop.order(call.user, call.body().get("address"))
    place = f"/api/orders/{made.id}"
    return answer(_order(call, made), 201, location=call.request, at=place)


def orders(call: Call) -> Response:
    """List the user's orders, newest first, from where the cursor points."""
    limit, mine = call.number("limit", 10, 50), call.shop.orders_of(call.user)
    begin = _position(call.query.get("cursor"), mine)
    rest = mine[begin : begin + limit]
    more = begin + limit < len(mine)
    cursor = (
        base64.urlsafe_b64encode(f"after:{rest[-1].number}".encode()) if more else None
    )
    shown = {
        "items": [_order(call, order) for order in rest],
        "next_cursor": cursor.decode() if cursor else None,
    }
    return answer(shown)


def order(call: Call) -> Response:
    """Show an order."""
    return answer(_order(call, call.shop.find_order(call.user, call.params["id"])))


def cancel(call: Call) -> Response:
    """Cancel an order."""
    return answer(_order(call, call.shop.cancel(call.user, call.params["id"])))


def follow(call: Call) -> Live:
    """Tell what happens to an order, as it happens."""
    return Live(call.shop.find_order(call.user, call.params["id"]))


ROUTES: Mapping[str, Callable[[Call], Response | Live]] = {
    "GET /": index,
    "POST /api/users": register,
    "GET /api/users/me": profile,
    "PATCH /api/users/me": rename,
    "POST /api/auth/login": login,
    "POST /api/auth/refresh": refresh,
    "POST /api/auth/logout": logout,
    "GET /api/products": products,
    "GET /api/products/{id}": product,
    "GET /api/products/{id}/image.png": image,
    "GET /api/products/{id}/reviews": reviews,
    "POST /api/products/{id}/reviews": review,
    "GET /api/cart": cart,
    "POST /api/cart": put_in_cart,
    "PATCH /api/cart/{id}": change_cart,
    "DELETE /api/cart/{id}": take_out_of_cart,
    "POST /api/orders": order_cart,
    "GET /api/orders": orders,
    "GET /api/orders/{id}": order,
    "POST /api/orders/{id}/cancel": cancel,
    "GET /api/orders/{id}/events": follow,
}
"""Endpoint to function. The WebSocket at /api/notifications is in notifications.py."""


def route(method: str, path: str) -> tuple[str, Mapping[str, str]]:
    """Return the endpoint that *method* and *path* belong to, and its parameters.

    Raises:
        Refused: 404 for an unknown path, 405 for another method of a known one.
    """
    asked = "GET" if method == "HEAD" else method
    known = [
        (name, endpoint, found)
        for name in ROUTES
        if (endpoint := Endpoint.parse(name))
        and (found := endpoint.match(endpoint.method or "", path)) is not None
    ]
    for name, endpoint, found in known:
        if endpoint.method == asked:
            return name, found
    if not known:
        raise Refused(404, "not_found", f"there is nothing at {path}")
    methods = ", ".join(sorted({str(endpoint.method) for _, endpoint, _ in known}))
    raise Refused(405, "method_not_allowed", f"use {methods}")


def _cart(call: Call, user: User) -> Json:
    lines = call.shop.cart(user)
    return {"items": [line.as_json() for line in lines], **totals(lines)}


def _order(call: Call, order: Order) -> Json:
    url = f"{call.request.origin}/api/orders/{order.id}"
    return {**order.as_json(), "links": {"self": url, "events": f"{url}/events"}}


def _position(cursor: str | None, mine: list[Order]) -> int:
    if cursor is None:
        return 0
    for position, candidate in enumerate(mine, 1):
        text = f"after:{candidate.number}".encode()
        if base64.urlsafe_b64encode(text).decode() == cursor:
            return position
    raise Refused(422, "invalid", "some fields are not valid", {"cursor": "is unknown"})


def _links(request: Request, page: Page) -> str:
    numbers = {"first": 1, "last": page.pages}
    if page.number > 1:
        numbers["prev"] = page.number - 1
    if page.number < page.pages:
        numbers["next"] = page.number + 1
    others = [pair for pair in request.query if pair[0] not in ("page", "limit")]
    parts = []
    for relation, number in numbers.items():
        query = urlencode([*others, ("page", number), ("limit", page.limit)])
        parts.append(f'<{request.origin}{request.path}?{query}>; rel="{relation}"')
    return ", ".join(parts)
