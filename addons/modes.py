"""Modes as users name them, and as mitmproxy does, each with an address of its own."""

from __future__ import annotations

from collections.abc import Iterable

from mockforge.errors import ConfigError
from mockforge.http import Origin

WORDS = ("reverse", "regular", "socks5", "upstream", "transparent")
_NEAREST = (
    "modes are reverse, regular, socks5 and upstream:http://HOST:PORT, each with @PORT"
    " where it is to have its own"
)


def specified(
    modes: Iterable[str], upstream: Origin | None, port: int
) -> tuple[str, ...]:
    """Return *modes* as mitmproxy writes them, each listening on its own port.

    Args:
        modes: `reverse`, `regular@8081`, `reverse:http://other:9000`…
        upstream: What `reverse` alone stands in front of.
        port: For the first without one; those after it get the ports after it, or
            any free one if it is 0.

    Raises:
        ConfigError: If there is no such mode, or `reverse` has no upstream.
    """
    found, free = [], port
    for mode in modes:
        name, place = _split(mode)
        word, _, rest = name.partition(":")
        if word.lower() not in WORDS:
            raise ConfigError(
                f"{mode!r} is not a proxy mode", where="--mode", nearest=_NEAREST
            )
        if word.lower() == "reverse" and not rest:
            name = f"reverse:{_needed(upstream)}"
        if not place:
            place = str(free)
            free += 1 if free else 0
        found.append(f"{name}@{place}")
    return tuple(found)


def _needed(upstream: Origin | None) -> Origin:
    if upstream is None:
        raise ConfigError(
            "a reverse proxy needs to know what it stands in front of",
            next_step="mockforge proxy --upstream https://api.example.com, or"
            " --mode regular for clients that name their target themselves",
        )
    return upstream


def _split(mode: str) -> tuple[str, str]:
    # An @ may also stand before the host of a URL: it has digits behind it here.
    name, _, place = mode.rpartition("@")
    return (name, place) if name and place.rpartition(":")[2].isdigit() else (mode, "")
