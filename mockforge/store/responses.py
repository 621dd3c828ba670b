"""Every response of a recording in memory, packed until it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import sqlalchemy as sa

from mockforge.errors import RecordingError
from mockforge.http import Headers, Response
from mockforge.store.compression import Unpacker
from mockforge.store.database import Database
from mockforge.store.packing import unescaped, unpack_chunks
from mockforge.store.reading import body_of, fetch_plain
from mockforge.store.refusals import told
from mockforge.store.rows import head_of
from mockforge.store.tables import bodies, exchanges

LARGE = 1 << 20
"""Bytes from which a body is read from the database each time it is asked for."""


class Packed(NamedTuple):
    """The columns that a response is made of."""

    id: int
    status: int
    reason: str
    response_version: str
    response_headers: bytes
    response_trailers: bytes | None
    response_body: bytes | None
    response_digest: bytes | None
    response_size: int | None
    chunks: bytes | None
    first_byte: float | None


class Responses:
    """The responses of a recording by the number of their exchange.

    A packed response takes about its size on disk; an unpacked one is not kept.
    """

    def __init__(
        self,
        database: Database,
        rows: Mapping[int, tuple[Any, ...]],
        packed: Mapping[bytes, bytes],
        unpacker: Unpacker,
    ) -> None:
        self._database = database
        self._rows = rows
        self._packed = packed
        self._unpacker = unpacker

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, number: int) -> bool:
        return number in self._rows

    def ready(self, number: int) -> Response | None:
        """Return the response of exchange *number* if it is in memory, else None.

        Raises:
            RecordingError: If there is no such response, or it is damaged.
        """
        row = self._row(number)
        with told(self._database.location):
            if row.response_body is not None:
                return self._made(row, self._unpacker.unpack(row.response_body))
            if row.response_digest is None:
                return self._made(row, b"")
            packed = self._packed.get(row.response_digest)
            if packed is None:
                return None
            return self._made(row, self._unpacker.unpack(packed))

    def first_byte(self, number: int) -> float | None:
        """Return the seconds from the request of exchange *number* to its response.

        Raises:
            RecordingError: If there is no such response.
        """
        return self._row(number).first_byte

    async def response(self, number: int) -> Response:
        """Return the response of exchange *number*, read from disk if it is large.

        Raises:
            RecordingError: If there is no such response, or it is damaged.
        """
        found = self.ready(number)
        if found is not None:
            return found
        row = self._row(number)
        assert row.response_digest is not None
        with told(self._database.location):
            async with self._database.engine.connect() as connection:
                data = await body_of(connection, row.response_digest, self._unpacker)
            return self._made(row, data)

    def _row(self, number: int) -> Packed:
        row = self._rows.get(number)
        if row is None:
            raise RecordingError(
                f"exchange {number} of {self._database.location!r} has no response"
            )
        return Packed._make(row)

    def _made(self, row: Packed, body: bytes) -> Response:
        headers: Headers = head_of(row.response_headers, self._unpacker)
        return Response(
            status=row.status,
            headers=headers,
            body=body,
            reason=unescaped(row.reason),
            version=unescaped(row.response_version),
            trailers=head_of(row.response_trailers, self._unpacker),
            chunks=unpack_chunks(row.chunks),
            size=row.response_size,
        )


async def responses(database: Database) -> Responses:
    """Read every response; bodies from LARGE on stay in the database.

    Exchanges without a response are left out.

    Raises:
        RecordingError: If the database cannot be read.
    """
    columns = [exchanges.c[name] for name in Packed._fields]
    heads = sa.select(*columns).where(exchanges.c.status.is_not(None))
    small = sa.select(bodies.c.digest, bodies.c.data).where(
        bodies.c.size < sa.literal_column(str(LARGE)), bodies.c.data.is_not(None)
    )
    with told(database.location):
        rows = {row[0]: row for row in await fetch_plain(database, heads)}
        packed = {row[0]: row[1] for row in await fetch_plain(database, small)}
        async with database.engine.connect() as connection:
            unpacker = await database.unpacker(connection)
    return Responses(database, rows, packed, unpacker)
