from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from acupress_desktop.app.own_drawing import OwnDrawing
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.screen_scale import CARD_WIDTH_MM, scale_of
from acupress_desktop.domain.settings import DrawnBody, Settings, SkinTone
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.destinations import ToSettings
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.ruler import RulerPresenter, RulerStep
from acupress_desktop.presenters.your_body import YourBodyPorts, YourBodyPresenter
from acupress_desktop.presenters.your_body_view import AlbumStanding, Facing, FieldView, YourBodyView

SCREEN = "00c0ffee"
KNOWN = Settings(own_build_percent=20, own_height_cm=172, own_weight_kg=68, own_age=44)


class Drawer:
    def __init__(self, settings: Settings, trouble: DiskFull | None = None) -> None:
        self.kept = settings
        self.trouble = trouble

    def recall_settings(self) -> Settings:
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        if self.trouble is not None:
            raise KnownTrouble(self.trouble)
        self.kept = settings
        return ()


@cache
def bodies() -> OwnDrawing:
    return OwnDrawing.read(asset_root())


def presenter_of(
    drawer: Drawer, heard: list[Settings] | None = None, standing: AlbumStanding | None = None
) -> YourBodyPresenter:
    said = [] if heard is None else heard
    return YourBodyPresenter(
        YourBodyPorts(drawer, bodies(), lambda: 2026, lambda: standing or AlbumStanding(), said.append)
    )


def drawn(drawer: Drawer) -> DrawnBody:
    return drawer.kept.drawn_body


def field(view: YourBodyView, key: str) -> FieldView:
    groups = (*view.groups, view.hand)
    return next(each for group in groups for each in group.fields if each.key == key)


def test_what_is_typed_is_kept_at_once_and_reshapes_the_figure() -> None:
    heard: list[Settings] = []
    drawer = Drawer(KNOWN)
    presenter = presenter_of(drawer, heard)
    view = presenter.write("own_height_cm", " 185 ")
    assert drawer.kept.own_height_cm == 185
    assert view.figure.body.shape.height_cm == 185.0
    view = presenter.write("own_forearm_mm", "26,5")
    assert drawer.kept.own_forearm_mm == 265
    assert view.figure.body.measures.forearm_mm == 265.0
    assert field(view, "own_forearm_mm").text == "26.5"
    assert [each.own_forearm_mm for each in heard] == [None, 265]
    presenter.write("own_forearm_mm", "")
    assert drawer.kept.own_forearm_mm is None


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("own_height_cm", "1.72"),
        ("own_height_cm", "99"),
        ("own_height_cm", "tall"),
        ("own_height_cm", "nan"),
        ("own_height_cm", "-172"),
        ("own_weight_kg", "1000"),
        ("own_age", "17"),
        ("own_build_percent", "101"),
        ("own_forearm_mm", "24.45"),
        ("own_forearm_mm", "2.4"),
        ("own_thumb_tenth_mm", "2"),
        ("own_four_fingers_tenth_mm", "1e2"),
        ("own_weight_kg", "٦٨"),
    ],
)
def test_an_impossible_number_gets_a_sentence_and_changes_nothing(key: str, text: str) -> None:
    drawer = Drawer(KNOWN)
    view = presenter_of(drawer).write(key, text)
    assert drawer.kept == KNOWN
    assert field(view, key).text == text
    assert "from" in field(view, key).problem
    assert view.figure.body.shape.height_cm == 172.0


def test_a_length_that_the_rest_of_the_body_cannot_have_is_refused_with_what_it_can() -> None:
    drawer = Drawer(KNOWN)
    view = presenter_of(drawer).write("own_forearm_mm", "34")
    assert drawer.kept.own_forearm_mm is None
    assert "height and weight" in field(view, "own_forearm_mm").problem


def test_a_height_that_does_not_go_with_a_measured_length_is_refused_naming_it() -> None:
    drawer = Drawer(replace(KNOWN, own_lower_leg_mm=440))
    presenter = presenter_of(drawer)
    view = presenter.write("own_height_cm", "145")
    assert drawer.kept.own_height_cm == 172
    assert "Lower leg" in field(view, "own_height_cm").problem
    view = presenter.write("own_height_cm", "176")
    assert field(view, "own_height_cm").problem == ""
    assert drawer.kept.own_height_cm == 176


@pytest.mark.slow
def test_sliding_shows_without_keeping_and_letting_go_keeps() -> None:
    drawer = Drawer(KNOWN)
    presenter = presenter_of(drawer)
    view = presenter.slide("own_weight_kg", 90)
    assert view.figure.body.shape.weight_kg == 90.0
    assert field(view, "own_weight_kg").text == "90"
    assert drawer.kept.own_weight_kg == 68
    before = presenter.slide("own_forearm_mm", 250).figure
    assert presenter.slide("own_forearm_mm", 350).figure == before, "a body that cannot be is not shown"
    presenter.keep("own_weight_kg", 91)
    assert drawer.kept.own_weight_kg == 91


def test_the_own_body_is_turned_on_only_when_all_of_it_is_known_and_off_again() -> None:
    drawer = Drawer(replace(KNOWN, own_weight_kg=None))
    presenter = presenter_of(drawer)
    view = presenter.present()
    assert "weight" in view.switch.blocked_because
    assert view.figure.caption
    presenter.switch()
    assert drawn(drawer) is DrawnBody.FIGURE
    assert presenter.write("own_weight_kg", "68").switch.ready
    view = presenter.switch()
    assert drawn(drawer) is DrawnBody.OWN
    assert "standard figure" in view.switch.label
    presenter.switch()
    assert drawn(drawer) is DrawnBody.FIGURE
    presenter.switch()
    presenter.write("own_weight_kg", "")
    assert drawn(drawer) is DrawnBody.FIGURE, "half a body is never drawn as the own one"


def test_the_year_of_birth_stands_in_for_the_age() -> None:
    drawer = Drawer(replace(KNOWN, own_age=None, birth_year=1956))
    view = presenter_of(drawer).present()
    assert view.figure.body.shape.age == 70.0
    assert "70" in view.groups[0].note
    assert all(each.key != "own_age" for each in view.groups[0].fields)
    assert view.switch.ready


def test_a_hand_is_told_in_own_fingers_and_a_contradiction_is_refused() -> None:
    drawer = Drawer(replace(KNOWN, own_forearm_mm=240))
    presenter = presenter_of(drawer)
    assert presenter.present().hand_line == ""
    presenter.write("own_four_fingers_tenth_mm", "70")
    view = presenter.write("own_thumb_tenth_mm", "19.5")
    assert (drawer.kept.own_four_fingers_tenth_mm, drawer.kept.own_thumb_tenth_mm) == (700, 195)
    assert "of your fingers" in view.hand_line
    view = presenter.write("own_thumb_tenth_mm", "38")
    assert "four fingers" in field(view, "own_thumb_tenth_mm").problem.lower()
    assert drawer.kept.own_thumb_tenth_mm == 195


def test_tones_are_told_in_plain_words_and_kept() -> None:
    drawer = Drawer(KNOWN)
    presenter = presenter_of(drawer)
    assert [tone.label for tone in presenter.present().tones] == [
        "Very light", "Light", "Medium", "Dark", "Very dark",
    ]  # fmt: skip
    view = presenter.choose_tone(SkinTone.DARK)
    assert drawer.kept.skin_tone is SkinTone.DARK
    assert [tone.key for tone in view.tones if tone.choice is Choice.CHOSEN] == [SkinTone.DARK]
    assert view.figure.tone is SkinTone.DARK


def test_a_full_disk_is_told_and_nothing_is_said_to_be_kept() -> None:
    drawer = Drawer(KNOWN, DiskFull(asset_root()))
    view = presenter_of(drawer).write("own_weight_kg", "70")
    assert view.trouble
    assert drawer.kept == KNOWN


def test_the_page_says_how_far_the_pictures_are() -> None:
    drawer = Drawer(replace(KNOWN, drawn_body=DrawnBody.OWN))
    assert "12 of 36" in presenter_of(drawer, None, AlbumStanding(12, 36)).present().standing
    assert "could not" in presenter_of(drawer, None, AlbumStanding(12, 36, failed=True)).present().standing
    assert presenter_of(drawer).present().standing == "Every page shows your own body."


def test_the_figure_turns_and_the_page_leads_back() -> None:
    presenter = presenter_of(Drawer(KNOWN))
    assert presenter.turn().figure.facing is Facing.BACK
    assert presenter.turn().figure.facing is Facing.FRONT
    assert presenter.back() == ToSettings()


def test_a_card_gives_the_scale_and_the_scale_gives_the_widths() -> None:
    drawer = Drawer(KNOWN)
    page = presenter_of(drawer)
    ruler = RulerPresenter(drawer, SCREEN, page.keep_width)
    assert ruler.present().step is RulerStep.CARD
    ruler.move(round(CARD_WIDTH_MM * 5.0 * 10))
    view = ruler.take()
    assert scale_of(drawer.kept.card_scales, SCREEN) == pytest.approx(5.0, abs=0.001)
    assert view.step is RulerStep.THUMB
    assert ruler.move(round(21.3 * 5.0 * 10)).value == "21.3 mm"
    view = ruler.take()
    assert drawer.kept.own_thumb_tenth_mm == 213
    assert view.step is RulerStep.FINGERS
    ruler.move(round(76.0 * 5.0 * 10))
    assert ruler.take().step is RulerStep.DONE
    assert drawer.kept.own_four_fingers_tenth_mm == 760


def test_a_screen_that_is_known_needs_no_card_and_a_step_may_be_left_out() -> None:
    drawer = Drawer(replace(KNOWN, card_scales=f"{SCREEN}:4000"))
    ruler = RulerPresenter(drawer, SCREEN, presenter_of(drawer).keep_width)
    assert ruler.present().step is RulerStep.THUMB
    assert ruler.skip().step is RulerStep.FINGERS
    assert ruler.again().step is RulerStep.CARD
    assert drawer.kept.own_thumb_tenth_mm is None
    other = RulerPresenter(drawer, "deadbeef", presenter_of(drawer).keep_width)
    assert other.present().step is RulerStep.CARD


def test_widths_that_no_hand_has_together_are_refused_on_the_ruler_too() -> None:
    drawer = Drawer(replace(KNOWN, own_thumb_tenth_mm=350, card_scales=f"{SCREEN}:4000"))
    ruler = RulerPresenter(drawer, SCREEN, presenter_of(drawer).keep_width)
    ruler.skip()
    ruler.move(round(50.0 * 4.0 * 10))
    view = ruler.take()
    assert view.step is RulerStep.FINGERS
    assert view.problem
    assert drawer.kept.own_four_fingers_tenth_mm is None
    assert ruler.move(1).at == view.low
