"""Whom the requests go to: this machine, unless its owner says otherwise."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mockforge.errors import ConfigError, UpstreamError
from mockforge.http import Origin

_CONNECT = 5.0
"""Seconds in which the first connection must be there."""


@dataclass(frozen=True, slots=True)
class Trust:
    """What an https target must show."""

    authority: Path | None = None
    """Certificate of mockforge's own authority, believed beside the system's."""
    insecure: bool = False
    """Believe anything."""


@dataclass(frozen=True, slots=True)
class Target:
    """A server, found and allowed."""

    origin: Origin
    host: str
    """Its address: the name is not looked up again."""
    port: int
    tls: ssl.SSLContext | None
    name: str
    """As its certificate calls it."""


def parse(url: str) -> Origin:
    """Return the server *url* names.

    Raises:
        ConfigError: If it names none, or more than a server.
    """
    try:
        origin = Origin.parse(url)
    except ValueError as error:
        raise ConfigError(
            str(error), where="--url", next_step="write http://127.0.0.1:8080"
        ) from None
    parts = urlsplit(url.strip())
    extra = parts.path.strip("/") or parts.query
    if extra:
        raise ConfigError(
            f"{url!r} is more than a server: each request has a path of its own",
            where="--url",
            next_step=f"write {origin}",
        )
    return origin


async def find(origin: Origin, *, trust: Trust, is_mine: bool = False) -> Target:
    """Return the address of *origin* that takes connections.

    Args:
        origin: As asked for.
        trust: For https.
        is_mine: It may be another machine.

    Raises:
        ConfigError: If it is another machine and that was not allowed.
        UpstreamError: If it has no address, or takes no connection.
    """
    parts = urlsplit(str(origin))
    name = parts.hostname or ""
    port = parts.port or (443 if origin.scheme == "https" else 80)
    tls = _tls(trust) if origin.scheme == "https" else None
    if not is_mine and not is_here(name):
        # Not even looked up: that would be a question to somebody else.
        raise _not_here(name)
    addresses = await _addresses(name, port)
    others = [address for address in addresses if not is_here(address)]
    if others and not is_mine:
        raise _not_here(f"{name} ({others[0]})")
    trouble: Exception | None = None
    for address in addresses:
        try:
            await _try(address, port, tls, name)
        except (OSError, TimeoutError) as error:
            trouble = error
        else:
            return Target(origin, address, port, tls, name)
    assert trouble is not None, "a name has an address, or finding it failed"
    raise _unreachable(origin, trouble)


def is_here(address: str) -> bool:
    """Whether *address*, or a name, is this machine's own, reached without a network.

    Source: RFC 6761, 6.3 for the name.
    """
    if address == "localhost" or address.endswith(".localhost"):
        return True
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    if mapped is not None:
        parsed = mapped
    # 0.0.0.0, as servers print it, leads here too.
    return parsed.is_loopback or parsed.is_unspecified


async def _addresses(name: str, port: int) -> list[str]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UpstreamError(
            f"{name!r} has no address: {reason}",
            where="--url",
            next_step="correct the name",
        ) from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _not_here(host: str) -> ConfigError:
    return ConfigError(
        f"{host} is not this machine, and whose it is, is not known",
        where="--url",
        next_step="if that server is yours to load, add --target-is-mine",
    )


async def _try(address: str, port: int, tls: ssl.SSLContext | None, name: str) -> None:
    async with asyncio.timeout(_CONNECT):
        _, writer = await asyncio.open_connection(
            address, port, ssl=tls, server_hostname=name if tls else None
        )
    writer.transport.abort()
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(_CONNECT):
            await writer.wait_closed()


def _tls(trust: Trust) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    if trust.insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    elif trust.authority is not None and trust.authority.is_file():
        context.load_verify_locations(trust.authority)
    return context


def _unreachable(origin: Origin, error: Exception) -> UpstreamError:
    if isinstance(error, ssl.SSLError):
        reason = getattr(error, "verify_message", None) or error.reason or str(error)
        return UpstreamError(
            f"no secure connection to {origin}: {reason}",
            where="--url",
            next_step="believe it unseen with --insecure; http:// if it speaks no TLS",
        )
    what = (
        "does not answer" if isinstance(error, TimeoutError) else "refuses connections"
    )
    return UpstreamError(
        f"{origin} {what}",
        where="--url",
        next_step="start it, or leave --url out to replay the recording for this",
    )
