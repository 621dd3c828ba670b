"""Content codings: a body changed as it reads decoded, and encoded again."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import brotli  # type: ignore[import-untyped]
import zstandard

LARGEST = 256 << 20
"""Bytes. What a body decodes to beyond this is not looked at."""
_PIECE = 16 << 10


class Decoder(Protocol):
    """Something that decodes a stream piece by piece."""

    @property
    def eof(self) -> bool:
        """Whether the stream has come to its end."""

    def decompress(self, piece: bytes, /) -> bytes:
        """Return what *piece* adds."""


class _Members:
    """Decodes a stream that may be several in a row, as gzip and zstd allow."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._inner = make()

    @property
    def eof(self) -> bool:
        return bool(self._inner.eof)

    def decompress(self, piece: bytes, /) -> bytes:
        out = self._inner.decompress(piece)
        while self._inner.eof and (rest := self._inner.unused_data):
            self._inner = self._make()
            out += self._inner.decompress(rest)
        return bytes(out)


class _Brotli:
    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._inner.is_finished())

    def decompress(self, piece: bytes, /) -> bytes:
        out = self._inner.process(piece)
        # Some versions hand out 32 KB a call, and the rest only when asked again.
        while not self.eof and (more := self._inner.process(b"")):
            out += more
        return bytes(out)


@dataclass(frozen=True, slots=True)
class Opened:
    """A body as it reads decoded, and the way back."""

    body: bytes
    """As sent."""
    plain: bytes
    """What it decodes to; the body itself where nothing could be decoded."""
    undone: tuple[str, ...] = ()
    """The codings that were taken off, the last one applied first."""
    whole: bool = True
    """False where *plain* is only a beginning."""

    def closed(self, plain: bytes) -> bytes:
        """Return the body that decodes to *plain*; the old one if that is the same."""
        if plain is self.plain or plain == self.plain:
            return self.body
        for coding in reversed(self.undone):
            plain = _ENCODERS[coding](plain, self.whole)
        return plain


def open_body(body: bytes, coding: str, *, whole: bool = True) -> Opened:
    """Take the content codings off *body*.

    A body that is cut short or breaks off in the middle is decoded as far as it
    goes. A body that is not what it says, or has a coding unknown here, is taken as
    it stands.

    Args:
        body: As sent.
        coding: The value of Content-Encoding; empty for none.
        whole: False where *body* is only a beginning.
    """
    plain, undone = body, []
    for name in reversed(_listed(coding)) if coding and body else ():
        if name not in _DECODERS:
            break
        inner, complete = _decoded(plain, name)
        if inner is None:
            break
        plain, whole = inner, whole and complete
        undone.append(name)
    return Opened(body, plain, tuple(undone), whole)


def _listed(value: str) -> list[str]:
    names = [name.strip() for name in value.lower().split(",")]
    return [name for name in names if name not in ("", "identity")]


def _decoded(body: bytes, coding: str) -> tuple[bytes | None, bool]:
    """Return what *body* decodes to, None if nothing, and whether it is all."""
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
        return bytes(out), decoder.eof
    return None, False


def _deflate() -> Iterator[Decoder]:
    # RFC 9110, 8.4.1.2: zlib's format; some senders leave its wrapping out.
    yield _Members(zlib.decompressobj)
    yield _Members(lambda: zlib.decompressobj(-zlib.MAX_WBITS))


def _gunzip() -> Iterator[Decoder]:
    yield _Members(lambda: zlib.decompressobj(31))


def _unzstd() -> Iterator[Decoder]:
    yield _Members(lambda: zstandard.ZstdDecompressor().decompressobj())


_DECODERS: dict[str, Callable[[], Iterator[Decoder]]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _deflate,
    "br": lambda: iter([_Brotli()]),
    "zstd": _unzstd,
}


def _gzip(plain: bytes, whole: bool) -> bytes:
    return _finished(zlib.compressobj(6, zlib.DEFLATED, 31), plain, whole)


def _zlib(plain: bytes, whole: bool) -> bytes:
    return _finished(zlib.compressobj(6), plain, whole)


def _br(plain: bytes, whole: bool) -> bytes:
    if whole:
        return bytes(brotli.compress(plain, quality=5))
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
