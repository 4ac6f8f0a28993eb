from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas import AtlasPresenter
from acupress_desktop.presenters.destinations import ToPresentation
from acupress_desktop.ui.atlas.finder import PointTable
from acupress_desktop.ui.atlas.screen import AtlasScreen, Tab
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from acupress_desktop.ui.widgets.choices import Segmented
from acupress_desktop.ui.widgets.fields import TextField
from tests.presenters.atlas_contents import Drawer, album, atlas_content
from tests.ui.pages import bears_every_size, button, keyboard, labels, settle

PC6 = PointCode("PC6")


def screen_of(
    qtbot: QtBot, theme: LiveTheme, code: str = "PC6"
) -> tuple[AtlasScreen, AtlasPresenter, Drawer]:
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    drawer = Drawer()
    presenter = AtlasPresenter(atlas_content(), drawer, album, PointCode(code))
    screen = AtlasScreen(presenter, theme, album)
    qtbot.addWidget(screen)
    return screen, presenter, drawer


def maps(screen: AtlasScreen) -> list[BodyMap]:
    return [each for each in screen.findChildren(BodyMap) if each.isVisible()]


def texts(screen: AtlasScreen) -> list[str]:
    return [label.text() for label in labels(screen)]


def test_the_page_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    assert bears_every_size(screen, theme) == []


def test_a_point_is_found_and_opened_by_the_keyboard_alone(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    screen.setFocus()
    field = keyboard()
    assert isinstance(field, TextField)
    QTest.keyClicks(field, "shoulder")
    QTest.keyClick(field, Qt.Key.Key_Down)
    table = keyboard()
    assert isinstance(table, PointTable)
    QTest.keyClick(table, Qt.Key.Key_Home)
    QTest.keyClick(table, Qt.Key.Key_Down)
    settle(screen)
    first = table.item(table.currentRow(), 1)
    assert first is not None
    assert first.text() in texts(screen)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_the_list_names_every_point_of_the_maps(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    (table,) = screen.findChildren(PointTable)
    listed = {item.text() for row in range(table.rowCount()) if (item := table.item(row, 1))}
    for body_map in maps(screen):
        assert body_map.scene is not None
        assert {marker.name for marker in body_map.scene.markers} <= listed


def test_a_point_of_the_small_body_opens_its_own_side(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    small = maps(screen)[0]
    small.choose((PointCode("PC6"), SiteSide.RIGHT))
    near = presenter.present().close_up
    assert near is not None
    assert near.site.side is SiteSide.RIGHT
    assert "Your right forearm, inner side" in texts(screen)


def test_the_close_up_carries_ring_line_and_words(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    near = maps(screen)[1]
    assert near.scene is not None
    assert near.scene.measuring is not None
    assert near.scene.measuring.fingers == 3
    now = [marker for marker in near.scene.markers if marker.key == (PC6, SiteSide.LEFT)]
    assert now[0].tolerance_mm
    assert {callout.words.split()[0] for callout in near.scene.callouts} == {"Feel", "Wrist"}
    assert "three finger-widths" in near.accessibleName()


def test_right_and_mirror_are_switched_and_the_badge_stays_true(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, drawer = screen_of(qtbot, theme)
    settle(screen)
    button(screen, "Show the right side").click()
    assert "Your right forearm, inner side" in texts(screen)
    near = maps(screen)[1]
    assert near.scene is not None
    assert [side.words for side in near.scene.sides] == ["Your right"]
    button(screen, "Show as in a mirror").click()
    assert drawer.recall_settings().body_view is BodyView.MIRROR
    assert near.scene is not None
    assert [side.words for side in near.scene.sides] == ["Your right"]
    button(screen, "Show as another person sees you").click()
    assert drawer.recall_settings().body_view is BodyView.AS_SEEN_BY_ANOTHER


def test_with_two_columns_the_picture_is_a_tab(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen, 960, 640)
    assert len(maps(screen)) == 1
    tabs = next(each for each in screen.findChildren(Segmented) if each.key is Tab.WORDS)
    tabs.show_key(Tab.PICTURE)
    tabs.chosen.emit(Tab.PICTURE)
    settle(screen, 960, 640)
    assert len(maps(screen)) == 2
    settle(screen, 1280, 820)
    assert len(maps(screen)) == 2
    assert any(text == "Inner Pass" for text in texts(screen))


def test_a_point_is_shown_to_somebody(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    ways: list[object] = []
    screen.leave.connect(ways.append)
    button(screen, "Show to somebody").click()
    assert ways == [ToPresentation(point=PC6)]


def test_pictures_that_come_later_are_shown(qtbot: QtBot, theme: LiveTheme) -> None:
    read: list[bool] = []
    drawer = Drawer()
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))

    def album_later() -> BodyAlbum | None:
        return album() if read else None

    presenter = AtlasPresenter(atlas_content(), drawer, album_later, PC6)
    screen = AtlasScreen(presenter, theme, album_later)
    qtbot.addWidget(screen)
    settle(screen)
    assert all(each.scene is None for each in maps(screen))
    read.append(True)
    screen.show_album()
    assert all(each.scene is not None for each in maps(screen))
