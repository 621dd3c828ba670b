"""Ask a mock of the demonstration shop what was not recorded, and compare with it.

    python tests/bench/learning_shop.py [--recording SHOP.db] [--only NAME]
        [--shown 40] [--endpoint TEXT] [--why]

Without --recording, the session of `mockforge demo --seed 5` is recorded first. Then
several clients do what that session does not: other users, products, quantities and
addresses, empty carts, wrong passwords, unknown ids. Each asks a shop that was just
opened, and a replay of the recording with `--on-miss invent`, in this process.

A request counts as right in *status* if both answer with the same one, in *shape* if
the bodies have the same fields of the same types, in *echoes* if what the client had
said before stands in the same places, and in *values* place by place: what the shop
mints is right if it has the same format, is new when it is new there, and is sent back
as it was given; times are right if they are times.
"""

import argparse
import asyncio
import json
import logging
import sys
import tempfile
from collections import Counter
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from running import ROOT

sys.path.insert(0, str(ROOT))
import learning_shoppers as shoppers

from mockforge.bodies.document import leaves, text_of
from mockforge.bodies.messages import told_of
from mockforge.http import Request, Response, without
from mockforge.learning.formats import classify, is_minted, is_time

SEED = 5
HEADS = frozenset(
    ["location", "link", "etag", "x-total-count", "www-authenticate", "allow"]
)


@dataclass
class Turn:
    """One request of a client, with both answers."""

    client: str
    endpoint: str
    sent: set
    real: Response
    mock: Response
    why: dict
    wrong: list = field(default_factory=list)
    values: int = 0
    echoes: int = 0
    echoed: int = 0

    @property
    def is_status_right(self):
        """Whether both have the same status."""
        return self.real.status == self.mock.status

    @property
    def is_shape_right(self):
        """Whether both bodies have the same fields, of the same types."""
        return shape(told_of(self.real)["body"]) == shape(told_of(self.mock)["body"])


def shape(value):
    """Return fields and types; of a list, those of all its items."""
    if isinstance(value, dict):
        return tuple(sorted((name, shape(each)) for name, each in value.items()))
    if isinstance(value, list):
        return ("list", tuple(sorted({repr(shape(each)) for each in value})))
    if isinstance(value, bool) or value is None:
        return type(value).__name__
    return "number" if isinstance(value, int | float) else type(value).__name__


class Judge:
    """Compares the answers of one client, in order."""

    def __init__(self):
        """Know of nothing minted yet."""
        self._names = {}
        self._said = set()

    def look(self, turn):
        """Note which values of *turn* are wrong."""
        self._said |= turn.sent
        if not turn.is_status_right:
            turn.wrong.append(("status", turn.real.status, turn.mock.status))
            return
        mine, theirs = _values(turn.real), _values(turn.mock)
        for place in sorted({*mine, *theirs}, key=str):
            real, mock = mine.get(place), theirs.get(place)
            right = self._is_right(real, mock)
            turn.values += 1
            if text_of(real) in self._said and len(text_of(real)) > 1:
                turn.echoes += 1
                turn.echoed += right
            if not right:
                turn.wrong.append((".".join(map(str, place)), real, mock))

    def _is_right(self, real, mock):
        kind = classify(real) if isinstance(real, str) else None
        if kind is not None and is_time(kind):
            return isinstance(mock, str) and is_time(classify(mock))
        if kind is not None and is_minted(kind):
            known = self._names.setdefault(real, mock)
            is_new = list(self._names.values()).count(mock) == 1
            return known == mock and is_new and classify(mock) is kind
        if isinstance(real, str) and isinstance(mock, str):
            for one, other in self._names.items():
                real = real.replace(one, str(other))
        return (type(real) is type(mock) and real == mock) or _are_numbers(real, mock)


def _are_numbers(real, mock):
    numbers = (int, float)
    if isinstance(real, bool) or isinstance(mock, bool):
        return False
    return isinstance(real, numbers) and isinstance(mock, numbers) and real == mock


def _values(response):
    told = told_of(response)
    found = {
        path: value
        for path, value in leaves(told["body"], ("body",))
        if path[-1] != "expires_in"  # Longer here, so that no token expires.
    }
    found.update(
        (path, value)
        for path, value in leaves(told["header"], ("header",))
        if path[1] in HEADS
    )
    return found


class Real:
    """A client's way to the shop itself."""

    def __init__(self, url):
        """Ask the shop at *url*."""
        self._client = httpx.AsyncClient(base_url=url, trust_env=False)
        self.url = url

    async def ask(self, request):
        """Return the answer to *request*."""
        answer = await self._client.request(
            request.method,
            request.target,
            headers=list(request.headers),
            content=request.body,
        )
        self._client.cookies.clear()
        # The client has undone the coding of the body.
        headers = without(tuple(answer.headers.raw), "Content-Encoding")
        return Response(answer.status_code, headers, answer.content), {}

    async def close(self):
        """Let go of the connection."""
        await self._client.aclose()


class Mock:
    """A client's way to the mock."""

    def __init__(self, engine, origin):
        """Ask *engine* what is meant for *origin*."""
        self._engine = engine
        self.url = str(origin)

    async def ask(self, request):
        """Return the answer to *request*, and where it came from."""
        origin = Request(request.method, *self.url.split("://"), "/").origin
        plan = await self._engine.plan(request, upstream=origin)
        answer = await self._engine.finish(plan)
        told = answer.provenance
        why = {
            "source": told.tier or told.source or "miss",
            "ids": told.exchange_ids,
            "bindings": told.bindings,
            "why": answer.why,
        }
        return answer.response, why

    async def close(self):
        """Do nothing."""


async def record(seed, directory):
    """Return the recording of a demonstration."""
    from mockforge.demo.tour import Tour, show

    outcome = await show(Tour(seed=seed, keep=directory))
    return Path(outcome.recording)


async def compared(recording, script):
    """Return the turns of *script*, asked of the shop and of the mock."""
    from mockforge.app import open_replay
    from mockforge.config import Config
    from mockforge.demo.pace import CountedPace
    from mockforge.demo.serve import Manner, open_shop, serving
    from mockforge.demo.shop import Terms
    from mockforge.demo.weather import NO_STORM

    manner = Manner(SEED, 0.0, NO_STORM, Terms(2000.0), CountedPace(1.76e9))
    config = Config.model_validate({"replay": {"on_miss": "invent"}})
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(serving(open_shop(manner)))
        engine = await stack.enter_async_context(open_replay(config, [recording]))
        origin = min(engine.recorded.origins, key=str)
        real, mock = Real(url), Mock(engine, origin)
        stack.push_async_callback(real.close)
        one = shoppers.Client(real.url, real.ask)
        other = shoppers.Client(mock.url, mock.ask)
        await script(one)
        await script(other)
    judge, turns = Judge(), []
    for mine, theirs in zip(one.asked, other.asked, strict=False):
        real_answer = _rehosted(mine.answer, url, mock.url)
        turn = Turn(
            script.__name__,
            mine.endpoint,
            mine.sent,
            real_answer,
            theirs.answer,
            theirs.why,
        )
        judge.look(turn)
        turns.append(turn)
    return turns


def _rehosted(response, one, other):
    mine, theirs = one.encode(), other.encode()
    headers = tuple((n, v.replace(mine, theirs)) for n, v in response.headers)
    return Response(response.status, headers, response.body.replace(mine, theirs))


def table(turns):
    """Return the agreement by endpoint, as text."""
    rows = {}
    for turn in turns:
        row = rows.setdefault(turn.endpoint, Counter())
        row["n"] += 1
        row["status"] += turn.is_status_right
        row["shape"] += turn.is_status_right and turn.is_shape_right
        row["echoes"] += turn.echoes
        row["echoed"] += turn.echoed
        row["values"] += turn.values
        row["right"] += turn.values - len([w for w in turn.wrong if w[0] != "status"])
        row[f" {turn.why['source']}"] += 1
    lines = []
    for name, row in [*sorted(rows.items()), ("all", sum(rows.values(), Counter()))]:
        by = {key.strip(): count for key, count in row.items() if key[0] == " "}
        lines.append(
            f"{name:38} {row['n']:3} status {row['status']:3} shape {row['shape']:3}"
            f"  echoes {row['echoed']:3}/{row['echoes']:3}"
            f"  values {row['right']:4}/{row['values']:4}  {by}"
        )
    return "\n".join(lines)


async def main():
    """Compare, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--recording", type=Path)
    parser.add_argument("--only", default="", help="the client of this name")
    parser.add_argument("--shown", type=int, default=40)
    parser.add_argument("--endpoint", default="")
    parser.add_argument("--why", action="store_true", help="with the accounts")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as scratch:
        recording = asked.recording or await record(SEED, Path(scratch))
        turns = []
        for script in shoppers.SCRIPTS:
            if asked.only in script.__name__:
                turns += await compared(recording, script)
    print(table(turns))
    shown = 0
    for turn in turns:
        if not turn.wrong or asked.endpoint not in turn.endpoint:
            continue
        shown += 1
        if shown > asked.shown:
            break
        why = turn.why if asked.why else (turn.why["source"], *turn.why["ids"])
        print(f"{turn.client}: {turn.endpoint}, {why}"[:2000])
        for place, real, mock in turn.wrong[:12]:
            print(f"    {place}: {json.dumps(mock)[:70]}, not {json.dumps(real)[:70]}")


if __name__ == "__main__":
    asyncio.run(main())
