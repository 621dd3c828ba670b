"""A crew whose workers answer in this process, each with another that ends for it."""

import asyncio
import socket
import subprocess
import sys
from contextlib import asynccontextmanager

from mockforge.engine import Engine
from mockforge.errors import MockforgeError
from mockforge.server.workers.crew import Crew, Started
from mockforge.server.workers.hand import Hand
from tests.worlds import API, exchange, recorded, recording

US = "http://127.0.0.1:8080"


async def engine():
    """Return an engine that answers /a, and /turn in three ways."""
    made = [exchange(url=f"{API}/a")]
    made += [exchange(url=f"{API}/turn", answer=b"%d" % n) for n in range(3)]
    return Engine(recorded=await recorded(recording(*made)))


class Worker:
    """One of them."""

    def __init__(self) -> None:
        self.line, self.theirs = socket.socketpair()
        waiting = [sys.executable, "-c", "import sys; sys.exit(len(sys.stdin.read()))"]
        self.process = subprocess.Popen(waiting, stdin=subprocess.PIPE, text=True)
        self.hand: Hand | None = None

    def ends(self, code):
        """End the process with *code*."""
        assert self.process.stdin is not None
        if not self.process.stdin.closed:
            self.process.stdin.write("x" * code)
            self.process.stdin.close()
        # The crew waits for it.
        self.process.returncode = code

    async def work(self, engine, *, fails=None):
        """Answer until told to stop, or fail before that."""
        code = 0
        try:
            async with Hand.joined(engine, self.theirs) as self.hand:
                if fails is not None:
                    raise fails
                self.hand.ready((US,))
                await self.hand.told.wait()
        except MockforgeError:
            code = 1
        self.ends(code)

    def kill(self):
        """End it as the system does, with nothing said."""
        assert self.hand is not None
        self.process.kill()
        cut(self.hand.channel)


def cut(channel):
    """Close *channel* as the system does for a process that is gone."""
    assert channel._transport is not None
    channel._transport.abort()


@asynccontextmanager
async def crew(count, **work):
    """Yield (crew, workers, their engines); every worker answers."""
    workers = [Worker() for _ in range(count)]
    engines = [await engine() for _ in range(count)]
    started = [
        Started(number, each.process.pid, each.line)
        for number, each in enumerate(workers, start=1)
    ]
    made = Crew(await engine(), started)
    async with asyncio.TaskGroup() as group:
        for worker, its in zip(workers, engines, strict=True):
            group.create_task(worker.work(its, **work))
        try:
            yield made, workers, engines
        finally:
            await made.end()
            for worker in workers:
                worker.ends(0)
