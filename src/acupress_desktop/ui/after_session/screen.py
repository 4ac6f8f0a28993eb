"""The page after a session: two figures side by side, how each point felt, anything unpleasant, a note."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind, Comfort
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.after_session_view import AfterSessionView, PointComfortView, SiteChoiceView
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.ui.after_session.advice import AdviceCard
from acupress_desktop.ui.after_session.parts import PainPart, PointRow
from acupress_desktop.ui.after_session.where import WherePart
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    MARGIN_READING_PX,
    NARROW_BELOW_PX,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_48,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, Wrap, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.checks import Chip
from acupress_desktop.ui.widgets.choices import Option, Rating
from acupress_desktop.ui.widgets.fields import NoteField
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, Lie, ScrollColumn
from acupress_desktop.ui.widgets.thumb import FootBar

Thumbs = Callable[[PointCode], QPixmap | None]
_FOLDED_TEXT_FACTOR = 1.4


class Presents(Protocol):
    """What the page needs of its presenter."""

    def view(self) -> AfterSessionView:
        """Return the page."""
        ...

    def ask(self) -> AfterSessionView:
        """Show the scale."""
        ...

    def rate(self, value: int) -> AfterSessionView:
        """Take the pain of this minute."""
        ...

    def feel(self, point: PointCode, comfort: Comfort) -> AfterSessionView:
        """Say how a point felt."""
        ...

    def nothing_unpleasant(self) -> AfterSessionView:
        """Nothing was unpleasant."""
        ...

    def tell(self, kind: AdverseKind) -> AfterSessionView:
        """Tell something unpleasant, or take it back."""
        ...

    def tell_site(self, kind: AdverseKind, point: PointCode, side: SiteSide) -> AfterSessionView:
        """Say where it was, or take that back."""
        ...

    def leave_advice(self) -> AfterSessionView:
        """The advice was read."""
        ...

    def write_note(self, note: str) -> None:
        """Take the note as typed."""
        ...

    def save(self) -> AfterSessionView | Destination:
        """Write all answers."""
        ...

    def not_now(self) -> Destination:
        """Leave."""
        ...

    def log(self) -> AfterSessionView | Destination:
        """Go to the log of unpleasant effects."""
        ...


class AfterSessionScreen(QWidget):
    """Shows an ``AfterSessionView``; ``leave`` carries the destination."""

    leave = Signal(object)
    asked = Signal()
    """The scale was answered: the caller plans when to ask again."""

    def __init__(
        self, presenter: Presents, theme: LiveTheme, thumbs: Thumbs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._thumbs = thumbs
        self._rows: dict[PointCode, PointRow] = {}
        self._chips: dict[AdverseKind, Chip] = {}
        self._title = Label(theme, "", TextRole.SUBHEAD, Tone.INK2, Wrap.ELIDE)
        self._holds = Label(theme, "", TextRole.BODY, Tone.INK2, Wrap.ELIDE)
        self._pain = PainPart(theme, presenter.view())
        self._pain.scale.rated.connect(self._rated)
        self._pain.ask_now.clicked.connect(self.ask)
        self._question = Label(theme, "", TextRole.SUBHEAD)
        self._chip_row = QWidget()
        self._chip_flow = FlowLayout(self._chip_row, SPACE_8, SPACE_12)
        self._nothing = Chip(theme, "")
        self._nothing.clicked.connect(self._say_nothing)
        self._chip_flow.addWidget(self._nothing)
        self._hint = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._where = WherePart(theme)
        self._where.told.connect(self._site_told)
        self._log = Button(theme, "", ButtonKind.QUIET)
        self._log.clicked.connect(self._go_to_log)
        self._advice = AdviceCard(theme)
        self._advice.read.connect(self._advice_read)
        self._comfort_heading = eyebrow(theme, "")
        self._point_column = QVBoxLayout()
        self._point_column.setSpacing(0)
        self._comfort_hint = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._note_label = Label(theme, "", TextRole.BODY)
        view = presenter.view()
        self._note = NoteField(theme, view.note_label, view.note_placeholder, view.note_characters_max)
        self._note.show_note(view.note)
        self._note.note_changed.connect(self._note_typed)
        self._notice = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        self._trouble = Label(theme, "", TextRole.SMALL, Tone.STOP)
        self._not_now = Button(theme, view.not_now, ButtonKind.SECONDARY, ButtonSize.MEDIUM)
        self._not_now.clicked.connect(self._leave)
        self._save = Button(theme, view.save, ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self._save.clicked.connect(self._write)
        self._build()
        theme.changed.connect(self._fold)
        self.show_view(view)

    def show_view(self, view: AfterSessionView) -> None:
        """Show ``view``."""
        self.setAccessibleName(view.page)
        self._title.show_text(view.title)
        self._holds.show_text(view.holds_line)
        self._pain.show_view(view)
        self._question.show_text(view.unpleasant_question)
        self._nothing.show_words(view.nothing)
        self._nothing.setChecked(view.nothing_chosen)
        for chip in view.unpleasant:
            shown = self._chips.get(chip.kind)
            if shown is None:
                shown = Chip(self._theme, chip.words)
                shown.clicked.connect(self._chip_clicked)
                self._chips[chip.kind] = shown
                self._chip_flow.addWidget(shown)
            shown.setChecked(chip.chosen)
        self._hint.show_text(view.unpleasant_hint)
        self._hint.setVisible(view.advice is None and not view.where)
        self._where.show_where(view.where)
        self._log.show_words(view.log)
        fresh = view.advice is not None and not self._advice.isVisible()
        self._advice.show_view(view.advice)
        if fresh:
            self._advice.take_focus()
        self._comfort_heading.show_text(view.comfort_heading)
        for point in view.points:
            row = self._rows.get(point.point)
            if row is None:
                row = self._add_row(point, view)
            row.show_comfort(point.comfort)
        self._comfort_hint.show_text(view.comfort_hint)
        self._comfort_hint.setVisible(bool(view.points))
        self._comfort_heading.setVisible(bool(view.points))
        self._note_label.show_text((Run(view.note_label, weight=Weight.STRONG),))
        self._notice.show_text(view.notice)
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))

    def _show_the_advice(self) -> None:
        """Scroll to the card whenever the page has grown while it stands: it is what matters now."""
        if self._advice.isVisible():
            self._scroll.ensureWidgetVisible(self._advice, 0, SPACE_24)

    def ask(self) -> None:
        """Show the scale, and give it the keyboard."""
        self.show_view(self._presenter.ask())
        self._pain.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> bool:
        """Write what was answered, as when the window closes; false where it could not be written."""
        result = self._presenter.save()
        if isinstance(result, AfterSessionView):
            self.show_view(result)
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _build(self) -> None:
        theme = self._theme
        self._mast_row = QHBoxLayout()
        self._mast_row.addWidget(self._title, 1)
        self._mast_row.addWidget(self._holds, 0, Qt.AlignmentFlag.AlignRight)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._between = Hairline(theme, Lie.DOWN)
        self._halves.addLayout(self._left_half(), 44)
        self._halves.addWidget(self._between)
        self._halves.addLayout(self._right_half(), 52)
        self._scroll = ScrollColumn()
        self._column = self._scroll.column
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_the_advice)
        self._column.addLayout(self._halves)
        self._column.addStretch(1)
        foot = FootBar(theme)
        self._foot_row = foot.row
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(self._trouble)
        words.addWidget(self._notice)
        words.addStretch(1)
        self._foot_row.addLayout(words, 1)
        self._foot_row.addWidget(self._not_now)
        self._foot_row.addWidget(self._save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._mast_row)
        whole.addWidget(Hairline(theme))
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)
        self.setFocusProxy(self._pain.scale)

    def _left_half(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(SPACE_16)
        left.addWidget(self._pain)
        left.addSpacing(SPACE_16)
        left.addWidget(Hairline(self._theme))
        left.addSpacing(SPACE_8)
        for part in (self._question, self._chip_row, self._hint, self._where):
            left.addWidget(part)
        left.addWidget(self._log, 0, Qt.AlignmentFlag.AlignLeading)
        left.addWidget(self._advice)
        left.addStretch(1)
        return left

    def _right_half(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(SPACE_12)
        right.addWidget(self._comfort_heading)
        right.addWidget(Hairline(self._theme))
        right.addLayout(self._point_column)
        right.addWidget(self._comfort_hint)
        right.addSpacing(SPACE_8)
        right.addWidget(self._note_label)
        right.addWidget(self._note)
        right.addStretch(1)
        return right

    def _fold(self) -> None:
        """One column where the window is narrow or the text large."""
        narrow = self.width() < NARROW_BELOW_PX
        one = self.width() < self._theme.scaled(NARROW_BELOW_PX) * 0.8 or (
            self._theme.tokens.text_factor > _FOLDED_TEXT_FACTOR
        )
        direction = QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(direction)
        self._halves.setSpacing(SPACE_24 if narrow else SPACE_48)
        self._between.setVisible(not one)
        side = margin_px(self.width())
        page = side if narrow else max(side, MARGIN_READING_PX)
        top = SPACE_24 if narrow else SPACE_48
        self._mast_row.setContentsMargins(side, SPACE_16, side, SPACE_16)
        self._column.setContentsMargins(page, top, page, SPACE_24)
        self._foot_row.setContentsMargins(page, SPACE_12, page, SPACE_12)

    def _add_row(self, point: PointComfortView, view: AfterSessionView) -> PointRow:
        options = tuple(Option(comfort, label) for comfort, label in view.comfort_options)
        row = PointRow(self._theme, point, options, self._thumbs(point.point))
        row.answers.chosen.connect(self._felt)
        self._rows[point.point] = row
        self._point_column.addWidget(row)
        self._point_column.addWidget(Hairline(self._theme))
        return row

    def _rated(self, rating: object) -> None:
        if isinstance(rating, Rating):
            self.show_view(self._presenter.rate(rating.value))
            self.asked.emit()

    def _felt(self, comfort: object) -> None:
        sender = self.sender()
        for code, row in self._rows.items():
            if row.answers is sender and isinstance(comfort, Comfort):
                self.show_view(self._presenter.feel(code, comfort))

    def _say_nothing(self) -> None:
        self.show_view(self._presenter.nothing_unpleasant())

    def _chip_clicked(self) -> None:
        sender = self.sender()
        for kind, chip in self._chips.items():
            if chip is sender:
                self.show_view(self._presenter.tell(kind))

    def _site_told(self, kind: AdverseKind, site: SiteChoiceView) -> None:
        self.show_view(self._presenter.tell_site(kind, site.point, site.side))

    def _advice_read(self) -> None:
        self.show_view(self._presenter.leave_advice())

    def _note_typed(self) -> None:
        self._presenter.write_note(self._note.note)

    def _go_to_log(self) -> None:
        self._end_with(self._presenter.log())

    def _write(self) -> None:
        self._end_with(self._presenter.save())

    def _end_with(self, result: AfterSessionView | Destination) -> None:
        if isinstance(result, AfterSessionView):
            self.show_view(result)
        else:
            self.leave.emit(result)

    def _leave(self) -> None:
        self.leave.emit(self._presenter.not_now())
