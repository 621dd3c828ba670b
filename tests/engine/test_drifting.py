"""Answers move on, whoever gives them, and everything else stays as it was."""

import gzip
import hashlib
import json
from dataclasses import replace

import pytest

from mockforge.clock import VirtualClock
from mockforge.engine import Accounts
from mockforge.engine import advances as advances_module
from mockforge.engine.drifting import Drifts
from mockforge.engine.plan import Answer, Ending, Plan
from mockforge.provenance import Provenance, Source
from mockforge.store.kept import open_kept
from mockforge.stubs.moving import movings_of
from mockforge.stubs.options import EndpointOptions
from tests.engine.mixing import ORIGIN, weighing
from tests.engine.mixing import told as upstream
from tests.engine.moving import FALLS, ORDER, asked, drifts, quantities, response
from tests.worlds import API, exchange, replaying, request


@pytest.mark.parametrize(
    "source", [Source.RECORDED, Source.SYNTHETIC, Source.LLM, Source.BLEND]
)
async def test_only_what_moved_is_written_anew(source):
    moving = drifts()

    first, second = [await asked(moving, source=source) for _ in range(2)]

    assert first.response == response()
    assert first.provenance.drifted == ()
    assert second.response.body == ORDER.replace(b"100", b"99")
    assert second.response.header("Content-Length") == str(len(ORDER) - 1)
    assert second.provenance.drifted == ("quantity",)
    assert not first.repeatable
    assert not second.repeatable


async def test_decimals_stay_as_they_are_written():
    moving = drifts({"field": "price", "rate": 0.5}, {"field": "big", "rate": 1})

    _, second = [await asked(moving) for _ in range(2)]

    assert second.response.body == ORDER.replace(b"275.00", b"275.50").replace(
        b"67890 }", b"67891 }"
    )


async def test_things_and_sessions_move_each_by_itself():
    moving = drifts()

    assert await quantities(moving, 3) == [100, 99, 98]
    assert await quantities(moving, 2, "/orders/8") == [100, 99]
    assert await quantities(moving, 2, session="t") == [100, 99]
    assert await quantities(moving, 1) == [97]
    assert await quantities(moving, 1, "/orders/7?expand=items") == [96]


@pytest.mark.parametrize(
    ("resource", "targets", "shown"),
    [
        (None, ["/quote?of=A", "/quote?of=A", "/quote?of=B"], [100, 99, 100]),
        (["of"], ["/quote?of=A&t=1", "/quote?of=A&t=2", "/quote?of=B"], [100, 99, 100]),
        ([], ["/quote?of=A", "/quote?of=B"], [100, 99]),
    ],
)
async def test_what_is_one_thing_is_told_by_the_query_or_as_configured(
    resource, targets, shown
):
    moving = drifts(path="/quote", resource=resource)

    assert [(await quantities(moving, 1, each))[0] for each in targets] == shown


async def test_what_is_asked_for_in_a_body_is_another_thing_for_another_body():
    moving = drifts(path="/graphql", method="POST")

    def told(body):
        return quantities(moving, 1, "/graphql", method="POST", body=body)

    assert [await told(b"a"), await told(b"a"), await told(b"b")] == [
        [100],
        [99],
        [100],
    ]

    made = [
        await asked(
            moving,
            response(b'{"id":%d,"quantity":5}' % number),
            "/graphql",
            method="POST",
            body=b"new",
        )
        for number in range(2)
    ]
    assert [json.loads(each.response.body)["quantity"] for each in made] == [5, 5]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (response(status=404), None),
        (response(b""), None),
        (response(b"not json"), "no whole JSON"),
        (response(b"[" * 5000), "no whole JSON"),
        (response(status=206), "no whole JSON"),
        (response(size=10_000), "no whole JSON"),
        (response(ORDER, ("X-Amz-Checksum-Crc32", "abc")), "a signature"),
        (response(ORDER, ("Content-Encoding", "gzip")), "no whole JSON"),
        (response(b'{"quantity": "many"}'), "quantity is not a number: it stays"),
        (response(b'{"quantiti": 1}'), "no field 'quantity'; it has 'quantiti'"),
    ],
)
async def test_what_cannot_move_stays_and_is_said_once(told, why):
    moving = drifts()

    first, second = [await asked(moving, told) for _ in range(2)]

    assert first.response == second.response == told
    assert (why is None) == (first.why == ())
    assert why is None or why in first.why[0]
    assert second.why == ()


async def test_head_tells_what_get_would_send_and_takes_no_step():
    moving = drifts({**FALLS, "rate": -91})
    tagged = response(ORDER, ("ETag", '"x"'))
    assert await quantities(moving, 1) == [100]

    heads = [await asked(moving, tagged, method="HEAD") for _ in range(3)]
    after = await asked(moving, tagged)

    for name in ("Content-Length", "ETag"):
        told = {each.response.header(name) for each in heads}
        assert told == {after.response.header(name)}
    assert json.loads(after.response.body)["quantity"] == 9
    assert after.response.header("Content-Length") == str(len(ORDER) - 2)


async def test_a_head_whose_body_is_not_there_tells_no_length():
    told = response(b"", ("ETag", '"x"'), ("X-Else", "1"))
    head = await asked(drifts(), told, method="HEAD")

    assert head.response.header("Content-Length") is None
    assert head.response.header("ETag") is None
    assert head.response.header("X-Else") == "1"


async def test_a_broken_answer_does_not_move():
    moving = drifts()

    _, second = [await asked(moving, ending=Ending.BROKEN) for _ in range(2)]

    assert second.response == response()


@pytest.mark.parametrize(
    ("method", "target", "source"),
    [
        ("GET", "/orders", Source.RECORDED),
        ("GET", "/orders/7/items", Source.RECORDED),
        ("POST", "/orders/7", Source.RECORDED),
        ("HEAD", "/orders", Source.RECORDED),
        ("GET", "/orders/7", Source.UPSTREAM),
        ("GET", "/orders/7", None),
    ],
)
async def test_other_answers_stay_the_same_object(method, target, source):
    moving = drifts()
    plan = Plan(request(method, f"{API}{target}"), request(), "s", False)
    answer = Answer(response(), Provenance(source), repeatable=True)

    for _ in range(2):
        assert await moving.settled(plan, answer) is answer


async def test_digests_and_tags_are_those_of_what_is_told():
    md5 = hashlib.md5(ORDER).hexdigest()
    told = response(
        ORDER,
        ("ETag", f'W/"{md5}"'),
        ("Content-MD5", "x"),
        ("Digest", "sha-256=x"),
        ("X-Else", "1"),
    )
    moving = drifts()

    first, second, third = [await asked(moving, told) for _ in range(3)]
    tags = [each.response.header("ETag") for each in (first, second, third)]

    assert tags[0] == f'W/"{md5}"'
    assert tags[1] == f'W/"{hashlib.md5(second.response.body).hexdigest()}"'
    assert len({*tags}) == 3
    assert second.response.header("Content-MD5") not in (None, "x")
    assert second.response.header("Digest") is None
    assert second.response.header("X-Else") == "1"


async def test_a_coded_body_stays_coded():
    told = response(gzip.compress(ORDER), ("Content-Encoding", "gzip"))
    moving = drifts()

    _, second = [await asked(moving, told) for _ in range(2)]

    assert gzip.decompress(second.response.body) == ORDER.replace(b"100", b"99")
    length = second.response.header("Content-Length")
    assert length == str(len(second.response.body))


async def test_what_the_session_wrote_is_the_base_from_then_on():
    moving = drifts()
    written = response(ORDER.replace(b"100", b"40"))
    assert await quantities(moving, 3) == [100, 99, 98]

    await asked(moving, written, method="PUT", body=b"{}", source=Source.SYNTHETIC)

    assert json.loads((await asked(moving, written)).response.body)["quantity"] == 40
    assert json.loads((await asked(moving, written)).response.body)["quantity"] == 39


async def test_a_write_that_changed_nothing_of_it_does_not_reset_it():
    moving = drifts()
    assert await quantities(moving, 2) == [100, 99]

    await asked(moving, target="/carts", method="POST", source=Source.SYNTHETIC)

    assert await quantities(moving, 2) == [98, 97]


async def test_it_goes_on_where_it_was_after_a_restart(tmp_path):
    place, clock = tmp_path / "mockforge.state.db", VirtualClock()
    rules = FALLS, {"field": "price", "strategy": "random_walk", "rate": 5}
    told = []
    for _ in range(3):
        async with open_kept(place, clock=clock) as kept:
            moving = drifts(*rules, kept=kept, clock=clock)
            told += [(await asked(moving)).response.body for _ in range(2)]
    alone = drifts(*rules)

    assert told == [(await asked(alone)).response.body for _ in range(6)]
    assert json.loads(told[-1])["quantity"] == 95


async def test_another_config_of_the_endpoint_begins_anew(tmp_path):
    async with open_kept(tmp_path / "mockforge.state.db") as kept:
        assert await quantities(drifts(kept=kept), 2) == [100, 99]
        faster = drifts({**FALLS, "rate": -2}, kept=kept)
        assert await quantities(faster, 2) == [100, 98]
        assert await quantities(drifts(kept=kept), 2) == [100, 99]


async def test_nothing_of_who_asks_or_what_for_is_kept(tmp_path):
    place = tmp_path / "mockforge.state.db"
    moving_rules = {"field": "[*].quantity", "rate": -1}
    body = b'[{"email": "ann@example.com", "quantity": 3}]'
    async with open_kept(place) as kept:
        moving = drifts(moving_rules, path="/orders", kept=kept)
        target = "/orders?api_key=planted-secret"
        for _ in range(2):
            await asked(moving, response(body), target, session="planted-session")

    kept_bytes = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert b"quantity" in kept_bytes
    for planted in (b"planted", b"ann@example.com"):
        assert planted not in kept_bytes


async def test_states_that_are_not_in_memory_are_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr(advances_module, "HELD", 2)
    async with open_kept(tmp_path / "mockforge.state.db") as kept:
        moving = drifts(kept=kept)
        first = [await quantities(moving, 1, f"/orders/{n}") for n in range(6)]
        await kept.flush()
        second = [await quantities(moving, 1, f"/orders/{n}") for n in range(6)]

    assert first == [[100]] * 6
    assert second == [[99]] * 6


async def test_time_is_that_of_the_clock():
    clock = VirtualClock()
    moving = drifts(clock=clock, interval="60s")

    first = await quantities(moving, 3)
    clock.advance(3600)

    assert first == [100] * 3
    assert await quantities(moving, 1) == [40]


async def test_a_rule_may_ask_about_the_request():
    rule = {**FALLS, "condition": "query.live == '1' AND params.id == '7'"}
    moving = drifts(rule)

    assert await quantities(moving, 2) == [100, 100]
    assert await quantities(moving, 1, "/orders/7?live=1") == [99]
    assert await quantities(moving, 2, "/orders/8?live=1") == [100, 100]


async def test_an_answer_is_moved_under_its_condition_alone():
    given = {
        "path": "/orders/:id",
        "responses": [
            {"when": "query.fast == '1'", "drift": {"rules": [{**FALLS, "rate": -10}]}},
            {"drift": {"rules": [FALLS]}},
        ],
    }
    movings = movings_of([EndpointOptions.model_validate(given)])
    assert movings is not None
    moving = Drifts(movings)

    assert await quantities(moving, 2) == [100, 99]
    assert await quantities(moving, 2, "/orders/7?fast=1") == [100, 90]


async def test_a_replay_moves_on_and_says_so():
    engine = await replaying(
        exchange(url=f"{API}/orders/7", answer=ORDER),
        exchange(url=f"{API}/else", answer=ORDER),
    )
    engine.accounts = Accounts()
    engine.drifts = drifts()

    first, second = [await engine.answer(request(url=f"{API}/orders/7")) for _ in "ab"]
    other = await engine.answer(request(url=f"{API}/else"))
    account = engine.account(second.provenance.id)

    assert first.response.body == other.response.body == ORDER
    assert second.response.body == ORDER.replace(b"100", b"99")
    assert "; drifted=1;" in (second.response.header("X-MockForge-Source") or "")
    assert account["drifted"] == ["quantity"]
    assert other.repeatable
    assert other.provenance.id.startswith("r")


async def test_no_more_is_remembered_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr(advances_module, "HELD", 3)
    moving = drifts()
    for number in range(8):
        await asked(moving, target=f"/orders/{number}", session=str(number))
        await asked(moving, method="POST", session=str(number), target="/x")

    assert len(moving.advances._held) == 3
    assert len(moving.advances._writes) == 3


async def test_a_state_that_somebody_spoilt_moves_nothing():
    async with open_kept(None) as kept:
        moving = drifts(kept=kept)
        await asked(moving)
        for entry in await kept.every("drift"):
            await kept.put("drift", entry.key, {"values": {".quantity": 5}})
        moving = drifts(kept=kept)

        answer = await asked(moving)

    assert replace(answer, why=()).response == response()


@pytest.mark.parametrize(
    ("ratio", "real", "sources", "shown"),
    [
        (0.85, {"load": 2.5}, {Source.BLEND}, [10, 11, 12]),
        (0.85, {"name": "x"}, {Source.UPSTREAM, Source.RECORDED}, [10, 11, 12]),
        (1.0, {"load": 2.5}, {Source.UPSTREAM}, [10, 10, 10]),
    ],
)
async def test_what_is_mixed_moves_and_what_the_upstream_alone_says_does_not(
    ratio, real, sources, shown
):
    body = {"id": 7, "load": 1.5, "stock": 10, "name": "y"}
    made = exchange(url=f"{API}/orders/7", answer=json.dumps(body).encode())
    seen = set()
    for seed in range(6):
        engine = await weighing(ratio, made, seed=seed)
        engine.drifts = drifts({"field": "stock", "rate": 1})
        answers = []
        for _ in range(3):
            plan = await engine.plan(request(url=f"{API}/orders/7"), ORIGIN)
            answers.append(await engine.finish(plan, upstream({**body, **real})))
        stocks = [json.loads(each.response.body)["stock"] for each in answers]
        assert stocks == shown
        seen |= {each.provenance.source for each in answers}

    assert seen == sources
