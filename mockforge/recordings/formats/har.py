"""HAR 1.2: what browsers and tools export, read; and written for them to read.

What HAR cannot say stands in `_mockforge` fields, so that writing and reading gives
back the same exchanges; a file without them is read as a browser's.

Source: https://w3c.github.io/web-performance/specs/HAR/Overview.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from mockforge import __version__
from mockforge.exchange import Exchange
from mockforge.options import Json
from mockforge.recordings.formats import har_reading, har_writing
from mockforge.recordings.formats.contents import Contents, Unreadable, broken, load
from mockforge.recordings.formats.document import Document
from mockforge.recordings.formats.notes import Notes
from mockforge.recordings.formats.replacing import replacing
from mockforge.recordings.formats.shape import Fields

VERSION = 1
"""Of our own fields."""
_LOG = re.compile(rb'\A\s*\{\s*"log"\s*:\s*\{')
# A tool may put a comment of its own first.
_ANY_LOG = re.compile(rb'[{,]\s*"log"\s*:\s*\{\s*"(?:version|creator|entries|pages)"')


def recognises(head: bytes) -> bool:
    """Whether *head* is the beginning of a HAR file."""
    return bool(_LOG.match(head)) or (
        head.lstrip()[:1] == b"{" and bool(_ANY_LOG.search(head))
    )


def read(path: Path) -> Contents:
    """Return the exchanges of the HAR file at *path*.

    Raises:
        RecordingError: If the file cannot be read or is no HAR.
    """
    document = Document(path, load(path))
    notes = Notes()
    exchanges: list[Exchange] = []
    key = None
    try:
        log = Fields(document.value, "").part("log")
        if log.has("_mockforge"):
            key = _own(log.part("_mockforge"))
        for index, entry in enumerate(log.parts("entries")):
            try:
                found = har_reading.exchange(entry, notes)
            except Unreadable as error:
                line = document.line("log", "entries", index)
                raise broken(path, str(error), line=line) from None
            exchanges.append(replace(found, id=index + 1))
    except Unreadable as error:
        raise broken(path, str(error)) from None
    return Contents(tuple(exchanges), notes.lines(), redact_key=key, form="har")


def write(
    exchanges: Iterable[Exchange], path: Path, *, redact_key: str | None = None
) -> int:
    """Write *exchanges* to the HAR file *path* and return how many they were.

    What is at *path* is replaced at the end, and stays as it is if anything fails.

    Raises:
        RecordingError: If it cannot be written.
    """
    with replacing(path) as file:
        return dump(exchanges, file, redact_key=redact_key)


def dump(
    exchanges: Iterable[Exchange], file: BinaryIO, *, redact_key: str | None = None
) -> int:
    """Write *exchanges* to *file* as HAR and return how many they were."""
    own: dict[str, Json] = {"form": VERSION}
    if redact_key:
        own["redact_key"] = redact_key
    creator = {"name": "mockforge", "version": __version__}
    head = {"version": "1.2", "creator": creator, "_mockforge": own}
    # By hand, so that the entries need not be in memory all at once.
    file.write(b'{"log": ' + _dumped(head)[:-1] + b', "entries": [')
    count = 0
    for exchange in exchanges:
        file.write(b",\n" if count else b"\n")
        file.write(_dumped(har_writing.entry(exchange)))
        count += 1
    file.write(b"\n]}}\n")
    return count


def _dumped(value: Json) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False).encode()


def _own(own: Fields) -> str | None:
    if own.whole("form") != VERSION:
        raise Unreadable("it was written by a newer mockforge; upgrade this one")
    key = own.text("redact_key", "")
    try:
        bytes.fromhex(key)
    except ValueError:
        raise Unreadable(f"{own.at('redact_key')} is not hexadecimal") from None
    return key or None
