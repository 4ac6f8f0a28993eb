from __future__ import annotations

import re
from pathlib import Path

from acupress_desktop.domain.journal_tables import TABLES
from acupress_desktop.domain.table_shapes import COMMON

PAGE = Path(__file__).parents[2] / "docs" / "data" / "journal-json.md"


def test_the_format_page_names_every_field_in_order() -> None:
    sections = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    fields = {
        section.splitlines()[0].strip("`"): re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)
        for section in sections
    }
    assert fields["Fields of every row"] == [column.name for column in COMMON]
    for table in TABLES:
        assert fields[table.name] == [column.name for column in table.columns[len(COMMON) :]]
