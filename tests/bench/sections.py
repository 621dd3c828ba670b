"""Sections of serving.py that compare CPU a request: size, state, clients."""

import itertools
import json
import random
import statistics
import time

import traffic
from load import Bare, Served, drive, measured, open_socket, round_and_round

CONNECTIONS = (1, 32)
CLIENTS, KEYS_EACH, ANSWERS = 50, 12, 3
POSTED = "POST with JSON"


class Compared:
    """Works that are measured in turn, several times; the median counts."""

    def __init__(self, asked):
        self._asked = asked
        self._cells: dict[tuple, list] = {}

    def run(self, works):
        """Measure each of *works*: (name, connections) -> (server, work)."""
        for _ in range(self._asked.rounds):
            for name, (server, work) in works.items():
                seconds = self._asked.seconds
                found = measured(server, work, name[-1], seconds=seconds)
                self._cells.setdefault(name, []).append(found)

    def cell(self, *name, column="cpu_us"):
        """Return the median of a column."""
        return statistics.median(each[column] for each in self._cells[name])


def recording(asked, count):
    """Return the path of a recording of *count* exchanges, made at the first call."""
    path = asked.folder / f"{count}.db"
    if not path.exists():
        seen = ((traffic.exchange(number), number) for number in range(count))
        traffic.write(path, itertools.starmap(traffic.as_recorded, seen))
    return path


def works_of(told, **changes):
    """Return what `drive` sends for these exchanges."""
    return [(each.raw(**changes), len(each.expected), 1) for each in told]


def shuffled(items):
    """Return *items* in an order of their own, the same each time."""
    items = list(items)
    random.Random(traffic.SEED).shuffle(items)
    return items


def size(asked):
    """CPU a request by the number of exchanges; wanted: at most 1.05 of the least.

    "limit" is the same ratio for bytes from a dict: what caches cost any server.
    """
    servers, works, cold = {}, {}, []
    try:
        for count in asked.sizes:
            served = Served(recording(asked, count), root=asked.root)
            servers[count] = served, Bare(asked.folder, count)
            cold.append({"exchanges": count, **_first_pass(served, count)})
            numbers = shuffled(range(count))
            told = [traffic.exchange(number) for number in numbers]
            for kind, method in (("GET", "GET"), (POSTED, "POST")):
                chosen = works_of(each for each in told if each.method == method)
                for server, connections in itertools.product((0, 1), CONNECTIONS):
                    name = kind, server, count, connections
                    works[name] = servers[count][server], round_and_round(chosen)
        compared = Compared(asked)
        compared.run(works)
        missed = sum(served.missed() for served, _ in servers.values())
    finally:
        for pair in servers.values():
            for server in pair:
                server.stop()
    if missed:
        raise SystemExit(f"{missed} requests were missed")
    return {"warm": list(_sizes(asked, compared)), "first pass": cold}


def _first_pass(server, count):
    """Ask everything once and compare every byte."""
    numbers = shuffled(range(count))
    work = (
        (each.raw(), len(each.expected), 1) for each in map(traffic.exchange, numbers)
    )
    expected = (traffic.exchange(number).expected for number in numbers)
    found = measured(server, work, 32, expected=expected)
    return {"CPU us": found["cpu_us"], "rate": found["rate"], "byte-exact": count}


def _sizes(asked, compared):
    least = min(asked.sizes)
    for kind, connections, count in itertools.product(
        ("GET", POSTED), CONNECTIONS, asked.sizes
    ):
        ours, limit = (compared.cell(kind, n, count, connections) for n in (0, 1))
        ours_least, limit_least = (
            compared.cell(kind, n, least, connections) for n in (0, 1)
        )
        yield {
            "request": kind,
            "connections": connections,
            "exchanges": count,
            "CPU us": ours,
            "ratio": ours / ours_least,
            "rate": compared.cell(kind, 0, count, connections, column="rate"),
            "client busy": compared.cell(kind, 0, count, connections, column="client"),
            "limit us": limit,
            "limit ratio": limit / limit_least,
        }


def state(asked):
    """Stateless answers against sequences, sessions and secrets; wanted: at most 2.

    All recordings are made by the recorder, redacted. "all" has 50 clients with a
    token or a cookie each, passwords in bodies, and three answers for each request.
    """
    # name: (has credentials, answers, what follows the last)
    shapes = {
        "stateless": (False, 1, "last"),
        "sequences": (False, ANSWERS, "cycle"),
        "sessions": (True, 1, "last"),
        "all, at the last answer": (True, ANSWERS, "last"),
        "all": (True, ANSWERS, "cycle"),
    }
    servers, works = {}, {}
    try:
        for name, (has_secrets, answers, after) in shapes.items():
            path = asked.folder / f"state-{len(servers)}.db"
            turns = _turns(has_secrets, answers)
            seen = zip(itertools.chain(*turns), itertools.count(), strict=False)
            traffic.record(path, itertools.starmap(traffic.as_recorded, seen))
            server = servers[name] = Served(
                path, "--after-last", after, root=asked.root
            )
            for turn in turns:
                expected = iter([each.expected for each in turn])
                drive(server.port, works_of(turn), 1, expected=expected)
            work = works_of(shuffled(turns[0]))
            for connections in CONNECTIONS:
                works[name, connections] = server, round_and_round(work)
        compared = Compared(asked)
        compared.run(works)
        missed = sum(server.missed() for server in servers.values())
    finally:
        for server in servers.values():
            server.stop()
    if missed:
        raise SystemExit(f"{missed} requests were missed")
    return {"state": [_against(compared, "stateless", name) for name in shapes]}


def _turns(has_secrets, answers):
    """Return, for each turn, what all clients ask in it."""
    if not has_secrets:
        every = range(200)
        return [[traffic.exchange(n, turn) for n in every] for turn in range(answers)]
    return [
        [
            traffic.exchange(key % 200, turn, secret=_secret(owner), owner=owner)
            for owner in range(CLIENTS)
            for key in range(owner * 4, owner * 4 + KEYS_EACH)
        ]
        for turn in range(answers)
    ]


def _secret(owner):
    """Return the credential of a client, and its password."""
    draw = random.Random(owner)
    token = "".join(draw.choices("abcdefghijkmnpqrstuvwxyzABCDEFGH23456789", k=40))
    if owner % 2:
        cookie = b"theme=dark; session=" + token.encode()
        return ((b"Cookie", cookie),), f"pw-{token[:14]}"
    return ((b"Authorization", b"Bearer " + token.encode()),), f"pw-{token[:14]}"


def _against(compared, base, name):
    row = {"shape": name}
    for connections in CONNECTIONS:
        used = compared.cell(name, connections)
        row[f"CPU us, {connections}"] = used
        row[f"ratio, {connections}"] = used / compared.cell(base, connections)
    return row


def clients(asked):
    """The same requests as clients send them: what each shape costs beside plain."""
    told = [traffic.exchange(number) for number in range(200)]
    gets = [each for each in told if each.method == "GET"]
    posts = [each for each in told if each.method == "POST"]
    shapes = {
        "GET": iter(round_and_round(works_of(gets))),
        "GET, curl": round_and_round(works_of(gets, fields=CURL)),
        "GET, browser": round_and_round(works_of(gets, fields=BROWSER)),
        "GET, varying headers": _varying(gets),
        "GET, query reordered": round_and_round(
            [
                (each.raw(target=_turned(each.target)), len(each.expected), 1)
                for each in gets
            ]
        ),
        "GET, head in two packets": round_and_round(
            [((raw[:40], raw[40:]), size, 1) for raw, size, _ in works_of(gets)]
        ),
        "GET, pipelined by 4": round_and_round(_pipelined(works_of(gets * 4))),
        "POST": round_and_round(works_of(posts)),
        "POST, varying headers": _varying(posts),
        "POST, two packets": round_and_round(
            [(_parted(raw), size, 1) for raw, size, _ in works_of(posts)]
        ),
        "POST, chunked": round_and_round(
            [(_chunked(each), len(each.expected), 1) for each in posts]
        ),
        "POST, keys reordered": round_and_round(_reordered(posts)),
        "POST, pipelined by 4": round_and_round(_pipelined(works_of(posts * 4))),
    }
    with Served(recording(asked, 200), root=asked.root) as server:
        compared = Compared(asked)
        expected = iter([each.expected for each in told])
        drive(server.port, works_of(told), 1, expected=expected)
        compared.run(
            {(n, c): (server, w) for c in CONNECTIONS for n, w in shapes.items()}
        )
        rows = [_against(compared, name.partition(",")[0], name) for name in shapes]
        rows.append(_fresh(server, gets, asked.seconds, rows[0]["CPU us, 1"]))
        if missed := server.missed():
            raise SystemExit(f"{missed} requests were missed")
    return {"clients": rows}


CURL = ((b"Accept-Encoding", b"gzip"), (b"X-Api-Version", b"2024-05-01"))
BROWSER = (
    (b"sec-ch-ua", b'"Chromium";v="130", "Not?A_Brand";v="99"'),
    (b"sec-ch-ua-mobile", b"?0"),
    (b"sec-ch-ua-platform", b'"Linux"'),
    (b"Upgrade-Insecure-Requests", b"1"),
    (b"Sec-Fetch-Site", b"same-origin"),
    (b"Sec-Fetch-Mode", b"cors"),
    (b"Sec-Fetch-Dest", b"empty"),
    (b"Referer", b"http://127.0.0.1/orders?page=2"),
    (b"Accept-Encoding", b"gzip, deflate, br, zstd"),
    (b"Accept-Language", b"en-US,en;q=0.9,de;q=0.8"),
    (b"Cookie", b"theme=dark; consent=1; _ga=GA1.1.1234.5678; locale=en-US"),
    (b"DNT", b"1"),
    (b"Cache-Control", b"no-cache"),
    (b"Pragma", b"no-cache"),
)


def _varying(told):
    """Yield requests with fields that are never the same."""
    at = [(*each.raw().split(b"\r\n", 1), len(each.expected)) for each in told]
    fields = (
        b"%b\r\ntraceparent: 00-%032x-%016x-01\r\nDate: %d\r\nX-Request-Id: %016x\r\n%b"
    )
    for number, (line, rest, size) in enumerate(itertools.cycle(at)):
        yield fields % (line, number, number, number, number, rest), size, 1


def _turned(target):
    path, mark, query = target.partition("?")
    return path + mark + "&".join(reversed(query.split("&")))


def _parted(raw):
    head, end, body = raw.partition(b"\r\n\r\n")
    return head + end, body


def _pipelined(works):
    """Return *works* four at a time."""
    found = []
    for each in zip(*[iter(works)] * 4, strict=False):
        found.append((b"".join(w[0] for w in each), sum(w[1] for w in each), 4))
    return found


def _chunked(told):
    head, end, body = told.raw().partition(b"\r\n\r\n")
    lines = [x for x in head.split(b"\r\n") if not x.startswith(b"Content-Length")]
    head = b"\r\n".join([*lines, b"Transfer-Encoding: chunked"])
    return head + end + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


def _reordered(told, orders=20):
    """Return requests whose bodies have their keys in other orders, and spaces."""
    draw, found = random.Random(1), []
    for _ in range(orders):
        for each in told:
            pairs = list(json.loads(each.body).items())
            draw.shuffle(pairs)
            body = json.dumps(dict(pairs), indent=draw.choice([None, 1, 2])).encode()
            found.append((each.raw(body=body), len(each.expected), 1))
    return found


def _fresh(server, told, seconds, plain):
    """Return the row of a client that connects anew for each request."""
    asks = round_and_round([(e.raw(), len(e.expected)) for e in told])
    before, count, end = server.cpu(), 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        request, left = next(asks)
        one = open_socket(server.port)
        one.sendall(request)
        while left > 0:
            left -= len(one.recv(262_144))
        one.close()
        count += 1
    used = (server.cpu() - before) / count * 1e6
    return {"shape": "GET, new connection", "CPU us, 1": used, "ratio, 1": used / plain}
