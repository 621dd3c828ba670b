"""Clients of the demonstration shop that do what its own session does not."""

import json
import re
from dataclasses import dataclass

from mockforge.bodies.document import leaves, text_of
from mockforge.bodies.messages import asked_of, told_of
from mockforge.http import Request


@dataclass
class Asked:
    """What was asked, and answered."""

    endpoint: str
    sent: set
    answer: object
    why: dict


class Client:
    """Asks, and keeps the token."""

    def __init__(self, url, send):
        """Ask by *send* what is at *url*."""
        self._url = url
        self._send = send
        self.token = None
        self.asked = []

    async def ask(self, method, target, body=None, **headers):
        """Return the body of the answer as JSON, or an empty object."""
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token is not None:
            fields["authorization"] = f"Bearer {self.token}"
        if body is not None:
            fields["content-type"] = "application/json"
        scheme, _, authority = self._url.partition("://")
        request = Request(
            method,
            scheme,
            authority,
            target.removeprefix(self._url),
            (
                (b"host", authority.encode()),
                *((n.encode(), v.encode()) for n, v in fields.items()),
            ),
            b"" if body is None else json.dumps(body).encode(),
        )
        answer, why = await self._send(request)
        told = asked_of(request)
        sent = {
            text_of(value)
            for part in ("path", "query", "body")
            for _, value in leaves(told[part])
        }
        path = re.sub(r"/[0-9a-f]{8}-[0-9a-f-]{27}|/\d+", "/{id}", request.path)
        self.asked.append(Asked(f"{method} {path}", sent, answer, why))
        found = told_of(answer)["body"]
        return found if isinstance(found, dict) else {}

    async def enter(self, email, name, password):
        """Sign up and log in."""
        new = {"email": email, "name": name, "password": password}
        await self.ask("POST", "/api/users", new)
        await self.log_in(email, password)

    async def log_in(self, email, password):
        """Log in."""
        given = {"email": email, "password": password}
        told = await self.ask("POST", "/api/auth/login", given)
        self.token = told.get("access_token")
        return told


async def profile(client):
    """Sign up, look at oneself, be renamed, come back."""
    await client.enter("ada@example.org", "Ada Lovelace", "engine-1843")
    await client.ask("GET", "/api/users/me")
    await client.ask("PATCH", "/api/users/me", {"name": "Countess of Lovelace"})
    await client.ask("GET", "/api/users/me")
    told = await client.log_in("ada@example.org", "engine-1843")
    await client.ask("GET", "/api/users/me")
    client.token = None
    renewed = {"refresh_token": told.get("refresh_token", "none")}
    told = await client.ask("POST", "/api/auth/refresh", renewed)
    client.token = told.get("access_token")
    await client.ask("GET", "/api/users/me")
    await client.ask("POST", "/api/auth/logout")
    await client.ask("GET", "/api/users/me")


async def cart(client):
    """Fill a cart with other things, and change it."""
    await client.enter("linus@example.net", "Linus T", "penguin-1991")
    await client.ask("GET", "/api/cart")
    await client.ask("POST", "/api/cart", {"product_id": 102, "quantity": 3})
    await client.ask("GET", "/api/cart")
    await client.ask("POST", "/api/cart", {"product_id": 105, "quantity": 2})
    await client.ask("PATCH", "/api/cart/102", {"quantity": 1})
    await client.ask("GET", "/api/cart")
    await client.ask("DELETE", "/api/cart/105")
    await client.ask("GET", "/api/cart")
    await client.ask("POST", "/api/cart", {"product_id": 102, "quantity": 0})
    await client.ask("POST", "/api/cart", {"product_id": 4711, "quantity": 1})
    await client.ask("DELETE", "/api/cart/107")


async def order(client):
    """Order twice, look at both, cancel one."""
    await client.enter("joan@example.com", "Joan Clarke", "banburismus")
    await client.ask("GET", "/api/products?limit=5")
    await client.ask("GET", "/api/orders")
    await client.ask("POST", "/api/cart", {"product_id": 104, "quantity": 2})
    one = await client.ask("POST", "/api/orders", {"address": "8 Hut, Bletchley"})
    await client.ask("GET", "/api/cart")
    await client.ask("GET", f"/api/orders/{one.get('id')}")
    await client.ask("GET", "/api/orders")
    await client.ask("POST", "/api/cart", {"product_id": 103, "quantity": 1})
    two = await client.ask("POST", "/api/orders", {"address": "221B Baker Street"})
    await client.ask("POST", f"/api/orders/{two.get('id')}/cancel")
    await client.ask("POST", f"/api/orders/{two.get('id')}/cancel")
    await client.ask("GET", f"/api/orders/{two.get('id')}")
    await client.ask("GET", f"/api/orders/{one.get('id')}")
    page = await client.ask("GET", "/api/orders?limit=1")
    cursor = page.get("next_cursor")
    await client.ask("GET", f"/api/orders?limit=1&cursor={cursor}")
    await client.ask("GET", "/api/orders")
    await client.ask("POST", "/api/orders", {"address": "nowhere"})
    await client.ask("GET", "/api/orders/00000000-0000-4000-8000-000000000000")


async def review(client):
    """Review other products."""
    await client.enter("mary@example.org", "Mary Somerville", "celestial-31")
    await client.ask("GET", "/api/products/102/reviews")
    await client.ask(
        "POST", "/api/products/102/reviews", {"rating": 4, "text": "good beans"}
    )
    await client.ask("GET", "/api/products/102/reviews")
    await client.ask(
        "POST", "/api/products/111/reviews", {"rating": 2, "text": "it leaks"}
    )
    await client.ask(
        "POST", "/api/products/102/reviews", {"rating": 3, "text": "less good now"}
    )
    await client.ask("GET", "/api/products/102/reviews")
    await client.ask("GET", "/api/products/111/reviews")
    await client.ask("GET", "/api/products/104/reviews")


async def stranger(client):
    """Look round without an account, and come to nothing."""
    await client.ask("GET", "/api/products")
    await client.ask("GET", "/api/products?limit=3&page=2")
    await client.ask("GET", "/api/products?category=cups&limit=5")
    await client.ask("GET", "/api/products/102")
    await client.ask("GET", "/api/products/107")
    await client.ask("GET", "/api/products/5555")
    await client.ask("GET", "/api/users/me")
    await client.ask("GET", "/api/orders")
    await client.ask("POST", "/api/cart", {"product_id": 102, "quantity": 1})
    wrong = {"email": "nobody@example.org", "password": "guess-guess"}
    await client.ask("POST", "/api/auth/login", wrong)


async def two_users(client):
    """Two users in one session."""
    await client.enter("rosa@example.org", "Rosa P", "bus-1955-bus")
    await client.ask("POST", "/api/cart", {"product_id": 101, "quantity": 1})
    again = {"email": "rosa@example.org", "name": "R", "password": "bus-1955-bus"}
    await client.ask("POST", "/api/users", again)
    wrong = {"email": "rosa@example.org", "password": "car-1955-car"}
    await client.ask("POST", "/api/auth/login", wrong)
    await client.enter("emmy@example.org", "Emmy N", "rings-1921")
    await client.ask("GET", "/api/users/me")
    await client.ask("GET", "/api/cart")
    await client.ask("GET", "/api/orders")


SCRIPTS = [profile, cart, order, review, stranger, two_users]
