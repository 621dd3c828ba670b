"""How much simulated users are like those of the recording, told by what a target saw.

    python tests/bench/simulation.py [--users 5] [--seconds 20] [--speed 10]

Two recordings: the demonstration's shop (one session) and the notes of the tests (forty
clients). Two targets of each: a test upstream with other tokens, ids and stock, and a
replay of the recording. A proxy between the users and the upstream records what that
sees; its sessions are compared with the recorded ones.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mockforge.learning.learned import samples_of  # noqa: E402
from mockforge.learning.learner import learn  # noqa: E402
from mockforge.recordings.files import open_recording  # noqa: E402
from mockforge.recordings.formats import jsonl  # noqa: E402
from mockforge.recordings.matchers import Matcher, MatchOptions  # noqa: E402
from tests.load.servers import serving  # noqa: E402
from tests.simulation.notes import Api, wired  # noqa: E402
from tests.simulation.worlds import recorded  # noqa: E402

SHOP = """
import asyncio, sys
from mockforge.demo.serve import CALM, open_shop, serving
async def main():
    api = open_shop(CALM)
    for product in api.shop.catalogue.products.values():
        product.stock = 10**6
    async with serving(api) as url:
        print(url, flush=True)
        await asyncio.Event().wait()
asyncio.run(main())
"""


@contextmanager
def running(*words, ready=None):
    """Run Python with *words*; yield the address it tells."""
    process = subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE if ready is None else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        if ready is None:
            yield process.stdout.readline().strip()
        else:
            while not ready.is_file():
                assert process.poll() is None, words
                time.sleep(0.05)
            yield json.loads(ready.read_text())["url"]
    finally:
        process.terminate()
        process.communicate()


def mockforge(folder, name, *words):
    """Run a command of mockforge that listens; yield its address."""
    ready = folder / f"{name}.json"
    flags = ("--port", "0", "--ready-file", str(ready), "--quiet")
    return running("-m", "mockforge", *words, *flags, ready=ready)


async def transitions(first, second):
    """Return what follows what in both recordings, by what the first one teaches."""
    told = []
    for place in (first, second):
        recording = await open_recording(place, matcher=Matcher(MatchOptions()))
        told.append([exchange async for exchange in recording.every()])
        await recording.close()
    endpoints = learn(told[0]).endpoints
    return [_transitions(samples_of(exchanges, endpoints)) for exchanges in told]


def _transitions(samples):
    sessions = {}
    for sample in samples:
        if sample.status != 101:
            sessions.setdefault(sample.session, []).append(sample.endpoint)
    pairs = Counter()
    for steps in sessions.values():
        pairs.update(pairwise(steps))
    return {pair: count / pairs.total() for pair, count in pairs.items()}


def measured(folder, name, recording, target, wished):
    """Let users act on *target*, and print what came of it."""
    seen = folder / f"{name}.db"
    with mockforge(folder, f"proxy-{name}", *proxying(target, seen)) as url:
        tell(name, simulated(recording, url, wished))
    before, live = asyncio.run(transitions(recording, seen))
    off = sum(abs(before.get(p, 0) - live.get(p, 0)) for p in before | live) / 2
    top = [sorted(each, key=each.get, reverse=True)[:10] for each in (before, live)]
    print(f"  transitions apart   {off:.3f} (total variation)")
    print(f"  top ten in common   {len({*top[0]} & {*top[1]})}")


def proxying(target, seen):
    return "proxy", "--upstream", target, "--db", str(seen)


def simulated(recording, url, wished):
    """Return what `mockforge simulate` tells."""
    command = ["simulate", "--from", str(recording), "--url", url, "--json"]
    command += ["--users", str(wished.users), "--speed", str(wished.speed)]
    command += ["--duration", f"{wished.seconds}s", "--seed", "1", "--quiet"]
    found = subprocess.run(
        [sys.executable, "-m", "mockforge", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=False,
    )
    return json.loads(found.stdout)


def tell(name, told):
    """Print the figures of one run."""
    print(name)
    print(f"  requests            {told['requests']['sent']:,}")
    print(f"  sessions            {told['sessions']['begun']:,}")
    print(f"  steps drawn         {told['learned_share']:.0%}")
    print(f"  other status        {told['other_status']['share']:.2%}")
    print(f"  values not bound    {sum(each['count'] for each in told['unbound']):,}")
    for example in told["other_status"]["examples"].values():
        print(f"    {example}")


def main():
    """Measure all four."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--speed", type=float, default=10.0)
    wished = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        notes = folder / "notes.jsonl"
        jsonl.write(recorded(40), notes)
        words = [sys.executable, "-m", "mockforge", "demo", "--keep", str(folder)]
        subprocess.run([*words, "--seed", "1", "-q"], cwd=ROOT, check=True)
        shop = folder / "shop.db"
        server = stack.enter_context(serving(wired(Api())))
        measured(folder, "notes-upstream", notes, server.url, wished)
        url = stack.enter_context(running("-c", SHOP))
        measured(folder, "shop-upstream", shop, url, wished)
        for name, recording in (("notes", notes), ("shop", shop)):
            words = ("replay", str(recording), "--on-miss", "invent")
            with mockforge(folder, f"replay-{name}", *words) as url:
                tell(f"{name}-replay", simulated(recording, url, wished))


if __name__ == "__main__":
    main()
