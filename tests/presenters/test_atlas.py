from __future__ import annotations

from dataclasses import replace

import pytest

from acupress_desktop.domain.atlas import Meridian, Pressability, Reach
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.point_practice import Felt, Sureness
from acupress_desktop.domain.settings import BodyView, DrawnBody, Hanzi, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas import AtlasPresenter
from acupress_desktop.presenters.atlas_lists import ListKind
from acupress_desktop.presenters.atlas_maps import MARKED_MOST, thinned
from acupress_desktop.presenters.atlas_view import AtlasView, CheckView, PointCardView, SiteLook
from acupress_desktop.presenters.destinations import ToLearning, ToPresentation
from acupress_desktop.presenters.pieces import Choice
from tests.presenters.atlas_contents import (
    Drawer,
    Notebook,
    album,
    atlas_content,
    atlas_presenter,
    content_without_words,
)

PC6 = PointCode("PC6")


def codes(view: AtlasView) -> list[str]:
    return [row.point for row in view.rows]


def card_of(view: AtlasView) -> PointCardView:
    assert view.card is not None
    return view.card


def check_of(view: AtlasView) -> CheckView:
    assert view.check is not None
    return view.check


def row_of(card: PointCardView, heading: str) -> str:
    return " ".join(line for row in card.rows if row.heading == heading for line in row.lines)


def links_of(card: PointCardView, heading: str) -> list[str]:
    return [link.point for links in card.links if links.heading == heading for link in links.links]


def never() -> list[PointCode]:
    return [each.code for each in atlas_content().atlas if each.pressability is Pressability.NEVER]


# --- The lists


@pytest.mark.slow
def test_at_first_the_list_holds_every_point_that_a_set_presses_or_may_press_instead() -> None:
    shown = set(codes(atlas_presenter().present()))
    used = set()
    for protocol in atlas_content().protocols:
        for step in protocol.steps:
            used.add(step.point)
            used |= {instead.point for instead in step.replacements}
    assert shown == used


def test_all_points_are_one_choice_away() -> None:
    view = atlas_presenter().list_by(ListKind.ALL)
    assert codes(view) == [point.code for point in atlas_content().atlas]
    assert "410 points" in view.found


@pytest.mark.parametrize("line", list(Meridian))
def test_each_line_and_group_lists_its_points_in_order(line: Meridian) -> None:
    presenter = atlas_presenter()
    presenter.list_by(ListKind.LINE)
    view = presenter.list_within(line.value)
    assert codes(view) == [point.code for point in atlas_content().atlas if point.meridian is line]
    assert view.within is not None
    assert view.within.key == line.value


def test_a_line_has_a_plain_name_with_its_letters() -> None:
    view = atlas_presenter().list_by(ListKind.LINE)
    assert view.within is not None
    labels = [option.label for option in view.within.options]
    assert "Lung line (LU)" in labels
    assert len(labels) == len(set(labels)) == len(Meridian)
    assert view.list_name == "Points: Lung line (LU)"


def test_the_second_choice_begins_where_the_open_point_lies() -> None:
    presenter = atlas_presenter("BL57")
    for kind, label in ((ListKind.LINE, "Bladder line (BL)"), (ListKind.AREA, "Lower leg")):
        view = presenter.list_by(kind)
        assert view.within is not None
        assert label in [option.label for option in view.within.options if option.key == view.within.key]
        assert "BL57" in codes(view)


def test_every_point_lies_in_one_listed_part_of_the_body() -> None:
    presenter = atlas_presenter()
    view = presenter.list_by(ListKind.AREA)
    assert view.within is not None
    seen: list[str] = []
    for option in view.within.options:
        seen += codes(presenter.list_within(str(option.key)))
    assert sorted(seen) == sorted(point.code for point in atlas_content().atlas)


def test_sets_list_what_they_press_and_only_sets_on_offer_are_there() -> None:
    presenter = atlas_presenter()
    view = presenter.list_by(ListKind.SET)
    assert view.within is not None
    offered = {protocol.complaint: protocol for protocol in atlas_content().protocols if protocol.offered}
    assert {option.key for option in view.within.options} == set(offered)
    for complaint, protocol in offered.items():
        assert set(codes(presenter.list_within(complaint))) == {step.point for step in protocol.steps}


def test_an_unknown_line_changes_nothing() -> None:
    presenter = atlas_presenter()
    before = codes(presenter.list_by(ListKind.LINE))
    assert codes(presenter.list_within("ZZ")) == before


@pytest.mark.parametrize("kind", [ListKind.FAVOURITES, ListKind.HARD])
def test_an_empty_list_says_why(kind: ListKind) -> None:
    view = atlas_presenter().list_by(kind)
    assert view.rows == ()
    assert view.nothing_listed
    assert view.found == ""


# --- The search


@pytest.mark.parametrize(
    ("text", "code"),
    [("pc6", "PC6"), ("neiguan", "PC6"), ("內關", "PC6"), ("inner pass", "PC6"), ("renzhong", "GV26")],
)
def test_a_single_match_is_opened_even_outside_the_list(text: str, code: str) -> None:
    view = atlas_presenter().search(text)
    assert codes(view) == [code]
    assert card_of(view).point == code


def test_a_spelling_that_only_comes_close_opens_nothing() -> None:
    view = atlas_presenter("LI4").search("neigaun")
    assert codes(view) == ["PC6"]
    assert card_of(view).point == "LI4"
    assert "look at its code" in view.found


def test_the_points_of_one_set_are_named_as_such() -> None:
    view = atlas_presenter().search("insomnia")
    assert view.found.endswith("of the set: Winding down for sleep")


def test_no_match_says_so_and_keeps_the_card() -> None:
    presenter = atlas_presenter("PC6")
    view = presenter.search("zzz <b>")
    assert view.rows == ()
    assert "No match" in view.found
    assert card_of(view).point == "PC6"


def test_another_list_lets_go_of_what_was_typed() -> None:
    presenter = atlas_presenter()
    assert presenter.search("knee").typed == "knee"
    view = presenter.list_by(ListKind.ALL)
    assert view.typed == ""
    assert len(view.rows) == len(atlas_content().atlas)


# --- The card


@pytest.mark.slow
@pytest.mark.parametrize("code", [point.code for point in atlas_content().atlas])
def test_every_point_has_a_whole_card(code: str) -> None:
    point = atlas_content().atlas[PointCode(code)]
    presenter = atlas_presenter(code)
    view = presenter.present()
    card = card_of(view)
    assert card.title
    assert card.hanzi
    assert card.pressing.words
    assert card.steps or card.no_steps
    assert row_of(card, "Place")
    assert row_of(card, "Cautions")
    assert "21" in row_of(card, "Pregnancy")
    assert card.evidence or "No study of this point alone is known to us." in card.no_evidence
    assert card.standard[0].startswith(point.location.rstrip("."))
    assert view.close_up is not None
    seen = album().find(point.code, view.close_up.site.side, view.close_up.wanted) is not None
    assert seen is not bool(view.close_up.nothing)
    assert seen is not bool(view.close_up.part)
    assert all(link.point != code for links in card.links for link in links.links)


def test_the_card_says_all_that_a_person_needs() -> None:
    card = card_of(atlas_presenter("PC6").present())
    assert (card.title, card.code, card.pinyin, card.hanzi) == ("Inner Pass", "PC6", "Nèiguān", "內關")
    assert len(card.steps) == 3
    assert card.feel
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
    assert row_of(card_of(atlas_presenter(plain.code).present()), "Cautions").startswith(
        "None known beyond the general ones."
    )


def test_a_limited_point_says_how_far_and_why() -> None:
    pressing = card_of(atlas_presenter("LU1").present()).pressing
    assert pressing.words == "Only lightly."
    assert "no tool" in pressing.limit
    assert "Felt pressure at most 3 of 10: light." in pressing.limit
    assert "No longer than 3 minutes." in pressing.limit
    assert "Blood vessels and nerves" in pressing.why


def test_thumbs_are_not_forbidden_and_asked_for_at_once() -> None:
    thumbs = [
        point.code
        for point in atlas_content().atlas
        if point.reach is Reach.THUMBS_OR_FISTS and point.pressability is Pressability.LIGHT_ONLY
    ]
    assert thumbs
    for code in thumbs:
        limit = card_of(atlas_presenter(code).present()).pressing.limit
        assert "thumbs" in limit
        assert "pads of the fingers" not in limit


def test_a_point_out_of_reach_is_never_offered_for_the_own_fingers() -> None:
    for point in atlas_content().atlas:
        if point.pressability is Pressability.PARTNER_OR_TOOL:
            pressing = card_of(atlas_presenter(point.code).present()).pressing
            assert "another person" in pressing.words
            assert "not offered for your own fingers" in pressing.limit
            assert ("tool" in pressing.words) is (point.reach is not Reach.PARTNER)


@pytest.mark.parametrize("code", never())
def test_a_point_of_study_has_no_word_of_pressing_and_nothing_to_feel_for(code: PointCode) -> None:
    presenter = atlas_presenter(code)
    view = presenter.present()
    card = card_of(view)
    assert card.pressing.words == "For study only. This point is not pressed."
    assert (card.pressing.limit, card.feel) == ("", ())
    assert row_of(card, "Press") == ""
    assert row_of(card, "Posture") == ""
    assert links_of(card, "If this one is hard to reach") == []
    assert view.present is None
    assert view.ask is None
    assert view.close_up is not None
    assert "Feel" not in view.close_up.ring
    assert "eel around" not in view.close_up.spoken
    assert presenter.ask().check is None


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("LI4", ("18 lists name it, of the 21", "1 textbook source", "Harm has not been shown")),
        ("CV4", ("7 lists name it", "5 lists leave out the whole part", "World Health Organization")),
        ("SP6", ("17 lists name it", "1 list leaves out the whole part of the body, or the line")),
        ("LU5", ("Not pressed, in a pregnancy or without.", "None of the 21 lists")),
        ("GB26", ("None of the 21 lists", "We leave it out with the part of the body beside it.")),
        ("PC6", ("On our short list", "1 list names it")),
    ],
)
def test_the_card_says_who_names_a_point_in_a_pregnancy(code: str, words: tuple[str, ...]) -> None:
    said = row_of(card_of(atlas_presenter(code).present()), "Pregnancy")
    for part in words:
        assert part in said


def test_outside_the_short_list_a_point_is_left_out_in_a_pregnancy() -> None:
    content = atlas_content()
    for point in content.atlas:
        said = content.in_pregnancy(point)[0]
        short = point.code in content.pregnancy_points
        assert (said == "On our short list, light pressure only. Ask your midwife first.") is short


def test_neighbours_and_easier_points_open() -> None:
    presenter = atlas_presenter("LI4")
    card = card_of(presenter.present())
    assert links_of(card, "Close by")
    easier = links_of(card, "If this one is hard to reach")
    assert easier
    assert card_of(presenter.choose(PointCode(easier[0]))).point == easier[0]


def test_a_stand_in_says_so_and_a_point_of_no_set_says_that() -> None:
    content = atlas_content()
    stepped = {step.point for protocol in content.protocols for step in protocol.steps}
    for code in content.standing_in - stepped:
        assert "may stand in" in card_of(atlas_presenter(code).present()).no_evidence
    assert card_of(atlas_presenter("LU3").present()).no_evidence.startswith("In no set here.")


def test_a_point_with_two_readings_tells_both() -> None:
    undecided = [point for point in atlas_content().atlas if point.alternative is not None]
    assert len(undecided) == 6
    for point in undecided:
        assert point.alternative is not None
        told = " ".join(card_of(atlas_presenter(point.code).present()).standard)
        assert point.location in told
        assert f"Other reading: {point.alternative.location}" in told


def test_the_ring_says_whether_anybody_measured_it() -> None:
    measured = " ".join(card_of(atlas_presenter("PC6").present()).standard)
    assert "71 physicians" in measured
    own = " ".join(card_of(atlas_presenter("LI4").present()).standard)
    assert "our own estimate" in own


def test_hanzi_follow_the_setting() -> None:
    view = atlas_presenter("PC6", drawer=Drawer(Settings(hanzi=Hanzi.SIMPLIFIED))).present()
    assert card_of(view).hanzi == "内关"


def test_a_point_whose_words_are_not_written_says_so() -> None:
    presenter = AtlasPresenter(content_without_words("PC6"), Drawer(), album, None, (PC6, None))
    card = card_of(presenter.present())
    assert card.steps == ()
    assert "not written yet" in card.no_steps


# --- The pictures


def test_the_other_side_is_the_persons_other_side() -> None:
    presenter = atlas_presenter("PC6", SiteSide.LEFT)
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


def test_a_place_that_only_its_region_names_is_the_persons_own() -> None:
    for side, words in ((SiteSide.LEFT, "your left"), (SiteSide.RIGHT, "your right")):
        content = content_without_words("PC6")
        presenter = AtlasPresenter(content, Drawer(), album, None, (PC6, side))
        view = presenter.present()
        assert view.close_up is not None
        assert view.close_up.place == f"Inner forearm, {words}"


def test_a_point_on_the_midline_has_one_side() -> None:
    view = atlas_presenter("EX-HN3", SiteSide.RIGHT).present()
    assert view.other_side is None
    assert view.close_up is not None
    assert view.close_up.site.side is SiteSide.MIDLINE


def test_the_small_body_turns_to_where_the_point_is() -> None:
    presenter = atlas_presenter("BL23")
    assert presenter.present().whole.facing == "back"
    view = presenter.face("front")
    assert view.whole.facing == "front"
    assert "Back" in view.whole.note
    assert presenter.choose(PC6).whole.note == ""
    assert presenter.face("sideways").whole.facing in {"front", "back", "left", "right"}


def test_a_small_body_never_marks_more_points_than_can_be_told_apart() -> None:
    presenter = atlas_presenter("BL31")
    for kind in ListKind:
        for facing in ("front", "back", "left", "right"):
            presenter.list_by(kind)
            view = presenter.face(facing)
            assert len({site.point for site in view.whole.sites}) <= MARKED_MOST + 1
            assert [site.look for site in view.whole.sites][-1] is SiteLook.CHOSEN


def test_of_a_long_line_the_first_the_last_and_the_chosen_point_are_marked_on_one_side() -> None:
    presenter = atlas_presenter("BL31")
    presenter.list_by(ListKind.LINE)
    view = presenter.face("back")
    assert "of 57 points are marked here" in view.whole.note
    sites = {(site.point, site.side) for site in view.whole.sites}
    assert {side for point, side in sites if point != "BL31"} == {SiteSide.LEFT}
    points = tuple(atlas_content().atlas)
    few = thinned(points, PointCode("BL31"))
    assert len(few) == MARKED_MOST
    assert (few[0], few[-1]) == (points[0], points[-1])
    assert "BL31" in [point.code for point in few]


def test_a_point_that_no_skin_can_hold_has_a_picture_without_a_dot() -> None:
    view = atlas_presenter("EX-HN9").present()
    assert view.close_up is not None
    assert view.close_up.part == "head_front"
    assert view.close_up.ring == ""
    assert "No dot is drawn" in view.close_up.nothing
    assert "inside the nose" in view.close_up.nothing


def test_the_measuring_line_says_fingers_cun_and_centimetres() -> None:
    view = atlas_presenter("PC6").present()
    assert view.close_up is not None
    beside = " ".join(view.close_up.way_lines)
    assert beside.startswith("3 fingers 2 cun, about")
    assert "cm" in beside
    assert view.close_up.way_begins == "Wrist crease"
    assert "three finger-widths from the wrist crease" in view.close_up.spoken


def test_the_mirror_is_kept_as_a_setting() -> None:
    drawer = Drawer()
    presenter = atlas_presenter("PC6", drawer=drawer)
    view = presenter.turn()
    assert drawer.kept.body_view is BodyView.MIRROR
    assert view.turned is BodyView.MIRROR
    assert presenter.turn().turned is BodyView.AS_SEEN_BY_ANOTHER


def test_without_pictures_the_words_are_there_all_the_same() -> None:
    view = atlas_presenter("PC6", pictures=lambda: None).present()
    assert card_of(view).steps
    assert view.close_up is not None
    assert (view.close_up.ring, view.close_up.nothing) == ("", "")


def test_an_unknown_point_opens_nothing() -> None:
    assert atlas_presenter("ZZ99").present().card is None


def test_what_is_listed_can_be_learned() -> None:
    presenter = atlas_presenter("LU7")
    assert presenter.learn() == ToLearning(LearningScope())
    assert presenter.list_by(ListKind.LINE).learn.label == "Learn these points"
    assert presenter.learn() == ToLearning(LearningScope(ScopeKind.LINE, "LU"))
    presenter.list_by(ListKind.AREA)
    assert presenter.learn() == ToLearning(LearningScope(ScopeKind.AREA, "area-forearm"))
    assert presenter.list_by(ListKind.SET).learn.label == "Learn points"
    assert presenter.learn() == ToLearning()
    presenter.list_by(ListKind.ALL)
    presenter.search("knee")
    assert presenter.learn() == ToLearning()


def test_a_point_is_shown_to_somebody() -> None:
    assert atlas_presenter("PC6").show_to_somebody() == ToPresentation(point=PC6)


def test_every_point_in_use_can_be_opened_on_every_side() -> None:
    presenter = atlas_presenter()
    for point in atlas_content().in_use:
        for side in point.sites:
            view = presenter.choose(point.code, side)
            assert card_of(view).steps
            assert view.close_up is not None
            assert album().find(point.code, side, view.close_up.wanted) is not None
            chosen = [row.point for row in view.rows if row.choice is Choice.CHOSEN]
            assert chosen == [point.code]


# --- What a person keeps


def test_a_star_keeps_a_point_and_takes_it_back() -> None:
    notebook = Notebook()
    presenter = atlas_presenter("PC6", notebook=notebook)
    view = presenter.keep()
    assert view.keep is not None
    assert view.keep.label == "Kept"
    assert [each.point for each in notebook.favourites] == ["PC6"]
    presenter.choose(PointCode("LI4"))
    presenter.keep()
    assert codes(presenter.list_by(ListKind.FAVOURITES)) == ["PC6", "LI4"]
    presenter.choose(PC6)
    assert codes(presenter.keep()) == ["LI4"]


def test_an_answer_is_kept_with_one_commit_and_then_counted() -> None:
    notebook = Notebook()
    presenter = atlas_presenter("PC6", SiteSide.RIGHT, notebook=notebook)
    view = presenter.ask()
    assert not check_of(view).save.ready
    assert check_of(view).chosen is None
    assert check_of(presenter.keep_answer()).kept == ""
    presenter.tick(Felt.TENDER)
    presenter.tick(Felt.DULL_ACHE)
    assert check_of(presenter.answer(Sureness.SURE)).save.ready
    view = presenter.keep_answer()
    assert check_of(view).kept == "Kept: found, quite sure (Right forearm, inner side)."
    assert notebook.commits == 1
    (kept,) = notebook.checks
    assert (kept.point, kept.side, kept.sureness) == ("PC6", SiteSide.RIGHT, Sureness.SURE)
    assert kept.felt == (Felt.DULL_ACHE, Felt.TENDER)
    presenter.keep_answer()
    assert notebook.commits == 1
    view = presenter.leave_check()
    assert card_of(view).looked_for == "You looked for it 1 time. Quite sure: 1."


def test_counted_facts_tell_every_kind_of_answer() -> None:
    notebook = Notebook()
    presenter = atlas_presenter("PC6", notebook=notebook)
    for how in (Sureness.SURE, Sureness.NOT_FOUND, Sureness.SURE):
        presenter.ask()
        presenter.answer(how)
        presenter.keep_answer()
    view = presenter.leave_check()
    assert card_of(view).looked_for == "You looked for it 3 times. Quite sure: 2. Not found: 1."
    assert card_of(presenter.choose(PointCode("LI4"))).looked_for == ""


def test_nothing_special_stands_alone() -> None:
    presenter = atlas_presenter("PC6")
    presenter.ask()
    presenter.tick(Felt.WARMTH)
    ticked = presenter.tick(Felt.NOTHING)
    assert [each.what for each in check_of(ticked).felt if each.choice is Choice.CHOSEN] == [Felt.NOTHING]
    ticked = presenter.tick(Felt.TENDER)
    assert [each.what for each in check_of(ticked).felt if each.choice is Choice.CHOSEN] == [Felt.TENDER]
    ticked = presenter.tick(Felt.TENDER)
    assert [each.what for each in check_of(ticked).felt if each.choice is Choice.CHOSEN] == []


def test_a_beat_or_a_tingle_is_answered_at_once() -> None:
    presenter = atlas_presenter("PC6")
    presenter.ask()
    assert "blood vessel" in " ".join(check_of(presenter.tick(Felt.PULSE)).advice)
    assert "take the finger away" in " ".join(check_of(presenter.tick(Felt.SPREADING)).advice)


def test_where_a_point_was_not_found_easier_ones_are_offered() -> None:
    presenter = atlas_presenter("LI4")
    presenter.ask()
    presenter.answer(Sureness.NOT_FOUND)
    easier = check_of(presenter.keep_answer()).easier
    assert easier is not None
    assert [link.point for link in easier.links] == list(atlas_content().how_to[PointCode("LI4")].instead)
    alone = next(
        point.code
        for point in atlas_content().atlas
        if point.pressability is Pressability.LIGHT_ONLY and not atlas_content().how_to[point.code].instead
    )
    presenter = atlas_presenter(alone)
    presenter.ask()
    presenter.answer(Sureness.NOT_FOUND)
    easier = check_of(presenter.keep_answer()).easier
    assert easier is not None
    assert easier.links == ()
    assert "Try again" in easier.heading


def test_an_answer_can_be_taken_back() -> None:
    notebook = Notebook()
    presenter = atlas_presenter("PC6", notebook=notebook)
    presenter.ask()
    presenter.answer(Sureness.ROUGHLY)
    presenter.keep_answer()
    view = presenter.take_back()
    assert notebook.checks == []
    assert check_of(view).kept == ""
    assert card_of(presenter.leave_check()).looked_for == ""


def test_what_is_hard_for_this_person_becomes_a_list() -> None:
    presenter = atlas_presenter("PC6", notebook=Notebook())
    for _time in range(2):
        presenter.ask()
        presenter.answer(Sureness.NOT_FOUND)
        presenter.keep_answer()
    assert codes(presenter.list_by(ListKind.HARD)) == ["PC6"]


def test_a_full_disk_is_told_and_nothing_counts_as_kept() -> None:
    notebook = Notebook()
    presenter = atlas_presenter("PC6", notebook=notebook)
    notebook.full = True
    view = presenter.keep()
    assert view.trouble
    assert view.keep is not None
    assert view.keep.label == "Keep"
    presenter.ask()
    presenter.answer(Sureness.SURE)
    view = presenter.keep_answer()
    assert check_of(view).trouble
    assert check_of(view).kept == ""
    notebook.full = False
    assert check_of(presenter.keep_answer()).kept
    notebook.full = True
    assert check_of(presenter.take_back()).kept


def test_another_point_or_side_ends_the_question() -> None:
    presenter = atlas_presenter("PC6")
    presenter.ask()
    assert presenter.other_side().check is None
    presenter.ask()
    assert presenter.choose(PointCode("LI4")).check is None


def test_where_nothing_can_be_kept_nothing_offers_to() -> None:
    presenter = AtlasPresenter(atlas_content(), Drawer(), album, None, (PC6, None))
    view = presenter.present()
    assert (view.ask, view.keep, view.check) == (None, None, None)
    assert presenter.keep().keep is None
    assert presenter.ask().check is None


# --- Along a line


def test_a_tour_leads_through_a_line_in_order_and_stops_at_its_ends() -> None:
    presenter = atlas_presenter("LU9")
    view = presenter.start_tour()
    assert view.tour is not None
    assert (view.tour.line, view.tour.place) == ("Lung line (LU)", "9 of 11")
    assert view.start_tour is None
    assert codes(view) == [f"LU{number}" for number in range(1, 12)]
    for _step in range(4):
        view = presenter.tour_next()
    assert card_of(view).point == "LU11"
    assert view.tour is not None
    assert not view.tour.next.ready
    for _step in range(20):
        view = presenter.tour_previous()
    assert card_of(view).point == "LU1"
    assert view.tour is not None
    assert not view.tour.previous.ready
    assert view.tour.spoken == "Central Treasury, LU1. Point 1 of 11."
    view = presenter.end_tour()
    assert view.tour is None
    assert card_of(view).point == "LU1"


def test_a_point_of_another_line_ends_the_tour_and_one_of_the_same_goes_on_there() -> None:
    presenter = atlas_presenter("LU1")
    presenter.start_tour()
    view = presenter.choose(PointCode("LU7"))
    assert view.tour is not None
    assert view.tour.place == "7 of 11"
    assert presenter.choose(PC6).tour is None


def test_a_point_without_company_has_no_tour() -> None:
    presenter = atlas_presenter("X-ANMIAN")
    assert presenter.present().start_tour is None
    assert presenter.start_tour().tour is None
    group = atlas_presenter("EX-HN3").present().start_tour
    assert group is not None
    assert group.label == "Tour this group"


def test_a_journal_may_name_a_point_that_the_atlas_no_longer_holds() -> None:
    notebook = Notebook()
    atlas_presenter("PC6", notebook=notebook).keep()
    notebook.favourites = [replace(notebook.favourites[0], point=PointCode("QQ9"))]
    assert atlas_presenter("PC6", notebook=notebook).list_by(ListKind.FAVOURITES).rows == ()


# --- Distances for the reader


def beside(view: AtlasView) -> str:
    assert view.close_up is not None
    return " ".join(view.close_up.way_lines)


def test_a_measured_hand_adds_its_own_fingers_and_the_rule_stays() -> None:
    classic = atlas_presenter("PC6").present()
    assert "your" not in beside(classic)
    drawer = Drawer(Settings(own_thumb_tenth_mm=200, own_four_fingers_tenth_mm=800))
    own = atlas_presenter("PC6", drawer=drawer).present()
    assert beside(own).startswith(
        "3 fingers 2 cun, about 3.6 cm about two of your fingers".replace(" cm", "\u00a0cm")
    )
    assert own.close_up is not None
    assert "With your hand that is about two of your fingers." in own.close_up.spoken


def test_centimetres_are_the_readers_only_where_their_own_body_is_drawn() -> None:
    figure = Settings(
        own_build_percent=30,
        own_height_cm=180,
        own_weight_kg=80,
        birth_year=1980,
        drawn_body=DrawnBody.FIGURE,
    )
    assert "on you" not in beside(atlas_presenter("PC6", drawer=Drawer(figure)).present())
    own = replace(figure, drawn_body=DrawnBody.OWN)
    assert beside(atlas_presenter("PC6", drawer=Drawer(own)).present()).endswith("on you")
