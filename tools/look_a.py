"""Draws the pages from home to the plan, from real data files and a journal of their own, into PNG files.

    python tools/look_a.py OUT_FOLDER [name ...] [--size 1280x820] [--scheme light] [--text 100] [--scale 1]

Pictures of home show a made-up journal of three weeks. Development only; never part of the app.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402 - the path comes first
from PySide6.QtGui import QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from acupress_desktop.content.album_files import read_album  # noqa: E402
from acupress_desktop.content.asset_root import asset_root  # noqa: E402
from acupress_desktop.content.how_to_files import read_how_to  # noqa: E402
from acupress_desktop.content.plate_files import read_region_plates  # noqa: E402
from acupress_desktop.domain.ids import ComplaintId, PointCode, RegionId  # noqa: E402
from acupress_desktop.domain.journal import Measure  # noqa: E402
from acupress_desktop.domain.regions import RegionSelection  # noqa: E402
from acupress_desktop.domain.safety.answers import Reply  # noqa: E402
from acupress_desktop.domain.settings import BodyView, Settings, YesNo  # noqa: E402
from acupress_desktop.domain.sides import PainSide, SiteSide  # noqa: E402
from acupress_desktop.presenters import safety_view  # noqa: E402
from acupress_desktop.presenters.check_in import CheckInPresenter  # noqa: E402
from acupress_desktop.presenters.check_in_view import Place  # noqa: E402
from acupress_desktop.presenters.complaints import (  # noqa: E402
    ComplaintsContent,
    ComplaintsPresenter,
    ComplaintsView,
    Opening,
)
from acupress_desktop.presenters.destinations import ToOutcome, ToPlan, ToSafety  # noqa: E402
from acupress_desktop.presenters.first_run import FirstRunPresenter  # noqa: E402
from acupress_desktop.presenters.outcome import OutcomePresenter  # noqa: E402
from acupress_desktop.presenters.plan import PlanContent, PlanPresenter  # noqa: E402
from acupress_desktop.presenters.planning import SetBook  # noqa: E402
from acupress_desktop.presenters.reminders import reminder_of  # noqa: E402
from acupress_desktop.presenters.safety import SafetyContent, SafetyPresenter  # noqa: E402
from acupress_desktop.presenters.today import TodayContent, TodayPresenter  # noqa: E402
from acupress_desktop.presenters.today_first import first_view  # noqa: E402
from acupress_desktop.ui.check_in.dialog import CheckInDialog  # noqa: E402
from acupress_desktop.ui.check_in.sore_picture import SorePicture  # noqa: E402
from acupress_desktop.ui.complaints.area_figures import AreaFigures  # noqa: E402
from acupress_desktop.ui.complaints.screen import ComplaintsScreen  # noqa: E402
from acupress_desktop.ui.first_run.screen import FirstRunScreen  # noqa: E402
from acupress_desktop.ui.flow.body_pair import Pictures  # noqa: E402
from acupress_desktop.ui.outcome.screen import OutcomeScreen  # noqa: E402
from acupress_desktop.ui.plan.screen import PlanScreen  # noqa: E402
from acupress_desktop.ui.safety.figures import RegionFigures  # noqa: E402
from acupress_desktop.ui.safety.screen import SafetyScreen  # noqa: E402
from acupress_desktop.ui.theme.fonts import load_fonts  # noqa: E402
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application  # noqa: E402
from acupress_desktop.ui.theme.tokens import Scheme  # noqa: E402
from acupress_desktop.ui.today.screen import TodayScreen  # noqa: E402
from tests.presenters.stage_a import Stage, fill_three_weeks, stage  # noqa: E402
from tests.presenters.steps_a import watch_content  # noqa: E402

Show = Callable[[], Iterator[tuple[str, QWidget]]]


@dataclass
class Look:
    """One round of pictures."""

    stage: Stage
    theme: LiveTheme

    def safety_presenter(self, complaint: str = "neck_shoulder") -> SafetyPresenter:
        """A safety screen for one complaint, from the first question."""
        files = self.stage.files
        content = SafetyContent(
            files.safety.catalogue, files.safety.words, files.atlas, files.regions, files.near
        )
        going = ToSafety(complaint)  # type: ignore[arg-type]
        return SafetyPresenter(self.stage.journal, self.stage.settings, content, self.stage.clock.now, going)

    def safety(self) -> Iterator[tuple[str, QWidget]]:
        """Every kind of question."""
        presenter = self.safety_presenter()
        screen = SafetyScreen(presenter, self.theme, RegionFigures(self.theme, self.pictures()))
        for _ in range(20):
            view = presenter.present()
            if isinstance(view.body, safety_view.RegionBody):
                for region, side in (("hand-dorsum", SiteSide.RIGHT), ("leg-lateral", SiteSide.LEFT)):
                    view = presenter.toggle_place(RegionSelection(RegionId(region), side))
                screen.show_view(view)
            yield f"safety_{view.number:02}", screen
            result = _harmless(presenter, view)
            if not isinstance(result, safety_view.SafetyView):
                return
            screen.show_view(result)

    def plan_presenter(self, complaint: str = "neck_shoulder", ticks: tuple[str, ...] = ()) -> PlanPresenter:
        """The page before a session, with some rows of the checklists ticked."""
        presenter = self.safety_presenter(complaint)
        result: object = presenter.present()
        while isinstance(result, safety_view.SafetyView):
            body = result.body
            marked = [row.key for row in getattr(body, "rows", ()) if getattr(row, "key", "") in ticks]
            for key in marked:
                presenter.toggle_row(key)
            result = presenter.go_on() if marked else _harmless(presenter, result)
        if not isinstance(result, ToPlan):
            raise SystemExit(f"not cleared: {result}")
        files = self.stage.files
        content = PlanContent(
            SetBook(files.protocols, files.atlas, files.regions),
            files.evidence.sources,
            files.safety.catalogue,
            files.safety.words,
            read_how_to(asset_root(), files.atlas),
        )
        return PlanPresenter(
            self.stage.journal, self.stage.settings, content, self.stage.clock.now, self.stage.new_id, result
        )

    def today(self) -> Iterator[tuple[str, QWidget]]:
        """A new person, then one with three weeks behind them."""
        yield "today_1_new", self._today()
        self.three_weeks()
        yield "today_2_weeks", self._today()

    def _today(self) -> TodayScreen:
        files, set_up = self.stage.files, self.stage
        now, settings = set_up.clock.now, set_up.settings
        content = TodayContent(
            files.protocols,
            files.evidence.sources,
            files.atlas,
            files.regions,
            files.regions_of,
            lambda rule: reminder_of(files.safety.catalogue, files.safety.words, rule),
            watch_content(set_up),
        )
        screen = TodayScreen(first_view(set_up.glance(), now(), settings.recall_settings()), self.theme)
        ids = set_up.row_ids
        screen.go_live(TodayPresenter(set_up.journal, settings, content, set_up.glance, now, ids))
        pictures = self.pictures()
        screen.show_album(pictures.album, pictures.plates)
        return screen

    def pictures(self) -> Pictures:
        """The pictures of one figure, with their regions."""
        root = asset_root()
        return Pictures(
            read_album(root, "figure_f"), read_region_plates(root, "figure_f", self.stage.files.regions)
        )

    def check_in(self) -> Iterator[tuple[str, QWidget]]:
        """Over the home page: short, then with everything."""
        self.three_weeks()
        set_up = self.stage
        presenter = CheckInPresenter(
            set_up.journal, set_up.files.regions, set_up.clock.now, set_up.clock.local, set_up.new_id
        )
        for name in ("1_short", "2_full"):
            page = QWidget()
            page.resize(1280, 820)
            home = self._today()
            home.setParent(page)
            home.resize(1280, 820)
            picture = SorePicture(self.theme, self.pictures(), BodyView.AS_SEEN_BY_ANOTHER)
            dialog = CheckInDialog(presenter, self.theme, page, None, picture)
            dialog.show_view(presenter.rate_pain(4))
            dialog.show_view(presenter.toggle_place(Place(RegionId("area-neck"), PainSide.BOTH)))
            dialog.show_view(presenter.toggle_place(Place(RegionId("area-shoulder"), PainSide.RIGHT)))
            if name == "2_full":
                dialog.show_view(presenter.turn_more())
            dialog.open_it()
            yield f"check_in_{name}", page

    def complaints(self) -> Iterator[tuple[str, QWidget]]:
        """All sets, and the knee with its side."""
        files = self.stage.files
        content = ComplaintsContent(files.protocols, files.atlas, files.regions, files.regions_of)
        presenter = ComplaintsPresenter(self.stage.journal, self.stage.settings, content, Opening.FIRST)
        screen = ComplaintsScreen(presenter, self.theme, AreaFigures(self.theme, self.pictures()))
        yield "complaints_1", screen
        view = presenter.choose(ComplaintId("knee"))
        if isinstance(view, ComplaintsView):
            screen.show_view(view)
        yield "complaints_2_knee", screen
        screen.show_view(presenter.tap(RegionId("area-chest")))
        yield "complaints_3_chest", screen

    def first_run(self) -> Iterator[tuple[str, QWidget]]:
        """The three steps."""
        self.stage.settings.kept = Settings()
        presenter = FirstRunPresenter(self.stage.settings, self.stage.clock.now)
        screen = FirstRunScreen(presenter, self.theme)
        yield "first_run_1", screen
        screen.show_view(presenter.go_on())  # type: ignore[arg-type]
        yield "first_run_2", screen
        presenter.write_age("44")
        presenter.answer_pregnancy(YesNo.NO)
        screen.show_view(presenter.go_on())  # type: ignore[arg-type]
        yield "first_run_3", screen

    def plan(self) -> Iterator[tuple[str, QWidget]]:
        """The first session, a later one with limits, and none."""
        self.three_weeks()
        presenter = self.plan_presenter("neck_shoulder", ("blood_thinner", "thin_bones", "artery_or_stroke"))
        screen = PlanScreen(presenter, self.theme, self.thumb)
        screen.show_view(presenter.rate(Measure.PAIN, 6))
        yield "plan_2_limits", screen
        yield "plan_3_forms", PlanScreen(self.plan_presenter("low_back"), self.theme, self.thumb)

    def outcome(self) -> Iterator[tuple[str, QWidget]]:
        """Emergency with and without a number, refer, postpone."""
        files = self.stage.files
        for name, key in (("1_emergency", "E01"), ("2_refer", "today_numb_weak"), ("3_postpone", "drowsy")):
            presenter = self.safety_presenter()
            result: object = presenter.present()
            while isinstance(result, safety_view.SafetyView):
                result = _risky(presenter, result, key)
            if not isinstance(result, ToOutcome):
                raise SystemExit(f"cleared: {result}")
            shown = OutcomePresenter(self.stage.settings, files.safety.words, result)
            yield f"outcome_{name}", OutcomeScreen(shown, self.theme)
            if key == "E01":
                self.stage.settings.change(emergency_number="")
                shown = OutcomePresenter(self.stage.settings, files.safety.words, result)
                yield f"outcome_{name}_no_number", OutcomeScreen(shown, self.theme)
                self.stage.settings.change(emergency_number="112")

    def thumb(self, point: PointCode) -> QPixmap | None:
        """The small picture of a point's place, once there is one."""
        del point
        return None

    def three_weeks(self) -> None:
        """Fill the journal with three weeks of entries and sessions."""
        fill_three_weeks(self.stage)


def _risky(presenter: SafetyPresenter, view: safety_view.SafetyView, key: str) -> object:
    match view.body:
        case safety_view.ListBody(rows=rows) if any(row.key == key for row in rows):
            presenter.toggle_row(key)
            return presenter.go_on()
        case safety_view.AskBody() if key == "today_numb_weak" and "numb" in view.title:
            return presenter.answer(Reply.YES)
        case safety_view.ChoiceBody(options=options) if any(option.key == key for option in options):
            return presenter.choose(key)
        case _:
            return _harmless(presenter, view)


def _harmless(presenter: SafetyPresenter, view: safety_view.SafetyView) -> object:
    match view.body:
        case safety_view.AskBody():
            return presenter.answer(Reply.NO)
        case safety_view.ListBody() | safety_view.RegionBody():
            return presenter.none()
        case safety_view.ChoiceBody(options=options):
            return presenter.choose(options[0].key)
        case safety_view.AmountBody():
            presenter.write_amount("44")
            return presenter.go_on()


def main() -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", default="1280x820")
    parser.add_argument("--scheme", default="light")
    parser.add_argument("--text", type=int, default=100)
    arguments = parser.parse_args()
    application = QApplication([])
    load_fonts(asset_root())
    theme = LiveTheme(ThemeChoice(Scheme(arguments.scheme), arguments.text / 100))
    dress_application(application, theme)
    width, height = (int(part) for part in arguments.size.split("x"))
    arguments.out.mkdir(parents=True, exist_ok=True)
    suffix = f"{arguments.scheme}_{arguments.size}_{arguments.text}"
    with tempfile.TemporaryDirectory() as folder, stage(Path(folder)) as set_up:
        look = Look(set_up, theme)
        for name in arguments.names or ["safety"]:
            for title, widget in getattr(look, name)():
                widget.resize(width, height)
                widget.show()
                _settle()
                widget.grab().save(str(arguments.out / f"{title}_{suffix}.png"))


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


if __name__ == "__main__":
    main()
