"""Whether failures that are drawn are failures that were seen.

    python tests/bench/drift_errors.py [--seed N] [--endpoints N]

1. Rates: generated endpoints, each with a failure rate of its own, requests that repeat
   or not, requests that always fail, several clients. Of how many endpoints is the rate
   that is drawn inside the 95 % Wilson interval of another, as long stretch of the same
   source (a fair source is in 95 % of its own intervals less the other's chance: beside
   it stands the share for the raw counts of the learned stretch)? And inside that of
   what was learned?
2. Told apart: how many failures of the generator are told as what they are.
3. Bursts: sources that are well or not and seldom change, one for all requests or one
   for each client; the mean length that is drawn over that of what was learned from,
   and over the source's own, which a short stretch of it need not have.
4. One in a thousand: 100,000 draws, chi-square with one degree of freedom.
5. Served: a replay with `errors: learned`, one long session and many short ones; the
   share that fails, the bursts, and how often what is caused is answered so.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path
from random import Random

from mockforge.app import open_replay
from mockforge.config import Config
from mockforge.exchange import FailureKind
from mockforge.http import Response
from mockforge.learning.failures import Failures, by_chance
from mockforge.learning.failures.statistics import wilson
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Subject
from mockforge.recordings.formats import jsonl
from tests.worlds import API, exchange, request

LAW = Law()
DRAWS = 100_000
LONG = 400_000
MIXES = [
    {"503": 1.0},
    {"500": 0.5, "429": 0.5},
    {"502": 0.3, "reset": 0.4, "timeout": 0.3},
]


class Source:
    """An endpoint of a generated API."""

    def __init__(self, number, chance):
        self.name = f"GET /e{number}/{{id}}"
        self.chance = chance
        self.rate = 10 ** chance.uniform(-3, -0.6)
        self.mix = chance.choice(MIXES)
        self.things = chance.choice([5, 40, 300, 10**9])
        self.sessions = chance.choice([1, 5, 50])
        self.caused = chance.choice([0.0, 0.0, 0.05, 0.2])
        self.ways = ["404", "422", "500"] if self.things < 1000 else ["404", "422"]
        # From 1 on what follows is independent.
        self.burst = chance.choice([1, 1, 3, 10])
        self.at = 0
        self.is_bad = chance.random() < self.rate

    def one(self):
        """Return an observation, and whether it failed by chance."""
        self.at += 1
        chance = self.chance
        asked = chance.randrange(self.things)
        session = f"s{chance.randrange(self.sessions)}"
        if (asked * 7919) % 1000 < 1000 * self.caused:
            return self.seen(asked, session, self.ways[asked % len(self.ways)]), False
        if self.burst == 1:
            self.is_bad = chance.random() < self.rate
        elif self.is_bad:
            self.is_bad = chance.random() >= 1 / self.burst
        else:
            begins = self.rate / (1 - self.rate) / self.burst
            self.is_bad = chance.random() < begins
        if not self.is_bad:
            return self.seen(asked, session, "200"), False
        (way,) = chance.choices(list(self.mix), list(self.mix.values()))
        return self.seen(asked, session, way), True

    def seen(self, asked, session, way):
        failure = None if way.isdigit() else FailureKind(way)
        status = int(way) if way.isdigit() else 0
        return Observation(
            *(self.at, self.name, status, failure, session, None, float(self.at)),
            *(0.01, 0.02, 10, b"%d" % asked),
        )


def learned(subject, observations, batch):
    failures = Failures()
    for start in range(0, len(observations), batch):
        failures.update(subject, observations[start : start + batch], LAW)
    return failures


def drawn(chain, count, seed):
    """Return *count* outcomes, one after the other."""
    chance, before, told = Random(seed), None, []
    for _ in range(count):
        before = chain.draw(before, chance.random())
        told.append(before)
    return told


def length(outcomes):
    runs = "".join("x" if one else " " for one in outcomes).split()
    return sum(map(len, runs)) / len(runs) if runs else 0.0


def rates(seed, endpoints):
    chance = Random(seed)
    inside = own = raw = independent = independent_in = 0
    right = failures_seen = wrong = 0
    for number in range(endpoints):
        source = Source(number, chance)
        count = chance.choice([500, 2000, 5000])
        stretch = [source.one() for _ in range(count)]
        later = [source.one() for _ in range(count)]
        subject = Subject(source.name)
        chain = learned(
            subject, [one for one, _ in stretch], chance.choice([60, 300, count])
        ).chain(subject, LAW)
        rate = sum(map(bool, drawn(chain, DRAWS, number))) / DRAWS
        (k, n), (k2, n2) = counted(stretch), counted(later)
        low, high = wilson(k, n)
        own += low <= rate <= high
        low, high = wilson(k2, n2)
        inside += low <= rate <= high
        raw += low <= k / n <= high
        if source.burst == 1:
            independent += 1
            independent_in += low <= rate <= high
        truth = {one.id for one, is_random in stretch if is_random}
        failed = sum(one.status >= 400 or bool(one.failure) for one, _ in stretch)
        told = set(by_chance(one for one, _ in stretch))
        failures_seen += failed
        wrong += len(told ^ truth)
        right += failed - len(told ^ truth)
    print(f"rates, {endpoints} endpoints of 500 to 5,000 requests")
    print(f"  in the interval of what was learned   {own / endpoints:7.1%}")
    print(f"  in that of as much held out           {inside / endpoints:7.1%}")
    print(f"    the raw share learned, beside it    {raw / endpoints:7.1%}")
    print(
        f"    without bursts                      {independent_in / independent:7.1%}"
    )
    print(f"told apart: {right / failures_seen:.2%} of {failures_seen} failures")


def counted(stretch):
    """Return how many failed by chance, of how many that were not caused to."""
    failed = sum(is_random for _, is_random in stretch)
    well = sum(one.status == 200 and not one.failure for one, _ in stretch)
    return failed, failed + well


def bursts(seed):
    print("bursts, five sources each: mean length drawn over that seen, and over true")
    for mean in (1, 2, 5, 20):
        for clients in (1, 40):
            for count in (2_000, 20_000):
                told = []
                for again in range(5):
                    told.append(burst(seed + again, mean, clients, count))
                print(
                    f"  mean {mean:2d}, {clients:2d} clients, {count:6,d} requests:",
                    *(spread([one[at] for one in told]) for at in (0, 1)),
                    f" rate {sum(one[2] for one in told) / 5:.2f}",
                )


def spread(ratios):
    worst = max(abs(one - 1) for one in ratios)
    return f" {sum(ratios) / len(ratios):.2f} (off by {worst:3.0%} at most)"


def burst(seed, mean, clients, count):
    """Return the length drawn over that seen and over the true one, and the rate."""
    chance, share = Random(seed), 0.05
    ends = 1 / mean if mean > 1 else 1 - share
    begins = share / (1 - share) * ends
    bad = [chance.random() < share for _ in range(clients)]
    parts = [[] for _ in range(clients)]
    observations = []
    for number in range(count):
        client = chance.randrange(clients)
        flips = chance.random() < (ends if bad[client] else begins)
        bad[client] ^= flips
        status = 503 if bad[client] else 200
        parts[client].append(bad[client])
        observations.append(
            Observation(
                *(number, "GET /a", status, None, f"s{client}", None, float(number)),
                *(0.01, 0.02, 10, b"%d" % number),
            )
        )
    subject = Subject("GET /a")
    chain = learned(subject, observations, 100).chain(subject, LAW)
    again = drawn(chain, LONG, seed)
    seen = sum(sum(part) for part in parts) / count
    true = mean if mean > 1 else 1 / (1 - share)
    whole = length([one for part in parts for one in [*part, False]])
    told = length(again)
    return told / whole, told / true, sum(map(bool, again)) / LONG / seen


def seldom(seed):
    observations = [
        Observation(
            *(number, "GET /a", 503 if number % 1000 == 500 else 200, None, "s", None),
            *(float(number), 0.01, 0.02, 10, b"%d" % number),
        )
        for number in range(20_000)
    ]
    subject = Subject("GET /a")
    chain = learned(subject, observations, 500).chain(subject, LAW)
    met = sum(map(bool, drawn(chain, DRAWS, seed)))
    square = (met - 100) ** 2 / 100 + (met - 100) ** 2 / (DRAWS - 100)
    print(f"one in a thousand: {met} of {DRAWS:,d} drawn, chi-square {square:.2f}")


async def served(seed):
    chance, made, is_bad = Random(seed), [], False
    for number in range(4000):
        thing = chance.randrange(60)
        url = f"{API}/items/{thing}"
        if thing < 6:
            made.append(exchange(url=url, status=404 if thing % 2 else 500))
            continue
        is_bad = chance.random() < (0.75 if is_bad else 0.01)
        response = Response(503, ((b"Retry-After", b"1"),), b"busy")
        made.append(
            exchange(url=url, response=response)
            if is_bad
            else exchange(url=url, answer=b'{"n": %d}' % number)
        )
    good = [one for one in made if int(one.request.target.rsplit("/")[-1]) >= 6]
    seen = [one.response.status == 503 for one in good]
    print(
        f"served: of the source {sum(seen) / len(seen):.2%} fail,"
        f" in bursts of {length(seen):.2f}"
    )
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "items.jsonl")
        jsonl.write(made, file)
        config = Config.model_validate({"replay": {"errors": "learned"}})
        for sessions in (1, 10_000):
            async with open_replay(config, [file]) as engine:
                told = [
                    await asked(engine, 6 + number % 54, number % sessions)
                    for number in range(10_000)
                ]
                caused = [
                    await asked(engine, number % 6, number % sessions)
                    for number in range(600)
                ]
            failed = [status == 503 for status in told]
            always = sum(
                status == (404 if number % 2 else 500)
                for number, status in enumerate(caused)
            )
            shape = f", in bursts of {length(failed):.2f}" if sessions == 1 else ""
            share = sum(failed) / len(failed)
            print(
                f"  {sessions:6,d} sessions: {share:.2%} fail{shape};"
                f" caused answered {always / len(caused):.1%}"
            )


async def asked(engine, thing, session):
    named = (("X-MockForge-Session", f"{session}"),)
    url = f"http://127.0.0.1:8080/items/{thing}"
    return (await engine.answer(request(url=url, headers=named))).response.status


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--endpoints", type=int, default=200)
    given = parser.parse_args()
    rates(given.seed, given.endpoints)
    bursts(given.seed)
    seldom(given.seed)
    asyncio.run(served(given.seed))


if __name__ == "__main__":
    main()
