"""The line to one model: its turn, its limits, and asking again when it fails."""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from random import Random  # noqa: TID251 - the type alone
from typing import TYPE_CHECKING, Any

from mockforge.clock import Clock
from mockforge.llm.addresses import Address
from mockforge.llm.hiding import Hidden
from mockforge.llm.options import RagOptions
from mockforge.llm.wires import WIRES, Dialect, Saying, Spoken, adapted
from mockforge.options import Json
from mockforge.stages.reality.circuit import Circuit

if TYPE_CHECKING:
    import httpx

log = logging.getLogger(__name__)

LARGEST = 8 << 20
"""Bytes of an answer that are read."""

FIRST, LONGEST = 0.5, 20.0
"""Seconds before a question is asked again at first, and at most."""

REFUSED = 60.0
"""Seconds that a model is left alone which refuses whatever it is asked."""

_AGAIN = frozenset({408, 409, 425, 429})
_FOREVER = frozenset({401, 403, 404})
_REFUSALS = frozenset({400, 422, 501})

Sleep = Callable[[float], Awaitable[None]]


class Failed(Exception):
    """A model gave no answer; the text says why, without any secret."""


class Meter:
    """Asked before each request to a provider, and told what came of it."""

    async def admit(self) -> None:
        """Return if the request may be made.

        Raises:
            Failed: If it may not.
        """

    async def ended(self, saying: Saying | None, took: float, outcome: str) -> None:
        """Take note of a request that was admitted."""


@dataclass(frozen=True, slots=True)
class _Reply:
    """What came of one request."""

    status: int
    """0 if nothing came."""
    body: Json = None
    text: str = ""
    """What is said of an error, nothing secret in it."""
    wait: float | None = None
    """Seconds that the provider asks to be left alone."""


class Line:
    """A model at its address: one client, and what is known of how it fares."""

    def __init__(
        self, address: Address, options: RagOptions, *, clock: Clock, sleep: Sleep
    ) -> None:
        """Open no connection yet.

        Args:
            address: Whom to ask.
            options: With its key and limits.
            clock: Where time comes from.
            sleep: Waits.
        """
        import httpx

        self.address = address
        self._wire = WIRES[address.kind]
        self._options = options
        self._clock = clock
        self._sleep = sleep
        key = (options.api_key or "").strip()
        self._hidden = Hidden([key])
        self._dialect = Dialect()
        self._circuit = Circuit()
        self._room = asyncio.Semaphore(options.concurrency)
        self._recent: deque[float] = deque()
        self._left_alone = 0.0
        self._refused: tuple[float, str] | None = None
        # Proxies and certificates by environment are for what config reads.
        self._client = httpx.AsyncClient(
            headers=dict(self._wire.headers(key or None)),
            timeout=options.timeout_secs,
            trust_env=False,
            verify=_certificates(),
            proxy=options.proxy,
            follow_redirects=False,
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    def hidden(self, value: Json) -> Json:
        """Return *value* without the key, should it be in it."""
        return self._hidden.value(value)

    async def say(self, spoken: Spoken, meter: Meter, rng: Random) -> Saying:
        """Return what the model says.

        Args:
            spoken: What it is told.
            meter: Asked before each request.
            rng: Draws how long to wait.

        Raises:
            Failed: If it says nothing.
        """
        self._require_well()
        reply = _Reply(0, text="was not asked")
        for attempt in range(self._options.max_retries + 1):
            reply, saying = await self._adapting(spoken, meter)
            if saying is not None:
                self._circuit.well()
                return saying
            if not _is_passing(reply) or attempt == self._options.max_retries:
                break
            await self._pause(reply, attempt, rng)
        self._note_failure(reply)
        raise Failed(f"{self.address.origin} {reply.text}")

    async def _adapting(
        self, spoken: Spoken, meter: Meter
    ) -> tuple[_Reply, Saying | None]:
        """Ask once, and again in another way as long as it is the way that is wrong."""
        while True:
            dialect = self._dialect
            reply, saying = await self._metered(spoken, dialect, meter)
            if saying is not None or reply.status not in _REFUSALS:
                return reply, saying
            other = adapted(dialect, reply.text)
            if other is None:
                return reply, None
            log.debug("%s %s: asked otherwise", self.address.origin, reply.text)
            self._dialect = other

    async def _metered(
        self, spoken: Spoken, dialect: Dialect, meter: Meter
    ) -> tuple[_Reply, Saying | None]:
        await self._turn()
        async with self._room:
            await meter.admit()
            start = self._clock.monotonic()
            saying, outcome = None, "cancelled"
            try:
                reply = await self._once(self._wire.payload(spoken, dialect))
                if reply.status == 200:
                    reply, saying = self._read(reply)
                outcome = "ok" if saying else f"status {reply.status or 'none'}"
            finally:
                took = self._clock.monotonic() - start
                await meter.ended(saying, took, outcome)
        return reply, saying

    async def _once(self, payload: Json) -> _Reply:
        import httpx

        try:
            async with asyncio.timeout(self._options.timeout_secs):
                return await self._sent(payload)
        except TimeoutError:
            seconds = f"{self._options.timeout_secs:g} s"
            return _Reply(0, text=f"did not answer within {seconds} (rag.timeout_secs)")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            # What the library says may quote the address with what is in it.
            return _Reply(0, text=f"did not answer: {type(error).__name__}")
        except (UnicodeError, ValueError) as error:
            return _Reply(400, text=f"cannot be asked: {type(error).__name__}")

    async def _sent(self, payload: Json) -> _Reply:
        url, content = self.address.url, json.dumps(payload).encode("ascii")
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        sending = self._client.stream("POST", url, content=content, headers=headers)
        async with sending as response:
            body = bytearray()
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > LARGEST:
                    return _Reply(413, text=f"said more than {LARGEST >> 20} MB")
            return self._replied(response, bytes(body))

    def _replied(self, response: httpx.Response, body: bytes) -> _Reply:
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            value = None
        value = self._hidden.value(value)
        status = response.status_code
        if status == 200:
            text = "" if value is not None else "answered 200 with what is no JSON"
            return _Reply(200 if value is not None else 502, value, text)
        said = self._hidden.text(_message(value, body))
        text = f"answered {status}" + (f": {said}" if said else "")
        return _Reply(status, value, text, self._wait(response.headers))

    def _read(self, reply: _Reply) -> tuple[_Reply, Saying | None]:
        try:
            return reply, self._wire.saying(reply.body)
        except ValueError as error:
            return _Reply(422, text=f"is of another form: {error}"), None

    def _wait(self, headers: Any) -> float | None:
        for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
            told = headers.get(name, "").strip()
            try:
                return max(0.0, float(told) * unit)
            except ValueError:
                pass
            try:
                when = parsedate_to_datetime(told).timestamp()
            except (ValueError, TypeError, IndexError, OverflowError):
                continue
            return max(0.0, when - self._clock.now())
        return None

    def _require_well(self) -> None:
        now = self._clock.monotonic()
        if self._refused is not None:
            until, why = self._refused
            if now < until:
                raise Failed(f"{self.address.origin} {why}")
            self._refused = None
        if not self._circuit.admits(now):
            raise Failed(f"{self.address.origin} is left alone after it failed")
        self._circuit.asks(now)

    def _note_failure(self, reply: _Reply) -> None:
        now = self._clock.monotonic()
        if reply.status in _FOREVER:
            self._refused = (now + REFUSED, reply.text)
            self._circuit.well()
        elif 400 <= reply.status < 500 and reply.status not in _AGAIN:
            # The question was wrong, not the server.
            self._circuit.well()
        else:
            self._circuit.ill(now, is_silent=reply.status == 0)

    async def _pause(self, reply: _Reply, attempt: int, rng: Random) -> None:
        most = min(LONGEST, FIRST * 2**attempt)
        seconds = most * (0.5 + rng.random() / 2)
        if reply.wait is not None:
            seconds = max(reply.wait, 0.01)
            until = self._clock.monotonic() + seconds
            self._left_alone = max(self._left_alone, until)
        if seconds > self._options.deadline_secs:
            self._circuit.ill(self._clock.monotonic(), is_silent=False)
            raise Failed(
                f"{self.address.origin} {reply.text}; not before {seconds:g} s"
            )
        await self._sleep(seconds)

    async def _turn(self) -> None:
        """Wait until the provider may be asked again, and the rate allows it."""
        limit = self._options.rate_limit
        while True:
            now = self._clock.monotonic()
            while self._recent and now - self._recent[0] >= 60:
                self._recent.popleft()
            wait = self._left_alone - now
            if limit is not None and len(self._recent) >= limit:
                wait = max(wait, 60 - (now - self._recent[0]))
            if wait <= 0:
                break
            if wait > self._options.deadline_secs:
                raise Failed(f"its turn at {self.address.origin} comes in {wait:.0f} s")
            await self._sleep(wait)
        if limit is not None:
            self._recent.append(now)


@cache
def _certificates() -> ssl.SSLContext:
    """Return who is trusted; read once, as that takes longer than a question."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


def _is_passing(reply: _Reply) -> bool:
    """Whether what failed may go well the next time."""
    if reply.status == 429 and "insufficient_quota" in reply.text:
        return False
    return reply.status == 0 or reply.status >= 500 or reply.status in _AGAIN


def _message(value: Json, body: bytes) -> str:
    """Return what a provider says of its error, short and on one line."""
    found = value.get("error", value) if isinstance(value, dict) else None
    words: list[str] = []
    if isinstance(found, dict):
        names = ("code", "param", "type", "message", "detail")
        words = [str(found[name]) for name in names if found.get(name)]
    elif isinstance(found, str):
        words = [found]
    elif value is None:
        words = [body[:2000].decode("utf-8", "replace")]
    return " ".join(" ".join(words).split())[:300]
