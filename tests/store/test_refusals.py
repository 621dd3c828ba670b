import sqlite3

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from mockforge.errors import RecordingError
from mockforge.store.refusals import is_refusal, refusal, told


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("database is locked", "locked by another program"),
        ("file is not a database", "not a SQLite database"),
        ("database disk image is malformed", "is damaged"),
        ("database or disk is full", "the disk is full"),
        ("attempt to write a readonly database", "read-only"),
        ("unable to open database file", "no right"),
        ("connection failed: Connection refused\n\tIs the", "cannot be reached"),
        ('FATAL:  database "shop" does not exist', "does not exist"),
        ("something new\nand more", "cannot be used: something new"),
    ],
)
def test_what_the_database_says_becomes_what_to_do(message, said):
    raw = sqlite3.OperationalError(message)
    wrapped = OperationalError("SELECT 1", {}, raw)

    for error in (raw, wrapped):
        assert said in str(refusal(error, "api.db"))
        assert "'api.db'" in str(refusal(error, "api.db"))


def test_no_statement_with_its_values_is_shown():
    error = OperationalError("SELECT", {"x": "secret"}, sqlite3.OperationalError("odd"))

    assert "secret" not in str(refusal(error, "api.db"))


def test_damaged_values_are_told_with_their_recording():
    damaged = pytest.raises(RecordingError, match=r"'api\.db' is damaged: cut off")
    with damaged, told("api.db"):
        raise ValueError("cut off")


def test_what_is_no_refusal_passes():
    with pytest.raises(KeyError), told("api.db"):
        raise KeyError("x")
    with pytest.raises(RecordingError, match=r"^mine$"), told("api.db"):
        raise RecordingError("mine")


def test_a_driver_is_known_by_its_name():
    assert is_refusal(psycopg.OperationalError("x"))
    assert is_refusal(sqlite3.DatabaseError("x"))
    assert not is_refusal(OSError("x"))
