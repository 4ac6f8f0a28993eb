from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import Back, ToAtlas, ToPressure, ToReader
from acupress_desktop.presenters.reader import ReaderContent, ReaderMemory
from acupress_desktop.presenters.your_body_view import Paper
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.reader.article_document import LINE_CHARACTERS
from acupress_desktop.ui.reader.article_screen import ArticleScreen
from acupress_desktop.ui.reader.index_screen import IndexScreen
from acupress_desktop.ui.reader.pictures import ArticlePictures
from acupress_desktop.ui.reader.reading_text import ReadingText
from acupress_desktop.ui.reader.rows import PageRow
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Scheme
from acupress_desktop.ui.widgets.ask_file import FileKinds
from acupress_desktop.ui.widgets.badges import SideBadge
from acupress_desktop.ui.widgets.fields import TextField
from tests.presenters.reader_stage import index_of, page_of, small_content
from tests.ui.pages import (
    SIZES,
    bears_every_size,
    button,
    focused_by_tab,
    keyboard,
    labels,
    nameless,
    settle,
)


class Answer:
    """Says where files go."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.names: list[str] = []

    def where_to_save(self, parent: QWidget, title: str, name: str, kinds: FileKinds) -> Path | None:
        self.names.append(name)
        return self.path

    def what_to_open(self, parent: QWidget, title: str, kinds: FileKinds) -> Path | None:
        return None


@pytest.fixture
def content(tmp_path: Path) -> ReaderContent:
    return small_content(tmp_path / "assets")


@pytest.fixture(scope="module")
def pictures() -> ArticlePictures:
    album = read_album(asset_root(), "figure_f")
    return ArticlePictures(lambda: album, PictureShelf())


def index_screen(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, memory: ReaderMemory | None = None
) -> tuple[IndexScreen, list[object]]:
    screen = IndexScreen(index_of(content, memory), theme)
    qtbot.addWidget(screen)
    ways: list[object] = []
    screen.leave.connect(ways.append)
    return screen, ways


def page_screen(
    qtbot: QtBot,
    theme: LiveTheme,
    content: ReaderContent,
    pictures: ArticlePictures,
    name: str = "alpha",
    query: str = "",
    memory: ReaderMemory | None = None,
) -> tuple[ArticleScreen, list[object]]:
    screen = ArticleScreen(page_of(content, name, query, memory), theme, pictures)
    qtbot.addWidget(screen)
    ways: list[object] = []
    screen.leave.connect(ways.append)
    return screen, ways


def text_of(screen: QWidget) -> ReadingText:
    (text,) = screen.findChildren(ReadingText)
    return text


def scrolled_px(screen: QWidget) -> int:
    (area,) = [area for area in screen.findChildren(QScrollArea) if area.isVisible()]
    return area.verticalScrollBar().value()


# --- The index


def test_the_index_bears_every_window_and_text_size(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent
) -> None:
    screen, _ways = index_screen(qtbot, theme, content)
    assert bears_every_size(screen, theme) == []
    QTest.keyClicks(keyboard(), "press")
    assert bears_every_size(screen, theme) == []


def test_typing_finds_and_the_down_arrow_leads_on_to_what_was_found(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent
) -> None:
    screen, ways = index_screen(qtbot, theme, content)
    settle(screen)
    assert isinstance(keyboard(), TextField)
    QTest.keyClicks(keyboard(), "tingles")
    settle(screen)
    assert "1 page for “tingles”" in [label.text() for label in labels(screen)]
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    assert keyboard().accessibleName() == "How to press. Found in: Kim stops when it tingles."
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert ways == [ToReader("alpha", "tingles")]


def test_escape_empties_the_search_and_shows_all_pages(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent
) -> None:
    screen, _ways = index_screen(qtbot, theme, content)
    settle(screen)
    QTest.keyClicks(keyboard(), "nothingofthis")
    settle(screen)
    assert "No page speaks of “nothingofthis”." in [label.text() for label in labels(screen)]
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    settle(screen)
    assert "The basics" in [label.text() for label in labels(screen)]


def test_the_keyboard_alone_reaches_pages_and_the_ways_beside_them(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent
) -> None:
    screen, ways = index_screen(qtbot, theme, content)
    settle(screen)
    names = [widget.accessibleName().split(".")[0] for widget in focused_by_tab(screen, 8)]
    assert {"How to press", "Before a visit", "Teach your hand how hard"} <= set(names)
    button(screen, "Teach your hand how hard").click()
    assert ways == [ToPressure()]
    assert nameless(screen) == []


def test_coming_back_to_the_index_finds_search_and_place_as_they_were(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent
) -> None:
    memory = ReaderMemory()
    screen, _ways = index_screen(qtbot, theme, content, memory)
    settle(screen, 880, 480)
    (area,) = screen.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 100
    area.verticalScrollBar().setValue(100)
    button(screen, "How to press").click()
    screen.hide()
    again, _ways = index_screen(qtbot, theme, content, memory)
    settle(again, 880, 480)
    assert abs(scrolled_px(again) - 100) <= 2


# --- One page


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_a_page_bears_every_window_and_text_size(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures, scheme: Scheme
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    assert bears_every_size(screen, theme) == []
    for factor in (1.0, 2.0):
        theme.choose(ThemeChoice(scheme, factor))
        for width, height in SIZES:
            settle(screen, width, height)
            assert clipped(screen) == [], f"at {width}x{height}, text {factor:.0%}"


def clipped(screen: ArticleScreen) -> list[str]:
    """What of the text is not drawn whole: too low a widget, a line beyond its edge, a child outside."""
    text = text_of(screen)
    document = text.document()
    broken = []
    if text.height() < document.size().height():
        broken.append(f"{text.height()} px for a text of {document.size().height()} px")
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            right = layout.position().x() + line.x() + line.naturalTextWidth()
            if right > text.viewport().width() + 1:
                broken.append(f"{block.text()[:40]!r} ends at {right:.0f}")
        block = block.next()
    room = text.viewport().rect()
    broken += [
        f"{type(child).__name__} outside at {child.geometry()}"
        for child in text.viewport().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not room.contains(child.geometry())
    ]
    return broken


def test_a_line_is_not_longer_than_is_good_to_read(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    for width, height in SIZES:
        settle(screen, width, height)
        document = text_of(screen).document()
        longest = 0
        block = document.begin()
        while block.isValid():
            lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
            longest = max([longest, *(line.textLength() for line in lines if block.length() > 80)])
            block = block.next()
        assert longest <= LINE_CHARACTERS + 8


def test_the_whole_page_is_one_text_that_can_be_selected_and_copied(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    settle(screen)
    text = text_of(screen)
    screen.setFocus(Qt.FocusReason.OtherFocusReason)
    assert keyboard() is text
    assert text.isReadOnly()
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    for words in (
        "How to press",
        "1\tSit down.",
        "What is often said",
        "An imagined person",
        "See PC6 & its",
    ):
        assert words in copied
    QTest.keyClick(text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _letter in range(3):
        QTest.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert text.textCursor().selectedText() == "How"
    before = text.toPlainText()
    QTest.keyClicks(text, "xyz")
    assert text.toPlainText() == before


def test_text_is_selected_with_the_mouse(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    settle(screen)
    text = text_of(screen)
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 20))
    QTest.mouseMove(text.viewport(), QPoint(200, 20))
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert "How" in text.textCursor().selectedText()


def test_headings_are_headings_and_h_leads_from_one_to_the_next(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    settle(screen, 880, 480)
    text = text_of(screen)
    levels = {}
    block = text.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            levels[block.text()] = block.blockFormat().headingLevel()
        block = block.next()
    assert levels == {"How to press": 1, "Where it was looked at": 2, "Sources": 2}
    QTest.keyClick(text, Qt.Key.Key_H)
    assert text.textCursor().block().text() == "Where it was looked at"
    QTest.keyClick(text, Qt.Key.Key_H)
    assert text.textCursor().block().text() == "Sources"
    assert scrolled_px(screen) > 0
    QTest.keyClick(text, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert text.textCursor().block().text() == "Where it was looked at"


def test_space_and_the_page_keys_scroll(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    settle(screen, 880, 480)
    text = text_of(screen)
    QTest.keyClick(text, Qt.Key.Key_Space)
    one = scrolled_px(screen)
    assert 200 < one < 480, "less than a window, so that the last lines are still in sight"
    QTest.keyClick(text, Qt.Key.Key_PageDown)
    assert scrolled_px(screen) == 2 * one
    QTest.keyClick(text, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert scrolled_px(screen) == one
    QTest.keyClick(text, Qt.Key.Key_End)
    (area,) = screen.findChildren(QScrollArea)
    assert scrolled_px(screen) == area.verticalScrollBar().maximum()
    QTest.keyClick(text, Qt.Key.Key_Home)
    assert scrolled_px(screen) == 0


def test_the_caret_stays_in_sight_and_begins_where_one_reads(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    settle(screen, 880, 480)
    text = text_of(screen)
    QTest.keyClick(text, Qt.Key.Key_End)
    settle(screen, 880, 480)
    QTest.keyClick(text, Qt.Key.Key_Down)
    assert text.textCursor().block().blockNumber() > 10
    assert text.visibleRegion().boundingRect().intersects(text.cursorRect())


def test_links_lie_over_their_words_and_answer_to_mouse_and_keyboard(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, ways = page_screen(qtbot, theme, content, pictures)
    settle(screen)
    link = button(screen, "See PC6")
    text = text_of(screen)
    cursor = text.document().find("See PC6")
    assert isinstance(cursor, QTextCursor)
    text.setTextCursor(cursor)
    assert link.geometry().adjusted(-4, -4, 4, 4).intersects(text.cursorRect())
    link.click()
    assert isinstance(ways[-1], ToAtlas)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert ways[-1] == ways[0]
    assert nameless(screen) == []


def test_the_picture_has_its_points_its_side_and_its_words(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    settle(screen)
    (body,) = screen.findChildren(BodyMap)
    assert body.accessibleName() == "The inner side of your left wrist with two points."
    scene = body.scene
    assert scene is not None
    assert {marker.name for marker in scene.markers} == {"Inner Pass", "Spirit Gate"}
    assert [mark.words for mark in scene.sides] == ["Your left"]
    assert [badge for badge in body.findChildren(SideBadge) if badge.isVisible()]


def test_a_point_of_a_picture_opens_in_the_atlas_on_its_side(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, ways = page_screen(qtbot, theme, content, pictures)
    settle(screen)
    (body,) = screen.findChildren(BodyMap)
    body.choose((PointCode("PC6"), SiteSide.LEFT))
    assert ways == [ToAtlas(PointCode("PC6"), SiteSide.LEFT)]


def test_tab_goes_through_the_page_as_it_is_read(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    settle(screen)
    screen.setFocus(Qt.FocusReason.OtherFocusReason)
    names = [keyboard().accessibleName(), *(each.accessibleName() for each in focused_by_tab(screen, 6))]
    points = [name for name in names if "left" in name]
    assert len(points) == 1, "one stop for the points, arrows lead from one to the next"
    assert names[0] == "How to press"
    assert names[1:] == [
        *points,
        "See PC6 & its neighbours",
        "A list for the visit",
        "Next: Before a visit",
        "Where it was looked at",
        "Sources",
    ]


def test_where_no_picture_can_be_drawn_its_words_stand_there(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    album = read_album(asset_root(), "figure_f")
    without = type(album)(album.figure, {}, album.points)
    screen, _ways = page_screen(qtbot, theme, content, ArticlePictures(lambda: without, PictureShelf()))
    settle(screen)
    assert screen.findChildren(BodyMap) == []
    assert "The inner side of your left wrist with two points." in text_of(screen).toPlainText()


def test_what_was_searched_for_is_strong_underlined_and_in_sight(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures, query="tingles")
    settle(screen, 880, 480)
    text = text_of(screen)
    cursor = text.document().find("tingles")
    assert cursor.charFormat().fontUnderline()
    assert not text.document().find("Kim stops").charFormat().fontUnderline()
    text.setTextCursor(cursor)
    assert text.visibleRegion().boundingRect().intersects(text.cursorRect())
    assert scrolled_px(screen) > 0


def test_back_and_the_ways_on(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, ways = page_screen(qtbot, theme, content, pictures)
    settle(screen)
    button(screen, "Back").click()
    button(screen, "All pages").click()
    button(screen, "Next: Before a visit").click()
    QTest.keyClick(text_of(screen), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(text_of(screen), Qt.Key.Key_Backspace)
    assert ways == [Back(), ToReader(), ToReader("beta"), Back(), Back()]


def test_the_page_opens_where_one_had_read_also_in_another_window(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    memory = ReaderMemory()
    screen, _ways = page_screen(qtbot, theme, content, pictures, memory=memory)
    settle(screen, 960, 640)
    button(screen, "Sources").click()
    settle(screen, 960, 640)
    assert scrolled_px(screen) > 100
    button(screen, "All pages").click()
    screen.hide()
    part = memory.places[next(iter(memory.places))].part
    again, _ways = page_screen(qtbot, theme, content, pictures, memory=memory)
    settle(again, 880, 480)
    top, height = text_of(again).part_box_px(part)
    (area,) = again.findChildren(QScrollArea)
    shown = text_of(again).mapTo(area.viewport(), QPoint(0, round(top))).y()
    assert -height - 2 <= shown <= area.viewport().height() / 2


def test_contents_lead_to_their_heading(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    settle(screen, 880, 480)
    button(screen, "Where it was looked at").click()
    assert keyboard() is text_of(screen)
    assert text_of(screen).textCursor().block().text() == "Where it was looked at"


def test_a_page_can_be_read_from_right_to_left(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for width, height in SIZES:
        settle(screen, width, height)
        assert clipped(screen) == []
    text = text_of(screen)
    text.setTextCursor(text.document().find("Sit down."))
    assert text.cursorRect().center().x() > text.width() / 2


def test_other_pictures_of_the_body_are_taken_at_once(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _ways = page_screen(qtbot, theme, content, pictures)
    settle(screen)
    screen.show_bodies()
    settle(screen)
    assert len([body for body in screen.findChildren(BodyMap) if body.isVisible()]) == 1


# --- Saving


def saving(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures, path: Path | None
) -> tuple[ArticleScreen, list[str], Answer]:
    opened: list[str] = []

    def open_file(name: str) -> bool:
        opened.append(name)
        return len(opened) < 2

    answer = Answer(path)
    screen = ArticleScreen(page_of(content, "beta"), theme, pictures, answer, open_file)
    qtbot.addWidget(screen)
    settle(screen)
    return screen, opened, answer


def test_a_page_is_saved_where_one_says_and_opened_in_the_systems_viewer(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures, tmp_path: Path
) -> None:
    file = tmp_path / "list.pdf"
    screen, opened, answer = saving(qtbot, theme, content, pictures, file)
    button(screen, "Save for A4").click()
    assert answer.names == [f"beta-{Paper.A4.value}"]
    assert file.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.glob("*.part")) == []
    assert any(str(file) in label.text() for label in labels(screen))
    button(screen, "Open it").click()
    assert opened == [str(file)]
    button(screen, "Open it").click()
    assert any("No program for PDF files" in label.text() for label in labels(screen))


def test_what_cannot_be_written_is_said_and_nothing_stays(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures, tmp_path: Path
) -> None:
    folder = tmp_path / "taken.pdf"
    folder.mkdir()
    screen, _opened, _answer = saving(qtbot, theme, content, pictures, folder)
    button(screen, "Save for Letter").click()
    assert any("could not be written" in label.text() for label in labels(screen))
    assert not [each for each in labels(screen) if each.text().startswith("Saved")]
    assert [path.name for path in tmp_path.glob("taken*")] == ["taken.pdf"]


def test_thinking_better_of_it_saves_nothing(
    qtbot: QtBot, theme: LiveTheme, content: ReaderContent, pictures: ArticlePictures
) -> None:
    screen, _opened, answer = saving(qtbot, theme, content, pictures, None)
    button(screen, "Save for A4").click()
    assert answer.names
    assert not [each for each in labels(screen) if "aved" in each.text()]


def test_rows_know_how_tall_they_must_be(qtbot: QtBot, theme: LiveTheme) -> None:
    row = PageRow(theme, "A title", "Some words that go on for a while. " * 4, "2 minutes", "spoken")
    qtbot.addWidget(row)
    assert row.heightForWidth(240) > row.heightForWidth(480) > 0
    assert row.sizeHint().boundedTo(QSize(480, 4000)) == row.sizeHint()
    QApplication.processEvents()
