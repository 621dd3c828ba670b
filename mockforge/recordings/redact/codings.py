"""Content codings: a body changed as it reads decoded, and encoded again."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

import brotli
import zstandard

LARGEST = 256 << 20
"""Bytes. What a body decodes to beyond this is not looked at, and not kept if the rest changes."""
_PIECE = 16 << 10


class Decoder(Protocol):
    """Something that decodes a stream piece by piece."""

    def decompress(self, piece: bytes, /) -> bytes:
        """Return what *piece* adds."""


class _Brotli:
    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    def decompress(self, piece: bytes, /) -> bytes:
        return bytes(self._inner.process(piece))


def _zstd() -> Decoder:
    return zstandard.ZstdDecompressor().decompressobj(read_across_frames=True)


def names(value: str | None) -> list[str]:
    """Return the codings of a Content-Encoding field in the order they were applied."""
    listed = (value or "").lower().split(",")
    return [name.strip() for name in listed if name.strip() not in ("", "identity")]


def change(
    body: bytes,
    coding: list[str],
    inner: Callable[[bytes], bytes],
    *,
    whole: bool = True,
) -> bytes:
    """Return *body* with what it decodes to changed by *inner*; *body* itself if that is nothing.

    A body that is cut short, or breaks off in the middle, is changed as far as it
    can be decoded, and stays a beginning. A body that is not what it says it is, or
    has a coding unknown here, is changed as it stands.

    Args:
        body: As sent.
        coding: As *names* returns them.
        inner: What changes the decoded bytes.
        whole: False where *body* is only a beginning.
    """
    if not coding:
        return inner(body)
    last = coding[-1]
    if last not in _DECODERS:
        return inner(body)
    plain, complete = _decoded(body, last)
    if plain is None:
        return inner(body)
    new = change(plain, coding[:-1], inner, whole=whole and complete)
    if new is plain or new == plain:
        return body
    return _ENCODERS[last](new, whole and complete)


def _decoded(body: bytes, coding: str) -> tuple[bytes | None, bool]:
    """Return what *body* decodes to, None if not even its beginning does, and if that is all."""
    for decoder in _DECODERS[coding]():
        out = bytearray()
        try:
            for at in range(0, len(body), _PIECE):
                out += decoder.decompress(body[at : at + _PIECE])
                if len(out) > LARGEST:
                    return bytes(out), False
        except (zlib.error, zstandard.ZstdError, brotli.error):
            if not out:
                continue
            return bytes(out), False
        return bytes(out), True
    return None, False


def _deflate() -> Iterator[Decoder]:
    # RFC 9110, 8.4.1.2: zlib's format; some senders leave its wrapping out.
    yield zlib.decompressobj()
    yield zlib.decompressobj(-zlib.MAX_WBITS)


_DECODERS: dict[str, Callable[[], Iterator[Decoder]]] = {
    "gzip": lambda: iter([zlib.decompressobj(31)]),
    "x-gzip": lambda: iter([zlib.decompressobj(31)]),
    "deflate": _deflate,
    "br": lambda: iter([_Brotli()]),
    "zstd": lambda: iter([_zstd()]),
}


def _gzip(plain: bytes, whole: bool) -> bytes:
    return _finished(zlib.compressobj(6, zlib.DEFLATED, 31), plain, whole)


def _zlib(plain: bytes, whole: bool) -> bytes:
    return _finished(zlib.compressobj(6), plain, whole)


def _br(plain: bytes, whole: bool) -> bytes:
    if whole:
        return brotli.compress(plain, quality=5)
    coder = brotli.Compressor(quality=5)
    return bytes(coder.process(plain) + coder.flush())


def _zst(plain: bytes, whole: bool) -> bytes:
    coder = zstandard.ZstdCompressor(level=3)
    if whole:
        return coder.compress(plain)
    stream = coder.compressobj()
    return stream.compress(plain) + stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)


def _finished(coder: zlib._Compress, plain: bytes, whole: bool) -> bytes:
    return coder.compress(plain) + coder.flush(
        zlib.Z_FINISH if whole else zlib.Z_SYNC_FLUSH
    )


_ENCODERS: dict[str, Callable[[bytes, bool], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _zlib,
    "br": _br,
    "zstd": _zst,
}
