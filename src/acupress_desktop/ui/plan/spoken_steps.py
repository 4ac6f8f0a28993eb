"""Before a session: whether the steps are spoken, or why nothing speaks on this computer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.settings import OnOff, Settings, VoiceDetail
from acupress_desktop.ui.bridge.announcing import announce
from acupress_desktop.ui.bridge.speech import Speech, voice_is_wanted
from acupress_desktop.ui.bridge.voice import reader_is_active
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import CHECK_AIR_CLOSE_PX
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.checks import CheckBox
from acupress_desktop.words import hearing


class SpokenSteps(QWidget):
    """``SpokenSteps(theme, speech, chosen, change)``: one tick; a line in its place where nothing speaks.

    ``chosen`` returns the settings, ``change`` keeps others and has them take effect.
    """

    def __init__(
        self,
        theme: LiveTheme,
        speech: Speech,
        chosen: Callable[[], Settings],
        change: Callable[[Settings], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._speech = speech
        self._chosen = chosen
        self._change = change
        self.tick = CheckBox(theme, hearing.speak_the_steps(), air_px=CHECK_AIR_CLOSE_PX)
        self.tick.setAccessibleDescription(hearing.speak_the_steps_hint())
        self.tick.setToolTip(hearing.speak_the_steps_hint())
        self.tick.clicked.connect(self._turn)
        self._line = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tick)
        column.addWidget(self._line)
        speech.changed.connect(self._look)
        self._look()

    @property
    def line(self) -> str:
        """What stands in the place of the tick; empty where the steps can be spoken."""
        return self._line.text()

    def _look(self) -> None:
        """Show the tick as the settings are, or why there is none."""
        if reader_is_active():
            line = hearing.reader_speaks()
        else:
            line = hearing.no_voice_before() if self._speech.voice.standing.is_missing else ""
        had_keyboard = self.tick.hasFocus()
        self.tick.setChecked(voice_is_wanted(self._chosen()))
        if line == self._line.text() and self.tick.isHidden() is bool(line):
            return
        self._line.show_text(line)
        self._line.setVisible(bool(line))
        if had_keyboard and line:
            self.focusNextChild()
        self.tick.setVisible(not line)
        if line and self.isVisible():
            announce(self, line)

    def _turn(self) -> None:
        settings = self._chosen()
        if voice_is_wanted(settings):
            self._change(replace(settings, voice=OnOff.OFF))
        else:
            # Where only tones were wanted, speaking the steps means more than that.
            tones = settings.voice_detail is VoiceDetail.TONES
            detail = VoiceDetail.BRIEF if tones else settings.voice_detail
            self._change(replace(settings, voice=OnOff.ON, voice_detail=detail))
        self._look()
