"""How an origin is spelled inside a text, whole or broken off at the text's end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mockforge.http import Origin

CONTEXT = 48
"""Bytes before a URL that are looked at to understand it."""

# RFC 1035, 2.3.4. A client may send what it likes as Host, and the patterns below hold
# every beginning of it.
_NAME_AT_MOST = 255

_SCHEMES = ("https", "http", "wss", "ws")
_ALIKE = {"http": ("http", "ws"), "https": ("https", "wss")}
_COLONS = (
    *(":", "%3A", "%3a", "%253A", "%253a"),
    *("\\u003A", "\\u003a", "&#58;", "&#x3A;", "&#x3a;"),
)
# A slash in JSON may be escaped, and again where JSON is a string inside JSON.
_SLASHES = (
    *("/", "\\/", "\\\\/", "\\\\\\/", "%2F", "%2f", "%252F", "%252f"),
    *("\\u002F", "\\u002f", "&#47;", "&#x2F;", "&#x2f;"),
)
_SLASH_ENDS = b"/fF;"
_DOTS = (".", "%2E", "%2e", "%252E", "%252e")
_PORTS = {"http": "80", "https": "443"}

# After the authority none of these may follow: the host or the port would go on, or
# what was read as a host would be the name of a user (RFC 3986, 3.2). Of the bytes
# beyond ASCII those that begin Latin, Greek and Cyrillic letters count as letters;
# the others begin quotation marks and dashes, or text written without spaces.
_LETTER = "[0-9A-Za-z_~@\\-\xc3-\xdf]"
_MARKS = (
    *("%40", "%2D", "%2d", "%5F", "%5f", "%7E", "%7e"),
    *("%2540", "%252D", "%252d", "%255F", "%255f", "%257E", "%257e"),
)

# A URL without a scheme counts only where a value begins: `//` also begins comments.
_OPENING = re.compile(
    rb"(?:^|[\s\"'(=<>,`]|%3[dD]|%2[027]|&quot;|&#3[49];|&#x2[27];|\\u002[27])\Z"
)
# `git+http://` is http; `news://` is not ws, and `\nhttp://` in JSON is http.
_RUNNING_ON = re.compile(rb"(?<!\\)[A-Za-z]\Z")
_ESCAPED = re.compile(rb"(?:%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4})\Z")
# The name of an XML namespace is a name, not an address: clients compare it.
_NAMESPACE = re.compile(
    rb"""(?:\bxmlns(?::[\w.-]{1,24})?|[nN]amespace)\s?=\s?\\?["']\Z"""
)


@dataclass(frozen=True, slots=True)
class Found:
    """The beginning of a URL in a text, up to and with its authority."""

    start: int
    end: int
    scheme: str
    """In lower case; empty where the URL has none."""
    colon: bytes
    """How the colon after the scheme is spelled."""
    slashes: bytes
    """How the two slashes are spelled."""


_PORT = re.compile(r"[0-9]{1,5}", re.ASCII)


class Sought:
    """One origin that is looked for in texts.

    Args:
        origin: Who is named.
        links: What is searched is known to hold links. Then http stands for https
            too, and the other way round, where both use the scheme's own port.
    """

    def __init__(self, origin: Origin, *, links: bool = False) -> None:
        host, port = _split(origin)
        own = _PORTS[origin.scheme] == port
        ports = sorted(_PORTS.values()) if links and own else [port]
        schemes = _SCHEMES if links else _ALIKE[origin.scheme]
        # A Host of `:` or `:80` names nobody; nothing is found in each place of a text.
        is_name = 0 < len(host) <= _NAME_AT_MOST and _PORT.fullmatch(port) is not None
        spellings = _spellings(host) if is_name else []
        if not is_name:
            ports = []
        self.hosts = tuple(spelling.encode() for spelling in spellings)
        """The host as it may stand in a text turned to lower case."""
        self._schemes = frozenset(schemes)
        self._before = _bytes(
            f"(?:({_any(_SCHEMES)})({_any(_COLONS)}))?((?:{_any(_SLASHES)}){{2}})\\Z"
        )
        named = f"(?:{_any(_COLONS)})(?:{_any(ports)})"
        self._after = _bytes((f"(?:{named})?" if own else named) + _boundary())
        self._broken = _bytes(_broken(schemes, self.hosts, ports, own=own))
        self._longest = 48 + max(map(len, self.hosts), default=0)

    def find(self, text: bytes, lower: bytes, start: int) -> Iterator[Found]:
        """Yield the URLs in *text* that begin at *start* or later.

        Args:
            text: What is searched.
            lower: The same in lower case.
            start: Where to begin; what stands before is context.
        """
        for host in self.hosts:
            at = lower.find(host, start)
            while at >= 0:
                found = self._around(text, at, at + len(host))
                if found is not None and found.start >= start:
                    yield found
                at = lower.find(host, at + len(host))

    def broken_off(self, text: bytes, start: int) -> int | None:
        """Return where a URL may begin that goes on after the end of *text*."""
        at = max(start, len(text) - self._longest)
        while self.hosts and (match := self._broken.search(text, at)):
            at = match.start()
            schemeless = text[at : at + 1] in b"/\\%&"
            if _in_place(text, at, schemeless=schemeless):
                return at
            at += 1
        return None

    def _around(self, text: bytes, at: int, end: int) -> Found | None:
        """Return the URL whose host stands from *at* to *end*, if it is one."""
        if at == 0 or text[at - 1] not in _SLASH_ENDS:
            return None
        before = self._before.search(text, max(0, at - 28), at)
        after = self._after.match(text, end) if before else None
        if before is None or after is None:
            return None
        scheme = (before[1] or b"").decode().lower()
        if scheme and scheme not in self._schemes:
            return None
        if not _in_place(text, before.start(), schemeless=not scheme):
            return None
        return Found(before.start(), after.end(), scheme, before[2] or b"", before[3])


def _in_place(text: bytes, start: int, *, schemeless: bool) -> bool:
    """Return whether a URL may begin at *start* of *text*, by what stands before."""
    context = text[max(0, start - CONTEXT) : start]
    if schemeless:
        return _OPENING.search(context) is not None
    if _RUNNING_ON.search(context) and not _ESCAPED.search(context):
        return False
    return _NAMESPACE.search(context) is None


def _split(origin: Origin) -> tuple[str, str]:
    """Return the host in lower case, brackets and all, and the port."""
    host, colon, port = origin.authority.lower().rpartition(":")
    if not colon or "]" in port:
        return origin.authority.lower(), _PORTS[origin.scheme]
    return host, port or _PORTS[origin.scheme]


def _spellings(host: str) -> list[str]:
    if not host.startswith("["):
        return [host]
    once = host.replace("[", "%5b").replace("]", "%5d").replace(":", "%3a")
    return [host, once, once.replace("%", "%25")]


def _boundary() -> str:
    """Return a pattern for the place where an authority ends."""
    on = f"{_LETTER}|{_any(_MARKS)}"
    after_dot = f"{_LETTER}|{_any((*_COLONS, *_SLASHES))}"
    return f"(?!{on}|(?:{_any(_DOTS)})(?:{after_dot})|(?:{_any(_COLONS)})[.\\w~@-])"


def _broken(
    schemes: Iterable[str], hosts: tuple[bytes, ...], ports: list[str], *, own: bool
) -> str:
    """Return a pattern for a URL that the end of the text breaks off."""
    dot = f"(?:{_any(_DOTS)})(?:{_parts((*_COLONS, *_SLASHES))})?"
    undecided = f"(?:{_parts((*_MARKS, *_DOTS, *_COLONS))}|{dot}|{_any(_COLONS)})?"
    port = f"(?:{_any(_COLONS)})(?:{_parts(ports)}|(?:{_any(ports)}){undecided})?"
    after_host = f"(?:{_parts(_COLONS)}|{port}{'|' + undecided if own else ''})?"
    rest = _then([host.decode() for host in hosts], after_host)
    rest = _then(_SLASHES, rest)
    schemeless = f"(?:{_parts(_SLASHES)}|(?:{_any(_SLASHES)}){rest})"
    named = _then(_SLASHES, rest)
    named = _then(_COLONS, named)
    return f"(?:{schemeless}|{_parts(schemes)}|(?:{_any(schemes)}){named})\\Z"


def _then(literals: Iterable[str], rest: str) -> str:
    """Return a pattern for part of a literal, or for a whole one and *rest*."""
    literals = list(literals)
    return f"(?:{_parts(literals)}|(?:{_any(literals)}){rest})?"


def _any(literals: Iterable[str]) -> str:
    return "|".join(re.escape(literal) for literal in literals)


def _parts(literals: Iterable[str]) -> str:
    """Return a pattern for every beginning of *literals*, short of the whole."""
    parts = {each[:end] for each in literals for end in range(1, len(each))}
    return _any(sorted(parts, key=lambda part: (-len(part), part))) or "(?!)"


def _bytes(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode("latin-1"), re.IGNORECASE)
