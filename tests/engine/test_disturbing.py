"""Failures drawn as often as they came, while everything else is as recorded."""

from collections import Counter
from contextlib import asynccontextmanager
from random import Random

import pytest

from mockforge.app import open_replay
from mockforge.config import Config
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Response
from mockforge.learning.patterns.part import Subject
from mockforge.provenance import Tier
from mockforge.recordings.formats import jsonl
from tests.worlds import API, exchange, request

US = "http://127.0.0.1:8080"
BUSY = Response(503, ((b"Retry-After", b"7"),), b"busy")


def item(number, **more):
    return exchange(url=f"{API}/items/{number}", session=f"addr:{number % 4}", **more)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A recording whose items fail now and then, and where two are not there."""
    chance, made = Random(3), []
    for turn in range(400):
        number = chance.randrange(12)
        if number < 2:
            made.append(item(number, status=404, answer=b'{"error": "no such"}'))
        elif chance.random() < 0.1:
            made.append(item(number, response=BUSY))
        elif chance.random() < 0.04:
            gone = Failure(FailureKind.RESET, "it broke off")
            made.append(item(number, response=None, failure=gone))
        else:
            made.append(item(number, answer=b'{"turn": %d}' % turn))
    made += [exchange(url=f"{API}/calm/{number % 5}") for number in range(20)]
    made.append(item(77, response=BUSY))
    file = tmp_path_factory.mktemp("shop") / "shop.jsonl"
    jsonl.write(made, file)
    return file


@asynccontextmanager
async def replayed(shop, errors, **replay):
    config = Config.model_validate({"replay": {"errors": errors, **replay}})
    async with open_replay(config, [shop]) as engine:
        yield engine


def get(path, session="a"):
    named = (("X-MockForge-Session", session),)
    return request(url=f"{US}{path}", headers=named)


async def statuses(engine, paths, sessions=4):
    told: Counter[int] = Counter()
    for number, path in enumerate(paths):
        answer = await engine.answer(get(path, str(number % sessions)))
        told[answer.response.status] += 1
    return told


GOOD = [f"/items/{2 + number % 10}" for number in range(2000)]


async def test_failures_come_as_often_as_they_came_and_with_their_bytes(shop):
    async with replayed(shop, "learned") as engine:
        told = await statuses(engine, GOOD)
        drawn = engine.ledger.answered[Tier.DRAWN]
        mirror = engine.mirroring.mirrors["shop"]
        chain = mirror.patterns.failures.chain(Subject("GET /items/{id}"), mirror.law)

    assert told[503] / 2000 == pytest.approx(chain.shares["503"], abs=0.02)
    assert told[502] / 2000 == pytest.approx(chain.shares["reset"], abs=0.02)
    assert min(told[502], told[503]) > 0
    assert drawn == told[503] + told[502]


async def test_a_drawn_failure_says_what_it_is(shop):
    async with replayed(shop, "learned") as engine:
        answers = [await engine.answer(get(path)) for path in GOOD[:60]]
    told = next(one for one in answers if one.response.status == 503)

    assert told.response.body == b"busy"
    assert told.response.header("Retry-After") == "7"
    assert told.provenance.tier is Tier.DRAWN
    assert told.provenance.recording == "shop"
    assert "of GET /items/{id} are 503, by what was learned" in told.why[0]
    assert not told.repeatable


async def test_what_is_caused_is_always_answered_so(shop):
    async with replayed(shop, "learned") as engine:
        told = await statuses(engine, ["/items/0", "/items/1"] * 200)
        alone = await statuses(engine, ["/items/77"] * 100)

    assert told == {404: 400}
    assert alone == {503: 100}


async def test_whoever_asks_again_gets_the_answer_whose_turn_it_was(shop):
    async with replayed(shop, "learned") as engine:
        failing = [await engine.answer(get("/items/5")) for _ in range(80)]
    async with replayed(shop, "none") as engine:
        calm = [await engine.answer(get("/items/5")) for _ in range(80)]

    good = [one.provenance.exchange_ids for one in failing if one.response.status < 500]
    assert len(good) < 80
    assert good == [one.provenance.exchange_ids for one in calm][: len(good)]


async def test_none_leaves_out_what_came_and_went(shop):
    async with replayed(shop, "none") as engine:
        assert await statuses(engine, GOOD) == {200: 2000}
        assert await statuses(engine, ["/items/0"] * 3) == {404: 3}


async def test_recorded_is_as_if_nothing_were_learned(shop):
    async with replayed(shop, "recorded") as engine:
        assert engine.faults is None
        assert engine.mirroring is None
        told = await statuses(engine, GOOD)

    assert told[503] > 0


async def test_only_endpoints_that_fail_are_asked_anew_each_time(shop):
    async with replayed(shop, "learned") as engine:
        calm = await engine.answer(get("/calm/3"))
        often = [await engine.answer(get("/items/3")) for _ in range(40)]

    assert calm.repeatable
    assert not any(one.repeatable for one in often)


async def test_the_same_requests_fail_alike_however_sessions_interleave(shop):
    async def run(order):
        told: dict[str, list[int]] = {}
        async with replayed(shop, "learned") as engine:
            for session, path in order:
                answer = await engine.answer(get(path, session))
                told.setdefault(session, []).append(answer.response.status)
        return told

    asked = [(str(session), path) for path in GOOD[:40] for session in range(3)]

    assert await run(asked) == await run(sorted(asked, key=lambda one: one[0]))


async def test_switched_off_nothing_is_drawn(shop):
    async with replayed(shop, "learned") as engine:
        assert engine.mirroring is not None
        engine.mirroring.enabled = False
        assert await statuses(engine, GOOD[:300]) == {200: 300}


async def test_what_is_made_up_fails_as_often(shop):
    async with replayed(shop, "learned", on_miss="invent") as engine:
        new = [f"/items/{900 + number}" for number in range(400)]
        told = await statuses(engine, new)
        never = await statuses(engine, ["/elsewhere/1"] * 50)

    assert told[503] / 400 == pytest.approx(0.1, abs=0.06)
    assert never[503] == 0


async def test_what_nothing_answers_is_missed_and_fails_no_other_way(shop):
    async with replayed(shop, "learned") as engine:
        told = await statuses(engine, ["/items/901"] * 100)

    assert told == {404: 100}
    assert engine.ledger.missed == 100


async def test_who_fails_more_often_than_others_does_so_here(tmp_path):
    chance, made = Random(5), []
    for turn in range(400):
        who = ("X-Persona", "gold" if turn % 2 else "plain")
        is_bad = turn % 2 and chance.random() < 0.4
        more = {"response": BUSY} if is_bad else {}
        url = f"{API}/items/{turn % 7}"
        made.append(exchange(url=url, headers=(who,), **more))
    file = tmp_path / "shop.jsonl"
    jsonl.write(made, file)

    told: dict[str, float] = {}
    async with replayed(file, "learned") as engine:
        for name in ("gold", "plain"):
            named = (("X-Persona", name), ("X-MockForge-Session", name))
            asked = [
                request(url=f"{US}/items/{n % 7}", headers=named) for n in range(300)
            ]
            answers = [await engine.answer(each) for each in asked]
            told[name] = sum(one.response.status == 503 for one in answers) / 300

    assert told["gold"] == pytest.approx(0.4, abs=0.1)
    assert told["plain"] == 0.0
