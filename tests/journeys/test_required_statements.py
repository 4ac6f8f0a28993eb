"""What must be said is said where it must be: on the first run, before pressing, in every file."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, QuestionId
from acupress_desktop.domain.journal_tables import CONSENT
from acupress_desktop.domain.safety.ages import age_exactly
from acupress_desktop.domain.safety.answers import Answer, Answers, Reply
from acupress_desktop.domain.safety.asking import harmless
from acupress_desktop.domain.safety.outcome import Cleared
from acupress_desktop.domain.safety.person import CanBePregnant, Profile, ScreenContext
from acupress_desktop.domain.safety.screen import screen
from acupress_desktop.domain.settings import Settings, YesNo
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.answer_texts import remembered
from acupress_desktop.presenters.destinations import (
    ToAtlas,
    ToHelp,
    ToPlan,
    ToPresentation,
    ToReader,
    ToSafety,
    ToSafetyAnswers,
    ToSampleJournal,
    ToTrend,
    ToYourBody,
)
from acupress_desktop.ui.plan.screen import PlanScreen
from acupress_desktop.ui.session.screen import SessionScreen
from tests.journeys.conftest import Arrive
from tests.journeys.steps import journal_of, stands_on

NOTICE = (
    "Not a medical device; not for diagnosis or treatment. Do not stop or change medicines because of it."
)
STOP = "Stop at sharp pain, or above 3 of 10; if it tingles, or if you feel dizzy."
CAVEAT = "Pain changes by itself; these numbers can’t show why."
CALM = ComplaintId("calm")


def settled(arrive: Arrive, **settings: object) -> Rehearsal:
    """Somebody who is through with the first run."""
    at = arrive()
    known = Settings(first_run_done=YesNo.YES, birth_year=1982, can_be_pregnant=YesNo.NO)
    at.ground.settings.remember_settings(replace(known, **settings))  # type: ignore[arg-type]
    at.ground.rewear()
    return at


def cleared(at: Rehearsal, told: dict[str, Answer] | None = None) -> Cleared:
    """Screen a healthy person for the calm set, but for what they ``told`` and what the journal keeps."""
    desk = at.house.desk
    assert desk is not None
    shelf = desk.bundle.shelf
    catalogue = shelf.safety.catalogue
    answers = Answers(
        {one.id: harmless(one) for one in catalogue.questions if one.id not in ("age", "can_be_pregnant")}
    )
    for key, kept in remembered(catalogue, shelf.regions, desk.journal.recall_answers()).items():
        answers = answers.with_answer(key, kept.answer)
    for question, answer in (told or {}).items():
        answers = answers.with_answer(QuestionId(question), answer)
    pregnant = CanBePregnant.YES if "today_pregnant" in (told or {}) else CanBePregnant.NO
    context = ScreenContext(Profile(age_exactly(44), pregnant), CALM, at.ground.now())
    result = screen(catalogue, shelf.atlas, shelf.regions, desk.bundle.near, context, answers)
    assert isinstance(result, Cleared)
    return result


def to_the_plan(at: Rehearsal, result: Cleared) -> None:
    at.house.window.go(ToPlan(CALM, ProtocolId("P16"), result))
    at.hands.settle()
    assert stands_on(at, PlanScreen)


def read_file(path: Path) -> str:
    """Everything that a file says of itself, however it is written."""
    match path.suffix:
        case ".png":
            image = QImage(str(path))
            return " ".join(image.text(key) for key in image.textKeys())
        case ".pdf":
            document = QPdfDocument()
            assert document.load(str(path)) is QPdfDocument.Error.None_
            pages = range(document.pageCount())
            return " ".join(" ".join(document.getAllText(page).text() for page in pages).split())
        case _:
            return " ".join(path.read_text(encoding="utf-8").split())


# --- First run


def test_the_first_page_says_what_it_is_not_and_that_one_may_stop_and_leave_out(arrive: Arrive) -> None:
    at = arrive()
    for words in (NOTICE, STOP, "What it is not", "No clinician has signed off on this app."):
        assert at.hands.reads(words), words
    assert at.hands.reads("You may stop at any time with one key, and leave out any place without a reason.")


def test_the_help_page_says_all_of_it_again(arrive: Arrive) -> None:
    at = settled(arrive)
    at.house.window.go(ToHelp())
    for words in (NOTICE, STOP, CAVEAT):
        assert at.hands.reads(words), words


# --- Before and while pressing


def test_the_plan_has_the_grade_a_plain_line_and_when_to_stop(arrive: Arrive) -> None:
    at = settled(arrive)
    to_the_plan(at, cleared(at))
    assert at.hands.reads("Certainty:")
    assert at.hands.reads("What is known about this set")
    assert at.hands.reads(STOP)


def test_a_running_session_says_when_to_stop(arrive: Arrive) -> None:
    at = settled(arrive)
    to_the_plan(at, cleared(at))
    at.hands.press("6")
    at.hands.press("Begin")
    assert stands_on(at, SessionScreen)
    assert at.hands.reads(STOP)


def test_in_pregnancy_the_midwife_comes_first(arrive: Arrive) -> None:
    at = settled(arrive, can_be_pregnant=YesNo.YES)
    to_the_plan(at, cleared(at, {"today_pregnant": Reply.YES}))
    assert at.hands.reads("Ask your midwife first.")
    assert at.hands.reads("pressing was not studied, and we keep to the cautious advice")


@pytest.mark.parametrize(("number", "line"), [("999", "Call 999"), ("", "Call your local emergency number.")])
def test_the_emergency_line_has_the_own_number_or_a_field_for_it(
    arrive: Arrive, number: str, line: str
) -> None:
    at = settled(arrive, emergency_number=number)
    at.house.window.go(ToSafety(CALM))
    assert at.hands.reads(line)
    assert at.hands.can_press("Change it" if number else "Save it here")


# --- What leaves the app


@pytest.mark.parametrize("ending", ["json", "zip"])
def test_every_export_of_the_journal_carries_the_notice(arrive: Arrive, tmp_path: Path, ending: str) -> None:
    at = settled(arrive)
    at.house.window.go(ToHelp())
    out = at.files.chosen = tmp_path / f"out.{ending}"
    at.hands.press("Export everything")
    if ending == "json":
        said = json.loads(out.read_text(encoding="utf-8"))["notice"]
    else:
        said = zipfile.ZipFile(out).read("README.txt").decode()
    assert NOTICE in said
    assert CAVEAT in said


@pytest.mark.parametrize("name", ["point.png", "point.svg", "point.pdf"])
def test_every_picture_of_a_point_carries_the_notice(arrive: Arrive, tmp_path: Path, name: str) -> None:
    at = settled(arrive)
    at.house.window.go(ToAtlas(PointCode("PC6"), SiteSide.LEFT))
    at.hands.settle()
    out = at.files.chosen = tmp_path / name
    at.hands.press("Save picture")
    assert NOTICE in read_file(out)


@pytest.mark.parametrize("name", ["trend.png", "trend.svg", "trend.pdf"])
def test_every_picture_of_a_trend_carries_notice_and_caveat(
    arrive: Arrive, tmp_path: Path, name: str
) -> None:
    at = settled(arrive)
    at.house.window.go(ToSampleJournal())
    at.house.window.go(ToTrend())
    at.hands.settle()
    out = at.files.chosen = tmp_path / name
    at.hands.press("Save picture")
    assert NOTICE in read_file(out)
    assert CAVEAT in read_file(out)


def test_a_printed_page_carries_the_notice(arrive: Arrive, tmp_path: Path) -> None:
    at = settled(arrive)
    at.house.window.go(ToReader("hand_out_calm"))
    at.hands.settle()
    out = at.files.chosen = tmp_path / "page.pdf"
    at.hands.press("Save for A4")
    assert NOTICE in read_file(out)


def test_the_paper_ruler_carries_the_notice(arrive: Arrive, tmp_path: Path) -> None:
    at = settled(arrive)
    at.house.window.go(ToYourBody())
    at.hands.settle()
    out = at.files.chosen = tmp_path / "ruler.pdf"
    at.hands.press("Save a ruler")
    assert NOTICE in read_file(out)


# --- The journal


def test_the_trend_says_that_pain_changes_by_itself(arrive: Arrive) -> None:
    at = settled(arrive)
    at.house.window.go(ToSampleJournal())
    at.house.window.go(ToTrend())
    at.hands.settle()
    assert at.hands.reads(CAVEAT)


# --- Showing points to somebody else


def test_consent_comes_first_and_is_logged_with_time_and_words_and_no_name(arrive: Arrive) -> None:
    at = settled(arrive)
    at.house.window.go(ToPresentation(ProtocolId("P01"), PointCode("GB21")))
    at.hands.settle()
    consent = (
        "I have been told that this is a demonstration, not an assessment, and I agree to be shown points."
    )
    assert at.hands.reads(consent)
    assert at.hands.reads("Demonstration, not an assessment.")
    assert not at.hands.can_press("Show the points")
    asked = at.ground.now()
    at.hands.press("The person agrees")
    at.hands.press("Show the points")
    assert at.hands.reads("Demonstration, not an assessment.")
    (row,) = [row for row in journal_of(at).recall_archive() if row.table is CONSENT]
    logged = dict(zip((column.name for column in CONSENT.columns), row.values, strict=True))
    assert logged["words"] == consent
    assert logged["moment_local_date"] == asked.local_date.isoformat()
    assert not [name for name in logged if "name" in name or "client" in name]


# --- Places without a reason


def test_a_place_left_out_is_out_of_the_next_plan_and_can_be_taken_back(arrive: Arrive) -> None:
    at = settled(arrive)
    to_the_plan(at, cleared(at))
    assert not at.hands.reads("because you asked us to")
    at.house.window.go(ToSafetyAnswers())
    at.hands.settle()
    at.hands.press("Choose places")
    for place in ("Forearm, left", "Forearm, right"):
        at.hands.press(place)
    assert not at.hands.reads("Why do you")
    at.hands.press("Leave out these 2 places")
    assert at.hands.reads("Saved.")
    out = cleared(at).clearance.blocked_sites
    assert {(site.point, site.side) for site in out if site.rule == "L19"} >= {
        ("PC6", SiteSide.LEFT),
        ("PC6", SiteSide.RIGHT),
    }
    to_the_plan(at, cleared(at))
    assert at.hands.reads("because you asked us to")
    at.house.window.go(ToSafetyAnswers())
    at.hands.settle()
    at.hands.press("Leave nothing out any more")
    assert not [site for site in cleared(at).clearance.blocked_sites if site.rule == "L19"]
