from mockforge.clock import VirtualClock
from mockforge.llm.cache import ANSWERS, Cache, every, signature
from mockforge.llm.question import Question
from mockforge.store.kept import open_kept

ONE = Question("GET /a", "intelligent", "p")


def test_a_signature_is_of_all_that_is_asked_and_the_same_each_time():
    assert signature(ONE, "m", {"a": 1, "b": 2}) == signature(
        ONE, "m", {"b": 2, "a": 1}
    )
    others = [signature(ONE, "n", {}), signature(ONE, "m", {"a": 1}),
              signature(ONE, "m", {})]  # fmt: skip
    assert len(set(others)) == 3


async def test_an_answer_is_found_also_when_it_is_old():
    clock = VirtualClock()
    async with open_kept(None, clock=clock) as kept:
        cache = Cache(kept)
        await cache.put("k", {"id": 1}, question=ONE, model="m")
        found = await cache.find("k", clock.now())
        assert found is not None
        assert (found.value, found.model, found.is_fresh) == ({"id": 1}, "m", True)
        clock.advance(ONE.options.cache_ttl_secs)
        found = await cache.find("k", clock.now())
        assert found is not None
        assert not found.is_fresh
        assert await cache.find("other", clock.now()) is None


async def test_what_is_no_answer_is_none():
    async with open_kept(None) as kept:
        await kept.put(ANSWERS, "a", 1)
        await kept.put(ANSWERS, "b", {"endpoint": "GET /b"})
        assert await Cache(kept).find("a", 0.0) is None
        assert await Cache(kept).find("b", 0.0) is None
        assert [one.key for one in await every(kept)] == ["b"]
