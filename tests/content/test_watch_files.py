"""The rows of the watch: complete, sourced, and refused in words where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.watch_files import read_watch
from acupress_desktop.domain.safety.watch import WATCH_RULES

SOURCES = frozenset(
    line.split('"')[1]
    for line in (asset_root() / "safety" / "sources.toml").read_text(encoding="utf-8").splitlines()
    if line.startswith("id = ")
)


def changed(folder: Path, old: str, new: str) -> Path:
    text = (asset_root() / "safety" / "watch.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "watch.toml").write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_every_row_is_there_with_its_words() -> None:
    content = read_watch(asset_root() / "safety", SOURCES)
    assert tuple(row.id for row in content.book.rows) == WATCH_RULES
    for row in content.book.rows:
        assert content.texts[row.message_id]
        assert content.texts[row.title_id]


def test_a_row_that_somebody_should_look_at_says_whom_to_ask() -> None:
    content = read_watch(asset_root() / "safety", SOURCES)
    for row in content.book.rows:
        if row.urgency is not None:
            told = content.texts[row.message_id].lower()
            assert any(word in told for word in ("doctor", "clinician", "pharmacist")), row.id


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "W08"', 'id = "W10"', "needs the rows"),
        ('sources = ["article"]', 'sources = ["nobody"]', "no source"),
        ('urgency = "same_day"', 'urgency = "soon"', "soon"),
        ('id = "W01"\n', 'id = "W01"\ncolour = "red"\n', "colour"),
    ],
)
def test_a_wrong_row_is_refused_by_name(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(ContentError, match=says) as refused:
        read_watch(changed(tmp_path, old, new), SOURCES)
    assert "watch.toml" in str(refused.value)
