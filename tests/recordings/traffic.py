"""Recordings of a small API, made up: orders that are made, asked for and done."""

from dataclasses import replace

from mockforge.chance import rng
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.recordings.matchers import KEY_VERSION, Matcher, MatchOptions
from mockforge.store.database import connect
from mockforge.store.rows import Row
from mockforge.store.writer import Writer

START = 1_700_000_000.0
MATCHER = Matcher(MatchOptions())


def exchange(number, method, target, status, body=b"", **said):
    headers = said.pop("headers", ())
    asked = said.pop("asked", b"")
    fields = ((b"Content-Type", b"application/json"), *said.pop("told", ()))
    usual = {"session": "s", "started": START + number, "first_byte": 0.05}
    return Exchange(
        Request(method, "http", "a.test", target, headers, asked),
        Response(status, fields, body),
        id=number,
        **{**usual, "elapsed": 0.06, **said},
    )


def orders(count, *, seed=1):
    """Return *count* exchanges: orders are made, and asked for until they are done."""
    chance = rng(seed, "orders")
    found: list[Exchange] = []
    while len(found) < count:
        number = len(found) + 1
        order = f"ord_{chance.getrandbits(40):010x}"
        session = f"auth:{chance.randrange(3)}"

        def add(method, target, status, body, session=session):
            latency = chance.lognormvariate(-3, 0.5)
            at = len(found) + 1
            one = exchange(at, method, target, status, body.encode(), session=session)
            found.append(replace(one, first_byte=latency, elapsed=latency * 1.2))

        add("GET", f"/orders?page={number}", 200, '{"items": []}')
        add("POST", "/orders", 201, f'{{"id": "{order}", "status": "open"}}')
        for status in ("open",) * chance.randrange(3) + ("done",):
            add("GET", f"/orders/{order}", 200, f'{{"status": "{status}"}}')
    return found[:count]


async def write(path, exchanges):
    """Add *exchanges* to the database at *path*."""
    async with await connect(path, create=True) as database:
        await database.set_meta("key_version", str(KEY_VERSION))
        async with Writer(database) as out:
            for one in exchanges:
                await out.write(Row(one, MATCHER.key(one.request)))
