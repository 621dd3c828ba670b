import sqlite3
import subprocess
import sys
from contextlib import aclosing, closing
from pathlib import Path

import pytest

from mockforge.errors import RecordingError
from mockforge.exchange import Failure, FailureKind
from mockforge.http import Response
from mockforge.store import exchanges, insertion, location
from mockforge.store.database import connect
from mockforge.store.file import StoredFile
from mockforge.store.indexed import Reply
from mockforge.store.reader import open_reader
from mockforge.store.rows import Row
from mockforge.store.spill import spills
from mockforge.store.writer import Writer
from tests.store import samples

ROOT = Path(__file__).resolve().parents[2]
REFUSED = Failure(FailureKind.REFUSED, "nothing listens")
ROWS = (
    samples.row(1, body=b"short"),
    samples.row(2, body=b"middling " * 100),
    samples.row(3, body=bytes(range(256)) * 100),
    Row(samples.AWKWARD, b"k"),
    samples.row(5, response=Response(204)),
    samples.row(6, response=None, failure=REFUSED),
)


async def record(where, *rows):
    async with await connect(where, create=True) as database, Writer(database) as out:
        for row in rows:
            await out.write(row)


async def read(where):
    reader = await open_reader(where)
    async with aclosing(Closing(reader)):
        return reader.location, [one async for one in reader.every()]


class Closing:
    """A reader under the name that `aclosing` calls."""

    def __init__(self, reader):
        self.aclose = reader.close


@pytest.fixture
async def reader(where, monkeypatch):
    monkeypatch.setattr(insertion, "PART", 10_000)
    await record(where, *ROWS)
    found = await open_reader(where)
    yield found
    await found.close()
    await found.close()


async def test_it_finds_what_a_database_finds(reader, where):
    async with await connect(where) as database:
        assert await reader.index() == await exchanges.index(database)
        assert await reader.load([6, 4, 1]) == await exchanges.load(database, [6, 4, 1])
        assert [one async for one in reader.every()] == [
            one async for one in exchanges.every(database)
        ]
        counted = await exchanges.statistics(database)
        assert await reader.body_bytes() == counted.body_bytes
        assert await reader.meta("redact_key") == await database.meta("redact_key")
    assert await reader.meta("nothing") is None


async def test_a_reply_is_the_answer_of_the_exchange(reader):
    index = await reader.index()

    for row in index:
        (exchange,) = await reader.load([row.id])
        reply = await reader.reply(row.id, row.started)
        assert (
            reply[:3]
            == Reply(exchange.response, exchange.failure, exchange.first_byte)[:3]
        )
        assert reply.asked() == exchange.request.headers


async def test_it_can_rest_and_go_on(reader):
    await reader.rest()

    assert len(await reader.index()) == len(ROWS)


async def test_what_is_not_there_is_told(reader):
    with pytest.raises(RecordingError, match="exchange 7 is not in the recording"):
        await reader.load([1, 7])
    with pytest.raises(RecordingError, match="exchange 7 is not in the recording"):
        await reader.reply(7, 7.0)


async def test_the_reply_of_another_exchange_with_its_number_is_none_of_its_own(
    reader, where
):
    """The number of a removed exchange is free; its answer must not change."""
    last = next(row for row in await reader.index() if row.id == len(ROWS))
    async with await connect(where) as database:
        await exchanges.delete(database, [last.id])
        async with Writer(database) as writer:
            assert await writer.write(samples.row(9)) == last.id

    with pytest.raises(RecordingError, match="is not in the recording"):
        await reader.reply(last.id, last.started)


async def test_it_sees_what_is_recorded_meanwhile_when_it_looks_again(where):
    await record(where, samples.row(1))
    reader = await open_reader(where)
    async with aclosing(Closing(reader)):
        index = await reader.index()
        async with await connect(where) as database, Writer(database) as writer:
            # Long enough for a dictionary of its own.
            await writer.write(samples.row(2, body=bytes(range(200)) * 3))
            reply = await reader.reply(1, index[0].started)
            assert reply.response == samples.exchange(1).response
            assert len(index) == 1
            (_, second) = await reader.index()
            later = (await reader.reply(2, second.started)).response
            assert later is not None
            assert later.body[:3] == b"\0\1\2"


class TestAFile:
    @pytest.fixture
    async def path(self, tmp_path):
        await record(tmp_path / "api.db", samples.row(1), samples.row(2))
        return tmp_path / "api.db"

    def test_it_is_read_without_the_library_of_databases(self, path):
        code = (
            "import asyncio, sys\n"
            f"sys.path.insert(0, {str(ROOT)!r})\n"
            "from mockforge.store.reader import open_reader\n"
            "async def main():\n"
            "    reader = await open_reader(sys.argv[1])\n"
            "    print(len(await reader.index()))\n"
            "    await reader.close()\n"
            "asyncio.run(main())\n"
            "print('sqlalchemy' in sys.modules, 'aiosqlite' in sys.modules)"
        )
        ran = subprocess.run(
            [sys.executable, "-c", code, str(path)],
            capture_output=True,
            text=True,
            check=True,
        )

        assert ran.stdout.split() == ["2", "False", "False"]

    async def test_what_an_earlier_run_had_to_leave_is_taken_in(self, path):
        spills(location.parse(path))[0].append([samples.row(3)])

        assert len((await read(path))[1]) == 3
        assert [entry.name for entry in path.parent.iterdir()] == ["api.db"]

    async def test_nothing_is_left_beside_it(self, path):
        before = path.read_bytes()
        await read(path)

        assert [entry.name for entry in path.parent.iterdir()] == ["api.db"]
        assert path.read_bytes() == before

    async def test_one_without_a_log_is_left_as_it_is(self, path):
        with closing(sqlite3.connect(path)) as other:
            other.execute("PRAGMA journal_mode=DELETE")
        before = path.read_bytes()

        assert [one.id for one in (await read(path))[1]] == [1, 2]
        assert path.read_bytes() == before

    async def test_it_cannot_be_changed(self, path):
        reader = await open_reader(path)
        async with aclosing(Closing(reader)):
            assert isinstance(reader, StoredFile)
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                reader._connection.execute("DELETE FROM meta")

    async def test_one_that_is_gone_is_not_made_anew(self, path):
        reader = await open_reader(path)
        path.unlink()

        with pytest.raises(RecordingError, match="cannot be opened"):
            await reader.index()
        assert not path.exists()

    @pytest.mark.parametrize(
        "state",
        ["locked", "newer", "foreign", "other", "empty", "missing", "cut", "torn"],
    )
    async def test_what_cannot_be_read_is_told_as_a_database_tells_it(
        self, path, state, monkeypatch
    ):
        monkeypatch.setattr("mockforge.store.engines.BUSY", 50)
        monkeypatch.setattr("mockforge.store.file.BUSY", 0.05)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            SPOILED[state](other, path)
            with pytest.raises(RecordingError) as told:
                await (await connect(path, readonly=True)).close()
            with pytest.raises(RecordingError) as refused:
                await read(path)

        assert str(refused.value) == str(told.value)


def _locked(connection, path):
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("BEGIN EXCLUSIVE")


def _cut(connection, path):
    connection.close()
    path.write_bytes(path.read_bytes()[:-5000])


def _torn(connection, path):
    connection.close()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xa5" * (len(content) - 100))


SPOILED = {
    "locked": _locked,
    "newer": lambda connection, _: connection.execute(
        "UPDATE alembic_version SET version_num = '9999'"
    ),
    "foreign": lambda connection, _: connection.execute("DROP TABLE exchanges"),
    "other": lambda connection, _: connection.execute("DROP TABLE alembic_version"),
    "empty": lambda connection, _: connection.execute("DELETE FROM alembic_version"),
    "missing": lambda _, path: path.unlink(),
    "cut": _cut,
    "torn": _torn,
}
