"""Clients that mint values run again a year later, from what was learned alone."""

import asyncio
import hashlib
import json
from email.utils import parsedate_to_datetime
from random import Random
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from mockforge.learning.bindings import learn_bindings
from mockforge.learning.endpoints import Endpoints
from mockforge.learning.sample import Sample
from mockforge.sources.correlated.learnt import Learnt
from mockforge.sources.correlated.tokens import validity
from tests.sources.correlated.living_worlds import YEAR, replay
from tests.sources.correlated.small_server import Recording, Replaying
from tests.worlds import recording


def lesson_of(exchanges):
    """Return what is learned of *exchanges*."""
    seen = Endpoints()
    for one in exchanges:
        seen.add(one.request, one.response.status)
    endpoints = seen.settle()
    samples = []
    for one in exchanges:
        found = endpoints.located(one.request)
        assert found is not None
        samples.append(Sample.of(one, found.key, found.params))
    return Learnt(
        SimpleNamespace(endpoints=endpoints, bindings=learn_bindings(samples))
    )


class Script:
    """Somebody who uses the server; each run mints other values."""

    def __init__(self, world, seed, address="10.0.0.1"):
        """Ask *world*."""
        self.world, self.chance, self.address = world, Random(seed), address
        self.headers: tuple[tuple[str, str], ...] = ()

    async def ask(self, method, target, body=None, headers=()):
        """Return status, headers and body of the answer."""
        answer = await self.world.ask(
            method, target, body, (*self.headers, *headers), client=self.address
        )
        self.last = answer
        return answer.status, json.loads(answer.body)

    def uuid(self):
        """Return a new id."""
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    async def things(self):
        """Keep things under ids of one's own, and list them page by page."""
        ids = [self.uuid() for _ in range(5)]
        lines: list[Any] = []
        for number, each in enumerate(ids):
            body = {"name": f"n{number}", "trace": self.uuid()}
            status, told = await self.ask("PUT", f"/things/{each}", body)
            tag = hashlib.md5(json.dumps(body).encode()).hexdigest()
            lines.append((status, told["id"] == each, told["trace"] == body["trace"]))
            lines.append(self.last.header("ETag") == f'"{tag}"')
            lines.append(self.last.header("Location") == f"/things/{each}")
        for each in reversed(ids):
            status, told = await self.ask("GET", f"/things/{each}")
            lines.append((status, told["id"] == each, told["name"]))
        listed, cursor = [], None
        while True:
            mark = f"?cursor={cursor}" if cursor else ""
            status, told = await self.ask("GET", f"/list{mark}")
            listed += [each["id"] for each in told["items"]]
            cursor = told["next"]
            lines.append((status, len(told["items"]), cursor is None))
            if cursor is None:
                break
        return [*lines, listed == ids]

    async def payments(self):
        """Pay three times, and once more each, in another order."""
        keys, lines = [self.uuid() for _ in range(3)], []
        paid: dict[str, str] = {}
        for key in (*keys, *reversed(keys)):
            sent = {"idempotency_key": key, "amount": 5}
            status, told = await self.ask("POST", "/pay", sent)
            same = paid.setdefault(key, told["payment"]) == told["payment"]
            lines.append((status, same, told["idempotency_key"] == key))
        return [*lines, len(set(paid.values()))]

    async def login(self):
        """Log in, wait until that has ended, and refresh it."""
        state = self.uuid()
        status, told = await self.ask("POST", "/login", {"state": state})
        lines: list[Any] = [(status, told["state"] == state, self.left(told))]
        for wait in (0, 590, 20):
            self.world.clock.advance(wait)
            self.headers = (("Authorization", f"Bearer {told['access_token']}"),)
            lines.append(await self.ask("GET", "/me"))
            self.headers = ()
        state = self.uuid()
        sent = {"refresh_token": told["refresh_token"], "state": state}
        status, told = await self.ask("POST", "/refresh", sent)
        lines.append((status, told["state"] == state, self.left(told)))
        self.headers = (("Authorization", f"Bearer {told['access_token']}"),)
        lines.append(await self.ask("GET", "/me"))
        self.headers = ()
        return lines

    def left(self, told):
        """Return the tens of seconds that are left."""
        valid = validity(told["access_token"])
        assert valid is not None
        ends = valid.expires, told["expires_at"]
        return [round((each - self.world.clock.now()) / 10) for each in ends]

    async def form(self):
        """Fill in a form with its guard, twice."""
        lines: list[Any] = []
        for _ in "ab":
            status, told = await self.ask("GET", "/form")
            pair, ends, _ = self.last.header("Set-Cookie").split("; ")
            left = parsedate_to_datetime(ends[8:]).timestamp() - self.world.clock.now()
            lines.append((status, pair == f"csrf={told['csrf']}", round(left / 10)))
            sent = {"csrf": told["csrf"], "request_id": self.uuid()}
            status, told = await self.ask("POST", "/form", sent, [("Cookie", pair)])
            lines.append((status, told["request"] == sent["request_id"]))
        return lines

    async def run(self, *names):
        """Return the lines of the parts called *names*."""
        return {name: await getattr(self, name)() for name in names}


PARTS = ("things", "payments", "login", "form")


async def recorded(*names, seed=11):
    """Return what a run says, and what was recorded of it."""
    world = Recording(recording().redactor)
    lines = await Script(world, seed).run(*names)
    return lines, world.exchanges


@pytest.mark.parametrize("name", PARTS)
async def test_a_client_gets_what_it_got_a_year_ago(name):
    lines, exchanges = await recorded(name)
    async with replay(*exchanges, lesson=lesson_of(exchanges)) as (engine, clock):
        again = await Script(Replaying(engine, clock), seed=12).run(name)
    assert again == lines
    assert engine.ledger.missed == 0


async def test_all_of_it_in_one_session():
    lines, exchanges = await recorded(*PARTS)
    async with replay(*exchanges, lesson=lesson_of(exchanges)) as (engine, clock):
        again = await Script(Replaying(engine, clock), seed=12).run(*PARTS)
    assert again == lines


async def test_clients_at_once_get_each_their_own():
    lines, exchanges = await recorded("things", "payments")
    async with replay(*exchanges, lesson=lesson_of(exchanges), later=YEAR) as found:
        world = Replaying(*found)
        told = await asyncio.gather(
            *(
                Script(world, seed=50 + n, address=f"10.1.0.{n}").run(
                    "things", "payments"
                )
                for n in range(8)
            )
        )
    assert told == [lines] * 8
