"""TLS for the port of a replay: what the settings say clients are shown."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from mockforge.config import Config
from mockforge.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Secured:
    """TLS as it was asked for."""

    context: ssl.SSLContext
    ca: str | None
    """The certificate that clients must trust, where it is our own."""


def is_wanted(config: Config) -> bool:
    """Return whether the port is to speak TLS."""
    server = config.server
    return server.tls or server.cert is not None or server.key is not None


def check(config: Config, modes: tuple[str, ...]) -> None:
    """Check that the settings of TLS go with one another and with *modes*.

    Raises:
        ConfigError: If they do not.
    """
    server = config.server
    if server.key is not None and server.cert is None:
        raise ConfigError(
            "a key is of no use without its certificate",
            where="server.key",
            next_step="give the certificate with --cert",
        )
    if modes and server.cert is not None:
        raise ConfigError(
            "as a proxy it shows certificates of its own authority",
            where="--mode, server.cert",
            next_step="leave one of them out",
        )


def authority(config: Config) -> Path | None:
    """Return our authority's certificate if clients must trust it; made if need be.

    Raises:
        MockforgeError: If it cannot be made.
    """
    if not is_wanted(config) or config.server.cert is not None:
        return None
    from mockforge.addons.authority import certificate

    made: Path = certificate(config.proxy.ca_directory)
    return made.resolve()


def secured(config: Config) -> Secured | None:
    """Return what clients are shown; None if the port does without.

    Raises:
        MockforgeError: If there is no authority and none can be made.
        ConfigError: If a certificate is unusable.
    """
    if not is_wanted(config):
        return None
    from mockforge.server import tls

    server = config.server
    if server.cert is not None:
        return Secured(tls.given(server.cert, server.key), None)
    ca = authority(config)
    assert ca is not None, "without a certificate it is our own"
    shown = tls.Authority(ca.parent, names=_names(server.host))
    return Secured(shown.context, str(ca))


def _names(host: str) -> list[str]:
    """Return what a machine that listens on *host* may be called."""
    import socket

    names = [host, socket.gethostname().lower()]
    try:
        is_every = ip_address(host).is_unspecified
    except ValueError:
        is_every = host == ""
    if is_every:
        names += filter(None, (_way_out("192.0.2.1"), _way_out("2001:db8::1")))
    return [name for name in names if name]


def _way_out(address: str) -> str | None:
    """Return the address of this machine that *address* would be called from."""
    import socket

    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        # Nothing is sent: the port is of UDP.
        with socket.socket(family, socket.SOCK_DGRAM) as way:
            way.connect((address, 9))
            return str(way.getsockname()[0])
    except OSError:
        return None
