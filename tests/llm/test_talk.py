import json

import pytest

from mockforge.chance import rng
from mockforge.clock import VirtualClock
from mockforge.llm.addresses import address
from mockforge.llm.expected import Expected
from mockforge.llm.ledger import CALLS, Ledger
from mockforge.llm.line import Line
from mockforge.llm.options import BudgetOptions, RagOptions
from mockforge.llm.question import Question
from mockforge.llm.talk import Means, talked
from mockforge.store.kept import new_kept

SCHEMA = {"type": "object", "properties": {"id": {"type": "integer"}},
          "required": ["id"]}  # fmt: skip


@pytest.fixture
async def talk(provider):
    """Returns what came of a question, and the calls it took."""
    clock = VirtualClock()
    kept = new_kept(None, clock=clock)
    lines = []

    async def talk(*replies, **changes):
        provider.replies = [*replies]
        options = RagOptions(
            provider="openai-compatible", model="m", api_endpoint=provider.url,
            **changes,
        )  # fmt: skip

        async def sleep(seconds):
            clock.advance(seconds)

        line = Line(address(options), options, clock=clock, sleep=sleep)
        lines.append(line)
        means = Means(line, Ledger(kept, options.budget, clock), rng(0))
        question = Question("GET /a", "intelligent", "p", options=options)
        heard = await talked(question, Expected(SCHEMA), {}, means)
        return heard, [one.value for one in await kept.every(CALLS)]

    yield talk
    for line in lines:
        await line.close()
    await kept.close()


async def test_an_answer_takes_one_call(talk):
    heard, calls = await talk('{"id": 1}')
    assert (heard.documents, heard.repaired, heard.reason) == ([{"id": 1}], False, "")
    assert [one["outcome"] for one in calls] == ["ok"]


async def test_a_wrong_answer_takes_one_more_and_not_two(talk):
    heard, calls = await talk('{"id": "x"}', '{"id": "y"}', '{"id": 1}')
    assert heard.documents == []
    assert "not valid" in heard.reason
    assert len(calls) == 2
    assert (heard.tokens_in, heard.tokens_out) == (200, 40)


async def test_a_mended_answer_says_so(talk):
    heard, calls = await talk('Sure: {"id": "1",}')
    assert (heard.documents, heard.repaired) == ([{"id": 1}], True)
    assert len(calls) == 1


async def test_a_budget_ends_a_talk_between_its_calls(talk):
    heard, calls = await talk('{"id": "x"}', budget=BudgetOptions(calls=1))
    assert heard.documents == []
    assert "not valid" in heard.reason
    assert len(calls) == 1


async def test_what_the_provider_does_not_count_is_estimated(talk, provider):
    provider.usage = None
    heard, _ = await talk(json.dumps({"id": 1}) + " " * 400)
    assert heard.tokens_in > 50
    assert heard.tokens_out > 90
