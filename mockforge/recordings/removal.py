"""Taking exchanges out of a recording, or the whole of it away."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path

from mockforge.errors import RecordingError
from mockforge.recordings import places
from mockforge.recordings.files import TextRecording, open_recording
from mockforge.recordings.formats import jsonl
from mockforge.recordings.formats.jsonl import Keep
from mockforge.recordings.matchers import Matcher, MatchOptions
from mockforge.store import exchanges as stored
from mockforge.store.database import connect
from mockforge.store.writer import Writer


async def remove(location: str, ids: Sequence[int]) -> int:
    """Remove the exchanges *ids* from a database or a text file; return how many.

    Raises:
        RecordingError: If one is not there, or the recording cannot be changed.
    """
    if places.is_database(location):
        async with await connect(location) as database:
            await stored.load(database, ids)
            return await stored.delete(database, ids)
    path = Path(location)
    recording = await open_recording(path, matcher=Matcher(MatchOptions()))
    assert isinstance(recording, TextRecording)
    await recording.load(ids)
    if recording.contents.form != "jsonl":
        raise RecordingError(
            f"{location!r} is another tool's file; exchanges are not removed from it",
            next_step=f"mockforge recordings import {location} -o NAME.jsonl",
        )
    kept = [
        exchange
        for exchange in recording.contents.exchanges
        if exchange.id not in set(ids)
    ]
    beside = await asyncio.to_thread(jsonl.times_of(path).exists)
    keep = Keep.BESIDE if beside else Keep.INLINE
    jsonl.write(kept, path, redact_key=recording.redact_key, keep=keep)
    return len(recording.contents.exchanges) - len(kept)


async def remove_whole(location: str) -> None:
    """Remove a recording with everything that belongs to it.

    Raises:
        RecordingError: If it cannot be removed, or is being written.
    """
    if "://" in location:
        raise RecordingError(
            f"{location!r} is a database on a server; its tables are not removed",
            next_step="name the exchanges to remove, or drop the database there",
        )
    path = Path(location)
    if places.is_database(path):
        # Only who may write may remove: a proxy that records into it would go on.
        async with await connect(path) as database, Writer(database):
            pass
    try:
        await asyncio.to_thread(_unlink, path)
    except OSError as failure:
        raise RecordingError(
            f"{location!r} cannot be removed: {failure.strerror}",
            next_step="check the permissions of its folder",
        ) from failure


def _unlink(path: Path) -> None:
    for one in belonging(path):
        one.unlink(missing_ok=True)
    folder = jsonl.folder_of(path)
    if path.suffix == ".jsonl" and folder.is_dir():
        folder.rmdir()


def belonging(path: Path) -> Iterator[Path]:
    """Yield the files of the recording at *path*, itself first."""
    yield path
    if places.is_database(path) or path.suffix in places.DATABASE_SUFFIXES:
        for suffix in ("-wal", "-shm", ".lock", ".upgrade.lock"):
            yield path.with_name(path.name + suffix)
    if path.suffix == ".jsonl":
        yield jsonl.times_of(path)
        if jsonl.folder_of(path).is_dir():
            yield from jsonl.folder_of(path).iterdir()
