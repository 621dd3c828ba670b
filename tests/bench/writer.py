"""What a recorded exchange costs: rows a second, CPU and bytes a row, time to load.

python tests/bench/writer.py [--rows 100000] [--url postgresql+psycopg://…]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
import uuid
from hashlib import blake2b
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mockforge.chance import rng
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.store import exchanges
from mockforge.store.database import Database, connect
from mockforge.store.reader import open_reader
from mockforge.store.writer import Row, Writer

WORDS = """
    lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor
    shipping order customer blue large shirt express delivery warehouse note gift
""".split()  # noqa: SIM905
STATUSES = ("created", "paid", "shipped", "delivered")
UNDER_LOAD = 20000
CLIENTS = 16


def sample(rows: int) -> list[Row]:
    """Return GETs of orders: some 2 KB of JSON that differs in every value."""
    draw = rng(1, "bench", "writer")

    def name() -> str:
        return str(uuid.UUID(int=draw.getrandbits(128)))

    found = []
    for number in range(rows):
        items = [
            {
                "id": name(),
                "sku": f"SKU-{draw.randrange(10**6):06d}",
                "name": " ".join(draw.choices(WORDS, k=4)),
                "quantity": draw.randrange(1, 9),
                "unit_price": round(draw.uniform(1, 400), 2),
                "currency": "EUR",
                "tags": draw.choices(WORDS, k=3),
            }
            for _ in range(6)
        ]
        order = {
            "id": name(),
            "object": "order",
            "number": 100000 + number,
            "created_at": f"2025-03-{draw.randrange(1, 29):02d}"
            f"T{draw.randrange(24):02d}:{draw.randrange(60):02d}:07Z",
            "status": draw.choice(STATUSES),
            "customer": {"id": name(), "email": f"{draw.randrange(10**6)}@example.com"},
            "items": items,
            "total": round(draw.uniform(10, 3000), 2),
            "note": " ".join(draw.choices(WORDS, k=45)),
        }
        found.append(_row(number, json.dumps(order).encode(), name(), name()))
    return found


def _row(number: int, body: bytes, asked: str, answered: str) -> Row:
    target = f"/v1/orders/{number * 7919 % 1000003}?expand=items&page={number % 50}"
    second = number // 100
    request = Request(
        "GET",
        "https",
        "api.example.com",
        target,
        (
            (b"Host", b"api.example.com"),
            (b"User-Agent", b"python-httpx/0.28.1"),
            (b"Accept", b"application/json"),
            (b"Accept-Encoding", b"gzip, deflate, br, zstd"),
            (b"Authorization", b"Bearer mf_0123456789abcdef0123456789abcdef"),
            (b"X-Request-Id", asked.encode()),
        ),
        client="127.0.0.1",
    )
    clock = f"{second // 3600 % 24:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
    response = Response(
        200,
        (
            (b"Date", f"Tue, 04 Mar 2025 {clock} GMT".encode()),
            (b"Content-Type", b"application/json; charset=utf-8"),
            (b"Content-Length", str(len(body)).encode()),
            (b"Server", b"nginx/1.25.3"),
            (b"Cache-Control", b"no-store, max-age=0"),
            (b"ETag", b'W/"' + answered.encode() + b'"'),
            (b"Vary", b"Accept-Encoding, Origin"),
            (b"Strict-Transport-Security", b"max-age=31536000; includeSubDomains"),
            (b"X-RateLimit-Remaining", str(5000 - number % 5000).encode()),
            (b"X-Request-Id", asked.encode()),
        ),
        body,
        "OK",
    )
    exchange = Exchange(
        request,
        response,
        session="addr:0123456789abcdef",
        started=1_741_046_400.0 + number / 100,
        first_byte=0.0123,
        elapsed=0.0145,
        endpoint="GET " + request.path,
    )
    return Row(exchange, blake2b(target.encode(), digest_size=16).digest())


async def writing(database: Database, rows: list[Row]) -> None:
    """Write all rows at once and print what one cost."""
    async with Writer(database) as writer:
        wall, cpu = time.perf_counter(), time.process_time()
        for row in rows:
            await writer.room()
            writer.put(row)
        await writer.flush()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    show(f"queued, {len(rows)} rows", wall, cpu, len(rows))


async def serving(rows: list[Row], writer: Writer | None, clients: int) -> float:
    """Do as a busy proxy does, some work and a write a request; return CPU."""
    left = iter(rows)
    server = await asyncio.start_server(_echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    async def one() -> None:
        reader, out = await asyncio.open_connection("127.0.0.1", port)
        for row in left:
            out.write(b"x" * 64)
            await reader.readexactly(64)
            sum(range(8000))
            if writer is not None:
                await writer.write(row)
        out.close()
        await out.wait_closed()

    wall, cpu = time.perf_counter(), time.process_time()
    async with asyncio.TaskGroup() as group:
        for _ in range(clients):
            group.create_task(one())
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    server.close()
    await server.wait_closed()
    what = "with" if writer else "without"
    show(f"{clients} clients {what} writes", wall, cpu, len(rows))
    return cpu


async def _echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(64):
        writer.write(data)
    writer.close()


async def loading(where: str | Path) -> None:
    """Print how long a replay waits for its index, and for an answer."""
    wall = time.perf_counter()
    reader = await open_reader(where)
    index = await reader.index()
    indexed = time.perf_counter() - wall
    asked = rng(1, "bench", "loading").sample(index, min(len(index), 5000))
    wall = time.perf_counter()
    for entry in asked:
        await reader.reply(entry.id, entry.started)
    each = (time.perf_counter() - wall) / len(asked)
    await reader.close()
    print(
        f"load {len(index):>7}: index {indexed:.2f} s, then {each * 1e6:.0f} us a reply"
    )


def show(what: str, wall: float, cpu: float, rows: int) -> None:
    """Print one line of figures."""
    print(f"{what:32} {rows / wall:8.0f} rows/s {cpu / rows * 1e6:7.1f} us CPU a row")


async def main() -> None:
    """Run all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--url", help="of an empty PostgreSQL database")
    options = parser.parse_args()
    rows = sample(options.rows)
    body = sum(map(_length, rows)) / len(rows)
    print(f"{len(rows)} rows, bodies of {body:.0f} bytes on average")
    with tempfile.TemporaryDirectory() as folder:
        for clients in () if options.url else (1, CLIENTS):
            await compared(rows[:UNDER_LOAD], Path(folder) / f"{clients}.db", clients)
        for most in (10_000, options.rows):
            where = options.url or Path(folder) / f"{most}-rows.db"
            async with await connect(where, create=True) as database:
                await exchanges.delete(database, range(1, most + 1))
                await writing(database, rows[:most])
                figures = await exchanges.statistics(database)
                print(f"{figures.stored_bytes / figures.exchanges:.0f} bytes a row")
            await loading(where)


async def compared(rows: list[Row], path: Path, clients: int) -> None:
    """Print what a write adds to a request."""
    idle = await serving(rows, None, clients)
    async with await connect(path, create=True) as database, Writer(database) as writer:
        busy = await serving(rows, writer, clients)
    print(f"  a write costs {(busy - idle) / len(rows) * 1e6:.1f} us CPU")


def _length(row: Row) -> int:
    return len(row.exchange.response.body) if row.exchange.response else 0


if __name__ == "__main__":
    asyncio.run(main())
