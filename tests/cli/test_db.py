import asyncio
import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from mockforge.cli.db import db
from mockforge.errors import RecordingError
from mockforge.exchange import Exchange
from mockforge.http import Request, Response
from mockforge.store import location
from mockforge.store.database import connect
from mockforge.store.rows import Row
from mockforge.store.spill import spills
from mockforge.store.tables import HEAD
from mockforge.store.writer import Writer

EXCHANGE = Exchange(
    Request("GET", "https", "api.example.com", "/orders"),
    Response(200, (), b"body " * 100),
    session="a",
)
ROW = Row(EXCHANGE, b"key")


def run(*args):
    return CliRunner().invoke(db, list(map(str, args)))


async def record(path, rows):
    async with (
        await connect(path, create=True) as database,
        Writer(database) as writer,
    ):
        for row in rows:
            await writer.write(row)


@pytest.fixture
def recording(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "recordings" / "api.db"
    asyncio.run(record(path, [ROW]))
    return path


def test_status_shows_what_is_there(recording):
    shown = run("status", recording)

    assert shown.exit_code == 0
    lines = dict(line.split(None, 1) for line in shown.stdout.splitlines())
    assert lines | {"size": None} == {
        "database": str(recording),
        "schema": HEAD,
        "exchanges": "1 (0 failed, 0 WebSocket)",
        "sessions": "1",
        "origins": "https://api.example.com",
        "bodies": "1 of 500 bytes in all",
        "size": None,
        "integrity": "ok",
    }


def test_status_for_machines(recording):
    found = json.loads(run("status", recording, "--json").stdout)

    assert (found["revision"], found["head"]) == (HEAD, HEAD)
    assert found["statistics"]["exchanges"] == 1
    assert found["problems"] == []


def test_status_changes_nothing(recording):
    before = recording.read_bytes()
    spills(location.parse(recording))[0].append([ROW])
    run("status", recording)

    assert recording.read_bytes() == before
    assert "1 exchanges in" in run("status", recording).stdout


def test_without_a_name_it_is_the_only_recording(recording):
    assert str(recording.name) in run("status").stdout


def test_without_a_name_and_a_choice_the_names_are_listed(recording):
    shutil.copy(recording, recording.with_name("shop.db"))

    failed = run("status").exception
    assert isinstance(failed, RecordingError)
    assert "recordings/api.db, recordings/shop.db" in str(failed)


def test_without_any_recording_that_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert "there is none in recordings/" in str(run("status").exception)


def test_damage_is_shown_and_ends_with_the_code_for_recordings(recording):
    with closing(sqlite3.connect(recording)) as connection:
        connection.execute("DELETE FROM bodies")
        connection.commit()

    shown = run("status", recording)
    assert shown.exit_code == RecordingError.exit_code
    assert "1 exchanges have lost a body" in shown.stdout


def test_upgrade_says_that_there_is_nothing_to_do(recording):
    shown = run("upgrade", recording)

    assert shown.stdout == f"{recording}: schema {HEAD}, nothing to upgrade\n"


def test_upgrade_takes_in_what_waits(recording):
    side = spills(location.parse(recording))[0]
    side.append([ROW, ROW])

    assert "2 waiting exchanges were taken in" in run("upgrade", recording).stdout
    assert not side.path.exists()
    changes = json.loads(run("upgrade", recording, "--json").stdout)
    assert changes == {
        "database": str(recording),
        "from": HEAD,
        "to": HEAD,
        "taken_in": 0,
    }


def test_a_missing_database_is_told_with_the_nearest(recording):
    failed = run("status", recording.with_name("ap.db")).exception

    assert "the nearest is" in str(failed)
