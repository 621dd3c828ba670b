"""Exchanges, their bodies and events.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_meta"),
    )
    op.create_table(
        "dictionaries",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dictionaries"),
    )
    op.create_table(
        "bodies",
        sa.Column("id", NUMBER, autoincrement=True, nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("id", name="pk_bodies"),
        sa.UniqueConstraint("digest", name="uq_bodies_digest"),
    )
    op.create_table(
        "parts",
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "part", name="pk_parts"),
    )
    _create_exchanges()
    op.create_table(
        "events",
        sa.Column("exchange", NUMBER, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_client", sa.Boolean(), nullable=False),
        sa.Column("wait", sa.Float(53), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("exchange", "position", name="pk_events"),
        sa.ForeignKeyConstraint(
            ["exchange"],
            ["exchanges.id"],
            name="fk_events_exchange_exchanges",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for name in ("events", "exchanges", "parts", "bodies", "dictionaries", "meta"):
        op.drop_table(name)


def _create_exchanges() -> None:
    op.create_table(
        "exchanges",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("endpoint", sa.Text(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("started", sa.Float(53), nullable=False),
        sa.Column("first_byte", sa.Float(53)),
        sa.Column("elapsed", sa.Float(53), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("request_version", sa.Text(), nullable=False),
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("request_headers", sa.LargeBinary(), nullable=False),
        sa.Column("request_trailers", sa.LargeBinary()),
        sa.Column("request_body", sa.LargeBinary()),
        sa.Column("request_digest", sa.LargeBinary()),
        sa.Column("request_size", sa.BigInteger()),
        sa.Column("status", sa.Integer()),
        sa.Column("reason", sa.Text()),
        sa.Column("response_version", sa.Text()),
        sa.Column("response_headers", sa.LargeBinary()),
        sa.Column("response_trailers", sa.LargeBinary()),
        sa.Column("response_body", sa.LargeBinary()),
        sa.Column("response_digest", sa.LargeBinary()),
        sa.Column("response_size", sa.BigInteger()),
        sa.Column("chunks", sa.LargeBinary()),
        sa.Column("failure", sa.Text()),
        sa.Column("failure_message", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_exchanges"),
    )
