"""Do learned delays come when they are due, with many answers asleep at once?

    python tests/bench/drift_serving.py [--flying 215] [--requests 6000] [--seed 7]
                                        [--json]

A recording is made whose answers took times of two humps, some 50 and some 600 ms. It
is replayed by `mockforge replay --latency learned`, started as a user does and pinned
to the first core, and asked from the last: so many requests are in flight all the time,
each connection a session. What each answer is to wait is drawn once more in this
process, from the same recording and seed. The error is the time from the last byte of
the request to the first of its answer, less that. Beside it: the same for answers that
do not wait, one at a time, which is what the machine and this client take; the server's
CPU for a request; and how many there were in flight, on the average.

Where others compute on the same cores what is measured is them: give this the first
place, `chrt -f 1 python tests/bench/drift_serving.py`.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from load import Cores, Served  # noqa: E402

from mockforge.app import open_proxy, open_replay  # noqa: E402
from mockforge.config import Config, ReplayOptions  # noqa: E402
from mockforge.exchange import Exchange  # noqa: E402
from mockforge.http import Request, Response  # noqa: E402
from mockforge.stages.pacing import Latency  # noqa: E402

PATHS = tuple(f"/{name}/{number}" for name in ("orders", "users") for number in (1, 2))
RECORDED = 2000
BODY = b'{"state": "open"}'
HEADERS = (
    (b"Content-Type", b"application/json"),
    (b"Content-Length", b"%d" % len(BODY)),
)


async def record(place, chance):
    """Record RECORDED exchanges at *place*."""
    async with open_proxy(Config(), place) as engine:
        for number in range(RECORDED):
            middle = 0.05 if chance.random() < 0.4 else 0.6
            took = middle * chance.lognormvariate(0.0, 0.25)
            asked = request(chance.choice(PATHS), f"r{number % 50}")
            await engine.observe(
                Exchange(
                    asked,
                    Response(200, HEADERS, BODY, "OK"),
                    session=f"r{number % 50}",
                    started=1_700_000_000.0 + number,
                    first_byte=took,
                    elapsed=took,
                )
            )


def request(path, session, authority="api.example"):
    """Return a request of *session*."""
    headers = (
        (b"Host", authority.encode()),
        (b"X-MockForge-Session", session.encode()),
    )
    return Request("GET", "http", authority, path, headers, client="127.0.0.1")


def paths_of(session, count, seed):
    """Return what *session* asks for, in order."""
    chance = random.Random(f"{seed} {session}")
    return [chance.choice(PATHS) for _ in range(count)]


async def due(place, sessions, count, seed):
    """Return the delay of each answer, by session, in order."""
    config = Config(replay=ReplayOptions(latency=Latency.LEARNED))
    found = {}
    async with open_replay(config, [place]) as engine:
        for session in sessions:
            found[session] = []
            for path in paths_of(session, count, seed):
                answer = await engine.answer(request(path, session, "127.0.0.1:1"))
                assert "drawn from what was learned" in answer.why[-1], answer.why
                found[session].append(answer.delay)
    return found


class One(asyncio.Protocol):
    """A connection that asks one thing after the other."""

    def __init__(self, session, paths, places):
        self.session, self.left, self.taken = session, list(reversed(paths)), []
        self.places = places
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport):
        self.transport = transport

    def ask(self):
        if not self.left or next(self.places, None) is None:
            self.transport.close()
            self.done.set_result(self.taken)
            return
        head = f"GET {self.left.pop()} HTTP/1.1\r\nHost: 127.0.0.1:1\r\n"
        self.transport.write(
            f"{head}X-MockForge-Session: {self.session}\r\n\r\n".encode()
        )
        self.began = time.perf_counter()

    def data_received(self, data):
        now = time.perf_counter()
        assert (data[:12], data[-len(BODY) :]) == (b"HTTP/1.1 200", BODY), data
        self.taken.append(now - self.began)
        self.ask()

    def connection_lost(self, exc):
        if not self.done.done():
            self.done.set_exception(exc or ConnectionResetError())


@asynccontextmanager
async def connected(port, sessions, asked):
    """Yield a connection for each of *sessions*, which share what is *asked*."""
    loop, found, places = asyncio.get_running_loop(), [], iter(range(asked.requests))
    for session in sessions:
        one = One(session, paths_of(session, asked.most, asked.seed), places)
        await loop.create_connection(lambda one=one: one, "127.0.0.1", port)
        found.append(one)
    yield found


async def measured(port, sessions, asked):
    """Return how long each answer took, by session, and the seconds of all."""
    async with connected(port, sessions, asked) as every:
        began = time.perf_counter()
        for number, one in enumerate(every):
            # Not all at once: they would stay in step for some time.
            asyncio.get_running_loop().call_later(number * 0.002, one.ask)
        taken = await asyncio.gather(*(one.done for one in every))
        return dict(zip(sessions, taken, strict=True)), time.perf_counter() - began


def shares(values):
    """Return the quantiles of *values*, in milliseconds."""
    ordered = sorted(values)
    at = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
    found = {
        name: ordered[min(int(share * len(ordered)), len(ordered) - 1)]
        for name, share in at.items()
    }
    found |= {"least": ordered[0], "most": ordered[-1]}
    return {name: round(value * 1000, 3) for name, value in found.items()}


def run(asked):
    """Return the figures."""
    sessions = [f"s{number}" for number in range(asked.flying)]
    # Who waits little asks more often than others.
    asked.most = 3 * max(asked.requests // asked.flying, 1) + 20
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "made.db"
        asyncio.run(record(place, random.Random(asked.seed)))
        wanted = asyncio.run(due(place, sessions, asked.most, asked.seed))
        with Served(place, "--latency", "none") as server:
            alone, _ = asyncio.run(measured(server.port, ["s0"], asked))
        with Served(place, "--latency", "learned") as server:
            before = server.cpu()
            taken, whole = asyncio.run(measured(server.port, sessions, asked))
            cpu = server.cpu() - before
    errors = [
        got - due
        for session in sessions
        for got, due in zip(taken[session], wanted[session], strict=False)
    ]
    slept = sum(map(sum, taken.values()))
    return {
        "requests": len(errors),
        "in flight": round(slept / whole, 1),
        "per second": round(len(errors) / whole, 1),
        "delay ms": shares([each for some in wanted.values() for each in some]),
        "without a delay ms": shares(alone["s0"][5:]),
        "error ms": shares(errors),
        "absolute error ms": shares(map(abs, errors)),
        "cpu a request us": round(cpu / len(errors) * 1e6),
    }


def main():
    """Measure, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--flying", type=int, default=215)
    parser.add_argument("--requests", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    Cores.pin("client")
    found = run(asked)
    if asked.json:
        print(json.dumps(found, indent=2))
        return
    for name, value in found.items():
        print(f"{name:22} {value}")


if __name__ == "__main__":
    main()
