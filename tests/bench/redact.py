"""What redaction costs: CPU time for each exchange of an ordinary JSON API.

Run: python tests/bench/redact.py
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.recordings.redact import Redactor

EXCHANGES = 2000
ROUNDS = 5


def exchange(number: int) -> Exchange:
    """Return an exchange with 12 header fields each way and 2.7 KB of JSON."""
    items = [
        {
            "id": number * 100 + i,
            "uuid": str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{number}.{i}")),
            "name": f"Widget number {i}",
            "created_at": f"2024-05-01T12:{number % 60:02}:{i:02}Z",
            "author": {"login": f"someone{number}", "url": "https://a.example/users/5"},
            "price": 12.5 + number,
            "description": "a plain thing to sell, shipping included",
        }
        for i in range(10)
    ]
    answer = json.dumps({"items": items, "page": number}).encode()
    asked = json.dumps({"name": f"Widget {number}", "quantity": number}).encode()
    digest = hashlib.sha256(answer).hexdigest()
    common = {"Date": "Mon, 01 May 2024 12:00:00 GMT", "Vary": "Accept", "Via": "1.1 x"}
    request = common | {
        "Host": "api.example.com",
        "User-Agent": "python-requests/2.31.0",
        "Accept": "*/*",
        "Accept-Encoding": "gzip, deflate",
        "Content-Type": "application/json",
        "Content-Length": str(len(asked)),
        "Authorization": "Bearer tok-9f8a7b6c5d4e3f2a1b0c",
        "X-Request-Id": digest[:32],
        "Origin": "https://app.example.com",
    }
    response = common | {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": str(len(answer)),
        "ETag": f'W/"{digest[:32]}"',
        "Cache-Control": "max-age=0, private",
        "X-Request-Id": digest[32:],
        "Strict-Transport-Security": "max-age=31536000",
        "X-RateLimit-Remaining": "4999",
        "X-Frame-Options": "deny",
        "Server": "nginx",
    }
    return Exchange(
        Request(
            "POST",
            "https",
            "api.example.com",
            f"/v1/items/{number}?page={number}&limit=20",
            _fields(request),
            asked,
        ),
        Response(200, _fields(response), answer),
    )


def _fields(fields: dict[str, str]) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((name.encode(), value.encode()) for name, value in fields.items())


def main() -> None:
    """Print the figures."""
    redactor = Redactor(b"a key for a measurement")
    exchanges = [exchange(number) for number in range(EXCHANGES)]
    first = exchanges[0]
    assert first.response is not None
    size = len(first.request.body) + len(first.response.body)
    stored = _each(lambda one: redactor.exchange(one), exchanges)
    asked = _each(
        lambda one: redactor.request(one.request, keep_standins=True), exchanges
    )
    print(f"{size} bytes of bodies: {stored:.0f} us to store, {asked:.0f} us to match")


def _each(work: Callable[[Exchange], object], exchanges: list[Exchange]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for one in exchanges:
            work(one)
        best = min(best, time.process_time() - started)
    return best / len(exchanges) * 1e6


if __name__ == "__main__":
    main()
