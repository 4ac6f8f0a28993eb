"""The card of a point: names, how to find it, what to mind, what is known of its sets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.atlas_view import PointCardView, RowView, SetEvidenceView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run, Wrap, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.layouts import Hairline

_HEADING_PX = 96
_FIGURE_PX = 16
_STACKED_FROM_FACTOR = 1.4


class _NamedRow(QWidget):
    """A heading and its lines beside it; below it at large text."""

    def __init__(self, theme: LiveTheme, view: RowView) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._heading = Label(theme, view.heading, TextRole.SMALL, Tone.INK2)
        self._row.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(SPACE_4)
        lines.addWidget(Label(theme, " ".join(view.lines), TextRole.SMALL))
        self._row.addLayout(lines, 1)
        theme.changed.connect(self._place)
        self._place()

    def _place(self) -> None:
        stacked = self._theme.tokens.text_factor >= _STACKED_FROM_FACTOR
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._row.setSpacing(0 if stacked else SPACE_8)
        if stacked:
            self._heading.setMinimumWidth(0)
            self._heading.setMaximumWidth(16_777_215)
        else:
            self._heading.setFixedWidth(self._theme.scaled(_HEADING_PX))


class _Step(QWidget):
    """One numbered step."""

    def __init__(self, theme: LiveTheme, number: int, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_16)
        figure = Label(theme, str(number), TextRole.SUBHEAD, Tone.ACCENT, Wrap.ELIDE)
        figure.setMinimumWidth(_FIGURE_PX)
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, words), 1)
        self.setAccessibleName(f"{number}. {words}")


class PointCard(QWidget):
    """``PointCard(theme)``; ``show_card(view | None, otherwise)``."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: PointCardView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner: QWidget | None = None

    def show_card(self, view: PointCardView | None, otherwise: str) -> None:
        """Show all that is said of a point; ``otherwise`` while none is chosen."""
        if self._inner is not None:
            if view == self._view:
                return
            self._inner.hide()
            self._inner.deleteLater()
        self._view = view
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        if view is None:
            column.addWidget(Label(self._theme, otherwise, TextRole.BODY, Tone.INK3))
        else:
            self._fill(column, view)
        column.addStretch(1)
        self._inner = inner
        self._column.addWidget(inner)
        self.setAccessibleName("" if view is None else view.spoken)

    def _fill(self, column: QVBoxLayout, view: PointCardView) -> None:
        theme = self._theme
        column.addWidget(_Names(theme, view))
        if view.limit:
            column.addWidget(Label(theme, view.limit, TextRole.SMALL, Tone.CAUTION))
        column.addSpacing(SPACE_8)
        column.addWidget(Hairline(theme))
        if view.steps:
            column.addSpacing(SPACE_8)
            column.addWidget(eyebrow(theme, view.steps_heading))
            column.addSpacing(SPACE_4)
            for number, step in enumerate(view.steps, start=1):
                column.addWidget(_Step(theme, number, step))
            column.addSpacing(SPACE_8)
            column.addWidget(Hairline(theme))
        column.addSpacing(SPACE_4)
        for row in view.rows:
            column.addWidget(_NamedRow(theme, row))
        column.addSpacing(SPACE_4)
        column.addWidget(Hairline(theme))
        column.addSpacing(SPACE_8)
        column.addWidget(eyebrow(theme, view.evidence_heading))
        if view.no_evidence:
            column.addWidget(Label(theme, view.no_evidence, TextRole.SMALL, Tone.INK2))
        for found in view.evidence:
            self._add_evidence(column, found)
        column.addSpacing(SPACE_8)
        column.addWidget(Hairline(theme))
        column.addSpacing(SPACE_8)
        column.addWidget(eyebrow(theme, view.standard_heading))
        for line in view.standard:
            column.addWidget(Label(theme, line, TextRole.CAPTION, Tone.INK2))
        column.addSpacing(SPACE_24)

    def _add_evidence(self, column: QVBoxLayout, found: SetEvidenceView) -> None:
        theme, known = self._theme, found.evidence
        strong = Weight.STRONG
        text = (
            Run(f"{found.title}. ", None, strong),
            Run(f"{known.certainty} ", None, strong),
            Run(known.text),
        )
        column.addWidget(Label(theme, text, TextRole.SMALL))
        for source in known.sources:
            line = (Run(source.short, Tone.ACCENT), Run(f", {source.checked}. {source.full}"))
            column.addWidget(Label(theme, line, TextRole.CAPTION, Tone.INK3))
        column.addSpacing(SPACE_4)


class _Names(QWidget):
    """English name, code and pinyin; the hanzi at the far end, below them where there is no room."""

    def __init__(self, theme: LiveTheme, view: PointCardView) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(theme, view.title, TextRole.TITLE))
        code = (Run(f"{view.code}  ", None, Weight.STRONG),) if view.code else ()
        names.addWidget(Label(theme, (*code, Run(view.pinyin, Tone.INK2))))
        names.addStretch(1)
        self._row.addLayout(names, 1)
        hanzi = Label(theme, view.hanzi, TextRole.HANZI, Tone.INK, Wrap.ELIDE)
        hanzi.setMinimumWidth(hanzi.sizeHint().width())
        self._row.addWidget(hanzi, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._place)
        self._place()

    def _place(self) -> None:
        stacked = self._theme.tokens.text_factor >= _STACKED_FROM_FACTOR
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
