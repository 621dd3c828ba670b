"""HTTP/1.1 from bytes to requests: one parser a connection, with limits.

Source: RFC 9112. The parser itself is llhttp, by way of httptools.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import httptools

from mockforge.http import Request, authority, first

EXPECTED = "100-continue"
FRAMING = frozenset([b"content-length", b"transfer-encoding"])
PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a client may send for one request."""

    head: int = 64 << 10
    """Bytes of request line and header fields; trailer fields have as much again."""
    body: int = 256 << 20
    """Bytes of the body."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that has arrived whole."""

    request: Request
    keep_alive: bool
    """The client may ask again on this connection."""
    is_named: bool
    """The target was an absolute URL: the client takes us for a forward proxy."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What cannot be answered but with an error, and ends the connection."""

    status: int
    why: str
    """A sentence for the client."""


class Reader:
    """Reads the requests of one connection.

    Feed it what arrives. What it calls: *arrived* with each whole request or with the
    refusal that ends the connection, *expecting* when a client waits to be told to
    send its body.
    """

    def __init__(  # noqa: PLR0913 - all but two by name
        self,
        arrived: Callable[[Asked | Refusal], None],
        expecting: Callable[[], None],
        *,
        client: str,
        here: str,
        limits: Limits,
        scheme: str = "http",
    ) -> None:
        self._scheme = scheme
        self._arrived = arrived
        self._expecting = expecting
        self._client = client
        self._here = here
        self._limits = limits
        self._parser = httptools.HttpRequestParser(self)
        self._ended = False
        self._resumes = False
        self._begin()
        self.is_busy = False
        """A request has begun to arrive."""

    def feed(self, data: bytes) -> None:
        """Take *data*; nothing more is read after a refusal or a last request."""
        if self._ended:
            return
        if not self.is_busy and not data.isascii():
            data = self._quoted(data)
        # A field that never ends is not reported until it does, so raw bytes count.
        self._raw += len(data)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self._upgraded(data[upgrade.args[0] :])
        except httptools.HttpParserError:
            self._refuse(400, "what came is not an HTTP/1.1 request")
        else:
            if self.is_busy:
                self._check()

    def _begin(self) -> None:
        self._url = b""
        self._spelled: bytes | None = None
        self._headers: list[tuple[bytes, bytes]] = []
        self._trailers: list[tuple[bytes, bytes]] = []
        self._parts: list[bytes] = []
        self._size = 0
        self._raw = 0
        self._in_body = False
        self._keep_alive = True

    def _quoted(self, data: bytes) -> bytes:
        """Return *data* with a request target that llhttp accepts.

        Some clients, curl among them, send a path in raw UTF-8, and servers take it.
        """
        line, end, rest = data.partition(b"\r\n")
        words = line.split(b" ")
        if line.isascii() or len(words) != 3 or not end:
            return data
        self._begin()
        self._spelled = words[1]
        words[1] = quote(words[1], safe=PRINTABLE).encode()
        return b" ".join(words) + end + rest

    def _upgraded(self, rest: bytes) -> None:
        """Go on in HTTP/1.1: an upgrade that is not taken is as if not asked for.

        RFC 9110, 7.8. Whoever answers the request sees the field and may refuse. The
        parser takes the body for the other protocol: it is read by a second one.
        """
        if self._ended:
            return
        self._parser = httptools.HttpRequestParser(self)
        if self._resumes:
            body = [pair for pair in self._headers if pair[0].lower() in FRAMING]
            fields = b"".join(b"%b: %b\r\n" % pair for pair in body)
            self._parser.feed_data(b"POST / HTTP/1.1\r\n" + fields + b"\r\n")
            self._resumes = False
        if rest:
            self.feed(rest)

    def _check(self) -> None:
        limit = self._limits.head
        if not self._in_body:
            if self._raw > limit:
                self._head_too_large()
            return
        # Chunks of one byte take six.
        if self._raw > 6 * self._size + 2 * limit + self._limits.body // 64:
            self._refuse(400, "the body's framing is larger than the body")

    def _refuse(self, status: int, why: str) -> None:
        if self._ended:
            return
        self._ended = True
        self.is_busy = False
        self._parts = []
        self._arrived(Refusal(status, why))

    # What follows is called by httptools, under the names it knows.

    def on_message_begin(self) -> None:
        """Start a request."""
        if self._resumes:
            return
        spelled = self._spelled
        self._begin()
        self._spelled = spelled
        self.is_busy = True

    def on_url(self, url: bytes) -> None:
        """Take a piece of the request target."""
        if not self._resumes:
            self._url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header field, or a trailer field after the body."""
        if not self._resumes:
            (self._trailers if self._in_body else self._headers).append((name, value))

    def on_headers_complete(self) -> None:
        """Refuse what is too large; let a waiting client go on."""
        if self._ended or self._resumes:
            return
        size = sum(len(name) + len(value) + 4 for name, value in self._headers)
        if size + len(self._url) > self._limits.head:
            self._head_too_large()
            return
        self._in_body = True
        self._raw = 0
        self._method = self._parser.get_method().decode("latin-1")
        self._version = f"HTTP/{self._parser.get_http_version()}"
        self._keep_alive = self._parser.should_keep_alive()
        length = first(self._headers, "Content-Length")
        if length is not None and int(length) > self._limits.body:
            self._body_too_large()
            return
        expect = first(self._headers, "Expect")
        if expect is not None and expect.lower() == EXPECTED and length != "0":
            self._expecting()

    def _head_too_large(self) -> None:
        limit = self._limits.head
        self._refuse(431, f"request line and header fields exceed {limit} bytes")

    def _body_too_large(self) -> None:
        self._refuse(413, f"the body exceeds {self._limits.body} bytes")

    def on_body(self, body: bytes) -> None:
        """Take a piece of the body."""
        if self._ended:
            return
        self._size += len(body)
        if self._size > self._limits.body:
            self._parts.clear()
            self._body_too_large()
            return
        self._parts.append(body)

    def on_message_complete(self) -> None:
        """Hand over the request."""
        if self._ended:
            return
        if self._parser.should_upgrade() and self._announces_body():
            self._resumes = True
            return
        self.is_busy = False
        self._ended = not self._keep_alive
        found = self._target()
        if isinstance(found, Refusal):
            self._ended = False
            self._refuse(found.status, found.why)
            return
        scheme, where, target, is_named = found
        request = Request(
            self._method,
            scheme,
            where,
            target,
            tuple(self._headers),
            b"".join(self._parts),
            self._version,
            tuple(self._trailers),
            self._client,
        )
        self._begin()
        self._arrived(Asked(request, not self._ended, is_named))

    def _announces_body(self) -> bool:
        if self._method == "CONNECT":
            return False
        length = first(self._headers, "Content-Length")
        if length is not None:
            return int(length) > self._size
        return not self._parts and any(
            name.lower() == b"transfer-encoding" for name, _ in self._headers
        )

    def _target(self) -> tuple[str, str, str, bool] | Refusal:
        """Return scheme, authority, target, and whether the client named them."""
        spelled, self._spelled = self._spelled, None
        target = (spelled or self._url).decode("latin-1")
        hosts = [value for name, value in self._headers if name.lower() == b"host"]
        if self._method == "CONNECT":
            return Refusal(
                501,
                f"a tunnel to {target} cannot be opened: this port is no proxy for"
                " https://; run mockforge replay with --mode regular, or call it by its"
                " own address, with --tls over HTTPS",
            )
        if not self._version.startswith("HTTP/1."):
            return Refusal(505, f"{self._version} is not spoken here this way")
        if len(hosts) > 1 or (not hosts and self._version == "HTTP/1.1"):
            return Refusal(400, "a request has exactly one Host field")
        if target.startswith("/") or target == "*":
            host = hosts[0].decode("latin-1").strip() if hosts else ""
            return self._scheme, host.lower() or self._here, target, False
        return _absolute(target)


def _absolute(target: str) -> tuple[str, str, str, bool] | Refusal:
    wrong = Refusal(400, "the request target is neither a path nor an http:// address")
    try:
        parts = urlsplit(target)
        host, port = parts.hostname, parts.port
    except ValueError:
        return wrong
    if parts.scheme not in ("http", "https") or not host:
        return wrong
    rest = target.partition("://")[2]
    at = min((rest.find(mark) for mark in "/?#" if mark in rest), default=len(rest))
    path = rest[at:].partition("#")[0]
    if not path.startswith("/"):
        path = f"/{path}"
    return parts.scheme, authority(host, port, parts.scheme), path, True
