from __future__ import annotations

import pytest

from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.settings import BodyView, Hanzi, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas import AtlasPresenter
from acupress_desktop.presenters.atlas_view import AtlasView, PointCardView, SiteLook
from acupress_desktop.presenters.destinations import ToPresentation
from acupress_desktop.presenters.pieces import Choice
from tests.presenters.atlas_contents import Drawer, album, atlas_content, content_with_everything

PC6 = PointCode("PC6")


def presenter_of(code: str | None = None, side: SiteSide | None = None) -> AtlasPresenter:
    point = None if code is None else PointCode(code)
    return AtlasPresenter(atlas_content(), Drawer(), album, point, side)


def codes(view: AtlasView) -> list[str]:
    return [row.point for row in view.rows]


def card_of(view: AtlasView) -> PointCardView:
    assert view.card is not None
    return view.card


def row_of(card: PointCardView, heading: str) -> str:
    return " ".join(line for row in card.rows if row.heading == heading for line in row.lines)


def test_every_point_that_a_set_presses_is_in_the_list() -> None:
    shown = set(codes(presenter_of().present()))
    for protocol in atlas_content().protocols:
        for step in protocol.steps:
            assert step.point in shown
            assert {instead.point for instead in step.replacements} <= shown


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("pc6", "PC6"),
        ("pc 6", "PC6"),
        ("neiguan", "PC6"),
        ("Nèiguān", "PC6"),
        ("內關", "PC6"),
        ("内关", "PC6"),
        ("inner pass", "PC6"),
        ("anmian", "X-ANMIAN"),
        ("hegu", "LI4"),
    ],
)
def test_a_point_is_found_by_code_name_or_hanzi_and_opened(text: str, code: str) -> None:
    view = presenter_of().search(text)
    assert codes(view)[0] == code
    if len(view.rows) == 1:
        assert card_of(view).point == code


@pytest.mark.parametrize(("text", "code"), [("forearm", "PC6"), ("knee", "ST35"), ("Neck", "GB20")])
def test_a_body_part_finds_its_points(text: str, code: str) -> None:
    view = presenter_of().search(text)
    assert code in codes(view)
    assert len(view.rows) < len(presenter_of().present().rows)


def test_no_match_says_so_and_keeps_the_card() -> None:
    presenter = presenter_of("PC6")
    view = presenter.search("zzz <b>")
    assert view.rows == ()
    assert "No match" in view.found
    assert card_of(view).point == "PC6"


def test_the_card_says_all_that_a_person_needs() -> None:
    card = card_of(presenter_of("PC6").present())
    assert (card.title, card.code, card.pinyin, card.hanzi) == ("Inner Pass", "PC6", "Nèiguān", "內關")
    assert len(card.steps) == 3
    assert row_of(card, "Press")
    assert "Never over broken, bruised or sore skin." in row_of(card, "Cautions")
    assert "Ask your midwife first." in row_of(card, "Pregnancy")
    assert card.evidence
    for found in card.evidence:
        assert found.evidence.certainty.startswith("Certainty:")
        assert all(source.checked for source in found.evidence.sources)


def test_without_a_special_caution_the_general_one_is_said() -> None:
    content = atlas_content()
    plain = next(point for point in content.in_use if not point.cautions and point.press_note is None)
    assert row_of(card_of(presenter_of(plain.code).present()), "Cautions").startswith(
        "None known beyond the general ones."
    )


def test_outside_the_short_list_a_point_is_left_out_in_a_pregnancy() -> None:
    card = card_of(presenter_of("SP6").present())
    assert "Left out in a pregnancy, as a precaution." in row_of(card, "Pregnancy")


def test_a_limited_point_says_how_far() -> None:
    card = card_of(presenter_of("BL23").present())
    assert "Only lightly" in card.limit
    assert "3 of 10" in card.limit


def test_a_point_of_study_has_no_way_to_press_it() -> None:
    content = content_with_everything()
    point = next(each for each in content.atlas if each.pressability is Pressability.NEVER)
    presenter = AtlasPresenter(content, Drawer(), album, point.code)
    view = presenter.present()
    card = card_of(view)
    assert card.limit == "For study only. This point is not pressed."
    assert row_of(card, "Press") == ""
    assert row_of(card, "Posture") == ""
    assert view.present is None


def test_hanzi_follow_the_setting() -> None:
    drawer = Drawer(Settings(hanzi=Hanzi.SIMPLIFIED))
    view = AtlasPresenter(atlas_content(), drawer, album, PC6).present()
    assert card_of(view).hanzi == "内关"


def test_the_other_side_is_the_persons_other_side() -> None:
    presenter = presenter_of("PC6", SiteSide.LEFT)
    view = presenter.present()
    assert view.close_up is not None
    assert view.close_up.place == "Your left forearm, inner side"
    assert view.other_side is not None
    assert view.other_side.label == "Show the right side"
    view = presenter.other_side()
    assert view.close_up is not None
    assert view.close_up.site.side is SiteSide.RIGHT
    assert view.close_up.place == "Your right forearm, inner side"
    looks = {(site.point, site.side): site.look for site in view.whole.sites}
    assert looks[PC6, SiteSide.RIGHT] is SiteLook.CHOSEN
    assert looks[PC6, SiteSide.LEFT] is SiteLook.OTHER_SIDE


def test_a_point_on_the_midline_has_one_side() -> None:
    view = presenter_of("EX-HN3", SiteSide.RIGHT).present()
    assert view.other_side is None
    assert view.close_up is not None
    assert view.close_up.site.side is SiteSide.MIDLINE


def test_the_small_body_turns_to_where_the_point_is() -> None:
    presenter = presenter_of("BL23")
    assert presenter.present().whole.facing == "back"
    view = presenter.face("front")
    assert view.whole.facing == "front"
    assert "Back" in view.whole.elsewhere
    assert presenter.choose(PC6).whole.elsewhere == ""
    assert presenter.face("sideways").whole.facing in {"front", "back", "left", "right"}


def test_the_measuring_line_says_fingers_cun_and_centimetres() -> None:
    view = presenter_of("PC6").present()
    assert view.close_up is not None
    beside = " ".join(view.close_up.way_lines)
    assert beside.startswith("3 fingers 2 cun, about")
    assert "cm" in beside
    assert view.close_up.way_begins == "Wrist crease"
    assert "three finger-widths from the wrist crease" in view.close_up.spoken


def test_the_ring_says_whether_anybody_measured_it() -> None:
    measured = " ".join(card_of(presenter_of("PC6").present()).standard)
    assert "71 physicians" in measured
    own = " ".join(card_of(presenter_of("LI4").present()).standard)
    assert "our own estimate" in own


def test_the_mirror_is_kept_as_a_setting() -> None:
    drawer = Drawer()
    presenter = AtlasPresenter(atlas_content(), drawer, album, PC6)
    view = presenter.turn()
    assert drawer.kept.body_view is BodyView.MIRROR
    assert view.turned is BodyView.MIRROR
    assert presenter.turn().turned is BodyView.AS_SEEN_BY_ANOTHER


def test_without_pictures_the_words_are_there_all_the_same() -> None:
    presenter = AtlasPresenter(atlas_content(), Drawer(), lambda: None, PC6)
    view = presenter.present()
    assert card_of(view).steps
    assert view.close_up is not None
    assert view.close_up.ring == ""


def test_an_unknown_point_opens_nothing() -> None:
    assert presenter_of("ZZ99").present().card is None


def test_a_point_is_shown_to_somebody() -> None:
    assert presenter_of("PC6").show_to_somebody() == ToPresentation(point=PC6)


def test_every_point_in_use_can_be_opened_on_every_side() -> None:
    presenter = presenter_of()
    for point in atlas_content().in_use:
        for side in point.sites:
            view = presenter.choose(point.code, side)
            assert card_of(view).steps
            assert view.close_up is not None
            assert album().find(point.code, side, view.close_up.wanted) is not None
            chosen = [row.point for row in view.rows if row.choice is Choice.CHOSEN]
            assert chosen == [point.code]
