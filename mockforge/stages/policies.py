"""What an answer's head demands of a client, made true for where the client called.

Cookies, transport security and alternative services are promises about the
upstream's host. Delivered as they are from another host, or over http instead of
https, they would be refused by the client or bind a host that is not the upstream's.
"""

from __future__ import annotations

from collections.abc import Iterable

from mockforge.http import Headers, Origin

# Promises about a host and all its ports: on localhost they would bind every other
# program there (RFC 6797, 8.2; RFC 7838, 3).
_HOST_WIDE = frozenset(
    {b"strict-transport-security", b"alt-svc", b"public-key-pins", b"expect-ct"}
)
_POLICIES = frozenset(
    {b"content-security-policy", b"content-security-policy-report-only"}
)
_UPGRADES = frozenset({b"upgrade-insecure-requests", b"block-all-mixed-content"})


def adjust(headers: Headers, upstreams: Iterable[Origin], public: Origin) -> Headers:
    """Return *headers* of an upstream's answer as they hold for *public*."""
    if not any(name.lower() in _CONCERNED for name, _ in headers):
        return headers
    hosts = [_host(upstream) for upstream in upstreams]
    moved = _host(public) not in hosts
    plain = public.scheme == "http"
    out: list[tuple[bytes, bytes]] = []
    for name, value in headers:
        lower = name.lower()
        if lower in _HOST_WIDE and moved:
            continue
        if lower == b"set-cookie":
            out.append((name, _cookie(value, hosts, moved=moved, plain=plain)))
        elif lower in _POLICIES and plain:
            if kept := _without_upgrades(value):
                out.append((name, kept))
        else:
            out.append((name, value))
    return tuple(out)


_CONCERNED = _HOST_WIDE | _POLICIES | {b"set-cookie"}


def _cookie(value: bytes, hosts: list[str], *, moved: bool, plain: bool) -> bytes:
    """Return a Set-Cookie value that a client keeps and sends back to us."""
    first, *attributes = value.split(b";")
    kept = [first]
    for attribute in attributes:
        name, _, text = attribute.strip().partition(b"=")
        name, text = name.strip().lower(), text.strip().lower()
        if moved and name == b"domain" and _covers(text, hosts):
            continue
        if plain and name in (b"secure", b"partitioned"):
            continue
        # Browsers take SameSite=None together with Secure only.
        if plain and name == b"samesite" and text == b"none":
            continue
        kept.append(attribute)
    return b";".join(kept)


def _without_upgrades(policy: bytes) -> bytes:
    directives = policy.split(b";")
    kept = [each for each in directives if each.strip().lower() not in _UPGRADES]
    return policy if len(kept) == len(directives) else b";".join(kept).strip(b"; ")


def _covers(domain: bytes, hosts: list[str]) -> bool:
    """Return whether a cookie's *domain* takes in one of *hosts* (RFC 6265, 5.1.3)."""
    wanted = domain.decode("latin-1").removeprefix(".")
    return any(host == wanted or host.endswith(f".{wanted}") for host in hosts)


def _host(origin: Origin) -> str:
    host, colon, port = origin.authority.lower().rpartition(":")
    return host if colon and "]" not in port else origin.authority.lower()
