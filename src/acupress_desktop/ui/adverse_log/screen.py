"""The log of unpleasant effects: tell one on one side; the body, and what was noted, on the other."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.adverse_log_view import AdverseLogView, BodyPlacesView, SiteChipView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.adverse_log.parts import NotedList, WhereAsked
from acupress_desktop.ui.after_session.advice import AdviceCard
from acupress_desktop.ui.body_map.scene import RegionTint, TintLook
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.flow.body_pair import BodyPair, PairWords, Pictures
from acupress_desktop.ui.flow.frame import has_one_column
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.checks import Chip
from acupress_desktop.ui.widgets.fields import NoteField
from acupress_desktop.ui.widgets.layouts import FlowLayout, ScrollColumn
from acupress_desktop.ui.widgets.overlays import Toast
from acupress_desktop.ui.widgets.time_fields import MomentField

_FIGURES_PX = 440


class Presents(Protocol):
    """What the page needs of its presenter."""

    def present(self) -> AdverseLogView:
        """Show the page."""
        ...

    def choose_kind(self, kind: AdverseKind) -> AdverseLogView:
        """Say what it was."""
        ...

    def choose_site(self, point: PointCode, side: SiteSide) -> AdverseLogView:
        """Say at which point."""
        ...

    def choose_place(self, place: RegionSelection) -> AdverseLogView:
        """Say where on the body."""
        ...

    def turn_places(self) -> AdverseLogView:
        """Show the list of places, or hide it."""
        ...

    def move_to(self, wall_clock: datetime) -> AdverseLogView:
        """Say when it was."""
        ...

    def write_note(self, note: str) -> None:
        """Take the note as typed."""
        ...

    def save(self) -> AdverseLogView:
        """Write it down."""
        ...

    def leave_advice(self) -> AdverseLogView:
        """The advice was read."""
        ...

    def delete(self, event: RowId) -> AdverseLogView:
        """Take a row out."""
        ...

    def undo(self) -> AdverseLogView:
        """Bring back what was deleted last."""
        ...


class AdverseLogScreen(QWidget):
    """``AdverseLogScreen(presenter, theme, pictures)``; ``leave`` carries a destination."""

    leave = Signal(object)

    def __init__(
        self, presenter: Presents, theme: LiveTheme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        view = presenter.present()
        self._title = Label(theme, view.title, TextRole.TITLE)
        self._lead = Label(theme, view.lead, TextRole.BODY, Tone.INK2)
        self._advice = AdviceCard(theme)
        self._advice.read.connect(self._advice_read)
        self._what = Label(theme, (Run(view.what, weight=Weight.STRONG),), TextRole.BODY)
        self._chip_row = QWidget()
        flow = FlowLayout(self._chip_row, SPACE_8, SPACE_8)
        self._chips = {chip.kind: Chip(theme, chip.label) for chip in view.kinds}
        for made in self._chips.values():
            made.clicked.connect(self._kind_pressed)
            flow.addWidget(made)
        self._where = WhereAsked(theme)
        self._where.site_told.connect(self._site_told)
        self._where.place_told.connect(self._place_told)
        self._where.more_asked.connect(self._turn_places)
        self._when_label = Label(theme, (Run(view.when_heading, weight=Weight.STRONG),), TextRole.BODY)
        self._when = MomentField(theme, view.when_heading)
        self._when.editingFinished.connect(self._moved)
        self._note_label = Label(theme, (Run(view.note_heading, weight=Weight.STRONG),), TextRole.BODY)
        self._note = NoteField(theme, view.note_heading, view.note_hint, view.note_characters_max)
        self._note.note_changed.connect(self._note_typed)
        self._save = Button(theme, view.save.label, ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self._save.clicked.connect(self._save_it)
        self._hint = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._problem = Label(theme, "", TextRole.SMALL, Tone.STOP)
        self._figures = BodyPair(theme, pictures)
        self._figures.setMinimumHeight(_FIGURES_PX)
        self._figures.tapped.connect(self._place_told)
        self._noted_heading = eyebrow(theme, "")
        self._noted = NotedList(theme)
        self._noted.delete_asked.connect(self._delete)
        self._nothing = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._body: BodyPlacesView | None = None
        self._build()
        self._toast = Toast(theme, self)
        self._toast.undone.connect(self._undo)
        theme.changed.connect(self._fold)
        self.setFocusProxy(next(iter(self._chips.values())))
        self.show_view(view)

    def show_view(self, view: AdverseLogView) -> None:
        """Show ``view``."""
        self.setAccessibleName(view.page)
        fresh = view.advice is not None and not self._advice.isVisible()
        self._advice.show_view(view.advice)
        for chip in view.kinds:
            self._chips[chip.kind].setChecked(chip.choice is Choice.CHOSEN)
        self._where.setVisible(view.where is not None)
        self._figures.setVisible(view.where is not None)
        if view.where is not None:
            self._where.show_places(view.where, view.body)
            self._show_figures(view.body)
        self._when.show_wall_clock(view.when)
        if self._note.note != view.note:
            self._note.show_note(view.note)
        self._save.setEnabled(view.save.ready)
        self._save.setAccessibleDescription(view.save.blocked_because)
        self._hint.show_text(view.save.blocked_because)
        self._hint.setVisible(bool(view.save.blocked_because))
        self._problem.show_text(view.problem)
        self._problem.setVisible(bool(view.problem))
        self._noted_heading.show_text(view.noted_heading)
        self._noted_heading.setVisible(bool(view.noted_heading))
        self._noted.show_rows(view.noted)
        self._nothing.show_text(view.nothing_noted)
        self._nothing.setVisible(bool(view.nothing_noted))
        if view.said is not None and view.said.undo:
            self._toast.show_message(view.said.words, view.said.undo)
        elif view.said is not None:
            # What was kept, or is back, is seen in the list.
            announce(self, view.said.words, Urgency.POLITE)
        if fresh:
            self._scroll.verticalScrollBar().setValue(0)
            self._advice.take_focus()
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _show_figures(self, body: BodyPlacesView) -> None:
        if body == self._body:
            return
        self._body = body
        words = PairWords(body.front, body.back, body.your_left, body.your_right, body.spoken)
        tints = tuple(RegionTint(place, TintLook.SORE, 0.8) for place in body.marked)
        self._figures.show_pair(words, tints, body.turned)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE_12)
        left.addWidget(self._title)
        left.addWidget(self._lead)
        left.addWidget(self._advice)
        left.addSpacing(SPACE_8)
        left.addWidget(self._what)
        left.addWidget(self._chip_row)
        left.addWidget(self._where)
        left.addSpacing(SPACE_8)
        left.addWidget(self._when_label)
        left.addWidget(self._when, 0, Qt.AlignmentFlag.AlignLeading)
        left.addWidget(self._note_label)
        left.addWidget(self._note)
        left.addWidget(self._problem)
        left.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeading)
        left.addWidget(self._hint)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(SPACE_16)
        right.addWidget(self._figures)
        right.addWidget(self._noted_heading)
        right.addWidget(self._noted)
        right.addWidget(self._nothing)
        right.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)
        self._scroll = ScrollColumn()
        self._column = self._scroll.column
        self._column.addLayout(self._halves)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _fold(self) -> None:
        narrow = self.width() < NARROW_BELOW_PX
        one = has_one_column(self._theme, self.width())
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        )
        self._halves.setSpacing(SPACE_24 if narrow else SPACE_48)
        side = margin_px(self.width())
        self._column.setContentsMargins(side, SPACE_32, side, SPACE_48)

    # --- Intents

    def _kind_pressed(self) -> None:
        sender = self.sender()
        for kind, chip in self._chips.items():
            if chip is sender:
                self.show_view(self._presenter.choose_kind(kind))
                return

    def _site_told(self, site: SiteChipView) -> None:
        self.show_view(self._presenter.choose_site(site.point, site.side))

    def _place_told(self, place: object) -> None:
        if isinstance(place, RegionSelection):
            self.show_view(self._presenter.choose_place(place))

    def _turn_places(self) -> None:
        self.show_view(self._presenter.turn_places())

    def _moved(self) -> None:
        picked = self._when.wall_clock
        if picked is not None:
            self.show_view(self._presenter.move_to(picked))

    def _note_typed(self) -> None:
        self._presenter.write_note(self._note.note)

    def _save_it(self) -> None:
        self.show_view(self._presenter.save())

    def _advice_read(self) -> None:
        self.show_view(self._presenter.leave_advice())
        next(iter(self._chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, event: RowId) -> None:
        self.show_view(self._presenter.delete(event))
        next(iter(self._chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self) -> None:
        self.show_view(self._presenter.undo())
