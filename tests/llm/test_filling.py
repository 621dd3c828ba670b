from typing import Any

import pytest

from mockforge.chance import rng
from mockforge.http import Request
from mockforge.llm.filling import counted, filled, varied
from mockforge.llm.question import Question
from mockforge.synthesis.lists import items_of, list_in
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


LIST = {"type": "array", "items": SCHEMA}
PAGE = {
    "type": "object",
    "properties": {"data": LIST, "total": {"type": "integer"}},
    "required": ["data", "total"],
}


@pytest.mark.parametrize("count", [2, 5])
async def test_the_count_is_that_of_the_list_in_the_schema(count):
    three = [*SAMPLES, {"id": 3, "name": "Cas"}]

    found = await filled(question(schema=LIST, count=count), [three])
    assert found[:3] == three[:count]
    assert len(found) == count

    page = {"data": three, "total": 3}
    found = await filled(question(schema=PAGE, count=count), [page])
    assert len(found["data"]) == found["total"] == count
    assert page["total"] == 3

    for schema, sample in ((LIST, three), (PAGE, page)):
        told = question(schema=schema, count=count, rng=rng(0, "a"))
        for value in (
            await varied(told, [sample]),
            await filled(told, []),
            await varied(question(schema=schema, count=count), [sample]),
        ):
            assert validated(schema).is_valid(value)
            place = list_in(schema)
            assert place is not None
            assert len(items_of(value, place)) == count


async def test_without_a_count_a_list_is_as_it_was_said():
    assert await filled(question(schema=LIST, count=1), [SAMPLES]) == SAMPLES
    assert await filled(question(schema=LIST), [SAMPLES]) == SAMPLES
    told = question(schema=LIST, count=1, rng=rng(0, "a"))
    assert len(await varied(told, [SAMPLES])) == 2


def test_a_model_is_asked_for_one_list_and_told_how_long():
    told, many = counted(question(schema=LIST, count=7))
    assert many == 1
    assert "7 items" in told.prompt
    assert counted(question(count=7))[1] == 7
