"""The theme that is worn now, and the signal that it changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QWidget

from acupress_desktop.ui.theme.fonts import font_for, line_px
from acupress_desktop.ui.theme.measures import duration_ms, grown, scaled
from acupress_desktop.ui.theme.palette import palette_from
from acupress_desktop.ui.theme.style_sheet import style_sheet_from
from acupress_desktop.ui.theme.tokens import (
    SCHEMES,
    ColourRoles,
    Motion,
    Scheme,
    Tokens,
    Tone,
    qcolor,
    tone_colour,
)
from acupress_desktop.ui.theme.type_roles import TextRole, Weight

TEXT_FACTOR_MIN = 1.0
TEXT_FACTOR_MAX = 2.0


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """What the person chose. ``text_factor`` is 1.0 to 2.0; anything else is refused with ``ValueError``."""

    scheme: Scheme = Scheme.LIGHT
    text_factor: float = 1.0
    motion: Motion = Motion.FULL

    def __post_init__(self) -> None:
        """Refuse a factor that no layout was drawn for."""
        if not TEXT_FACTOR_MIN <= self.text_factor <= TEXT_FACTOR_MAX:
            message = (
                f"text_factor must be {TEXT_FACTOR_MIN:g} to {TEXT_FACTOR_MAX:g}, not {self.text_factor}"
            )
            raise ValueError(message)

    @property
    def tokens(self) -> Tokens:
        """The tokens that this choice means."""
        return replace(SCHEMES[self.scheme], text_factor=self.text_factor, motion=self.motion)


class LiveTheme(QObject):
    """Holds the tokens in force and tells widgets when they change.

    A part of the window may wear another theme (the session in the evening): give that part its own
    ``LiveTheme`` and ``dress`` its root.
    """

    changed = Signal()

    def __init__(self, choice: ThemeChoice | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice or ThemeChoice()
        self._tokens = self._choice.tokens

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen last."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The tokens in force."""
        return self._tokens

    @property
    def colours(self) -> ColourRoles:
        """The colours in force."""
        return self._tokens.colours

    def choose(self, choice: ThemeChoice) -> None:
        """Wear ``choice`` from now on; widgets follow at once."""
        if choice == self._choice:
            return
        self._choice = choice
        self._tokens = choice.tokens
        self.changed.emit()

    def font(self, role: TextRole, weight: Weight | None = None) -> QFont:
        """Return the font of ``role``; shared, do not change it."""
        return font_for(self._tokens, role, weight)

    def line_px(self, role: TextRole) -> int:
        """Return the line height of ``role``."""
        return line_px(self._tokens, role)

    def scaled(self, length_px: float) -> int:
        """Return ``length_px`` times the text factor."""
        return scaled(self._tokens, length_px)

    def grown(self, height_px: float, role: TextRole) -> int:
        """Return the height of a box ``height_px`` tall at factor 1 that holds one line of ``role``."""
        return grown(self._tokens, height_px, role.value.line_px)

    def duration_ms(self, milliseconds: int) -> int:
        """Return ``milliseconds``, or 0 under reduced motion."""
        return duration_ms(self._tokens, milliseconds)

    def tone(self, tone: Tone) -> QColor:
        """Return the colour of ``tone``; shared, do not change it."""
        return qcolor(tone_colour(self._tokens, tone))


def dress_application(application: QApplication, theme: LiveTheme) -> None:
    """Put Fusion, palette, base font and style sheet of ``theme`` on the whole application, now and later."""
    application.setStyle("Fusion")
    dresser = _Dresser(application, theme)
    dresser.dress()
    theme.changed.connect(dresser.dress)


class _Dresser(QObject):
    """Redresses the application when its theme changes."""

    def __init__(self, application: QApplication, theme: LiveTheme) -> None:
        super().__init__(theme)
        self._application = application
        self._theme = theme

    def dress(self) -> None:
        tokens = self._theme.tokens
        self._application.setPalette(palette_from(tokens))
        self._application.setFont(font_for(tokens, TextRole.BODY))
        self._application.setStyleSheet(style_sheet_from(tokens))


def dress(root: QWidget, theme: LiveTheme) -> None:
    """Put the palette and style sheet of ``theme`` on ``root`` and what it holds; call again on change."""
    root.setPalette(palette_from(theme.tokens))
    root.setStyleSheet(style_sheet_from(theme.tokens))
