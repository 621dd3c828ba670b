import pytest

from mockforge.errors import RecordingError
from mockforge.store import facts
from mockforge.store.database import connect
from mockforge.store.file import StoredFile
from mockforge.store.reader import open_reader


@pytest.fixture
async def reader(where):
    async with await connect(where, create=True):
        pass
    found = await open_reader(where)
    yield found
    await found.close()


async def test_the_last_that_was_kept_is_what_is_known(reader):
    await facts.keep(reader, "of mine", "first")
    await facts.keep(reader, "of mine", "second")

    assert await reader.meta("of mine") == "second"


async def test_what_is_read_only_is_not_written(tmp_path):
    path = tmp_path / "r.db"
    async with await connect(path, create=True):
        pass
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    found = await open_reader(path)
    assert isinstance(found, StoredFile)
    if found.place.uri is None:
        # Whoever may do everything is not kept from writing.
        await found.close()
        return

    with pytest.raises(RecordingError):
        await facts.keep(found, "of mine", "first")
    await found.close()
