"""Exchanges from one recording into another: import and export."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from dataclasses import replace as changed
from pathlib import Path
from typing import BinaryIO

from mockforge.exchange import Exchange
from mockforge.recordings.files import (
    AS_IS,
    Recording,
    TextRecording,
    open_recording,
    redactor_for,
    told_apart,
)
from mockforge.recordings.formats import har, jsonl
from mockforge.recordings.formats.hoverfly import LEFT_OUT
from mockforge.recordings.formats.jsonl import Keep
from mockforge.recordings.formats.replacing import unwritable
from mockforge.recordings.matchers import KEY_VERSION, Matcher, MatchOptions
from mockforge.recordings.redact import NoRedaction, RedactOptions, Redactor
from mockforge.recordings.removal import belonging, remove_whole
from mockforge.recordings.scan import scan
from mockforge.store import exchanges as stored
from mockforge.store.database import Database, connect
from mockforge.store.writer import Row, Writer

Change = Callable[[Exchange], Exchange]
FORMS = {".jsonl": "jsonl", ".har": "har"}
"""What can be written, by how its name ends."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one recording gives to an import."""

    source: str
    exchanges: Sequence[Exchange]
    redact_key: str | None
    is_redacted: bool
    notes: Sequence[str]


@dataclass(slots=True)
class Carried:
    """What came of an import or an export."""

    exchanges: int = 0
    secrets: int = 0
    """Values in them that look like secrets and were left as they are."""
    notes: list[str] = field(default_factory=list)
    """What is to be said about the files they came from."""


async def export(
    recording: Recording,
    target: Path | BinaryIO,
    form: str,
    *,
    keep: Keep = Keep.BESIDE,
    redact: RedactOptions | None = None,
) -> Carried:
    """Write the exchanges of *recording* as text.

    Args:
        recording: Whose exchanges.
        target: The file, or an open one that takes everything.
        form: `jsonl` or `har`.
        keep: Where `jsonl` keeps the times; an open file has them inline.
        redact: Replace what looks like a secret, by these settings.

    Raises:
        RecordingError: If it cannot be read or written.
    """
    done = Carried(notes=list(recording.notes))
    key, redactor = recording.redact_key, recording.redactor
    change: Change = _unchanged
    if redact is not None:
        key = key or secrets.token_hex(32)
        redactor = Redactor(bytes.fromhex(key), redact)
        change = _redaction(redactor)
    # Formats write what they are given one by one; a database gives it in batches.
    found = [change(exchange) async for exchange in recording.every()]
    done.exchanges = len(found)
    if not recording.is_redacted:
        done.secrets = _secrets(found, redactor)
    if isinstance(target, Path):
        if form == "har":
            har.write(found, target, redact_key=key)
        else:
            jsonl.write(found, target, redact_key=key, keep=keep)
    else:
        write = har.dump if form == "har" else jsonl.dump
        write(found, target, redact_key=key)
    return done


async def bring_in(
    sources: Sequence[str | Path],
    target: Path,
    *,
    redact: RedactOptions | None = None,
    replace: bool = False,
) -> Carried:
    """Add the exchanges of all *sources* to the recording *target*, made if missing.

    Args:
        sources: Recordings of any form, no folders.
        target: A database, or a text file that is replaced.
        redact: Replace what looks like a secret, by these settings.
        replace: What is in a database at *target* makes room. It is there whole until
            everything else is.

    Raises:
        RecordingError: If one cannot be read, or the target not be written. Nothing is
            written where nothing was found.
    """
    parts = [await _read(source) for source in sources]
    keys = list(dict.fromkeys(part.redact_key for part in parts if part.redact_key))
    done = Carried(
        exchanges=sum(len(part.exchanges) for part in parts), notes=_gathered(parts)
    )
    if len(keys) > 1:
        done.notes.append(
            "the stand-ins of these recordings were made with different keys; requests"
            " that hold a secret will match those of the first alone"
        )
    if not done.exchanges:
        return done
    if target.suffix.lower() in FORMS:
        _to_text(parts, target, done, key=next(iter(keys), None), redact=redact)
    elif not replace and await asyncio.to_thread(target.exists):
        await _to_database(parts, target, done, keys=keys, redact=redact)
    else:
        async with _new_database(target) as partial:
            await _to_database(parts, partial, done, keys=keys, redact=redact)
    return done


async def _read(source: str | Path) -> Part:
    recording = await open_recording(source, matcher=Matcher(MatchOptions()))
    try:
        if isinstance(recording, TextRecording):
            found = list(recording.contents.exchanges)
        else:
            found = [exchange async for exchange in recording.every()]
        return Part(
            str(source),
            found,
            recording.redact_key,
            recording.is_redacted,
            recording.notes,
        )
    finally:
        await recording.close()


def _gathered(parts: Sequence[Part]) -> list[str]:
    """Return the notes of *parts*; one that many files share is told once."""
    shared: dict[str, list[tuple[str, str]]] = {}
    for part in parts:
        for note in part.notes:
            place, _, what = note.partition(": ")
            # What is left out is named one by one.
            known = note if LEFT_OUT in what else what
            shared.setdefault(known, []).append((part.source, place))
    lines = []
    for what, places in shared.items():
        source, place = places[0]
        if LEFT_OUT in what:
            lines += [f"{source}: {what}" for source, _ in places]
        elif len(places) == 1:
            lines.append(f"{source}: {place}: {what}")
        else:
            lines.append(f"{len(places)} files, as {source} ({place}): {what}")
    return lines


def _to_text(
    parts: Sequence[Part],
    target: Path,
    done: Carried,
    *,
    key: str | None,
    redact: RedactOptions | None,
) -> None:
    redactor = redactor_for(key, RedactOptions())
    change: Change = _unchanged
    if redact is not None:
        key = key or secrets.token_hex(32)
        redactor = Redactor(bytes.fromhex(key), redact)
        change = _redaction(redactor)
    found = [(change(one), part) for one, part in _apart(parts, redactor)]
    loose = [one for one, part in found if not part.is_redacted]
    done.secrets = _secrets(loose, redactor)
    write = har.write if FORMS[target.suffix.lower()] == "har" else jsonl.write
    write([one for one, _ in found], target, redact_key=key)


@asynccontextmanager
async def _new_database(target: Path) -> AsyncIterator[Path]:
    """Yield the path of a database that takes the place of *target* at the end."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.part.db")
    try:
        yield partial
        if await asyncio.to_thread(target.exists):
            await remove_whole(str(target))
        partial.replace(target)
    except OSError as failure:
        raise unwritable(target, failure) from failure
    finally:
        with suppress(OSError):
            for one in belonging(partial):
                one.unlink(missing_ok=True)


async def _to_database(
    parts: Sequence[Part],
    target: Path,
    done: Carried,
    *,
    keys: Sequence[str],
    redact: RedactOptions | None,
) -> None:
    matcher = Matcher(MatchOptions())
    async with await connect(target, create=True) as database:
        if keys and not await stored.count(database):
            await database.set_meta("redact_key", keys[0])
        key = await database.meta("redact_key")
        assert key is not None, "a database is created with its key"
        redactor = Redactor(bytes.fromhex(key), redact or RedactOptions())
        change: Change = _unchanged if redact is None else _redaction(redactor)
        await _require_keys(database)
        async with Writer(database) as writer:
            for exchange, part in _apart(parts, redactor):
                kept = change(exchange)
                if not part.is_redacted:
                    done.secrets += _secrets([kept], redactor)
                asked = redactor.request(kept.request, keep_standins=True)
                await writer.room()
                writer.put(Row(kept, matcher.key(asked)))
            await writer.flush()
        if done.secrets and redact is None:
            await database.set_meta(AS_IS, "yes")


async def _require_keys(database: Database) -> None:
    """Note by which rules the keys are made, if there are none yet."""
    if await database.meta("key_version") is None:
        await database.set_meta("key_version", str(KEY_VERSION))


def _apart(
    parts: Sequence[Part],
    redactor: Redactor | NoRedaction,
) -> Iterable[tuple[Exchange, Part]]:
    """Yield the exchanges of all *parts*, those of each in sessions of their own.

    Cassettes of one test suite hold the same requests with other answers. A session
    keeps each file's sequence together.
    """
    for part in parts:
        name = Path(part.source).stem
        for exchange in part.exchanges:
            apart = told_apart(exchange, redactor)
            if len(parts) > 1:
                session = f"{name}/{apart.session}" if apart.session else name
                apart = changed(apart, session=session)
            yield apart, part


def _secrets(exchanges: Iterable[Exchange], redactor: Redactor | NoRedaction) -> int:
    """Count the values that look like secrets."""
    return sum(len(scan(exchange, redactor)) for exchange in exchanges)


def _unchanged(exchange: Exchange) -> Exchange:
    return exchange


def _redaction(redactor: Redactor) -> Change:
    return lambda exchange: redactor.exchange(exchange, keep_standins=True)
