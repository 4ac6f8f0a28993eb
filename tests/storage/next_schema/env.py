"""Runs the revisions on the connection, and inside the transaction, that ``storage.migrate`` hands over."""

from __future__ import annotations

from alembic import context

from acupress_desktop.storage.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
