"""Alembic's environment: runs on the connection that the store hands over."""

from __future__ import annotations

from alembic import context

from mockforge.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    # SQLite cannot alter a table: Alembic copies it instead.
    render_as_batch=connection.dialect.name == "sqlite",
    # One transaction for all revisions, opened and closed by the store.
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
