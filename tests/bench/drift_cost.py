"""What learning patterns costs: while recording, in batch, and when they are read.

    python tests/bench/drift_cost.py [--requests 20000] [--rounds 4] [--lane own]
                                     [--traffic plain|shop]
    python tests/bench/drift_cost.py --batch 100000 [--batch 1000000]
    python tests/bench/drift_cost.py --endpoints 10000

The first asks a proxy over 16 connections, for answers of about 4 KB that differ in one
query parameter, or as clients of a shop that log in, order, read and remove, with
answers of about 2 KB; once while it learns and once with drift_learning.enabled false,
in turn, with that many requests and with a quarter of them, all its threads on one
core. From the CPU time of its whole process until the last answer, the least of all
rounds, comes what a request costs, which is the slope between the two sizes, and what
is paid once, as imports are. What was not learned by then is learned when the proxy
ends: that stands by itself, and counts in what is called in all. Beside it stand the
time of the thread that answers and, where the machine counts them, the instructions of
a request. On a machine that does other things too, take more rounds. The second makes
a recording of a shop and learns the patterns of it: seconds of the pass over all
exchanges, and the most memory. The third reads the kept patterns of as many endpoints.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "bench")]

import recording  # noqa: E402
import shopping  # noqa: E402
from learning_scale import exchanges  # noqa: E402
from running import start, stop  # noqa: E402
from traffic import write  # noqa: E402

from mockforge.chance import rng  # noqa: E402


class Used(NamedTuple):
    """What a run took, the less the better."""

    seconds: float
    """Of CPU, of the whole process until the last answer."""
    after: float
    """The same of what it did behind that, until it ended."""
    answering: float
    """Of these, those of the thread that answers."""
    instructions: float
    """Of user code since it listened; 0 where they are not counted."""


def proxied(upstream, requests, asked, learns):
    """Return what a proxy used that was asked so often."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        config = place / "mockforge.yaml"
        config.write_text(
            f"drift_learning: {{enabled: {str(learns).lower()},"
            f" update_interval: {asked.interval}}}\n"
        )
        command = ["proxy", "--config", str(config), "--upstream", upstream]
        command += ["--port", "0", "--lane", asked.lane, "--db", str(place / "a.db")]
        process, told = start(
            [*command, "--confdir", str(place / "ca")], place / "ready"
        )
        confine(told["pid"])
        counting = counter(told["pid"], place / "perf")
        client = multiprocessing.Process(
            target=ask,
            args=(told["url"].rpartition(":")[2].strip("/"), requests, asked.traffic),
        )
        client.start()
        client.join()
        schedule = Path(f"/proc/{told['pid']}/task/{told['pid']}/schedstat")
        answering = int(schedule.read_text().split()[0]) / 1e9
        seconds = recording.cpu(told["pid"])
        after = -children() - seconds
        stop(process, told)
        after += children()
        instructions = counted(counting, place / "perf")
    return Used(seconds, after, answering, instructions)


def children():
    """Return the CPU seconds of all processes that were begun here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def confine(pid):
    """Let all threads of a process run on the first core alone.

    What learns and what answers would slow each other down on two, where these are
    halves of one, and the time of both would tell of that.
    """
    if hasattr(os, "sched_setaffinity"):
        first = min(os.sched_getaffinity(pid))
        for task in Path(f"/proc/{pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {first})


def counter(pid, path):
    """Begin to count the instructions of a process; None where that cannot be."""
    if shutil.which("perf") is None:
        return None
    command = ["perf", "stat", "-x", ",", "-e", "instructions:u", "-p", str(pid)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([*command, "-o", str(path)], **quiet)


def counted(counting, path):
    """Return what was counted, 0.0 if nothing was."""
    if counting is None:
        return 0.0
    counting.wait(10)
    for line in path.read_text().splitlines():
        number, *rest = line.split(",")
        if "instructions" in " ".join(rest) and number.isdigit():
            return float(number)
    return 0.0


def ask(port, requests, traffic):
    """Ask so often, on the last core."""
    recording.pin(-1)
    asker = TRAFFIC[traffic][1]

    async def run():
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()
        clients = [
            (
                await loop.create_connection(
                    lambda n=n: asker(n * 10_000_000, ended),
                    "127.0.0.1",
                    int(port),
                )
            )[1]
            for n in range(16)
        ]
        while sum(client.count for client in clients) < requests:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        for client in clients:
            client.transport.abort()

    asyncio.run(run())


def online(asked):
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.Process(
        target=recording.serve,
        args=(theirs, TRAFFIC[asked.traffic][0]),
        daemon=True,
    )
    server.start()
    upstream = f"http://127.0.0.1:{ours.recv()}"
    sizes = asked.requests // 4, asked.requests
    found = {}
    for number in range(asked.rounds):
        # In turn, and the other way round the next time: the machine gets warm.
        for learns in (False, True) if number % 2 else (True, False):
            for size in sizes:
                used = proxied(upstream, size, asked, learns)
                found.setdefault((learns, size), []).append(used)
                print(
                    f"{NAMES[learns]}, {size}: {used.seconds:.2f} s"
                    f" and {used.after:.2f} s at the end",
                    flush=True,
                )
    server.terminate()
    compare(found, sizes)


TRAFFIC = {
    "plain": (recording.Upstream, recording.Client),
    "shop": (shopping.Shop, shopping.Shopper),
}
NAMES = {True: "learning", False: "recording alone"}


def compare(found, sizes):
    """Print what learning adds to the cost of a request, and what it costs once."""
    small, large = sizes
    least = {
        run: Used(*(min(column) for column in zip(*used, strict=True)))
        for run, used in found.items()
    }
    each, once = {}, {}
    for learns, name in NAMES.items():
        less, more = (least[learns, size] for size in sizes)
        pairs = zip(less, more, strict=True)
        slope = each[learns] = Used(*((b - a) / (large - small) for a, b in pairs))
        once[learns] = less.seconds - slope.seconds * small
        print(
            f"{name}: {slope.seconds * 1e6:.0f} us a request,"
            f" {slope.answering * 1e6:.0f} of them where it is answered;"
            f" {once[learns]:.2f} s once;"
            f" {least[learns, large].after:.2f} s at the end of {large}"
            + (f"; {slope.instructions:.0f} instructions" * bool(slope.instructions))
        )

    def whole(learns):
        return sum(least[learns, large][:2])

    with_, without = each[True], each[False]
    print(
        f"learning adds {with_.seconds / without.seconds - 1:.1%} to a request,"
        f" {(with_.seconds - without.seconds) * 1e6:.0f} us,"
        f" and {once[True] - once[False]:.2f} s once; so to {large} of them"
        f" {least[True, large].seconds / least[False, large].seconds - 1:.1%}"
        f" until the last answer, {whole(True) / whole(False) - 1:.1%} in all"
    )
    if without.instructions:
        more = with_.instructions / without.instructions - 1
        print(f"learning adds {more:.1%} to the instructions of a request")


def timed(count):
    """Yield the exchanges of a shop with latencies."""
    for one in exchanges(count):
        chance = rng(one.id, "latency")
        latency = chance.lognormvariate(-3, 0.5)
        yield replace(one, first_byte=latency, elapsed=latency * 1.1)


async def batch(path):
    from mockforge.config import Config
    from mockforge.learning.learned import Learned
    from mockforge.learning.learner import Learner
    from mockforge.recordings import patterns
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions
    from mockforge.recordings.progress import Progress

    opened = await open_recording(path, matcher=Matcher(MatchOptions()))
    learner = Learner()
    for one in exchanges(20_000):
        learner.add(one)
    endpoints, chosen = learner._endpoints.settle(), learner._sampling.chosen()
    from mockforge.learning.learned import samples_of

    states = patterns.states_in(
        Learned(endpoints, samples=samples_of(chosen[:2000], endpoints))
    )
    del learner, chosen
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    progress = Progress(Config().drift_learning, endpoints, states)
    began, used = time.perf_counter(), time.process_time()
    await asyncio.to_thread(progress.read, opened.reader)
    took, used = time.perf_counter() - began, time.process_time() - used
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    kept = await asyncio.to_thread(progress.kept)
    print(
        f"{progress.looked} exchanges: {took:.1f} s, {used:.1f} s of CPU;"
        f" {most} MB at most, {held} MB before; {len(kept.value) >> 10} KB to keep",
        flush=True,
    )
    await opened.close()


async def loaded(count, folder):
    from mockforge.config import Config
    from mockforge.endpoint import Endpoint
    from mockforge.learning.endpoints import EndpointMap
    from mockforge.learning.patterns.observation import Observation
    from mockforge.recordings import patterns
    from mockforge.recordings.files import open_recording
    from mockforge.recordings.matchers import Matcher, MatchOptions
    from mockforge.recordings.progress import Progress

    path = folder / "many.db"
    await asyncio.to_thread(write, path, exchanges(1))
    endpoints = EndpointMap.of(
        Endpoint("GET", f"/api/v1/part{n // 100}/things{n}/{{id}}")
        for n in range(count)
    )
    config = Config()
    progress = Progress(config.drift_learning, endpoints, {})
    chance, keys = rng(1, "many"), [one.key for one in endpoints.every]
    progress.patterns.update(
        Observation(
            n,
            keys[chance.randrange(count)],
            200,
            None,
            f"s{n % 50}",
            None,
            1.7e9 + n * 0.01,
            chance.lognormvariate(-3, 0.5),
            0.2,
            chance.randrange(5000),
            n.to_bytes(8, "big"),
        )
        for n in range(1, 30 * count)
    )
    opened = await open_recording(path, matcher=Matcher(MatchOptions()))
    progress.looked, progress.last = await opened.reader.extent()
    await patterns.keep(opened, progress, patterns.version_in(config))
    await opened.close()
    opened = await open_recording(path, matcher=Matcher(MatchOptions()))
    began = time.perf_counter()
    found = await patterns.patterns_of(opened, config)
    took = time.perf_counter() - began
    size = len(json.dumps(found.to_json())) >> 10
    print(f"{len(keys)} endpoints: {took:.2f} s; {size} KB of JSON", flush=True)
    await opened.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--interval", default="2s", help="update_interval")
    parser.add_argument("--traffic", default="plain", choices=list(TRAFFIC))
    parser.add_argument("--lane", default="own", choices=["own", "mitmproxy"])
    parser.add_argument("--batch", type=int, action="append", default=[])
    parser.add_argument("--endpoints", type=int)
    parser.add_argument("--read", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.read:
        asyncio.run(batch(asked.read))
        return
    with tempfile.TemporaryDirectory() as folder:
        for count in asked.batch:
            path = Path(folder) / f"{count}.db"
            write(path, timed(count))
            # In a process of its own: making the exchanges takes memory too.
            subprocess.run([sys.executable, __file__, "--read", str(path)], check=True)
            path.unlink()
        if asked.endpoints:
            asyncio.run(loaded(asked.endpoints, Path(folder)))
    if not asked.batch and not asked.endpoints:
        online(asked)


if __name__ == "__main__":
    assert os.name == "posix", "it counts what its children used"
    main()
