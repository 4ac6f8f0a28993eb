"""Tries on a kitchen scale; and where something unpleasant was felt."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from acupress_desktop.storage.redigest import redigest

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in text.split(";\n"):
        if statement.strip():
            op.execute(statement)
    # A digest covers the names of the columns, so two more change it even where both are empty.
    redigest(op.get_bind(), "adverse_event")
