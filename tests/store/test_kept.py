import asyncio
import logging
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockforge.clock import VirtualClock
from mockforge.store import drawer
from mockforge.store.database import connect
from mockforge.store.drawer import STATE
from mockforge.store.kept import Entry, open_kept


@pytest.fixture
def place(tmp_path):
    return tmp_path / STATE


async def test_what_is_put_is_read_back_at_once_and_by_the_next_run(place):
    async with open_kept(place) as kept:
        await kept.put("answers", "a", {"x": [1, None, 275.0]})
        assert await kept.get("answers", "a") == {"x": [1, None, 275.0]}

    async with open_kept(place) as kept:
        assert await kept.get("answers", "a") == {"x": [1, None, 275.0]}
        assert await kept.get("drift", "a") is None


async def test_no_file_is_made_where_nothing_is_kept(place):
    async with open_kept(place) as kept:
        assert await kept.get("answers", "a") is None
        assert await kept.every("answers") == []
        await kept.delete("answers")
    assert not place.exists()


async def test_what_was_put_is_a_copy(place):
    async with open_kept(place) as kept:
        value = {"x": 1}
        await kept.put("answers", "a", value)
        value["x"] = 2
        assert await kept.get("answers", "a") == {"x": 1}


async def test_what_is_no_json_is_refused_when_it_is_put(place):
    async with open_kept(place) as kept:
        with pytest.raises(TypeError):
            await kept.put("answers", "a", object())


async def test_what_has_expired_is_not_given_but_can_be_seen(place):
    clock = VirtualClock(100.0)
    async with open_kept(place, clock=clock) as kept:
        await kept.put("answers", "a", 1, ttl=10)
        assert await kept.get("answers", "a") == 1
        clock.advance(10)
        for _ in range(2):
            assert await kept.get("answers", "a") is None
            assert await kept.entry("answers", "a") == Entry("a", 1, 100.0, 110.0)
            assert await kept.every("answers") == [Entry("a", 1, 100.0, 110.0)]
            await kept.flush()


async def test_every_gives_what_is_written_and_what_waits_by_key(place):
    async with open_kept(place) as kept:
        for key in ("b/1", "a/1", "gone"):
            await kept.put("answers", key, key)
        await kept.flush()
        await kept.put("answers", "a/2", "new")
        await kept.put("answers", "b/1", "changed")
        await kept.delete("answers", "gone")
        found = [(one.key, one.value) for one in await kept.every("answers")]
        assert found == [("a/1", "a/1"), ("a/2", "new"), ("b/1", "changed")]
        assert [one.key for one in await kept.every("answers", "a/")] == ["a/1", "a/2"]


async def test_a_kind_is_deleted_from_what_is_written_and_what_waits(place):
    async with open_kept(place) as kept:
        await kept.put("answers", "a", "planted-4711")
        await kept.put("drift", "a", 1)
        await kept.flush()
        await kept.put("answers", "b", 2)
        await kept.delete("answers")
        assert await kept.every("answers") == []
        assert await kept.get("drift", "a") == 1
    for file in place.parent.iterdir():
        assert b"planted-4711" not in file.read_bytes()


async def test_two_programs_see_what_the_other_has_written(place):
    async with open_kept(place) as one, open_kept(place) as other:
        await one.put("answers", "a", 1)
        await one.flush()
        assert await other.get("answers", "a") == 1
        await other.put("answers", "b", 2)
        await other.flush()
        assert await one.get("answers", "b") == 2


async def test_without_a_place_it_is_kept_in_memory():
    async with open_kept(None) as kept:
        await kept.put("answers", "a", 1)
        assert await kept.get("answers", "a") == 1
        await kept.delete("answers", "a")
        assert await kept.every("answers") == []


async def test_it_is_kept_in_a_recording_and_makes_one_where_there_is_none(tmp_path):
    path = tmp_path / "api.db"
    async with open_kept(path) as kept:
        await kept.put("answers", "a", 1)
    async with await connect(path) as database:
        assert await database.meta("name") == "api"
    async with open_kept(path) as kept:
        assert await kept.get("answers", "a") == 1


async def test_a_database_on_a_server_keeps_too(cluster_url):
    async with open_kept(cluster_url) as kept:
        assert await kept.get("answers", "a\0\ud800") is None
        await kept.put("answers", "a\0\ud800", {"x": "\0"})
    async with open_kept(cluster_url) as kept:
        assert await kept.get("answers", "a\0\ud800") == {"x": "\0"}
        assert [one.key for one in await kept.every("answers", "a")] == ["a\0\ud800"]
        await kept.delete("answers")
        assert await kept.every("answers") == []


@pytest.mark.parametrize(
    "content", [b"no database" * 20, b"SQLite format 3\0" + b"x" * 99]
)
async def test_a_damaged_file_is_one_warning_and_memory(place, caplog, content):
    place.write_bytes(content)
    async with open_kept(place) as kept:
        assert await kept.get("answers", "a") is None
        await kept.put("answers", "a", 1)
        await kept.flush()
        assert await kept.get("answers", "a") == 1
        assert [one.value for one in await kept.every("answers")] == [1]
    warnings = [one for one in caplog.records if one.levelno >= logging.WARNING]
    assert len(warnings) == 1
    assert "memory" in warnings[0].getMessage()
    assert place.read_bytes() == content


async def test_a_locked_file_is_written_when_it_is_free_again(
    place, caplog, monkeypatch
):
    monkeypatch.setattr(drawer, "BUSY", 0.01)
    async with open_kept(place) as kept:
        await kept.put("answers", "a", 1)
        await kept.flush()
        other = sqlite3.connect(place, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await kept.put("answers", "b", 2)
        await kept.flush()
        assert await kept.get("answers", "b") == 2
        other.execute("ROLLBACK")
        other.close()
    assert "locked" in caplog.text
    async with open_kept(place) as kept:
        assert await kept.get("answers", "b") == 2


async def test_a_folder_that_cannot_be_written_is_one_warning(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    async with open_kept(tmp_path / "file" / STATE) as kept:
        await kept.put("answers", "a", 1)
        await kept.flush()
        await kept.put("answers", "b", 1)
        await kept.flush()
        assert await kept.get("answers", "a") == 1
    assert len([one for one in caplog.records if one.levelno >= logging.WARNING]) == 1


async def test_many_put_at_once_are_all_there(place):
    async with open_kept(place) as kept:
        await asyncio.gather(*(kept.put("answers", str(n), n) for n in range(500)))
        assert len(await kept.every("answers")) == 500


Changes = st.lists(
    st.tuples(
        st.sampled_from(["put", "delete", "clear", "flush", "again"]),
        st.sampled_from(["k", "l"]),
        st.sampled_from(["a", "ab", "\0", "\ud800", '"']),
        st.integers(),
    ),
    max_size=12,
)


async def step(kept, want, what, kind, key, value):
    if what == "put":
        await kept.put(kind, key, value)
        want[kind, key] = value
    elif what == "delete":
        await kept.delete(kind, key)
        want.pop((kind, key), None)
    elif what == "clear":
        await kept.delete(kind)
        for at in [at for at in want if at[0] == kind]:
            del want[at]
    elif what == "flush":
        await kept.flush()
    for its in ("k", "l"):
        found = {one.key: one.value for one in await kept.every(its)}
        assert found == {k: v for (t, k), v in want.items() if t == its}


@settings(max_examples=25, deadline=None)
@given(changes=Changes)
def test_it_is_a_mapping_whatever_is_written_when(tmp_path_factory, changes):
    place = tmp_path_factory.mktemp("kept") / STATE
    want: dict[tuple[str, str], int] = {}

    async def run():
        left = list(changes)
        while left:
            async with open_kept(place) as kept:
                while left and (change := left.pop(0))[0] != "again":
                    await step(kept, want, *change)

    asyncio.run(run())


async def test_several_are_read_at_once(tmp_path):
    place = tmp_path / "mockforge.state.db"
    async with open_kept(place) as kept:
        for number in range(1200):
            await kept.put("things", str(number), number)
    async with open_kept(place) as kept:
        await kept.put("things", "7", "seven")
        await kept.delete("things", "8")
        wanted = [str(number) for number in range(5, 1205)]

        found = await kept.several("things", wanted)

    assert found.pop("7") == "seven"
    assert found == {str(n): n for n in range(5, 1200) if n not in (7, 8)}
