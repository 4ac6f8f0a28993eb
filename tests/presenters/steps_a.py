"""The ways of a person through the pages, as tests say them."""

from __future__ import annotations

from acupress_desktop.domain.ids import ComplaintId, QuestionId, RuleId
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.presenters.destinations import Destination, ToPlan, ToSafety
from acupress_desktop.presenters.plan import PlanContent, PlanPresenter
from acupress_desktop.presenters.planning import SetBook
from acupress_desktop.presenters.reminders import reminder_of
from acupress_desktop.presenters.safety import SafetyContent, SafetyPresenter
from acupress_desktop.presenters.safety_view import (
    AmountBody,
    AskBody,
    ChoiceBody,
    ListBody,
    RegionBody,
    ReviewBody,
    RowMark,
    SafetyView,
)
from acupress_desktop.presenters.today import TodayContent, TodayPresenter
from acupress_desktop.presenters.watching import WatchContent
from acupress_desktop.words.safety import SafetyWords
from tests.presenters.stage_a import Stage

MOST_PAGES = 40


def watch_content(stage: Stage) -> WatchContent:
    titles = {protocol.id: protocol.title for protocol in stage.files.protocols}
    safety = stage.files.safety

    def texts() -> SafetyWords:
        return safety.words.with_number(stage.settings.recall_settings().emergency_number)

    return WatchContent(safety.watch, texts, stage.files.regions, lambda name: titles.get(name, name))


def today_of(stage: Stage) -> TodayPresenter:
    files = stage.files

    def advice(rule: RuleId) -> str:
        return reminder_of(files.safety.catalogue, files.safety.words, rule)

    content = TodayContent(
        files.protocols,
        files.evidence.sources,
        files.atlas,
        files.regions,
        files.regions_of,
        advice,
        watch_content(stage),
        files.occasions,
    )
    return TodayPresenter(
        stage.journal, stage.settings, content, stage.glance, stage.clock.now, stage.row_ids
    )


def safety_of(stage: Stage, going: ToSafety | str = "neck_shoulder") -> SafetyPresenter:
    files = stage.files
    content = SafetyContent(
        files.safety.catalogue, files.safety.words, files.atlas, files.regions, files.near
    )
    where = going if isinstance(going, ToSafety) else ToSafety(ComplaintId(going))
    return SafetyPresenter(stage.journal, stage.settings, content, stage.clock.now, where)


def plan_of(stage: Stage, going: ToPlan) -> PlanPresenter:
    files = stage.files
    content = PlanContent(
        SetBook(files.protocols, files.atlas, files.regions),
        files.evidence.sources,
        files.safety.catalogue,
        files.safety.words,
        files.how_to,
        files.occasions,
    )
    return PlanPresenter(stage.journal, stage.settings, content, stage.clock.now, stage.new_id, going)


def answer_no(presenter: SafetyPresenter, view: SafetyView) -> SafetyView | Destination:
    """Give the answer that adds no risk, in one tap."""
    match view.body:
        case AskBody():
            return presenter.answer(Reply.NO)
        case RegionBody(nowhere=""):
            return presenter.unsure()
        case ListBody() | RegionBody():
            return presenter.none()
        case ChoiceBody(options=options):
            return presenter.choose(options[0].key)
        case AmountBody():
            presenter.write_amount("44")
            return presenter.go_on()
        case ReviewBody():
            return presenter.go_on()


def answer_ticking(
    stage: Stage, presenter: SafetyPresenter, view: SafetyView, *questions: str
) -> SafetyView | Destination:
    """Tick what stands for ``questions`` on a checklist, a whole group where they are behind one; else no."""
    groups = {one.id: f"group:{one.group}" for one in stage.files.safety.catalogue.questions}
    body = view.body
    if not isinstance(body, ListBody):
        return answer_no(presenter, view)
    marks = {row.key: row.mark for row in body.rows}
    keys = [key for one in questions for key in (one, groups.get(QuestionId(one), "")) if key in marks]
    if not keys:
        return answer_no(presenter, view)
    for key in dict.fromkeys(keys):
        if marks[key] is RowMark.OPEN:
            presenter.toggle_row(key)
    return presenter.go_on()


def walk_ticking(stage: Stage, presenter: SafetyPresenter, *questions: str) -> Destination:
    """Answer every page with no but for ``questions`` of the checklists; return where that led."""
    view: SafetyView | Destination = presenter.present()
    for _page in range(MOST_PAGES):
        if not isinstance(view, SafetyView):
            return view
        view = answer_ticking(stage, presenter, view, *questions)
    raise AssertionError(f"no end after {view}")


def walk_healthy(presenter: SafetyPresenter) -> tuple[int, Destination]:
    """Answer every page with no; return how many pages there were and where they led."""
    view: SafetyView | Destination = presenter.present()
    pages = 0
    while isinstance(view, SafetyView):
        pages += 1
        assert pages < MOST_PAGES, f"no end after {view.title}"
        view = answer_no(presenter, view)
    return pages, view


def to_page(presenter: SafetyPresenter, words: str) -> SafetyView:
    """Answer with no until the title of a page holds ``words``."""
    view: SafetyView | Destination = presenter.present()
    for _ in range(MOST_PAGES):
        assert isinstance(view, SafetyView), f"ended at {view} before {words!r}"
        if words.casefold() in view.title.casefold():
            return view
        view = answer_no(presenter, view)
    raise AssertionError(f"no page with {words!r}")


def cleared(stage: Stage, complaint: str = "neck_shoulder") -> ToPlan:
    _pages, where = walk_healthy(safety_of(stage, complaint))
    assert isinstance(where, ToPlan)
    return where
