import pytest

from mockforge.errors import UpstreamError
from mockforge.http import Origin
from mockforge.learning.endpoints import EndpointMap, Endpoints
from mockforge.provenance import Tier
from mockforge.recall.embedder import Hashed
from mockforge.recall.making import memory_of
from mockforge.sources.answering import Match
from mockforge.sources.misses import MissKind
from mockforge.sources.recalled import Recall, Remembered
from tests.recall.worlds import shop, told
from tests.worlds import API, exchange, recorded, recording, request


class Failing(Hashed):
    """An embedder that does not answer once it has made a memory."""

    fails = False

    async def requests(self, asked):
        if self.fails:
            raise UpstreamError("the embedder is away")
        return await super().requests(asked)


async def recalling(*exchanges, making=(), embedder=None):
    """Return recordings, and what recalls them."""
    endpoints = Endpoints()
    for each in exchanges:
        endpoints.add(each.request, each.response.status, each.response)
    source = await recorded(recording(*exchanges))
    (shelf,) = source.shelves
    embedder = embedder or Hashed()
    memory = await memory_of(shelf.recording, endpoints.settle(), embedder)
    return source, Recall(source.shelves, [Remembered(memory, making)], threshold=0.8)


async def asked(source, recall, one, **more):
    miss = await source.find(one, "new", **more)
    return await recall.match(miss, **more)


async def test_a_miss_is_answered_by_the_nearest_with_its_score():
    source, recall = await recalling(*shop())

    found = await asked(source, recall, request(url=f"{API}/orders/999"))

    assert isinstance(found, Match)
    assert (found.id, found.tier) == (1, Tier.RECALLED)
    assert found.score is not None
    assert 0.8 < found.score < 1


async def test_a_miss_stays_one_and_tells_why():
    source, recall = await recalling(*shop())

    miss = await asked(source, recall, request(url=f"{API}/customers/7/wishes"))
    told = await source.explain(miss)

    assert miss.kind is MissKind.NO_PATH
    assert "the address of what is nearest is another" in miss.tried
    assert told.nearest.url == f"{API}/customers/7"
    assert "tried" in told.text


async def test_what_makes_something_is_not_done_again():
    made = [
        exchange("POST", f"{API}/orders", told({"sku": "a", "count": number}))
        for number in range(3)
    ]
    source, recall = await recalling(*made, making=["POST /orders"])

    one = request("POST", f"{API}/orders", told({"sku": "a", "count": 9}))
    miss = await asked(source, recall, one)

    assert "makes something" in miss.tried


@pytest.mark.parametrize(
    ("one", "more"),
    [
        (request(url="https://other.example/orders/1"), {"named": True}),
        (request(url=f"{API}/orders/1", headers=[("Upgrade", "websocket")]), {}),
    ],
    ids=["another host", "a WebSocket"],
)
async def test_what_is_missed_for_another_reason_is_not_recalled(one, more):
    source, recall = await recalling(*shop())

    miss = await asked(source, recall, one, **more)

    assert not isinstance(miss, Match)
    assert miss.tried == ""


async def test_only_the_origin_that_is_asked_answers():
    there = [
        exchange(url=f"https://{host}.example/jobs/{number}")
        for host, numbers in (("one", (5, 6)), ("two", (7, 8)))
        for number in numbers
    ]
    source, recall = await recalling(*there)

    found = await asked(source, recall, request(url="https://two.example/jobs/99"))

    assert found.row.origin == Origin("https", "two.example")


async def test_an_embedder_that_is_away_is_a_miss():
    embedder = Failing()
    source, recall = await recalling(*shop(), embedder=embedder)
    embedder.fails = True

    miss = await asked(source, recall, request(url=f"{API}/orders/999"))

    assert miss.tried == "the embedder is away"


async def test_the_best_of_several_recordings_answers():
    one = recording(exchange(url=f"{API}/a/1?kind=x"), name="one")
    two = recording(exchange(url=f"{API}/a/2?kind=y"), name="two")
    source = await recorded(one, two)
    remembered = [
        Remembered(await memory_of(each, EndpointMap(()), Hashed()))
        for each in (one, two)
    ]
    recall = Recall(source.shelves, remembered, threshold=0.8)

    found = await asked(source, recall, request(url=f"{API}/a/9?kind=y"))

    assert (found.recording, found.shelf) == ("two", 1)
