"""A program's session with an API: login, create, follow, page, change, delete."""

import gzip
import json
from itertools import count

from mockforge.http import Response
from mockforge.server.framing import framed

JSON = ("Content-Type", "application/json")


class Orders:
    """An API that keeps orders for whoever logs in."""

    def __init__(self):
        self.ids, self.visits, self.store = count(1), count(1), {}

    async def respond(self, asked, channel):
        request = asked.request
        response = self.answer(request, f"http://{request.header('Host')}")
        frame = framed(response, request, keep_alive=asked.keep_alive)
        channel.write(frame.head + response.body)
        return await channel.drain() and not frame.closes

    def answer(self, request, here):
        if request.path == "/login":
            return self.login(request)
        if not request.header("Authorization"):
            return self.told(401, {"error": "who"}, reason="Unauthorized")
        if request.path != "/orders":
            return self.one(request)
        if request.method == "POST":
            return self.create(request, here)
        return self.listing(here)

    def told(self, status, value, *headers, reason="OK"):
        body = json.dumps(value).encode()
        fields = [(b"Content-Type", b"application/json"), *headers]
        fields.append((b"X-Request-Id", b"r-%d" % next(self.visits)))
        fields.append((b"Content-Length", b"%d" % len(body)))
        return Response(status, tuple(fields), body, reason)

    def login(self, request):
        if json.loads(request.body)["password"] != "correct-horse-battery":
            return self.told(401, {"error": "no"}, reason="Unauthorized")
        token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlLXZhbHVl"
        cookies = [(b"Set-Cookie", b"sid=abc123def456ghi; Path=/; HttpOnly")]
        cookies.append((b"Set-Cookie", b"theme=dark"))
        return self.told(200, {"token": token, "expires_in": 275.0}, *cookies)

    def create(self, request, here):
        number = next(self.ids)
        self.store[number] = json.loads(request.body) | {"id": number}
        where = f"{here}/orders/{number}"
        value = self.store[number] | {"self": where}
        location = (b"Location", where.encode())
        return self.told(201, value, location, reason="Created")

    def listing(self, here):
        found = list(self.store.values())
        body = gzip.compress(json.dumps({"items": found}).encode(), mtime=0)
        link = f'<{here}/orders?page=2>; rel="next"'.encode()
        length = (b"Content-Length", b"%d" % len(body))
        fields = ((b"Link", link), (b"Content-Encoding", b"gzip"), length)
        return Response(200, fields, body)

    def one(self, request):
        number = int(request.path.rpartition("/")[2])
        if number not in self.store:
            return self.told(404, {"error": "gone"}, reason="Not Found")
        if request.method == "DELETE":
            del self.store[number]
            return Response(204, (), b"", "No Content")
        return self.told(200, self.store[number])


class Scoped:
    """A client among several that names its own scope."""

    def __init__(self, client, name):
        self.client, self.scope = client, ("X-MockForge-Session", name)

    async def ask(self, method, target, headers=(), body=b""):
        return await self.client.ask(method, target, [*headers, self.scope], body)


def orders():
    return Orders().respond


async def script(client):
    """Use the API as a program does, each step from what the ones before gave."""
    seen = []

    async def ask(method, target, value=None, *headers):
        body = b"" if value is None else json.dumps(value).encode()
        seen.append(await client.ask(method, target, [*headers, JSON], body))
        return seen[-1]

    await ask("GET", "/orders")
    await ask("POST", "/login", {"user": "alice", "password": "wrong-horse-battery"})
    entered = await ask(
        "POST", "/login", {"user": "alice", "password": "correct-horse-battery"}
    )
    bearer = ("Authorization", f"Bearer {json.loads(entered.body)['token']}")
    for quantity in (1, 2):
        made = await ask("POST", "/orders", {"quantity": quantity}, bearer)
    place = made.header("Location")
    await ask("GET", place, None, bearer)
    await ask("GET", "/orders", None, bearer)
    await ask("DELETE", place, None, bearer)
    await ask("GET", place, None, bearer)
    await ask("GET", "/orders", None, bearer)
    return seen


async def test_the_same_program_gets_the_same_answers(journey):
    direct, proxied = await journey.record(orders, script)
    assert proxied == direct

    replayed, ledger = await journey.replay(script)

    assert replayed == await journey.recorded()
    assert ledger.missed == 0
    assert len(ledger.used) == len(replayed) == 10
    statuses = [each.status for each in replayed]
    assert statuses == [401, 401, 200, 201, 201, 200, 200, 204, 404, 200]


async def test_what_was_secret_is_a_standin_and_still_leads_on(journey):
    _, proxied = await journey.record(orders, script)

    replayed, _ = await journey.replay(script)

    token = json.loads(proxied[2].body)["token"]
    assert token not in str(replayed)
    assert token.encode() not in journey.database.read_bytes()
    assert b"correct-horse" not in journey.database.read_bytes()


async def test_a_second_program_starts_from_the_beginning(journey):
    await journey.record(orders, script)

    async def twice(client):
        return [await script(Scoped(client, name)) for name in ("one", "two")]

    (first, second), ledger = await journey.replay(twice)

    assert first == second == await journey.recorded()
    assert ledger.missed == 0


async def test_a_step_that_was_not_recorded_is_told_alike(journey):
    await journey.record(orders, script)

    async def other(client):
        return await client.ask("PUT", "/orders/7?x=1", [JSON], b'{"quantity": 9}')

    got, ledger = await journey.replay(other)

    assert got.status == 404
    told = json.loads(got.body)
    assert told["class"] == "no path"
    assert told["nearest"]["url"].endswith("/orders/2")
    assert ledger.missed == 1
