import asyncio
import hashlib
import logging
import tempfile

import pytest

from mockforge.errors import RecordingError
from mockforge.store import exchanges, scribe
from mockforge.store.database import connect
from mockforge.store.spill import SUFFIX, Spill
from mockforge.store.writer import Writer
from tests.store import samples


def row(number):
    """A row that needs pages of its own."""
    return samples.row(number, body=hashlib.shake_128(bytes([number])).digest(5000))


def limit(writing, pages):
    """Let the database grow to *pages* pages: what a full disk is to it."""
    connection = writing._scribe._pen._connection
    connection.execute(f"PRAGMA max_page_count={pages}")


def nowhere(tmp_path):
    """A path at which nothing can be written, not even by root."""
    (tmp_path / "file").touch()
    return tmp_path / "file" / "below"


@pytest.fixture
async def full(tmp_path, caplog):
    """A writer whose database has room for some rows, and those rows' keys."""
    caplog.set_level(logging.CRITICAL)
    database = await connect(tmp_path / "api.db", create=True)
    writing = Writer(database)
    await writing.start()
    await writing.write(row(0))
    limit(writing, 1)
    yield writing, database
    await database.close()


async def keys(path):
    async with await connect(path, readonly=True) as database:
        return [entry.key for entry in await exchanges.index(database)]


async def test_on_a_full_disk_what_cannot_be_written_is_put_aside(full, tmp_path):
    writing, _ = full
    for number in (1, 2):
        with pytest.raises(RecordingError, match="the disk is full") as refused:
            await writing.write(row(number))
        assert f"api.db.spill.jsonl': {number}" in str(refused.value)
        assert "free some space" in str(refused.value.next_step)
    with pytest.raises(RecordingError, match=r"put aside in .*: 2"):
        await writing.close()

    assert (tmp_path / "api.db.spill.jsonl").exists()
    assert await keys(tmp_path / "api.db") == [b"key-0", b"key-1", b"key-2"]
    assert [path.name for path in tmp_path.iterdir()] == ["api.db"]


async def test_what_was_put_aside_follows_as_soon_as_there_is_room(full, tmp_path):
    writing, database = full
    together = [writing.write(row(number)) for number in range(1, 6)]
    failed = await asyncio.gather(*together, return_exceptions=True)
    assert all(isinstance(one, RecordingError) for one in failed)

    limit(writing, 1_000_000)
    await writing.write(row(6))
    assert writing.trouble is None
    assert await exchanges.count(database) == 7
    await writing.close()
    assert not (tmp_path / "api.db.spill.jsonl").exists()


async def test_queued_rows_are_told_of_at_the_flush(full):
    writing, _ = full
    writing.put(row(1))
    with pytest.raises(RecordingError, match=r"put aside in .*: 1"):
        await writing.flush()

    limit(writing, 1_000_000)
    await writing.flush()
    await writing.close()


async def test_without_room_beside_it_the_state_folder_takes_it(full, tmp_path):
    writing, _ = full
    aside = writing._scribe._spills
    aside[0] = Spill(nowhere(tmp_path))
    with pytest.raises(RecordingError, match=r"put aside in '.*/state/mockforge/"):
        await writing.write(row(1))
    with pytest.raises(RecordingError, match=r"put aside in .*: 1"):
        await writing.close()

    assert await keys(tmp_path / "api.db") == [b"key-0", b"key-1"]
    assert not aside[1].path.exists()


async def test_without_a_side_file_rows_are_kept_in_memory(full, tmp_path):
    writing, _ = full
    writing._scribe._spills = [Spill(nowhere(tmp_path))]
    with pytest.raises(RecordingError, match="in memory only: 1"):
        await writing.write(row(1))

    limit(writing, 1_000_000)
    await writing.write(row(2))
    await writing.close()
    assert await keys(tmp_path / "api.db") == [b"key-0", b"key-1", b"key-2"]


async def test_the_last_resort_is_the_temporary_folder(full, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / "tmp"))
    writing, _ = full
    writing._scribe._spills = [Spill(nowhere(tmp_path))]
    with pytest.raises(RecordingError, match="in memory only"):
        await writing.write(row(1))
    with pytest.raises(RecordingError, match="left in") as refused:
        await writing.close()

    (left,) = (tmp_path / "tmp").iterdir()
    assert str(left) in str(refused.value)
    left.rename(tmp_path / ("api.db" + SUFFIX))
    assert await keys(tmp_path / "api.db") == [b"key-0", b"key-1"]


async def test_what_is_lost_is_called_lost(full, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(nowhere(tmp_path)))
    writing, _ = full
    writing._scribe._spills = [Spill(nowhere(tmp_path))]
    with pytest.raises(RecordingError, match="in memory only"):
        await writing.write(row(1))

    with pytest.raises(RecordingError, match="lost: 1"):
        await writing.close()


async def test_memory_is_not_filled_for_ever(full, tmp_path, monkeypatch):
    monkeypatch.setattr(scribe, "BYTES_WAITING", 8000)
    writing, _ = full
    writing._scribe._spills = [Spill(nowhere(tmp_path))]
    for number in (1, 2):
        with pytest.raises(RecordingError, match="in memory only"):
            await writing.write(row(number))

    assert "lost: 1" in str(writing.trouble)
    limit(writing, 1_000_000)
    with pytest.raises(RecordingError, match="lost: 1"):
        await writing.close()
