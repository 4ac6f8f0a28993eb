"""One step of the exercise, and the end of a hand: what to do, the number, how the tries lie."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.pieces import ScaleView
from acupress_desktop.presenters.pressure_view import DoneView, PlotView, StepView
from acupress_desktop.ui.pressure.grams_field import GramsField
from acupress_desktop.ui.pressure.plot import PressurePlot
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.choices import ScaleZeroToTen
from acupress_desktop.ui.widgets.layouts import Hairline


class StepPart(QWidget):
    """``grams`` is the number on the scale; ``rated`` carries how hard the press on the forearm felt."""

    rated = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = Label(theme, "", TextRole.LEAD)
        self._rating: ScaleZeroToTen | None = None
        self._question = Label(theme, "", TextRole.BODY)
        self._rating_place = QVBoxLayout()
        self.grams = GramsField(theme)
        self._feedback = Label(theme, "", TextRole.BODY, Tone.ACCENT)
        self._plot = PressurePlot(theme)
        self._notes = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._rule = Hairline(theme)
        self._stop = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._lines)
        column.addSpacing(SPACE_8)
        column.addWidget(self._question)
        column.addLayout(self._rating_place)
        rest: tuple[QWidget, ...] = (
            self.grams,
            self._feedback,
            self._notes,
            self._plot,
            self._rule,
            self._stop,
        )
        for part in rest:
            column.addWidget(part)

    def show_step(self, view: StepView) -> None:
        """Show one step."""
        self._say(self._lines, "\n".join(view.lines))
        self._say(self._notes, "\n".join(view.notes))
        self._say(self._feedback, view.feedback)
        self._say(self._stop, view.stop_line)
        self._rule.show()
        self._show_plot(view.plot)
        self._show_rating(view.rating)
        self.grams.setVisible(view.field is not None)
        if view.field is not None:
            self.grams.show_field(view.field)

    def show_done(self, view: DoneView) -> None:
        """Show what one hand did."""
        self._say(self._lines, "\n".join(view.lines))
        self._say(self._notes, "")
        self._say(self._feedback, view.saved)
        self._say(self._stop, "")
        self._rule.hide()
        self._show_plot(view.plot)
        self._show_rating(None)
        self.grams.hide()

    def rating_cell(self, value: int) -> QWidget:
        """Return the cell at which the keyboard begins."""
        return self if self._rating is None else self._rating.cell(value)

    def _show_rating(self, view: ScaleView | None) -> None:
        self._question.setVisible(view is not None)
        if view is not None:
            self._question.show_text(view.question)
            if self._rating is None:
                self._rating = ScaleZeroToTen(self._theme, view.question, view.low, view.high)
                self._rating.rated.connect(self.rated)
                self._rating_place.addWidget(self._rating)
            if self._rating.value != view.value:
                self._rating.show_value(view.value)
        if self._rating is not None:
            self._rating.setVisible(view is not None)

    def _show_plot(self, view: PlotView | None) -> None:
        self._plot.setVisible(view is not None)
        if view is not None:
            self._plot.show_plot(view)

    @staticmethod
    def _say(label: Label, text: str) -> None:
        label.show_text(text)
        label.setVisible(bool(text))
