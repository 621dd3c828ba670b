"""What a database refuses, told as a RecordingError."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from mockforge.errors import RecordingError

# (what the database's message contains, what to say, what to do)
_KNOWN = (
    (
        ("database is locked", "database table is locked", "lock timeout"),
        "is locked by another program",
        "close what has it open, then try again",
    ),
    (
        ("not a database",),
        "is not a SQLite database",
        "name a recording made by mockforge proxy, or another file",
    ),
    (
        ("malformed", "corrupt", "disk i/o error: short read", "invalid page"),
        "is damaged",
        "see how much: mockforge db status; then take it from a backup",
    ),
    (
        ("disk is full", "no space left", "disk full"),
        "cannot be written: the disk is full",
        "free some space, then go on; nothing has to be repaired",
    ),
    (
        ("readonly database", "read-only"),
        "cannot be written: it is read-only",
        "make the file and its folder writable, or record into another file",
    ),
    (
        ("unable to open database file", "permission denied"),
        "cannot be opened: no right to its file or folder",
        "make its folder writable, or copy the file elsewhere",
    ),
    (
        ("connection refused", "could not translate host", "timeout expired"),
        "cannot be reached",
        "start the database server, or check host and port",
    ),
    (
        ("does not exist",),
        "does not exist",
        "make it: createdb NAME",
    ),
    (
        ("authentication failed", "no password supplied"),
        "refuses this user or password",
        "check user and password in the URL",
    ),
)


def refusal(error: BaseException, location: str) -> RecordingError:
    """Return *error*, raised by the database at *location*, as a RecordingError."""
    if isinstance(error, RecordingError):
        return error
    # SQLAlchemy keeps what the driver said, and adds the statement to it.
    told = str(getattr(error, "orig", None) or error)
    lower = told.lower()
    for signs, what, next_step in _KNOWN:
        if any(sign in lower for sign in signs):
            return RecordingError(
                f"the recording {location!r} {what}", next_step=next_step
            )
    line = told.strip().partition("\n")[0] or type(error).__name__
    return RecordingError(f"the recording {location!r} cannot be used: {line}")


def missing(number: int, location: str) -> RecordingError:
    """Return the error that an exchange is not there, or not there any more."""
    return RecordingError(f"exchange {number} is not in the recording {location!r}")


@contextmanager
def told(location: str) -> Iterator[None]:
    """Turn what the database or damaged values raise inside into a RecordingError."""
    try:
        yield
    except ValueError as error:
        raise RecordingError(
            f"the recording {location!r} is damaged: {error}",
            next_step="see how much: mockforge db status; then take it from a backup",
        ) from error
    except Exception as error:
        if is_refusal(error):
            raise refusal(error, location) from error
        raise


def is_refusal(error: BaseException) -> bool:
    """Tell whether *error* comes from a database or its driver."""
    if isinstance(error, sqlite3.Error):
        return True
    # By name: neither library is imported where it is not used.
    return any(
        (kind.__name__ == "SQLAlchemyError" and _is_of(kind, "sqlalchemy"))
        or (kind.__name__ == "Error" and _is_of(kind, "psycopg"))
        for kind in type(error).__mro__
    )


def _is_of(kind: type, library: str) -> bool:
    return kind.__module__.startswith(library)
