"""Values as columns and back without loss: text, header blocks, chunk times."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import chain

from mockforge.http import Chunk, Headers

# A header block is its names and values in turn. No field may hold a line feed on
# the wire, so joining by it is enough; one that does hold it is written with lengths.
JOINED = 0x0A
COUNTED = 0x00
_LENGTH = struct.Struct("<I")
_CHUNK = struct.Struct("<dQ")


def escaped(text: str) -> str:
    r"""Return *text* as a text column can hold it.

    PostgreSQL refuses NUL, and both databases lone surrogates. Text with these, with
    any other unprintable character or with a backslash is stored in Python's
    escapes; all other text as it is.

    >>> escaped("/orders?page=2")
    '/orders?page=2'
    >>> escaped("a\x00b")
    'a\\x00b'
    """
    if text.isprintable() and "\\" not in text:
        return text
    return text.encode("unicode_escape").decode("ascii")


def unescaped(text: str) -> str:
    """Return what `escaped` was given."""
    if "\\" not in text:
        return text
    return text.encode("ascii").decode("unicode_escape")


def pack_headers(headers: Headers) -> bytes:
    """Return *headers* as one block, order and repetition kept."""
    if not headers:
        return b""
    fields = list(chain.from_iterable(headers))
    joined = b"\n".join(fields)
    if joined.count(b"\n") == len(fields) - 1:
        return b"\n" + joined
    return b"\x00" + b"".join(_LENGTH.pack(len(field)) + field for field in fields)


def unpack_headers(block: bytes) -> Headers:
    """Return what `pack_headers` was given.

    Raises:
        ValueError: If *block* is not such a block.
    """
    if not block:
        return ()
    if block[0] == JOINED:
        fields = block[1:].split(b"\n")
    elif block[0] == COUNTED:
        fields = _counted(block)
    else:
        raise ValueError(f"a header block cannot begin with {block[:1]!r}")
    turns = iter(fields)
    return tuple(zip(turns, turns, strict=True))


def pack_chunks(chunks: Sequence[Chunk]) -> bytes | None:
    """Return *chunks* as bytes, or None where there are none."""
    if not chunks:
        return None
    return b"".join(_CHUNK.pack(chunk.wait, chunk.size) for chunk in chunks)


def unpack_chunks(packed: bytes | None) -> tuple[Chunk, ...]:
    """Return what `pack_chunks` was given.

    Raises:
        ValueError: If *packed* is cut off.
    """
    if not packed:
        return ()
    try:
        return tuple(Chunk(wait, size) for wait, size in _CHUNK.iter_unpack(packed))
    except struct.error as error:
        raise ValueError(f"chunk times are cut off: {error}") from error


def _counted(block: bytes) -> list[bytes]:
    fields, at = [], 1
    while at < len(block):
        try:
            (length,) = _LENGTH.unpack_from(block, at)
        except struct.error as error:
            raise ValueError(f"a header block is cut off: {error}") from error
        at += _LENGTH.size
        fields.append(block[at : at + length])
        if len(fields[-1]) != length:
            raise ValueError("a header block is cut off")
        at += length
    return fields
