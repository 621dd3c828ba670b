"""Exchanges to replay, made from their number alone, and recordings of them.

In each 200: 80 GETs that differ in the query, 40 without one, 60 POSTs that differ in
the JSON body, 20 failures. Answers are JSON of 0.2 to 20 KB, log-uniform, and each 200
have the same sizes, so that a larger recording differs from a small one in nothing but
its number of exchanges.
"""

import asyncio
import bisect
import json
import math
import random
from dataclasses import dataclass
from pathlib import Path

WORDS = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi
    rho sigma tau upsilon phi chi psi omega café naïve straße 東京 Ærø
""".split()  # noqa: SIM905
SMALLEST, LARGEST, LARGEST_FAILURE = 200, 20_000, 600
SHOWN = {200: "OK", 201: "Created", 404: "Not Found", 500: "Internal Server Error"}
HOST = "api.example.com"
SEED = 20240501


def _records(count=10_000):
    draw = random.Random(SEED)
    for number in range(count):
        yield json.dumps(
            {
                "id": f"rec_{draw.getrandbits(48):012x}",
                "seq": number,
                "name": " ".join(draw.choices(WORDS, k=3)),
                "amount": round(draw.uniform(0.5, 9999), 2),
                "currency": draw.choice(["EUR", "USD", "GBP"]),
                "active": draw.random() < 0.5,
                "tags": draw.choices(WORDS, k=draw.randint(0, 4)),
                "created_at": f"2024-05-{draw.randint(1, 28):02d}T08:00:00Z",
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()


class Pool:
    """Records as one text: a body is a cut of it, which costs nothing to make."""

    text = b""
    starts: tuple[int, ...] = ()

    @classmethod
    def cut(cls, number, size):
        """Return whole records of at most *size* bytes, others for each *number*."""
        if not cls.text:
            parts = list(_records())
            starts, at = [], 0
            for part in parts:
                starts.append(at)
                at += len(part) + 1
            cls.text, cls.starts = b",".join(parts), tuple(starts)
        first = number * 7919 % (len(cls.starts) - 200)
        start = cls.starts[first]
        last = bisect.bisect_right(cls.starts, start + size) - 1
        return cls.text[start : cls.starts[last] - 1] if last > first else b""


@dataclass(frozen=True, slots=True)
class Told:
    """One exchange."""

    method: str
    target: str
    body: bytes
    status: int
    answer: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    """Of the answer."""
    asking: tuple[tuple[bytes, bytes], ...] = ()
    """Header fields of the request, beside Host."""

    @property
    def expected(self):
        """The answer as it must come, byte for byte."""
        lines = b"".join(b"%b: %b\r\n" % pair for pair in self.headers)
        reason = SHOWN[self.status].encode()
        return b"HTTP/1.1 %d %b\r\n%b\r\n%b" % (self.status, reason, lines, self.answer)

    def raw(self, fields=(), *, target=None, body=None):
        """Return the request's bytes, with more header *fields* if given."""
        body = self.body if body is None else body
        pairs = [(b"Host", b"127.0.0.1"), *self.asking, *fields]
        if body:
            pairs.append((b"Content-Length", b"%d" % len(body)))
        lines = b"".join(b"%b: %b\r\n" % pair for pair in pairs)
        line = f"{self.method} {target or self.target} HTTP/1.1\r\n".encode()
        return line + lines + b"\r\n" + body


def exchange(number, turn=0, *, secret=None, owner=0):
    """Return the exchange of this number; *turn* tells apart answers to one request.

    Args:
        number: Anything from 0.
        turn: Which of its answers; all are of one length.
        secret: Header fields that carry a credential, and a password for the body.
        owner: Whose answer it is, told apart as *turn* is.
    """
    method, target, asked, status = _request(number)
    fields, password = secret or ((), "")
    asking = [(b"User-Agent", b"serving-bench/1"), (b"Accept", b"*/*"), *fields]
    body = b""
    if asked is not None:
        if password:
            asked["password"] = password
        asking.append((b"Content-Type", b"application/json"))
        body = json.dumps(asked, separators=(",", ":")).encode()
    answer = _answer(number, status, turn, owner)
    draw = number * 2654435761 + turn * 40503 + owner * 9973
    headers = (
        (b"content-type", b"application/json"),
        (b"cache-control", b"no-store"),
        (b"x-request-id", b"%016x" % (draw % (1 << 64))),
        (b"x-ratelimit-remaining", b"%04d" % (draw % 5000)),
        (b"content-length", b"%d" % len(answer)),
    )
    return Told(method, target, body, status, answer, headers, tuple(asking))


def _request(number):
    kind, at = number % 20, number // 20
    if kind < 8:
        name = ("orders", "customers", "invoices", "products")[kind % 4]
        page = f"page={2 * at + kind // 4 + 1}&per_page=20&sort=created_at"
        return "GET", f"/v1/{name}?{page}", None, 200
    if kind < 12:
        return "GET", f"/v1/orders/ord-{number}", None, 200
    if kind < 16:
        asked = {
            "query": f"{WORDS[number % 20]} {WORDS[at % 20]}",
            "page": number,
            "filters": {"status": "open", "min": number * 7 % 500},
            "sort": ["created_at", "id"],
        }
        return "POST", "/v1/search", asked, 200
    if kind < 18:
        lines = [{"sku": f"S{n}", "qty": n + 1} for n in range(1 + number * 5 % 6)]
        asked = {"reference": f"R-{number:06d}", "currency": "EUR", "lines": lines}
        return "POST", "/v1/orders", asked, 201
    if kind == 18:
        return "GET", f"/v1/orders/missing-{number}", None, 404
    if at % 2:
        return "GET", f"/v1/reports?run={number}&format=json", None, 500
    return "POST", "/v1/payments", {"order": number, "method": "card"}, 500


def _answer(number, status, turn, owner):
    # Ten sizes of each kind in 200, moved a little from kind to kind.
    share = ((number // 20) % 10 + (number % 20 + 0.5) / 20) / 10
    most = LARGEST if status < 400 else LARGEST_FAILURE
    size = round(SMALLEST * (most / SMALLEST) ** share)
    head = b'{"object":"list","n":%08d,"turn":%d,"owner":%03d,"data":['
    head %= (number + 10_000_000, turn, owner + 100)
    cut = Pool.cut(number + 31 * turn + 131 * owner, max(0, size - len(head) - 20))
    left = size - len(head) - len(cut) - len(b'],"pad":""}')
    return head + cut + b'],"pad":"' + b"x" * max(0, left) + b'"}'


def mean_size():
    """Return the bytes of an answer's body, on average."""
    return math.fsum(len(exchange(number).answer) for number in range(200)) / 200


def as_recorded(told, started, *, first_byte=0.01):
    """Return *told* as an exchange that was seen."""
    from mockforge.exchange import Exchange
    from mockforge.http import Request, Response

    request = Request(
        told.method,
        "https",
        HOST,
        told.target,
        ((b"Host", HOST.encode()), *told.asking),
        told.body,
        client="127.0.0.1",
    )
    response = Response(told.status, told.headers, told.answer, SHOWN[told.status])
    return Exchange(
        request,
        response,
        started=1_741_046_400.0 + started,
        first_byte=first_byte,
        elapsed=first_byte + 0.002,
    )


def record(path, exchanges):
    """Write *exchanges* as `mockforge proxy` does, redacted and told apart."""
    asyncio.run(_record(Path(path), exchanges))


async def _record(path, exchanges):
    from mockforge.app import open_proxy
    from mockforge.config import Config

    async with open_proxy(Config(), path) as engine:
        waiting = []
        for each in exchanges:
            waiting.append(engine.observe(each))
            if len(waiting) == 256:
                await asyncio.gather(*waiting)
                waiting.clear()
        await asyncio.gather(*waiting)


def write(path, exchanges):
    """Write *exchanges* that hold no secrets, which is much faster than `record`."""
    asyncio.run(_write(Path(path), exchanges))


async def _write(path, exchanges):
    from mockforge.app import redactor_of
    from mockforge.config import Config
    from mockforge.recordings.matchers import KEY_VERSION, Matcher, MatchOptions
    from mockforge.store.database import connect
    from mockforge.store.writer import Row, Writer

    matcher = Matcher(MatchOptions())
    async with await connect(path, create=True) as database:
        redactor = await redactor_of(database, Config())
        await database.set_meta("key_version", str(KEY_VERSION))
        async with Writer(database) as writer:
            for each in exchanges:
                await writer.room()
                key = matcher.key(redactor.request(each.request))
                writer.put(Row(each, key))
            await writer.flush()
