"""A provider of language models for tests: three forms, and what goes wrong there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Reply:
    """What the provider does with a request."""

    text: str | None = None
    """What the model says."""
    status: int = 200
    error: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    """The body, in place of any form."""
    hangs: bool = False
    """Nothing is answered."""
    resets: bool = False
    """The connection is broken off."""
    is_cut: bool = False


@dataclass
class Asked:
    """A request that came."""

    path: str
    headers: dict[str, str]
    body: Any


class Provider:
    """Listens on loopback; gives `replies` one after the other, the last again."""

    def __init__(self) -> None:
        self.replies: list[Reply | str] = []
        self.says: Callable[[Asked], Reply | str] | None = None
        """Makes the reply, where it depends on the question."""
        self.refused: set[str] = set()
        """Names of fields that it answers 400 for, in the words of a server."""
        self.asked: list[Asked] = []
        self.came = asyncio.Event()
        """Set when the first request has come."""
        self.gate: asyncio.Event | None = None
        """Waited for before anything is answered."""
        self.usage: tuple[int, int] | None = (100, 20)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self.url = ""

    async def __aenter__(self) -> Provider:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        await self._server.wait_closed()

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._writers.add(writer)
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _one(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        pairs = (line.split(": ", 1) for line in lines)
        headers = {name.lower(): value for name, value in pairs}
        content = await reader.readexactly(int(headers.get("content-length", 0)))
        asked = Asked(first.split(" ")[1], headers, json.loads(content))
        self.asked.append(asked)
        self.came.set()
        if self.gate is not None:
            await self.gate.wait()
        reply = self._reply(asked)
        if reply.hangs:
            await asyncio.Event().wait()
        if reply.resets:
            writer.transport.abort()
            return False
        body = self._body(asked, reply)
        writer.write(
            f"HTTP/1.1 {reply.status} X\r\nContent-Length: {len(body)}\r\n".encode()
            + b"".join(f"{k}: {v}\r\n".encode() for k, v in reply.headers.items())
            + b"\r\n"
            + body
        )
        await writer.drain()
        return True

    def _reply(self, asked: Asked) -> Reply:
        found = sorted(self.refused & set(asked.body))
        if found:
            return Reply(status=400, error=f"Unsupported parameter: '{found[0]}'")
        if self.says is not None:
            reply = self.says(asked)
        else:
            reply = self.replies[min(len(self.asked), len(self.replies)) - 1]
        return Reply(reply) if isinstance(reply, str) else reply

    def _body(self, asked: Asked, reply: Reply) -> bytes:
        if reply.raw is not None:
            return reply.raw
        if reply.status != 200:
            told: Any = {"error": {"message": reply.error, "type": "invalid"}}
        else:
            told = _FORMS[asked.path](asked, reply, self.usage)
        return json.dumps(told).encode()


def _openai(asked: Asked, reply: Reply, usage: tuple[int, int] | None) -> Any:
    told: Any = {
        "choices": [
            {
                "message": {"role": "assistant", "content": reply.text},
                "finish_reason": "length" if reply.is_cut else "stop",
            }
        ]
    }
    if usage is not None:
        told["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1]}
    return told


def _anthropic(asked: Asked, reply: Reply, usage: tuple[int, int] | None) -> Any:
    content: Any = {"type": "text", "text": reply.text}
    if "tools" in asked.body:
        try:
            value = json.loads(reply.text or "")
            content = {"type": "tool_use", "id": "t", "name": "answer", "input": value}
        except ValueError:
            pass
    told = {"content": [content], "stop_reason": "end_turn"}
    if usage is not None:
        told["usage"] = {"input_tokens": usage[0], "output_tokens": usage[1]}  # type: ignore[assignment]
    return told


def _ollama(asked: Asked, reply: Reply, usage: tuple[int, int] | None) -> Any:
    told: Any = {"message": {"role": "assistant", "content": reply.text}, "done": True}
    told["done_reason"] = "length" if reply.is_cut else "stop"
    if usage is not None:
        told |= {"prompt_eval_count": usage[0], "eval_count": usage[1]}
    return told


_FORMS: dict[str, Callable[[Asked, Reply, tuple[int, int] | None], Any]] = {
    "/v1/chat/completions": _openai,
    "/v1/messages": _anthropic,
    "/api/chat": _ollama,
}
