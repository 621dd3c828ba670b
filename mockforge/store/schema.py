"""The schema by name: its revisions, tables and columns, known without SQLAlchemy."""

from __future__ import annotations

HEAD = "0001"
"""The revision this program writes; tests compare it with migrations/versions."""

REVISIONS = ("0001",)
"""Every revision this program can open, oldest first."""

APPLICATION = 0x6D6B6667
"""SQLite's application_id of a recording: `mkfg` in ASCII."""

TABLES = frozenset({"meta", "dictionaries", "bodies", "parts", "exchanges", "events"})
"""The tables of a recording."""

LEARNED = "learned"
"""The fact of a recording (`meta`) under which is what was learned of it."""

PATTERNS = "patterns"
"""The fact under which is how it behaves over time."""

OPEN = "patterns_open"
"""The fact under which is the same, and what it takes to learn on."""

RESETS = "patterns_reset"
"""The fact under which is what of that is not to be learned again."""

VECTORS = "vectors"
"""The fact under which is what requests are recalled by, and the beginning of the names
of its parts."""

WORDS = "words"
"""The same of what is searched in for words."""

WORLD = "world"
"""The fact under which its entities are, as they are by now."""

COLUMNS = (
    "id",
    "kind",
    "source",
    "session",
    "endpoint",
    "key",
    "started",
    "first_byte",
    "elapsed",
    "method",
    "scheme",
    "authority",
    "target",
    "request_version",
    "client",
    "request_headers",
    "request_trailers",
    "request_body",
    "request_digest",
    "request_size",
    "status",
    "reason",
    "response_version",
    "response_headers",
    "response_trailers",
    "response_body",
    "response_digest",
    "response_size",
    "chunks",
    "failure",
    "failure_message",
)
"""The columns of an exchange, in order; tests compare both with tables.py."""
