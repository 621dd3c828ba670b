"""A shopping session: an ordinary client that browses, orders and waits for news."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import httpx

from mockforge.demo.pace import Sleep
from mockforge.demo.websocket import Turned, WebSocket, connect
from mockforge.errors import MockforgeError
from mockforge.event import Event
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.options import Json

EMAIL, NAME, PASSWORD = "grace@example.com", "Grace Hopper", "nanoseconds-1906"

NOTIFICATIONS = "/api/notifications"

# A storm of the shop lasts four requests on average; twenty in a row have not been
# seen in a million draws.
ATTEMPTS = 20

# Retry-After counts in whole seconds. The shop's storms pass by requests and not by
# time, so a client that is in a hurry need not wait that long.
MOST_PATIENT = 0.02


@dataclass(frozen=True, slots=True)
class Talk:
    """What became of the session's WebSocket."""

    target: str
    events: tuple[Event, ...] = ()
    refused: str | None = None
    """Why there was no conversation; None if there was one."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a client saw in one session."""

    exchanges: tuple[Exchange, ...]
    """As the client sent and received them, in order."""
    talk: Talk
    secrets: frozenset[str]
    """Passwords, tokens and cookies that passed."""
    broken: str | None = None
    """Why the session ended before its time; None if it did not."""


@dataclass(slots=True)
class Shopper:
    """A client with a user's manners: it retries, refreshes and keeps its tokens."""

    client: httpx.AsyncClient
    sleep: Sleep = asyncio.sleep
    access: str | None = None
    renewal: str | None = None
    """The refresh token."""
    exchanges: list[Exchange] = field(default_factory=list)
    secrets: set[str] = field(default_factory=lambda: {PASSWORD})

    async def ask(
        self, method: str, url: str, body: Json = None, **headers: str
    ) -> Response:
        """Return the answer to one request, after as many attempts as it takes.

        Args:
            method: The method.
            url: A path, or an absolute address that an answer named.
            body: Sent as JSON; None for no body.
            headers: More header fields, with `_` for `-`.

        Raises:
            MockforgeError: If *url* leads to somebody else, or the answer stays 503.
        """
        for _ in range(ATTEMPTS):
            answer = await self._once(method, url, body, headers)
            if answer.status == 503:
                wait = float(answer.header("retry-after") or 0.0)
                await self.sleep(min(wait, MOST_PATIENT))
            elif _expired(answer) and self.renewal is not None:
                await self.log_in("/api/auth/refresh", {"refresh_token": self.renewal})
            else:
                return answer
        raise MockforgeError(f"{method} {url} was answered with 503 {ATTEMPTS} times")

    async def log_in(self, path: str, credentials: Json) -> None:
        """Exchange *credentials* for tokens, and use those from here on."""
        self.access = self.renewal = None
        grant = parsed(await self.ask("POST", path, credentials))
        self.access, self.renewal = grant["access_token"], grant["refresh_token"]
        self.secrets |= {grant["access_token"], grant["refresh_token"]}

    async def _once(
        self, method: str, url: str, body: Json, headers: dict[str, str]
    ) -> Response:
        at = self.client.base_url.join(url)
        if at.netloc != self.client.base_url.netloc:
            raise MockforgeError(
                f"an answer led the client away, to {at.scheme}://{at.netloc.decode()}"
            )
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.access is not None:
            fields["authorization"] = f"Bearer {self.access}"
        content = None if body is None else json.dumps(body).encode()
        if content is not None:
            fields["content-type"] = "application/json"
        async with self.client.stream(
            method, at, content=content, headers=fields
        ) as response:
            raw = b"".join([piece async for piece in response.aiter_raw()])
        exchange = _exchange(response, content or b"", raw)
        self.exchanges.append(exchange)
        self.secrets |= set(self.client.cookies.values()) - {"EUR"}
        assert exchange.response is not None
        return exchange.response


async def visit(url: str, sleep: Sleep = asyncio.sleep) -> Transcript:
    """Go through the session with the API at *url*, as far as it lets one."""
    talk, broken = Talk(NOTIFICATIONS, refused="the session did not get there"), None
    # The proxy variables of the environment are not for this: nothing leaves the
    # machine.
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=20.0) as client:
        shopper = Shopper(client, sleep)
        try:
            await browse(shopper)
            await enter(shopper)
            talk = await buy(shopper)
            await change_mind(shopper)
            await leave(shopper)
        except MockforgeError as failure:
            broken = str(failure)
        except (httpx.HTTPError, OSError, KeyError, TypeError, ValueError) as failure:
            broken = f"{type(failure).__name__}: {failure}"
    exchanges = tuple(shopper.exchanges)
    if broken and exchanges:
        broken = f"{broken}, {_told(exchanges[-1])}"
    return Transcript(exchanges, talk, frozenset(shopper.secrets), broken)


async def browse(shopper: Shopper) -> None:
    """Look round as a stranger: pages, a filter, a cached copy, a picture."""
    page = await shopper.ask("GET", "/api/products?limit=5")
    while (following := _next(page)) is not None:
        page = await shopper.ask("GET", following)
    await shopper.ask("GET", "/api/products?category=coffee&limit=2")
    seen = await shopper.ask("GET", "/api/products/104")
    tag = seen.header("etag") or ""
    await shopper.ask("GET", "/api/products/104", if_none_match=tag)
    await shopper.ask("GET", parsed(seen)["image"])
    await shopper.ask("GET", "/api/products/999")
    await shopper.ask("GET", "/api/cart")


async def enter(shopper: Shopper) -> None:
    """Register, fail to, and log in at the second attempt."""
    new = {"email": EMAIL, "name": NAME, "password": PASSWORD}
    await shopper.ask("POST", "/api/users", new)
    await shopper.ask("POST", "/api/users", new)
    wrong = {"email": EMAIL, "password": "microseconds"}
    shopper.secrets.add(wrong["password"])
    await shopper.ask("POST", "/api/auth/login", wrong)
    await shopper.log_in("/api/auth/login", {"email": EMAIL, "password": PASSWORD})
    await shopper.ask("GET", "/api/users/me")


async def buy(shopper: Shopper) -> Talk:
    """Fill a cart, order it, and wait for the news that it has shipped."""
    async with notified(shopper) as (socket, refused):
        await shopper.ask("POST", "/api/cart", {"product_id": 104, "quantity": 1})
        await shopper.ask("POST", "/api/cart", {"product_id": 101, "quantity": 2})
        await shopper.ask("POST", "/api/cart", {"product_id": 109, "quantity": 0})
        await shopper.ask("PATCH", "/api/cart/101", {"quantity": 1})
        await shopper.ask("POST", "/api/cart", {"product_id": 106})
        await shopper.ask("DELETE", "/api/cart/106")
        await shopper.ask("GET", "/api/cart")
        made = await shopper.ask("POST", "/api/orders", {"address": "1 Main Street"})
        await shopper.ask("GET", made.header("location") or "")
        await shopper.ask("GET", parsed(made)["links"]["events"])
        await shopper.ask("GET", made.header("location") or "")
        if socket is None:
            return Talk(NOTIFICATIONS, refused=refused)
        await _until_shipped(socket)
    return Talk(NOTIFICATIONS, tuple(socket.events))


async def change_mind(shopper: Shopper) -> None:
    """Order once more, cancel it, and look at what has been ordered."""
    await shopper.ask("POST", "/api/cart", {"product_id": 112})
    made = await shopper.ask("POST", "/api/orders", {"address": "1 Main Street"})
    place = f"/api/orders/{parsed(made)['id']}"
    await shopper.ask("POST", f"{place}/cancel")
    await shopper.ask("POST", f"{place}/cancel")
    await shopper.ask("POST", "/api/orders", {"address": "1 Main Street"})
    page = parsed(await shopper.ask("GET", "/api/orders?limit=1"))
    while page["next_cursor"] is not None:
        following = f"/api/orders?limit=1&cursor={page['next_cursor']}"
        page = parsed(await shopper.ask("GET", following))


async def leave(shopper: Shopper) -> None:
    """Review what was bought, see it listed, and log out."""
    opinion = {"rating": 5, "text": "Mahlt leise, très bien."}
    await shopper.ask("POST", "/api/products/104/reviews", opinion)
    await shopper.ask("GET", "/api/products/104/reviews")
    await shopper.ask("PATCH", "/api/users/me", {"name": "Amazing Grace"})
    await shopper.ask("GET", "/api/users/me")
    await shopper.ask("POST", "/api/auth/logout")


@asynccontextmanager
async def notified(
    shopper: Shopper,
) -> AsyncIterator[tuple[WebSocket | None, str | None]]:
    """Subscribe to the notifications: a WebSocket, or why there is none."""
    url = str(shopper.client.base_url.join(NOTIFICATIONS))
    token = ((b"authorization", f"Bearer {shopper.access}".encode()),)
    async with AsyncExitStack() as stack:
        try:
            socket = await stack.enter_async_context(connect(url, token))
        except (Turned, ConnectionError, TimeoutError) as failure:
            yield None, str(failure) or type(failure).__name__
            return
        await socket.send('{"type": "subscribe", "channel": "orders"}')
        await socket.receive()
        yield socket, None


async def _until_shipped(socket: WebSocket) -> None:
    while json.loads(await socket.receive()).get("status") != "shipped":
        continue


def parsed(response: Response) -> Json:
    """Return the JSON that *response* holds.

    Raises:
        ValueError: If it holds something else.
    """
    packed = response.header("content-encoding") == "gzip"
    return json.loads(gzip.decompress(response.body) if packed else response.body)


def _exchange(response: httpx.Response, sent: bytes, received: bytes) -> Exchange:
    asked = response.request
    request = Request(
        method=asked.method,
        scheme=asked.url.scheme,
        authority=asked.url.netloc.decode(),
        target=asked.url.raw_path.decode(),
        headers=tuple(asked.headers.raw),
        body=sent,
    )
    answered = Response(
        status=response.status_code,
        headers=tuple(response.headers.raw),
        body=received,
        reason=response.reason_phrase,
    )
    return Exchange(request, answered)


def _expired(answer: Response) -> bool:
    return answer.status == 401 and "invalid_token" in (
        answer.header("www-authenticate") or ""
    )


def _next(page: Response) -> str | None:
    found = re.search(r'<([^>]*)>; rel="next"', page.header("link") or "")
    return found[1] if found else None


def _told(exchange: Exchange) -> str:
    status = exchange.response.status if exchange.response else "no answer"
    return f"after {exchange.request.method} {exchange.request.url}: {status}"
