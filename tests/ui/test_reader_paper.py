"""A page on paper: everything is on it, nothing is cut, and what must be said stands at its foot."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.shelf import read_learn_shelf, read_shelf
from acupress_desktop.domain.articles import Prints
from acupress_desktop.presenters.help_view import HelpSection
from acupress_desktop.presenters.reader import ReaderContent, reader_content_of
from acupress_desktop.presenters.reader_view import PrintedArticleView
from acupress_desktop.presenters.your_body_view import Paper
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.reader.paper import save_article
from acupress_desktop.ui.reader.pictures import ArticlePictures
from acupress_desktop.ui.reader.sheet import MARGIN_MM, PAPER_MM, Sheets
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Scheme
from acupress_desktop.words.notices import not_a_medical_device
from tests.presenters.reader_stage import page_of, small_content

SMALLEST_PT = 8.5
"""Usual text on paper."""
HAND_OUT_PT = 9.0
"""Usual text on a sheet that is made for paper."""
POINTS_PER_MM = 72 / 25.4
USUAL_PX = 19


@pytest.fixture(scope="module")
def pictures() -> ArticlePictures:
    album = read_album(asset_root(), "figure_f")
    return ArticlePictures(lambda: album, PictureShelf())


@cache
def bundled() -> ReaderContent:
    shelf = read_shelf(asset_root())
    book = read_learn_shelf(asset_root(), shelf, {section.value for section in HelpSection})
    return reader_content_of(book, shelf.atlas, "1.2.3")


def laid_out(theme: LiveTheme, view: PrintedArticleView, paper: Paper) -> Sheets:
    pictured = frozenset(number for number, part in enumerate(view.parts) if part.picture is not None)
    return Sheets(theme, view, pictured, paper)


def points_of(sheets: Sheets) -> float:
    return USUAL_PX * sheets.scale_mm * POINTS_PER_MM


def misplaced(sheets: Sheets) -> list[str]:
    """What is cut, runs over an edge or lies over something else."""
    broken = []
    sheet = QRectF(0, 0, *sheets.size_mm).adjusted(MARGIN_MM, MARGIN_MM, -MARGIN_MM, -MARGIN_MM)
    near = sheet.adjusted(-0.01, -0.01, 0.01, 0.01)
    boxes = [(0, sheets.head_mm, "head")]
    boxes += [(piece.sheet, piece.at_mm, f"piece from {piece.top_px:.0f}") for piece in sheets.pieces]
    boxes += [(number, sheets.foot_mm, "foot") for number in range(sheets.sheets)]
    for place, (number, box, name) in enumerate(boxes):
        if not near.contains(box):
            broken.append(f"{name} runs over the margin: {box}")
        broken += [
            f"{name} lies over {other}"
            for on, there, other in boxes[place + 1 :]
            if on == number and box.intersects(there)
        ]
    for text, name in ((sheets.head, "head"), (sheets.foot, "foot")):
        broken += [f"{name}: {line}" for line in too_wide(text.document)]
    broken += too_wide(sheets.body.document)
    for part in sheets.body.parts:
        blocks = [line.block for line in part.lines]
        if part.picture_block is not None:
            blocks.append(part.picture_block)
        for block in blocks:
            line = sheets.body.block_box(block)
            homes = [
                piece
                for piece in sheets.pieces
                if piece.top_px <= line.top() + 0.01 and line.bottom() <= piece.bottom_px + 0.01
            ]
            if len(homes) != 1:
                broken.append(f"block {block} of {part.look.value} is whole in {len(homes)} columns")
    return broken


def too_wide(document: object) -> list[str]:
    """Lines that end beyond their column."""
    from PySide6.QtGui import QTextDocument

    assert isinstance(document, QTextDocument)
    found = []
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            right = layout.position().x() + line.x() + line.naturalTextWidth()
            if right > document.textWidth() + 0.5:
                found.append(f"{block.text()[:40]!r} ends at {right:.0f} of {document.textWidth():.0f}")
        block = block.next()
    return found


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", ["alpha", "beta"])
def test_a_page_lies_whole_on_one_sheet(theme: LiveTheme, tmp_path: Path, name: str, paper: Paper) -> None:
    sheets = laid_out(theme, page_of(small_content(tmp_path), name).printed(), paper)
    assert sheets.size_mm == PAPER_MM[paper]
    assert sheets.sheets == 1
    assert misplaced(sheets) == []
    assert points_of(sheets) > 12


def test_what_is_too_much_for_one_sheet_goes_to_a_second_whole(theme: LiveTheme, tmp_path: Path) -> None:
    view = page_of(small_content(tmp_path), "alpha").printed()
    long = PrintedArticleView(view.title, (view.parts[0], *(part for part in view.parts[1:] * 14)), view.foot)
    sheets = laid_out(theme, long, Paper.A4)
    assert sheets.sheets >= 2
    assert points_of(sheets) >= SMALLEST_PT
    assert misplaced(sheets) == []


@pytest.mark.slow
@pytest.mark.parametrize("paper", Paper)
def test_every_page_of_the_app_lies_whole_on_one_sheet(theme: LiveTheme, paper: Paper) -> None:
    for article in bundled().book.articles:
        sheets = laid_out(theme, page_of(bundled(), article.id).printed(), paper)
        assert sheets.sheets == 1, article.id
        assert misplaced(sheets) == [], article.id
        least = SMALLEST_PT if article.prints is Prints.NONE else HAND_OUT_PT
        assert points_of(sheets) >= least, article.id


@pytest.mark.slow
@pytest.mark.parametrize("paper", Paper)
def test_the_file_holds_every_word_and_what_must_be_said(
    qtbot: QtBot, theme: LiveTheme, pictures: ArticlePictures, tmp_path: Path, paper: Paper
) -> None:
    made = [one.id for one in bundled().book.articles if one.prints is not Prints.NONE]
    assert made
    for name in made:
        view = page_of(bundled(), name).printed()
        told = text_of_file(qtbot, view, pictures, paper, tmp_path / f"{name}.pdf")
        assert joined(not_a_medical_device()) in told
        assert joined("From Acupress Desktop 1.2.3.") in told
        for part in view.parts:
            for line in part.lines:
                assert joined(line.text.text) in told, f"{name}: {line.text.text}"


def test_the_file_is_titled_sized_as_asked_and_light_whatever_the_theme(
    qtbot: QtBot, theme: LiveTheme, pictures: ArticlePictures, tmp_path: Path
) -> None:
    theme.choose(ThemeChoice(Scheme.CONTRAST, 2.0))
    view = page_of(small_content(tmp_path / "assets"), "beta").printed()
    file = tmp_path / "list.pdf"
    told = text_of_file(qtbot, view, pictures, Paper.LETTER, file)
    assert joined("Which tablets I take, and how often.") in told
    with opened(file) as document:
        assert document.metaData(QPdfDocument.MetaDataField.Title) == "Before a visit"
        assert document.pageCount() == 1
        size = document.pagePointSize(0)
        assert (round(size.width()), round(size.height())) == (612, 792)
        picture = document.render(0, (size * 1.5).toSize())
        corner, middle = picture.pixelColor(4, 4), picture.pixelColor(picture.width() // 2, 4)
        assert corner.alpha() == 0 or corner.lightness() > 250
        assert middle.alpha() == 0 or middle.lightness() > 250


class opened:  # noqa: N801 - reads as a word in a with statement
    """A file of PDF, let go of at the end."""

    def __init__(self, file: Path) -> None:
        self._document: QPdfDocument = QPdfDocument(None)  # type: ignore[call-overload]  # the stubs know no None here
        assert self._document.load(str(file)) is QPdfDocument.Error.None_

    def __enter__(self) -> QPdfDocument:
        return self._document

    def __exit__(self, *_what: object) -> None:
        self._document.close()
        self._document.deleteLater()


def text_of_file(
    qtbot: QtBot, view: PrintedArticleView, pictures: ArticlePictures, paper: Paper, file: Path
) -> str:
    save_article(view, pictures, paper, file)
    with opened(file) as document:
        return "".join(joined(document.getAllText(page).text()) for page in range(document.pageCount()))


def joined(words: str) -> str:
    """Leave out what differs between a text and its lines on paper: spaces, and hyphens at their ends."""
    return "".join(sign for sign in words if sign.isalnum() or sign in ".,:;()%&").casefold()
