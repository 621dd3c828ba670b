import asyncio
import json
import logging

import pytest

from mockforge.chance import rng
from mockforge.llm.ledger import CALLS
from mockforge.llm.options import BudgetOptions, RagOptions, merged
from mockforge.llm.question import Told, Unanswered
from mockforge.llm.templates import every
from tests.llm.provider import Reply

ADA = {"id": 7, "name": "Ada", "tier": "gold"}
BOB = {"id": 8, "name": "Bob", "tier": "silver"}
TEXT = json.dumps(ADA)


async def test_a_question_is_asked_and_its_answer_is_valid(desk):
    desk.provider.replies = [TEXT]
    async with desk.open() as model:
        told = await model.ask(desk.question())

    assert isinstance(told, Told)
    assert (told.value, told.source, told.model) == (ADA, "model", "m")
    assert (told.tokens_in, told.tokens_out, told.repaired) == (100, 20, False)


async def test_the_same_question_is_asked_once_until_its_answer_is_too_old(desk):
    desk.provider.replies = [TEXT, json.dumps(BOB)]
    async with desk.open(when="always", cache_ttl_secs=60) as model:
        assert (await model.ask(desk.question())).source == "model"
        assert (await model.ask(desk.question())).source == "cache"
        assert (await model.ask(desk.question("/customers/8"))).value == BOB
        desk.clock.advance(60)
        assert (await model.ask(desk.question())).source == "model"
    assert len(desk.provider.asked) == 3


async def test_an_answer_outlives_the_program(desk):
    desk.provider.replies = [TEXT]
    async with desk.open(when="always") as model:
        await model.ask(desk.question())
    async with desk.open(when="always") as model:
        assert (await model.ask(desk.question())).source == "cache"
    assert len(desk.provider.asked) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"prompt": "Another"},
        {"context": "Another"},
        {"mode": "hybrid"},
        {"schema": {"type": "object"}},
        {"state": "2"},
        {"written": {"a": 1}},
        {"model": "n"},
        {"temperature": 0.1},
        {"target": "/customers/8"},
        {"target": "/customers/7?a=1"},
        {"body": b'{"a":1}'},
    ],
    ids=lambda change: next(iter(change)),
)
async def test_another_question_is_asked_anew(desk, change):
    desk.provider.replies = [TEXT]
    async with desk.open(when="always") as model:
        await model.ask(desk.question())
        own = {k: v for k, v in change.items() if k in ("model", "temperature")}
        rest = {k: v for k, v in change.items() if k not in own}
        options = merged(desk.rag, RagOptions(**own))
        assert (await model.ask(desk.question(options=options, **rest))).source == (
            "model"
        )


async def test_who_wants_no_cache_has_no_cached_answer(desk):
    desk.provider.replies = [TEXT]
    async with desk.open(when="always", caching=False) as model:
        for _ in range(3):
            assert (await model.ask(desk.question())).source == "model"


async def test_an_endpoint_asks_the_first_time_and_is_varied_afterwards(desk):
    desk.provider.replies = [json.dumps({"items": [ADA, BOB]})]
    async with desk.open(samples=2) as model:
        first = await model.ask(desk.question())
        second = await model.ask(desk.question("/customers/9", rng=rng(0, "x")))
        again = await model.ask(desk.question("/customers/9", rng=rng(0, "y")))

    assert first.value == ADA
    assert second.source == again.source == "template"
    assert second.value == again.value
    assert set(second.value) >= {"id", "name", "tier"}
    assert len(desk.provider.asked) == 1
    told = desk.provider.asked[0].body["response_format"]["json_schema"]["schema"]
    assert told["properties"]["items"]["minItems"] == 2


async def test_two_hundred_cold_requests_make_one_call(desk):
    desk.provider.replies = [TEXT]
    desk.provider.gate = asyncio.Event()
    async with desk.open() as model:
        targets = [f"/customers/{n % 5}" for n in range(200)]
        asking = [
            asyncio.ensure_future(model.ask(desk.question(t, rng=rng(n, "x"))))
            for n, t in enumerate(targets)
        ]
        await desk.provider.came.wait()
        desk.provider.gate.set()
        told = await asyncio.gather(*asking)

    assert len(desk.provider.asked) == 1
    assert [type(one) for one in told] == [Told] * 200
    assert sum(one.source == "model" for one in told) == 1


async def test_one_that_goes_away_does_not_end_the_question_of_others(desk):
    desk.provider.replies = [TEXT]
    desk.provider.gate = asyncio.Event()
    async with desk.open() as model:
        gone = asyncio.ensure_future(model.ask(desk.question()))
        stays = asyncio.ensure_future(model.ask(desk.question()))
        await desk.provider.came.wait()
        gone.cancel()
        desk.provider.gate.set()
        assert (await stays).value == ADA
    assert len(desk.provider.asked) == 1


@pytest.mark.parametrize(
    ("budget", "usage"),
    [({"calls": 2}, (1, 1)), ({"tokens": 240}, (100, 20)), ({"cost": 0.5}, (1, 1))],
)
async def test_a_budget_that_is_reached_stops_calls_and_answers_keep_coming(
    desk, budget, usage, caplog
):
    desk.provider.replies = [TEXT]
    desk.provider.usage = usage
    prices = {"m": {"input": 125_000, "output": 125_000}}
    changes = {"budget": BudgetOptions(**budget), "prices": prices}
    async with desk.open(when="always", **changes) as model:
        told = [await model.ask(desk.question(f"/customers/{n}")) for n in range(6)]
        assert [one.source for one in told] == ["model"] * 2 + ["template"] * 4
        assert "is reached" in caplog.text
        desk.clock.advance(86400)
        assert (await model.ask(desk.question("/customers/9"))).source == "model"
    assert len(desk.provider.asked) == 3


async def test_a_budget_is_shared_by_runs(desk):
    desk.provider.replies = [TEXT]
    for want in ("model", "template"):
        async with desk.open(when="always", budget=BudgetOptions(calls=1)) as model:
            told = await model.ask(desk.question(f"/customers/{want}"))
            assert told.source == want


async def test_each_call_is_in_the_ledger_with_what_it_cost(desk):
    desk.provider.replies = [TEXT]
    prices = {"m": {"input": 10, "output": 100}}
    async with desk.open(when="always", prices=prices) as model:
        told = await model.ask(desk.question())
    calls = [one.value for one in await desk.kept.every(CALLS)]

    assert told.cost == pytest.approx(0.003)
    assert len(calls) == 1
    assert calls[0]["cost"] == pytest.approx(0.003)
    assert calls[0]["endpoint"] == "GET /customers/{id}"
    assert (calls[0]["tokens_in"], calls[0]["tokens_out"]) == (100, 20)


async def test_a_cost_that_is_not_known_is_not_taken_for_nothing(desk):
    desk.provider.replies = [TEXT]
    async with desk.open(when="always") as model:
        told = await model.ask(desk.question())
    assert told.cost is None
    assert [one.value["cost"] for one in await desk.kept.every(CALLS)] == [None]


async def test_a_frozen_model_answers_from_what_is_kept_however_old(desk, caplog):
    desk.provider.replies = [TEXT]
    async with desk.open(when="always", cache_ttl_secs=1) as model:
        await model.ask(desk.question())
    desk.clock.advance(10_000)
    desk.provider.asked.clear()
    async with desk.open(calls="frozen", api_key="") as model:
        assert (await model.ask(desk.question())).source == "cache"
        lacks = await model.ask(desk.question(endpoint="GET /x", prompt="y"))
        assert isinstance(lacks, Unanswered)
        assert "GET /x" in lacks.reason
        assert model.lacking == {"GET /x": 1}
    assert "nothing was kept of a model for GET /x (1 times)" in caplog.text
    assert desk.provider.asked == []


@pytest.mark.parametrize(
    "changes",
    [{"offline": True}, {"calls": "none"}, {"provider": "none"}, {"enabled": False},
     {"when": "never"}, {"calls": "frozen"}],
)  # fmt: skip
async def test_nobody_is_asked_where_nobody_is_to_be(desk, changes):
    desk.provider.replies = [TEXT]
    async with desk.open(**changes) as model:
        told = await model.ask(desk.question())
    assert isinstance(told, Unanswered)
    assert desk.provider.asked == []


async def test_what_is_not_valid_is_asked_again_with_what_is_wrong(desk):
    bad = json.dumps({"id": 7, "name": "Ada", "tier": "platinum"})
    desk.provider.replies = [bad, TEXT]
    async with desk.open() as model:
        told = await model.ask(desk.question())

    assert (told.value, told.repaired) == (ADA, True)
    again = desk.provider.asked[1].body["messages"]
    assert [one["role"] for one in again] == ["system", "user", "assistant", "user"]
    assert again[2]["content"] == bad
    assert "platinum" in again[3]["content"]


async def test_what_cannot_be_mended_is_no_answer_and_no_error(desk):
    desk.provider.replies = ["I am sorry, I cannot do that."]
    async with desk.open() as model:
        told = await model.ask(desk.question())
    assert isinstance(told, Unanswered)
    assert "not valid" in told.reason
    assert len(desk.provider.asked) == 2


async def test_a_model_that_talks_nonsense_is_not_asked_with_every_request(desk):
    desk.provider.replies = ["Hm."]
    async with desk.open() as model:
        for _ in range(20):
            assert isinstance(await model.ask(desk.question()), Unanswered)
        assert len(desk.provider.asked) == 2
        assert (await model.ask(desk.question(endpoint="GET /b"))).reason
        assert len(desk.provider.asked) == 4
        desk.clock.advance(3)
        desk.provider.replies = [TEXT]
        assert isinstance(await model.ask(desk.question()), Told)


async def test_a_list_that_is_short_is_filled_up(desk):
    desk.provider.replies = [json.dumps({"items": [ADA, BOB]})]
    async with desk.open() as model:
        told = await model.ask(desk.question(count=5))
    assert told.value[:2] == [ADA, BOB]
    assert len(told.value) == 5
    assert all(set(one) >= {"id", "name", "tier"} for one in told.value)


async def test_a_failing_provider_gives_way_to_what_it_said_before(desk):
    desk.provider.replies = [TEXT]
    async with desk.open(when="always", cache_ttl_secs=1, max_retries=0) as model:
        await model.ask(desk.question())
        desk.clock.advance(100)
        desk.provider.says = lambda asked: _broken()
        assert (await model.ask(desk.question())).source == "cache"
        assert (await model.ask(desk.question("/customers/8"))).source == "template"


def _broken():
    return Reply(status=500, error="out of order")


async def test_what_waits_for_review_answers_nobody(desk):
    desk.provider.replies = [TEXT]
    async with desk.open(review=True, caching=False) as model:
        assert (await model.ask(desk.question())).source == "model"
        told = await model.ask(desk.question())
        assert isinstance(told, Unanswered)
        (template,) = await every(desk.kept)
        assert f"templates approve {template.key}" in told.reason
        approved = template.to_json() | {"approved": True}
        await desk.kept.put("llm.templates", template.key, approved)
        desk.clock.advance(10)
        assert (await model.ask(desk.question())).source == "template"
    assert len(desk.provider.asked) == 1


async def test_why_nothing_is_answered_is_said_once(desk, caplog):
    desk.provider.says = lambda asked: _broken()
    caplog.set_level(logging.WARNING)
    async with desk.open(max_retries=0) as model:
        for _ in range(3):
            await model.ask(desk.question())
    texts = [one.getMessage() for one in caplog.records]
    assert len(texts) == len(set(texts))


async def test_a_question_that_takes_too_long_is_given_up(desk):
    desk.provider.says = lambda asked: _hanging()
    async with desk.open(timeout_secs=0.02, max_retries=0, deadline_secs=5) as model:
        told = await model.ask(desk.question())
    assert isinstance(told, Unanswered)
    assert "within 0.02 s" in told.reason

    async with desk.open(timeout_secs=50, deadline_secs=0.02) as model:
        told = await model.ask(desk.question("/customers/8"))
    assert "rag.deadline_secs" in told.reason


def _hanging():
    return Reply(hangs=True)
