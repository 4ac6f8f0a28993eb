"""The panel "Did I find it?": it takes the place of the card, so that the picture stays in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.point_practice import Felt, Sureness
from acupress_desktop.presenters.atlas_view import CheckView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.atlas.card import PointLinks
from acupress_desktop.ui.bridge.announcing import announce
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.checks import Chip
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline
from acupress_desktop.ui.widgets.radio_row import RadioRow


class CheckPanel(QWidget):
    """``CheckPanel(theme)``; ``show_check(view | None)``. Its acts stand in a widget of their own, ``acts``.

    ``ticked`` carries what was felt, ``answered`` how sure the person is, ``opened`` the code of a link.
    """

    ticked = Signal(object)
    answered = Signal(object)
    keep_asked = Signal()
    take_back_asked = Signal()
    leave_asked = Signal()
    opened = Signal(object)

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__()
        self._theme = theme
        self._point: PointCode | None = None
        self._said = ""
        self._chips: dict[Felt, Chip] = {}
        self._rows: dict[Sureness, RadioRow] = {}
        self._inner: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)
        self._title = Label(theme, "", TextRole.HEAD)
        self._which = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._column.addWidget(self._title)
        self._column.addWidget(self._which)
        self._column.addWidget(Hairline(theme))
        self._questions = QWidget()
        self._asked = QVBoxLayout(self._questions)
        self._asked.setContentsMargins(0, 0, 0, 0)
        self._asked.setSpacing(SPACE_8)
        self._column.addWidget(self._questions)
        self._kept = Label(theme, "", TextRole.BODY)
        self._column.addWidget(self._kept)
        self._easier_place = QVBoxLayout()
        self._column.addLayout(self._easier_place)
        self._easier: PointLinks | None = None
        self._build_acts()

    def _build_acts(self) -> None:
        theme = self._theme
        self.acts = QWidget()
        column = QVBoxLayout(self.acts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        self._trouble = Label(theme, "", TextRole.SMALL, Tone.STOP)
        column.addWidget(self._trouble)
        row = QWidget()
        flow = FlowLayout(row, SPACE_16, SPACE_4)
        self.save = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self.save.clicked.connect(self.keep_asked)
        flow.addWidget(self.save)
        self.leave = Button(theme, "", ButtonKind.QUIET)
        self.leave.clicked.connect(self.leave_asked)
        self._take_back = Button(theme, "", ButtonKind.QUIET)
        self._take_back.clicked.connect(self.take_back_asked)
        flow.addWidget(self.leave)
        flow.addWidget(self._take_back)
        column.addWidget(row)

    # --- Showing

    def show_check(self, view: CheckView | None) -> None:
        """Show the panel; ``None`` while nothing is asked."""
        if view is None:
            self._point = None
            self._said = ""
            return
        if view.point != self._point:
            self._point = view.point
            self._fill(view)
        self._title.show_text(view.title)
        self._which.show_text(view.which)
        for each in view.felt:
            self._chips[each.what].setChecked(each.choice is Choice.CHOSEN)
        for row in self._rows.values():
            row.setAutoExclusive(False)
        for how, row in self._rows.items():
            row.setChecked(how is view.chosen)
        for row in self._rows.values():
            row.setAutoExclusive(True)
        self._advice.show_text(" ".join(view.advice))
        self._advice.setVisible(bool(view.advice))
        self._show_kept(view)
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))
        self._say(view.trouble or view.kept or " ".join(view.advice))

    def _show_kept(self, view: CheckView) -> None:
        kept = bool(view.kept)
        self._questions.setVisible(not kept)
        self._kept.show_text(view.kept)
        self._kept.setVisible(kept)
        if self._easier is not None:
            self._easier.hide()
            self._easier.deleteLater()
            self._easier = None
        if view.easier is not None:
            self._easier = PointLinks(self._theme, view.easier, self.opened.emit)
            self._easier_place.addWidget(self._easier)
            self._easier.show()
        self.save.setVisible(not kept)
        self.save.show_words(view.save.label)
        self.save.setEnabled(view.save.ready)
        self.save.setAccessibleDescription(view.save.blocked_because)
        self.save.setToolTip(view.save.blocked_because)
        self._take_back.setVisible(kept)
        self._take_back.show_words(view.take_back)
        self.leave.show_words(view.cancel)

    def first_stop(self) -> QWidget:
        """What has the keyboard when the panel opens."""
        return next(iter(self._chips.values()), self.leave)

    def _fill(self, view: CheckView) -> None:
        """Build the questions anew for another point."""
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        theme = self._theme
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(Label(theme, view.how_to_try, TextRole.SMALL))
        column.addSpacing(SPACE_4)
        column.addWidget(eyebrow(theme, view.usual_heading))
        for line in view.usual:
            column.addWidget(Label(theme, line, TextRole.SMALL))
        column.addSpacing(SPACE_4)
        column.addWidget(eyebrow(theme, view.felt_heading))
        chips = QWidget()
        flow = FlowLayout(chips, SPACE_8, SPACE_4)
        self._chips = {each.what: Chip(theme, each.label) for each in view.felt}
        for what, chip in self._chips.items():
            chip.clicked.connect(self._reporting(self.ticked.emit, what))
            flow.addWidget(chip)
        column.addWidget(chips)
        self._advice = Label(theme, "", TextRole.SMALL, Tone.CAUTION)
        column.addWidget(self._advice)
        column.addSpacing(SPACE_4)
        column.addWidget(eyebrow(theme, view.sure_heading))
        answers = QWidget()
        answers.setAccessibleName(view.sure_heading)
        below = QVBoxLayout(answers)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        self._rows = {each.how: RadioRow(theme, each.label) for each in view.sure}
        for how, row in self._rows.items():
            row.setAccessibleDescription(view.sure_heading)
            row.clicked.connect(self._reporting(self.answered.emit, how))
            below.addWidget(row)
        column.addWidget(answers)
        self._inner = inner
        self._asked.addWidget(inner)
        inner.show()

    def _reporting(self, tell: Callable[[object], None], what: object) -> Callable[[], None]:
        def report() -> None:
            tell(what)

        return report

    def _say(self, words: str) -> None:
        if words != self._said:
            self._said = words
            announce(self, words)
