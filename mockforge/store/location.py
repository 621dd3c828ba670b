"""Where a recording is: a path or a URL, and what its file looks like from outside."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote

from mockforge.errors import RecordingError
from mockforge.store.schema import APPLICATION

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

MAGIC = b"SQLite format 3\x00"
WAL = 2
"""The file format version of a database with a write-ahead log."""


@dataclass(frozen=True, slots=True)
class Place:
    """A database's address."""

    path: Path | None
    """The file, for SQLite."""
    server: str = ""
    """The URL of a database on a server, with its password."""
    uri: str | None = None
    """How SQLite is told to open the file, where its path does not say enough."""

    @property
    def url(self) -> URL:
        """The address for SQLAlchemy, with the synchronous driver."""
        # Imported here: a replay of a file gets along without.
        from sqlalchemy.engine import URL, make_url

        if self.path is None:
            return make_url(self.server)
        if self.uri is None:
            return URL.create("sqlite", database=str(self.path))
        file, _, query = self.uri.partition("?")
        terms = dict(parse_qsl(query)) | {"uri": "true"}
        return URL.create("sqlite", database=file, query=terms)

    @property
    def shown(self) -> str:
        """The address for people: a path, or a URL without its password."""
        if self.path is not None:
            return str(self.path)
        return self.url.render_as_string(hide_password=True)

    @property
    def name(self) -> str:
        """What the recording is called: the file's or the database's name."""
        return self.path.stem if self.path else self.url.database or "recording"

    def beside(self, suffix: str) -> Path:
        """Return the path of a file next to the database's.

        Raises:
            ValueError: If the database is no file.
        """
        if self.path is None:
            raise ValueError(f"{self.shown} is not a file")
        return self.path.with_name(self.path.name + suffix)

    def reading(self, *, immutable: bool) -> Place:
        """Return the same file, opened without the right to write.

        Args:
            immutable: Nobody changes the file while it is open; SQLite then needs
                neither locks nor the files beside it.
        """
        assert self.path is not None
        query = "mode=ro&immutable=1" if immutable else "mode=ro"
        return Place(self.path, uri=f"file:{quote(str(self.path))}?{query}")


def parse(location: str | Path) -> Place:
    """Return the place that a path or a database URL names.

    Raises:
        RecordingError: If it is a URL of a kind that holds no recordings.
    """
    text = str(location)
    if isinstance(location, Path) or "://" not in text:
        return Place(Path(text).expanduser())
    # Half a second of imports that a path does without.
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(text)
    except ArgumentError as error:
        raise _unusable(text) from error
    kind = url.get_backend_name()
    if kind == "sqlite":
        if not url.database or url.database == ":memory:":
            raise RecordingError(
                f"{text!r} names no file", next_step="write sqlite:///recordings/api.db"
            )
        return Place(Path(url.database).expanduser())
    if kind in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
        return Place(None, url.render_as_string(hide_password=False))
    raise _unusable(text)


def check(path: Path, *, create: bool) -> bool:
    """Look at the file *path* before SQLite does; return whether it exists.

    Reads 100 bytes. A file without a page in it counts as missing.

    Raises:
        RecordingError: If it cannot be, or become, a recording.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
            length = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        head, length = b"", 0
    except IsADirectoryError as error:
        raise RecordingError(f"{str(path)!r} is a folder, not a recording") from error
    except OSError as error:
        raise RecordingError(
            f"{str(path)!r} cannot be read: {error.strerror}"
        ) from error
    if not length:
        if not create:
            raise _missing(path)
        return False
    _check_head(path, head, length)
    return True


def is_writable(path: Path) -> bool:
    """Tell whether SQLite could write to the file, and make its log beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def has_log(path: Path) -> bool:
    """Tell whether there is a write-ahead log with something in it beside *path*."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def is_logged(path: Path) -> bool:
    """Tell whether the database at *path* is one with a write-ahead log."""
    try:
        with path.open("rb") as file:
            head = file.read(20)
    except FileNotFoundError:
        return False
    return head[18:20] == bytes([WAL, WAL])


def _check_head(path: Path, head: bytes, length: int) -> None:
    if not head.startswith(MAGIC[: len(head)]):
        raise RecordingError(
            f"{str(path)!r} is not a SQLite database",
            nearest=f"it begins with {head[:12]!r}",
        )
    if len(head) < 100:
        raise _truncated(path, f"{length} bytes are left")
    (page,) = struct.unpack_from(">H", head, 16)
    page = 65536 if page == 1 else page
    changes, pages = struct.unpack_from(">II", head, 24)
    (application,) = struct.unpack_from(">I", head, 68)
    (checked,) = struct.unpack_from(">I", head, 92)
    # With a log beside it the file may lag behind what its head says.
    if changes == checked and length < page * pages and not has_log(path):
        raise _truncated(path, f"{length} of {page * pages} bytes are left")
    if pages > 1 and application != APPLICATION and not has_log(path):
        raise RecordingError(
            f"{str(path)!r} is a SQLite database of another program",
            next_step="name a recording made by mockforge proxy, or another file",
        )


def _missing(path: Path) -> RecordingError:
    from difflib import get_close_matches

    if not path.parent.is_dir():
        return RecordingError(
            f"there is no recording {str(path)!r}",
            nearest=f"there is no folder {str(path.parent)!r} either",
        )
    names = sorted(
        entry.name for entry in path.parent.iterdir() if _may_be_recording(entry.name)
    )
    near = get_close_matches(path.name, names, n=1, cutoff=0.5)
    if path.exists():
        what = f"{str(path)!r} is empty, not a recording"
    else:
        what = f"there is no recording {str(path)!r}"
    return RecordingError(
        what,
        nearest=f"the nearest is {str(path.with_name(near[0]))!r}" if near else None,
        next_step="record one: mockforge proxy --upstream URL",
    )


def _may_be_recording(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(("-wal", "-shm", ".lock"))


def _truncated(path: Path, how: str) -> RecordingError:
    return RecordingError(
        f"{str(path)!r} is cut off: {how}",
        next_step="take the file from a backup, or copy it again",
    )


def _unusable(text: str) -> RecordingError:
    scheme = text.partition("://")[0]
    return RecordingError(
        f"no recording can be kept in {scheme!r}",
        nearest="a path, sqlite:///PATH and postgresql+psycopg://HOST/NAME can be used",
    )
