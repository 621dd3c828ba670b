"""Absolute addresses taken apart and put together without changing a character."""

from __future__ import annotations

import re
from urllib.parse import quote

from mockforge.recordings.formats.contents import Unreadable

_URL = re.compile(
    r"(https?|wss?)://([^/?#]*)([^#]*)(?:#.*)?", re.IGNORECASE | re.DOTALL
)
_PLAIN = {"ws": "http", "wss": "https"}
_OWN_PORT = {"http": ":80", "https": ":443"}
# Everything RFC 3986 allows in a path or query, and what is often left raw there: only
# what a request line cannot carry is encoded.
_KEPT = "%/?:@!$&'()*+,;=-._~[]{}|\\^`\"<>"


def split(url: str) -> tuple[str, str, str]:
    """Return scheme, authority and target of *url*, fit for a request line.

    The fragment and a user's name are left out, spaces and what is not ASCII are
    percent-encoded, a port that is the scheme's own is dropped.

    Raises:
        Unreadable: If it is not an absolute http, https, ws or wss address.
    """
    match = _URL.fullmatch(url)
    if match is None or not match[2].rpartition("@")[2]:
        raise Unreadable(f"{url[:80]!r} is not an absolute http or https address")
    scheme = match[1].lower()
    scheme = _PLAIN.get(scheme, scheme)
    host = match[2].rpartition("@")[2].lower().removesuffix(_OWN_PORT[scheme])
    target = match[3]
    if not target.startswith("/"):
        target = "/" + target
    return scheme, _ascii_host(host), fit(target)


def join(scheme: str, authority: str, target: str) -> str | None:
    """Return the address `split` takes apart into just these parts, or None."""
    url = f"{scheme}://{authority}{target}"
    try:
        return url if split(url) == (scheme, authority, target) else None
    except Unreadable:
        return None


def fit(target: str) -> str:
    """Percent-encode what a request line cannot carry; leave the rest as it is."""
    if target.isascii() and target.isprintable() and " " not in target:
        return target
    return quote(target, safe=_KEPT, errors="surrogatepass")


def _ascii_host(host: str) -> str:
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise Unreadable(f"{host[:80]!r} is not a host name") from None
