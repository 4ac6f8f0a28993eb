"""Somebody reads: searches, opens a page, follows its links, and comes back to where they were."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from acupress_desktop.app.rehearsal import Rehearsal, Stranger
from acupress_desktop.presenters.destinations import ToReader, ToToday
from acupress_desktop.ui.atlas.screen import AtlasScreen
from acupress_desktop.ui.complaints.screen import ComplaintsScreen
from acupress_desktop.ui.learning.screen import LearningScreen
from acupress_desktop.ui.reader.article_screen import ArticleScreen
from acupress_desktop.ui.reader.index_screen import IndexScreen
from acupress_desktop.ui.widgets.fields import TextField
from tests.journeys.conftest import Arrive
from tests.journeys.steps import stands_on


def at_the_index(arrive: Arrive) -> Rehearsal:
    at = arrive()
    at.first_run(Stranger())
    at.house.window.go(ToToday())
    at.hands.press("Learn")
    assert stands_on(at, IndexScreen)
    return at


def typed(at: Rehearsal) -> str:
    (field,) = [each for each in at.house.window.findChildren(TextField) if each.isVisible()]
    return field.text()


def scrolled_px(at: Rehearsal) -> int:
    (area,) = [
        each
        for each in at.house.window.findChildren(QScrollArea)
        if each.isVisible() and each.verticalScrollBar().maximum()
    ]
    return area.verticalScrollBar().value()


def test_from_the_search_to_a_page_and_back_to_what_was_found(arrive: Arrive) -> None:
    at = at_the_index(arrive)
    (field,) = [each for each in at.house.window.findChildren(TextField) if each.isVisible()]
    field.setText("blood thinners")
    at.hands.press("Heart, blood thinners and clots")
    assert stands_on(at, ArticleScreen)
    assert at.hands.reads("“blood thinners” is underlined in")
    at.hands.press("Back")
    assert stands_on(at, IndexScreen)
    assert typed(at) == "blood thinners"


def test_a_link_leads_into_the_app_and_back_leads_to_the_line_that_was_read(arrive: Arrive) -> None:
    at = at_the_index(arrive)
    at.house.window.go(ToReader("what_it_is"))
    at.hands.key(Qt.Key.Key_End)
    at.hands.settle()
    there = scrolled_px(at)
    assert there > 200
    at.hands.press("See PC6 in the atlas")
    assert stands_on(at, AtlasScreen)
    at.hands.press("Learn")
    at.house.window.go(ToReader("what_it_is"))
    at.hands.settle()
    assert abs(scrolled_px(at) - there) <= 4


def test_a_set_that_a_page_names_is_chosen_but_not_begun(arrive: Arrive) -> None:
    at = at_the_index(arrive)
    at.house.window.go(ToReader("hand_out_calm"))
    at.hands.press("The calm set in the app")
    assert stands_on(at, ComplaintsScreen)
    assert at.hands.can_press("Go on: Calm set")
    at.hands.press("Back")
    assert stands_on(at, ArticleScreen)


def test_the_points_are_learned_from_here_too(arrive: Arrive) -> None:
    at = at_the_index(arrive)
    at.hands.press("Learn the points")
    assert stands_on(at, LearningScreen)


def test_pages_follow_each_other_by_the_keys_of_the_mast(arrive: Arrive) -> None:
    at = at_the_index(arrive)
    at.house.window.go(ToReader("what_it_is"))
    at.hands.press("Next: ")
    assert stands_on(at, ArticleScreen)
    assert at.house.window.last == ToReader("where_it_comes_from")
    at.hands.press("All pages")
    assert stands_on(at, IndexScreen)
