"""Makes a fresh journal, and brings an older one to the newest schema. Alembic is imported only for that.

A migration is one transaction with its stamp inside: after a kill the file is the old one or the new one.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal_tables import PERSON
from acupress_desktop.domain.moments import Moment
from acupress_desktop.storage import schema
from acupress_desktop.storage.engine import Access, open_engine, open_raw, transaction
from acupress_desktop.storage.files import disk_troubles, make_private_file, private_umask, sync_folder
from acupress_desktop.storage.rows import new_common
from acupress_desktop.storage.writing import RowWriter

MIGRATIONS = "acupress_desktop.storage:migrations"


def create_journal(path: Path, *, person: RowId, device: RowId, now: Moment) -> None:
    """Make a journal with its owner's row under another name, and give it its name when it is whole."""
    fresh = path.with_name(path.name + ".new")
    with disk_troubles(path), private_umask():
        fresh.unlink(missing_ok=True)
        make_private_file(fresh)
        engine = open_engine(fresh)
        try:
            with transaction(engine, Access.WRITE) as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                for statement in schema.create_statements():
                    connection.exec_driver_sql(statement)
                connection.exec_driver_sql(schema.CREATE_ALEMBIC_VERSION)
                connection.exec_driver_sql(
                    "INSERT INTO alembic_version VALUES (?)", (schema.revision_name(schema.SCHEMA),)
                )
                connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA}")
                RowWriter(connection, person, device, now).insert(PERSON, new_common(person, device, now))
        finally:
            engine.dispose()
        # The write-ahead log must be empty before the file gets the name under which it will be looked for.
        closing = open_raw(fresh)
        try:
            closing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            closing.close()
        fresh.replace(path)
        sync_folder(path.parent)


def migrate(path: Path, *, script_location: str = MIGRATIONS) -> None:
    """Bring the journal at ``path`` to the newest revision of ``script_location``."""
    engine = open_engine(path)
    try:
        with transaction(engine, Access.WRITE) as connection:
            run_migrations(connection, script_location)
    finally:
        engine.dispose()


def run_migrations(connection: Connection, script_location: str = MIGRATIONS) -> None:
    """Run what is due inside the transaction of ``connection``, the schema number included."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", script_location.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    head = ScriptDirectory.from_config(config).get_current_head()
    connection.exec_driver_sql(f"PRAGMA user_version = {int(head or 0)}")
