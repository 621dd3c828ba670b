import pytest

from mockforge.errors import RecordingError
from mockforge.store import location
from mockforge.store.rows import Row
from mockforge.store.spill import Spill, existing, spills
from tests.store import samples


@pytest.fixture
def spill(tmp_path):
    return Spill(tmp_path / "api.db.spill.jsonl")


def test_it_is_beside_the_database_or_in_the_state_folder(tmp_path):
    place = location.parse(tmp_path / "api.db")

    beside, aside = (spill.path for spill in spills(place))
    assert beside == tmp_path / "api.db.spill.jsonl"
    assert aside.parent == tmp_path / "state" / "mockforge"


def test_a_server_has_one_for_each_database_and_none_shows_the_password():
    paths = {
        spill.path
        for word in ("secret", "other")
        for name in ("a", "b")
        for spill in spills(location.parse(f"postgresql://me:{word}@h/{name}"))
    }

    assert len(paths) == 2


def test_rows_come_back(spill):
    rows = [Row(samples.AWKWARD, b"\x00\xff"), samples.row(2)]
    spill.append(rows[:1])
    spill.append(rows[1:])

    assert spill.read()[1] == rows


def test_a_line_without_its_end_was_never_acknowledged(spill):
    spill.append([samples.row(1)])
    with spill.path.open("ab") as file:
        file.write(b'{"key": "00", "exch')

    assert len(spill.read()[1]) == 1


def test_what_cannot_be_written_leaves_the_file_as_it_was(spill):
    spill.append([samples.row(1)])
    before = spill.path.read_bytes()

    with pytest.raises(TypeError):
        spill.append([samples.row(2), samples.row(3, started=object())])
    assert spill.path.read_bytes() == before


def test_two_files_have_two_numbers(tmp_path):
    names = set()
    for name in ("a", "b"):
        spill = Spill(tmp_path / name)
        spill.append([samples.row()])
        names.add(spill.read()[0])

    assert len(names) == 2


@pytest.mark.parametrize("line", [b"{}", b"nothing", b"[]", b'{"key": "zz"}'])
def test_a_damaged_line_is_told_by_its_number(spill, line):
    spill.append([samples.row()])
    with spill.path.open("ab") as file:
        file.write(line + b"\n")

    with pytest.raises(RecordingError, match=r"line 3 of .* is damaged") as refused:
        spill.read()
    assert refused.value.next_step


def test_those_that_exist_are_found(tmp_path):
    place = location.parse(tmp_path / "api.db")
    assert existing(place) == []

    for spill in spills(place):
        spill.append([samples.row(1), samples.row(2)])
    assert [len(spill.read()[1]) for spill in existing(place)] == [2, 2]


def test_one_that_could_not_be_begun_is_not_left_behind(spill):
    with pytest.raises(TypeError):
        spill.append([samples.row(1, started=object())])

    assert not spill.path.exists()
