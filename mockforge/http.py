"""Requests and responses as values: what was on the wire, and nothing decided yet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import unquote_to_bytes, urlsplit

Headers = tuple[tuple[bytes, bytes], ...]
"""Header fields as sent: order, case and repetition kept; bytes are latin-1."""

# RFC 9110, 7.6.1 and the fields it obsoletes: they belong to one connection, so a
# message that moves to another connection leaves them behind.
HOP_BY_HOP = frozenset(
    [
        *(b"connection", b"keep-alive", b"proxy-connection", b"transfer-encoding"),
        *(b"upgrade", b"te", b"trailer"),
    ]
)


def first(headers: Iterable[tuple[bytes, bytes]], name: str) -> str | None:
    """Return the first value of the field *name*, whatever its case, or None."""
    wanted = name.lower().encode("latin-1")
    for key, value in headers:
        if key.lower() == wanted:
            return value.decode("latin-1")
    return None


def every(headers: Iterable[tuple[bytes, bytes]], name: str) -> list[str]:
    """Return every value of the field *name* in order."""
    wanted = name.lower().encode("latin-1")
    return [value.decode("latin-1") for key, value in headers if key.lower() == wanted]


def without(headers: Headers, *names: str) -> Headers:
    """Return *headers* less every field called one of *names*."""
    gone = {name.lower().encode("latin-1") for name in names}
    return tuple(pair for pair in headers if pair[0].lower() not in gone)


def with_header(headers: Headers, name: str, value: str) -> Headers:
    """Return *headers* with the field *name* once, in its old place if it had one."""
    wanted, done = name.lower().encode("latin-1"), False
    out: list[tuple[bytes, bytes]] = []
    for key, old in headers:
        if key.lower() != wanted:
            out.append((key, old))
        elif not done:
            out.append((key, value.encode("latin-1")))
            done = True
    if not done:
        out.append((name.encode("latin-1"), value.encode("latin-1")))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who is addressed: a scheme and an authority."""

    scheme: str
    """`http` or `https`."""
    authority: str
    """Host, and port unless it is the scheme's own."""

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @classmethod
    def parse(cls, url: str) -> Origin:
        """Return the origin of *url*; its path is left out, its host in lower case.

        A name beyond ASCII becomes what DNS knows it as, `xn--…`.

        Raises:
            ValueError: If *url* is not an absolute http or https address.
        """
        try:
            parts = urlsplit(url.strip())
            host, port = _ascii(parts.hostname or ""), parts.port
        except ValueError as problem:
            raise ValueError(f"{url!r} is not an address: {problem}") from None
        if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
            raise ValueError(f"{url!r} is not an http:// or https:// address")
        return cls(parts.scheme, authority(host, port, parts.scheme))


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a body that came over time."""

    wait: float
    """Seconds since the piece before, or since the head for the first."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked."""

    method: str
    scheme: str
    """`http` or `https`."""
    authority: str
    """Host, and port unless it is the scheme's own: `api.example.com`, `[::1]:8080`."""
    target: str
    """Path and query as on the wire, percent-encoded: `/orders?page=2`."""
    headers: Headers = ()
    body: bytes = b""
    """As sent, content coding and all, transfer coding removed."""
    version: str = "HTTP/1.1"
    trailers: Headers = ()
    client: str = ""
    """The client's address without its port."""
    size: int | None = None
    """Bytes of the whole body where *body* is only its beginning; else None."""

    @property
    def path(self) -> str:
        """The target up to the query, still percent-encoded."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> tuple[tuple[str, str], ...]:
        """Names and values of the query in order, percent-decoded.

        Bytes that are not UTF-8 become surrogates.
        """
        text = self.target.partition("?")[2]
        return tuple(_pair(part) for part in text.split("&") if part)

    @property
    def origin(self) -> Origin:
        """Whom the request addresses."""
        return Origin(self.scheme, self.authority)

    @property
    def url(self) -> str:
        """The absolute address."""
        return f"{self.scheme}://{self.authority}{self.target}"

    def header(self, name: str) -> str | None:
        """Return the first value of the field *name*, or None."""
        return first(self.headers, name)


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered."""

    status: int
    headers: Headers = ()
    body: bytes = b""
    """As sent, content coding and all, transfer coding removed."""
    reason: str = ""
    version: str = "HTTP/1.1"
    trailers: Headers = ()
    chunks: tuple[Chunk, ...] = field(default=())
    """How the body came, if not at once. Sizes add up to the body."""
    size: int | None = None
    """Bytes of the whole body where *body* is only its beginning; else None."""

    def header(self, name: str) -> str | None:
        """Return the first value of the field *name*, or None."""
        return first(self.headers, name)


# What a host may be made of (RFC 3986, 3.2.2), names with `_` and IPv6 among them.
_HOST = re.compile(r"[\w.~!$&'()*+,;=%:-]+", re.ASCII)


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return _decode(name), _decode(value)


def _decode(text: str) -> str:
    # unquote() would turn invalid UTF-8 into U+FFFD and make different values equal.
    raw = unquote_to_bytes(text.replace("+", " ").encode("utf-8", "surrogateescape"))
    return raw.decode("utf-8", "surrogateescape")


def authority(host: str, port: int | None, scheme: str) -> str:
    """Join *host* and *port* as in a URL; the scheme's own port is left out."""
    shown = f"[{host}]" if ":" in host and not host.startswith("[") else host
    if port is None or port == {"http": 80, "https": 443}.get(scheme):
        return shown
    return f"{shown}:{port}"


def problem(
    status: int,
    title: str,
    detail: str,
    *,
    kind: str = "about:blank",
    **members: object,
) -> Response:
    """Return mockforge's own answer to something that cannot be answered.

    Source: RFC 9457, problem details for HTTP APIs.
    """
    told = {"type": kind, "title": title, "status": status, "detail": detail, **members}
    body = (
        json.dumps(told, indent=2, ensure_ascii=False).encode("utf-8", "replace")
        + b"\n"
    )
    headers = (
        (b"Content-Type", b"application/problem+json"),
        (b"Content-Length", str(len(body)).encode()),
        (b"Cache-Control", b"no-store"),
    )
    return Response(status, headers, body, HTTPStatus(status).phrase)
