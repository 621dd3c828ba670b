import pytest

from mockforge.errors import RecordingError
from mockforge.learning.options import LearningOptions
from mockforge.recordings import learning
from mockforge.recordings.files import open_recording
from mockforge.recordings.learning import (
    declared_in,
    learned_of,
    learned_to_keep,
    version_of,
)
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.store import learned as stored_learning
from mockforge.store.database import connect
from mockforge.store.rows import Row
from mockforge.store.schema import LEARNED
from mockforge.store.writer import Writer
from tests.learning.test_learner import shop
from tests.worlds import recording

DOCUMENT = """
openapi: 3.0.0
info: {title: shop, version: "1"}
paths:
  /orders/{number}:
    get: {responses: {"200": {description: an order}}}
"""


async def record(path, exchanges):
    async with await connect(path, create=True) as database, Writer(database) as out:
        for one in exchanges:
            await out.write(Row(one, b"k"))


@pytest.fixture
async def stored(tmp_path):
    await record(tmp_path / "shop.db", shop())
    found = await open_recording(tmp_path / "shop.db", matcher=Matcher(MatchOptions()))
    yield found
    await found.close()


async def test_a_text_file_is_learned_in_memory_once():
    found = recording(*shop())

    learned = await learned_of(found)

    assert learned.count == 20
    assert await learned_of(found) is learned


async def test_a_small_database_is_left_as_it_is(stored):
    learned = await learned_of(stored)

    assert learned.count == 20
    assert await stored.reader.meta(LEARNED) is None


async def test_a_larger_one_keeps_what_was_learned(stored, monkeypatch):
    monkeypatch.setattr(learning, "KEPT_FROM", 1)
    learned = await learned_of(stored)

    found = await learning.kept_of(stored, version_of())

    assert found is not None
    assert found.to_json() == learned.to_json()
    assert found.samples == learned.samples


async def test_that_it_cannot_be_kept_keeps_nobody_from_learning(stored, monkeypatch):
    async def refused(*args):
        raise RecordingError("read-only")

    monkeypatch.setattr(learning, "KEPT_FROM", 1)
    monkeypatch.setattr(stored_learning, "keep", refused)

    assert (await learned_of(stored)).count == 20


async def test_what_is_kept_is_not_learned_again(stored, monkeypatch):
    first, is_kept = await learned_to_keep(stored)

    async def never(*args):
        raise AssertionError("it is kept")

    monkeypatch.setattr(learning, "learned_anew", never)
    again, _ = await learned_to_keep(stored)

    assert is_kept
    assert again.to_json() == first.to_json()
    with pytest.raises(AssertionError, match="kept"):
        await learned_to_keep(stored, again=True)


async def test_what_was_recorded_since_is_learned(stored, tmp_path):
    await learned_to_keep(stored)
    await record(tmp_path / "shop.db", shop(seed=2))

    learned, _ = await learned_to_keep(stored)

    assert learned.count == 40


async def test_what_another_build_kept_is_learned_again(stored):
    await stored_learning.keep(stored.reader, version_of(), b'{"samples": []}')

    assert await learning.kept_of(stored, version_of()) is None


async def test_a_text_file_keeps_nothing():
    learned, is_kept = await learned_to_keep(recording(*shop()))

    assert learned.count == 20
    assert not is_kept


async def test_a_document_wins_over_what_is_inferred(tmp_path):
    path = tmp_path / "shop.yaml"
    path.write_text(DOCUMENT)
    options = LearningOptions(openapi=str(path))

    found = recording(*shop())
    learned = await learned_of(found, options)

    assert any(one.key == "GET /orders/{number}" for one in learned.endpoints.every)
    assert await learned_of(found) is not learned
    assert version_of(declared_in(options)) != version_of()
