import asyncio
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from mockforge.errors import RecordingError
from mockforge.store import exchanges, location
from mockforge.store.database import connect
from mockforge.store.spill import spills
from mockforge.store.writer import Writer
from tests.store import samples

ROOT = Path(__file__).resolve().parents[2]


async def record(where, *rows):
    async with (
        await connect(where, create=True) as database,
        Writer(database) as writer,
    ):
        for row in rows:
            await writer.write(row)


async def read_all(path):
    async with await connect(path, readonly=True) as database:
        await exchanges.index(database)
        async for _ in exchanges.every(database):
            pass


async def test_a_new_recording_has_a_name_and_a_key_of_its_own(tmp_path):
    keys = set()
    for name in ("a", "b"):
        async with await connect(tmp_path / f"{name}.db", create=True) as database:
            assert await database.meta("name") == name
            keys.add(await database.meta("redact_key") or "")

    assert len(keys) == 2
    assert all(len(bytes.fromhex(key)) == 32 for key in keys)


async def test_what_is_set_stays_set(where):
    async with await connect(where, create=True) as database:
        for value in ("1", "2"):
            await database.set_meta("key_version", value)
    async with await connect(where) as database:
        assert await database.meta("key_version") == "2"
        assert await database.meta("nothing") is None


async def test_a_folder_is_made_for_a_new_recording(tmp_path):
    async with await connect(tmp_path / "a" / "b" / "c.db", create=True):
        pass

    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.db"]


async def test_what_is_missing_is_made_only_when_asked(where):
    with pytest.raises(RecordingError, match="no recording"):
        await connect(where)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://me:secret@127.0.0.1:1/x", "cannot be reached"),
        ("postgresql://me:secret@127.0.0.1:1/x?connect_timeout=1", "cannot be reached"),
    ],
)
async def test_a_server_that_is_not_there_is_told_without_the_password(url, said):
    with pytest.raises(RecordingError, match=said) as refused:
        await connect(url, create=True)
    assert "secret" not in str(refused.value)


async def test_a_database_that_is_not_there_is_told(cluster_url):
    with pytest.raises(RecordingError, match="does not exist"):
        await connect(cluster_url.replace("/test", "/no"), create=True)


async def test_a_database_locked_by_another_program_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("mockforge.store.engines.BUSY", 50)
    path = tmp_path / "api.db"
    await record(path, samples.row())
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RecordingError, match="locked by another program"):
            await connect(path, readonly=True)


@pytest.mark.parametrize("place", [100, 4096, 20 * 4096], ids=["schema", "all", "end"])
async def test_a_corrupt_file_is_told_wherever_it_is_met(tmp_path, place):
    path = tmp_path / "api.db"
    await record(path, *map(samples.row, range(300)))
    with path.open("r+b") as file:
        file.seek(place)
        file.write(b"\xa5" * (path.stat().st_size - place))

    with pytest.raises(RecordingError, match=r"damaged|not a SQLite"):
        await read_all(path)


async def test_a_recording_can_be_read_while_it_is_recorded(where):
    async with (
        await connect(where, create=True) as database,
        Writer(database) as writer,
    ):
        for number in range(3):
            await writer.write(samples.row(number))
            async with await connect(where, readonly=True) as reader:
                assert await exchanges.count(reader) == number + 1


async def test_a_reader_cannot_change_anything(where):
    await record(where)
    async with await connect(where, readonly=True) as database:
        with pytest.raises(RecordingError, match="read-only"):
            await database.set_meta("name", "x")


class TestInAProtectedFolder:
    """As another user, because nothing is protected from root."""

    @pytest.fixture(params=["clean", "with a log", "with a side file"])
    def protected(self, request):
        # Not in pytest's folders, which are closed to other users.
        with (
            tempfile.TemporaryDirectory() as made,
            tempfile.TemporaryDirectory() as kept,
        ):
            path, folder = Path(made) / "api.db", Path(kept)
            asyncio.run(record(path, samples.row(1)))
            with closing(sqlite3.connect(path)) as other:
                if request.param == "with a log":
                    # A log that only the end of this connection would remove.
                    other.execute("PRAGMA wal_autocheckpoint=0")
                    other.execute("INSERT INTO meta VALUES ('late', 'news')")
                    other.commit()
                    shutil.copy(f"{path}-wal", folder)
                shutil.copy(path, folder)
            if request.param == "with a side file":
                spills(location.parse(folder / "api.db"))[0].append([samples.row(2)])
            before = sorted(path.name for path in folder.iterdir())
            for copied in folder.iterdir():
                copied.chmod(0o444)
            folder.chmod(0o555)
            yield folder / "api.db", path, request.param
            folder.chmod(0o755)
            assert sorted(path.name for path in folder.iterdir()) == before

    READ = (
        "import asyncio, sys\n"
        "from mockforge.store.database import connect\n"
        "from mockforge.store import exchanges\n"
        "async def main():\n"
        "    async with await connect(sys.argv[1], readonly=True) as database:\n"
        "        print(await exchanges.count(database), await database.meta('late'))\n"
        "asyncio.run(main())"
    )

    REPLAY = (
        "import asyncio, sys\n"
        "from mockforge.store.database import connect\n"
        "from mockforge.store.reader import open_reader\n"
        "async def main():\n"
        "    await (await connect(sys.argv[1], readonly=True)).close()\n"
        "    reader = await open_reader(sys.argv[1])\n"
        "    print(len(await reader.index()), await reader.meta('late'))\n"
        "    await reader.close()\n"
        "asyncio.run(main())"
    )

    @pytest.mark.parametrize("code", [READ, REPLAY], ids=["database", "reader"])
    def test_a_recording_can_be_replayed(self, protected, code):
        *paths, kind = protected

        said = as_nobody(code, *paths)
        expected = {"with a log": "1 news", "with a side file": "2 None"}
        assert said == expected.get(kind, "1 None")

    def test_it_cannot_be_recorded_into(self, protected):
        *paths, _ = protected

        said = as_nobody(self.READ.replace(", readonly=True", ""), *paths)
        assert "read-only" in said
        assert "next:" in said


def as_nobody(code, *arguments):
    """Run *code* without root's rights and return what it said."""
    wrapped = (
        "import os, sys, traceback\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "from mockforge.errors import RecordingError\n"
        # Once as root: Python itself may be readable by root only, and what is
        # imported by then need not be read.
        f"path, sys.argv[1] = sys.argv[1], sys.argv[2]\n"
        f"exec({code!r})\n"
        "print('--')\n"
        "sys.argv[1] = path\n"
        "if os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        f"try: exec({code!r})\n"
        "except RecordingError as error: print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", wrapped, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.partition("--\n")[2].strip()
