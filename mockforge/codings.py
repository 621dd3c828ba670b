"""Content codings: gzip, deflate, br and zstd, whole and piece by piece."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass

LIMIT = 256 << 20
"""The most bytes that a body may decode to; what grows beyond is left as it is."""


def names(header: str | None) -> list[str]:
    """Return the codings that a Content-Encoding value names, in the order applied."""
    listed = (part.strip().lower() for part in (header or "").split(","))
    return [part.removeprefix("x-") for part in listed if part and part != "identity"]


def decode(body: bytes, header: str | None, limit: int = LIMIT) -> bytes:
    """Return *body* with the codings of a Content-Encoding value removed.

    Raises:
        ValueError: If a coding is unknown, the body is not what the value says, it
            ends too early, or it holds more than *limit* bytes.
    """
    for coding in reversed(names(header)):
        pieces, left = [], limit
        decoder = Decoder(coding)
        step = _coding(coding).step
        for at in range(0, len(body), step):
            piece = decoder.feed(body[at : at + step])
            left -= len(piece)
            if left < 0:
                raise ValueError(f"a {coding} body holds more than {limit} bytes")
            pieces.append(piece)
        if body and not decoder.ended:
            raise ValueError(f"a {coding} body ends too early")
        body = b"".join(pieces)
    return body


def encode(body: bytes, header: str | None) -> bytes:
    """Return *body* with the codings of a Content-Encoding value applied.

    The same body gives the same bytes: a gzip head carries no time.

    Raises:
        ValueError: If a coding is unknown.
    """
    for coding in names(header):
        encoder = Encoder(coding)
        body = encoder.feed(body) + encoder.end()
    return body


class Decoder:
    """Removes one content coding from a body that comes in pieces."""

    def __init__(self, coding: str) -> None:
        self._coding = _coding(coding)
        self._name = coding
        self._feed: Callable[[bytes], bytes] | None = None
        self._stream: _Reader | None = None
        self._head = b""

    @property
    def ended(self) -> bool:
        """The body's end has been seen."""
        return self._stream is not None and self._stream.ended

    def feed(self, piece: bytes) -> bytes:
        """Return what *piece* adds to the body.

        Raises:
            ValueError: If the body is not what its coding says.
        """
        if self._stream is None:
            self._head += piece
            if len(self._head) < self._coding.head:
                return b""
            self._stream, piece = self._coding.reader(self._head), self._head
        try:
            return self._stream.feed(piece)
        except _broken() as problem:
            raise ValueError(f"not a {self._name} body: {problem}") from problem


class Encoder:
    """Applies one content coding to a body that goes out in pieces."""

    def __init__(self, coding: str) -> None:
        self._compress, self._flush, self._end = _coding(coding).writer()

    def feed(self, piece: bytes) -> bytes:
        """Take *piece*; what comes out may lag behind."""
        return self._compress(piece)

    def flush(self) -> bytes:
        """Return all that is needed to read what was fed so far."""
        return self._flush()

    def end(self) -> bytes:
        """Return the end of the body."""
        return self._end()


_Writer = tuple[Callable[[bytes], bytes], Callable[[], bytes], Callable[[], bytes]]


class _Reader:
    """One decompressor of whichever library, with the same two questions."""

    def __init__(self, feed: Callable[[bytes], bytes], end: Callable[[], bool]) -> None:
        self.feed = feed
        self._end = end

    @property
    def ended(self) -> bool:
        return self._end()


@dataclass(frozen=True, slots=True)
class _Coding:
    reader: Callable[[bytes], _Reader]
    """Given the first bytes."""
    writer: Callable[[], _Writer]
    head: int = 1
    """How many bytes *reader* needs to see."""
    step: int = 1 << 16
    """Bytes decoded at once: what they can grow to has to fit into memory."""


def _coding(name: str) -> _Coding:
    try:
        return _CODINGS[name]
    except KeyError:
        raise ValueError(f"{name!r} is not a content coding known here") from None


def _zlib_reader(window: int) -> _Reader:
    stream = zlib.decompressobj(window)

    def feed(piece: bytes) -> bytes:
        nonlocal stream
        out = stream.decompress(piece)
        # Several gzip members may follow one another (RFC 1952, 2.2).
        while stream.eof and stream.unused_data[:2] == b"\x1f\x8b" and window == 31:
            rest, stream = stream.unused_data, zlib.decompressobj(window)
            out += stream.decompress(rest)
        return out

    return _Reader(feed, lambda: stream.eof)


def _deflate_reader(head: bytes) -> _Reader:
    # RFC 9110, 8.4.1.2: some implementations send deflate without the zlib wrapper.
    wrapped = head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0
    return _zlib_reader(15 if wrapped else -15)


def _zlib_writer(window: int) -> _Writer:
    stream = zlib.compressobj(6, zlib.DEFLATED, window)
    return stream.compress, lambda: stream.flush(zlib.Z_SYNC_FLUSH), stream.flush


def _brotli_reader(_: bytes) -> _Reader:
    import brotli  # type: ignore[import-untyped] # has no types, nor stubs

    stream = brotli.Decompressor()

    def feed(piece: bytes) -> bytes:
        out = bytes(stream.process(piece))
        # brotli 1.1 hands out 32 KB a call, and the rest only when asked again.
        while not stream.is_finished() and (more := stream.process(b"")):
            out += more
        return out

    return _Reader(feed, stream.is_finished)


def _brotli_writer() -> _Writer:
    import brotli

    stream = brotli.Compressor(quality=5)
    return stream.process, stream.flush, stream.finish


def _zstd_reader(_: bytes) -> _Reader:
    import zstandard

    stream = zstandard.ZstdDecompressor().decompressobj()
    rest = b""

    def feed(piece: bytes) -> bytes:
        nonlocal stream, rest
        out = b""
        if stream.eof:
            rest += piece
        else:
            out = stream.decompress(piece)
            rest = stream.unused_data if stream.eof else b""
        # Several frames may follow one another (RFC 8878, 3.1).
        while rest.startswith(b"\x28\xb5\x2f\xfd"):
            stream = zstandard.ZstdDecompressor().decompressobj()
            out += stream.decompress(rest)
            rest = stream.unused_data if stream.eof else b""
        return out

    return _Reader(feed, lambda: stream.eof)


def _zstd_writer() -> _Writer:
    import zstandard

    stream = zstandard.ZstdCompressor().compressobj()
    block = zstandard.COMPRESSOBJ_FLUSH_BLOCK
    return stream.compress, lambda: stream.flush(block), stream.flush


_CODINGS = {
    "gzip": _Coding(lambda _: _zlib_reader(31), lambda: _zlib_writer(31)),
    "deflate": _Coding(_deflate_reader, lambda: _zlib_writer(15), head=2),
    # A few bytes can stand for 16 MB in br, for 128 KB in zstd; in gzip for 1 KB.
    "br": _Coding(_brotli_reader, _brotli_writer, step=1 << 7),
    "zstd": _Coding(_zstd_reader, _zstd_writer, step=1 << 10),
}


def _broken() -> tuple[type[Exception], ...]:
    import brotli
    import zstandard

    return zlib.error, brotli.error, zstandard.ZstdError
