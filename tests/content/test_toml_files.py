from pathlib import Path

import msgspec
import pytest

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml


class StepShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    point: str
    hold_seconds: int


class SetShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    steps: tuple[StepShape, ...]


GOOD = """title = "Calm"

[[steps]]
point = "PC6"
hold_seconds = 30

[[steps]]
point = "HT7"
hold_seconds = 30
"""


def refused(tmp_path: Path, text: str) -> ContentError:
    file = tmp_path / "calm.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_toml(file, SetShape)
    return caught.value


def test_a_good_file_becomes_values(tmp_path: Path) -> None:
    file = tmp_path / "calm.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert [step.point for step in read_toml(file, SetShape).steps] == ["PC6", "HT7"]


@pytest.mark.parametrize(
    ("good", "bad", "line"),
    [
        ('point = "HT7"\nhold_seconds = 30', 'point = "HT7"\nhold_seconds = "30"', 9),
        ('point = "HT7"\nhold_seconds = 30', 'point = "HT7"\nhold_secs = 30', 9),
        ('point = "PC6"\nhold_seconds = 30', "point = 6\nhold_seconds = 30", 4),
        ('title = "Calm"', "title = 3", 1),
        ('point = "PC6"', 'point = "PC6', 4),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(tmp_path: Path, good: str, bad: str, line: int) -> None:
    assert GOOD.count(good) == 1
    refusal = refused(tmp_path, GOOD.replace(good, bad))
    assert refusal.line == line, str(refusal)
    assert str(refusal).startswith(f"calm.toml, line {line}: ")


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    assert "hold_seconds" in str(
        refused(tmp_path, GOOD.replace('point = "HT7"\nhold_seconds = 30', 'point = "HT7"'))
    )


def test_a_file_that_is_not_there_or_not_text_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        read_toml(tmp_path / "none.toml", SetShape)
    (tmp_path / "latin.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(ContentError, match="cannot be read"):
        read_toml(tmp_path / "latin.toml", SetShape)
