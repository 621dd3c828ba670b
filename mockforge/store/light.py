"""Exchanges without their bodies, in order of number: what patterns are learned from.

A file is read by a connection of its own, so that another thread may do it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Any, NamedTuple, Protocol

from mockforge.exchange import Exchange
from mockforge.http import Headers
from mockforge.store.compression import Unpacker
from mockforge.store.file import connected, joined_body
from mockforge.store.location import Place
from mockforge.store.packing import unescaped
from mockforge.store.refusals import told
from mockforge.store.rows import head_of

PAGE = 2_000
"""Rows that are read at a time."""


class Light(NamedTuple):
    """An exchange, less its heads and bodies."""

    id: int
    source: str
    session: str
    key: bytes
    """The match key it was stored with."""
    started: float
    first_byte: float | None
    elapsed: float
    method: str
    authority: str
    target: str
    status: int
    """0 if no answer came."""
    failure: str | None
    size: int
    """Bytes of the answer's body."""
    heavy: Any
    """Where the rest of it is."""


class Lights(Protocol):
    """What gives the rest of an exchange that was read without."""

    def asked(self, row: Light) -> Headers:
        """Return the header of its request."""

    def block(self, row: Light) -> bytes | None:
        """Return a text that holds the header of its request, if that is at hand."""

    def stored(self, row: Light) -> bytes | None:
        """Return what is the same only where the header of the request is; or None."""

    def told(self, row: Light) -> Headers:
        """Return the header of its answer."""

    def sent(self, row: Light) -> bytes:
        """Return the body of its request."""

    def body(self, row: Light) -> bytes:
        """Return the body of its answer."""


_FIELDS = (
    *("id", "source", "session", "key", "started", "first_byte", "elapsed", "method"),
    *("authority", "target", "status", "failure", "response_size"),
)
_HEAVY = (
    *("request_headers", "request_body", "request_digest"),
    *("response_headers", "response_body", "response_digest"),
)
_SMALL = 8192
"""Bytes of a body that is read with the rest, as it is stored."""

_QUERY = (
    f"SELECT {', '.join(f'exchanges.{name}' for name in (*_FIELDS, *_HEAVY))},"
    f" CASE WHEN length(bodies.data) <= {_SMALL} THEN bodies.data END,"
    " bodies.size FROM exchanges LEFT JOIN bodies ON digest = response_digest"
    " WHERE exchanges.id > ? ORDER BY exchanges.id LIMIT ?"
)
_CUT = len(_FIELDS)


class LightFile:
    """The file of a recording, read a page at a time."""

    def __init__(self, place: Place) -> None:
        """Open the file at *place*.

        Raises:
            RecordingError: If it cannot be read.
        """
        self._place = place
        with told(place.shown):
            self._connection = connected(place)
        self._dictionaries: dict[int, bytes] = {}
        self._unpacker = Unpacker(self._dictionaries)
        # A handful of words stand in all rows; each is held once.
        self._words: dict[str, str] = {}

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()

    def page(self, after: int, most: int = PAGE) -> list[Light]:
        """Return what comes behind exchange *after*, in order of number.

        Raises:
            RecordingError: If the file cannot be read.
        """
        with told(self._place.shown):
            found = self._connection.execute(_QUERY, (after, most)).fetchall()
            # After the rows: whatever they need was committed with them.
            last = max(self._dictionaries, default=0)
            query = "SELECT id, data FROM dictionaries WHERE id > ?"
            self._dictionaries.update(self._connection.execute(query, (last,)))
            return [self._light(row) for row in found]

    def count(self, last: int) -> int:
        """Return how many exchanges there are up to number *last*.

        Raises:
            RecordingError: If the file cannot be read.
        """
        query = "SELECT count(*) FROM exchanges WHERE id <= ?"
        with told(self._place.shown):
            return int(self._connection.execute(query, (last,)).fetchone()[0])

    def last(self) -> int:
        """Return the highest number of an exchange; 0 if there is none.

        Raises:
            RecordingError: If the file cannot be read.
        """
        query = "SELECT coalesce(max(id), 0) FROM exchanges"
        with told(self._place.shown):
            return int(self._connection.execute(query).fetchone()[0])

    def left(self, last: int) -> int:
        """Return how many exchanges there are behind number *last*.

        Raises:
            RecordingError: If the file cannot be read.
        """
        query = "SELECT count(*) FROM exchanges WHERE id > ?"
        with told(self._place.shown):
            return int(self._connection.execute(query, (last,)).fetchone()[0])

    def asked(self, row: Light) -> Headers:
        """Return the header of its request."""
        return head_of(row.heavy[_CUT], self._unpacker)

    def block(self, row: Light) -> bytes | None:
        """Return a text that holds the header of its request."""
        packed = row.heavy[_CUT]
        return self._unpacker.unpack(packed) if packed else b""

    def stored(self, row: Light) -> bytes | None:
        """Return the header of its request as it is stored."""
        packed: bytes | None = row.heavy[_CUT]
        return packed

    def told(self, row: Light) -> Headers:
        """Return the header of its answer."""
        return head_of(row.heavy[_CUT + 3], self._unpacker)

    def sent(self, row: Light) -> bytes:
        """Return the body of its request."""
        return self._whole(row.heavy[_CUT + 1], row.heavy[_CUT + 2])

    def body(self, row: Light) -> bytes:
        """Return the body of its answer."""
        inline = row.heavy[_CUT + 4]
        return self._whole(
            row.heavy[_CUT + 6] if inline is None else inline, row.heavy[_CUT + 5]
        )

    def _whole(self, inline: bytes | None, digest: bytes | None) -> bytes:
        if inline is not None:
            return self._unpacker.unpack(inline)
        if digest is None:
            return b""
        with told(self._place.shown):
            return joined_body(self._connection, digest, self._unpacker)

    def _light(self, row: tuple[Any, ...]) -> Light:
        number, source, session, key, started, first, elapsed, method = row[:8]
        authority, target, status, failure, size = row[8:_CUT]
        if size is None:
            size = row[-1]
        if size is None:
            inline = row[_CUT + 4]
            size = len(self._unpacker.unpack(inline)) if inline else 0
        words, word = self._words, self._word
        # The fields in their order: a tuple is made in half the time by position.
        return Light._make(
            (
                number,
                source,
                words.get(session) or word(session),
                key,
                started,
                first,
                elapsed,
                words.get(method) or word(method),
                words.get(authority) or word(authority),
                unescaped(target) if "\\" in target else target,
                status or 0,
                failure,
                size,
                row,
            )
        )

    def _word(self, text: str) -> str:
        known = self._words.get(text)
        if known is None:
            if len(self._words) > PAGE:
                self._words.clear()
            known = self._words[text] = unescaped(text)
        return known


class WholeLights:
    """Exchanges that are at hand, as if they had been read without bodies."""

    def asked(self, row: Light) -> Headers:
        """Return the header of its request."""
        return _whole(row).request.headers

    def block(self, row: Light) -> bytes | None:
        """Return None: the header is at hand itself."""
        return None

    def stored(self, row: Light) -> bytes | None:
        """Return None: the header is at hand itself."""
        return None

    def told(self, row: Light) -> Headers:
        """Return the header of its answer."""
        response = _whole(row).response
        return response.headers if response is not None else ()

    def sent(self, row: Light) -> bytes:
        """Return the body of its request."""
        return _whole(row).request.body

    def body(self, row: Light) -> bytes:
        """Return the body of its answer."""
        response = _whole(row).response
        return response.body if response is not None else b""


def lights_of(exchanges: Iterable[Exchange], keys: Sequence[bytes]) -> list[Light]:
    """Return *exchanges* as rows, with their match *keys*, in order of number."""
    found = []
    for one, key in zip(exchanges, keys, strict=True):
        request, response = one.request, one.response
        size = 0
        if response is not None:
            size = len(response.body) if response.size is None else response.size
        found.append(
            Light(
                one.id or 0,
                one.source.value,
                one.session,
                key,
                one.started,
                one.first_byte,
                one.elapsed,
                request.method,
                request.authority,
                request.target,
                response.status if response is not None else 0,
                one.failure.kind.value if one.failure else None,
                size,
                one,
            )
        )
    return sorted(found, key=lambda row: row.id)


def light_file(place: Place) -> closing[LightFile]:
    """Open the file at *place* until the context is left."""
    return closing(LightFile(place))


def _whole(row: Light) -> Exchange:
    exchange: Exchange = row.heavy
    return exchange
