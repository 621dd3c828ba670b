"""Which origin a message speaks of: the upstream's towards it, ours towards a client.

`inward` turns a client's request into the one the upstream is asked, `Outward` turns
the upstream's answer into one whose addresses lead back to us. What is recorded is
the upstream's side of both; see docs/explanation/addresses.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from mockforge import codings
from mockforge.http import Chunk, Headers, Origin, Request, Response, first
from mockforge.stages import policies, seals
from mockforge.stages.rewriting import Rewriter, StreamRewriter, rewriter

# Their values are addresses, so that http and https of one host mean the same.
_LINKS = frozenset({b"location", b"content-location", b"link", b"refresh"})
_ADDRESSES = frozenset({b"origin", b"referer", b"destination"})
# Cookies hold what the upstream wrote there, signed as often as not.
_OPAQUE = frozenset({b"set-cookie", b"etag", b"signature", b"signature-input"})


def inward(request: Request, upstream: Origin) -> Request:
    """Return *request* as it is addressed to *upstream*; the same one if it is already.

    Addresses that name us in the target, in Origin, Referer and Destination and in
    structured bodies come to name the upstream. Fields that are meant for us are
    left out.
    """
    headers = request.headers
    if any(name[:12].lower() == b"x-mockforge-" for name, _ in headers):
        headers = tuple(p for p in headers if p[0][:12].lower() != b"x-mockforge-")
    public = request.origin
    if public == upstream:
        if headers is request.headers:
            return request
        return replace(request, headers=headers)
    moving = rewriter((public,), upstream)
    headers = tuple(_asked(pair, moving, upstream) for pair in headers)
    body = request.body
    if body and not seals.seal_request(request):
        body = _body(body, headers, moving) or body
        if body is not request.body:
            headers = _sized(headers, len(body))
    return replace(
        request,
        scheme=upstream.scheme,
        authority=upstream.authority,
        target=_target(request.target, moving),
        headers=headers,
        body=body,
    )


@dataclass(frozen=True, slots=True)
class Outward:
    """Turns answers that name *upstreams* into answers that name *public*."""

    upstreams: tuple[Origin, ...]
    public: Origin

    def response(self, response: Response) -> Response:
        """Return *response* with headers and body that lead back to us."""
        headers = self._headers(response.headers)
        moving = rewriter(self.upstreams, self.public)
        body = None
        if response.body and _may_concern(response, moving) and self._open(response):
            body = _body(response.body, response.headers, moving)
        if body is None:
            if headers is response.headers:
                return response
            return replace(response, headers=headers)
        chunks: tuple[Chunk, ...] = ()
        if response.chunks:
            body, chunks = self._in_chunks(response, body)
        headers = _sized(headers, len(body))
        return replace(response, headers=headers, body=body, chunks=chunks)

    def head(self, response: Response) -> Response:
        """Return *response* with headers that lead back to us, for a streamed body.

        Where `stream` changes the body, its length is not known beforehand and
        Content-Length is left out.
        """
        headers = self._headers(response.headers)
        if self.stream(response) is not None:
            headers = tuple(p for p in headers if p[0].lower() != b"content-length")
        return replace(response, headers=headers)

    def stream(self, response: Response) -> BodyStream | None:
        """Return what turns the pieces of the body; None if it is to stay as it is."""
        if not self._open(response) or not _is_structured(response.headers):
            return None
        names = codings.names(first(response.headers, "content-encoding"))
        if len(names) > 1 or (names and names[0] not in _STREAMED):
            return None
        moving = rewriter(self.upstreams, self.public)
        return BodyStream(StreamRewriter(moving), names[0] if names else None)

    def _headers(self, headers: Headers) -> Headers:
        """Return *headers* as they hold for us; the same ones if they do already."""
        moving = rewriter(self.upstreams, self.public)
        adjusted = policies.adjust(headers, self.upstreams, self.public)
        if not any(b"/" in value and moving.concerns(value) for _, value in adjusted):
            return adjusted
        links = rewriter(self.upstreams, self.public, True)
        moved: list[tuple[bytes, bytes]] = []
        for name, value in adjusted:
            lower = name.lower()
            if lower not in _OPAQUE:
                value = (links if lower in _LINKS else moving).rewrite(value)
            moved.append((name, value))
        return tuple(moved)

    def _open(self, response: Response) -> bool:
        """Return whether the body may be changed at all."""
        return response.size is None and not seals.seal_response(response)

    def _in_chunks(
        self, response: Response, moved: bytes
    ) -> tuple[bytes, tuple[Chunk, ...]]:
        """Return the new body, made piece by piece, and the pieces' sizes."""
        stream = self.stream(response)
        if stream is None:
            # Coded twice over: nobody could have read a piece of it anyway.
            whole = sum(chunk.wait for chunk in response.chunks)
            return moved, (Chunk(whole, len(moved)),)
        at, wait = 0, 0.0
        pieces: list[bytes] = []
        chunks: list[Chunk] = []
        for number, chunk in enumerate(response.chunks, 1):
            piece = stream.feed(response.body[at : at + chunk.size])
            at, wait = at + chunk.size, wait + chunk.wait
            if number == len(response.chunks):
                piece += stream.feed(response.body[at:]) + stream.end()
            # What is held back goes with the next piece, and so does its time.
            if piece:
                pieces.append(piece)
                chunks.append(Chunk(wait, len(piece)))
                wait = 0.0
        if wait and chunks:
            # The last pieces changed into nothing of their own.
            chunks[-1] = Chunk(chunks[-1].wait + wait, chunks[-1].size)
        return b"".join(pieces), tuple(chunks)


class BodyStream:
    """Moves URLs in a body that comes in pieces, inside its content coding."""

    def __init__(self, rewriting: StreamRewriter, coding: str | None) -> None:
        self._rewriting = rewriting
        self._decoder = codings.Decoder(coding) if coding else None
        self._encoder = codings.Encoder(coding) if coding else None

    def feed(self, piece: bytes) -> bytes:
        """Take *piece* and return what can be sent on, all of it readable at once.

        Raises:
            ValueError: If the body is not what its content coding says.
        """
        if self._decoder is None or self._encoder is None:
            return self._rewriting.feed(piece)
        out = self._rewriting.feed(self._decoder.feed(piece))
        return self._encoder.feed(out) + self._encoder.flush() if out else b""

    def end(self) -> bytes:
        """Return what was held back: nothing follows."""
        out = self._rewriting.end()
        if self._encoder is None:
            return out
        return self._encoder.feed(out) + self._encoder.end()


_STREAMED = frozenset({"gzip", "deflate", "br", "zstd"})


def _asked(
    pair: tuple[bytes, bytes], moving: Rewriter, upstream: Origin
) -> tuple[bytes, bytes]:
    name, value = pair
    lower = name.lower()
    if lower == b"host":
        return name, upstream.authority.encode("latin-1")
    if lower in _ADDRESSES:
        return name, moving.rewrite(value)
    return pair


def _target(target: str, moving: Rewriter) -> str:
    # A target is percent-encoded, so what is not latin-1 is no address of ours.
    if "//" not in target and "%2" not in target:
        return target
    try:
        return moving.rewrite(target.encode("latin-1")).decode("latin-1")
    except UnicodeEncodeError:
        return target


def _body(body: bytes, headers: Headers, moving: Rewriter) -> bytes | None:
    """Return *body* with its URLs moved, or None if it is to stay as it is."""
    if not _is_structured(headers, body):
        return None
    coding = first(headers, "content-encoding")
    if coding is None:
        moved = moving.rewrite(body)
        return None if moved is body else moved
    try:
        plain = codings.decode(body, coding)
        moved = moving.rewrite(plain)
        return None if moved is plain else codings.encode(moved, coding)
    except ValueError:
        # Not what its coding says, or a coding not known here: nothing to read in it.
        return None


# As words of a media type: `application/x-amz-json-1.1` is JSON as well as
# `application/vnd.github+json` is.
_WORDS = re.compile(r"[a-z0-9]+")
_STRUCTURED = frozenset(
    [
        "json",
        "ndjson",
        "jsonl",
        "xml",
        "html",
        "xhtml",
        "javascript",
        "ecmascript",
        "css",
        "urlencoded",
        "event",
        "yaml",
        "graphql",
        "mpegurl",
        "uri",
        "manifest",
    ]
)


def _is_structured(headers: Headers, body: bytes = b"") -> bool:
    """Return whether the body is of a kind whose addresses are understood."""
    kind = first(headers, "content-type")
    if kind is None:
        return body[:1] in (b"{", b"[", b"<")
    kind = kind.partition(";")[0].strip().lower()
    return not _STRUCTURED.isdisjoint(_WORDS.findall(kind))


def _may_concern(response: Response, moving: Rewriter) -> bool:
    """Return whether the body may name a host at all; cheap, and mostly it does not."""
    if any(name.lower() == b"content-encoding" for name, _ in response.headers):
        return True
    return moving.concerns(response.body)


def _sized(headers: Headers, size: int) -> Headers:
    """Return *headers* with the length of the body as it is now."""
    length = str(size).encode()
    return tuple(
        (name, length) if name.lower() == b"content-length" else (name, value)
        for name, value in headers
    )
