"""Made pairs of documents of 64 KB, and how long it takes to blend them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from mockforge.http import Response
from mockforge.learning.fields.node import Node, Room
from mockforge.learning.fields.schema import schema_of
from mockforge.provenance import Source
from mockforge.stages.blend import Candidate, blend
from mockforge.stages.blend.blend import Known

WORDS = [
    "time",
    "order",
    "green",
    "paper",
    "stone",
    "light",
    "river",
    "glass",
    "north",
    "music",
    "salt",
    "wind",
    "coat",
    "brass",
    "lemon",
    "cloud",
    "stream",
    "kettle",
    "tower",
    "amber",
]
Draw = Callable[[Random], Any]


def words(rng: Random, count: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(count))


FIELDS: dict[str, Draw] = {
    "name": lambda rng: words(rng, 3),
    "email": lambda rng: f"{rng.choice(WORDS)}.{rng.choice(WORDS)}@example.com",
    "status": lambda rng: rng.choice(["open", "closed", "sent"]),
    "price": lambda rng: round(rng.uniform(1, 999), 2),
    "rating": lambda rng: round(rng.uniform(1, 5), 1),
    "active": lambda rng: rng.random() < 0.5,
    "created_at": lambda rng: (
        f"2024-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}T08:11:12Z"
    ),
    "stock": lambda rng: rng.randint(0, 500),
    "note": lambda rng: words(rng, 8),
    "address": lambda rng: {
        "street": words(rng, 2),
        "city": rng.choice(WORDS),
        "zip": str(rng.randint(10000, 99999)),
    },
    "tags": lambda rng: [rng.choice(WORDS), rng.choice(WORDS)],
}


def listing(side: int, differ: float) -> Any:
    """Two hundred things, of whose fields a part differs between the sides."""

    def field(number: int, name: str, draw: Draw) -> Any:
        place = f"{number}.{name}"
        is_own = Random(f"{place} differs").random() < differ
        return draw(Random(f"{place} {side if is_own else ''}"))

    items = [
        {
            "id": 1000 + n,
            **{name: field(n, name, draw) for name, draw in FIELDS.items()},
        }
        for n in range(200)
    ]
    return {"items": items, "total": 200, "page": 1}


def small(side: int) -> Any:
    """Six hundred and forty small things."""
    return {
        "items": [
            {
                "id": n,
                "name": f"n{n}{side}",
                "score": n * 1.5 + side,
                "active": bool((n + side) % 2),
                "email": f"u{n}@x.y",
                "nested": {"a": side, "b": "x"},
            }
            for n in range(640)
        ],
        "total": 640,
    }


def wide(side: int) -> Any:
    """One object with 2,700 members."""
    rng = Random(side)
    draws: list[Draw] = [
        lambda rng: words(rng, 4),
        lambda rng: rng.randint(0, 9999),
        lambda rng: round(rng.uniform(0, 99), 3),
        lambda rng: rng.random() < 0.5,
    ]
    return {"id": 1, **{f"field_{n}": draws[n % 4](rng) for n in range(2700)}}


def deep(side: int) -> Any:
    """A conversation: long texts, five levels deep."""
    rng = Random(side)

    def said(number: int) -> Any:
        below = [said(number * 3 + n) for n in range(3)] if number < 41 else []
        return {
            "id": number,
            "title": words(rng, 6),
            "text": words(rng, 120),
            "score": round(rng.random() * 9, 2),
            "replies": below,
        }

    return {"thread": said(1), "by": {"name": words(rng, 2)}}


def track(side: int) -> Any:
    """Three thousand pairs of fractions."""
    rng = Random(side)
    points = [[round(rng.uniform(-90, 90), 6) for _ in "xy"] for _ in range(2900)]
    return {"id": 1, "points": points}


DOCUMENTS: dict[str, Callable[[int], Any]] = {
    "200 objects, all fields differ": lambda side: listing(side, 1.0),
    "200 objects, 3 in 10 differ": lambda side: listing(side, 0.3),
    "640 small objects, most differ": small,
    "one object of 2,700 members": wide,
    "long texts, five levels": deep,
    "2,900 pairs of fractions": track,
}


def answer(value: Any) -> Response:
    body = json.dumps(value, separators=(",", ":")).encode()
    headers = (
        (b"Content-Type", b"application/json"),
        (b"Content-Length", b"%d" % len(body)),
    )
    return Response(200, headers, body, "OK")


def speed(times: int = 100) -> None:
    """Print how long blends take: the least of ten runs, in milliseconds of CPU time.

    `new`: nothing is known of such answers; `known`: four of them were learned from,
    and what is blended is checked against their schema.
    """
    print(f"{'':34}{'KB':>6}{'new':>8}{'known':>8}{'json.loads':>12}")
    for name, make in DOCUMENTS.items():
        pair = [answer(make(side)) for side in (0, 1)]
        candidates = [
            Candidate(source, response, 0.5)
            for source, response in zip(
                (Source.UPSTREAM, Source.RECORDED), pair, strict=True
            )
        ]

        def blended(known: Known, candidates: Any = candidates) -> None:
            blend(candidates, ("bench", 1), known=known)

        def loaded(body: bytes = pair[0].body) -> None:
            json.loads(body)

        node, room = Node(), Room()
        for side in range(4):
            node.add(json.loads(answer(make(side)).body), room)
        learned = Known(node, schema_of(node))
        works = partial(blended, Known()), partial(blended, learned), loaded
        new, known, least_of = (least(each, times) for each in works)
        size = len(pair[0].body) / 1024
        print(f"{name:34}{size:6.0f}{new:8.2f}{known:8.2f}{least_of:12.2f}")


def least(work: Callable[[], None], times: int) -> float:
    work()
    found = []
    for _ in range(10):
        started = time.process_time()
        for _ in range(times // 10):
            work()
        found.append((time.process_time() - started) / (times // 10) * 1000)
    return min(found)
