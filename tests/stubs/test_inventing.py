"""Bodies that are invented, with a model and without."""

import asyncio
import json
import sys
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path

import pytest

ROOT = str(Path(__file__).resolve().parents[2])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from mockforge.app import load_alone  # noqa: E402
from mockforge.config import load  # noqa: E402
from mockforge.http import Request  # noqa: E402
from mockforge.stubs.inventing import Seen  # noqa: E402
from mockforge.synthesis import Maker  # noqa: E402
from tests.llm.provider import Provider, Reply  # noqa: E402

ITEM = "{type: object, properties: {id: {type: string}, n: {type: integer}},"
ITEM += " required: [id, n]}"
TEXT = f"""
endpoints:
  - path: /kept
    response: {{mode: intelligent, prompt: A thing, schema: {ITEM}}}
  - path: /new
    response:
      {{mode: intelligent, prompt: A thing, schema: {ITEM}, cache_enabled: false}}
  - path: /many
    response: {{mode: intelligent, prompt: Things, schema: {ITEM}, count: 3}}
  - path: /none
    response: {{mode: intelligent, prompt: Things, schema: {ITEM}, count: 0}}
  - path: /mixed/:id
    response:
      mode: hybrid
      prompt: A thing
      schema: {ITEM}
      body: {{id: "{{{{params.id}}}}", deep: {{a: [1]}}}}
  - path: /safe
    response:
      mode: intelligent
      prompt: A thing
      schema: {ITEM}
      fallback: {{status: 503, body: {{error: "not {{{{path}}}}"}}}}
"""


class TestWithoutAModel:
    def test_the_same_request_has_the_same_body(self, asking):
        ask = asking(TEXT)

        assert ask.json("/kept") == ask.json("/kept", session="other")
        assert ask.json("/kept") == asking(TEXT).json("/kept")
        assert ask.json("/kept") != ask.json("/kept?page=2")
        assert ask.json("/kept") != asking(TEXT, seed=1).json("/kept")

    def test_or_a_new_one_each_time(self, asking):
        first, again = asking(TEXT), asking(TEXT)
        order = ["a", "b", "a", "a", "b"]

        made = [first.json("/new", session=each) for each in order]
        other = [again.json("/new", session=each) for each in sorted(order)]

        assert len({json.dumps(each) for each in made}) == 5
        assert [made[n] for n in (0, 2, 3, 1, 4)] == other

    def test_a_count_makes_a_list(self, asking):
        ask = asking(TEXT)

        assert len(ask.json("/many")) == 3
        assert ask.json("/none") == []
        assert isinstance(ask.json("/kept"), dict)

    def test_what_is_written_stays_as_it_is(self, asking):
        made = asking(TEXT).json("/mixed/7")

        assert made["id"] == "7"
        assert made["deep"] == {"a": [1]}
        assert isinstance(made["n"], int)

    def test_and_objects_of_lists_get_what_they_lack(self, asking):
        ask = asking(f"""
endpoints:
  - path: /orders
    response:
      mode: hybrid
      body: {{lines: [{{id: a}}, {{n: 3, own: null}}, {{}}], tags: [x], none: null}}
      schema:
        type: object
        required: [lines, tags, none]
        properties:
          lines: {{type: array, items: {ITEM}}}
          tags: {{type: array, items: {{type: string}}}}
          none: {{type: [string, "null"]}}
""")

        made = ask.json("/orders")

        first, second, third = made["lines"]
        assert first["id"] == "a"
        assert isinstance(first["n"], int)
        assert (second["n"], second["own"]) == (3, None)
        assert isinstance(second["id"], str)
        assert {*third} == {"id", "n"}
        assert (made["tags"], made["none"]) == (["x"], None)

    def test_what_is_below_a_path_identifies_nothing(self, asking):
        ask = asking(f"""
endpoints:
  - path: /things/**
    response: {{mode: intelligent, prompt: A thing, schema: {ITEM}}}
""")

        assert ask.json("/things")["id"]
        assert "/" not in ask.json("/things/a/b")["id"]

    def test_its_fallback_is_for_a_model_that_fails(self, asking):
        answer = asking(TEXT)("/safe")

        assert answer.response.status == 200
        assert answer.why[-1] == "made up"

    def test_what_was_recorded_is_told(self, asking):
        ask = asking(TEXT, seen={0: Seen([{"id": "a", "n": 1}])})

        assert ask("/kept").why[-1] == "made up, from 1 recorded"


@pytest.fixture
def answered(tmp_path):
    """What TEXT answers with a model that says *replies*."""

    def answered(targets, *replies, more=""):
        async def run():
            async with AsyncExitStack() as stack:
                provider = await stack.enter_async_context(Provider())
                provider.replies = list(replies)
                rag = f"rag: {{provider: openai, api_key: k, max_retries: 0, {more}"
                path = tmp_path / "c.yaml"
                path.write_text(f"{rag} api_endpoint: '{provider.url}'}}{TEXT}")
                config = load(path, environ={}, here=tmp_path)
                engine = await load_alone(stack, config)
                found = [
                    await engine.answer(Request("GET", "http", "h", target))
                    for target in targets
                ]
                return found, provider.asked

        return asyncio.run(run())

    return answered


class TestWithAModel:
    def test_what_it_says_is_answered(self, answered):
        (answer,), asked = answered(
            ["/kept"], '{"id": "x", "n": 7}', more="when: always,"
        )

        assert json.loads(answer.response.body) == {"id": "x", "n": 7}
        assert b"llm; stub=" in dict(answer.response.headers)[b"X-MockForge-Source"]
        assert "said by" in answer.why[-1]
        assert not answer.repeatable
        assert len(asked) == 1

    def test_what_is_written_wins_over_it(self, answered):
        said = '{"id": "x", "n": 7, "deep": {"a": 2, "b": 3}}'
        (answer,), _ = answered(["/mixed/9"], said, more="when: always,")

        made = json.loads(answer.response.body)
        assert made == {"id": "9", "n": 7, "deep": {"a": [1], "b": 3}}

    def test_a_fallback_is_answered_where_it_fails(self, answered):
        (answer,), _ = answered(["/safe"], Reply(status=500, error="no"))

        assert answer.response.status == 503
        assert json.loads(answer.response.body) == {"error": "not /safe"}
        assert answer.provenance.source == "synthetic"

    def test_and_without_one_it_is_made_up(self, answered):
        (answer,), _ = answered(["/kept"], Reply(status=500, error="no"))

        made = json.loads(answer.response.body)
        assert answer.response.status == 200
        assert isinstance(made["n"], int)
        assert "no answer of the model" in answer.why[-1]

    def test_it_is_not_asked_where_nobody_may_be(self, answered):
        (answer,), asked = answered(["/kept"], "{}", more="calls: none,")

        assert answer.provenance.source == "synthetic"
        assert answer.repeatable
        assert not asked


async def test_many_that_ask_at_once_are_one_question(tmp_path):
    async with AsyncExitStack() as stack:
        provider = await stack.enter_async_context(Provider())
        provider.replies = ['[{"id": "x", "n": 7}, {"id": "y", "n": 8}]']
        path = tmp_path / "c.yaml"
        rag = f"rag: {{provider: openai, api_key: k, api_endpoint: '{provider.url}'}}"
        path.write_text(f"{rag}{TEXT}")
        config = load(path, environ={}, here=tmp_path)
        engine = await load_alone(stack, config)
        asked = Request("GET", "http", "h", "/kept")

        found = await asyncio.gather(*(engine.answer(asked) for _ in range(200)))

    assert len(provider.asked) == 1
    assert len({each.response.body for each in found}) == 1
    assert {each.provenance.source for each in found} == {"llm"}


@pytest.mark.parametrize("is_broken", [False, True])
def test_a_fault_in_making_up_is_told_and_does_not_fail_the_request(
    asking, monkeypatch, caplog, is_broken
):
    ask, made = asking(TEXT), Maker.made

    def failing(self, wanted, rng, *, now):
        if wanted.query or is_broken:
            raise ZeroDivisionError("page=2 tells a secret")
        return made(self, wanted, rng, now=now)

    monkeypatch.setattr(Maker, "made", failing)

    answered = ask("/kept?page=2")

    assert {"id", "n"} <= json.loads(answered.response.body).keys()
    assert "plainly" in " ".join(answered.why)
    assert "unexpected ZeroDivisionError" in caplog.text
    assert "/kept" in caplog.text
    assert "secret" not in caplog.text


def test_what_is_made_is_of_now_and_the_rest_of_when_the_program_began(asking):
    order = "{type: object, required: [id, status, created_at], properties:"
    order += " {id: {type: string}, status: {type: string},"
    order += " created_at: {type: string, format: date-time}}}"
    response = f"{{mode: intelligent, prompt: an order, schema: {order}}}"
    ask = asking(
        f"endpoints: [{{path: /orders, method: POST, response: {response}}},"
        f" {{path: '/orders/:id', response: {response}}}]"
    )
    began, later = 1_800_000_000.0, 1_800_000_000.0 + 7_200.0

    def created(*asked):
        json_type = [("Content-Type", "application/json")]
        told = ask.json(*asked, now=later, headers=json_type)["created_at"]
        return datetime.fromisoformat(told).timestamp()

    assert began < created("/orders", "POST", b'{"status": "new"}') <= later
    assert created("/orders/7") <= began
