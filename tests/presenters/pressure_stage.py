"""A journal, a clock and an exercise with a kitchen scale for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.pressure_files import read_pressure_source
from acupress_desktop.domain.pressure_exercise import Weighing
from acupress_desktop.domain.safety.hand_limits import HandLimits
from acupress_desktop.presenters.pressure import PressurePorts, PressurePresenter
from acupress_desktop.presenters.pressure_view import DoneView, PressureView, StepView
from acupress_desktop.storage.journal import Journal
from tests.storage.journals import Bench

GRAMS = (150, 260, 180, 900, 1200, 1050, 1700, 2300, 1900, 2400, 2100, 2600)
"""What the scale shows in the twelve tries of one hand."""


@dataclass(slots=True)
class PressureStage:
    """Everything that the page stands on."""

    bench: Bench
    journal: Journal

    def presenter(self, known: HandLimits | None = None) -> PressurePresenter:
        """Open the page."""
        source = read_pressure_source(asset_root())
        return PressurePresenter(
            PressurePorts(self.journal, known or HandLimits(), source, self.bench.now, self.bench.key)
        )

    def press_all(self, presenter: PressurePresenter, grams: tuple[int, ...] = GRAMS) -> DoneView:
        """Go through all steps of the hand that is on."""
        waiting = iter(grams)
        view = presenter.present()
        while isinstance(view, StepView):
            view = self.one_step(presenter, view, waiting)
        assert isinstance(view, DoneView)
        return view

    def one_step(self, presenter: PressurePresenter, view: StepView, waiting: Iterator[int]) -> PressureView:
        """Do what a step asks for."""
        self.bench.later(seconds=20)
        if view.field is not None:
            presenter.write(str(next(waiting)))
        if view.rating is not None:
            presenter.rate(6)
        return presenter.go_on()


@contextmanager
def pressure_stage(folder: Path) -> Iterator[PressureStage]:
    """An empty journal in ``folder``."""
    bench = Bench(folder)
    journal = bench.open()
    yield PressureStage(bench, journal)
    journal.close()


def begun(presenter: PressurePresenter, weighing: Weighing = Weighing.SCALE) -> StepView:
    """Start with nothing ticked; the first step."""
    presenter.start(weighing)
    view = presenter.go_on()
    assert isinstance(view, StepView)
    return view
