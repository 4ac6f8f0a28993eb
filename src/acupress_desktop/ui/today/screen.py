"""The home page: what comes next at the left, the body at the right."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.region_plates import RegionPlates
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.pieces import ActView, NoticeKind, NoticeView
from acupress_desktop.presenters.today_view import SparkView, TodayView
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.flow.frame import ONE_COLUMN_FROM_FACTOR
from acupress_desktop.ui.plan.parts import EvidenceBlock
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    TEXT_COLUMN_MAX_PX,
    WIDE_FROM_PX,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.today.body_panel import BodyPanel
from acupress_desktop.ui.today.notice_card import NoticeCard
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.cards import CardKind
from acupress_desktop.ui.widgets.layouts import Hairline, ScrollColumn
from acupress_desktop.ui.widgets.sparkline import Sparkline, SparklineView

Answered = TodayView | Destination
_TEXT_PX = 504
_NARROW_BODY_PX = 320
_START_PX = 216


class Presents(Protocol):
    """What the page needs of its presenter."""

    def present(self) -> TodayView:
        """Show the page as it is now."""
        ...

    def start(self) -> Destination:
        """Go to the questions."""
        ...

    def low_energy(self) -> Destination:
        """Go to the questions, for the short way through the set."""
        ...

    def change(self) -> Destination:
        """Choose another set."""
        ...

    def check_in(self) -> Destination:
        """Write an entry."""
        ...

    def log(self) -> Destination:
        """Tell something unpleasant."""
        ...

    def open_point(self, point: PointCode, site: SiteSide | None = None) -> Destination:
        """Look a point up."""
        ...

    def turn_body(self) -> TodayView:
        """Turn the figure."""
        ...

    def act(self, key: str) -> Answered:
        """Follow the first act of a notice."""
        ...

    def other_act(self, key: str) -> Answered:
        """Follow the second act of a notice."""
        ...


class TodayScreen(QWidget):
    """Shows a ``TodayView``; ``leave`` carries the destination.

    Made with a view from the glance alone it can be painted before anything is loaded; ``go_live`` hands it
    the presenter later, ``show_album`` the pictures.
    """

    leave = Signal(object)

    def __init__(
        self,
        view: TodayView,
        theme: LiveTheme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presenter: Presents | None = None
        self._notices: tuple[NoticeView, ...] | None = None
        self._unfolded = False
        self._eyebrow = eyebrow(theme, "")
        self._title = Label(theme, "", TextRole.DISPLAY)
        self._summary = Label(theme, "", TextRole.LEAD, Tone.INK2)
        self._start = Button(
            theme, view.start.label, ButtonKind.PRIMARY, ButtonSize.MAIN, ButtonExtras(Icon.PLAY)
        )
        self._start.clicked.connect(self._go)
        self._low_energy = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.MAIN)
        self._low_energy.clicked.connect(self._go_low_energy)
        self._day_line = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._change = Button(theme, "", ButtonKind.QUIET)
        self._change.clicked.connect(self._go_change)
        self._spark_heading = eyebrow(theme, "")
        self._spark = Sparkline(theme)
        self._spark_empty = Label(theme, "", TextRole.SMALL, Tone.INK3)
        self._check_in = Button(theme, view.check_in)
        self._check_in.clicked.connect(self._go_check_in)
        self._last = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._last_detail = Label(theme, "", TextRole.SMALL)
        self._log = Button(theme, view.log, ButtonKind.QUIET)
        self._log.clicked.connect(self._go_log)
        self._evidence = EvidenceBlock(theme)
        self._fold_evidence = Button(theme, "", ButtonKind.QUIET)
        self._fold_evidence.clicked.connect(self._unfold)
        self._evidence_line = Hairline(theme)
        self.body_panel = BodyPanel(theme)
        self.body_panel.point_asked.connect(self._go_point)
        self.body_panel.turned.connect(self._turn)
        self._build()
        theme.changed.connect(self._fold)
        self.show_view(view)
        self.setFocusProxy(self._start)
        self._fold()

    def go_live(self, presenter: Presents) -> None:
        """Take the presenter: from now on buttons lead somewhere."""
        self._presenter = presenter
        self.show_view(presenter.present())

    def show_album(self, album: BodyAlbum | None, plates: RegionPlates | None = None) -> None:
        """Draw the body from these pictures; ``plates`` let sore areas be tinted."""
        self.body_panel.show_album(album, plates)

    @property
    def title(self) -> QWidget:
        """The name of the set, with the part of the day."""
        return self._title

    @property
    def dated(self) -> tuple[QWidget, ...]:
        """Whatever says another thing tomorrow, the title apart."""
        return (self._eyebrow, self._spark_heading, self._spark, self._last, self._last_detail)

    def show_timeless(self, title: str) -> None:
        """Put a title without a time of day in the place of the title."""
        self._title.show_text(title)

    def refresh(self) -> None:
        """Show the page as it is now, as after a write or at midnight."""
        if self._presenter is not None:
            self.show_view(self._presenter.present())

    def show_view(self, view: TodayView) -> None:
        """Show ``view``."""
        self.setAccessibleName(view.page)
        self._eyebrow.show_text(view.eyebrow)
        # The second half of a title ("this evening") begins a line of its own.
        self._title.show_text(view.title.replace(", ", ",\n", 1))
        self._title.setAccessibleName(view.title)
        self._summary.show_text(view.summary)
        self._start.show_words(view.start.label)
        self._start.show_icon(Icon.PLAY if view.change else None)
        self._start.setEnabled(view.start.ready)
        self._start.setAccessibleDescription(view.start.blocked_because or view.start.detail)
        self._show_low_energy(view.low_energy)
        self._day_line.show_text(view.day_line)
        self._day_line.setVisible(bool(view.day_line))
        self._change.show_words(view.change)
        self._change.setVisible(bool(view.change))
        self._show_spark(view.spark)
        self._check_in.show_words(view.check_in)
        self._log.show_words(view.log)
        self._last.show_text(view.last_entry)
        self._last_detail.show_text(view.last_entry_detail)
        self._last_detail.setVisible(bool(view.last_entry_detail))
        self._evidence_known = view.evidence is not None
        if view.evidence is not None:
            self._evidence.show_evidence(view.evidence)
        self._fold_evidence.show_words(view.evidence_fold)
        self._show_notices(view.notices)
        self.body_panel.show_body(view.body)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # --- Building

    def _show_low_energy(self, view: ActView | None) -> None:
        self._low_energy.setVisible(view is not None)
        if view is not None:
            self._low_energy.show_words(view.label, view.detail)
            self._low_energy.setEnabled(view.ready)
            if view.blocked_because:
                self._low_energy.setAccessibleDescription(view.blocked_because)

    def _show_spark(self, view: SparkView) -> None:
        self._spark_heading.show_text(view.heading)
        self._spark.show_days(
            SparklineView(
                values=tuple(day.value for day in view.days),
                sessions=tuple(place for place, day in enumerate(view.days) if day.sessions),
                first_day=view.first,
                last_day=view.last,
                session_key=view.legend,
                words=view.spoken,
            )
        )
        self._spark.setVisible(not view.empty)
        self._spark_empty.show_text(view.empty)
        self._spark_empty.setVisible(bool(view.empty))

    def _show_notices(self, notices: tuple[NoticeView, ...]) -> None:
        if notices == self._notices:
            return
        self._notices = notices
        self._notice_column.setContentsMargins(0, 0, 0, SPACE_16 if notices else 0)
        clear(self._notice_column)
        for notice in notices:
            kind = CardKind.CAUTION if notice.kind is NoticeKind.CAUTION else CardKind.PLAIN
            card = NoticeCard(self._theme, notice, kind)
            card.acted.connect(self._act)
            card.acted_otherwise.connect(self._act_otherwise)
            self._notice_column.addWidget(card)

    def _build(self) -> None:
        self._notice_column = QVBoxLayout()
        self._notice_column.setSpacing(SPACE_12)
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._acts.setSpacing(SPACE_16)
        self._acts.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeading)
        self._acts.addWidget(self._low_energy, 1)
        self._day_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._day_row.setSpacing(SPACE_8)
        self._day_row.addWidget(self._day_line, 0, Qt.AlignmentFlag.AlignVCenter)
        self._day_row.addWidget(self._change, 0)
        self._day_row.addStretch(1)
        last = QVBoxLayout()
        last.setSpacing(0)
        last.addStretch(1)
        last.addWidget(self._last)
        last.addWidget(self._last_detail)
        last.addStretch(1)
        self._check_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._check_row.setSpacing(SPACE_16)
        self._check_row.addWidget(self._check_in, 0)
        self._check_row.addLayout(last, 1)
        self._build_text()

    def _build_text(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addLayout(self._notice_column)
        for part, after in ((self._eyebrow, SPACE_12), (self._title, SPACE_12), (self._summary, SPACE_16)):
            text.addWidget(part)
            text.addSpacing(after)
        text.addLayout(self._acts)
        text.addSpacing(SPACE_4)
        text.addLayout(self._day_row)
        text.addSpacing(SPACE_12)
        text.addWidget(Hairline(self._theme))
        text.addSpacing(SPACE_16)
        text.addWidget(self._spark_heading)
        text.addSpacing(SPACE_8)
        text.addWidget(self._spark)
        text.addWidget(self._spark_empty)
        text.addSpacing(SPACE_16)
        text.addLayout(self._check_row)
        text.addSpacing(SPACE_4)
        text.addWidget(self._log, 0, Qt.AlignmentFlag.AlignLeading)
        text.addSpacing(SPACE_8)
        text.addWidget(self._evidence_line)
        text.addSpacing(SPACE_8)
        text.addWidget(self._fold_evidence, 0, Qt.AlignmentFlag.AlignLeading)
        text.addWidget(self._evidence)
        text.addStretch(1)
        self._text_widget = QWidget()
        self._text_widget.setLayout(text)
        text.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn()
        self._scroll.column.addWidget(self._text_widget)
        self._halves = QHBoxLayout(self)
        self._halves.addWidget(self._scroll, 0)
        self._halves.addWidget(self.body_panel, 1)

    def _fold(self) -> None:
        """Two columns, the body narrower in a narrow window; one column where text is large."""
        theme = self._theme
        one = theme.tokens.text_factor > ONE_COLUMN_FROM_FACTOR or self.width() < _TEXT_PX + 240
        narrow = self.width() < NARROW_BELOW_PX
        side = margin_px(self.width())
        top = SPACE_16 if narrow else SPACE_32
        self._halves.setContentsMargins(side, top, side, SPACE_16)
        self._halves.setSpacing(SPACE_24 if narrow else SPACE_48)
        inside = self._scroll.column.indexOf(self.body_panel) >= 0
        if one and not inside:
            self._scroll.column.addWidget(self.body_panel)
            self.body_panel.setMinimumHeight(theme.scaled(320))
        elif not one and inside:
            self._halves.addWidget(self.body_panel, 1)
            self.body_panel.setMinimumHeight(0)
        room = self.width() - 2 * side - self._halves.spacing()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        if one:
            self._scroll.setMinimumWidth(0)
            self._scroll.setMaximumWidth(16_777_215)
        else:
            wide = TEXT_COLUMN_MAX_PX if self.width() >= WIDE_FROM_PX else _TEXT_PX
            text = min(theme.scaled(wide), room - _NARROW_BODY_PX) if narrow else theme.scaled(wide)
            self._scroll.setFixedWidth(min(text, room - _NARROW_BODY_PX) + bar)
        direction = QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        for row in (self._day_row, self._check_row):
            row.setDirection(direction)
        self._fold_acts(room if one else self._scroll.maximumWidth() - bar)
        folded = narrow and not self._unfolded
        self._fold_evidence.setVisible(folded and self._evidence_known)
        self._evidence.setVisible(self._evidence_known and not folded)
        self._evidence_line.setVisible(self._evidence_known)

    def _fold_acts(self, room_px: int) -> None:
        """The two acts stand beside each other where both fit, else one below the other."""
        self._start.setMinimumWidth(self._theme.scaled(_START_PX))
        start = max(self._theme.scaled(_START_PX), self._start.sizeHint().width())
        needed = start + SPACE_16 + self._low_energy.sizeHint().width()
        below = not self._low_energy.isHidden() and needed > room_px
        across = QBoxLayout.Direction.LeftToRight
        self._acts.setDirection(QBoxLayout.Direction.TopToBottom if below else across)
        leading = Qt.AlignmentFlag.AlignLeading if below else Qt.AlignmentFlag(0)
        self._acts.setAlignment(self._low_energy, leading)

    # --- Acting

    def _take(self, result: Answered) -> None:
        if isinstance(result, TodayView):
            self.show_view(result)
        else:
            self.leave.emit(result)

    def _go(self) -> None:
        if self._presenter is not None:
            self.leave.emit(self._presenter.start())

    def _go_low_energy(self) -> None:
        if self._presenter is not None:
            self.leave.emit(self._presenter.low_energy())

    def _go_change(self) -> None:
        if self._presenter is not None:
            self.leave.emit(self._presenter.change())

    def _go_log(self) -> None:
        if self._presenter is not None:
            self.leave.emit(self._presenter.log())

    def _go_check_in(self) -> None:
        if self._presenter is not None:
            self.leave.emit(self._presenter.check_in())

    def _go_point(self, key: object) -> None:
        if self._presenter is not None and isinstance(key, tuple):
            point, site = key
            self.leave.emit(self._presenter.open_point(point, site))

    def _turn(self) -> None:
        if self._presenter is not None:
            self.show_view(self._presenter.turn_body())

    def _act(self, key: str) -> None:
        if self._presenter is not None:
            self._take(self._presenter.act(key))

    def _act_otherwise(self, key: str) -> None:
        if self._presenter is not None:
            self._take(self._presenter.other_act(key))

    def _unfold(self) -> None:
        self._unfolded = True
        self._fold()
