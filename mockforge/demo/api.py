"""The shop's API as an ASGI application: HTTP, server-sent events and the WebSocket."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Mapping
from email.utils import formatdate

from mockforge.demo.accounts import Refused
from mockforge.demo.notifications import Notifications, Receive, Send
from mockforge.demo.pace import Pace, Sleep
from mockforge.demo.replies import Call, Live, refusal
from mockforge.demo.routes import ROUTES, route
from mockforge.demo.shop import Shop
from mockforge.demo.weather import Weather
from mockforge.http import Headers, Request, Response
from mockforge.options import Json

MOST = 64 * 1024
"""Bytes of a request's body; the shop asks for nothing large."""

# Below this a gzip body is rarely smaller. Precedent: nginx's gzip_min_length is 20,
# starlette's GZipMiddleware 500.
WORTH_PACKING = 500

SERVER = b"demonstration-shop"


class Api:
    """Answers for a shop, under its weather and at its pace."""

    def __init__(
        self, shop: Shop, *, pace: Pace, weather: Weather, sleep: Sleep = asyncio.sleep
    ) -> None:
        self.shop = shop
        self.pace = pace
        self.weather = weather
        self.sleep = sleep
        self.notifications = Notifications()
        self.streams: set[asyncio.Task[None]] = set()

    async def __call__(self, scope: Json, receive: Receive, send: Send) -> None:
        """Serve one connection's scope, as ASGI has it."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            raise ValueError(f"the shop does not serve {scope['type']!r}")

    async def _http(self, scope: Json, receive: Receive, send: Send) -> None:
        self._turn()
        answered: Response | Live
        try:
            request = _request(scope, await _body(receive))
            answered = await self._answer(request)
        except Refused as refused:
            answered = refusal(refused)
        self._publish()
        if isinstance(answered, Live):
            await self._stream(answered, receive, send)
            return
        accepted = _header(scope, b"accept-encoding")
        response = packed(answered, accepted)
        await send(self._start(response.status, _framed(response)))
        body = b"" if scope["method"] == "HEAD" else response.body
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, request: Request) -> Response | Live:
        name, params = route(request.method, request.path)
        if request.path.startswith("/api/"):
            spell = self.weather.next(name)
            await self.sleep(spell.delay)
            if spell.fails:
                raise Refused(503, "overloaded", "too much to do, try again")
        return ROUTES[name](Call(self.shop, request, params))

    async def _stream(self, live: Live, receive: Receive, send: Send) -> None:
        headers = (
            (b"content-type", b"text/event-stream"),
            (b"cache-control", b"no-store"),
        )
        await send(self._start(200, headers))
        async with asyncio.TaskGroup() as group:
            telling = group.create_task(self._tell(live, send))
            leaving = group.create_task(receive())
            self.streams.add(telling)
            await asyncio.wait((telling, leaving), return_when=asyncio.FIRST_COMPLETED)
            self.streams.discard(telling)
            telling.cancel()
            leaving.cancel()
        await send({"type": "http.response.body"})

    async def _tell(self, live: Live, send: Send) -> None:
        told = 0
        while True:
            for position in range(told, len(live.order.history)):
                event = _event(position, live.order.step(position))
                message = {"type": "http.response.body", "body": event}
                await send({**message, "more_body": True})
            told = len(live.order.history)
            if live.ended:
                return
            await self.pace.until(live.order.due[0][0])
            self.shop.settle()
            self._publish()

    def close(self) -> None:
        """End the streams that are open, wherever their orders stand."""
        for telling in self.streams:
            telling.cancel()

    async def _websocket(self, scope: Json, receive: Receive, send: Send) -> None:
        self._turn()
        await receive()
        try:
            if scope["path"] != "/api/notifications":
                raise Refused(404, "not_found", f"there is nothing at {scope['path']}")
            token = _header(scope, b"authorization")
            user = self.shop.accounts.authenticate(token)
        except Refused as refused:
            response = refusal(refused)
            start = self._start(response.status, _framed(response))
            await send({**start, "type": "websocket.http.response.start"})
            await send({"type": "websocket.http.response.body", "body": response.body})
            return
        await self.notifications.converse(user, receive, send)

    async def watch(self) -> None:
        """Tell the subscribers what happens when no request comes; never returns."""
        while True:
            # A new order is due in seconds at the earliest, so a look twice a second
            # misses nothing for long.
            await self.sleep(0.5)
            self.shop.settle()
            self._publish()

    def _turn(self) -> None:
        self.pace.request()
        self.shop.settle()
        self._publish()

    def _publish(self) -> None:
        self.notifications.publish(self.shop.news)

    def _start(self, status: int, headers: Headers) -> dict[str, Json]:
        date = formatdate(self.shop.clock.now(), usegmt=True).encode()
        request_id = self.shop.mint.uuid("request").encode()
        common = ((b"server", SERVER), (b"date", date), (b"x-request-id", request_id))
        return {
            "type": "http.response.start",
            "status": status,
            "headers": [*common, *headers],
        }


def packed(response: Response, accepted: str | None) -> Response:
    """Return *response* gzipped, if the client takes that and it is worth it."""
    if response.header("content-type") != "application/json":
        return response
    headers = (*response.headers, (b"vary", b"Accept-Encoding"))
    if not _takes_gzip(accepted) or len(response.body) < WORTH_PACKING:
        return Response(response.status, headers, response.body)
    # mtime=0: the same answer is the same bytes, whenever it is packed.
    body = gzip.compress(response.body, 6, mtime=0)
    headers = (*headers, (b"content-encoding", b"gzip"))
    return Response(response.status, headers, body)


def _takes_gzip(accepted: str | None) -> bool:
    for part in (accepted or "").split(","):
        coding, _, weight = part.strip().partition(";")
        if coding.strip().lower() == "gzip":
            return weight.replace(" ", "") not in ("q=0", "q=0.0")
    return False


def _framed(response: Response) -> Headers:
    if response.status in (204, 304):
        return response.headers
    length = str(len(response.body)).encode()
    return (*response.headers, (b"content-length", length))


def _event(position: int, message: Mapping[str, Json]) -> bytes:
    content = json.dumps(message, ensure_ascii=False)
    return f"id: {position + 1}\nevent: status\ndata: {content}\n\n".encode()


def _request(scope: Json, body: bytes) -> Request:
    query = scope["query_string"].decode("latin-1")
    path = scope["raw_path"].decode("latin-1")
    return Request(
        method=scope["method"],
        scheme=scope["scheme"],
        authority=_header(scope, b"host") or "localhost",
        target=f"{path}?{query}" if query else path,
        headers=tuple(scope["headers"]),
        body=body,
    )


def _header(scope: Json, name: bytes) -> str | None:
    for key, value in scope["headers"]:
        if key == name:
            return str(value.decode("latin-1"))
    return None


async def _body(receive: Receive) -> bytes:
    pieces, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "gone", "the client left before its body was complete")
        pieces.append(message.get("body", b""))
        size += len(pieces[-1])
        if size > MOST:
            raise Refused(413, "too_large", f"a body has at most {MOST} bytes")
        more = message.get("more_body", False)
    return b"".join(pieces)
