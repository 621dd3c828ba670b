"""The same answers as an ASGI application, for a server or a client in this process.

What ASGI has no words for is left out: the reason phrase, trailers, and the spelling
of header names, which it wants in lower case.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import quote

from mockforge.engine import Ending
from mockforge.http import Request, Response, first, problem
from mockforge.server.deliver import Delivery, pieces_of
from mockforge.server.framing import is_bodiless
from mockforge.server.http1 import Limits
from mockforge.server.surface import Surface

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

# What the ASGI server decides by itself.
_ITS_OWN = frozenset([b"connection", b"transfer-encoding", b"keep-alive", b"upgrade"])


class App:
    """An ASGI application that answers by a surface."""

    def __init__(self, surface: Surface, *, limits: Limits | None = None) -> None:
        self._surface = surface
        self._limit = (limits or Limits()).body

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request, or agree to start and stop."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        if scope["type"] != "http":
            # A WebSocket is refused by closing before it is accepted.
            await receive()
            await send({"type": "websocket.close", "code": 1000})
            return
        request = await self._request(scope, receive)
        if request is None:
            refusal = problem(
                413, "this request is refused", f"the body exceeds {self._limit} bytes"
            )
            await _start(refusal, send)
            await send({"type": "http.response.body", "body": refusal.body})
            return
        await _deliver(await self._surface.delivery(request), request, send)

    async def _request(self, scope: Message, receive: Receive) -> Request | None:
        parts: list[bytes] = []
        more = True
        while more:
            message = await receive()
            parts.append(message.get("body", b""))
            if sum(map(len, parts)) > self._limit:
                return None
            more = message.get("more_body", False)
        headers = tuple(scope["headers"])
        raw = scope.get("raw_path") or quote(scope["path"]).encode()
        query = scope.get("query_string", b"")
        client = scope.get("client")
        return Request(
            scope["method"],
            scope.get("scheme", "http"),
            (first(headers, "Host") or "localhost").lower(),
            (raw.partition(b"?")[0] + (b"?" + query if query else b"")).decode(
                "latin-1"
            ),
            headers,
            b"".join(parts),
            f"HTTP/{scope.get('http_version', '1.1')}",
            client=client[0] if client else "",
        )


async def _live(receive: Receive, send: Send) -> None:
    while True:
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return


async def _start(response: Response, send: Send) -> None:
    headers = [
        (name.lower(), value)
        for name, value in response.headers
        if name.lower() not in _ITS_OWN
    ]
    await send(
        {"type": "http.response.start", "status": response.status, "headers": headers}
    )


async def _deliver(delivery: Delivery, request: Request, send: Send) -> None:
    answer = delivery.answer
    if answer.delay > 0.0:
        await asyncio.sleep(answer.delay)
    await _start(answer.response, send)
    if delivery.body is not None:
        async for piece in delivery.body:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
    elif not is_bodiless(answer.response, request):
        for wait, piece in pieces_of(answer.response):
            if wait > 0.0:
                await asyncio.sleep(wait)
            await send({"type": "http.response.body", "body": piece, "more_body": True})
    if answer.ending is Ending.BROKEN:
        raise ConnectionResetError("the upstream broke off here when it was recorded")
    await send({"type": "http.response.body", "body": b""})
