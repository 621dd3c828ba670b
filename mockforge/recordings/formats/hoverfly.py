"""Placeholder of hoverfly until it is written."""

from __future__ import annotations

from pathlib import Path

from mockforge.recordings.formats.contents import Contents


def recognises(head: bytes) -> bool:
    """Whether *head* is the beginning of one."""
    return False


def read(path: Path) -> Contents:
    """Return the exchanges of the file at *path*."""
    raise NotImplementedError
