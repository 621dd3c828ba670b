from dataclasses import replace

import pytest

from mockforge.chance import rng
from mockforge.errors import RecordingError
from mockforge.exchange import Failure, FailureKind
from mockforge.store.database import connect
from mockforge.store.light import LightFile, WholeLights, light_file, lights_of
from mockforge.store.location import parse
from mockforge.store.rows import Row
from mockforge.store.writer import Writer
from tests.recordings import traffic

LARGE = b'{"a": "' + b"x" * 3_000_000 + b'"}'


@pytest.fixture
async def seen(tmp_path):
    made = [
        *traffic.orders(5),
        traffic.exchange(6, "POST", "/a?b=1", 200, LARGE, asked=b"x" * 5000),
        traffic.exchange(7, "GET", "/a", 204),
        replace(
            traffic.exchange(8, "GET", "/é\ud800", 200),
            response=None,
            failure=Failure(FailureKind.RESET, "broken"),
            first_byte=None,
        ),
        traffic.exchange(9, "GET", "/cut", 200, b"abc"),
    ]
    cut = made[-1].response
    assert cut is not None
    made[-1] = replace(made[-1], response=replace(cut, size=4_000))
    path = tmp_path / "a.db"
    async with await connect(path, create=True) as database, Writer(database) as out:
        for one in made:
            await out.write(Row(one, b"key"))
    return made


def test_a_file_and_what_is_at_hand_are_told_alike(seen, tmp_path):
    whole = lights_of(seen, [b"key"] * len(seen))

    with light_file(parse(tmp_path / "a.db")) as file:
        found = file.page(0)

        assert [row._replace(heavy=None) for row in found] == [
            row._replace(heavy=None) for row in whole
        ]
        for row, other in zip(found, whole, strict=True):
            for name in ("asked", "told", "sent", "body"):
                mine = getattr(file, name)(row)
                assert mine == getattr(WholeLights(), name)(other), name


def test_equal_headers_are_known_again_as_they_are_stored(seen, tmp_path):
    with light_file(parse(tmp_path / "a.db")) as file:
        rows = file.page(0)
        blocks = {file.stored(row): file.block(row) for row in rows}

        assert all(file.block(row) == blocks[file.stored(row)] for row in rows)
        assert {WholeLights().stored(row) for row in rows} == {None}


def test_a_file_is_read_a_page_at_a_time(seen, tmp_path):
    with light_file(parse(tmp_path / "a.db")) as file:
        pages = [[row.id for row in file.page(after, 4)] for after in (0, 4, 8, 9)]

        assert pages == [[1, 2, 3, 4], [5, 6, 7, 8], [9], []]
        assert (file.count(4), file.left(4)) == (4, 5)


def test_a_body_that_is_cut_has_its_full_size(seen, tmp_path):
    with light_file(parse(tmp_path / "a.db")) as file:
        sizes = {row.id: row.size for row in file.page(5)}

    assert sizes == {6: len(LARGE), 7: 0, 8: 0, 9: 4_000}


@pytest.mark.parametrize("length", [10, 3_000, 9_000, 300_000])
async def test_a_body_of_any_length_is_read(tmp_path, length):
    """It stands in the row, beside it, or in parts."""
    body = rng(length, "body").randbytes(length)
    path = tmp_path / "a.db"
    async with await connect(path, create=True) as database, Writer(database) as out:
        await out.write(Row(traffic.exchange(1, "GET", "/a", 200, body), b"key"))

    with light_file(parse(path)) as file:
        (row,) = file.page(0)

        assert (row.size, file.body(row), file.last()) == (length, body, 1)


def test_what_is_not_there_cannot_be_read(tmp_path):
    with pytest.raises(RecordingError):
        LightFile(parse(tmp_path / "none.db")).page(0)
