import pytest

from mockforge.app import open_proxy
from mockforge.config import Config
from mockforge.learning.endpoints import EndpointMap
from mockforge.recall import making
from mockforge.recall.embedder import Hashed
from mockforge.recall.making import memory_of, version_of
from mockforge.recordings.files import StoredRecording, open_recording
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.recordings.removal import remove
from mockforge.store import facts
from mockforge.store.schema import VECTORS
from tests.recall.worlds import shop
from tests.worlds import API, exchange, recording

NOTHING = EndpointMap(())


class Counting(Hashed):
    """Counts what it is asked for."""

    def __init__(self):
        self.count = 0

    async def requests(self, asked):
        self.count += len(asked)
        return await super().requests(asked)


class Other(Counting):
    """Another embedder."""

    id = "other/1"


async def record(place, *exchanges):
    async with open_proxy(Config(), place) as engine:
        for each in exchanges:
            await engine.observe(each)


async def made(place, embedder):
    opened = await open_recording(place, matcher=Matcher(MatchOptions()))
    try:
        memory = await memory_of(opened, NOTHING, embedder)
        assert isinstance(opened, StoredRecording)
        return memory, await opened.reader.meta(VECTORS)
    finally:
        await opened.close()


@pytest.fixture
async def place(tmp_path, monkeypatch):
    monkeypatch.setattr(making, "KEPT_FROM", 5)
    await record(tmp_path / "shop.db", *shop())
    return tmp_path / "shop.db"


async def test_vectors_are_kept_with_the_recording(place):
    first, second = Counting(), Counting()
    one, _ = await made(place, first)
    other, kept = await made(place, second)

    assert (first.count, second.count) == (11, 0)
    assert kept
    assert other.rows.ids.tolist() == one.rows.ids.tolist()
    assert other.rows.packed.codes.tolist() == one.rows.packed.codes.tolist()


async def test_another_embedder_makes_them_anew(place):
    await made(place, Counting())
    other = Other()
    await made(place, other)

    assert other.count == 11


async def test_a_recording_that_changed_makes_them_anew(place):
    await made(place, Counting())
    await record(place, exchange(url=f"{API}/orders/300"))
    more, fewer = Counting(), Counting()
    await made(place, more)
    await remove(str(place), [1])
    await made(place, fewer)

    assert (more.count, fewer.count) == (12, 11)


async def test_what_is_kept_and_broken_is_made_anew(place):
    await made(place, Counting())
    opened = await open_recording(place, matcher=Matcher(MatchOptions()))
    assert isinstance(opened, StoredRecording)
    await facts.keep(opened.reader, f"{VECTORS}.1", "broken")
    await opened.close()
    again = Counting()
    await made(place, again)

    assert again.count == 11


async def test_a_few_are_not_kept(tmp_path):
    await record(tmp_path / "few.db", *shop())

    _, kept = await made(tmp_path / "few.db", Hashed())

    assert kept is None


async def test_a_text_recording_is_remembered_too():
    memory = await memory_of(recording(*shop()), NOTHING, Hashed())

    assert len(memory.rows) == 11


async def test_nothing_is_remembered_of_nothing():
    memory = await memory_of(recording(), NOTHING, Hashed())

    assert len(memory.rows) == 0


async def test_what_has_no_whole_answer_is_left_out():
    made = [
        exchange(response=None),
        exchange(status=101),
        exchange(url=f"{API}/a"),
    ]

    memory = await memory_of(recording(*made), NOTHING, Hashed())

    assert memory.rows.ids.tolist() == [3]


def test_a_version_is_one_word():
    assert " " not in version_of(NOTHING, Hashed())
