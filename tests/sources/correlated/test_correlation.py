"""Requests with values of their own get what was recorded, with those values."""

import json
from uuid import UUID

import pytest

from mockforge.http import Response
from mockforge.provenance import Tier
from mockforge.sources.shared import Given, SharedTurns
from tests.sources.correlated.living_worlds import (
    THEN,
    Client,
    Fixed,
    Taken,
    replay,
)
from tests.worlds import API, request


def uuid(number):
    """Return a UUID that looks like any other."""
    return str(
        UUID(int=(number * 0x9E3779B97F4A7C15F39CC0605CEDC834) % 2**128, version=4)
    )


OLD, NEW = uuid(1), uuid(2)
ID = ("body", "id")
AT = ("body", "at")


def made():
    """Somebody makes an order under an id of their own, and reads it back."""
    taken = Taken()
    taken.took(
        "POST", "/orders", {"id": OLD, "qty": 2}, {"id": OLD, "qty": 2}, status=201
    )
    taken.took(
        "GET", f"/orders/{OLD}", None, {"id": OLD, "links": [f"/orders/{OLD}/lines"]}
    )
    taken.took("GET", "/orders", None, {"orders": {OLD: {"of": f"order:{OLD}"}}})
    taken.took("DELETE", f"/orders/{OLD}", None, b"", status=204)
    taken.took("GET", f"/orders/{OLD}", None, {"error": f"no order {OLD}"}, status=404)
    return taken.exchanges


async def test_what_the_client_mints_comes_back_here_and_later():
    async with replay(*made(), lesson=Fixed(POST={ID})) as (engine, _):
        client = Client(engine)

        answer = await client.ask("POST", "/orders", {"id": NEW, "qty": 2})

        assert answer.provenance.tier is Tier.CORRELATED
        assert json.loads(answer.response.body) == {"id": NEW, "qty": 2}
        assert await client.json("GET", f"/orders/{NEW}") == (
            200,
            {"id": NEW, "links": [f"/orders/{NEW}/lines"]},
        )
        assert await client.json("GET", "/orders") == (
            200,
            {"orders": {NEW: {"of": f"order:{NEW}"}}},
        )
        assert await client.json("DELETE", f"/orders/{NEW}") == (204, None)
        assert await client.json("GET", f"/orders/{NEW}") == (
            404,
            {"error": f"no order {NEW}"},
        )
        assert engine.ledger.answered == {Tier.CORRELATED: 4, Tier.EXACT: 1}
        assert engine.ledger.missed == 0


async def test_what_differs_elsewhere_is_a_miss_that_says_what_was_tried():
    async with replay(*made(), lesson=Fixed(POST={ID})) as (engine, _):
        status, told = await Client(engine).json(
            "POST", "/orders", {"id": NEW, "qty": 3}
        )

    assert status == 404
    assert told["class"] == "field differs"
    assert told["tried"] == "what its client mints left out"
    assert {"where": "body.$.qty", "recorded": "2", "asked": "3"} in told["differences"]


async def test_an_id_that_nobody_taught_is_a_miss():
    async with replay(*made(), lesson=Fixed(POST={ID})) as (engine, _):
        client = Client(engine)
        await client.ask("POST", "/orders", {"id": NEW, "qty": 2})

        assert (await client.json("GET", f"/orders/{uuid(3)}"))[0] == 404
        assert engine.ledger.missed == 1


async def test_nothing_is_learned_before_something_is_missed():
    asked = []

    class Asking(Fixed):
        def minted(self, request):
            asked.append(request.target)
            return super().minted(request)

    async with replay(*made(), lesson=Asking(POST={ID})) as (engine, _):
        client = Client(engine)
        await client.ask("POST", "/orders", {"id": OLD, "qty": 2})
        await client.ask("GET", f"/orders/{OLD}")
        assert asked == []
        await client.ask("GET", "/nothing")
        assert asked == ["/nothing"]


async def test_a_recorded_value_still_means_itself():
    async with replay(*made(), lesson=Fixed(POST={ID})) as (engine, _):
        client = Client(engine)
        await client.ask("POST", "/orders", {"id": NEW, "qty": 2})

        status, told = await client.json("GET", f"/orders/{OLD}")

        assert (status, told["id"]) == (200, OLD)


async def test_sessions_never_see_each_others_values():
    async with replay(*made(), lesson=Fixed(POST={ID})) as (engine, _):
        clients = [Client(engine, address=f"10.0.1.{n}") for n in range(32)]
        ids = [uuid(100 + n) for n in range(32)]
        for client, own in zip(clients, ids, strict=True):
            assert (await client.json("POST", "/orders", {"id": own, "qty": 2}))[
                0
            ] == 201
        for turn in (0, 2):
            for n in range(32):
                own, other = ids[n], ids[n - 1]
                if turn == 0:
                    told = await clients[n].json("GET", f"/orders/{own}")
                    assert told[1]["id"] == own
                else:
                    told = await clients[n].json("GET", "/orders")
                    assert list(told[1]["orders"]) == [own]
                assert (await clients[n].json("GET", f"/orders/{other}"))[0] == 404


async def test_a_key_sent_again_gets_the_first_answer_again():
    taken = Taken()
    for number in (1, 2):
        taken.took(
            "POST",
            "/pay",
            {"amount": 5},
            {"payment": f"pay_{number}"},
            headers=[("Idempotency-Key", uuid(number))],
        )
    lesson = Fixed(POST={("header", "idempotency-key")})
    options = {"headers": ["Idempotency-Key"]}
    async with replay(*taken.exchanges, lesson=lesson, **options) as (engine, _):
        client = Client(engine)

        async def pay(key):
            sent = {"headers": [("Idempotency-Key", key)]}
            return (await client.json("POST", "/pay", {"amount": 5}, **sent))[1][
                "payment"
            ]

        keys = [uuid(8), uuid(8), uuid(9), uuid(8), uuid(9)]
        assert [await pay(key) for key in keys] == [
            *("pay_1", "pay_1", "pay_2", "pay_1", "pay_2")
        ]


async def test_times_of_the_client_are_left_out_and_come_back():
    taken = Taken()
    for name in ("a", "b"):
        taken.took(
            "POST",
            "/runs",
            {"at": int(taken.now * 1000) + 1500},
            {"run": {"id": name, "at": int(taken.now * 1000) + 1500}},
        )
    async with replay(*taken.exchanges, lesson=Fixed(POST={AT})) as (engine, clock):
        client = Client(engine)
        for name in ("a", "b"):
            at = int(clock.now() * 1000) + 3
            _, told = await client.json("POST", "/runs", {"at": at})
            assert told == {"run": {"id": name, "at": at}}


async def test_two_requests_within_one_second_are_two():
    taken = Taken()
    for name in ("a", "b"):
        taken.took("POST", "/beat", {"at": int(taken.now) + 1}, {"beat": name})
    async with replay(*taken.exchanges, lesson=Fixed(POST={AT})) as (engine, clock):
        client = Client(engine)
        told = [
            (await client.json("POST", "/beat", {"at": int(clock.now())}))[1]["beat"]
            for _ in "ab"
        ]
    assert told == ["a", "b"]


@pytest.mark.parametrize(
    ("ago", "status"), [(3600, 200), (3590, 200), (86400, 404), (0, 404)]
)
async def test_what_asks_for_the_last_hour_does_not_ask_for_the_last_day(ago, status):
    taken = Taken()
    taken.took("POST", "/since", {"at": int(THEN - 3600)}, {"rows": 7})
    async with replay(*taken.exchanges, lesson=Fixed(POST={AT})) as (engine, clock):
        told = await Client(engine).json(
            "POST", "/since", {"at": int(clock.now() - ago)}
        )
    assert told[0] == status


@pytest.mark.parametrize("value", [7, None, True, "", [], {"a": 1}])
async def test_what_is_of_another_kind_is_a_miss(value):
    async with replay(*made(), lesson=Fixed(POST={ID})) as (engine, _):
        assert (await Client(engine).json("POST", "/orders", {"id": value, "qty": 2}))[
            0
        ] == 404


async def test_a_short_value_comes_back_under_its_name_and_nowhere_else():
    taken = Taken()
    taken.took(
        "POST", "/rpc", {"id": 7, "method": "add"}, {"id": 7, "sum": 7, "seen": [7]}
    )
    async with replay(*taken.exchanges, lesson=Fixed(POST={ID})) as (engine, _):
        told = await Client(engine).json("POST", "/rpc", {"id": 12, "method": "add"})
    assert told[1] == {"id": 12, "sum": 7, "seen": [7]}


async def test_a_digest_of_what_was_sent_is_one_of_what_is_sent():
    from hashlib import md5, sha256

    old, new = (json.dumps({"id": each}).encode() for each in (OLD, NEW))
    taken = Taken()
    taken.took(
        "PUT",
        "/files/a",
        {"id": OLD},
        {"sha": sha256(old).hexdigest()},
        fields=[(b"ETag", f'"{md5(old).hexdigest()}"'.encode())],
    )
    async with replay(*taken.exchanges, lesson=Fixed(PUT={ID})) as (engine, _):
        answer = (await Client(engine).ask("PUT", "/files/a", {"id": NEW})).response
    assert json.loads(answer.body) == {"sha": sha256(new).hexdigest()}
    assert answer.header("ETag") == f'"{md5(new).hexdigest()}"'


async def test_the_lane_is_told_which_sessions_are_apart():
    async with replay(*made(), lesson=Fixed(POST={ID})) as (engine, _):
        client = Client(engine)
        before = await client.ask("GET", "/orders")
        await client.ask("POST", "/orders", {"id": NEW, "qty": 2})
        after = await client.ask("GET", "/orders")
        other = await Client(engine, address="10.9.9.9").ask("GET", "/orders")

        assert (before.repeatable, after.repeatable, other.repeatable) == (
            True,
            False,
            True,
        )
        assert len(engine.recorded.correlation.sessions.apart) == 1


async def test_an_exact_answer_is_byte_for_byte_what_was_recorded():
    exchanges = made()
    async with replay(*exchanges, lesson=Fixed(POST={ID})) as (engine, _):
        for one in exchanges[:3]:
            asked = request(
                one.request.method, one.request.url, one.request.body, client="1.1.1.1"
            )
            answer = await engine.answer(asked)
            assert answer.response == one.response
            assert answer.provenance.bindings == ()


async def test_what_a_client_calls_its_request_by_is_echoed():
    taken = Taken()
    taken.took(
        "GET",
        "/blobs",
        None,
        {"request": OLD},
        headers=[("X-Client-Request-Id", OLD)],
        fields=[(b"x-client-request-id", OLD.encode()), (b"x-request-id", b"theirs-1")],
    )
    async with replay(*taken.exchanges) as (engine, _):
        client = Client(engine)
        for own in (NEW, uuid(3)):
            named = [("X-Client-Request-Id", own)]
            answer = await client.ask("GET", "/blobs", headers=named)
            assert answer.response.header("x-client-request-id") == own
            assert json.loads(answer.response.body) == {"request": own}
            assert answer.response.header("x-request-id") == "theirs-1"
            assert (answer.provenance.tier, answer.repeatable) == (Tier.EXACT, False)
        answer = await client.ask("GET", "/blobs")
        assert answer.response == taken.exchanges[0].response


async def test_what_is_minted_takes_its_turns_in_this_process():
    taken = Taken()
    for name in ("a", "b"):
        taken.took("POST", "/beat", {"id": uuid(ord(name))}, {"beat": name})
    async with replay(*taken.exchanges, lesson=Fixed(POST={ID})) as (engine, _):
        shelf = engine.recorded.shelves[0]

        class Knowing:
            async def take(self, pool, session):
                assert shelf.pool(pool.key, None) is not None
                return Given(shelf.turn_here(pool, session), True)

        shelf.turns = SharedTurns(Knowing(), adopts=True)
        client = Client(engine)
        told = [
            (await client.json("POST", "/beat", {"id": uuid(n)}))[1]["beat"]
            for n in (7, 8)
        ]
        await shelf.turns.close()
    assert told == ["a", "b"]


def logged_in():
    """Somebody names their device, logs in with it, and asks for it then."""
    taken = Taken()
    token = {"access_token": "first-credential"}
    auth = {"headers": [("Authorization", "Bearer first-credential")]}
    taken.took("POST", "/login", {"id": OLD}, token)
    told = {"device": OLD}
    taken.took("GET", f"/devices/{OLD}", None, told, **auth, session="auth:1")
    return taken.exchanges


async def test_who_logs_in_is_the_same_client():
    async with replay(*logged_in(), lesson=Fixed(POST={ID})) as (engine, _):
        client = Client(engine)
        await client.ask("POST", "/login", {"id": NEW})
        client.headers = (("Authorization", "Bearer first-credential"),)
        told = await client.json("GET", f"/devices/{NEW}")
    assert told == (200, {"device": NEW})


async def test_of_clients_that_hold_one_credential_none_is_taken_for_another():
    async with replay(*logged_in(), lesson=Fixed(POST={ID})) as (engine, _):
        clients = [Client(engine, address=f"10.2.0.{n}") for n in range(2)]
        for client, own in zip(clients, (NEW, uuid(9)), strict=True):
            await client.ask("POST", "/login", {"id": own})
            client.headers = (("Authorization", "Bearer first-credential"),)
            if own == NEW:
                assert (await client.json("GET", f"/devices/{NEW}"))[0] == 200
        for client in clients:
            for own in (NEW, uuid(9)):
                assert (await client.json("GET", f"/devices/{own}"))[0] == 404
            assert await client.json("GET", f"/devices/{OLD}") == (200, {"device": OLD})


async def test_what_invents_is_asked_and_told_in_recorded_values():
    async with replay(*made(), lesson=Fixed(POST={ID})) as (engine, _):
        client = Client(engine)
        asked = request(url=f"{API}/orders/{NEW}", client=client.address)
        before = await engine.plan(asked)
        assert before.meant is before.asked
        await client.ask("POST", "/orders", {"id": NEW, "qty": 2})

        plan = await engine.plan(asked)

        assert plan.meant.path == f"/orders/{OLD}"
        assert plan.match.asked.path == f"/orders/{OLD}"
        body = json.dumps({"made": OLD}).encode()
        told = engine.recorded.forth(Response(200, (), body), plan.session)
        assert json.loads(told.body) == {"made": NEW}
        other = Response(200, (), body)
        assert engine.recorded.forth(other, "somebody else") is other
