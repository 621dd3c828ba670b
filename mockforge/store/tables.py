"""The tables of a recording, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from mockforge.store.schema import APPLICATION, HEAD, REVISIONS

__all__ = [
    "APPLICATION",
    "HEAD",
    "REVISIONS",
    "Number",
    "bodies",
    "dictionaries",
    "events",
    "exchanges",
    "meta",
    "metadata",
    "parts",
]

# Names from day one: a constraint without a name cannot be altered later.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite gives a rowid table only to a column declared INTEGER.
Number = BigInteger().with_variant(Integer(), "sqlite")

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts about the recording itself."""

dictionaries = Table(
    "dictionaries",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("family", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""What packed values are compressed against: earlier values of the same group.

Rows are added, and neither changed nor removed.
"""

bodies = Table(
    "bodies",
    metadata,
    # The rows lie in the order they came, so that pages fill up; a table laid out
    # by digest is a third larger (random inserts leave pages half full).
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("size", BigInteger, nullable=False),
    Column("data", LargeBinary),
)
"""Bodies, each once. Where *data* is null the body is in parts."""

parts = Table(
    "parts",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)
"""The pieces of a large body, each packed on its own."""

exchanges = Table(
    "exchanges",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("session", Text, nullable=False),
    Column("endpoint", Text, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("started", Float(53), nullable=False),
    Column("first_byte", Float(53)),
    Column("elapsed", Float(53), nullable=False),
    Column("method", Text, nullable=False),
    Column("scheme", Text, nullable=False),
    Column("authority", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("request_version", Text, nullable=False),
    Column("client", Text, nullable=False),
    Column("request_headers", LargeBinary, nullable=False),
    Column("request_trailers", LargeBinary),
    Column("request_body", LargeBinary),
    Column("request_digest", LargeBinary),
    Column("request_size", BigInteger),
    Column("status", Integer),
    Column("reason", Text),
    Column("response_version", Text),
    Column("response_headers", LargeBinary),
    Column("response_trailers", LargeBinary),
    Column("response_body", LargeBinary),
    Column("response_digest", LargeBinary),
    Column("response_size", BigInteger),
    Column("chunks", LargeBinary),
    Column("failure", Text),
    Column("failure_message", Text),
)
"""One row an exchange.

A body is in *…_body* where it is small, else in `bodies` under *…_digest*;
*…_size* is its full length where only its beginning was kept. *status* is null
where no answer came. Text columns are escaped, see packing.py.
"""

events = Table(
    "events",
    metadata,
    Column(
        "exchange",
        Number,
        ForeignKey("exchanges.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("from_client", Boolean, nullable=False),
    Column("wait", Float(53), nullable=False),
    Column("data", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""The messages of a WebSocket conversation, in order."""
