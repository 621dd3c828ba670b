"""The first process of several: starts the others, adds up what they did, stops them.

It holds what all of them must agree on: the account for the report, whose turn it is
where the recording has sequences, and what else depends on earlier requests. Those
alone it answers itself, asked by a worker.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from mockforge.engine import Engine
from mockforge.engine.merging import merge
from mockforge.errors import MockforgeError
from mockforge.options import Json
from mockforge.report import report_of
from mockforge.server.run import GRACE
from mockforge.server.workers.asking import turn
from mockforge.server.workers.channel import Channel, Message
from mockforge.server.workers.forwarding import answered

LATE = GRACE + 2.0
"""Seconds until a worker that was told to stop is ended."""

TOGETHER = 1.0
"""Seconds between two looks at what the workers did. A worker that is killed takes
with it what it did since the last."""

REPLY = 2.0
"""Seconds that a worker may take to tell what it did before it is left out."""

log = logging.getLogger(__name__)


class Started(NamedTuple):
    """A process that was started."""

    number: int
    pid: int
    line: socket.socket
    """To it."""


@dataclass(slots=True, eq=False)
class Member:
    """A worker, as the first process sees it."""

    number: int
    pid: int
    line: socket.socket
    channel: Channel | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    """It answers, or has ended."""
    urls: tuple[str, ...] = ()
    """Where it answers."""
    ca: str | None = None
    """The certificate that its clients must trust."""
    why: str = ""
    """What it said was wrong, before it ended."""
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    is_stopping: bool = False


class Crew:
    """The workers of one run."""

    def __init__(self, engine: Engine, started: Sequence[Started]) -> None:
        self.engine = engine
        """Answers nothing: its ledger is the account of all, its turns those of all."""
        self.members = [Member(*each) for each in started]
        self.read: Callable[[], Any] | None = None
        """Reads the settings again."""
        self.over = asyncio.Event()
        """No worker is left."""
        self._tasks: set[asyncio.Task[None]] = set()

    async def begin(self) -> None:
        """Wait until every worker answers.

        Raises:
            MockforgeError: If one of them ended before.
        """
        loop = asyncio.get_running_loop()
        for member in self.members:
            hear, lost = partial(self._hear, member), partial(self._lost, member)
            _, member.channel = await loop.create_unix_connection(
                partial(Channel, hear, lost=lost), sock=member.line
            )
        for member in self.members:
            await member.ready.wait()
        if self.engine.ledger.gaps:
            raise MockforgeError(
                "not every worker could begin",
                next_step="leave --workers out and see what one process says",
            )
        self._spawn(self._look_regularly())

    async def wait(self, told: asyncio.Event) -> None:
        """Wait until *told* is set, or nobody is left who answers."""
        loop = asyncio.get_running_loop()
        ends = [loop.create_task(each.wait()) for each in (told, self.over)]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()
        await asyncio.gather(*ends, return_exceptions=True)

    async def report(self) -> Json:
        """Return what all have done so far."""
        await self._collect()
        return report_of(self.engine).json()

    async def health(self) -> Json:
        """Return whether all answer, and how many do."""
        recorded = self.engine.recorded
        left = sum(not member.ended.is_set() for member in self.members)
        return {
            "status": "ok" if left == len(self.members) else "degraded",
            "loaded": recorded.loaded if recorded else 0,
            "workers": left,
        }

    async def journal(self, last: int | None) -> Json:
        """Return the *last* requests of all, oldest first; all kept ones if None."""
        found = await self._ask_all({"what": "journal", "last": last})
        kept = [each for each in found if each is not None]
        noted = [request for each in kept for request in each["requests"]]
        noted.sort(key=lambda request: str(request["at"]))
        return {
            "seen": sum(each["seen"] for each in kept),
            "requests": noted if last is None else noted[max(len(noted) - last, 0) :],
        }

    async def renewed(self) -> int:
        """Have all answer by the settings as they are now; return how many endpoints.

        Raises:
            MockforgeError: If they cannot be meant; all stays as it was then.
        """
        renewal = self.engine.renewal
        if renewal is None:
            raise MockforgeError("there are no settings that could be read again")
        count = await renewal.renewed()
        await self._ask_all({"what": "renew"})
        return count

    async def end(self) -> None:
        """Stop every worker; what they are answering is answered first."""
        for member in self.members:
            member.is_stopping = True
            if member.channel is not None:
                member.channel.send({"what": "stop"})
        loop = asyncio.get_running_loop()
        ends = [loop.create_task(each.ended.wait()) for each in self.members]
        await asyncio.wait(ends, timeout=LATE)
        for member in self.members:
            if not member.ended.is_set():
                with suppress(ProcessLookupError):
                    os.kill(member.pid, signal.SIGKILL)
        await asyncio.gather(*ends)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # What workers say.

    def _hear(self, member: Member, message: Message) -> Json | Awaitable[Json]:
        match message["what"]:
            case "account":
                merge(self.engine.ledger, message["account"])
            case "ready":
                member.urls, member.ca = tuple(message["urls"]), message["ca"]
                member.ready.set()
            case "failed":
                member.why = message["why"]
            case _:
                return self._reply(message)
        return None

    def _reply(self, question: Message) -> Json | Awaitable[Json]:
        match question["what"]:
            case "turn":
                assert self.engine.recorded is not None
                return turn(self.engine.recorded, question)
            case "answer":
                return answered(self.engine, self, question)
            case "report":
                return self.report()
            case "health":
                return self.health()
            case "journal":
                return self.journal(question["last"])
            case "forget":
                return self._ask_all({"what": "forget"})
            case "learn":
                return self._ask_all({"what": "learn", "told": question["told"]})
        raise ValueError(f"workers do not ask {question['what']!r}")

    def _lost(self, member: Member) -> None:
        self._spawn(self._part(member))

    async def _part(self, member: Member) -> None:
        _, status = await asyncio.to_thread(os.waitpid, member.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        if code or not member.is_stopping:
            why = f": {member.why}" if member.why else ""
            gap = (
                f"worker {member.number} of {len(self.members)} (process {member.pid})"
                f" {_ending(code)}{why};"
                " what it did last is not known"
            )
            self.engine.ledger.gaps.append(gap)
            log.error("%s", gap)
        member.ended.set()
        member.ready.set()
        if all(each.ended.is_set() for each in self.members):
            self.over.set()

    # What is asked of them.

    async def _collect(self) -> None:
        """Have every worker tell what it did since it was asked last."""
        await self._ask_all({"what": "account"})

    async def _ask_all(self, message: Message) -> list[Json]:
        """Return what the workers reply, those who do so in time."""
        loop = asyncio.get_running_loop()
        asked = [
            loop.create_task(each.channel.ask(message))
            for each in self.members
            if each.channel is not None and not each.ended.is_set()
        ]
        if not asked:
            return []
        done, late = await asyncio.wait(asked, timeout=REPLY)
        for each in late:
            each.cancel()
        return [each.result() for each in done if each.exception() is None]

    async def _look_regularly(self) -> None:
        while True:
            await asyncio.sleep(TOGETHER)
            for member in self.members:
                if member.channel is not None:
                    member.channel.send({"what": "account"})

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _ending(code: int) -> str:
    if code >= 0:
        return f"ended by itself with code {code}"
    name = signal.Signals(-code).name
    hint = ", as when memory runs out" if name == "SIGKILL" else ""
    return f"was killed by {name}{hint}"
