"""Our text form: a header line, then one exchange a line, made for git.

`read` and `write` are here; what a line says is in lines.py, what a body looks like
in bodies.py, what is kept apart because only time changes it in times.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from mockforge.exchange import Exchange
from mockforge.options import Json
from mockforge.recordings.formats import bodies, lines, parsing, times
from mockforge.recordings.formats.contents import Contents, Unreadable, broken, load
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.replacing import replacing, unwritable
from mockforge.recordings.formats.shape import Fields

VERSION = 1
"""Of the text form; in the header line."""
_LACKING = "its times are not beside the file; headers like Date are left out"
_HEADER = re.compile(rb'\s*\{\s*"mockforge"\s*:')


class Keep(StrEnum):
    """Where the times of a recording are written."""

    BESIDE = "beside"
    """In `shop.times` next to `shop.jsonl`."""
    INLINE = "inline"
    """In the line itself: one file that holds everything."""
    NONE = "none"
    """Nowhere: they are lost."""


def folder_of(path: Path) -> Path:
    """Return where the big bodies of the text file *path* are."""
    return path.with_suffix(".bodies")


def times_of(path: Path) -> Path:
    """Return where the times of the text file *path* are."""
    return path.with_suffix(".times")


def recognises(head: bytes) -> bool:
    """Whether *head* is the beginning of our text form."""
    return bool(_HEADER.match(head))


def read(path: Path) -> Contents:
    """Return the exchanges of the text file *path*, with the times beside it.

    Raises:
        RecordingError: If it cannot be read, is cut off or of a newer form.
    """
    rows = load(path).split(b"\n")
    key = _header(path, rows[0])
    known, notes, folder = _times(path), Notes(), folder_of(path)
    exchanges: list[Exchange] = []
    for number, row in enumerate(rows[1:], start=2):
        if not row.strip():
            continue
        try:
            fields = Fields(json.loads(row), "")
            taken = known.take(row) if known else None
            exchange = parsing.exchange(fields, folder, taken)
            if taken is None and parsing.lacks_times(fields):
                notes.add(_LACKING, f"line {number}")
        except json.JSONDecodeError as error:
            raise _cut(path, number, len(rows), error) from None
        except (Unreadable, UnicodeDecodeError, RecursionError) as error:
            what = str(error) if isinstance(error, Unreadable) else "it is not JSON"
            raise broken(path, what, line=number) from None
        exchanges.append(replace(exchange, id=len(exchanges) + 1))
    return Contents(tuple(exchanges), notes.lines(), redact_key=key, form="jsonl")


def write(
    exchanges: Iterable[Exchange],
    path: Path,
    *,
    redact_key: str | None = None,
    keep: Keep = Keep.BESIDE,
) -> int:
    """Write *exchanges* to the text file *path* and return how many they were.

    What is at *path* is replaced at the end, and stays as it is if anything fails.

    Raises:
        RecordingError: If it cannot be written.
    """
    used: set[str] = set()
    count = 0
    with ExitStack() as stack:
        clocks = None
        if keep is Keep.BESIDE:
            clocks = stack.enter_context(replacing(times_of(path)))
            clocks.write(_dumped({"mockforge": VERSION, "times_of": path.name}))
        file = stack.enter_context(replacing(path))
        file.write(head(redact_key))
        for line, clock in rendered(exchanges, keep, folder_of(path), used.add):
            file.write(line)
            if clocks is not None:
                clocks.write(clock)
            count += 1
    _tidy(path, used, keep)
    return count


def dump(
    exchanges: Iterable[Exchange], file: BinaryIO, *, redact_key: str | None = None
) -> int:
    """Write *exchanges* to *file*, everything in the lines; return how many."""
    file.write(head(redact_key))
    count = 0
    for line, _ in rendered(exchanges, Keep.INLINE, None, lambda name: None):
        file.write(line)
        count += 1
    return count


def head(redact_key: str | None) -> bytes:
    """Return the first line."""
    header: dict[str, Json] = {"mockforge": VERSION}
    if redact_key:
        header["redact_key"] = redact_key
    return _dumped(header)


def key_of(path: Path) -> str | None:
    """Return the key that the stand-ins of the recording at *path* were made with.

    Raises:
        RecordingError: If its first line is not that of a recording.
    """
    with path.open("rb") as file:
        return _header(path, file.readline(4096))


def rendered(
    exchanges: Iterable[Exchange],
    keep: Keep,
    folder: Path | None,
    stored: Callable[[str], None],
) -> Iterator[tuple[bytes, bytes]]:
    """Yield the line of each exchange, and the line of its times."""
    sessions: dict[str, str] = {"": ""}
    for exchange in exchanges:
        if keep is Keep.INLINE:
            yield _dumped(lines.fields(exchange, folder, stored, inline=True)), b""
            continue
        # The digest that names a session differs from one database to the next.
        label = sessions.setdefault(exchange.session, f"s{len(sessions)}")
        still = times.without(exchange, label)
        line = _dumped(lines.fields(still, folder, stored, inline=False))
        yield line, _dumped(times.of(exchange, line))


def _dumped(value: Json) -> bytes:
    try:
        text = json.dumps(
            value, ensure_ascii=False, allow_nan=False, separators=(",", ":")
        )
        return text.encode() + b"\n"
    except UnicodeEncodeError:
        # Half of a surrogate pair, escaped in a body, can only be written escaped.
        text = json.dumps(value, allow_nan=False, separators=(",", ":"))
        return text.encode() + b"\n"


def _header(path: Path, row: bytes) -> str | None:
    try:
        header = Fields(json.loads(row), "")
        version = header.whole("mockforge")
        key = header.text("redact_key", "")
        bytes.fromhex(key)
    except (ValueError, RecursionError) as error:
        what = str(error) if isinstance(error, Unreadable) else "unreadable"
        raise broken(path, f"the header line is {what}", line=1) from None
    if version != VERSION:
        raise broken(
            path,
            f"it is in version {version} of the text form, newer than {VERSION}",
            line=1,
            next_step="upgrade mockforge: pip install --upgrade mockforge",
        )
    return key or None


def _times(path: Path) -> times.Times | None:
    beside = times_of(path)
    if not beside.exists():
        return None
    rows = [row for row in load(beside).split(b"\n") if row.strip()]
    try:
        return times.Times(rows[1:])
    except (ValueError, RecursionError):
        raise broken(
            beside,
            "these times are cut off or altered",
            next_step=f"restore it, or delete it: {path.name} is whole without it",
        ) from None


def _cut(path: Path, number: int, rows: int, error: json.JSONDecodeError) -> Exception:
    if number == rows:
        whole = number - 2
        return broken(
            path,
            "the file ends in the middle of an exchange",
            line=number,
            nearest=f"the {whole} before it are whole",
            next_step=f"restore the file, or delete line {number}",
        )
    return broken(
        path,
        f"the line is not JSON: {error.msg} at column {error.colno}",
        line=number,
        next_step=f"restore the file, or delete line {number}",
    )


def _tidy(path: Path, used: set[str], keep: Keep) -> None:
    """Remove what an earlier export of the same name left and this one does not use."""
    try:
        if keep is not Keep.BESIDE:
            times_of(path).unlink(missing_ok=True)
        folder = folder_of(path)
        if not folder.is_dir():
            return
        for file in folder.iterdir():
            if bodies.is_name(file.name) and file.name not in used:
                file.unlink()
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as failure:
        raise unwritable(path, failure) from failure
