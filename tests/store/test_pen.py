import hashlib

import pytest

from mockforge.errors import RecordingError
from mockforge.store import engines, insertion, location, revisions
from mockforge.store.database import connect
from mockforge.store.insertion import Insertion
from mockforge.store.pen import InUse, Pen, take_in_waiting
from mockforge.store.spill import spills
from tests.store import samples


@pytest.fixture
def place(where):
    found = location.parse(where)
    revisions.bring_up(engines.synchronous(found), found, create=True)
    return found


def counted(place):
    with engines.synchronous(place).connect() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM exchanges").scalar()


def test_only_one_has_the_right(place):
    first = Pen(place)
    with pytest.raises(InUse, match="being written by another process") as refused:
        Pen(place)
    assert "--db PATH" in str(refused.value)

    first.close()
    first.close()
    Pen(place).close()


def test_a_closed_pen_writes_nothing(place):
    pen = Pen(place)
    pen.close()

    with pytest.raises(RuntimeError, match="closed"):
        pen.insert([samples.row()])


def test_what_waits_is_taken_in_and_its_file_removed(place):
    spills(place)[0].append([samples.row(1), samples.row(2)])

    assert take_in_waiting(place) == 2
    assert counted(place) == 2
    assert not spills(place)[0].path.exists()
    assert take_in_waiting(place) == 0


def test_what_is_being_written_is_left_to_its_writer(place):
    spills(place)[0].append([samples.row(1)])
    pen = Pen(place)

    assert take_in_waiting(place) == 0
    assert pen.take_in(spills(place)[0]) == 1
    pen.close()


def test_a_side_file_that_outlived_its_taking_in_is_not_taken_twice(place):
    """The process was killed between the commit and the removal of the file."""
    spill = spills(place)[0]
    spill.append([samples.row(1)])
    content = spill.path.read_bytes()
    name, rows = spill.read()
    pen = Pen(place)
    assert isinstance(pen._insertion, Insertion)
    pen._insertion.insert(rows, (f"spill:{name}", "1"))
    pen.close()
    spill.path.write_bytes(content)

    assert take_in_waiting(place) == 0
    assert counted(place) == 1
    assert not spill.path.exists()


def test_a_damaged_side_file_is_kept_and_told(place):
    spill = spills(place)[0]
    spill.append([samples.row(1)])
    with spill.path.open("ab") as file:
        file.write(b"{}\n")

    with pytest.raises(RecordingError, match="line 3 of"):
        take_in_waiting(place)
    assert spill.path.exists()
    assert counted(place) == 0


async def test_what_still_does_not_fit_is_kept_and_named(tmp_path, monkeypatch):
    path = tmp_path / "api.db"
    async with await connect(path, create=True):
        pass
    place = location.parse(path)
    body = bytes(range(256)) * 400
    noise = hashlib.shake_128(body).digest(99999)
    spills(place)[0].append([samples.row(1, body=noise)])
    monkeypatch.setattr(insertion, "CHECKPOINT", "PRAGMA max_page_count=1")

    with pytest.raises(RecordingError, match=r"disk is full; exchanges .* wait in"):
        await connect(path)
    monkeypatch.undo()
    assert take_in_waiting(place) == 1
