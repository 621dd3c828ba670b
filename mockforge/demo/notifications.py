"""The shop's WebSocket: a client subscribes and is told of its orders."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field

from mockforge.demo.accounts import User
from mockforge.demo.shop import Notice
from mockforge.options import Json

Receive = Callable[[], Coroutine[None, None, Json]]
"""ASGI's receive; its messages are mappings."""
Send = Callable[[Json], Awaitable[None]]
"""ASGI's send."""

CHANNELS = ("orders",)


@dataclass(eq=False, slots=True)
class Subscriber:
    """One open WebSocket."""

    user_id: str
    channels: set[str] = field(default_factory=set)
    waiting: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)
    """Messages to be sent, in order: answers and news share one queue."""


class Notifications:
    """Every open WebSocket, and what is still to be sent on it."""

    def __init__(self) -> None:
        self.subscribers: set[Subscriber] = set()

    def publish(self, news: list[Notice]) -> None:
        """Queue *news* for those it concerns, and forget it."""
        for notice in news:
            for subscriber in self.subscribers:
                if (
                    subscriber.user_id == notice.user_id
                    and "orders" in subscriber.channels
                ):
                    subscriber.waiting.put_nowait(notice.message)
        news.clear()

    async def converse(self, user: User, receive: Receive, send: Send) -> None:
        """Talk with one client until it leaves."""
        await send({"type": "websocket.accept"})
        subscriber = Subscriber(user.id)
        self.subscribers.add(subscriber)
        try:
            async with asyncio.TaskGroup() as group:
                sending = group.create_task(_send_waiting(subscriber, send))
                await _listen(subscriber, receive)
                sending.cancel()
        finally:
            self.subscribers.discard(subscriber)


async def _listen(subscriber: Subscriber, receive: Receive) -> None:
    while True:
        message = await receive()
        if message["type"] == "websocket.disconnect":
            return
        if message["type"] == "websocket.receive":
            text = message.get("text")
            subscriber.waiting.put_nowait(reply(subscriber, text))


async def _send_waiting(subscriber: Subscriber, send: Send) -> None:
    while True:
        text = json.dumps(await subscriber.waiting.get(), ensure_ascii=False)
        try:
            await send({"type": "websocket.send", "text": text})
        except OSError:
            # The client has left; receive() is about to say so.
            return


def reply(subscriber: Subscriber, text: str | None) -> Json:
    """Return the answer to a client's message, which may subscribe it."""
    try:
        asked = json.loads(text or "")
    except ValueError:
        return {"type": "error", "message": "send a JSON object"}
    kind = asked.get("type") if isinstance(asked, dict) else None
    if kind == "ping":
        return {"type": "pong"}
    if kind not in ("subscribe", "unsubscribe"):
        known = "subscribe, unsubscribe, ping"
        return {"type": "error", "message": f"send a type: {known}"}
    channel = asked.get("channel")
    if channel not in CHANNELS:
        return {"type": "error", "message": f"there is no channel {channel!r}"}
    change = (
        subscriber.channels.add if kind == "subscribe" else subscriber.channels.discard
    )
    change(channel)
    return {"type": f"{kind}d", "channel": channel}
