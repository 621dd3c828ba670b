"""What was learned of a recording: kept where it can be, else learned when needed."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from mockforge.endpoint import Endpoint
from mockforge.errors import RecordingError
from mockforge.learning.options import VERSION, LearningOptions
from mockforge.recordings.files import Recording, StoredRecording
from mockforge.store import learned as stored

if TYPE_CHECKING:
    from mockforge.learning.learned import Learned
    from mockforge.learning.openapi.reading import OpenApi

KEPT_FROM = 2_000
"""Exchanges from which on a replay keeps what it learned. Fewer are learned faster than
anybody waits for, and a file that a team shares is not changed by replaying it."""


@dataclass(slots=True)
class _Known:
    """What one recording taught, by what was told beside it."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    found: dict[str, Learned] = field(default_factory=dict)


_known: WeakKeyDictionary[Recording, _Known] = WeakKeyDictionary()


async def learned_of(
    recording: Recording, options: LearningOptions | None = None
) -> Learned:
    """Return what is known of the API behind *recording*.

    What was kept is returned if the recording is still the one it was learned from.
    Else it is learned now, and kept if that took a while and the database can be
    written.

    Args:
        recording: Where the exchanges are.
        options: What is known before.

    Raises:
        RecordingError: If it cannot be read.
        ConfigError: If the OpenAPI document of *options* cannot be, or its pins.
    """
    from mockforge.recordings.pins import pinned, pins_of

    api = given_in(options)
    declared = () if api is None else api.endpoints
    version = version_of(declared)
    known = _known.setdefault(recording, _Known())
    async with known.lock:
        if (found := known.found.get(version)) is None:
            found = await _found(recording, declared, version)
            if api is not None:
                # What is kept is what was seen; the document may change.
                from mockforge.learning.openapi.declared import over

                found = replace(found, fields=over(api, found.fields))
            known.found[version] = found
    said = pins_of(recording.location, None if options is None else options.pins)
    return pinned(found, said) if said else found


async def learned_to_keep(
    recording: Recording, options: LearningOptions | None = None, *, again: bool = False
) -> tuple[Learned, bool]:
    """Return what is known of the API behind *recording*, and whether it is kept.

    Args:
        recording: Where the exchanges are; only a database keeps it.
        options: What is known before.
        again: Learn, even if what was kept is of the recording as it is.

    Raises:
        RecordingError: If it cannot be read, or the database not be written.
        ConfigError: If the OpenAPI document of *options* cannot be read.
    """
    declared = declared_in(options)
    version = version_of(declared)
    if not isinstance(recording, StoredRecording):
        return await learned_anew(recording, declared), False
    found = None if again else await kept_of(recording, version)
    if found is None:
        found = await learned_anew(recording, declared)
        await keep(recording, found, version)
    return found, True


async def _found(
    recording: Recording, declared: tuple[Endpoint, ...], version: str
) -> Learned:
    if not isinstance(recording, StoredRecording):
        return await learned_anew(recording, declared)
    kept = await kept_of(recording, version)
    if kept is not None:
        return kept
    learned = await learned_anew(recording, declared)
    if learned.count >= KEPT_FROM:
        # Read-only, or busy: it is learned again the next time.
        with suppress(RecordingError):
            await keep(recording, learned, version)
    return learned


async def kept_of(recording: StoredRecording, version: str) -> Learned | None:
    """Return what was kept of *recording*, None if it is not of what it is now.

    Raises:
        RecordingError: If it cannot be read.
    """
    text = await stored.kept(recording.reader, version)
    if text is None:
        return None
    from mockforge.learning.learned import Learned

    try:
        told = json.loads(text)
        exchanges = await recording.load(told["samples"])
        return await asyncio.to_thread(Learned.from_json, told, exchanges)
    except (ValueError, KeyError, TypeError, RecordingError):
        # Of another build of the same version, or cut: it is learned again.
        return None


async def keep(recording: StoredRecording, learned: Learned, version: str) -> None:
    """Keep *learned* in the database of *recording*.

    Raises:
        RecordingError: If that cannot be written.
    """
    text = json.dumps(learned.to_json(), separators=(",", ":"))
    await stored.keep(recording.reader, version, text.encode("ascii"))


async def learned_anew(
    recording: Recording, declared: tuple[Endpoint, ...] = ()
) -> Learned:
    """Learn from every exchange of *recording*.

    Raises:
        RecordingError: If it cannot be read.
    """
    # A tenth of a second of imports, which a proxy does without.
    from mockforge.learning.learner import Learner

    learner = Learner(declared)
    async for exchange in recording.every():
        learner.add(exchange)
        # A replay answers others meanwhile.
        await asyncio.sleep(0)
    return await asyncio.to_thread(learner.settle)


def declared_in(options: LearningOptions | None) -> tuple[Endpoint, ...]:
    """Return the endpoints that the OpenAPI document of *options* declares.

    Raises:
        ConfigError: If it cannot be read.
    """
    api = given_in(options)
    return () if api is None else api.endpoints


def given_in(options: LearningOptions | None) -> OpenApi | None:
    """Return what the OpenAPI document of *options* says, None if there is none.

    Raises:
        ConfigError: If it cannot be read.
    """
    if options is None or options.openapi is None:
        return None
    from mockforge.recordings.formats.openapi import read_openapi

    return read_openapi(options.openapi)


def version_of(declared: tuple[Endpoint, ...] = ()) -> str:
    """Return what tells one way to learn from another: a word without a space."""
    if not declared:
        return str(VERSION)
    told = "\n".join(sorted(map(str, declared)))
    return f"{VERSION}+{blake2b(told.encode(), digest_size=8).hexdigest()}"
