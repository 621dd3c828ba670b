"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from mockforge.errors import RecordingError


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that takes the place of *path* when all went well.

    Whatever goes wrong, what was at *path* before is still there, whole.

    Raises:
        RecordingError: If it cannot be written.
    """
    # Beside it, because a rename is atomic only within one file system.
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            partial.chmod(path.stat().st_mode & 0o777)
        partial.replace(path)
    except OSError as failure:
        raise unwritable(path, failure) from failure
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def unwritable(path: Path, failure: OSError) -> RecordingError:
    """Return the error for a *path* that cannot be written."""
    steps = {
        errno.ENOSPC: "free some space there, or write elsewhere; nothing was changed",
        errno.EDQUOT: "free some space there, or write elsewhere; nothing was changed",
        errno.ENOENT: f"make the directory first: mkdir -p {path.parent}",
        errno.EISDIR: "name a file in it",
    }
    return RecordingError(
        f"{str(path)!r} cannot be written: {failure.strerror or failure}",
        next_step=steps.get(
            failure.errno or 0, "write to a directory you may write to: -o FILE"
        ),
    )
