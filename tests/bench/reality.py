"""Shares, order, writes under faults, and journeys through a proxy that mixes.

    python tests/bench/reality.py                       # shares, order, writes
    python tests/bench/reality.py FOLDER [NAME…]        # and journeys

FOLDER holds `upstreams.py` and a folder a server, installed with its `setup`. For each
of reality_journeys.py: some users' journeys are recorded by `mockforge proxy`, then
others are made through `mockforge proxy --reality R` at several ratios. A journey logs
in, makes, reads, lists, changes and deletes; each step that is not as it must be is
told and counted. --scripts: the server's own client script is recorded before the
users are, as more of how it is used. --locks DIR: lock DIR/up-NAME.lock while the
server of a name runs.
"""

import argparse
import asyncio
import importlib.util
import json
import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

import httpx
from learning_runs import alone, run_client
from reality_journeys import JOURNEYS, Journey
from running import ROOT, start, stop

sys.path.insert(0, str(ROOT))

from mockforge.http import Origin
from mockforge.provenance import Source
from mockforge.server.fetch import Upstream
from mockforge.server.surface import Surface
from mockforge.stages.reality.weights import weights
from tests.engine.mixing import US, ask, told, weighing
from tests.worlds import API, exchange, request

TENTHS = [number / 10 for number in range(11)]
RANKS = {Source.UPSTREAM: 0, Source.RECORDED: 1, Source.SYNTHETIC: 2}


def known(count):
    """Return recorded reads of as many things."""
    return [
        exchange(
            url=f"{API}/known/{number}",
            answer=json.dumps({"id": str(number), "of": "record"}).encode(),
        )
        for number in range(count)
    ]


def real(asked):
    """Answer as an upstream."""
    name = asked.path.rpartition("/")[2]
    return told({"id": name, "of": "upstream"}, 201 if asked.method == "POST" else 200)


async def shares(count, stickiness):
    """Tell how far shares are from weights, and what a higher ratio made less real."""
    before, worst, backward = None, 0.0, 0
    exchanges = known(count)
    for ratio in TENTHS:
        engine = await weighing(
            ratio, *exchanges, merge_strategy="weighted", stickiness=stickiness
        )
        found = []
        for number in range(count):
            answer, _ = await ask(engine, "GET", f"/known/{number}", says=real)
            found.append(answer.provenance.source)
        wanted, seen = weights(ratio), Counter(found)
        row = []
        for source in RANKS:
            share = seen[source] / count
            worst = max(worst, abs(share - wanted.of(source)))
            row.append(f"{source.value} {share:.4f} ({wanted.of(source):.4f})")
        print(f"  r={ratio:.1f}  " + "  ".join(row), flush=True)
        if before is not None:
            pairs = zip(found, before, strict=True)
            backward += sum(RANKS[now] > RANKS[then] for now, then in pairs)
        before = found
    print(f"  farthest from the weights {worst:.4f}; less real at more {backward}")


async def order(count):
    """Tell whether answers are the same bytes in any order."""
    for strategy in ("field_level", "weighted", "body_blend"):
        for ratio in (0.5, 0.85):
            told_of = []
            for seed in (None, 1, 2):
                paths = [f"/known/{number}" for number in range(count)]
                if seed is not None:
                    random.Random(seed).shuffle(paths)
                engine = await weighing(ratio, *known(count), merge_strategy=strategy)
                told_of.append(
                    {
                        path: (await ask(engine, "GET", path, says=real))[0].response
                        for path in paths
                    }
                )
            bodies = [
                {path: each.body for path, each in one.items()} for one in told_of
            ]
            same = bodies[0] == bodies[1] == bodies[2]
            print(f"  {strategy:<12} r={ratio}  same bytes in three orders: {same}")


class Counting:
    """An upstream that counts each request by its key, and then misbehaves."""

    def __init__(self):
        self.seen = Counter()
        self.fault = "none"

    async def served(self, reader, writer):
        """Serve one connection."""
        try:
            while True:
                if self.fault == "reset before":
                    writer.transport.abort()
                    return
                head = await reader.readuntil(b"\r\n\r\n")
                self.seen[head.split(b" ")[1].decode()] += 1
                if self.fault == "reset after":
                    writer.transport.abort()
                    return
                if self.fault == "slow":
                    await asyncio.sleep(0.4)
                status = b"503 Busy" if self.fault == "5xx" else b"201 Created"
                body = b'{"id": "real"}'
                writer.write(
                    b"HTTP/1.1 %s\r\nContent-Type: application/json\r\n"
                    b"Content-Length: %d\r\n\r\n%s" % (status, len(body), body)
                )
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            return
        finally:
            writer.close()


async def writes(count):
    """Tell how often a write reached the upstream twice, or was answered twice."""
    counting = Counting()
    server = await asyncio.start_server(counting.served, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    faults = ("none", "refuse", "reset before", "reset after", "5xx", "slow")
    for fault in faults:
        counting.fault = fault
        sent = twice = both = 0
        statuses = Counter()
        for ratio in TENTHS:
            upstream = Upstream(patience=0.2)
            engine = await weighing(ratio)
            maker = engine.inventions._inventors[0][1]
            engine.upstream = Origin(
                "http", f"127.0.0.1:{9 if fault == 'refuse' else port}"
            )
            surface = Surface(engine, report=dict, upstream=upstream)
            for number in range(count if fault != "slow" else 8):
                path = f"/{fault.replace(' ', '-')}/{ratio}/{number}"
                engine.clock.advance(100.0)
                delivery = await surface.delivery(request("POST", US + path, b"{}"))
                times, made = counting.seen[path], maker.made.count(("POST", path))
                sent += times
                twice += times > 1 or made > 1
                both += times > 0 and made > 0
                statuses[delivery.answer.response.status] += 1
            await upstream.close()
        answers = ", ".join(f"{n}x {status}" for status, n in sorted(statuses.items()))
        print(
            f"  {fault:<13} sent {sent:5}  twice {twice}  sent and made up {both}"
            f"  answered {answers}",
            flush=True,
        )
    server.close()
    await server.wait_closed()


def loaded(folder):
    """Import the folder's own `upstreams.py`."""
    spec = importlib.util.spec_from_file_location("upstreams", folder / "upstreams.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made(url, journey, numbers):
    """Make journeys; return what was wrong, how many steps, and their sources."""
    wrong, sources = [], Counter()
    for number in numbers:
        one = Journey(url, number)
        try:
            journey(one)
        except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
            one.wrong.append(f"user {number}: {type(error).__name__} after {one.last}")
        wrong += one.wrong
        sources += one.sources
        one.http.close()
    return wrong, sources


def journeys(folder, name, scratch, given):
    """Record some users of the server *name*, and let others through a mixing proxy."""
    users = given.users
    module, database = loaded(folder), scratch / f"{name}.db"
    process, url, _ = module.serve(name, module.spec(name)["port"] + 100)
    try:
        ready = scratch / f"ready-{name}"
        words = ["proxy", "--upstream", url, "--port", "0", "--db", str(database)]
        proxy, told_of = start(words, ready)
        if given.scripts:
            run_client(module, folder, name, told_of["url"], 0, 240)
        wrong, _ = made(told_of["url"], JOURNEYS[name], range(100, 104))
        stop(proxy, told_of)
        print(f"  {name}: recorded with {len(wrong)} wrong", flush=True)
        for turn, ratio in enumerate((0.2, 0.5, 0.8, 0.95)):
            for seed in range(3):
                ready = scratch / f"ready-{name}-{ratio}-{seed}"
                # Each begins with what was recorded of whole journeys.
                mine = scratch / f"{name}-{ratio}-{seed}.db"
                shutil.copy(database, mine)
                more = ["--db", str(mine), "--reality", str(ratio)]
                more += ["--seed", str(seed)]
                proxy, told_of = start([*words[:-2], *more], ready)
                first = 1000 + 100 * turn + 10 * seed
                numbers = range(first, first + users)
                wrong, sources = made(told_of["url"], JOURNEYS[name], numbers)
                stop(proxy, told_of)
                print(
                    f"  {name} r={ratio} seed {seed}: {users} journeys,"
                    f" {sum(sources.values())} requests, {len(wrong)} wrong,"
                    f" {dict(sources)}",
                    flush=True,
                )
                for each in wrong[:4]:
                    print(f"    {each}")
    finally:
        module.stop(process)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("names", nargs="*", default=[])
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--users", type=int, default=4)
    parser.add_argument("--journeys-only", action="store_true")
    parser.add_argument("--scripts", action="store_true")
    parser.add_argument("--locks", type=Path)
    given = parser.parse_args()
    if not given.journeys_only:
        for stickiness in ("entity", "request"):
            print(f"shares over {given.requests} requests, stickiness {stickiness}")
            asyncio.run(shares(given.requests, stickiness))
        print("order of arrival")
        asyncio.run(order(200))
        print("writes, at every tenth")
        asyncio.run(writes(60))
    if given.folder is not None:
        print("journeys")
        with tempfile.TemporaryDirectory() as scratch:
            for name in given.names or JOURNEYS:
                with alone(given.locks, name):
                    journeys(given.folder.resolve(), name, Path(scratch), given)


if __name__ == "__main__":
    main()
