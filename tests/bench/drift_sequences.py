"""Whether learned sequences tell what comes next, and how often one asks until done.

    python tests/bench/drift_sequences.py [A.db,B.db,...] [C.db,D.db,...] [--seed N]

Each argument is one set of recordings of an API, parted by commas: what was learned of
all but the last is held against the last. A set of generated traffic comes after them:
32 users at a time, who buy, look around or administrate, with failures and jobs.

The first table has the share of held-out steps (endpoint, status and state) that were
the likeliest one, one of the three likeliest, the one that follows the last step most
often, and the most frequent of all. The second has reads until a job is done: of the
held-out jobs, and of new clients of a replay that mirrors what was learned; the third
the tries until a request that is limited is served. Then 32 sessions at once: how often
a step of another one was held for possible, and whether a replay answers each as if it
were alone.
"""

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mockforge.app import open_replay  # noqa: E402
from mockforge.chance import rng  # noqa: E402
from mockforge.config import Config  # noqa: E402
from mockforge.exchange import Exchange  # noqa: E402
from mockforge.http import Origin, Request, Response  # noqa: E402
from mockforge.learning.learner import learn  # noqa: E402
from mockforge.learning.patterns.law import Law  # noqa: E402
from mockforge.learning.patterns.observation import Observation  # noqa: E402
from mockforge.learning.patterns.part import Subject  # noqa: E402
from mockforge.learning.sample import Sample  # noqa: E402
from mockforge.learning.sequences import (  # noqa: E402
    Sequences,
    Step,
    state_at,
    states_of,
)
from mockforge.recordings.files import open_recording  # noqa: E402
from mockforge.recordings.formats import jsonl  # noqa: E402
from mockforge.recordings.matchers import Matcher, MatchOptions  # noqa: E402

API = Origin("https", "api.example")
LAW = Law()
EVERYBODY = Subject("*")
USERS = 32
CLIENTS = 400


class Users:
    """Generated traffic: sessions that go on at the same time."""

    def __init__(self, seed):
        self.seed = seed
        self.ids = count(1)
        self.done, self.tries = [], []

    def traffic(self, sessions):
        """Return the exchanges of so many sessions, `USERS` at a time."""
        found = []
        for number in range(sessions):
            chance = rng(self.seed, "user", number)
            now = 1_000_000.0 + number // USERS * 600 + chance.random() * 60
            for method, target, status, body in self.session(chance):
                now += chance.lognormvariate(0.0, 0.7)
                found.append(told(method, target, status, body, f"auth:{number}", now))
        return sorted(found, key=lambda one: one.started)

    def session(self, chance):
        role = chance.choices(("buy", "look", "work", "admin"), (4, 3, 4, 1))[0]
        if role == "admin":
            yield from self.admin(chance)
            return
        yield "POST", "/login", 200, b'{"token": "x"}'
        yield from self.home(chance)
        if role == "work":
            for _ in range(chance.randint(1, 3)):
                yield from self.job(chance)
            return
        for _ in range(chance.randint(1, 4)):
            yield "GET", f"/items/{chance.randint(1, 50)}", 200, b'{"price": 3}'
            if role == "buy" and chance.random() < 0.7:
                well = chance.random() < 0.9
                yield "POST", "/cart", 201 if well else 409, b"{}"
            else:
                yield "GET", "/items", 200, b"[]"
        if role == "buy":
            yield "GET", "/cart", 200, b"[]"
            yield "POST", "/orders", 201, b'{"id": 1}'
            yield "GET", "/orders/1", 200, b'{"id": 1}'

    def home(self, chance):
        """Ask for the first page, which is limited now and then."""
        if chance.random() < 0.4:
            tries = chance.choices((1, 2, 5), (6, 3, 1))[0]
            self.tries.append(tries)
            number = next(self.ids)
            for status in [429] * tries + [200]:
                yield "GET", f"/feed/{number}", status, b"[]"
        yield "GET", "/items", 200, b"[]"

    def job(self, chance):
        """Start a job, and ask for it until it is done or has failed."""
        number = next(self.ids)
        yield "POST", "/jobs", 202, b'{"id": %d, "status": "queued"}' % number
        reads = chance.choices((1, 2, 3, 4, 9, 10), (1, 3, 3, 1, 1, 1))[0]
        self.done.append(reads)
        end = b"failed" if chance.random() < 0.1 else b"done"
        for state in [b"running"] * reads + [end]:
            body = b'{"id": %d, "status": "%s"}' % (number, state)
            yield "GET", f"/jobs/{number}", 200, body

    def admin(self, chance):
        yield "GET", "/admin/users", 200, b"[]"
        for _ in range(chance.randint(2, 6)):
            yield "GET", f"/admin/users/{chance.randint(1, 50)}", 200, b"{}"
            yield "PATCH", f"/admin/users/{chance.randint(1, 50)}", 200, b"{}"
        yield "GET", "/admin/audit", 200, b"[]"


def told(method, target, status, body, session, started):
    """Return one exchange."""
    headers = ((b"Content-Type", b"application/json"),)
    more = ((b"Retry-After", b"1"),) if status == 429 else ()
    asked = Request(method, API.scheme, API.authority, target, headers[:0])
    response = Response(status, (*headers, *more), body, "")
    return Exchange(
        request=asked,
        response=response,
        session=session,
        started=started,
        first_byte=0.01,
        elapsed=0.02,
    )


async def read(path):
    recording = await open_recording(path, matcher=Matcher(MatchOptions()))
    found = [each async for each in recording.every()]
    await recording.close()
    return found


def observed(exchanges, learned, states):
    """Return *exchanges* as observations, by what was *learned* of others."""
    found = []
    matcher = Matcher(MatchOptions())
    for each in exchanges:
        located = learned.endpoints.located(each.request)
        if located is None:
            continue
        sample = Sample.of(each, located.key, located.params)
        state = state_at(sample.told, states.get(located.key))
        elapsed = each.elapsed or 0.0
        key = matcher.key(each.request)
        found.append(
            Observation(
                *(len(found) + 1, located.key, sample.status or 0, None, each.session),
                *(None, each.started, each.first_byte, elapsed, 0, key, state),
            )
        )
    return found


def taught(exchanges):
    learned = learn(exchanges)
    states = states_of(learned)
    sequences = Sequences()
    sequences.update(EVERYBODY, observed(exchanges, learned, states), LAW)
    return learned, states, sequences


def foretold(name, before, after):
    """Print how often what came next was what was likeliest."""
    learned, states, sequences = taught(before)
    seen = observed(before, learned, states)
    often = Counter(step_of(one) for one in seen).most_common(1)[0][0]
    paths, context = {}, {}
    for one in seen:
        last = paths.get(one.session, "")
        context.setdefault(last, Counter())[step_of(one)] += 1
        paths[one.session] = step_of(one)
    first = three = chain = most = 0
    sessions = {}
    held = observed(after, learned, states)
    for one in held:
        passed = sessions.setdefault(one.session, [])
        step = step_of(one)
        told_ = [each for each, _ in sequences.next(passed, LAW)[:3]]
        first += told_[:1] == [step]
        three += step in told_
        follows = context.get(passed[-1] if passed else "") or Counter([often])
        chain += follows.most_common(1)[0][0] == step
        most += step == often
        passed.append(step)
    share = [100 * number / max(len(held), 1) for number in (first, three, chain, most)]
    cells = " ".join(f"{number:8.1f}" for number in share)
    print(
        f"{name:24} {len(before):6} {len(after):6} {cells} {share[0] - share[3]:+7.1f}"
    )


def step_of(one):
    return Step(one.endpoint, one.status, one.state)


def apart(one, other):
    """Return the Wasserstein-1 distance of two samples of whole numbers."""
    longest = max(*one, *other)
    return sum(
        abs(
            sum(n <= at for n in one) / len(one)
            - sum(n <= at for n in other) / len(other)
        )
        for at in range(longest)
    )


def compared(name, held, given):
    cells = f"{len(held):6} {mean(held):8.2f} {len(given):7} {mean(given):8.2f}"
    print(
        f"{name:24} {cells} {mean(given) - mean(held):+7.2f} {apart(held, given):7.2f}"
    )


def config(seed):
    return Config.model_validate(
        {
            "drift_learning": {"traffic_mirroring": True},
            "replay": {"errors": "recorded", "latency": "none"},
            "seed": seed,
        }
    )


async def asked(engine, target, client, until, most=60):
    """Return how many answers came before one that *until* holds of."""
    headers = ((b"X-MockForge-Session", client.encode()),)
    request = Request("GET", API.scheme, API.authority, target, headers)
    for number in range(most):
        if until((await engine.answer(request)).response):
            return number
    return most


async def mirrored(train, held, seed):
    """Print the reads and tries of new clients, and of those who were held out."""
    exchanges = train.traffic(400)
    held.traffic(400)
    jobs = sorted({e.request.target for e in exchanges if "/jobs/" in e.request.target})
    feeds = sorted({e.request.target for e in exchanges if "/feed" in e.request.target})
    chance = rng(seed, "clients")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shop.jsonl"
        jsonl.write(exchanges, path, redact_key="11" * 32)
        reads, tries = [], []
        async with open_replay(config(seed), [path]) as engine:
            for number in range(CLIENTS):
                target = chance.choice(jobs)
                reads.append(await asked(engine, target, f"j{number}", is_over))
                target = chance.choice(feeds)
                tries.append(await asked(engine, target, f"f{number}", is_well))
        compared("reads until it is done", held.done, reads)
        compared("tries until it is well", held.tries, tries)
        orders = await crossed(path, jobs, seed)
    print(f"\n32 sessions at once: answered as if alone {orders}")


def is_over(response):
    return b"done" in response.body or b"failed" in response.body


def is_well(response):
    return response.status == 200


async def crossed(path, jobs, seed):
    """Return how many of 32 clients get the same alone and among the others."""
    plans = [(f"c{number}", jobs[number % len(jobs)]) for number in range(USERS)]
    order = [plan for plan in plans for _ in range(12)]
    found = []
    for steps in (order, rng(seed).sample(order, len(order))):
        given = {}
        async with open_replay(config(seed), [path]) as engine:
            for client, target in steps:
                headers = ((b"X-MockForge-Session", client.encode()),)
                request = Request("GET", API.scheme, API.authority, target, headers)
                answer = await engine.answer(request)
                given.setdefault(client, []).append(answer.response.body)
        found.append(given)
    same = sum(found[0][client] == found[1][client] for client, _ in plans)
    return f"{same} of {USERS}"


def talk(seed):
    """Print whether 32 sessions that go on at once are told apart."""
    chance, rows = rng(seed, "talk"), []
    for turn in range(40):
        for number in chance.sample(range(USERS), USERS):
            endpoint = f"GET /{number}/{turn % 5}"
            rows.append(
                Observation(
                    *(len(rows) + 1, endpoint, 200, None, f"s{number}", None),
                    *(1e6 + len(rows) * 0.01, 0.001, 0.002, 0, endpoint.encode()),
                )
            )
    sequences = Sequences()
    for start in range(0, len(rows), 100):
        sequences.update(EVERYBODY, rows[start : start + 100], LAW)
    wrong = 0
    for number in range(USERS):
        for turn in range(5):
            step = Step(f"GET /{number}/{turn}", 200)
            after = sequences.next([step], LAW)[0][0]
            wrong += after.endpoint != f"GET /{number}/{(turn + 1) % 5}"
    print(f"32 sessions at once: next steps of another session {wrong} of {USERS * 5}")


async def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    columns = "top-1    top-3  order-1     most    lead"
    print(f"{'next step, held out':24} {'train':>6} {'held':>6}    {columns}")
    for each in given.sets:
        *paths, last = [Path(path) for path in each.split(",")]
        before = [
            replace(one, session=f"{number}/{one.session}")
            for number, path in enumerate(paths)
            for one in await read(path)
        ]
        after = [replace(one, session=f"t/{one.session}") for one in await read(last)]
        foretold(last.stem.partition("-")[0], before, after)
    train, held = Users(given.seed), Users(given.seed + 1000)
    foretold("generated", train.traffic(400), held.traffic(400))
    head = f"{'held':>6} {'mean':>8} {'clients':>7} {'mean':>8} {'off':>7} {'W1':>7}"
    print(f"\n{'mirrored':24} {head}")
    await mirrored(Users(given.seed), Users(given.seed + 1000), given.seed)
    talk(given.seed)


if __name__ == "__main__":
    asyncio.run(main())
