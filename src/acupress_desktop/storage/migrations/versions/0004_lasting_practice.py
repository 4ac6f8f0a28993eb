"""Routines, own breathing, goals, plans, reminders, exercises; water and movement of a day."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from acupress_desktop.storage.redigest import redigest

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Holds and pain reports point to the two tables that are made anew; they are checked at the commit.
    op.execute("PRAGMA defer_foreign_keys = ON")
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in text.split(";\n"):
        if statement.strip():
            op.execute(statement)
    for table in ("check_in", "session"):
        # A digest covers the names of the columns, so two more change it even where both are empty.
        redigest(op.get_bind(), table)
