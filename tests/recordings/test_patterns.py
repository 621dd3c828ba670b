import json
import os

import pytest

from mockforge.config import Config
from mockforge.errors import RecordingError
from mockforge.learning.patterns.options import DriftLearningOptions
from mockforge.recordings import patterns
from mockforge.recordings.files import open_recording
from mockforge.recordings.learning import learned_of
from mockforge.recordings.patterns import (
    observations_of,
    patterns_of,
    patterns_to_keep,
    reset_patterns,
)
from mockforge.store import exchanges as stored
from mockforge.store.database import connect
from mockforge.store.schema import PATTERNS
from tests.recordings import traffic
from tests.worlds import recording

CONFIG = Config()


def settings(**said):
    return Config(drift_learning=DriftLearningOptions(**said))


def plain(found):
    return json.loads(json.dumps(found.to_json()))


@pytest.fixture
async def opened(tmp_path):
    await traffic.write(tmp_path / "a.db", traffic.orders(60))
    found = await open_recording(tmp_path / "a.db", matcher=traffic.MATCHER)
    yield found
    await found.close()


async def again(opened):
    """Open it anew: nothing is remembered."""
    return await open_recording(opened.location, matcher=traffic.MATCHER)


async def test_a_text_recording_is_learned_in_memory_once():
    found = recording(*traffic.orders(60))

    learned = await patterns_of(found, CONFIG)

    assert learned.count == 60
    assert await patterns_of(found, CONFIG) is learned
    assert learned.endpoints.get("GET /orders/{order}") is not None


async def test_a_database_and_a_text_of_the_same_teach_the_same(opened):
    """But for what a text does not know: who began with which key."""
    text = await patterns_of(recording(*traffic.orders(60)), CONFIG)

    assert plain(await patterns_of(opened, CONFIG)) == plain(text)


async def test_a_small_database_is_left_as_it_is(opened):
    await patterns_of(opened, CONFIG)

    assert await opened.reader.meta(PATTERNS) is None


async def test_a_larger_one_keeps_them(opened, monkeypatch):
    monkeypatch.setattr(patterns, "KEPT_FROM", 1)

    await patterns_of(opened, CONFIG)

    assert await opened.reader.meta(PATTERNS) is not None


async def test_kept_patterns_are_those_that_were_learned(opened):
    found, is_kept = await patterns_to_keep(opened, CONFIG)
    other = await again(opened)

    assert is_kept
    assert plain(await patterns_of(other, CONFIG)) == plain(found)
    await other.close()


async def test_learning_twice_changes_nothing(opened):
    await patterns_to_keep(opened, CONFIG)
    before = await opened.reader.meta(PATTERNS)

    await patterns_to_keep(opened, CONFIG)

    assert await opened.reader.meta(PATTERNS) == before


async def test_what_was_recorded_since_is_learned_on_top(opened):
    await patterns_to_keep(opened, CONFIG)
    await traffic.write(opened.location, traffic.orders(200)[60:])
    other = await again(opened)

    more, _ = await patterns_to_keep(other, CONFIG)
    anew, _ = await patterns_to_keep(other, CONFIG, again=True)

    assert more.count == 200
    assert plain(more) == plain(anew)
    await other.close()


async def test_with_other_options_they_are_learned_anew(opened):
    await patterns_to_keep(opened, CONFIG)

    found, _ = await patterns_to_keep(opened, settings(min_samples=3))

    assert found.law.min_samples == 3
    assert found.count == 60


async def test_what_was_removed_is_not_known_any_more(opened):
    await patterns_to_keep(opened, CONFIG)
    async with await connect(opened.location) as database:
        await stored.delete(database, [1, 2, 3])
    other = await again(opened)

    assert await other.reader.meta(PATTERNS) is None
    assert (await patterns_of(other, CONFIG)).count == 57
    await other.close()


async def test_switched_off_nothing_is_learned_and_what_was_kept_stays(opened):
    off = settings(enabled=False)
    assert list((await patterns_of(opened, off)).shown()) == []
    await patterns_to_keep(opened, CONFIG)
    other = await again(opened)

    found = await patterns_of(other, off)

    assert found.count == 60
    await other.close()


async def test_a_reset_is_remembered_where_the_recording_is_learned_again(opened):
    await patterns_to_keep(opened, CONFIG)

    await reset_patterns(opened, CONFIG)

    assert list((await patterns_of(opened, CONFIG)).shown()) == []
    other = await again(opened)
    found, _ = await patterns_to_keep(other, CONFIG, again=True)
    assert list(found.shown()) == []
    await traffic.write(opened.location, traffic.orders(200)[60:])
    await other.close()
    third = await again(opened)
    assert (await patterns_of(third, CONFIG)).count == 140
    await third.close()


async def test_a_reset_by_filter_leaves_the_rest(opened):
    before = {row.subject for row in (await patterns_of(opened, CONFIG)).shown()}

    await reset_patterns(opened, CONFIG, endpoint="POST /orders")

    after = {row.subject for row in (await patterns_of(opened, CONFIG)).shown()}
    assert {subject.endpoint for subject in before - after} == {"POST /orders"}


async def test_a_text_remembers_a_reset_as_long_as_it_is_open():
    found = recording(*traffic.orders(60))

    await reset_patterns(found, CONFIG, kind="latency")

    kinds = {row.kind for row in (await patterns_of(found, CONFIG)).shown()}
    assert kinds == {"errors", "sequences", "frequency"}


async def test_a_reset_of_nothing_there_is_refused(opened):
    with pytest.raises(ValueError, match="no kind"):
        await reset_patterns(opened, CONFIG, kind="fields")


async def test_what_is_damaged_is_learned_again(opened):
    found, _ = await patterns_to_keep(opened, CONFIG)
    async with await connect(opened.location) as database:
        head = str(await database.meta(PATTERNS)).partition("\n")[0]
        await database.set_meta(PATTERNS, f"{head}\nAAAA")
    other = await again(opened)

    assert plain(await patterns_of(other, CONFIG)) == plain(found)
    await other.close()


async def test_a_recording_that_cannot_be_written_is_learned_in_memory(
    opened, tmp_path
):
    path = tmp_path / "a.db"
    path.chmod(0o400)
    found = await open_recording(path, matcher=traffic.MATCHER)
    try:
        assert (await patterns_of(found, CONFIG)).count == 60
        if not os.access(path, os.W_OK):
            with pytest.raises(RecordingError):
                await patterns_to_keep(found, CONFIG)
    finally:
        await found.close()
        path.chmod(0o600)


async def test_observations_come_in_order_of_number_with_their_states(opened):
    learned = await learned_of(opened)

    found = [
        one
        async for some in observations_of(opened, learned, CONFIG.drift_learning)
        for one in some
    ]
    behind = observations_of(opened, learned, CONFIG.drift_learning, after=50)

    assert [one.id for one in found] == list(range(1, 61))
    assert {one.endpoint for one in found} == {
        "GET /orders",
        "POST /orders",
        "GET /orders/{order}",
    }
    assert {one.state for one in found} >= {"open", "done"}
    assert [len(some) async for some in behind] == [10]


async def test_nothing_is_learned_of_an_empty_recording():
    found = await patterns_of(recording(), CONFIG)

    assert (found.count, list(found.shown())) == (0, [])
