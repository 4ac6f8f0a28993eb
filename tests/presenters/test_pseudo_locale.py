"""Every sentence of these pages can be translated: in the pseudo-locale each carries its marks."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.presenters.check_in import CheckInPresenter
from acupress_desktop.presenters.complaints import ComplaintsContent, ComplaintsPresenter, Opening
from acupress_desktop.presenters.first_run import FirstRunPresenter
from acupress_desktop.presenters.learning_view import QuizEndView, QuizView
from acupress_desktop.presenters.safety_view import SafetyView
from acupress_desktop.words.translate import speak
from tests.presenters.learning_stage import HAND, learning_stage
from tests.presenters.pseudo import untranslated
from tests.presenters.stage_a import Stage, fill_three_weeks
from tests.presenters.steps_a import answer_no, cleared, plan_of, safety_of, today_of


@pytest.fixture(autouse=True)
def pseudo() -> Iterator[None]:
    speak("pseudo", None)
    yield
    speak("en", None)


@pytest.mark.slow
def test_home(set_up: Stage) -> None:
    fill_three_weeks(set_up)
    assert not list(untranslated(dataclasses.replace(today_of(set_up).present(), body=None)))  # type: ignore[arg-type]


def test_first_run(set_up: Stage) -> None:
    presenter = FirstRunPresenter(set_up.settings, set_up.clock.now)
    for _step in range(3):
        assert not list(untranslated(presenter.present()))
        presenter.go_on()


def test_questions(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    view: object = presenter.present()
    while isinstance(view, SafetyView):
        assert not list(untranslated(view))
        view = answer_no(presenter, view)


def test_plan(set_up: Stage) -> None:
    assert not list(untranslated(plan_of(set_up, cleared(set_up)).present()))


def test_complaints(set_up: Stage) -> None:
    files = set_up.files
    content = ComplaintsContent(files.protocols, files.atlas, files.regions, files.regions_of)
    presenter = ComplaintsPresenter(set_up.journal, set_up.settings, content, Opening.FIRST)
    view = dataclasses.replace(presenter.present(), areas=(), tapped=None)
    assert not list(untranslated(view))


def test_check_in(set_up: Stage) -> None:
    presenter = CheckInPresenter(
        set_up.journal, set_up.files.regions, set_up.clock.now, set_up.clock.local, set_up.new_id
    )
    presenter.start()
    presenter.turn_places()
    view = presenter.turn_more()
    chips = dataclasses.replace(view, places=())
    assert not list(untranslated(chips))
    assert all("\u27e6" in place.label for place in view.places)


def test_learning(tmp_path: Path) -> None:
    with learning_stage(tmp_path / "learning") as stage:
        for kind in ScopeKind:
            view = stage.start().choose_kind(kind)
            scope = dataclasses.replace(view.scope, option="", kinds=())
            assert not list(untranslated(dataclasses.replace(view, scope=scope)))
        quiz = stage.quiz(HAND)
        for _step in range(6):
            asked_view = quiz.present()
            assert not list(untranslated(_without_files(asked_view)))
            assert not list(untranslated(_without_files(quiz.choose(1))))
            stage.bench.later(minutes=1)
            quiz.go_on()
        ended = stage.quiz(LearningScope(ScopeKind.FAVOURITES)).present()
        assert isinstance(ended, QuizEndView)
        assert not list(untranslated(ended))


def _without_files(view: QuizView) -> QuizView:
    """Leave out the name of the picture's file, and what a name is made of: code, pinyin, English."""
    if isinstance(view, QuizEndView):
        return view
    spots = tuple(dataclasses.replace(spot, detail="") for spot in view.picture.spots)
    bare = dataclasses.replace(view.picture, picture="", spots=spots)
    return dataclasses.replace(view, picture=bare)
