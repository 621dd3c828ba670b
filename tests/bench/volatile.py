"""Measure how well volatile fields of requests are told from those that stay.

    python tests/bench/volatile.py [--apis 60] [--seed 1]

Makes APIs with a client each: fields that the client makes anew in every request,
values that an answer told and a later request carries on, and look-alikes that are the
same in every run. One to five runs of the client are recorded and learned; what is
called volatile is compared with how each field was made. Half of the names say what
they are, the others are drawn from one list for all.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

import formats_made as formats

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.learning.bindings import learn_bindings
from mockforge.learning.sample import Sample

SHAPES = ("query", "form", "json", "nested", "path")
NEUTRAL = (
    *("ref", "code", "value", "ident", "extra", "field", "x", "label", "tag"),
    *("external_ref", "handle", "item", "key", "mark", "param", "slot"),
)
MADE_NAMES = (
    *("idempotency_key", "nonce", "request_id", "client_ref", "trace_id", "reference"),
    *("correlationId", "txn", "clientToken", "signature"),
)
TIME_NAMES = ("ts", "timestamp", "client_time", "sent_at", "now", "createdAt", "_")
CARRIED_NAMES = ("parent_id", "order_id", "token", "cursor", "csrf", "itemId", "etag")


@dataclass
class Field:
    """A field of the requests to one endpoint, and how its values come about."""

    name: str
    truth: str
    kind: str
    make: object
    source: str = ""
    fixed: list = field(default_factory=list)


@dataclass
class Call:
    """An endpoint, and what its requests hold."""

    number: int
    shape: str
    method: str
    fields: list
    times: int
    echoes: bool

    @property
    def key(self):
        path = f"/v1/area{self.number}"
        return f"{self.method} {path}" + ("/{id}" if self.shape == "path" else "")

    def path_of(self, each):
        if self.shape == "path":
            return ("path", 2)
        part = ("query",) if self.shape == "query" else ("body",)
        inner = ("meta", "inner") if self.shape == "nested" else ()
        return (*part, *inner, each.name)


def natural(kind):
    return kind.replace(" ", "_")


def drawn_field(rng, shape, sources, taken):
    """Draw a field: a third made by the client, a quarter carried, the rest stays."""
    draw = rng.random()
    if draw < 0.34 and not (shape == "path" and draw < 0.2):
        pool = rng.choice((formats.RANDOM, formats.TIMED, formats.TIMES))
        make = rng.choice(pool)
        names = TIME_NAMES if make in formats.TIMES else MADE_NAMES
        one = Field("", "made", make.__name__, make)
    elif draw < 0.58 and sources:
        name, make = rng.choice(sources)
        names, kind = CARRIED_NAMES, f"carried {make.__name__}"
        one = Field("", "carried", kind, make, name)
    elif draw < 0.62 and shape not in ("path", "query"):
        names = ("seq", "sequence", "id", "counter")
        one = Field("", "made", "counter", None)
    elif draw < 0.7:
        names = ("page", "q", "name", "id", "customer_id", "quantity")
        one = Field("", "stays", "selects", None)
        one.fixed = rng.choice(
            ([1, 2, 3], ["red", "blue", "anna"], [17, 4, 99], [formats.uuid4(rng, 0)])
        )
    else:
        kind = rng.choice(list(formats.LOOKALIKES))
        names = (natural(kind),)
        one = Field("", "stays", kind, formats.LOOKALIKES[kind])
    pool = names if rng.random() < 0.5 else NEUTRAL
    one.name = next(
        (name for name in rng.sample(pool, len(pool)) if name not in taken),
        f"f{len(taken)}",
    )
    taken.add(one.name)
    return one


def api(rng, now):
    """Return the calls of one client, and what the answers to its first two tell."""
    sources = [
        (f"s{number}", rng.choice(formats.CARRIED))
        for number in range(rng.randrange(1, 4))
    ]
    calls = []
    for number in range(rng.randrange(2, 5)):
        shape = rng.choice(SHAPES)
        methods = {"query": ["GET"], "path": ["GET", "PUT", "DELETE"]}
        method = rng.choice(methods.get(shape, ["POST", "PUT"]))
        count = 1 if shape == "path" else rng.randrange(1, 5)
        taken = set()
        fields = [drawn_field(rng, shape, sources, taken) for _ in range(count)]
        if shape == "path" and fields[0].truth == "made":
            method = "PUT"
        call = Call(
            number, shape, method, fields, rng.randrange(1, 4), rng.random() < 0.5
        )
        for one in fields:
            if one.truth == "stays" and not one.fixed:
                one.fixed = [one.make(rng, now)]
        calls.append(call)
    return sources, calls


def request(call, values):
    path, body, headers = f"/v1/area{call.number}", b"", []
    if call.shape == "path":
        path += "/" + quote(str(next(iter(values.values()))), safe="")
    elif call.shape == "query":
        path += "?" + urlencode(values)
    elif call.shape == "form":
        body = urlencode(values).encode()
        headers = [(b"Content-Type", b"application/x-www-form-urlencoded")]
    else:
        inner = {"meta": {"inner": values}} if call.shape == "nested" else values
        body = json.dumps(inner).encode()
        headers = [(b"Content-Type", b"application/json")]
    return Request(call.method, "https", "api.test", path, tuple(headers), body)


def exchange(asked, told, session, now, status=200):
    response = Response(
        status,
        ((b"Content-Type", b"application/json"),),
        json.dumps(told).encode(),
    )
    return Exchange(asked, response, session=session, started=now, elapsed=0.05)


def run(rng, sources, calls, session, now, count):
    """Run the client once: what the answers of a login tell, then its calls.

    A counter goes on where the last run left it: one that began again would send the
    same in every run.
    """
    minted = {name: make(rng, now) for name, make in sources}
    login = Request(
        *("POST", "https", "api.test", "/v1/begin"),
        ((b"Content-Type", b"application/json"),),
        b'{"who": "tester"}',
    )
    told = {"data": {f"{name}_id": value for name, value in minted.items()}}
    yield "POST /v1/begin", exchange(login, told, session, now, 201)
    for call in calls:
        for turn in range(call.times):
            now += rng.uniform(0.2, 40)
            count += 1
            values = {}
            for one in call.fields:
                if one.truth == "carried":
                    values[one.name] = minted[one.source]
                elif one.kind == "counter":
                    values[one.name] = count
                elif one.truth == "made":
                    values[one.name] = one.make(rng, now - rng.uniform(0.0, 0.4))
                else:
                    values[one.name] = one.fixed[turn % len(one.fixed)]
            told = {"id": rng.randrange(10**6), "state": "done", "made_at": int(now)}
            stays = [one.name for one in call.fields if one.kind == "selects"]
            told["title"] = f"thing {[values[name] for name in stays]}"
            if call.echoes:
                told["asked"] = values
            status = 201 if call.method == "PUT" and not turn else 200
            asked = request(call, values)
            yield call.key, exchange(asked, told, session, now, status)


def corpus(seed, runs):
    """Return the samples of one API's *runs*, and the truth by place."""
    rng = Random(seed)
    now = 1.7e9 + rng.uniform(0, 5e7)
    sources, calls = api(rng, now)
    samples = []
    for number in range(runs):
        now += rng.uniform(600, 90000)
        before = len(samples)
        for key, made in run(rng, sources, calls, f"s{number}", now, before):
            samples.append(Sample.of(made, key, {}))
    truth = {}
    for call in calls:
        for one in call.fields:
            truth[call.key, call.path_of(one)] = (one.truth, one.kind, one.name)
    return samples, truth


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--apis", type=int, default=60, help="for each number of runs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", action="store_true", help="print what was wrong")
    options = parser.parse_args()
    by_class = defaultdict(Counter)
    by_runs = defaultdict(Counter)
    kinds = Counter()
    took = 0.0
    for runs in range(1, 6):
        for number in range(options.apis):
            samples, truth = corpus(options.seed * 100_000 + runs * 1000 + number, runs)
            began = time.perf_counter()
            found = learn_bindings(samples)
            took += time.perf_counter() - began
            for (key, path), (real, kind, name) in truth.items():
                said = path in found.volatile(key)
                outcome = ("TN", "FP", "FN", "TP")[2 * (real != "stays") + said]
                by_class[real, kind][outcome] += 1
                by_runs[runs][outcome] += 1
                if outcome == "TP":
                    right = path in (
                        found.carried(key)
                        if real == "carried"
                        else found.minted_by_client(key)
                    )
                    kinds["right" if right else "wrong"] += 1
                if options.wrong and outcome in ("FP", "FN"):
                    why = found.fields.get(key, {}).get(path)
                    print(outcome, runs, kind, name, key, why and why.why)
    print(f"{'class':32} {'places':>6} {'right':>6} {'share':>6}")
    for (real, kind), counted in sorted(by_class.items()):
        right = counted["TP"] + counted["TN"]
        total = counted.total()
        print(f"{real + ': ' + kind:32} {total:6} {right:6} {right / total:6.2f}")
    print(f"\n{'runs':>4} {'places':>6} {'precision':>9} {'recall':>6}")
    whole = Counter()
    for runs, counted in sorted(by_runs.items()):
        whole += counted
        print(line(runs, counted))
    print(line("all", whole))
    print(f"made and carried told apart: {kinds['right'] / kinds.total():.3f}")
    print(f"{took:.1f} s to learn {5 * options.apis} recordings")


def line(runs, counted):
    precision = counted["TP"] / max(1, counted["TP"] + counted["FP"])
    recall = counted["TP"] / max(1, counted["TP"] + counted["FN"])
    return f"{runs:>4} {counted.total():6} {precision:9.3f} {recall:6.3f}"


if __name__ == "__main__":
    main()
