from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.shelf import read_learn_shelf, read_shelf
from acupress_desktop.domain.articles import (
    ArticleBook,
    ArticleGroup,
    ClaimBlock,
    LinkBlock,
    LinkKind,
    LinkTarget,
    PictureBlock,
    Prints,
    StoryBlock,
    TraditionBlock,
)
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.body_album import Turn
from acupress_desktop.domain.evidence import Verified
from acupress_desktop.presenters.help_view import HelpSection
from tests.content.learn_folder import CHECKED, lines_with, read_written, written


@cache
def atlas() -> Atlas:
    return read_atlas(asset_root())


@cache
def bundled() -> ArticleBook:
    return read_learn_shelf(
        asset_root(), read_shelf(asset_root()), {section.value for section in HelpSection}
    )


@pytest.mark.slow
def test_a_folder_is_read_in_the_order_of_its_files(tmp_path: Path) -> None:
    written(tmp_path)
    book = read_written(tmp_path, atlas())
    assert [one.id for one in book.articles] == ["alpha", "beta"]
    alpha, beta = book.articles
    assert alpha.group is ArticleGroup.BASICS
    assert beta.prints is Prints.CHECKLIST
    assert ClaimBlock("Harder is better.", "Nobody has shown that (one trial, 20 people).") in alpha.blocks
    links = [block.to for block in alpha.blocks if isinstance(block, LinkBlock)]
    assert links == [LinkTarget(LinkKind.POINT, "PC6"), LinkTarget(LinkKind.ARTICLE, "beta")]
    assert [one.verified for one in book.sources_of(alpha)] == [Verified.READ, Verified.NOT_VERIFIED]
    assert book.sources_of(alpha)[0].checked == CHECKED


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title = "How to press"', 'title = "How"\ncolour = "red"', "colour"),
        ('said = "Harder', 'claimed = "x"\nsaid = "Harder', "claimed"),
        ('kind = "possible"', 'kind = "certain"', "certain"),
        ('group = "basics"', 'group = "news"', "news"),
        ('prints = "checklist"', 'prints = "poster"', "poster"),
        ('"able-2019", "baker"]', '"able-2019", "nobody-1900"]', "no source 'nobody-1900'"),
        ('related = ["beta"]', 'related = ["gamma"]', "no other page 'gamma'"),
        ('related = ["beta"]', 'related = ["alpha"]', "no other page 'alpha'"),
        ('points = ["PC6", "HT7"]', 'points = ["PC6", "HT77"]', "no point 'HT77'"),
        ('view = "wrist_inner"', 'view = "inside"', "no picture 'inside'"),
        ('to = "atlas:PC6"', 'to = "atlas:PC66"', "'atlas:PC66' leads nowhere"),
        ('to = "atlas:PC6"', 'to = "https://example.org"', "leads nowhere"),
        ('to = "article:beta"', 'to = "article:gamma"', "'article:gamma' leads nowhere"),
        ('to = "pressure"', 'to = "help:nowhere"', "'help:nowhere' leads nowhere"),
        ('to = "pressure"', 'to = "complaint:elbow"', "'complaint:elbow' leads nowhere"),
        ("You press slowly.", "You press <b>slowly</b>.", "markup"),
        ("You press slowly.", "You press **slowly**.", "markup"),
        ('id = "beta"', 'id = "alpha"', "alpha is the id of 10_alpha.toml too"),
        ('id = "baker"', 'id = "able-2019"', "able-2019 occurs twice"),
    ],
)
def test_what_cannot_be_trusted_is_refused_with_file_and_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    file = written(tmp_path, old, new)
    with pytest.raises(ContentError) as caught:
        read_written(tmp_path, atlas())
    assert caught.value.file == file
    assert told in str(caught.value)
    assert caught.value.line is not None


def test_the_line_that_is_named_is_the_one_that_is_wrong(tmp_path: Path) -> None:
    file = written(tmp_path, 'to = "article:beta"', 'to = "article:gamma"')
    with pytest.raises(ContentError) as caught:
        read_written(tmp_path, atlas())
    assert [caught.value.line] == list(lines_with(file, "article:gamma"))


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    written(tmp_path)
    for path in (tmp_path / "learn" / "pages").iterdir():
        path.unlink()
    with pytest.raises(ContentError, match="holds no pages"):
        read_written(tmp_path, atlas())


# --- The pages of the app


def test_every_group_has_pages_and_every_source_is_cited() -> None:
    assert all(bundled().of_group(group) for group in ArticleGroup)
    cited = {source for one in bundled().articles for source in one.sources}
    assert cited == set(bundled().sources)


def test_every_page_is_short_and_names_its_sources() -> None:
    for one in bundled().articles:
        assert 100 <= one.word_count <= 600, one.id
        assert one.sources, one.id
        assert one.related, one.id


@pytest.mark.parametrize("figure", ["figure_f", "figure_m"])
def test_every_picture_shows_every_point_that_it_names(figure: str) -> None:
    album = read_album(asset_root(), figure)
    pictures = [
        block for one in bundled().articles for block in one.blocks if isinstance(block, PictureBlock)
    ]
    assert pictures
    for picture in pictures:
        for code in picture.points:
            found = [
                at
                for side in atlas()[code].sites
                if (at := album.find(code, side, picture.view)) is not None
                and at.picture.id == picture.view
                and at.turn is Turn.AS_BAKED
            ]
            assert found, f"{picture.view} shows no {code} on {figure}"


def test_stories_and_tradition_are_marked_as_what_they_are() -> None:
    kinds = {type(block) for one in bundled().articles for block in one.blocks}
    assert {StoryBlock, TraditionBlock, ClaimBlock} <= kinds
