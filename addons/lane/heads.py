"""Heads of messages, read if they are as they should be, and not at all otherwise.

What is read here has one reading: CRLF at the end of each line and nowhere else, no
folded lines, no spaces about names, one host, one way of framing. Everything else is
left to mitmproxy, which answers, refuses or passes it on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mitmproxy.net.http import url
from mockforge.addons.streams import streams_up

from mockforge.http import Headers

END = b"\r\n\r\n"

# RFC 9110, 5.6.2.
_TOKEN = b"!#$%&'*+-.^_`|~0123456789" + bytes(range(65, 91)) + bytes(range(97, 123))
_PRINTABLE = bytes(range(0x21, 0x7F))
# RFC 9110, 5.5: what a line may hold, obs-text included.
_TEXT = b"\t" + bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0x100))

_SEVERAL_LINES = re.compile(rb"\n\r?\n")
_LENGTH = re.compile(rb"0|[1-9][0-9]{0,17}")
_STATUS_LINE = re.compile(
    rb"HTTP/1\.1 ([2-5][0-9][0-9])(?: ([!-~\x80-\xff][\t -~\x80-\xff]*)?)?"
)
_URL = re.compile(rb"http://([A-Za-z0-9.-]+(?::[0-9]+)?)(/[!-~]*)")
_FRAMING = frozenset([b"content-length", b"transfer-encoding"])
_FOREIGN = frozenset([b"upgrade", b"http2-settings"])


@dataclass(frozen=True, slots=True)
class Framing:
    """How the end of a body is told."""

    length: int | None
    """Bytes; None if it comes in chunks, -1 if it ends with the connection."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The header fields of a request, and what they say to us."""

    pairs: Headers
    length: int | None
    """Bytes of the body; None if it comes in chunks."""
    expects: bool
    """The client waits to be told to send its body."""


@dataclass(frozen=True, slots=True)
class RequestHead:
    """The head of a request."""

    method: bytes
    target: bytes
    """Printable, and not looked into."""
    fields: Fields


@dataclass(frozen=True, slots=True)
class ResponseHead:
    """The head of a response."""

    status: int
    reason: bytes
    pairs: Headers
    length: int | None
    """Bytes of the body; None if it comes in chunks, -1 until the connection ends."""


class Reader:
    """Reads the heads of one client's requests."""

    def __init__(self) -> None:
        self._block = b""
        self._fields: Fields | None = None

    def read(self, head: bytes) -> RequestHead | None:
        """Return what *head* says; None if it is not for us.

        Args:
            head: A request line and fields, without the empty line.
        """
        line, _, block = head.partition(b"\r\n")
        words = line.split(b" ")
        if len(words) != 3 or words[2] != b"HTTP/1.1":
            return None
        method, target = words[0], words[1]
        if not (method.isalpha() and method.isupper()) or method == b"CONNECT":
            return None
        if target.translate(None, _PRINTABLE):
            return None
        if block != self._block or self._fields is None:
            # A client says mostly the same of itself each time.
            self._fields, self._block = _request_fields(block), block
            if self._fields is None:
                return None
        return RequestHead(method, target, self._fields)


def is_lost(unread: bytearray, sought: int = 0) -> bool:
    """Return whether what has come of a head cannot become one for us.

    Args:
        unread: What has come.
        sought: Before this there is no end of a head.
    """
    start = unread[:3]
    if not (start.isalpha() and start.isupper()):
        return True
    return _SEVERAL_LINES.search(unread, sought) is not None


def addressed(target: bytes) -> tuple[tuple[str, int] | None, bytes]:
    """Return address and path of the URL *target*, as a forward proxy is given it.

    The address is None, and the path nothing, if there is any doubt about it.
    """
    found = _URL.fullmatch(target)
    if found is None:
        return None, b""
    try:
        host, port = url.parse_authority(found[1], check=True)
    except ValueError:
        return None, b""
    return (host, port or 80), found[2]


def read_response(head: bytes, *, is_head: bool) -> ResponseHead | None:
    """Return what *head* says; None if it takes more to understand it.

    Args:
        head: A status line and fields, without the empty line.
        is_head: It answers HEAD.
    """
    line, _, block = head.partition(b"\r\n")
    found = _STATUS_LINE.fullmatch(line)
    pairs = _pairs(block) if found else None
    if found is None or pairs is None:
        return None
    status = int(found[1])
    framing = _framing(pairs)
    if framing is None:
        return None
    if status == 204 and framing.length is None:
        return None
    is_bodiless = is_head or status in (204, 304)
    length = 0 if is_bodiless else framing.length
    return ResponseHead(status, found[2] or b"", pairs, length)


def _request_fields(block: bytes) -> Fields | None:
    pairs = _pairs(block)
    if pairs is None or streams_up(pairs):
        return None
    framing, hosts = _framing(pairs), _values(pairs, b"host")
    expected = [value.lower() for value in _values(pairs, b"expect")]
    if framing is None or len(hosts) != 1 or not hosts[0]:
        return None
    if any(name.lower() in _FOREIGN for name, _ in pairs):
        return None
    length = None if framing.length is None else max(framing.length, 0)
    # Before a body in chunks nothing may be said that could not be said again.
    if expected and (expected != [b"100-continue"] or length is None):
        return None
    return Fields(pairs, length, bool(expected))


def _values(pairs: Headers, name: bytes) -> list[bytes]:
    return [value for key, value in pairs if key.lower() == name]


def _pairs(block: bytes) -> Headers | None:
    """Return the fields of *block*; None if there is anything doubtful about one."""
    if not block:
        return ()
    lines = block.split(b"\r\n")
    # Whatever else ends or hides in a line would be left here.
    if len(block.translate(None, _TEXT)) != 2 * (len(lines) - 1):
        return None
    found = []
    for line in lines:
        name, colon, value = line.partition(b":")
        if not colon or not name or name.translate(None, _TOKEN):
            return None
        found.append((name, value.strip(b" \t")))
    return tuple(found)


def _framing(pairs: Headers) -> Framing | None:
    """Return how the body after *pairs* ends; None if they can be read in two ways."""
    length: int | None = -1
    count = 0
    for name, value in pairs:
        low = name.lower()
        if low not in _FRAMING:
            continue
        count += 1
        if low == b"transfer-encoding":
            if value.lower() != b"chunked":
                return None
            length = None
        elif _LENGTH.fullmatch(value) is None:
            return None
        else:
            length = int(value)
    return Framing(length) if count < 2 else None
