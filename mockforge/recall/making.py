"""Making a memory of a recording: kept where it can be, else made when needed."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from mockforge.errors import RecordingError
from mockforge.exchange import Exchange
from mockforge.learning.endpoints import EndpointMap
from mockforge.learning.failures.outcomes import PASSING
from mockforge.provenance import Source
from mockforge.recall.embedder import Asked, Embedder
from mockforge.recall.habits import Habits
from mockforge.recall.kinds import kind_of
from mockforge.recall.memory import Memory, number_of, read_request
from mockforge.recall.outlines import Outlines
from mockforge.recall.rows import Rows
from mockforge.recall.vectors import Packed, joined, packed
from mockforge.recordings.files import StoredRecording
from mockforge.store import vectors as stored
from mockforge.store.schema import VECTORS

if TYPE_CHECKING:
    from mockforge.recordings.files import Recording

VERSION = 2
"""Of what is kept beside the vectors."""

KEPT_FROM = 500
"""Exchanges from which on a memory is kept. Fewer are read faster than anybody waits
for, and a file that a team shares is not changed by replaying it."""

BATCH = 512
"""Exchanges whose vectors are made at a time."""


async def memory_of(
    recording: Recording, endpoints: EndpointMap, embedder: Embedder
) -> Memory:
    """Return what can be recalled of *recording*.

    What was kept is returned if the recording and the embedder are those it was made
    of. Else it is made now, and kept if that takes a while.

    Args:
        recording: Where the exchanges are.
        endpoints: Those of its API.
        embedder: Makes the vectors.

    Raises:
        RecordingError: If the recording cannot be read.
        UpstreamError: If the embedder asks somebody who does not answer.
    """
    version = version_of(endpoints, embedder)
    rows = None
    if isinstance(recording, StoredRecording):
        parts = await stored.kept(recording.reader, VECTORS, version)
        with suppress(ValueError):
            rows = None if parts is None else Rows.from_parts(parts)
    if rows is None:
        rows = await _rows(recording, endpoints, embedder)
        if isinstance(recording, StoredRecording) and len(rows) >= KEPT_FROM:
            # Read-only, or busy: it is made again the next time.
            with suppress(RecordingError):
                await stored.keep(recording.reader, VECTORS, version, rows.parts())
    memory = Memory(rows, endpoints, embedder)
    await asyncio.to_thread(memory.prepare)
    return memory


def version_of(endpoints: EndpointMap, embedder: Embedder) -> str:
    """Return what tells one way to make a memory from another."""
    told = json.dumps([one.key for one in endpoints.every])
    digest = blake2b(told.encode("ascii"), digest_size=8).hexdigest()
    return f"{VERSION}+{embedder.id}+{digest}"


class _Making:
    """The rows of a recording so far."""

    def __init__(self, embedder: Embedder) -> None:
        self.ids: list[int] = []
        self.groups: list[int] = []
        self.kinds: list[int] = []
        self.statuses: list[int] = []
        self.shapes: list[int] = []
        self.namings: list[int] = []
        self.names: dict[tuple[str, str], int] = {}
        self.habits = Habits()
        self.outlines = Outlines()
        self.parts: list[Packed] = []
        self._embedder = embedder
        self._waiting: list[Asked] = []

    async def add(self, asked: Asked, key: str, exchange: Exchange) -> None:
        """Take in *exchange*, whose request was read as *asked*."""
        assert exchange.id is not None
        assert exchange.response is not None
        method = asked.request.method
        self.ids.append(exchange.id)
        self.groups.append(self.names.setdefault((method, key), len(self.names)))
        self.kinds.append(kind_of(exchange.response))
        self.statuses.append(exchange.response.status)
        self.shapes.append(number_of(asked.fields.places))
        self.namings.append(number_of(asked.fields.standing))
        # A request of no known endpoint is compared with all of its method.
        for group in (method, key) if key else (method,):
            self.habits.add(group, asked.fields.chosen)
            self.outlines.add(group, asked.fields.places)
        self._waiting.append(asked)
        if len(self._waiting) >= BATCH:
            await self.flush()

    async def flush(self) -> None:
        """Make the vectors of what waits."""
        if self._waiting:
            self.parts.append(packed(await self._embedder.requests(self._waiting)))
            self._waiting.clear()

    def told(self) -> Rows:
        """Return the rows, less the failures that pass where others answered."""
        import numpy as np

        groups = np.array(self.groups, np.int32)
        statuses = np.array(self.statuses, np.int32)
        passing = np.isin(statuses, sorted(PASSING))
        well = np.isin(groups, np.unique(groups[~passing]))
        stays = ~(passing & well)
        dim = self.parts[0].dim if self.parts else 0
        every = joined(self.parts, dim)
        return Rows(
            np.array(self.ids, np.int64)[stays],
            groups[stays],
            np.array(self.kinds, np.int64)[stays],
            statuses[stays],
            np.array(self.shapes, np.int64)[stays],
            np.array(self.namings, np.int64)[stays],
            Packed(every.codes[stays], every.scales[stays]),
            list(self.names),
            self.habits,
            self.outlines,
        )


async def _rows(
    recording: Recording, endpoints: EndpointMap, embedder: Embedder
) -> Rows:
    making = _Making(embedder)
    async for exchange in recording.every():
        if not _answers(exchange):
            continue
        # An import may hold secrets, and an embedder may be somebody else's.
        asked = recording.redactor.request(exchange.request, keep_standins=True)
        await making.add(*read_request(asked, endpoints), exchange)
        await asyncio.sleep(0)
    await making.flush()
    return making.told()


def _answers(exchange: Exchange) -> bool:
    """Whether *exchange* has a whole answer of an upstream."""
    response = exchange.response
    return (
        response is not None
        and response.status != 101
        and exchange.failure is None
        and response.size is None
        and exchange.source is Source.UPSTREAM
        and not exchange.events
    )
