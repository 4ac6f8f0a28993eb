"""The guided session: the stage with its light, the panel beside it, large buttons below.

The screen keeps no time. A beat asks the presenter, which asks the session's clock; nothing beats while
nothing runs. No button takes focus by a click, so that Space keeps meaning "next".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_view import PlaceView, SessionPhase, SessionView
from acupress_desktop.ui.after_session.advice import AdviceCard
from acupress_desktop.ui.body_map.scene import MeasuringLine
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.bridge.ticker import Beat, Ticker
from acupress_desktop.ui.session.controls import SessionControls
from acupress_desktop.ui.session.panel import SessionPanel
from acupress_desktop.ui.session.stop_card import StopCard
from acupress_desktop.ui.session.way import WayOverStage
from acupress_desktop.ui.session_stage.mapping import stage_view_of
from acupress_desktop.ui.session_stage.stage import SessionStage
from acupress_desktop.ui.session_stage.view import StageScene
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_8,
    SPACE_16,
    SPACE_24,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, Wrap
from acupress_desktop.ui.theme.tokens import Motion, Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.badges import SideBadge
from acupress_desktop.ui.widgets.icon_mark import IconMark
from acupress_desktop.ui.widgets.layouts import Hairline
from acupress_desktop.ui.widgets.pill import Pill
from acupress_desktop.ui.widgets.progress import StepProgress, StepsView
from acupress_desktop.ui.widgets.veil import Veil


class Pictures(Protocol):
    """Where the screen's pictures come from."""

    def scene(self, close_up: str, point: PointCode, side: SiteSide) -> StageScene | None:
        """Return a close-up with the point on it."""
        ...

    def way(self, close_up: str, point: PointCode, side: SiteSide) -> MeasuringLine | None:
        """Return the measured way to the point, if there is one."""
        ...

    def thumb(self, point: PointCode, side: SiteSide) -> QPixmap | None:
        """Return a small picture."""
        ...


_LOOKING = (SessionPhase.READY, SessionPhase.GET_READY, SessionPhase.LEAD_IN)
"""While a hand looks for the place; a press needs the stage for itself."""
_PANEL_PX = 344
_CARD_PX = 720
_LOW_PX = 600
"""Below this height the panel scrolls, so the seconds come first."""
_CAPTION_PX = 600
_PANEL_NARROW_PX = 296
_FOLDED_TEXT_FACTOR = 1.5


class Presents(Protocol):
    """What the screen needs of its presenter."""

    @property
    def over(self) -> bool:
        """Whether the session is done with this screen."""
        ...

    def view(self) -> SessionView:
        """Return the screen."""
        ...

    def tick(self) -> SessionView:
        """Let time pass."""
        ...

    def next(self) -> SessionView:
        """Begin, go on, or end this hold and move on."""
        ...

    def repeat(self) -> SessionView:
        """This site again."""
        ...

    def pause_or_go_on(self) -> SessionView:
        """Pause, or end the pause."""
        ...

    def longer(self) -> SessionView:
        """Fifteen seconds more."""
        ...

    def skip(self) -> SessionView:
        """Leave this site out."""
        ...

    def stop(self) -> SessionView:
        """Hands off."""
        ...

    def stop_for(self, kind: AdverseKind) -> SessionView:
        """Something unpleasant."""
        ...

    def leave_advice(self) -> SessionView:
        """The advice was read."""
        ...

    def breathing(self) -> SessionView:
        """Switch the breathing guide."""
        ...


class SessionScreen(QWidget):
    """Shows a ``SessionView``. ``over`` is emitted once, when the questions after the session may come."""

    over = Signal()
    leave = Signal(object)
    """Never used by the session itself: it is left through ``over``."""

    def __init__(
        self,
        presenter: Presents,
        theme: LiveTheme,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._pictures = pictures
        self._scene: StageScene | None = None
        self._way_line: MeasuringLine | None = None
        self._shown_place: PlaceView | None = None
        self._told_over = False
        view = presenter.view()
        self._title = Label(theme, view.title, TextRole.SUBHEAD, Tone.INK, Wrap.ELIDE)
        self._steps = StepProgress(theme)
        self._step = Label(theme, "", TextRole.BODY, Tone.INK2, Wrap.ELIDE)
        self._stage = SessionStage(theme)
        self._way = WayOverStage(theme, self._stage)
        self._badge: SideBadge | None = None
        self._sound = IconMark(theme, Icon.CAPTIONS, Tone.INK2)
        self._caption = Label(theme, "", TextRole.SPOKEN, Tone.INK2)
        self._trouble = Label(theme, "", TextRole.SMALL, Tone.STOP)
        self._panel = SessionPanel(theme, view, pictures.thumb)
        self._controls = SessionControls(theme, view.acts, view.acts.more)
        self._card = StopCard(theme, self)
        self._card_veil = Veil(theme, self, self._card, _CARD_PX)
        self._advice = AdviceCard(theme, self)
        self._advice_veil = Veil(theme, self, self._advice, _CARD_PX)
        self.ticker = Ticker(self)
        self._build()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(view.title)
        theme.changed.connect(self._fold)
        self.show_view(view)

    # -- what is shown ---------------------------------------------------------------------------------

    def show_view(self, view: SessionView) -> None:
        """Show ``view``, follow the clock while something runs, and speak what is new."""
        live = view.live
        self._steps.show_steps(StepsView(live.step_shares, view.steps_spoken))
        self._step.show_text((Run(f"{view.step}, "), Run(live.time_left, Tone.INK)))
        if view.place != self._shown_place:
            self._show_place(view.place)
        self._panel.show_live(live)
        self._panel.show_following(view.following)
        self._caption.show_text(view.caption)
        self._sound.setVisible(bool(view.caption))
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))
        self._controls.show_acts(view.acts)
        words = f"{view.place.eyebrow}: {view.place.badge}"
        self._stage.show_view(stage_view_of(live, live.cue, words))
        self._way.show_way(self._way_line if live.phase in _LOOKING else None, self._scene)
        self._show_cards(view)
        self._controls.setEnabled(view.stop_card is None and view.advice is None)
        for said in view.announcements:
            announce(self, said.text, Urgency.ASSERTIVE if said.urgent else Urgency.POLITE)
        self._follow(runs=live.follows_clock)
        if self._presenter.over and not self._told_over:
            self._told_over = True
            self.over.emit()

    def _show_cards(self, view: SessionView) -> None:
        """Show the stop card or the advice over everything, and give the keyboard back afterwards."""
        before = self._card.isVisible() or self._advice.isVisible()
        self._card.show_view(view.stop_card)
        self._advice.show_view(view.advice)
        self._card_veil.show_card(shown=view.stop_card is not None)
        self._advice_veil.show_card(shown=view.advice is not None)
        now = view.stop_card is not None or view.advice is not None
        if now and not before:
            (self._card if view.stop_card is not None else self._advice).take_focus()
        elif before and not now:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self, place: PlaceView) -> None:
        before = self._shown_place
        self._shown_place = place
        self._panel.show_place(place)
        if before is None or (before.point, before.side) != (place.point, place.side):
            where = (place.close_up, place.point, place.side)
            self._scene = self._pictures.scene(*where)
            self._way_line = self._pictures.way(*where)
            self._stage.show_scene(self._scene)
        side = place.side.side
        self._middle.setVisible(side is None)
        self._middle.show_text(place.badge)
        if side is not None:
            if self._badge is None:
                self._badge = SideBadge(self._theme, side, place.badge, parent=self._stage)
                self._badge_row.insertWidget(0, self._badge)
            self._badge.show_side(side, place.badge)
        if self._badge is not None:
            self._badge.setVisible(side is not None)

    def _follow(self, *, runs: bool) -> None:
        if not runs:
            self.ticker.stop()
            return
        still = self._theme.tokens.motion is Motion.REDUCED
        self.ticker.start(Beat.SECONDS if still else Beat.ANIMATION_30)

    @property
    def phase(self) -> SessionPhase:
        """What the person does just now."""
        return self._presenter.view().live.phase

    def interrupt(self) -> None:
        """Pause what runs, because something in the app failed or the window closes."""
        if self._presenter.view().live.phase.runs:
            self.show_view(self._presenter.pause_or_go_on())

    # -- keys ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        self.show_view(act())

    def _act_of(self, event: QKeyEvent) -> Callable[[], SessionView] | None:
        keys = self._presenter
        if self._advice.isVisible():
            return None
        if self._card.isVisible():
            return keys.stop if event.key() == Qt.Key.Key_Escape else None
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Right:
                return keys.next
            case Qt.Key.Key_Space | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return keys.next
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left:
                return keys.repeat
            case Qt.Key.Key_B:
                return keys.pause_or_go_on
            case Qt.Key.Key_Escape:
                return keys.stop
            case Qt.Key.Key_L | Qt.Key.Key_Plus:
                return keys.longer
            case Qt.Key.Key_S:
                return keys.skip
            case Qt.Key.Key_W:
                return keys.breathing
            case _:
                return None

    def event(self, event: QEvent) -> bool:
        """Give a focused button its Space and Enter; everything else comes here first."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focused = self.focusWidget()
            mine = self._act_of(event) is not None
            button_keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if mine and not (isinstance(focused, QAbstractButton) and event.key() in button_keys):
                event.accept()
                return True
        return super().event(event)

    # -- wiring ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.ticker.ticked.connect(self._tick)
        self._controls.stopped.connect(self._stop)
        self._controls.paused.connect(self._pause)
        self._controls.lengthened.connect(self._longer)
        self._controls.repeated.connect(self._repeat)
        self._controls.breathing_switched.connect(self._breathing)
        self._controls.skipped.connect(self._skip)
        self._card.told.connect(self._told)
        self._card.went_on.connect(self._pause)
        self._card.ended.connect(self._stop)
        self._advice.read.connect(self._advice_read)

    def _tick(self) -> None:
        self.show_view(self._presenter.tick())

    def _stop(self) -> None:
        self.show_view(self._presenter.stop())

    def _pause(self) -> None:
        self.show_view(self._presenter.pause_or_go_on())

    def _longer(self) -> None:
        self.show_view(self._presenter.longer())

    def _repeat(self) -> None:
        self.show_view(self._presenter.repeat())

    def _breathing(self) -> None:
        self.show_view(self._presenter.breathing())

    def _skip(self) -> None:
        self.show_view(self._presenter.skip())

    def _told(self, kind: object) -> None:
        if isinstance(kind, AdverseKind):
            self.show_view(self._presenter.stop_for(kind))

    def _advice_read(self) -> None:
        self.show_view(self._presenter.leave_advice())

    # -- layout ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._mast = QHBoxLayout()
        self._mast.setSpacing(SPACE_24)
        self._mast.addWidget(self._title, 1)
        self._mast.addWidget(self._steps, 0, Qt.AlignmentFlag.AlignVCenter)
        self._mast.addWidget(self._step, 1)
        self._step.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._middle = Label(self._theme, "", TextRole.BODY, Tone.INK2, Wrap.ELIDE)
        on_stage = QVBoxLayout(self._stage)
        pill = Pill(self._theme)
        self._badge_row = pill.row
        self._badge_row.addWidget(self._middle)
        row = QHBoxLayout()
        row.addWidget(pill)
        row.addStretch(1)
        on_stage.addLayout(row)
        on_stage.addStretch(1)
        self._on_stage = on_stage
        caption = QHBoxLayout()
        caption.setSpacing(SPACE_16)
        caption.addStretch(1)
        caption.addWidget(self._sound, 0, Qt.AlignmentFlag.AlignTop)
        caption.addWidget(self._caption)
        caption.addStretch(1)
        self._stage_column = QVBoxLayout()
        self._stage_column.setSpacing(0)
        self._stage_column.addWidget(self._stage, 1)
        self._caption_row = caption
        self._stage_column.addLayout(caption)
        self._stage_column.addWidget(self._trouble)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addLayout(self._stage_column, 1)
        self._panel_holder = QWidget()
        holder = QVBoxLayout(self._panel_holder)
        holder.addWidget(self._panel)
        self._holder = holder
        self._body.addWidget(self._panel_holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._mast)
        whole.addWidget(Hairline(self._theme))
        whole.addLayout(self._body, 1)
        whole.addWidget(self._controls)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def hideEvent(self, event: QHideEvent) -> None:
        self.ticker.stop()
        super().hideEvent(event)

    def _fold(self) -> None:
        """Lay out for this size; at large text the panel gets the lower half and scrolls."""
        margin = margin_px(self.width())
        narrow = self.width() < NARROW_BELOW_PX
        factor = self._theme.tokens.text_factor
        folded = factor > _FOLDED_TEXT_FACTOR and self.width() < NARROW_BELOW_PX * 1.6
        edge = SPACE_8 if narrow else SPACE_16
        self._mast.setContentsMargins(margin, edge, margin, edge)
        self._on_stage.setContentsMargins(margin, SPACE_16 if narrow else SPACE_24, margin, 0)
        self._caption_row.setContentsMargins(margin, 0, margin, SPACE_8 if narrow else SPACE_16)
        base = _PANEL_NARROW_PX if narrow else _PANEL_PX
        width = min(round(base * max(1.0, factor * 0.8)), self.width() // 2)
        self._panel_holder.setFixedWidth(width + 2 * margin - (0 if narrow else SPACE_8))
        self._holder.setContentsMargins(SPACE_8 if narrow else SPACE_24, SPACE_24, margin, SPACE_8)
        self._steps.setVisible(self.width() >= 900 and not folded)
        low = self.height() < self._theme.scaled(_LOW_PX)
        self._panel.fold(folded=folded or low, small=narrow)
        self._caption.setMaximumWidth(self._theme.scaled(_CAPTION_PX))
