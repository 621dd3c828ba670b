from dataclasses import replace
from typing import Any

from mockforge.clock import VirtualClock
from mockforge.http import Request
from mockforge.llm.question import Question
from mockforge.llm.templates import MOST, TEMPLATES, Templates, every, key_of
from mockforge.store.kept import open_kept

ONE = Question("GET /a", "hybrid", "p", written={"id": "{{uuid}}"}, base={"id": "1"})


def test_a_template_belongs_to_the_words_and_not_to_the_request():
    asked = Request("GET", "http", "api", "/a?x=1")
    assert key_of(ONE) == key_of(replace(ONE, request=asked, base={"id": "2"}))
    changes: list[dict[str, Any]] = [
        *({"prompt": "q"}, {"context": "c"}, {"schema": {}}, {"mode": "x"}),
        *({"written": {}}, {"endpoint": "GET /b"}),
    ]
    for change in changes:
        assert key_of(replace(ONE, **change)) != key_of(ONE)


async def test_samples_are_added_each_once_and_the_oldest_go():
    clock = VirtualClock()
    async with open_kept(None, clock=clock) as kept:
        templates = Templates(kept, clock)
        for _ in range(2):
            await templates.add("k", [{"id": 1}, {"id": 2}], question=ONE, model="m")
        found = await templates.find("k")
        assert found is not None
        assert found.samples == ({"id": 1}, {"id": 2})
        await templates.add(
            "k", [{"id": n} for n in range(3, 30)], question=ONE, model="m"
        )
        found = await templates.find("k")
        assert found is not None
        assert [one["id"] for one in found.samples] == list(range(30 - MOST, 30))


async def test_one_that_is_approved_stays_as_it_is():
    clock = VirtualClock()
    async with open_kept(None, clock=clock) as kept:
        templates = Templates(kept, clock)
        await templates.add("k", [{"id": 1}], question=ONE, model="m")
        (one,) = await every(kept)
        await kept.put(TEMPLATES, "k", replace(one, is_approved=True).to_json())
        clock.advance(10)
        await templates.add("k", [{"id": 2}], question=ONE, model="m")
        (one,) = await every(kept)
        assert (one.samples, one.is_approved) == (({"id": 1},), True)


async def test_one_that_is_removed_meanwhile_is_gone():
    clock = VirtualClock()
    async with open_kept(None, clock=clock) as kept:
        templates = Templates(kept, clock)
        await templates.add("k", [{"id": 1}], question=ONE, model="m")
        await kept.delete(TEMPLATES, "k")
        clock.advance(10)
        assert await templates.find("k") is None


async def test_what_is_no_template_is_none():
    async with open_kept(None) as kept:
        await kept.put(TEMPLATES, "k", {"samples": 1})
        assert await Templates(kept, VirtualClock()).find("k") is None
        assert await every(kept) == []
