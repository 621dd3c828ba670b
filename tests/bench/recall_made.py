"""APIs made by chance, to ask recall about: what each answers depends on its rules.

Each has resources with a few endpoints. Of things that are asked for by id some are
not there; fields that choose have words that are refused; some actions cannot be done
in the state a thing is in; flags and labels may be given or not. That a fiftieth of
the reads and actions is refused, no request tells. Searches ask in sentences.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

from mockforge.exchange import Exchange
from mockforge.http import Request, Response

NOUNS = [
    "order",
    "invoice",
    "ticket",
    "parcel",
    "device",
    "sensor",
    "account",
    "report",
    "recipe",
    "album",
    "track",
    "vessel",
    "contract",
    "shipment",
    "lesson",
    "ward",
    "patient",
    "exhibit",
    "permit",
    "route",
]
WORDS = [
    "open",
    "closed",
    "red",
    "blue",
    "daily",
    "weekly",
    "north",
    "south",
    "draft",
    "final",
    "gold",
    "iron",
]
VERBS = ["cancel", "renew", "approve", "archive", "assign", "export"]
FIELDS = ["state", "kind", "color", "region", "level", "plan", "source", "format"]
FLAGS = [
    "dry_run",
    "notify",
    "force",
    "verbose",
    "async_mode",
    "keep_old",
    "include_tax",
    "trace",
]
ASKS = (
    "how do I {} a {} {}",
    "find the {1} {2} that we {0}",
    "which {2} is {1} and can {0}",
    "{0} every {1} {2} from last week",
    "I need to {0} the {2} for a {1} customer",
)
DOES = [
    "cancel",
    "buy",
    "build",
    "repair",
    "send",
    "watch",
    "teach",
    "count",
    "divide",
    "publish",
    "hide",
    "sign",
]
LIKE = [
    "cheap",
    "large",
    "old",
    "broken",
    "quiet",
    "strange",
    "empty",
    "famous",
    "wet",
    "heavy",
    "green",
    "round",
]
JSON = ((b"Content-Type", b"application/json"),)


class Made:
    """One API."""

    def __init__(self, seed: int) -> None:
        """Make up its rules."""
        self._rng = rng = Random(seed)
        self._host = f"api{seed}.example.com"
        self._resources = rng.sample(NOUNS, 3)
        self._fields = {
            name: {field: rng.sample(WORDS, 4) for field in rng.sample(FIELDS, 3)}
            for name in self._resources
        }
        self._flags = {name: rng.sample(FLAGS, 4) for name in self._resources}
        self._verbs = {name: rng.sample(VERBS, 2) for name in self._resources}
        self._number = 0

    def exchanges(self, count: int) -> list[Exchange]:
        """Return *count* exchanges with it."""
        ways = (self._read, self._list, self._act, self._make, self._search)
        return [
            self._rng.choice(ways)(self._rng.choice(self._resources))
            for _ in range(count)
        ]

    def _name(self) -> str:
        rng = self._rng
        if rng.random() < 0.5:
            return str(rng.randrange(1000, 10**7))
        return str(uuid.UUID(int=rng.getrandbits(128), version=4))

    def _read(self, kind: str) -> Exchange:
        name, rng = self._name(), self._rng
        if rng.random() < 0.02:
            return self._told("GET", f"/{kind}s/{name}", None, 404)
        return self._told("GET", f"/{kind}s/{name}", None, 200, {"id": name})

    def _list(self, kind: str) -> Exchange:
        rng, asked, status = self._rng, {}, 200
        for field, allowed in self._fields[kind].items():
            if rng.random() < 0.6:
                asked[field] = rng.choice(allowed)
        if asked and rng.random() < 0.05:
            asked[rng.choice(list(asked))] = "nonsense"
            status = 400
        asked["customer"] = self._name()
        return self._told("GET", f"/{kind}s?{urlencode(asked)}", None, status, [])

    def _act(self, kind: str) -> Exchange:
        rng, verb = self._rng, self._rng.choice(self._verbs[kind])
        body: dict[str, object] = {"by": self._name(), "reason": "asked"}
        body |= {flag: True for flag in self._flags[kind] if rng.random() < 0.25}
        status = 409 if rng.random() < 0.02 else 200
        path = f"/{kind}s/{self._name()}/{verb}"
        return self._told("POST", path, body, status, {"done": verb})

    def _make(self, kind: str) -> Exchange:
        rng = self._rng
        body: dict[str, object] = {
            field: rng.choice(allowed) for field, allowed in self._fields[kind].items()
        }
        body["amount"] = rng.randrange(10, 9000)
        if rng.random() < 0.3:
            body["labels"] = [{"name": f"l{rng.randrange(10**6)}", "value": "x"}]
        body["lines"] = [
            {f"part{at}": rng.randrange(100) for at in range(12)}
            for _ in range(rng.randrange(1, 4))
        ]
        if rng.random() < 0.05:
            del body[next(iter(body))]
            return self._told("POST", f"/{kind}s", body, 422, {"error": "lacks"})
        return self._told("POST", f"/{kind}s", body, 201, {"id": self._name()})

    def _search(self, kind: str) -> Exchange:
        rng = self._rng
        text = rng.choice(ASKS).format(rng.choice(DOES), rng.choice(LIKE), kind)
        body = {"query": f"{text} in {rng.choice(WORDS)}", "limit": 20}
        return self._told("POST", f"/{kind}s/search", body, 200, {"found": [text]})

    def _told(
        self,
        method: str,
        target: str,
        body: object,
        status: int,
        answer: object = None,
    ) -> Exchange:
        self._number += 1
        sent = b"" if body is None else json.dumps(body).encode()
        told = json.dumps({"error": status} if status >= 400 else answer).encode()
        return Exchange(
            Request(method, "https", self._host, target, JSON if sent else (), sent),
            Response(status, JSON, told),
            started=float(self._number),
            id=self._number,
        )


def apis(count: int) -> Iterator[tuple[str, list[Exchange]]]:
    """Yield *count* APIs, each with what passed between it and its clients."""
    for seed in range(count):
        yield f"made {seed}", Made(seed).exchanges(250)
