"""The page of the safety answers: what each does, changing it, forgetting it, places left out by choice."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from acupress_desktop.domain.ids import ComplaintId, QuestionId, RegionId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import JournalChange, StableAnswer
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.ages import age_exactly
from acupress_desktop.domain.safety.answers import Answer, Answers, Reply
from acupress_desktop.domain.safety.asking import harmless, next_questions
from acupress_desktop.domain.safety.emergencies import calls_for_help
from acupress_desktop.domain.safety.outcome import Cleared, NotCleared, OutcomeKind
from acupress_desktop.domain.safety.person import CanBePregnant, Profile, ScreenContext
from acupress_desktop.domain.safety.questions import Asked, Question, QuestionKind
from acupress_desktop.domain.safety.screen import screen
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.answer_texts import answer_text, remembered
from acupress_desktop.presenters.destinations import ToSettings
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_answers import SafetyAnswersPresenter
from acupress_desktop.presenters.safety_answers_lists import MEDICINES, NO_TOUCH, NO_TOUCH_WHERE, is_listed
from acupress_desktop.presenters.safety_answers_open import SafetyAnswersContent
from acupress_desktop.presenters.safety_answers_view import AnswerRowView, SafetyAnswersView
from acupress_desktop.presenters.safety_keeping import keep_what_was_told
from acupress_desktop.presenters.safety_view import AmountBody, AskBody, RegionBody
from acupress_desktop.storage.journal import Journal
from tests.presenters.stage_a import EVENING, Stage, files

NECK = ComplaintId("neck_shoulder")
LEFT_ARM = RegionSelection(RegionId("arm"), SiteSide.LEFT)
BELLY = RegionSelection(RegionId("abdomen"), SiteSide.MIDLINE)


def page_of(at: Stage) -> SafetyAnswersPresenter:
    content = SafetyAnswersContent(
        files().safety.catalogue, files().safety.words, files().regions, files().safety.watch
    )
    return SafetyAnswersPresenter(at.journal, at.settings, content, at.clock.now)


def tell(at: Stage, days_ago: int = 0, **answers: str) -> None:
    """Have answers in the journal, each as an answers file has it."""
    kept = at.clock.when
    at.clock.when = kept - timedelta(days=days_ago)
    told = tuple(StableAnswer(QuestionId(key), value, at.clock.now()) for key, value in answers.items())
    at.journal.remember_answers(told)
    at.clock.when = kept


def kept(at: Stage) -> dict[str, str]:
    return {str(row.question): row.answer_json for row in at.journal.recall_answers()}


def shown(view: SafetyAnswersView, question: str) -> AnswerRowView:
    rows = [row for group in view.groups for row in (*group.rows, *group.more_rows)]
    return next(row for row in rows if row.key == question)


def asked_next(at: Stage) -> set[QuestionId]:
    """Every stable question that a session for the neck would ask now, going on with a no each time."""
    catalogue, regions = files().safety.catalogue, files().regions
    told = remembered(catalogue, regions, at.journal.recall_answers())
    context = ScreenContext(Profile(age_exactly(44), CanBePregnant.NO), NECK, at.clock.now())
    answers, found = Answers(), set[QuestionId]()
    while questions := next_questions(catalogue, regions, context, answers, told):
        for question in questions:
            found.add(question.id)
            answers = answers.with_answer(question.id, harmless(question))
    return found


# --- What is shown


def test_each_answer_tells_what_it_does_by_which_row_and_until_when(set_up: Stage) -> None:
    tell(set_up, 10, blood_thinner='"yes"', lymph_nodes='"yes"')
    tell(set_up, 10, lymph_nodes_where='[{"region":"hand","side":"left"}]', varicose_veins='"unsure"')
    view = page_of(set_up).present()
    thinner = shown(view, "blood_thinner")
    assert "at most 3 of 10" in thinner.does
    assert "half as long" in thinner.does
    assert "Rule L01." in thinner.does
    assert thinner.dates == "Answered 12 Nov, asked again from 12 Dec."
    assert thinner.given == "You said: Yes"
    assert "Nothing is pressed here: arm, left; shoulder and chest, left." in shown(view, "lymph_nodes").does
    assert shown(view, "lymph_nodes_where").given == "You said: Wrist and hand, left"
    assert "at most 3 of 10" in shown(view, "varicose_veins").does


def test_answers_stand_in_groups_and_those_that_change_nothing_are_folded(set_up: Stage) -> None:
    tell(set_up, blood_thinner='"yes"', antiplatelet='"no"', thin_bones='"yes"', age="44")
    tell(set_up, numb_area='"yes"', numb_area_where='[{"region":"foot-dorsum","side":"right"}]')
    presenter = page_of(set_up)
    view = presenter.present()
    groups = {group.key: [str(row.key) for row in group.rows] for group in view.groups}
    assert groups["medicines"] == ["blood_thinner"]
    assert groups["told"] == ["numb_area", "thin_bones"]
    assert groups["places"] == ["numb_area_where"]
    assert "age" in groups["about_you"]
    medicines = next(group for group in view.groups if group.key == "medicines")
    assert medicines.more == "Show 1 answer that changes nothing"
    assert medicines.more_rows == ()
    opened = next(group for group in presenter.turn_fold("medicines").groups if group.key == "medicines")
    assert [row.key for row in opened.more_rows] == ["antiplatelet"]


def test_an_old_answer_says_that_it_is_asked_again(set_up: Stage) -> None:
    tell(set_up, 31, blood_thinner='"yes"')
    assert shown(page_of(set_up).present(), "blood_thinner").dates.endswith("asked again next time.")


def test_what_can_call_for_help_is_never_listed(set_up: Stage) -> None:
    catalogue = files().safety.catalogue
    emergencies = {one.id for one in catalogue.questions if calls_for_help(catalogue, one.id)}
    assert emergencies == {"today_emergency", "dark_thoughts"}
    tell(set_up, dark_thoughts='"no"')
    view = page_of(set_up).present()
    assert view.empty
    assert not any(row.key in emergencies for group in view.groups for row in (*group.rows, *group.more_rows))


def test_every_named_medicine_is_a_question_and_every_stable_one_has_a_place() -> None:
    catalogue = files().safety.catalogue
    known = {question.id for question in catalogue.questions}
    assert known >= MEDICINES
    hidden = {
        question.id
        for question in catalogue.questions
        if question.asked is not Asked.EVERY_SESSION and not is_listed(catalogue, question)
    }
    assert hidden == {NO_TOUCH, NO_TOUCH_WHERE, "dark_thoughts"}


def test_before_the_first_safety_check_places_can_be_left_out_all_the_same(set_up: Stage) -> None:
    view = page_of(set_up).present()
    assert view.empty
    assert view.checked is None
    assert not view.ask_all.ready
    assert view.left_out.choose == "Choose places"


@pytest.mark.parametrize("reply", [Reply.YES, Reply.UNSURE])
def test_what_calls_for_help_is_not_kept_and_is_asked_again(set_up: Stage, reply: Reply) -> None:
    catalogue, dark = files().safety.catalogue, QuestionId("dark_thoughts")
    tell(set_up, 3, dark_thoughts='"no"', blood_thinner='"no"')
    context = ScreenContext(Profile(age_exactly(44), CanBePregnant.NO), NECK, set_up.clock.now())
    answers = Answers({dark: reply, QuestionId("thin_bones"): Reply.YES})
    result = screened({dark: reply})
    assert result.kind is OutcomeKind.EMERGENCY
    keep_what_was_told(set_up.journal, catalogue, context, answers, result)
    assert kept(set_up) == {"blood_thinner": '"no"', "thin_bones": '"yes"'}
    assert dark in asked_next(set_up)


# --- Changing


def test_a_change_is_in_the_journal_at_once_and_can_be_undone(set_up: Stage) -> None:
    tell(set_up, 10, blood_thinner='"yes"')
    before = set_up.journal.recall_answers()
    presenter = page_of(set_up)
    opened = presenter.change(QuestionId("blood_thinner"))
    assert isinstance(opened, SafetyAnswersView)
    assert opened.opened is not None
    assert isinstance(opened.opened.body, AskBody)
    view = presenter.answer(Reply.NO)
    assert kept(set_up) == {"blood_thinner": '"no"'}
    assert view.opened is None
    assert view.said
    assert view.undo
    view = presenter.undo()
    assert set_up.journal.recall_answers() == before
    assert not view.undo


def test_a_yes_goes_on_to_where_and_that_can_wait(set_up: Stage) -> None:
    tell(set_up, pacemaker_or_implant='"no"')
    presenter = page_of(set_up)
    presenter.change(QuestionId("pacemaker_or_implant"))
    view = presenter.answer(Reply.YES)
    assert view.opened is not None
    assert view.opened.key == "pacemaker_or_implant_where"
    assert view.opened.beside == "pacemaker_or_implant"
    assert isinstance(view.opened.body, RegionBody)
    assert presenter.leave_as_it_is().opened is None
    assert "The next safety check asks where" in shown(presenter.present(), "pacemaker_or_implant").does
    assert "pacemaker_or_implant_where" in asked_next(set_up)


def test_a_no_forgets_where_and_undo_brings_both_back(set_up: Stage) -> None:
    tell(set_up, 3, varicose_veins='"yes"', varicose_veins_where='[{"region":"leg-medial","side":"right"}]')
    before = set_up.journal.recall_answers()
    presenter = page_of(set_up)
    presenter.change(QuestionId("varicose_veins"))
    presenter.answer(Reply.NO)
    assert kept(set_up) == {"varicose_veins": '"no"'}
    presenter.undo()
    assert set_up.journal.recall_answers() == before


def test_a_place_is_kept_with_its_side(set_up: Stage) -> None:
    tell(set_up, varicose_veins='"yes"', varicose_veins_where='[{"region":"leg-medial","side":"right"}]')
    presenter = page_of(set_up)
    presenter.change(QuestionId("varicose_veins_where"))
    presenter.toggle_place(RegionSelection(RegionId("leg-medial"), SiteSide.RIGHT))
    presenter.toggle_place(RegionSelection(RegionId("leg-medial"), SiteSide.LEFT))
    presenter.go_on()
    assert kept(set_up)["varicose_veins_where"] == '[{"region":"leg-medial","side":"left"}]'


def test_an_age_out_of_range_is_not_kept(set_up: Stage) -> None:
    tell(set_up, age="44")
    presenter = page_of(set_up)
    presenter.change(QuestionId("age"))
    presenter.write_amount("444")
    view = presenter.go_on()
    assert view.opened is not None
    assert isinstance(view.opened.body, AmountBody)
    assert view.opened.body.problem
    assert kept(set_up)["age"] == "44"
    presenter.write_amount("45")
    presenter.go_on()
    assert kept(set_up)["age"] == "45"


def test_what_the_settings_keep_is_changed_there(set_up: Stage) -> None:
    presenter = page_of(set_up)
    assert presenter.change(shown(presenter.present(), "setting_birth_year").key) == ToSettings()


class FullDisk(Journal):
    """A journal that can be read, on a disk that takes no more."""

    def remember_answers_changed(
        self, answers: tuple[StableAnswer, ...], forgotten: tuple[QuestionId, ...]
    ) -> JournalChange:
        del answers, forgotten
        raise KnownTrouble(DiskFull(Path("journal")))


def test_what_cannot_be_written_is_said_and_the_question_stays_open(set_up: Stage) -> None:
    tell(set_up, blood_thinner='"yes"')
    set_up.journal = FullDisk(set_up.journal._database)
    presenter = page_of(set_up)
    presenter.change(QuestionId("blood_thinner"))
    view = presenter.answer(Reply.NO)
    assert view.trouble
    assert not view.said
    assert not view.undo
    assert view.opened is not None
    assert kept(set_up) == {"blood_thinner": '"yes"'}


# --- Asking again


def test_a_forgotten_answer_is_asked_again(set_up: Stage) -> None:
    catalogue = files().safety.catalogue
    for question in catalogue.questions:
        if question.asked is not Asked.EVERY_SESSION and question.kind is not QuestionKind.NUMBER:
            answer = answer_text(harmless(question))
            set_up.journal.remember_answers((StableAnswer(question.id, answer, set_up.clock.now()),))
    assert "blood_thinner" not in asked_next(set_up)
    presenter = page_of(set_up)
    view = presenter.ask_again(QuestionId("blood_thinner"))
    assert "blood_thinner" in asked_next(set_up)
    assert "thin_bones" not in asked_next(set_up)
    assert view.undo
    presenter.undo()
    assert "blood_thinner" not in asked_next(set_up)


def test_asking_everything_again_leaves_the_places_out_all_the_same(set_up: Stage) -> None:
    tell(set_up, blood_thinner='"yes"', dark_thoughts='"no"', no_touch='"yes"')
    tell(set_up, no_touch_where='[{"region":"abdomen","side":"midline"}]')
    page_of(set_up).ask_everything_again()
    assert set(kept(set_up)) == {NO_TOUCH, NO_TOUCH_WHERE}


# --- Places to leave out


def test_a_place_is_left_out_without_a_reason_in_the_next_plan(set_up: Stage) -> None:
    presenter = page_of(set_up)
    opened = presenter.choose_left_out().opened
    assert opened is not None
    assert opened.why == ""
    assert opened.unsure == ""
    presenter.toggle_place(LEFT_ARM)
    presenter.toggle_place(BELLY)
    view = presenter.go_on()
    assert view.left_out.standing == "Left out: Belly; Arm, left"
    told = remembered(files().safety.catalogue, files().regions, set_up.journal.recall_answers())
    result = screened({key: one.answer for key, one in told.items()})
    assert isinstance(result, Cleared)
    blocked = {
        (site.point, site.side) for site in result.clearance.blocked_sites if site.rule == RuleId("L19")
    }
    assert ("LI4", SiteSide.LEFT) in blocked
    assert ("LI4", SiteSide.RIGHT) not in blocked
    assert ("CV12", SiteSide.MIDLINE) in blocked


def test_the_places_can_be_taken_back(set_up: Stage) -> None:
    presenter = page_of(set_up)
    presenter.choose_left_out()
    presenter.toggle_place(BELLY)
    presenter.go_on()
    presenter.leave_nothing_out()
    assert kept(set_up) == {NO_TOUCH: '"no"'}
    presenter.undo()
    assert kept(set_up)[NO_TOUCH] == '"yes"'
    assert "abdomen" in kept(set_up)[NO_TOUCH_WHERE]


def test_neither_the_question_nor_the_page_asks_for_a_reason() -> None:
    texts, catalogue = files().safety.words, files().safety.catalogue
    for key in (NO_TOUCH, NO_TOUCH_WHERE):
        question = catalogue.question(key)
        asked = f"{texts.title(question)} {texts.item(question)} {texts.help(question)}".lower()
        assert "why" not in asked
        assert "reason" not in asked.replace("no reason needed", "")


# --- Have this checked


def test_a_tick_is_kept_and_taken_back(set_up: Stage) -> None:
    set_up.journal.remember_advice((RuleId("R02"),), set_up.clock.now())
    set_up.clock.pass_time(days=2)
    presenter = page_of(set_up)
    checked = presenter.present().checked
    assert checked is not None
    assert checked.rows[0].tick == "I had this checked"
    assert checked.rows[0].dates == "Told on Sunday 22 November."
    view = presenter.turn_tick(RuleId("R02"))
    assert view.checked is not None
    assert view.checked.rows[0].ticked is Choice.CHOSEN
    assert set_up.journal.recall_advice()[0].checked == set_up.clock.now()
    presenter.turn_tick(RuleId("R02"))
    assert set_up.journal.recall_advice()[0].checked is None
    presenter.undo()
    assert set_up.journal.recall_advice()[0].checked == set_up.clock.now()


# --- A riskier answer never loosens anything

_STABLE = tuple(
    question
    for question in files().safety.catalogue.questions
    if question.asked is Asked.EVERY_30_DAYS
    and question.kind in (QuestionKind.YES_NO_UNSURE, QuestionKind.CHOICE)
)
_ORDER = (
    OutcomeKind.ALLOW,
    OutcomeKind.ALLOW_WITH_LIMITS,
    OutcomeKind.POSTPONE,
    OutcomeKind.REFER,
    OutcomeKind.EMERGENCY,
)


def screened(told: dict[QuestionId, Answer], complaint: ComplaintId = NECK) -> Cleared | NotCleared:
    """Screen somebody who answers every question with no but for ``told``."""
    catalogue, regions, atlas = files().safety.catalogue, files().regions, files().atlas
    of_the_settings = ("age", "can_be_pregnant")
    answers = Answers({one.id: harmless(one) for one in catalogue.questions if one.id not in of_the_settings})
    for key, answer in told.items():
        answers = answers.with_answer(key, answer)
    context = ScreenContext(Profile(age_exactly(44), CanBePregnant.NO), complaint, Moment.of(EVENING))
    result = screen(catalogue, atlas, regions, files().near, context, answers)
    assert isinstance(result, Cleared | NotCleared)
    return result


@pytest.mark.slow
@pytest.mark.parametrize("question", _STABLE, ids=lambda question: question.id)
def test_a_riskier_answer_never_loosens_the_next_clearance(question: Question) -> None:
    risky: list[Answer] = (
        [Reply.YES, Reply.UNSURE] if question.kind is QuestionKind.YES_NO_UNSURE else [Reply.UNSURE]
    )
    complaint = question.complaints[0] if question.complaints else NECK
    before = screened({}, complaint)
    for answer in risky:
        after = screened({question.id: answer}, complaint)
        assert _ORDER.index(after.kind) >= _ORDER.index(before.kind)
        if isinstance(before, Cleared) and isinstance(after, Cleared):
            gone = {(site.point, site.side) for site in before.clearance.blocked_sites}
            assert gone <= {(site.point, site.side) for site in after.clearance.blocked_sites}
            assert set(before.clearance.pressure_caps) <= set(after.clearance.pressure_caps)
            assert after.clearance.max_hold_seconds <= before.clearance.max_hold_seconds
