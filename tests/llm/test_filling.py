from typing import Any

from mockforge.chance import rng
from mockforge.http import Request
from mockforge.llm.filling import filled, varied
from mockforge.llm.question import Question
from mockforge.synthesis.validity import validated

SCHEMA = {
    "type": "object",
    "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
    "required": ["id", "name"],
}
ASKED = Request("GET", "http", "api", "/a/1")
SAMPLES = [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Ben"}]


def question(**changes):
    told: dict[str, Any] = {"schema": SCHEMA, "request": ASKED} | changes
    return Question("GET /a/{id}", "intelligent", "A person", **told)


async def test_what_is_there_is_the_answer():
    assert await filled(question(), SAMPLES) == SAMPLES[0]
    assert await filled(question(count=2), SAMPLES) == SAMPLES
    assert await filled(question(count=0), SAMPLES) == []


async def test_what_is_missing_is_made_up():
    found = await filled(question(count=40), SAMPLES)
    assert found[:2] == SAMPLES
    assert len(found) == 40
    assert all(validated(SCHEMA).is_valid(one) for one in found)


async def test_samples_are_varied_by_chance_alone():
    one = [await varied(question(rng=rng(0, "a")), SAMPLES) for _ in range(2)]
    assert one[0] == one[1]
    assert validated(SCHEMA).is_valid(one[0])


async def test_without_chance_a_sample_is_given_as_it_is():
    assert await varied(question(), SAMPLES) in SAMPLES
    assert await varied(question(count=2), SAMPLES) == SAMPLES
    three = await varied(question(count=3), SAMPLES)
    assert len(three) == 3
    assert all(one in SAMPLES for one in three)


async def test_what_nothing_is_valid_against_is_no_answer():
    impossible = {"type": "object", "required": ["a"], "properties": {"a": False}}
    assert await filled(question(schema=impossible), []) is None
    told = question(schema=impossible, rng=rng(0, "a"))
    assert await varied(told, SAMPLES) in SAMPLES


async def test_without_a_schema_what_is_varied_has_the_members_of_a_sample():
    told = question(schema=None, base={"id": 9}, rng=rng(0, "a"))
    found = await varied(told, [{"id": 1, "carrier": "DHL"}])
    assert "carrier" in found

    found = await varied(question(schema=None, count=3, rng=rng(0, "a")), SAMPLES)
    assert all({"id", "name"} <= set(one) for one in found)
