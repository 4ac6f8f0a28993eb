"""Where something unpleasant was: a question and the pressed sites as chips, for each that has a place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.presenters.after_session_view import SiteChoiceView, WhereView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.checks import Chip
from acupress_desktop.ui.widgets.layouts import FlowLayout


class WherePart(QWidget):
    """``told`` carries an ``AdverseKind`` and the ``SiteChoiceView`` that was pressed."""

    told = Signal(object, object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked: dict[AdverseKind, _Question] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)
        self.hide()

    def show_where(self, questions: tuple[WhereView, ...]) -> None:
        """Show these questions; one that stays is not built again."""
        wanted = {view.kind for view in questions}
        for kind in [kind for kind in self._asked if kind not in wanted]:
            gone = self._asked.pop(kind)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for view in questions:
            if view.kind not in self._asked:
                question = _Question(self._theme, view)
                question.told.connect(self.told)
                self._asked[view.kind] = question
                self._column.addWidget(question)
            self._asked[view.kind].show_sites(view.sites)
        self.setVisible(bool(questions))


class _Question(QWidget):
    told = Signal(object, object)

    def __init__(self, theme: LiveTheme, view: WhereView) -> None:
        super().__init__()
        self._kind = view.kind
        self._sites = view.sites
        self.setAccessibleName(view.question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(Label(theme, (Run(view.question, weight=Weight.STRONG),), TextRole.BODY))
        row = QWidget()
        flow = FlowLayout(row, SPACE_8, SPACE_8)
        self._chips = tuple(Chip(theme, site.label) for site in view.sites)
        for chip in self._chips:
            chip.clicked.connect(self._pressed)
            flow.addWidget(chip)
        column.addWidget(row)

    def show_sites(self, sites: tuple[SiteChoiceView, ...]) -> None:
        self._sites = sites
        for chip, site in zip(self._chips, sites, strict=True):
            chip.setChecked(site.choice is Choice.CHOSEN)

    def _pressed(self) -> None:
        sender = self.sender()
        for chip, site in zip(self._chips, self._sites, strict=True):
            if chip is sender:
                self.told.emit(self._kind, site)
