"""What a text file of exchanges holds, and how trouble with one is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mockforge.errors import RecordingError
from mockforge.exchange import Exchange


@dataclass(frozen=True, slots=True)
class Contents:
    """The exchanges of a file, and what is to be said about how they were read."""

    exchanges: tuple[Exchange, ...]
    """In order, numbered from 1."""
    notes: tuple[str, ...] = ()
    """What was left out, changed or assumed, one sentence each, with its place."""
    redact_key: str | None = None
    """Hexadecimal key of the stand-ins in it; None if the file brings none."""
    form: str = ""
    """The name of its form: `jsonl`, `har`, `vcr`, `go-vcr`, `hoverfly`."""


class Unreadable(ValueError):
    """A part of a file is not what its form asks for; the reader adds the place."""

    def __init__(self, what: str, line: int | None = None) -> None:
        super().__init__(what)
        self.line = line
        """Line in the file, from 1, where the reader knows it."""


def load(path: Path) -> bytes:
    """Return the bytes of *path*, without a byte order mark.

    Raises:
        RecordingError: If the file cannot be read.
    """
    try:
        raw = path.read_bytes()
    except OSError as failure:
        raise RecordingError(
            f"{str(path)!r} cannot be read: {failure.strerror or failure}",
            next_step="check the path and its permissions",
        ) from failure
    return raw.removeprefix(b"\xef\xbb\xbf")


def broken(
    path: Path,
    what: str,
    *,
    line: int | None = None,
    nearest: str | None = None,
    next_step: str = "restore the file from where it came, or export it again",
) -> RecordingError:
    """Return the error for a file that is not what it should be."""
    where = str(path) if line is None else f"{path}:{line}"
    return RecordingError(what, where=where, nearest=nearest, next_step=next_step)
