"""The shop's state and rules: carts, orders that move on, reviews. No HTTP in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mockforge.chance import rng
from mockforge.clock import Clock
from mockforge.demo.accounts import Accounts, Mint, Refused, User, invalid, timestamp
from mockforge.demo.catalogue import Catalogue, Product, money
from mockforge.options import Json

FREE_SHIPPING_FROM = 5000
SHIPPING = 490
MOST = 99
"""Pieces of one product in a cart."""

FINAL = ("shipped", "cancelled")


@dataclass(frozen=True, slots=True)
class Terms:
    """How fast things go in this shop."""

    token_lifetime: float = 900.0
    """Seconds."""
    processing_after: float = 3.0
    """Seconds from an order's creation, give or take a quarter."""
    shipped_after: float = 8.0
    """Seconds from an order's creation, give or take a quarter."""


@dataclass(frozen=True, slots=True)
class Line:
    """So many pieces of a product, at the price when they were ordered."""

    product: Product
    quantity: int
    cents: int

    def as_json(self) -> Json:
        """Return what the API shows of a line."""
        return {
            "product_id": self.product.id,
            "name": self.product.name,
            "quantity": self.quantity,
            "price": money(self.cents),
            "total": money(self.cents * self.quantity),
        }


@dataclass(slots=True)
class Order:
    """What somebody bought, and how far it has come."""

    id: str
    number: int
    user_id: str
    lines: Sequence[Line]
    address: str
    created_at: float
    due: list[tuple[float, str]]
    """When which status comes; earliest first."""
    history: list[tuple[float, str]] = field(default_factory=list)
    tracking_number: str | None = None

    @property
    def status(self) -> str:
        """Where the order stands."""
        return self.history[-1][1]

    def as_json(self) -> Json:
        """Return what the API shows of an order."""
        return {
            "id": self.id,
            "number": self.number,
            "user_id": self.user_id,
            "status": self.status,
            "items": [line.as_json() for line in self.lines],
            **totals(self.lines),
            "address": self.address,
            "tracking_number": self.tracking_number,
            "created_at": timestamp(self.created_at),
            "updated_at": timestamp(self.history[-1][0]),
        }

    def step(self, position: int) -> Json:
        """Return the step at *position* of the order's history, as a message."""
        moment, status = self.history[position]
        return {
            "type": "order.status" if position else "order.created",
            "order_id": self.id,
            "status": status,
            "at": timestamp(moment),
        }


@dataclass(frozen=True, slots=True)
class Notice:
    """News for one user."""

    user_id: str
    message: Json


class Shop:
    """Everything there is, and what may be done with it.

    Methods raise `Refused` with the status and body of the answer.
    """

    def __init__(self, seed: int, clock: Clock, terms: Terms | None = None) -> None:
        self.seed = seed
        self.clock = clock
        self.terms = terms or Terms()
        self.mint = Mint(seed)
        self.accounts = Accounts(self.mint, clock, self.terms.token_lifetime)
        self.catalogue = Catalogue(seed)
        self.carts: dict[str, dict[int, int]] = {}
        self.orders: dict[str, Order] = {}
        self.reviews: dict[int, list[Json]] = {}
        self.news: list[Notice] = []
        """What happened to orders; whoever tells the users empties it."""

    def cart(self, user: User) -> list[Line]:
        """Return what is in the cart of *user*, in the order it was put there."""
        products = self.catalogue.products
        return [
            Line(products[product_id], quantity, products[product_id].cents)
            for product_id, quantity in self.carts.get(user.id, {}).items()
        ]

    def put(self, user: User, product_id: Json, quantity: Json, *, add: bool) -> None:
        """Put *quantity* pieces into the cart, on top of what is there if *add*."""
        invalid(
            product_id=None if _whole(product_id) else "must be the id of a product",
            quantity=(
                None
                if _whole(quantity) and 1 <= quantity <= MOST
                else f"must be a whole number from 1 to {MOST}"
            ),
        )
        product = self.catalogue.get(product_id)
        cart = self.carts.setdefault(user.id, {})
        if not add and product.id not in cart:
            raise _not_in_cart(product.id)
        wanted = quantity + (cart.get(product.id, 0) if add else 0)
        if wanted > product.stock:
            left = f"only {product.stock} of {product.name!r} are left"
            raise Refused(409, "out_of_stock", left)
        cart[product.id] = wanted

    def take_out(self, user: User, product_id: str) -> None:
        """Take a product out of the cart."""
        product = self.catalogue.get(product_id)
        if self.carts.get(user.id, {}).pop(product.id, None) is None:
            raise _not_in_cart(product.id)

    def order(self, user: User, address: Json) -> Order:
        """Turn the cart into an order: stock goes down, the cart is empty after."""
        given = isinstance(address, str) and bool(address.strip())
        invalid(address=None if given else "must say where to send it")
        lines = self.cart(user)
        if not lines:
            raise Refused(409, "cart_empty", "there is nothing in the cart")
        for line in lines:
            if line.quantity > line.product.stock:
                gone = f"{line.product.name!r} has been sold meanwhile"
                raise Refused(409, "out_of_stock", gone)
        for line in lines:
            line.product.stock -= line.quantity
        self.carts.pop(user.id)
        return self._enter(user, lines, address)

    def find_order(self, user: User, order_id: str) -> Order:
        """Return an order of *user*; anybody else's does not exist for them."""
        order = self.orders.get(order_id)
        if order is None or order.user_id != user.id:
            raise Refused(404, "order_not_found", f"you have no order {order_id!r}")
        return order

    def orders_of(self, user: User) -> list[Order]:
        """Return the orders of *user*, newest first."""
        mine = [order for order in self.orders.values() if order.user_id == user.id]
        return mine[::-1]

    def cancel(self, user: User, order_id: str) -> Order:
        """Cancel an order that is not final; its pieces go back on the shelf."""
        order = self.find_order(user, order_id)
        if order.status in FINAL:
            raise Refused(409, f"order_{order.status}", f"this order is {order.status}")
        order.due.clear()
        self._move(order, (self.clock.now(), "cancelled"))
        for line in order.lines:
            line.product.stock += line.quantity
        return order

    def review(self, user: User, product_id: str, rating: Json, text: Json) -> Json:
        """Add a review of a product."""
        product = self.catalogue.get(product_id)
        rated = _whole(rating) and 1 <= rating <= 5
        invalid(
            rating=None if rated else "must be a whole number from 1 to 5",
            text=None if isinstance(text, str) else "must be a text",
        )
        review = {
            "id": self.mint.uuid("review"),
            "product_id": product.id,
            "author": user.name,
            "rating": rating,
            "text": text,
            "created_at": timestamp(self.clock.now()),
        }
        self.reviews.setdefault(product.id, []).append(review)
        return review

    def settle(self) -> None:
        """Let every order move on as far as the clock says."""
        now = self.clock.now()
        coming = [(due, order) for order in self.orders.values() for due in order.due]
        for due, order in sorted(coming, key=lambda pair: pair[0]):
            if due[0] > now:
                return
            order.due.remove(due)
            if due[1] == "shipped":
                order.tracking_number = "TRK" + self.mint.digits("tracking", 9)
            self._move(order, due)

    def next_due(self) -> float | None:
        """Return when the next order moves on, or None if none will."""
        return min(
            (order.due[0][0] for order in self.orders.values() if order.due),
            default=None,
        )

    def _enter(self, user: User, lines: Sequence[Line], address: str) -> Order:
        now, count = self.clock.now(), len(self.orders)
        chance = rng(self.seed, "demo", "order", count)
        due = [
            (
                now + self.terms.processing_after * chance.uniform(0.75, 1.25),
                "processing",
            ),
            (now + self.terms.shipped_after * chance.uniform(0.75, 1.25), "shipped"),
        ]
        order_id = self.mint.uuid("order")
        order = Order(order_id, 100_001 + count, user.id, lines, address, now, due)
        self.orders[order.id] = order
        self._move(order, (now, "pending"))
        return order

    def _move(self, order: Order, step: tuple[float, str]) -> None:
        order.history.append(step)
        message = order.step(len(order.history) - 1)
        self.news.append(Notice(order.user_id, message))


def totals(lines: Sequence[Line]) -> dict[str, Json]:
    """Return what *lines* cost, with shipping."""
    subtotal = sum(line.cents * line.quantity for line in lines)
    shipping = 0 if not lines or subtotal >= FREE_SHIPPING_FROM else SHIPPING
    return {
        "count": sum(line.quantity for line in lines),
        "subtotal": money(subtotal),
        "shipping": money(shipping),
        "total": money(subtotal + shipping),
        "currency": "EUR",
    }


def _whole(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _not_in_cart(product_id: int) -> Refused:
    return Refused(404, "not_in_cart", f"product {product_id} is not in the cart")
