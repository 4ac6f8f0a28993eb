"""The first page of the exercise and the page before pressing, as parts of its one column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.pressure_view import BeforeView, HandResultView, IntroView, Tick
from acupress_desktop.ui.pressure.plot import PressurePlot
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.badges import SideBadge
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.cards import Card
from acupress_desktop.ui.widgets.checks import CheckRow
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.layouts import FlowLayout


class IntroPart(QWidget):
    """What is needed, what the numbers are, what was kept. ``deleted`` carries a hand."""

    deleted = Signal(object)
    undone = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: IntroView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)

    def show_view(self, view: IntroView) -> None:
        """Show ``view``; built anew, since it is rarely another."""
        if view == self._view:
            return
        self._view = view
        _empty(self._column)
        theme = self._theme
        if view.said:
            self._column.addWidget(self._told(view))
        if view.results:
            self._column.addWidget(_heading(theme, view.results_heading))
            results = FlowHolder(SPACE_24)
            for result in view.results:
                card = _ResultCard(theme, result)
                card.deleted.connect(self.deleted)
                results.add(card)
            self._column.addWidget(results)
            self._column.addSpacing(SPACE_12)
        for heading, lines in (
            (view.needs_heading, view.needs),
            (view.notes_heading, view.notes),
        ):
            self._column.addWidget(_heading(theme, heading))
            for line in lines:
                self._column.addWidget(_bullet(theme, line))
            self._column.addSpacing(SPACE_12)
        source = Label(
            theme,
            (Run(view.source.short, Tone.ACCENT), Run(f", {view.source.full}, {view.source.checked}.")),
            TextRole.CAPTION,
            Tone.INK3,
        )
        place = self._column.count() - 1
        self._column.insertWidget(place, source)
        for line in view.safety:
            self._column.addWidget(Label(theme, line, TextRole.BODY))
        self._column.addWidget(Label(theme, (Run(view.stop_line, weight=Weight.STRONG),), TextRole.BODY))

    def _told(self, view: IntroView) -> QWidget:
        row = FlowHolder(SPACE_16)
        row.add(Label(self._theme, view.said, TextRole.BODY))
        if view.undo:
            undo = Button(self._theme, view.undo, ButtonKind.QUIET)
            undo.clicked.connect(self.undone)
            row.add(undo)
        return row


class _ResultCard(Card):
    """One hand: its badge and name, what it did, the drawing, and the act that deletes it all."""

    deleted = Signal(object)

    def __init__(self, theme: LiveTheme, view: HandResultView) -> None:
        super().__init__(theme)
        self._hand: Side = view.hand
        self.column.setSpacing(SPACE_8)
        self.column.addWidget(SideBadge(theme, view.hand, view.name))
        if view.plot is not None:
            plot = PressurePlot(theme)
            plot.show_plot(view.plot)
            self.column.addWidget(plot)
        for line in view.lines:
            self.column.addWidget(Label(theme, line, TextRole.SMALL, Tone.INK2))
        delete = Button(theme, view.delete, ButtonKind.QUIET)
        delete.clicked.connect(self._delete)
        self.column.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)

    def _delete(self) -> None:
        self.deleted.emit(self._hand)


class BeforePart(QWidget):
    """Ticks, which hand, which part of it."""

    ticked = Signal(object)
    hand_chosen = Signal(object)
    part_chosen = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[Tick, CheckRow] = {}
        self._offered: tuple[object, ...] = ()
        self._asked: tuple[FittingChoice, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(0)
        self._column.addLayout(self._ticks)
        self._choices = FlowHolder(SPACE_24)
        self._column.addSpacing(SPACE_16)
        self._column.addWidget(self._choices)
        self._column.addSpacing(SPACE_12)
        self._lines = Label(theme, "", TextRole.BODY, Tone.CAUTION)
        self._column.addWidget(self._lines)

    def show_view(self, view: BeforeView) -> None:
        """Show ``view``."""
        for each in view.ticks:
            row = self._rows.get(each.tick)
            if row is None:
                row = CheckRow(self._theme, each.words)
                row.setProperty("tick", each.tick)
                row.clicked.connect(self._tell)
                self._rows[each.tick] = row
                self._ticks.addWidget(row)
            row.setChecked(each.choice is Choice.CHOSEN)
        offered = (view.hands, view.parts)
        if offered != self._offered:
            self._offered = offered
            self._offer(view)
        for choice, key in zip(self._asked, (view.hand, view.part), strict=True):
            choice.show_key(key)
        text = " ".join(view.lines)
        self._lines.show_text(text)
        self._lines.setVisible(bool(text))

    def first(self) -> QWidget:
        """The control at which the keyboard begins."""
        return next(iter(self._rows.values()))

    def _offer(self, view: BeforeView) -> None:
        self._choices.clear()
        asked = []
        for question, options, key, signal in (
            (view.hand_question, view.hands, view.hand, self.hand_chosen),
            (view.part_question, view.parts, view.part, self.part_chosen),
        ):
            group = QWidget()
            column = QVBoxLayout(group)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE_8)
            column.addWidget(Label(self._theme, (Run(question, weight=Weight.STRONG),), TextRole.BODY))
            choice = FittingChoice(
                self._theme, question, tuple(Option(value, words) for value, words in options), key
            )
            choice.chosen.connect(signal)
            column.addWidget(choice)
            self._choices.add(group)
            asked.append(choice)
        self._asked = tuple(asked)

    def _tell(self) -> None:
        row = self.sender()
        if isinstance(row, CheckRow):
            self.ticked.emit(row.property("tick"))


class FlowHolder(QWidget):
    """A row that wraps; ``add`` and ``clear``."""

    def __init__(self, gap_px: int) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap_px)

    def add(self, part: QWidget) -> None:
        """Add one more part."""
        self._flow.addWidget(part)

    def clear(self) -> None:
        """Take all parts out."""
        _empty(self._flow)


def _heading(theme: LiveTheme, text: str) -> Label:
    return Label(theme, text, TextRole.SUBHEAD)


def _bullet(theme: LiveTheme, text: str) -> Label:
    return Label(theme, f"•  {text}", TextRole.BODY, Tone.INK2)


def _empty(layout: QVBoxLayout | FlowLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        part = item.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
