"""Mixing: what cannot be mixed is one side's, and that is told."""

import json

from mockforge.http import Response
from mockforge.provenance import Source
from tests.engine.mixing import ask, source_of, told, weighing
from tests.worlds import API, JSON, exchange


def about(path, value):
    return exchange(url=f"{API}{path}", answer=json.dumps(value).encode())


async def test_a_thing_that_only_one_side_has_is_that_side_s():
    engine = await weighing(0.75, about("/a/1", {"id": 1}))

    here, _ = await ask(engine, "GET", "/a/1", says=told({}, 404))

    assert source_of(here) == "recorded"
    assert "the other source has no such thing" in here.why


async def test_bodies_that_are_sealed_or_no_json_are_taken_whole():
    engine = await weighing(0.85, about("/a/1", {"id": 1, "a": "x", "b": "x"}))
    seal = (b"Content-MD5", b"x")
    sealed = told({"id": 1, "a": "y", "b": "y"}, 200, seal)
    plain = Response(200, ((b"Content-Type", b"text/plain"),), b"words")

    for said in (sealed, plain):
        answer, _ = await ask(engine, "GET", "/a/1", says=said)

        assert answer.provenance.source in (Source.UPSTREAM, Source.RECORDED)
        assert answer.response.body in (said.body, b'{"id": 1, "a": "x", "b": "x"}')


async def test_a_field_that_is_one_source_s_by_rule_is():
    mixing = [{"path": "$.a", "source": "recorded"}]
    for seed in range(8):
        engine = await weighing(
            0.95, about("/a/1", {"id": 1, "a": "x"}), field_mixing=mixing, seed=seed
        )
        answer, _ = await ask(engine, "GET", "/a/1", says=told({"id": 1, "a": "y"}))

        assert json.loads(answer.response.body) == {"id": 1, "a": "x"}


async def test_two_without_an_upstream_are_mixed_too():
    engine = await weighing(0.5, about("/a/b/1", {"id": "1", "of": "record", "n": 1}))

    answer, asked = await ask(engine, "GET", "/a/b/1")

    assert asked == 0
    assert {source for source, _ in answer.provenance.candidates} == {
        Source.RECORDED,
        Source.SYNTHETIC,
    }
    assert answer.response.headers[0] == JSON


async def test_long_answers_are_not_mixed():
    engine = await weighing(0.85, about("/a/1", {"id": 1}))
    said = told({"id": 1, "text": "x" * (1 << 20)})

    answer, _ = await ask(engine, "GET", "/a/1", says=said)

    assert answer.provenance.source is not Source.BLEND
