"""The guided session: the stage with its light, the panel beside it, large buttons below.

The screen keeps no time. A beat asks the presenter, which asks the session's clock; nothing beats while
nothing runs. No button takes focus by a click, so that Space keeps meaning "next".
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.presenters.session_view import PlaceView, SessionPhase, SessionView
from acupress_desktop.session.states import PauseCause
from acupress_desktop.ui.after_session.advice import AdviceCard
from acupress_desktop.ui.body_map.scene import MeasuringLine
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.bridge.ticker import Beat, Ticker
from acupress_desktop.ui.session.caption import Caption
from acupress_desktop.ui.session.controls import SessionControls
from acupress_desktop.ui.session.exercise import ExerciseStage
from acupress_desktop.ui.session.key_names import key_kind, key_name
from acupress_desktop.ui.session.mast import SessionMast
from acupress_desktop.ui.session.panel import SessionPanel
from acupress_desktop.ui.session.presenting import Pictures, Presents
from acupress_desktop.ui.session.screenful import Screenful
from acupress_desktop.ui.session.stop_card import StopCard
from acupress_desktop.ui.session.way import WayOverStage
from acupress_desktop.ui.session_stage.glow import GlowRound
from acupress_desktop.ui.session_stage.mapping import stage_view_of
from acupress_desktop.ui.session_stage.stage import SessionStage
from acupress_desktop.ui.session_stage.view import StageLook, StageScene
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_8,
    SPACE_16,
    SPACE_24,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Wrap
from acupress_desktop.ui.theme.tokens import Motion, Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.badges import SideBadge
from acupress_desktop.ui.widgets.layouts import Hairline
from acupress_desktop.ui.widgets.pill import Pill
from acupress_desktop.ui.widgets.veil import Veil

_LOOKING = (SessionPhase.READY, SessionPhase.GET_READY, SessionPhase.LEAD_IN)
"""While a hand looks for the place; a press needs the stage for itself."""
_PANEL_PX = 344
_CARD_PX = 720
_LOW_PX = 600
"""Below this height the captions are small."""
_LOWEST_PX = 300
"""Below this height, by the size of the text, the mast makes room for ring, cue, seconds and captions."""
_STAGE_MIN_PX = 200
_PANEL_NARROW_PX = 296
_FOLDED_TEXT_FACTOR = 1.5


class SessionScreen(QWidget):
    """Shows a ``SessionView``. ``over`` is emitted once, when the questions after the session may come."""

    over = Signal()
    begun = Signal(object)
    """Sentences and tones (``Spoken``) that begin now, for whoever makes them heard."""
    phased = Signal(object)
    """The ``SessionPhase``, whenever it is another one than before."""
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
        self._told_phase: SessionPhase | None = None
        view = presenter.view()
        self._mast = SessionMast(theme, view)
        self._glow = GlowRound(theme, self)
        self._stage = SessionStage(theme)
        self._way = WayOverStage(theme, self._stage)
        self._badge: SideBadge | None = None
        self._exercise = ExerciseStage(theme, pictures.own, pictures.figure())
        self._caption = Caption(theme)
        self._trouble = Label(theme, "", TextRole.SMALL, Tone.STOP)
        self._panel = SessionPanel(theme, view, pictures.thumb, pictures.own)
        self._controls = SessionControls(theme, view.acts, self)
        self._card = StopCard(theme, self)
        self._card_veil = Veil(theme, self, self._card, _CARD_PX)
        self._advice = AdviceCard(theme, self)
        self._advice_veil = Veil(theme, self, self._advice, _CARD_PX)
        self._screenful = Screenful()
        self.ticker = Ticker(self)
        self._build()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(view.title)
        theme.changed.connect(self._fold)
        self.show_view(view)

    # -- what is shown ---------------------------------------------------------------------------------

    def show_look(self, look: StageLook) -> None:
        """Draw breaths as ``look`` says."""
        self._stage.show_look(look)

    def show_view(self, view: SessionView) -> None:
        """Show ``view``, follow the clock while something runs, and speak what is new."""
        live = view.live
        self._mast.show_view(view)
        if view.place != self._shown_place:
            self._show_place(view.place)
        self._panel.show_live(live)
        self._panel.show_following(view.following)
        self._panel.show_exercise(view.exercise)
        self._panel.show_comfort(view.comfort)
        self._panel.show_calm(view.acts.calm)
        if view.exercise is not None:
            self._exercise.show_view(view.exercise)
            self._exercise.show_moment(stage_view_of(live, live.cue, view.exercise.title, view.pulse))
        self._scenes.setCurrentWidget(self._stage if view.exercise is None else self._exercise)
        self._share_seconds()
        self._caption.show_caption(view.caption)
        self._caption.setVisible(view.shows_captions)
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))
        self._controls.show_acts(view.acts)
        words = f"{view.place.eyebrow}: {view.place.badge}"
        self._stage.show_view(stage_view_of(live, live.cue, words, view.pulse))
        self._way.show_way(self._way_line if live.phase in _LOOKING else None, self._scene)
        self._show_cards(view)
        alone = view.stop_card is None and view.advice is None
        for part in (self._controls, self._mast, self._panel):
            part.setEnabled(alone)
        if not alone:
            self._controls.shut_more()
        for said in view.announcements:
            announce(self, said.text, Urgency.ASSERTIVE if said.urgent else Urgency.POLITE)
        if view.begun:
            self.begun.emit(view.begun)
        self._follow(runs=live.follows_clock)
        if live.phase is not self._told_phase:
            self._told_phase = live.phase
            self.phased.emit(live.phase)
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

    def interrupt(self, cause: PauseCause = PauseCause.PERSON) -> None:
        """Pause what runs: the computer sleeps, something in the app failed, the window closes."""
        if self._presenter.view().live.follows_clock:
            self.show_view(self._presenter.interrupt(cause))

    # -- keys ------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is None or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        self._do(act)

    def _act_of(self, event: QKeyEvent) -> SessionAct | None:
        """Return what a key does now; on the stop card only Stop, on the advice nothing."""
        if self._advice.isVisible():
            return None
        name = key_name(event)
        act = self._presenter.act_of(name, key_kind(event)) if name else None
        if self._card.isVisible():
            return SessionAct.STOP if act is SessionAct.STOP else None
        if act is SessionAct.GO_ON and self._panel.scrolls_by(name):
            return None
        return act

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

    def _do(self, act: object) -> None:
        if act is SessionAct.WHOLE_SCREEN:
            self._screenful.switch(self.window())
        elif isinstance(act, SessionAct):
            self.show_view(self._presenter.act(act))

    # -- wiring ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.ticker.ticked.connect(self._tick)
        self._stage.glowed.connect(self._glow.glow)
        self._stage.recomposed.connect(self._share_seconds)
        self._controls.acted.connect(self._do)
        self._mast.acted.connect(self._do)
        self._panel.acted.connect(self._do)
        self._card.told.connect(self._told)
        self._card.went_on.connect(self._go_on)
        self._card.ended.connect(self._end)
        self._advice.read.connect(self._advice_read)

    def _share_seconds(self) -> None:
        exercises = self._scenes.currentWidget() is self._exercise
        self._panel.leave_seconds(to_stage=self._exercise.draws if exercises else self._stage.shows_seconds)

    def _tick(self) -> None:
        self.show_view(self._presenter.tick())

    def _go_on(self) -> None:
        self._do(SessionAct.PAUSE)

    def _end(self) -> None:
        self._do(SessionAct.STOP)

    def _told(self, kind: object) -> None:
        if isinstance(kind, AdverseKind):
            self.show_view(self._presenter.stop_for(kind))

    def _advice_read(self) -> None:
        self.show_view(self._presenter.leave_advice())

    # -- layout ----------------------------------------------------------------------------------------

    def _build(self) -> None:
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
        self._stage.setMinimumHeight(_STAGE_MIN_PX)
        self._scenes = QStackedWidget()
        self._scenes.addWidget(self._stage)
        self._scenes.addWidget(self._exercise)
        self._stage_column = QVBoxLayout()
        self._stage_column.setSpacing(0)
        self._stage_column.addWidget(self._scenes, 1)
        self._caption_row = QHBoxLayout()
        self._caption_row.addWidget(self._caption)
        self._stage_column.addLayout(self._caption_row)
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
        # A new size is laid out anew, and then needs less: what stood before must not forbid it.
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._mast)
        whole.addWidget(Hairline(self._theme))
        whole.addLayout(self._body, 1)
        whole.addWidget(self._controls)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._glow.setGeometry(self.rect())
        self._fold()

    def hideEvent(self, event: QHideEvent) -> None:
        self.ticker.stop()
        self._screenful.leave(self.window())
        super().hideEvent(event)

    def _fold(self) -> None:
        """Lay out for this size; at large text the panel gets the lower half and scrolls."""
        margin = margin_px(self.width())
        narrow = self.width() < NARROW_BELOW_PX
        factor = self._theme.tokens.text_factor
        folded = factor > _FOLDED_TEXT_FACTOR and self.width() < NARROW_BELOW_PX * 1.6
        self._mast.fold(self.width(), folded=folded)
        self._controls.leave_switches_to_mast(above=self._mast.has_switches)
        self._on_stage.setContentsMargins(margin, SPACE_16 if narrow else SPACE_24, margin, 0)
        self._caption_row.setContentsMargins(margin, 0, margin, SPACE_8 if narrow else SPACE_16)
        base = _PANEL_NARROW_PX if narrow else _PANEL_PX
        width = min(round(base * max(1.0, factor * 0.8)), self.width() // 2)
        self._panel_holder.setFixedWidth(width + 2 * margin - (0 if narrow else SPACE_8))
        inner, outer = SPACE_8 if narrow else SPACE_24, margin
        left, right = (outer, inner) if self.isRightToLeft() else (inner, outer)
        self._holder.setContentsMargins(left, SPACE_24, right, SPACE_8)
        self._caption.keep_low(low=self.height() < _LOW_PX)
        self._mast.setVisible(self.height() / factor >= _LOWEST_PX)
