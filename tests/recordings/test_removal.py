import pytest

from mockforge.errors import RecordingError
from mockforge.recordings import removal
from mockforge.recordings.formats import har, jsonl
from mockforge.recordings.transfer import bring_in
from mockforge.store import exchanges as stored
from mockforge.store.database import connect
from mockforge.store.writer import Writer
from tests.worlds import exchange


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "shop.jsonl"
    big = bytes(100_000)
    jsonl.write([exchange(answer=big), exchange(answer=b"2"), exchange()], path)
    return path


async def test_exchanges_are_taken_out_of_a_text_file(shop):
    assert await removal.remove(str(shop), [1, 3]) == 2

    (left,) = jsonl.read(shop).exchanges
    assert left.response is not None
    assert left.response.body == b"2"
    assert not jsonl.folder_of(shop).exists()


async def test_exchanges_are_taken_out_of_a_database(shop, tmp_path):
    await bring_in([shop], tmp_path / "shop.db")

    assert await removal.remove(str(tmp_path / "shop.db"), [2]) == 1

    async with await connect(tmp_path / "shop.db") as database:
        assert await stored.count(database) == 2


@pytest.mark.parametrize("name", ["shop.jsonl", "shop.db"])
async def test_nothing_is_removed_if_one_is_not_there(shop, tmp_path, name):
    await bring_in([shop], tmp_path / "shop.db")

    with pytest.raises(RecordingError, match="exchange 9 is not in"):
        await removal.remove(str(tmp_path / name), [1, 9])

    assert len(jsonl.read(shop).exchanges) == 3
    async with await connect(tmp_path / "shop.db") as database:
        assert await stored.count(database) == 3


async def test_another_tools_file_is_left_alone(tmp_path):
    path = tmp_path / "a.har"
    har.write([exchange()], path)

    with pytest.raises(RecordingError, match="recordings import"):
        await removal.remove(str(path), [1])


async def test_a_text_recording_goes_with_all_that_is_beside_it(shop, tmp_path):
    await removal.remove_whole(str(shop))

    assert list(tmp_path.iterdir()) == []


async def test_a_database_goes_with_all_that_is_beside_it(shop, tmp_path):
    folder = tmp_path / "databases"
    folder.mkdir()
    await bring_in([shop], folder / "shop.db")

    await removal.remove_whole(str(folder / "shop.db"))

    assert list(folder.iterdir()) == []


async def test_a_database_that_is_being_written_stays(shop, tmp_path):
    path = tmp_path / "shop.db"
    await bring_in([shop], path)

    async with await connect(path) as database, Writer(database):
        with pytest.raises(RecordingError):
            await removal.remove_whole(str(path))

    assert path.exists()


async def test_a_database_on_a_server_is_not_removed():
    with pytest.raises(RecordingError, match="on a server"):
        await removal.remove_whole("postgresql+psycopg://db/shop")
