"""How much memory answers may take that are held to be given again."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from mockforge.errors import ConfigError

HELD = 4 << 20
"""Bytes of answers that are held as messages, where there is room."""

LEAST = 48 << 20
"""Bytes that any recording's answers may take, where nobody bounds them. Ten thousand
of two kilobytes, with the requests that ask for them, take 34 MB; what is asked of an
answer that is not held costs forty times as much."""

EMPTY = 45 << 20
"""Bytes that a replay of next to nothing takes."""

# What is held is counted to the byte, what it takes beside that is not: pieces of
# memory between, the pages SQLite has read, requests on their way.
MARGIN = 6 << 20
SHARE = 0.8


def room(body_bytes: int, max_memory: int | None = None) -> int:
    """Return the bytes that answers ready to be sent may take.

    Without a bound the process takes twice the recording's bodies, with their index,
    beside what a replay of next to nothing takes; or `LEAST`, if that is more.

    Args:
        body_bytes: Of the recordings, uncompressed; their index is in memory already.
        max_memory: The bound for the whole process.

    Raises:
        ConfigError: If nothing is left of the bound.
    """
    if max_memory is None:
        return max(LEAST, 2 * body_bytes - max(0, resident() - EMPTY))
    used = resident() + MARGIN
    if used >= max_memory:
        raise ConfigError(
            f"{max_memory} bytes are too few: {used} are taken before any answer is",
            where="replay.max_memory, --max-memory",
            next_step="give more; a recording in text form takes less in a database",
        )
    return int((max_memory - used) * SHARE)


def give_back() -> None:
    """Give memory that is free back to the system, where the C library can.

    Reading a text takes as much again as what comes of it.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def resident() -> int:
    """Return the bytes of memory that this process has now; 0 if nobody tells."""
    with suppress(OSError, ValueError):
        pages = Path("/proc/self/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return 0
    import resource

    # The most it had, which is what it has at a start. Linux tells kilobytes here.
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most << 10
