"""Text on screen: always plain, in the type scale's line height, wrapping or eliding, never clipped.

``QLabel`` sniffs for rich text: a note that holds ``<img src=file://...>`` would be drawn. These do not.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight

_UNBOUND_PX = 16_777_215.0
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in its own tone or weight inside one label."""

    text: str
    tone: Tone | None = None
    weight: Weight | None = None


class Wrap(Enum):
    """What a label does with text that is wider than it."""

    WORDS = "wraps at words"
    ELIDE = "ends with an ellipsis; the whole text is its tooltip"


Text = str | tuple[Run, ...]


def runs_of(text: Text) -> tuple[Run, ...]:
    """Return ``text`` as runs."""
    return (Run(text),) if isinstance(text, str) else text


def words_of(text: Text) -> str:
    """Return ``text`` without its tones, as it is read aloud."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


class Label(QLabel):
    """Plain text in a role of the type scale.

    ``Label(theme, text, role, tone, wrap)``; ``text`` is a string or a tuple of ``Run``. Screen readers get
    the words. ``show_text`` replaces the text.
    """

    def __init__(
        self,
        theme: LiveTheme,
        text: Text = "",
        role: TextRole = TextRole.BODY,
        tone: Tone = Tone.INK,
        wrap: Wrap = Wrap.WORDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._role = role
        self._tone = tone
        self._wrap = wrap
        self._runs: tuple[Run, ...] = ()
        self._cache: tuple[int, QTextLayout, int, float] | None = None
        self._line_counts: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap is Wrap.WORDS)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._restyle)
        self.show_text(text)

    def show_text(self, text: Text) -> None:
        """Show ``text`` instead."""
        runs = runs_of(text)
        if runs == self._runs:
            return
        self._runs = runs
        self.setText(words_of(text))
        self._restyle()

    def show_role(self, role: TextRole) -> None:
        """Be set as ``role`` from now on."""
        if role is not self._role:
            self._role = role
            self._restyle()

    def show_tone(self, tone: Tone) -> None:
        """Wear ``tone`` from now on."""
        if tone is not self._tone:
            self._tone = tone
            self.update()
            self._cache = None

    def _restyle(self) -> None:
        self._cache = None
        self._line_counts.clear()
        self.setFont(self._theme.font(self._role))
        self.updateGeometry()
        self.update()

    def _formats(self, shown: str) -> list[QTextLayout.FormatRange]:
        ranges = []
        start = 0
        for run in self._runs:
            length = min(len(run.text), len(shown) - start)
            if length <= 0:
                break
            part = QTextLayout.FormatRange()
            part.start = start
            part.length = length
            style = part.format
            style.setForeground(self._theme.tone(run.tone or self._tone))
            if run.weight is not None:
                style.setFont(self._theme.font(self._role, run.weight))
            part.format = style
            ranges.append(part)
            start += length
        return ranges

    def _laid_out(self, width_px: int) -> tuple[QTextLayout, int, float]:
        """Lay the text out in ``width_px``; return layout, number of lines and widest line."""
        if self._cache is not None and self._cache[0] == width_px:
            return self._cache[1:]
        shown = self.text()
        if self._wrap is Wrap.ELIDE:
            shown = self._elided(shown, width_px)
        layout = QTextLayout(shown.replace("\n", "\u2028"), self._theme.font(self._role))
        option = QTextOption()
        # One rule for every line: nothing is clipped, so a single word wider than the label breaks inside.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        option.setAlignment(QStyle.visualAlignment(self.layoutDirection(), self.alignment()))
        layout.setTextOption(option)
        layout.setFormats(self._formats(shown))
        line_px = self._theme.line_px(self._role)
        count, widest = 0, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width_px))
            line.setPosition(QPointF(0.0, count * line_px + (line_px - line.height()) / 2))
            widest = max(widest, line.naturalTextWidth())
            count += 1
        layout.endLayout()
        self._cache = (width_px, layout, max(1, count), widest)
        return self._cache[1:]

    def _elided(self, shown: str, width_px: int) -> str:
        strong = any(run.weight is Weight.STRONG for run in self._runs)
        metrics = QFontMetricsF(self._theme.font(self._role, Weight.STRONG if strong else None))
        if self._natural_px() <= width_px:
            return shown
        return metrics.elidedText(shown, Qt.TextElideMode.ElideRight, width_px) or _ELLIPSIS

    def _natural_px(self) -> float:
        """Width of the widest line when nothing wraps."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self._theme.font(self._role))
        layout.setFormats(self._formats(self.text()))
        widest = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(_UNBOUND_PX)
            widest = max(widest, line.naturalTextWidth())
        layout.endLayout()
        return widest

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        lines = self.text().count("\n") + 1
        width = math.ceil(self._natural_px()) + 1 + margins.left() + margins.right()
        if self._wrap is Wrap.WORDS and self.maximumWidth() < width:
            width = self.maximumWidth()
            lines = self._laid_out(width - margins.left() - margins.right())[1]
        return QSize(width, lines * self._theme.line_px(self._role) + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        one = self._theme.line_px(self._role)
        if self._wrap is Wrap.ELIDE:
            return QSize(min(self.sizeHint().width(), 2 * one), one)
        metrics = QFontMetricsF(self._theme.font(self._role, Weight.STRONG))
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
        return QSize(math.ceil(min(longest + 2, _WORD_MAX_PX)), one)

    def hasHeightForWidth(self) -> bool:
        return self._wrap is Wrap.WORDS

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        # A column asks for several widths in turn, and for each of them many times.
        count = self._line_counts.get(inner)
        if count is None:
            count = self._line_counts[inner] = self._laid_out(inner)[1]
        return count * self._theme.line_px(self._role) + margins.top() + margins.bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wrap is Wrap.ELIDE:
            self.setToolTip(self.text() if self._natural_px() > self.contentsRect().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        box: QRect = self.contentsRect()
        layout, count, _widest = self._laid_out(box.width())
        height = count * self._theme.line_px(self._role)
        top = float(box.top())
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0, (box.height() - height) / 2)
        elif self.alignment() & Qt.AlignmentFlag.AlignBottom:
            top += max(0, box.height() - height)
        painter = QPainter(self)
        painter.setPen(self._theme.tone(self._tone))
        layout.draw(painter, QPointF(box.left(), top))


_WORD_MAX_PX = 480
"""A word longer than this breaks instead of widening the window."""


def plain_label(
    theme: LiveTheme, text: Text = "", role: TextRole = TextRole.BODY, tone: Tone = Tone.INK
) -> Label:
    """Make a wrapping label for ``text``, which is drawn as written whatever it holds."""
    return Label(theme, text, role, tone)


def eyebrow(theme: LiveTheme, text: str, tone: Tone = Tone.INK3) -> Label:
    """Make the small line in capitals above a title."""
    return Label(theme, text, TextRole.EYEBROW, tone)
