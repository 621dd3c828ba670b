"""A client that mints ids and keys of its own, recorded and replayed everywhere."""

import json
from random import Random
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from mockforge.clock import SystemClock
from mockforge.provenance import Tier
from mockforge.server.framing import framed
from tests.sources.correlated.small_server import Server


def served():
    """Return what answers as a new server does."""
    server = Server(7, SystemClock())

    async def respond(asked, channel):
        response = server.answer(asked.request)
        frame = framed(response, asked.request, keep_alive=asked.keep_alive)
        channel.write(frame.head + response.body)
        return await channel.drain() and not frame.closes

    return respond


class User:
    """A client that draws its values from a seed."""

    def __init__(self, client, seed):
        """Ask by *client*."""
        self.client, self.chance = client, Random(seed)

    def uuid(self):
        """Return a new id."""
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    async def ask(self, method, target, body=None, headers=()):
        """Return the answer, its status and what its body holds."""
        sent = b"" if body is None else json.dumps(body).encode()
        fields = [*headers, ("Content-Type", "application/json")]
        got = await self.client.ask(method, target, fields, sent)
        return SimpleNamespace(status=got.status, told=json.loads(got.body), of=got)

    async def things(self):
        """Keep things under ids of one's own; read and list them."""
        lines: list[Any] = []
        ids = [self.uuid() for _ in range(3)]
        for _ in "ab":
            lines.append((await self.ask("GET", "/things/none")).status)
        for number, each in enumerate(ids):
            sent = {"name": number, "ref": self.uuid()}
            kept = await self.ask("PUT", f"/things/{each}", sent)
            lines.append((kept.status, kept.told["id"] == each))
            lines.append(kept.of.header("Location").endswith(f"/things/{each}"))
        for each in (*ids, *reversed(ids)):
            kept = await self.ask("GET", f"/things/{each}")
            lines.append((kept.status, kept.told["id"] == each, kept.told["name"]))
        page = await self.ask("GET", "/list")
        rest = await self.ask("GET", f"/list?cursor={page.told['next']}")
        listed = [*page.told["items"], *rest.told["items"]]
        return [*lines, [each["id"] for each in listed] == ids]

    async def payments(self):
        """Pay twice, and ask for both again."""
        lines = []
        for key in (one := self.uuid(), two := self.uuid(), two, one):
            sent = {"idempotency_key": key, "amount": 5}
            paid = await self.ask("POST", "/pay", sent)
            lines.append((paid.status, paid.told["amount"]))
        return lines

    async def form(self):
        """Send a form with its guard."""
        form = await self.ask("GET", "/form")
        pair = form.of.header("Set-Cookie").partition(";")[0]
        own = {"csrf": form.told["csrf"], "request_id": self.uuid()}
        sent = await self.ask("POST", "/form", own, [("Cookie", pair)])
        return [(sent.status, sent.told["request"] == own["request_id"])]


def script(seed):
    """Return what such a client does."""

    async def run(client):
        user = User(client, seed)
        return [await user.things(), await user.payments(), await user.form()]

    return run


async def test_what_a_client_mints_comes_back_on_every_surface(journey):
    direct, proxied = await journey.record(served, script(1))
    assert proxied == direct

    again, ledger = await journey.replay(script(2))

    assert again == direct
    assert ledger.missed == 0
    assert ledger.answered[Tier.CORRELATED] > ledger.answered[Tier.EXACT]
