"""One port for several processes."""

from __future__ import annotations

import socket
import sys
from collections.abc import Sequence

from mockforge.errors import ConfigError
from mockforge.server.run import BACKLOG


def require() -> None:
    """Check that this system can share a port among processes.

    Raises:
        ConfigError: If it cannot.
    """
    # macOS and the BSDs have the option, and hand every connection to the process
    # that listened last; Windows has none.
    if sys.platform != "linux":
        raise ConfigError(
            f"several workers on one port need Linux, and this is {sys.platform}",
            where="server.workers",
            next_step="leave --workers out: one process answers",
        )


def spread(first: Sequence[socket.socket], count: int) -> list[list[socket.socket]]:
    """Return the listening sockets of *count* processes, all on the port of *first*.

    *first* are the first one's own. They were bound while the port was nobody else's,
    and without SO_REUSEPORT, which would let another program of the same user have
    half of the connections. Only from here on is the port shared.

    Raises:
        OSError: If the system refuses.
    """
    for each in first:
        each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    found = [list(first)]
    try:
        for _ in range(count - 1):
            found.append([])
            for each in first:
                found[-1].append(_beside(each))
    except OSError:
        for sockets in found[1:]:
            for each in sockets:
                each.close()
        raise
    return found


def _beside(first: socket.socket) -> socket.socket:
    made = socket.socket(first.family, first.type, first.proto)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if first.family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind(first.getsockname())
        made.listen(BACKLOG)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made
