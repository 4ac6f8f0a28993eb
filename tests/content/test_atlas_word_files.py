"""Everyday words of the search and the lists for pregnancy: true to the atlas, refused where they are not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.pregnancy_list_files import read_pregnancy_lists
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.search_word_files import read_search_words
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.pregnancy_lists import ListKind
from tests.presenters.atlas_contents import atlas_content


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the two files, to be spoiled."""
    (tmp_path / "atlas").mkdir()
    for name in ("search_words.toml", "pregnancy_lists.toml"):
        shutil.copy(asset_root() / "atlas" / name, tmp_path / "atlas" / name)
    return tmp_path


def spoil(root: Path, name: str, before: str, after: str) -> None:
    path = root / "atlas" / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_every_complaint_with_a_set_on_offer_has_everyday_words() -> None:
    content = atlas_content()
    said = read_search_words(asset_root(), content.regions, content.protocols)
    named = {complaint for words in said for complaint in words.complaints}
    assert named == {protocol.complaint for protocol in content.protocols if protocol.offered}


def test_no_list_is_named_twice_and_one_is_official() -> None:
    lists = read_pregnancy_lists(asset_root(), atlas_content().atlas)
    assert len({each.id for each in lists.lists}) == len(lists.lists) == 21
    assert [each.kind for each in lists.lists].count(ListKind.GUIDELINE) == 1


@pytest.mark.parametrize(
    ("code", "named", "part"), [("LI4", 18, 0), ("SP6", 17, 1), ("CV4", 7, 5), ("PC6", 1, 0)]
)
def test_the_lists_say_how_many_name_a_point(code: str, named: int, part: int) -> None:
    lists = read_pregnancy_lists(asset_root(), atlas_content().atlas)
    assert len(lists.naming(PointCode(code))) == named
    assert len(lists.leaving_out_its_part(PointCode(code))) == part


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"LI4"', '"LI99"', "no point 'LI99'"),
        ('"LI4", ', "", "17 lists name LI4, the atlas says 18"),
        ('kind = "app"', 'kind = "rumour"', "rumour"),
        ("part_words = ", "part_words_old = ", "part_words_old"),
    ],
)
def test_a_wrong_list_is_refused_by_name_and_line(root: Path, before: str, after: str, said: str) -> None:
    spoil(root, "pregnancy_lists.toml", before, after)
    with pytest.raises(ContentError, match=r"pregnancy_lists\.toml") as refused:
        read_pregnancy_lists(root, atlas_content().atlas)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"head-back"', '"head-behind"', "no region 'head-behind'"),
        ('complaints = ["sleep"]', 'complaints = ["dreams"]', "no set for 'dreams'"),
        ("words = [", "wrods = [", "wrods"),
    ],
)
def test_wrong_everyday_words_are_refused_by_name(root: Path, before: str, after: str, said: str) -> None:
    spoil(root, "search_words.toml", before, after)
    content = atlas_content()
    with pytest.raises(ContentError, match=r"search_words\.toml") as refused:
        read_search_words(root, content.regions, content.protocols)
    assert said in str(refused.value)
