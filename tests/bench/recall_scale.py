"""How long recall takes among many exchanges, and how often it finds the nearest."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from random import Random

import numpy as np

from mockforge.endpoint import Endpoint
from mockforge.http import Request
from mockforge.learning.endpoints import EndpointMap
from mockforge.recall.embedder import Hashed
from mockforge.recall.habits import Habits
from mockforge.recall.judging import THRESHOLD
from mockforge.recall.memory import Memory, number_of, read_request
from mockforge.recall.outlines import Outlines
from mockforge.recall.rows import Rows
from mockforge.recall.vectors import joined, packed

_WORDS = (
    "order customer payment invoice user account product cart review ship city country"
    " status label blue red green small large fast slow north south east west paper"
    " glass stone water light night winter summer garden letter number window"
)
WORDS = _WORDS.split()
QUERIES = 400
BATCH = 5_000
ENDPOINTS = [Endpoint("POST", "/v1/items/search"), Endpoint("GET", "/v1/items/{id}")]
JSON = ((b"Content-Type", b"application/json"),)


def asked(rng: Random) -> Request:
    """A search with a filter or two and some words, or a read; all of two endpoints."""
    if rng.random() < 0.2:
        query = "&".join(
            f"{rng.choice(WORDS)}={rng.choice(WORDS)}" for _ in range(rng.randrange(4))
        )
        target = f"/v1/items/{rng.randrange(10**7)}?{query}"
        return Request("GET", "https", "api.example.com", target)
    body = {
        "kind": rng.choice(WORDS),
        "question": " ".join(rng.choices(WORDS, k=7)) + f" {rng.randrange(10**4)}",
        "place": {"city": rng.choice(WORDS), "street": rng.choice(WORDS)},
        "customer": rng.randrange(10**7),
    }
    text = json.dumps(body).encode()
    return Request("POST", "https", "api.example.com", "/v1/items/search", JSON, text)


def requests(count: int, seed: int) -> Iterator[Request]:
    rng = Random(seed)
    for _ in range(count):
        yield asked(rng)


def scale(count: int) -> None:
    """Print what *count* exchanges take."""
    endpoints = EndpointMap.of(ENDPOINTS)
    embedder = Hashed()
    names: dict[tuple[str, str], int] = {}
    groups, parts, waiting = [], [], []
    outlines, shapes, namings = Outlines(), [], []
    started = time.process_time()
    for request in requests(count, 1):
        read, key = read_request(request, endpoints)
        outlines.add(key, read.fields.places)
        shapes.append(number_of(read.fields.places))
        namings.append(number_of(read.fields.standing))
        groups.append(names.setdefault((request.method, key), len(names)))
        waiting.append(read)
        if len(waiting) == BATCH:
            parts.append(packed(asyncio.run(embedder.requests(waiting))))
            waiting = []
    if waiting:
        parts.append(packed(asyncio.run(embedder.requests(waiting))))
    told("vectors made, s of CPU", time.process_time() - started)
    rows = Rows(
        np.arange(1, count + 1),
        np.array(groups, np.int32),
        np.zeros(count, np.int64),
        np.full(count, 200, np.int32),
        np.array(shapes, np.int64),
        np.array(namings, np.int64),
        joined(parts, parts[0].dim),
        list(names),
        Habits(),
        outlines,
    )
    memory = Memory(rows, endpoints, embedder)
    started = time.process_time()
    memory.prepare()
    told("indexed, s of CPU", time.process_time() - started)
    print(f"{'exchanges':36}{count:10}")
    _measure(memory, list(requests(QUERIES, 2)))


def _measure(memory: Memory, queries: list[Request]) -> None:
    taken, best = [], []

    async def ask() -> None:
        await memory.recalled(queries[0], threshold=THRESHOLD)
        for request in queries:
            started = time.thread_time()
            _, near = await memory.recalled(request, threshold=THRESHOLD)
            taken.append(time.thread_time() - started)
            best.append(max((one.score for one in near), default=0.0))

    asyncio.run(ask())
    taken.sort()
    told("a request, p50, ms of CPU", taken[len(taken) // 2] * 1e3)
    told("a request, p95, ms of CPU", taken[int(len(taken) * 0.95)] * 1e3)
    told("finds the nearest", float(np.mean(np.array(best) >= _true(memory, queries))))


def _true(memory: Memory, queries: list[Request]) -> np.ndarray:
    """The likeness of the nearest, all of the endpoint compared."""
    rows = memory.rows
    read = [read_request(each, memory._endpoints) for each in queries]
    vectors = asyncio.run(Hashed().requests([one for one, _ in read]))
    wanted = np.array(
        [
            rows.names.index((q.method, key))
            for q, (_, key) in zip(queries, read, strict=True)
        ]
    )
    best = np.full(len(queries), -1.0)
    for start in range(0, len(rows), BATCH):
        places = np.arange(start, min(len(rows), start + BATCH))
        scores = vectors @ rows.packed.rows(places).T
        scores[rows.groups[places][None, :] != wanted[:, None]] = -1.0
        best = np.maximum(best, scores.max(axis=1))
    return best - 1e-4


def told(what: str, value: float) -> None:
    print(f"{what:36}{value:10.3f}")
