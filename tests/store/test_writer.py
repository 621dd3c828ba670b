import asyncio
import logging
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from mockforge.errors import RecordingError
from mockforge.store import exchanges, writer
from mockforge.store.database import connect
from mockforge.store.writer import Writer
from tests.store import samples

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
async def database(where):
    async with await connect(where, create=True) as found:
        yield found


async def numbers(database):
    return [entry.id for entry in await exchanges.index(database)]


async def test_a_write_returns_when_others_can_read_it(database, where):
    async with Writer(database) as writing:
        number = await writing.write(samples.row(1))
        async with await connect(where, readonly=True) as reader:
            assert await numbers(reader) == [number]


async def test_rows_that_come_together_are_committed_together(database):
    async with Writer(database, batch=100) as writing:
        together = [writing.write(samples.row(n)) for n in range(250)]
        ids = await asyncio.gather(*together)

    assert ids == list(range(1, 251))
    assert writing.written == 250


async def test_what_was_put_is_there_after_a_flush(database):
    async with Writer(database, linger=0.001) as writing:
        for number in range(20):
            writing.put(samples.row(number))
        await writing.flush()

        assert await exchanges.count(database) == 20


async def test_closing_loses_nothing(database):
    writing = Writer(database)
    await writing.start()
    for number in range(300):
        writing.put(samples.row(number))
    waiting = asyncio.gather(*(writing.write(samples.row(n)) for n in range(5)))
    await asyncio.sleep(0)
    await writing.close()
    await writing.close()

    assert len(await waiting) == 5
    assert await exchanges.count(database) == 305


async def test_who_stops_waiting_loses_nothing(database):
    async with Writer(database) as writing:
        waiting = asyncio.ensure_future(writing.write(samples.row(1)))
        await asyncio.sleep(0)
        waiting.cancel()

    assert await exchanges.count(database) == 1


async def test_the_queue_is_bounded(database, monkeypatch):
    monkeypatch.setattr(writer, "ROWS_WAITING", 10)
    async with Writer(database) as writing:
        most = 0
        for number in range(200):
            await writing.room()
            writing.put(samples.row(number))
            most = max(most, writing._rows)
        await asyncio.gather(*(writing.write(samples.row(n)) for n in range(50)))

    assert most <= 10
    assert await exchanges.count(database) == 250


async def test_the_queue_is_bounded_by_bytes_too(database, monkeypatch):
    monkeypatch.setattr(writer, "BYTES_WAITING", 10_000)
    async with Writer(database) as writing:
        most = 0
        for number in range(30):
            await writing.room()
            writing.put(samples.row(number, body=b"x" * 4000))
            most = max(most, writing._bytes)

    assert most < 20_000
    assert await exchanges.count(database) == 30


async def test_one_at_a_time_writes(database, where):
    async with Writer(database), await connect(where) as other:
        with pytest.raises(RecordingError, match="being written by another process"):
            await Writer(other).start()


async def test_what_is_not_started_says_so(database):
    with pytest.raises(RuntimeError, match="not started"):
        Writer(database).put(samples.row())


async def test_a_row_that_cannot_be_stored_does_not_cost_the_others(database):
    bad = samples.row(2, started=object())
    async with Writer(database) as writing:
        together = [writing.write(row) for row in (samples.row(1), bad, samples.row(3))]
        first, second, third = await asyncio.gather(*together, return_exceptions=True)

        assert "cannot hold an exchange" in str(second)
        assert (first, third) == (1, 2)
        assert await exchanges.count(database) == 2
        with pytest.raises(RecordingError, match="lost: 1"):
            await writing.close()


WRITE = """
import asyncio, os, sys
from mockforge.store.database import connect
from mockforge.store.writer import Writer
from tests.store import samples

async def main():
    database = await connect(sys.argv[1], create=True)
    async with Writer(database) as writing:
        async def one(client):
            number = client
            while True:
                row = samples.row(number, body=b"%d " % number * 100)
                await writing.write(row)
                os.write(1, b"%d\\n" % number)
                number += 8
        await asyncio.gather(*map(one, range(8)))

asyncio.run(main())
"""


@pytest.mark.parametrize("acknowledged", [1, 50, 300, 1000])
def test_what_was_acknowledged_outlives_kill_9(where, acknowledged):
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, where], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(acknowledged)]
        process.kill()
        # What was written to the pipe before the kill was acknowledged as well.
        told += process.stdout.readlines()

    found = asyncio.run(stored(where))
    assert {int(line) for line in told if line.endswith(b"\n")} - found == set()


async def stored(where):
    """Return the numbers of the rows that can be read to the last byte."""
    async with await connect(where) as database:
        index = await exchanges.index(database)
        loaded = await exchanges.load(database, [entry.id for entry in index])
    assert all(one.response and one.response.body for one in loaded)
    return {int(entry.key.removeprefix(b"key-")) for entry in index}


MEMORY = """
import asyncio, os, sys
from mockforge.store import exchanges
from mockforge.store.database import connect
from mockforge.store.writer import Writer
from tests.store import samples

def peak():
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if "VmHWM" in line) / 1024

async def main():
    async with await connect(sys.argv[1], create=True) as database:
        async with Writer(database) as writing:
            await writing.write(samples.row(0, body=os.urandom(5 << 20)))
            body = os.urandom(64 << 20)
            before = peak()
            await writing.write(samples.row(1, body=body))
            written = peak() - before
            digest = hash(body)
            del body
        before = peak()
        (loaded,) = await exchanges.load(database, [2])
        assert hash(loaded.response.body) == digest
        print(int(written), int(peak() - before))

asyncio.run(main())
"""


def test_a_large_body_is_not_held_several_times(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", MEMORY, str(tmp_path / "api.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    written, loaded = map(int, ran.stdout.split())

    assert written < 32
    assert loaded < 64


async def test_a_server_that_went_away_is_found_again(cluster_url, caplog):
    caplog.set_level(logging.CRITICAL)
    async with (
        await connect(cluster_url, create=True) as database,
        Writer(database) as writing,
    ):
        await writing.write(samples.row(1))
        disconnect_everybody(cluster_url)
        with pytest.raises(RecordingError, match=r"put aside in .*: 1"):
            await writing.write(samples.row(2))
        await writing.write(samples.row(3))
        await writing.flush()

    async with await connect(cluster_url) as database:
        keys = [entry.key for entry in await exchanges.index(database)]
    assert keys == [b"key-1", b"key-2", b"key-3"]


def disconnect_everybody(url):
    plain = url.replace("+psycopg", "")
    with psycopg.connect(plain, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
