"""Logging to stderr, as text or as one JSON object a line, with secrets masked.

Modules log through `logging.getLogger(__name__)`; only the command line configures.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Literal, TextIO

Mask = Callable[[str], str]
"""Returns a text with its secrets replaced, as `Redactor.text` does."""

# As logging itself, of the whole process.
_hidden: list[str] = []

FORMAT = "%(levelname).1s %(asctime)s %(name)s: %(message)s"

# They tell about every connection and statement on levels meant for our own words.
NOISY = (
    "mitmproxy",
    "sqlalchemy",
    "alembic",
    "uvicorn",
    "httpx",
    "hpack",
    "asyncio",
)


def configure(
    *,
    level: str = "info",
    form: Literal["text", "json"] = "text",
    mask: Mask | None = None,
    stream: TextIO | None = None,
) -> None:
    """Send every record of *level* and above to *stream*, or to stderr.

    Called again it replaces what it set up before: a command that has opened a
    recording adds the recording's *mask*.
    """
    sink = logging.StreamHandler(stream or sys.stderr)
    sink.setFormatter(MaskedFormatter(form, mask))
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(sink)
    root.setLevel(level.upper())
    quieter = logging.NOTSET if level == "debug" else logging.WARNING
    for name in NOISY:
        logging.getLogger(name).setLevel(quieter)
    # Lines for each call into SQLite, even where nothing happens, and for header fields
    # in pieces (HTTP/2) or of what providers answer, that no mask finds a secret in.
    for name in ("aiosqlite", "hpack", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)


def hide(texts: Iterable[str]) -> None:
    """Replace each of *texts* in every line from now on; longer ones first."""
    _hidden[:] = texts


class MaskedFormatter(logging.Formatter):
    """A line of text or JSON for a record, masked as a whole, traceback included."""

    def __init__(
        self, form: Literal["text", "json"] = "text", mask: Mask | None = None
    ) -> None:
        super().__init__(FORMAT, "%H:%M:%S")
        self.form = form
        self.mask = mask

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for *record*."""
        if self.form == "text":
            return self._masked(super().format(record))
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._masked(record.getMessage()),
        }
        if record.exc_info:
            entry["traceback"] = self._masked(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)

    def _masked(self, text: str) -> str:
        for secret in _hidden:
            text = text.replace(secret, "***")
        return self.mask(text) if self.mask else text
