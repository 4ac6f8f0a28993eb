"""The two pages on which points are learned."""

from __future__ import annotations

from random import Random

from acupress_desktop.app.desk import Desk
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.destinations import ToLearning, ToQuiz, ToReader
from acupress_desktop.presenters.learning import LearningPresenter
from acupress_desktop.presenters.learning_book import LearningBook, LearningContent
from acupress_desktop.presenters.quiz import QuizPresenter
from acupress_desktop.storage.fsrs_schedule import FsrsScheduler
from acupress_desktop.ui.learning.quiz_screen import QuizScreen
from acupress_desktop.ui.learning.screen import LearningScreen
from acupress_desktop.ui.shell.window import Mast, Page


def learning_page(desk: Desk, atlas: AtlasContent, where: ToLearning) -> Page:
    """Return the page that says what there is to learn today."""
    presenter = LearningPresenter(_book(desk, atlas, FsrsScheduler()), desk.journal, where.scope)
    screen = LearningScreen(presenter, desk.ground.theme)
    return Page(screen, screen.leave, Mast.COMMON, ToReader)


def quiz_page(desk: Desk, atlas: AtlasContent, where: ToQuiz) -> Page:
    """Return the quiz."""
    ground, scheduler = desk.ground, FsrsScheduler()
    presenter = QuizPresenter(
        _book(desk, atlas, scheduler),
        scheduler,
        ground.settings,
        Random(int.from_bytes(ground.random_bytes(8))),  # noqa: S311 - which answers are offered, no secret
        ground.ids.next,
        where.scope,
        where.extra_new,
    )
    screen = QuizScreen(presenter, ground.theme, desk.album, desk.pictures)
    return Page(screen, screen.leave, Mast.OWN)


def _book(desk: Desk, atlas: AtlasContent, scheduler: FsrsScheduler) -> LearningBook:
    content = LearningContent(atlas.atlas, atlas.regions, atlas.how_to, atlas.protocols, desk.album)
    return LearningBook(desk.journal, scheduler, content, desk.ground.now)
