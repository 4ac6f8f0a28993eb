from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import LearningScope
from acupress_desktop.domain.placed_points import FigurePoints
from acupress_desktop.domain.point_practice import Sureness
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas import AtlasPresenter
from acupress_desktop.presenters.atlas_lists import ListKind
from acupress_desktop.presenters.destinations import ToLearning, ToPresentation
from acupress_desktop.ui.atlas.check import CheckPanel
from acupress_desktop.ui.atlas.columns import AtlasColumns, Columns
from acupress_desktop.ui.atlas.finder import PointTable
from acupress_desktop.ui.atlas.scenes import OtherReading
from acupress_desktop.ui.atlas.screen import AtlasScreen
from acupress_desktop.ui.atlas.tabs import Tab
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from acupress_desktop.ui.widgets.choices import Segmented
from acupress_desktop.ui.widgets.drop_down import DropChoice
from acupress_desktop.ui.widgets.fields import TextField
from tests.presenters.atlas_contents import Drawer, Notebook, album, atlas_content, atlas_presenter
from tests.ui.pages import (
    bears_every_size,
    button,
    focused_by_tab,
    keyboard,
    labels,
    nameless,
    settle,
)

pytestmark = pytest.mark.slow

PC6 = PointCode("PC6")


def screen_of(
    qtbot: QtBot, theme: LiveTheme, code: str = "PC6", notebook: Notebook | None = None
) -> tuple[AtlasScreen, AtlasPresenter, Drawer]:
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    drawer = Drawer()
    presenter = atlas_presenter(code, drawer=drawer, notebook=notebook)
    screen = AtlasScreen(presenter, theme, album)
    qtbot.addWidget(screen)
    return screen, presenter, drawer


def maps(screen: AtlasScreen) -> list[BodyMap]:
    return [each for each in screen.findChildren(BodyMap) if each.isVisible()]


def near(screen: AtlasScreen) -> BodyMap:
    return screen.near.body_map


def texts(screen: AtlasScreen) -> list[str]:
    return [label.text() for label in labels(screen)]


def table_of(screen: AtlasScreen) -> PointTable:
    (table,) = screen.findChildren(PointTable)
    return table


def choosers(screen: AtlasScreen) -> list[DropChoice]:
    return [each for each in screen.findChildren(DropChoice) if each.isVisible()]


def columns(screen: AtlasScreen) -> AtlasColumns:
    (found,) = screen.findChildren(AtlasColumns)
    return found


def titles(screen: AtlasScreen) -> str:
    return " ".join(texts(screen))


# --- Room


def test_the_page_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    assert bears_every_size(screen, theme) == []


def test_the_panel_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    button(screen, "Did I find it?").click()
    assert bears_every_size(screen, theme) == []


def test_a_tour_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme, "LU7")
    settle(screen)
    button(screen, "Tour this line").click()
    assert bears_every_size(screen, theme) == []


def test_the_smallest_window_holds_the_page(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen, 880, 432)
    for tab in Tab:
        columns(screen).show_tab(tab)
        settle(screen, 880, 432)
        assert (screen.width(), screen.height()) == (880, 432), tab
    button(screen, "Did I find it?").click()
    settle(screen, 880, 432)
    assert (screen.width(), screen.height()) == (880, 432)


def test_the_panel_leaves_the_picture_in_sight(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    for width, height in ((1280, 756), (960, 576), (880, 432)):
        settle(screen, width, height)
        button(screen, "Did I find it?").click()
        settle(screen, width, height)
        (panel,) = screen.findChildren(CheckPanel)
        assert panel.isVisible()
        assert near(screen).isVisible()
        button(screen, "Back to the card").click()
        assert not panel.isVisible()


def test_all_answers_are_in_sight_in_a_usual_window(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen, 1280, 756)
    button(screen, "Did I find it?").click()
    settle(screen, 1280, 756)
    last = button(screen, "Not found")
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_with_large_text_the_list_gives_way_to_the_card(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    theme.choose(ThemeChoice(Scheme.LIGHT, 2.0, Motion.REDUCED))
    settle(screen, 960, 592)
    assert columns(screen).columns is Columns.ONE
    table = table_of(screen)
    assert not table.isVisible()
    button(screen, "Show the list").click()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.isVisible()
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle(screen, 960, 592)
    assert not table.isVisible()
    title = next(label for label in labels(screen) if label.text() == "Union Valley")
    assert title.visibleRegion().boundingRect().height() == title.height()
    button(screen, "Show the list").click()
    assert table.isVisible()
    assert keyboard() is table
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    settle(screen)
    assert table.isVisible()


def test_a_tour_keeps_the_picture_in_sight_with_large_text(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme, "LU5")
    theme.choose(ThemeChoice(Scheme.LIGHT, 2.0, Motion.REDUCED))
    settle(screen, 960, 592)
    button(screen, "Tour this line").click()
    for _step in range(3):
        button(screen, "Next").click()
        settle(screen, 960, 592)
        assert near(screen).visibleRegion().boundingRect().top() == 0
        assert near(screen).visibleRegion().boundingRect().height() > 300


def test_until_a_point_is_chosen_a_narrow_page_shows_the_body(qtbot: QtBot, theme: LiveTheme) -> None:
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    screen = AtlasScreen(atlas_presenter(), theme, album)
    qtbot.addWidget(screen)
    settle(screen, 960, 576)
    (body,) = maps(screen)
    assert body is not near(screen)
    body.choose((PC6, SiteSide.LEFT))
    settle(screen, 960, 576)
    assert maps(screen) == []
    assert "Inner Pass" in texts(screen)


def test_with_two_columns_picture_and_body_are_tabs(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen, 960, 640)
    assert maps(screen) == []
    tabs = next(each for each in screen.findChildren(Segmented) if each.key is Tab.WORDS)
    for tab in (Tab.PICTURE, Tab.BODY):
        tabs.show_key(tab)
        tabs.chosen.emit(tab)
        settle(screen, 960, 640)
        (shown,) = maps(screen)
        assert (shown is near(screen)) is (tab is Tab.PICTURE)
    settle(screen, 1280, 820)
    assert len(maps(screen)) == 2
    assert "Inner Pass" in texts(screen)


# --- The list


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


def test_slash_and_ctrl_f_lead_to_the_field_from_anywhere(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    for start in (table_of(screen), button(screen, "Keep"), button(screen, "Show the right side")):
        for press in (
            (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
            (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
        ):
            start.setFocus()
            assert keyboard() is start
            QTest.keyClick(start, press[0], press[1])
            assert isinstance(keyboard(), TextField)
    field = keyboard()
    assert isinstance(field, TextField)
    QTest.keyClicks(field, "a/b")
    assert field.text() == "a/b"


def test_f6_goes_from_part_to_part_and_back(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    screen.setFocus()
    seen: list[QWidget] = [keyboard()]
    for _press in range(5):
        QTest.keyClick(keyboard(), Qt.Key.Key_F6)
        seen.append(keyboard())
    assert isinstance(seen[0], TextField)
    assert isinstance(seen[1], PointTable)
    assert maps(screen)[0].isAncestorOf(seen[2]) or maps(screen)[1].isAncestorOf(seen[2])
    assert near(screen).isAncestorOf(seen[3])
    assert seen[4] is columns(screen).reading
    assert seen[5] is seen[0]
    QTest.keyClick(keyboard(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert keyboard() is seen[4]


def test_every_list_can_be_chosen_and_all_points_are_heard(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    (lists,) = choosers(screen)
    table = table_of(screen)
    lists.choose(ListKind.ALL)
    settle(screen)
    assert table.rowCount() == len(atlas_content().atlas)
    assert table.accessibleName() == "Points: All points"
    names = [item for row in range(table.rowCount()) if (item := table.item(row, 1)) is not None]
    spoken = {item.data(Qt.ItemDataRole.AccessibleTextRole) for item in names}
    assert "Man's Prognosis, for study only" in spoken
    lists.choose(ListKind.LINE)
    settle(screen)
    _lists, within = choosers(screen)
    within.choose("BL")
    assert table.rowCount() == 67
    screen.show_view(presenter.choose(PointCode("BL40")))
    lists.choose(ListKind.ALL)
    settle(screen)
    for kind in (ListKind.LINE, ListKind.ALL):
        lists.choose(kind)
        row = table.visualItemRect(table.currentItem())
        assert table.viewport().rect().contains(row), kind
    lists.choose(ListKind.FAVOURITES)
    settle(screen)
    assert not table.isVisible()
    assert "No favourites yet" in titles(screen)
    assert nameless(screen) == []


def test_a_choice_of_a_list_empties_the_field(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    screen.setFocus()
    field = keyboard()
    assert isinstance(field, TextField)
    QTest.keyClicks(field, "knee")
    choosers(screen)[0].choose(ListKind.ALL)
    assert field.text() == ""


def test_the_list_and_the_links_name_every_point_of_the_maps(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    table = table_of(screen)
    listed = {item.text() for row in range(table.rowCount()) if (item := table.item(row, 1))}
    card = presenter.present().card
    assert card is not None
    listed |= {link.label.split(" ", 1)[1] for links in card.links for link in links.links}
    for body_map in maps(screen):
        assert body_map.scene is not None
        assert {marker.name for marker in body_map.scene.markers} <= listed


def test_whatever_is_pasted_is_answered_quietly(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    screen.setFocus()
    field = keyboard()
    assert isinstance(field, TextField)
    for text in ("a" * 10_000, "🙂" * 300, "\u202eabc", "\x00\x07", "<img src=x>"):
        field.setText(text)
        settle(screen)
        assert "Inner Pass" in texts(screen)


# --- The pictures


def test_a_point_of_the_small_body_opens_its_own_side(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    small = next(each for each in maps(screen) if each is not near(screen))
    small.choose((PointCode("PC6"), SiteSide.RIGHT))
    shown = presenter.present().close_up
    assert shown is not None
    assert shown.site.side is SiteSide.RIGHT
    scene = near(screen).scene
    assert scene is not None
    assert [side.words for side in scene.sides] == ["Your right forearm, inner side"]


def test_the_close_up_carries_ring_line_and_words(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    scene = near(screen).scene
    assert scene is not None
    assert scene.measuring is not None
    assert scene.measuring.fingers == 3
    now = [marker for marker in scene.markers if marker.key == (PC6, SiteSide.LEFT)]
    assert now[0].tolerance_mm
    assert {callout.words.split()[0] for callout in scene.callouts} == {"Feel", "Wrist"}
    assert "three finger-widths" in near(screen).accessibleName()


def test_a_point_without_a_place_on_the_skin_has_its_picture_and_no_dot(
    qtbot: QtBot, theme: LiveTheme
) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme, "EX-HN9")
    settle(screen)
    scene = near(screen).scene
    assert scene is not None
    assert scene.markers == ()
    assert near(screen).isVisible()
    assert "No dot is drawn" in titles(screen)


def test_right_and_mirror_are_switched_and_the_badge_stays_true(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, drawer = screen_of(qtbot, theme)
    settle(screen)
    button(screen, "Show the right side").click()

    def badges() -> list[str]:
        scene = near(screen).scene
        assert scene is not None
        return [side.words for side in scene.sides]

    assert badges() == ["Your right forearm, inner side"]
    button(screen, "Show as in a mirror").click()
    assert drawer.recall_settings().body_view is BodyView.MIRROR
    assert badges() == ["Your right forearm, inner side"]
    button(screen, "Show as another person sees you").click()
    assert drawer.recall_settings().body_view is BodyView.AS_SEEN_BY_ANOTHER


def test_pictures_that_come_later_are_shown(qtbot: QtBot, theme: LiveTheme) -> None:
    read: list[bool] = []
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))

    def album_later() -> BodyAlbum | None:
        return album() if read else None

    presenter = atlas_presenter("PC6", pictures=album_later)
    screen = AtlasScreen(presenter, theme, album_later)
    qtbot.addWidget(screen)
    settle(screen)
    assert all(each.scene is None for each in maps(screen))
    read.append(True)
    screen.show_album()
    assert all(each.scene is not None for each in maps(screen))


def test_what_is_not_built_is_not_seen_until_it_is_offered(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    names = [each.accessibleName() for each in screen.findChildren(QWidget) if each.isVisible()]
    assert not {"Layers", "Save picture", "Turn in 3-D"} & set(names)
    pressed: list[str] = []
    screen.near.offer_layers(lambda: pressed.append("layers"))
    screen.near.offer_saving(lambda: pressed.append("saving"))
    turning = QLabel("turns")
    followed: list[object] = []
    screen.shown.connect(followed.append)
    screen.near.offer_turning(turning)
    settle(screen)
    button(screen, "Layers").click()
    button(screen, "Save picture").click()
    assert pressed == ["layers", "saving"]
    button(screen, "Turn in 3-D").click()
    assert turning.isVisible()
    assert not near(screen).isVisible()
    button(screen, "Show the right side").click()
    assert followed
    button(screen, "Picture").click()
    assert near(screen).isVisible()


def test_a_point_is_shown_to_somebody(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    ways: list[object] = []
    screen.leave.connect(ways.append)
    button(screen, "Show to somebody").click()
    button(screen, "Learn these points").click()
    assert ways == [ToPresentation(point=PC6), ToLearning(LearningScope())]


# --- The card and what is kept


def test_a_link_opens_its_point_and_the_keyboard_reads_on_there(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme, "LI4")
    settle(screen)
    link = button(screen, "LI10 Arm Three Li")
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    settle(screen)
    assert "Arm Three Li" in texts(screen)
    assert keyboard() is columns(screen).reading


def test_a_point_of_study_can_be_kept_but_not_looked_for(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme, "ST9")
    settle(screen)
    names = [each.accessibleName() for each in screen.findChildren(QWidget) if each.isVisible()]
    assert "Keep" in names
    assert "Did I find it?" not in names
    assert "For study only. This point is not pressed." in titles(screen)


def test_the_star_says_whether_it_is_on(qtbot: QtBot, theme: LiveTheme) -> None:
    notebook = Notebook()
    screen, _presenter, _drawer = screen_of(qtbot, theme, notebook=notebook)
    settle(screen)
    star = button(screen, "Keep")
    assert not star.isChecked()
    star.click()
    assert star.isChecked()
    assert star.accessibleName() == "Kept"
    assert [each.point for each in notebook.favourites] == ["PC6"]
    star.toggle()
    assert notebook.favourites == []
    assert not star.isChecked()


def test_looking_for_a_point_is_answered_by_the_keyboard_alone(qtbot: QtBot, theme: LiveTheme) -> None:
    notebook = Notebook()
    screen, _presenter, _drawer = screen_of(qtbot, theme, "LI4", notebook)
    settle(screen)
    ask = button(screen, "Did I find it?")
    ask.setFocus()
    QTest.keyClick(ask, Qt.Key.Key_Space)
    settle(screen)
    first = keyboard()
    assert first.accessibleName() == "A dull ache"
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert not ask.isVisible()
    save = button(screen, "Keep this answer")
    assert not save.isEnabled()
    assert save.accessibleDescription() == "Say how sure you are first."
    answer = button(screen, "Not found")
    answer.setFocus()
    QTest.keyClick(answer, Qt.Key.Key_Space)
    assert save.isEnabled()
    save.setFocus()
    QTest.keyClick(save, Qt.Key.Key_Space)
    settle(screen)
    (kept,) = notebook.checks
    assert kept.sureness is Sureness.NOT_FOUND
    assert "Kept: not found" in titles(screen)
    assert keyboard() is not screen
    assert screen.isAncestorOf(keyboard())
    assert button(screen, "LI10 Arm Three Li").isVisible()
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    settle(screen)
    assert "Not found: 1." in titles(screen)


def test_what_was_kept_can_be_taken_back(qtbot: QtBot, theme: LiveTheme) -> None:
    notebook = Notebook()
    screen, _presenter, _drawer = screen_of(qtbot, theme, notebook=notebook)
    settle(screen)
    button(screen, "Did I find it?").click()
    button(screen, "Roughly").click()
    button(screen, "Keep this answer").click()
    assert len(notebook.checks) == 1
    button(screen, "Take it back").click()
    assert notebook.checks == []
    assert button(screen, "Keep this answer").isEnabled()


# --- Along a line


def test_a_tour_goes_by_page_keys_and_ends_with_escape(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme, "LU9")
    settle(screen)
    button(screen, "Tour this line").click()
    settle(screen)
    table = table_of(screen)
    table.setFocus()
    for _press in range(2):
        QTest.keyClick(table, Qt.Key.Key_PageDown)
    settle(screen)
    assert "Lung line (LU)  11 of 11" in texts(screen)
    assert not button(screen, "Next").isEnabled()
    item = table.item(table.currentRow(), 0)
    assert item is not None
    assert item.text() == "LU11"
    QTest.keyClick(table, Qt.Key.Key_PageUp)
    settle(screen)
    assert "Lung line (LU)  10 of 11" in texts(screen)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    settle(screen)
    assert button(screen, "Tour this line").isVisible()
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    assert "Lung line (LU)  11 of 11" not in texts(screen)


def test_the_last_step_of_a_tour_does_not_lose_the_keyboard(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme, "LU10")
    settle(screen)
    button(screen, "Tour this line").click()
    settle(screen)
    onward = button(screen, "Next")
    onward.setFocus()
    QTest.keyClick(onward, Qt.Key.Key_Space)
    assert not onward.isEnabled()
    here = QApplication.focusWidget()
    assert here is not None
    assert screen.near.isAncestorOf(here)


# --- Two readings of one point


def test_both_places_of_an_undecided_point_are_marked(qtbot: QtBot, theme: LiveTheme) -> None:
    standing = album()
    left = standing.points.point(PointCode("PC8"), SiteSide.LEFT)
    assert left is not None
    beside = {view: replace(pixel, x_px=pixel.x_px + 40) for view, pixel in left.pixels.items()}
    sites = [
        replace(each, alternative_pixels=beside) if each is left else each for each in standing.points.points
    ]
    two = replace(standing, points=FigurePoints(standing.figure, sites, ()))
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    screen = AtlasScreen(atlas_presenter("PC8", pictures=lambda: two), theme, lambda: two)
    qtbot.addWidget(screen)
    settle(screen)
    scene = near(screen).scene
    assert scene is not None
    now = next(marker for marker in scene.markers if marker.key == ("PC8", SiteSide.LEFT))
    other = next(marker for marker in scene.markers if isinstance(marker.key, OtherReading))
    assert abs(other.x_px - now.x_px - 40) < 1
    assert other.spoken == "Palace of Toil, PC8, left, other reading of the standard"
    assert "Other reading" in [callout.words for callout in scene.callouts]
    near(screen).choose(other.key)
    assert "Palace of Toil" in texts(screen)


def test_the_other_reading_is_not_drawn_where_no_picture_has_it(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    scene = near(screen).scene
    assert scene is not None
    assert not [marker for marker in scene.markers if isinstance(marker.key, OtherReading)]


# --- Tab


def test_to_come_by_the_list_opens_no_point_and_enter_opens_its_first(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = AtlasScreen(atlas_presenter(), theme, album)
    qtbot.addWidget(screen)
    settle(screen)
    assert screen.view.card is None
    table_of(screen).setFocus(Qt.FocusReason.TabFocusReason)
    settle(screen)
    assert table_of(screen).currentRow() == 0
    assert screen.view.card is None
    QTest.keyClick(table_of(screen), Qt.Key.Key_Return)
    assert screen.view.card is not None


def test_tab_goes_through_the_page_as_it_is_read(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, presenter, _drawer = screen_of(qtbot, theme)
    settle(screen)
    screen.show_view(presenter.choose(PointCode("LI4")))
    settle(screen)
    screen.setFocus()
    reached = [keyboard(), *focused_by_tab(screen, 19)]
    names = [each.accessibleName() for each in reached]
    expected = [
        "Find a point",
        "Which points are listed",
        "Points: In use",
        "Back",
        "Show the right side",
        "Show to somebody",
        "How to find it",
        "Add to a routine",
        "LI3 Third Space",
        "LI11 Pool at the Bend",
        "Studies that pressed this point",
        "Did I find it?",
        "Keep",
    ]
    assert [name for name in names if name in expected][: len(expected)] == expected
    points = [place for place, name in enumerate(names) if name == "Union Valley, LI4, left"]
    assert points[:2] == [names.index("Back") + 1, names.index("Show the right side") - 1]


def test_a_narrow_page_is_gone_through_as_it_is_read_too(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _drawer = screen_of(qtbot, theme)
    settle(screen, 960, 576)
    screen.setFocus()
    names = [keyboard().accessibleName(), *(each.accessibleName() for each in focused_by_tab(screen, 12))]
    expected = [
        "Find a point",
        "Points: In use",
        "How to find it",
        "Add to a routine",
        "PC5 Intermediary Courier",
        "Studies that pressed this point",
        "Did I find it?",
    ]
    assert [name for name in dict.fromkeys(names) if name in expected] == expected
