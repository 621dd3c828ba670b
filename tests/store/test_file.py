from mockforge.store import location
from mockforge.store.file import open_file
from mockforge.store.spill import spills
from tests.store import samples
from tests.store.test_reader import record


async def test_a_file_that_needs_no_change_is_opened(tmp_path):
    await record(tmp_path / "api.db", samples.row(1))
    file = open_file(location.parse(tmp_path / "api.db"))

    assert file is not None
    assert (file.name, file.location) == ("api", str(tmp_path / "api.db"))
    await file.close()


async def test_one_that_something_waits_for_is_left_to_others(tmp_path):
    await record(tmp_path / "api.db", samples.row(1))
    place = location.parse(tmp_path / "api.db")
    spills(place)[0].append([samples.row(2)])

    assert open_file(place) is None


async def test_a_name_with_everything_in_it_is_a_name(tmp_path):
    path = tmp_path / "100% a?b#c d é.db"
    await record(path, samples.row(1))
    file = open_file(location.parse(path))

    assert file is not None
    assert len(await file.index()) == 1
    await file.close()
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


async def test_the_last_number_is_that_of_the_extent(tmp_path):
    await record(tmp_path / "api.db", samples.row(1), samples.row(2))
    file = open_file(location.parse(tmp_path / "api.db"))

    assert file is not None
    assert await file.last() == (await file.extent())[1] == 2
    await file.close()
