"""What a later release may do: add a column and renew the digests, all in one transaction."""

from __future__ import annotations

from alembic import op

from acupress_desktop.storage.redigest import redigest

revision = "0005"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    check = "CONSTRAINT ck_check_in_weather CHECK (length(weather) < 9)"
    op.execute(f"ALTER TABLE check_in ADD COLUMN weather TEXT {check}")
    redigest(op.get_bind(), "check_in")
