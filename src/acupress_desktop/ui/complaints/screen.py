"""What today's set is for: a list of sets, and the body beside it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.ids import ComplaintId, OccasionId, RegionId
from acupress_desktop.domain.protocols import Part
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.presenters.complaints import ComplaintsView
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.complaints.area_figures import AreaFigures
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.flow.frame import FlowFrame, PageWidth
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_16,
)
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.cards import Card, CardKind, ListRow
from acupress_desktop.ui.widgets.choices import Option, Segmented

Answered = ComplaintsView | Destination


class Presents(Protocol):
    """What the page needs of its presenter."""

    def present(self) -> ComplaintsView:
        """Show the page."""
        ...

    def tap(self, region: RegionId) -> ComplaintsView:
        """Show the sets for a place."""
        ...

    def show_all(self) -> ComplaintsView:
        """Show every set."""
        ...

    def choose(self, complaint: ComplaintId) -> Answered:
        """Choose a set."""
        ...

    def choose_side(self, side: PainSide) -> ComplaintsView:
        """Say which side."""
        ...

    def choose_part(self, part: Part) -> ComplaintsView:
        """Say hands or feet."""
        ...

    def go_on(self) -> Answered:
        """Go to the questions."""
        ...

    def choose_occasion(self, name: OccasionId) -> Answered:
        """Go to the questions for a shorter way through the set in use."""
        ...

    def back(self) -> Destination:
        """Leave the choice as it was."""
        ...


class ComplaintsScreen(FlowFrame):
    """Shows a ``ComplaintsView``; ``leave`` carries the destination."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: Presents,
        theme: LiveTheme,
        figures: AreaFigures | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``figures`` are the bodies beside the list; without them the list stands alone."""
        super().__init__(theme, parent)
        self._presenter = presenter
        self._figures = figures
        self._rows: dict[ComplaintId, ListRow] = {}
        self._occasions: dict[OccasionId, ListRow] = {}
        self._shown: ComplaintsView | None = None
        self._title = Label(theme, "", TextRole.TITLE)
        self._lead = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._caution = Card(theme, CardKind.CAUTION)
        self._caution_text = Label(theme, "", TextRole.BODY)
        self._caution.column.addWidget(self._caution_text)
        self._all = Button(theme, "", ButtonKind.QUIET)
        self._all.clicked.connect(self._show_all)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._asking = QVBoxLayout()
        self._asking.setSpacing(SPACE_8)
        left = QVBoxLayout()
        left.setSpacing(SPACE_8)
        for part in (self._title, self._lead, self._caution):
            left.addWidget(part)
        left.addLayout(self._list)
        left.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)
        left.addStretch(1)
        self.column.addLayout(left)
        if figures is not None:
            figures.tapped.connect(self._tapped)
            self.place_beside(figures, 50)
        self._go_on = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self._go_on.clicked.connect(self._go)
        self._hint = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._question = QVBoxLayout()
        self._question.setSpacing(SPACE_4)
        self.acts.addLayout(self._question)
        self.acts.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignBottom)
        self.acts.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignBottom)
        self.show_width(PageWidth.FULL)
        self.closed.connect(self._leave)
        self.show_view(presenter.present())

    def show_view(self, view: ComplaintsView) -> None:
        """Show ``view``."""
        before, self._shown = self._shown, view
        self.show_mast(view.page, view.back)
        self._title.show_text(view.title)
        self._lead.show_text(view.lead)
        self._caution.setVisible(bool(view.caution))
        self._caution_text.show_text(view.caution)
        self._all.show_words(view.all_sets)
        self._all.setVisible(bool(view.all_sets))
        if before is None or _keys(before) != _keys(view):
            self._build_list(view)
        for group in view.groups:
            for each in group.sets:
                self._rows[each.complaint].setChecked(each.choice is Choice.CHOSEN)
        if before is None or (before.sides_question, before.parts_question) != (
            view.sides_question,
            view.parts_question,
        ):
            self._build_question(view)
        self._go_on.setVisible(bool(view.go_on))
        self._go_on.show_words(view.go_on)
        self._go_on.setEnabled(not view.hint)
        self._hint.show_text(view.hint)
        self.acts_line.setVisible(bool(view.go_on))
        if self._figures is not None:
            self._figures.show_view(view)

    def _build_list(self, view: ComplaintsView) -> None:
        clear(self._list)
        self._rows.clear()
        for group in view.groups:
            self._list.addSpacing(SPACE_16)
            self._list.addWidget(eyebrow(self.theme, group.heading))
            for each in group.sets:
                row = ListRow(self.theme, each.title, each.blocked_because or each.purpose, each.minutes)
                row.setCheckable(True)
                row.setEnabled(not each.blocked_because)
                row.clicked.connect(self._chosen)
                self._rows[each.complaint] = row
                self._list.addWidget(row)
        self._build_occasions(view)

    def _build_occasions(self, view: ComplaintsView) -> None:
        self._occasions.clear()
        if not view.occasions:
            return
        self._list.addSpacing(SPACE_16)
        self._list.addWidget(eyebrow(self.theme, view.occasions_heading))
        for each in view.occasions:
            row = ListRow(self.theme, each.title, each.purpose, each.minutes)
            row.setAccessibleName(each.spoken)
            row.clicked.connect(self._occasion_chosen)
            self._occasions[each.occasion] = row
            self._list.addWidget(row)

    def _build_question(self, view: ComplaintsView) -> None:
        clear(self._question)
        theme = self.theme
        for question, options in (
            (view.sides_question, tuple(Option(each.side, each.label) for each in view.sides)),
            (view.parts_question, tuple(Option(each.part, each.label) for each in view.parts)),
        ):
            if question:
                self._question.addWidget(Label(theme, question, TextRole.BODY))
                choice = Segmented(theme, question, options, None, Icon.CHECK)
                choice.chosen.connect(self._answered)
                self._question.addWidget(choice)
                choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, result: Answered) -> None:
        if isinstance(result, ComplaintsView):
            self.show_view(result)
        else:
            self.leave.emit(result)

    def _chosen(self) -> None:
        sender = self.sender()
        for complaint, row in self._rows.items():
            if row is sender:
                self._take(self._presenter.choose(complaint))
                return

    def _occasion_chosen(self) -> None:
        sender = self.sender()
        for name, row in self._occasions.items():
            if row is sender:
                self._take(self._presenter.choose_occasion(name))
                return

    def _answered(self, key: object) -> None:
        if isinstance(key, PainSide):
            self.show_view(self._presenter.choose_side(key))
        elif isinstance(key, Part):
            self.show_view(self._presenter.choose_part(key))

    def _tapped(self, region: object) -> None:
        if isinstance(region, str):
            self.show_view(self._presenter.tap(RegionId(region)))

    def _show_all(self) -> None:
        self.show_view(self._presenter.show_all())

    def _go(self) -> None:
        self._take(self._presenter.go_on())

    def _leave(self) -> None:
        self.leave.emit(self._presenter.back())


def _keys(view: ComplaintsView) -> tuple[tuple[str, tuple[str, ...]], ...]:
    sets = tuple((group.heading, tuple(each.complaint for each in group.sets)) for group in view.groups)
    return (*sets, (view.occasions_heading, tuple(row.occasion for row in view.occasions)))
