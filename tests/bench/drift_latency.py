"""Whether latency that is drawn is latency that was seen, by distances to held-out.

    python tests/bench/drift_latency.py [--seed N] [--seeds N] [--only WORD] [--changes]

Each generator makes n answers over ten days, learned in updates of ten to thirty, and
20,000 more over the days after. For each of these one latency is drawn, given its
status, size and hour. The first figure is the Wasserstein-1 distance of what is drawn
to what is held out, over that of what was learned to the same: 1 is what sampling alone
gives. `inside` is the same within groups: of status, of thirds of size, of quarters of
the day. Then the errors of p50, p95 and p99, and the first figure for three others:
values recorded with the same status, and the best normal and log-normal curve for it.
Figures are means over seeds; distances are added up before they are divided.
"""

import argparse
import math
import statistics
from collections import defaultdict
from itertools import pairwise
from random import Random

from mockforge.learning.latency import Latencies
from mockforge.learning.patterns.law import Law
from mockforge.learning.patterns.observation import Observation
from mockforge.learning.patterns.part import Subject

DAYS = 10
HELD_OUT = 20_000
START = 1_760_000_000 - 1_760_000_000 % 86_400
ENDPOINT = "GET /orders/{id}"
SUBJECT = Subject(ENDPOINT)
LAW = Law()


def lognormal(chance, _):
    return 200, chance.lognormvariate(-3.0, 0.6), 1000


def bimodal(chance, _):
    if chance.random() < 0.7:
        return 200, chance.lognormvariate(-6.2, 0.25), 1000
    return 200, chance.lognormvariate(-2.0, 0.35), 1000


def pareto(chance, _):
    return 200, 0.01 * chance.paretovariate(1.5), 1000


def by_status(chance, _):
    status = chance.choices((200, 404, 500, 503), (80, 12, 5, 3))[0]
    level = {200: -3.0, 404: -5.0, 500: 0.0, 503: -1.0}[status]
    return status, chance.lognormvariate(level, 0.4), 1000


def by_size(chance, _):
    size = int(chance.lognormvariate(9.0, 1.5))
    return 200, (0.01 + size / 1e6) * chance.lognormvariate(0.0, 0.3), size


def by_hour(chance, hour):
    level = -2.0 if 9 <= hour < 18 else -3.0
    return 200, chance.lognormvariate(level, 0.5), 1000


def mixture(chance, _):
    pick = chance.random()
    if pick < 0.5:
        return 200, chance.gauss(0.02, 0.002), 1000
    if pick < 0.9:
        return 200, chance.uniform(0.05, 0.15), 1000
    return 200, 0.5 + chance.expovariate(2.0), 1000


def quantised(chance, _):
    return 200, round(chance.gammavariate(2.0, 3.0) + 1) / 1000, 1000


def constant(chance, _):
    return 200, 0.25, 1000


def outliers(chance, _):
    if chance.random() < 0.01:
        return 200, chance.uniform(5.0, 60.0), 1000
    return 200, chance.lognormvariate(-4.0, 0.2), 1000


def sine(chance, hour):
    level = -3.0 + 0.6 * math.sin(hour / 24 * 2 * math.pi)
    return 200, chance.lognormvariate(level, 0.4), 1000


def few_sizes(chance, _):
    size = chance.choice((120, 5_000, 250_000))
    mean = {120: 0.01, 5_000: 0.012, 250_000: 0.3}[size]
    return 200, chance.gammavariate(4.0, mean / 4), size


def idle_size(chance, _):
    return 200, chance.lognormvariate(-3.0, 1.2), int(chance.lognormvariate(7, 2))


def both(chance, hour):
    size = int(chance.lognormvariate(9.0, 1.0))
    level = 0.8 if hour >= 20 or hour < 4 else 0.0
    return 200, (0.02 + size / 1e6) * chance.lognormvariate(level, 0.3), size


GENERATORS = {
    "log-normal": lognormal,
    "cache hit and miss": bimodal,
    "Pareto 1.5": pareto,
    "by status": by_status,
    "by size": by_size,
    "by hour": by_hour,
    "three humps": mixture,
    "whole milliseconds": quantised,
    "constant": constant,
    "outliers": outliers,
    "sine of the day": sine,
    "three sizes": few_sizes,
    "size without effect": idle_size,
    "size and hour": both,
}
"""The first six are those that were asked for."""


def observe(generator, chance, count, *, first, id_from):
    times = sorted(chance.uniform(first, first + DAYS * 86_400) for _ in range(count))
    seen = []
    for number, time in enumerate(times):
        status, taken, size = generator(chance, time % 86_400 / 3600)
        taken = max(taken, 0.0)
        seen.append(
            Observation(
                id_from + number, ENDPOINT, status, None, "s", None, time,
                taken, taken * 1.1, size, b"",
            )
        )  # fmt: skip
    return seen


def learn(seen, chance):
    latencies = Latencies()
    at = 0
    while at < len(seen):
        step = chance.randint(10, 30)
        latencies.update(SUBJECT, seen[at : at + step], LAW)
        at += step
    return latencies


def distance(some, others):
    """Wasserstein-1: the area between the two distribution functions."""
    some, others = sorted(some), sorted(others)
    steps = sorted(
        [(x, 1 / len(some)) for x in some] + [(x, -1 / len(others)) for x in others]
    )
    area = apart = 0.0
    for (x, step), (after, _) in pairwise(steps):
        apart += step
        area += abs(apart) * (after - x)
    return area


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def others(train, held, chance):
    """What three simpler ways draw, by status where there is any of it."""
    by = defaultdict(list)
    for each in train:
        by[each.status].append(each.first_byte)
    every = [each.first_byte for each in train]
    drawn = defaultdict(list)
    fits = {}
    for status in {each.status for each in held}:
        values = by.get(status) or every
        logs = [math.log(max(value, 1e-6)) for value in values]
        fits[status] = (
            values,
            statistics.fmean(values), statistics.pstdev(values),
            statistics.fmean(logs), statistics.pstdev(logs),
        )  # fmt: skip
    for each in held:
        values, mean, spread, log_mean, log_spread = fits[each.status]
        drawn["replay"].append(chance.choice(values))
        drawn["normal"].append(max(chance.gauss(mean, spread), 0.0))
        drawn["log-normal"].append(chance.lognormvariate(log_mean, log_spread))
    return drawn


def groups_of(name):
    if name == "by status":
        return lambda each, _: each.status
    if "hour" in name or "day" in name:
        return lambda each, _: int(each.started % 86_400 // 21_600)
    return lambda each, sizes: sum(each.size > size for size in sizes)


def inside(name, train, held, drawn):
    """The distance within groups and its floor, each weighed by its held-out share."""
    sizes = [quantile([each.size for each in held], share) for share in (1 / 3, 2 / 3)]
    group = groups_of(name)
    ours, floor = 0.0, 0.0
    wanted, given, known = defaultdict(list), defaultdict(list), defaultdict(list)
    for each, value in zip(held, drawn, strict=True):
        wanted[group(each, sizes)].append(each.first_byte)
        given[group(each, sizes)].append(value)
    for each in train:
        known[group(each, sizes)].append(each.first_byte)
    for key, values in wanted.items():
        if len(known[key]) < 3:
            continue
        share = len(values) / len(held)
        ours += share * distance(given[key], values)
        floor += share * distance(known[key], values)
    return ours, floor


def run(name, count, seed):
    generator = GENERATORS[name]
    chance = Random(f"{name} {count} {seed}")
    train = observe(generator, chance, count, first=START, id_from=1)
    held = observe(
        generator, chance, HELD_OUT, first=START + DAYS * 86_400, id_from=count + 1
    )
    latencies = learn(train, chance)
    even = [(number + 0.5) / HELD_OUT for number in range(HELD_OUT)]
    chance.shuffle(even)
    drawn = []
    for each, u in zip(held, even, strict=True):
        hour = each.started % 86_400 / 3600
        drawn.append(
            latencies.draw(SUBJECT, each.status, u, size=each.size, hour=hour, law=LAW)
        )
    none = sum(value is None for value in drawn)
    drawn = [0.0 if value is None else value for value in drawn]
    wanted = [each.first_byte for each in held]
    known = [each.first_byte for each in train]
    found = {
        "ours": distance(drawn, wanted),
        "floor": distance(known, wanted),
        "none": none,
    }
    found["inside"], found["inside floor"] = inside(name, train, held, drawn)
    for share in (0.5, 0.95, 0.99):
        right = quantile(wanted, share)
        found[f"p{share}"] = abs(quantile(drawn, share) / right - 1) if right else 0.0
        found[f"train p{share}"] = (
            abs(quantile(known, share) / right - 1) if right else 0.0
        )
    for other, values in others(train, held, chance).items():
        found[other] = distance(values, wanted)
    return found


def ratio(some, floor):
    if floor < 1e-9:
        return "0/0" if some < 1e-9 else "inf"
    return f"{some / floor:.2f}"


def table(names, seeds):
    print(
        "| generator | n | drawn | inside | p50 | p95 | p99"
        " | replay | normal | log-normal |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name in names:
        for count in (50, 200, 2000):
            runs = [run(name, count, seed) for seed in seeds]
            total = {key: sum(each[key] for each in runs) for key in runs[0]}
            cells = [ratio(total["ours"], total["floor"])]
            cells.append(ratio(total["inside"], total["inside floor"]))
            cells += [
                f"{100 * total[f'p{p}'] / len(runs):.0f} %" for p in (0.5, 0.95, 0.99)
            ]
            for other in ("replay", "normal", "log-normal"):
                cells.append(ratio(total[other], total["floor"]))
            print(f"| {name} | {count} | " + " | ".join(cells) + " |", flush=True)


def even(latencies, hour=None):
    return [
        latencies.draw(SUBJECT, 200, (n + 0.5) / 400, size=1000, hour=hour, law=LAW)
        for n in range(400)
    ]


def at_once(generator, chance, count, factor, *, first, id_from):
    """Answers a minute apart, *factor* times as slow."""
    return [
        Observation(
            id_from + n, ENDPOINT, 200, None, "s", None, first + 60 * n,
            factor * generator(chance, 12.0)[1], 0.0, 1000, b"",
        )
        for n in range(count)
    ]  # fmt: skip


def alarms(name, seeds, count=4000):
    """How often an update of what does not change begins a change."""
    begun = updates = 0
    for seed in seeds:
        chance = Random(f"alarms {name} {seed}")
        seen = at_once(GENERATORS[name], chance, count, 1.0, first=START, id_from=1)
        latencies = Latencies()
        changing = False
        for at in range(0, count, 10):
            latencies.update(SUBJECT, seen[at : at + 10], LAW)
            (told,) = latencies.shown(LAW)
            begun += told.changing > 0 and not changing
            changing = told.changing > 0
            updates += 1
    return begun / updates


def followed(name, factor, seed, *, before=500, back=None):
    """How far the way is gone after each update of ten that are *factor* as slow.

    It is told by distances of logarithms: 0 is as before, 1 as it is now. After *back*
    updates they are as before again.
    """
    generator = GENERATORS[name]
    chance = Random(f"followed {name} {factor} {seed}")
    latencies = Latencies()
    old = at_once(generator, chance, before, 1.0, first=START, id_from=1)
    for at in range(0, before, 10):
        latencies.update(SUBJECT, old[at : at + 10], LAW)
    right = at_once(generator, chance, 4000, factor, first=START, id_from=1)
    is_new = [math.log(each.first_byte) for each in right]
    whole = math.log(factor)
    way = []
    first = START + 60 * before
    for update in range(22):
        slow = factor if back is None or update < back else 1.0
        seen = at_once(
            generator, chance, 10, slow, first=first, id_from=9000 + 10 * update
        )
        first += 600
        latencies.update(SUBJECT, seen, LAW)
        drawn = [math.log(value) for value in even(latencies)]
        way.append(1 - distance(drawn, is_new) / whole)
    return way


def changes(seeds):
    print(
        "| generator | alarms an update | factor | way after 1, 3, 6, 11, 15 updates"
        " | of those after 4 and 1, 3, 6, 11, 15 back |"
    )
    print("|---|---|---|---|---|")
    for name in (
        "log-normal",
        "cache hit and miss",
        "Pareto 1.5",
        "three humps",
        "outliers",
    ):
        rate = alarms(name, seeds)
        for factor in (1.5, 3.0, 10.0):
            cells = []
            for back, shift in ((None, 0), (4, 4)):
                ways = [followed(name, factor, seed, back=back) for seed in seeds]
                mean = [statistics.fmean(way[n] for way in ways) for n in range(22)]
                cells.append(
                    ", ".join(
                        f"{100 * mean[n - 1 + shift]:.0f}" for n in (1, 3, 6, 11, 15)
                    )
                )
            print(
                f"| {name} | {100 * rate:.2f} % | {factor} | {cells[0]} | {cells[1]} |",
                flush=True,
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--changes", action="store_true")
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + asked.seeds)
    if asked.changes:
        changes(seeds)
        return
    names = [name for name in GENERATORS if asked.only in name]
    table(names, seeds)


if __name__ == "__main__":
    main()
