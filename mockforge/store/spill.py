"""Side files: exchanges that the database could not take, until it can.

The first choice is beside the database, where people look. A disk that is full has
no room there either; the second choice is the user's state folder.

A file has one line of JSON for each exchange, after a first line with a number that
is unlike any other. The number is noted in `meta` in the transaction that takes the
lines in, so that lines whose file outlived that are not taken in twice.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from io import FileIO
from pathlib import Path

import platformdirs

from mockforge.errors import RecordingError
from mockforge.options import Json
from mockforge.store.location import Place
from mockforge.store.plain import from_plain, to_plain
from mockforge.store.rows import Row

SUFFIX = ".spill.jsonl"


class Spill:
    """A side file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, rows: Iterable[Row]) -> None:
        """Add *rows*; when this returns they are on disk.

        Raises:
            OSError: If they cannot be written; the file is then as it was.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # Unbuffered: what is in a buffer would follow after the file was cut back.
        with self.path.open("ab", buffering=0) as file:
            before = file.seek(0, os.SEEK_END)
            try:
                if not before:
                    import secrets

                    name = secrets.token_hex(8)
                    _write(file, _line({"mockforge_spill": 1, "id": name}))
                for row in rows:
                    plain = to_plain(row.exchange)
                    _write(file, _line({"key": row.key.hex(), "exchange": plain}))
                os.fsync(file.fileno())
            except BaseException:
                file.truncate(before)
                if not before:
                    self.path.unlink()
                raise

    def read(self) -> tuple[str, list[Row]]:
        """Return the file's number and its rows.

        A last line without its end was never acknowledged and is left out.

        Raises:
            RecordingError: If a line is damaged.
        """
        lines = self.path.read_bytes().split(b"\n")[:-1]
        if not lines:
            return "", []
        for number, line in enumerate(lines, 1):
            try:
                value = json.loads(line)
                if number == 1:
                    name, rows = str(value["id"]), list[Row]()
                    continue
                key = bytes.fromhex(value["key"])
                rows.append(Row(from_plain(value["exchange"]), key))
            except (ValueError, KeyError, TypeError) as error:
                raise RecordingError(
                    f"line {number} of {str(self.path)!r} is damaged: {error}",
                    next_step="remove that line to go on without it",
                ) from error
        return name, rows


def spills(place: Place) -> list[Spill]:
    """Return the side files that the database at *place* may have, best first."""
    if place.path is not None:
        # As a link may say it, or not, it is the same database.
        address = str(place.path.resolve())
        found = [Spill(place.beside(SUFFIX))]
    else:
        # A server's database has no folder of its own here.
        address = place.url.set(password=None).render_as_string()
        found = []
    name = hashlib.blake2b(address.encode(), digest_size=8).hexdigest()
    state = platformdirs.user_state_path("mockforge")
    return [*found, Spill(state / (name + SUFFIX))]


def existing(place: Place) -> list[Spill]:
    """Return the side files that the database at *place* has."""
    return [spill for spill in spills(place) if _is_there(spill.path)]


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except PermissionError:
        # Somebody else's state folder; what is in it is not ours.
        return False


def _write(file: FileIO, line: bytes) -> None:
    # On a disk that is nearly full a part may be written before the error comes.
    rest = memoryview(line)
    while rest:
        rest = rest[file.write(rest) or 0 :]


def _line(value: Json) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"
