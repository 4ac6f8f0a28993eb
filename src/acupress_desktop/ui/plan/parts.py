"""Parts of the page before a session: a card for each point, a line for each thing left out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.presenters.pieces import EvidenceView
from acupress_desktop.presenters.plan_view import (
    LeftOutView,
    LimitView,
    OccasionPartView,
    PointCardView,
)
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.icon_mark import IconMark
from acupress_desktop.ui.widgets.layouts import Hairline
from acupress_desktop.ui.widgets.thumb import Thumb

THUMB_PX = 72


class PointRow(QWidget):
    """One point that will be pressed; ``reached`` carries its code when the person cannot reach it."""

    reached = Signal(object)

    def __init__(
        self, theme: LiveTheme, view: PointCardView, picture: QPixmap | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._point = view.point
        self.setAccessibleName(view.spoken)
        thumb = Thumb(theme, picture, THUMB_PX)
        thumb.setVisible(picture is not None)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        name = (Run(f"{view.number}  ", Tone.ACCENT, Weight.STRONG), Run(view.name, weight=Weight.STRONG))
        words.addWidget(Label(theme, name, TextRole.BODY))
        words.addWidget(Label(theme, view.place, TextRole.CAPTION, Tone.INK3))
        words.addWidget(Label(theme, view.dose, TextRole.SMALL, Tone.INK2))
        if view.notes:
            words.addWidget(Label(theme, "; ".join(view.notes), TextRole.SMALL, Tone.CAUTION))
        far = Button(theme, view.cannot_reach, ButtonKind.QUIET)
        far.setAccessibleDescription(view.name)
        far.clicked.connect(self._say_far)
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        row.setSpacing(SPACE_16)
        row.addWidget(thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(far, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(Hairline(theme))

    def _say_far(self) -> None:
        self.reached.emit(self._point)


class LeftOutRow(QWidget):
    """One site that is left out, why, by which rule, and what comes in instead."""

    reached = Signal(object)

    def __init__(self, theme: LiveTheme, view: LeftOutView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point: PointCode = view.point
        words = QVBoxLayout(self)
        words.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        words.setSpacing(SPACE_4)
        words.addWidget(Label(theme, (Run(view.name, weight=Weight.STRONG),), TextRole.BODY))
        words.addWidget(Label(theme, view.reason, TextRole.SMALL, Tone.INK2))
        words.addWidget(Label(theme, view.instead, TextRole.SMALL))
        if view.rule:
            words.addWidget(Label(theme, view.rule, TextRole.CAPTION, Tone.INK3))
        if view.can_reach:
            back = Button(theme, view.can_reach, ButtonKind.QUIET)
            back.clicked.connect(self._say_near)
            words.addWidget(back)

    def _say_near(self) -> None:
        self.reached.emit(self._point)


class LimitRow(QWidget):
    """One thing that the safety screen told."""

    def __init__(self, theme: LiveTheme, view: LimitView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(IconMark(theme, Icon.NOTICE, Tone.CAUTION), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addWidget(Label(theme, view.text, TextRole.BODY))
        words.addWidget(Label(theme, view.rule, TextRole.CAPTION, Tone.INK3))
        row.addLayout(words, 1)


class EvidenceBlock(QWidget):
    """What is known about a set, with its sources; the full titles are tooltips and spoken."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label(theme, "", TextRole.CAPTION, Tone.INK2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)

    def show_evidence(self, view: EvidenceView) -> None:
        """Show ``view``."""
        runs = [Run(f"{view.certainty} ", Tone.INK, Weight.STRONG), Run(view.text)]
        for source in view.sources:
            runs += [Run(f" {source.short}", Tone.ACCENT), Run(f", {source.checked}.")]
        self._text.show_text(tuple(runs))
        self._text.setToolTip("\n".join(source.full for source in view.sources))
        self.setAccessibleName(view.spoken)
        self.setAccessibleDescription("; ".join(source.full for source in view.sources))


class OccasionBlock(QWidget):
    """Which occasion the plan is for, and what to look out for."""

    def __init__(self, theme: LiveTheme, view: OccasionPartView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(view.heading)
        words = QVBoxLayout(self)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(SPACE_4)
        words.addWidget(Label(theme, (Run(view.heading, weight=Weight.STRONG),), TextRole.BODY))
        words.addWidget(Label(theme, view.purpose, TextRole.SMALL, Tone.INK2))
        for note in view.notes:
            words.addWidget(Label(theme, note, TextRole.SMALL, Tone.INK2))
