"""The card of a point: names, whether and how it is pressed, how it is found, what is known, other points."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.presenters.atlas_view import (
    LinksView,
    PointCardView,
    PointLinkView,
    PressingView,
    RowView,
    SetEvidenceView,
)
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run, Wrap, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.icon_mark import IconMark
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline

STACKED_FROM_FACTOR = 1.4
_HEADING_PX = 96
_FIGURE_PX = 16
_UNBOUND_PX = 16_777_215
_MARKS = {
    Pressability.YES: (Icon.HAND, Tone.INK2),
    Pressability.LIGHT_ONLY: (Icon.HAND, Tone.CAUTION),
    Pressability.PARTNER_OR_TOOL: (Icon.CAUTION, Tone.CAUTION),
    Pressability.NEVER: (Icon.EYE, Tone.CAUTION),
}


class _NamedRow(QWidget):
    """A heading and its lines beside it; below it at large text."""

    def __init__(self, theme: LiveTheme, view: RowView) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._heading = Label(theme, view.heading, TextRole.SMALL, Tone.INK2)
        self._row.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(Label(theme, " ".join(view.lines), TextRole.SMALL), 1)
        theme.changed.connect(self._place)
        self._place()

    def _place(self) -> None:
        stacked = self._theme.tokens.text_factor >= STACKED_FROM_FACTOR
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._row.setSpacing(0 if stacked else SPACE_8)
        if stacked:
            self._heading.setMinimumWidth(0)
            self._heading.setMaximumWidth(_UNBOUND_PX)
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


class _Pressing(QWidget):
    """Whether the point is pressed, how far, and why no further; told by words, the icon repeats it."""

    def __init__(self, theme: LiveTheme, view: PressingView) -> None:
        super().__init__()
        icon, tone = _MARKS[view.kind]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_12)
        row.addWidget(IconMark(theme, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        strong = (Run(view.words, Tone.INK if tone is Tone.INK2 else tone, Weight.STRONG),)
        rest = tuple(Run(f" {words}") for words in (view.limit, view.why) if words)
        row.addWidget(Label(theme, (*strong, *rest), TextRole.SMALL), 1)


class PointLinks(QWidget):
    """``PointLinks(theme, view, opened)``: links that open other points, under a heading."""

    def __init__(self, theme: LiveTheme, view: LinksView, opened: Callable[[PointCode], None]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(theme, view.heading, TextRole.SMALL, Tone.INK2))
        links = QWidget()
        flow = FlowLayout(links, SPACE_16, 0)
        for link in view.links:
            flow.addWidget(self._link(theme, link, view.heading, opened))
        column.addWidget(links)
        links.setVisible(bool(view.links))

    def _link(
        self, theme: LiveTheme, link: PointLinkView, heading: str, opened: Callable[[PointCode], None]
    ) -> Button:
        button = Button(theme, link.label, ButtonKind.QUIET)
        button.setAccessibleDescription(heading)

        def open_it() -> None:
            opened(link.point)

        button.clicked.connect(open_it)
        return button


class _Part(QWidget):
    """A part of the card that is built anew for each point."""

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__()
        self._theme = theme
        self._view: PointCardView | None = None
        self._otherwise = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner: QWidget | None = None

    def show_card(self, view: PointCardView | None, otherwise: str) -> None:
        """Show what is said of a point; ``otherwise`` while none is chosen."""
        if self._inner is not None:
            if (view, otherwise) == (self._view, self._otherwise):
                return
            self._inner.hide()
            self._inner.deleteLater()
        self._view, self._otherwise = view, otherwise
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        if view is not None:
            self._fill(column, view)
        elif otherwise:
            column.addWidget(Label(self._theme, otherwise, TextRole.BODY, Tone.INK3))
        self._inner = inner
        self._column.addWidget(inner)
        # Left to itself a layout shows what is new one turn of the event loop later.
        inner.show()

    def _fill(self, column: QVBoxLayout, view: PointCardView) -> None:
        """Build the part."""
        raise NotImplementedError

    def _rule(self, column: QVBoxLayout) -> None:
        column.addSpacing(SPACE_8)
        column.addWidget(Hairline(self._theme))
        column.addSpacing(SPACE_8)


class PointHead(_Part):
    """``PointHead(theme)``: names, whether it is pressed, how it is found, what may be felt."""

    def show_card(self, view: PointCardView | None, otherwise: str) -> None:
        """Show the point; a screen reader hears its names, its limit and the steps at once."""
        super().show_card(view, otherwise)
        self.setAccessibleName("" if view is None else view.spoken)

    def _fill(self, column: QVBoxLayout, view: PointCardView) -> None:
        theme = self._theme
        column.addWidget(_Names(theme, view))
        column.addSpacing(SPACE_4)
        column.addWidget(_Pressing(theme, view.pressing))
        if view.looked_for:
            column.addWidget(Label(theme, view.looked_for, TextRole.SMALL, Tone.INK2))
        self._rule(column)
        column.addWidget(eyebrow(theme, view.steps_heading))
        for number, step in enumerate(view.steps, start=1):
            column.addWidget(_Step(theme, number, step))
        if view.no_steps:
            column.addWidget(Label(theme, view.no_steps, TextRole.SMALL, Tone.INK2))
        if view.feel:
            column.addSpacing(SPACE_8)
            column.addWidget(eyebrow(theme, view.feel_heading))
            for line in view.feel:
                column.addWidget(Label(theme, line, TextRole.SMALL))


class PointRest(_Part):
    """``PointRest(theme)``: what to mind, what is known, other points, the exact place.

    ``opened`` carries the code of a link; ``evidence_asked`` says that somebody wants to read the studies.
    """

    opened = Signal(object)
    evidence_asked = Signal()
    routine_asked = Signal()

    def _fill(self, column: QVBoxLayout, view: PointCardView) -> None:
        theme = self._theme
        self._rule(column)
        for row in view.rows:
            column.addWidget(_NamedRow(theme, row))
        if view.to_routine:
            add = Button(theme, view.to_routine, ButtonKind.QUIET)
            add.clicked.connect(self.routine_asked)
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeading)
        if view.links:
            self._rule(column)
        for links in view.links:
            column.addWidget(PointLinks(theme, links, self.opened.emit))
        self._rule(column)
        column.addWidget(eyebrow(theme, view.evidence_heading))
        if view.no_evidence:
            column.addWidget(Label(theme, view.no_evidence, TextRole.SMALL))
        for found in view.evidence:
            self._add_evidence(column, found)
        studies = Button(theme, view.evidence_all, ButtonKind.QUIET)
        studies.clicked.connect(self.evidence_asked)
        column.addWidget(studies, 0, Qt.AlignmentFlag.AlignLeading)
        self._rule(column)
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
        stacked = self._theme.tokens.text_factor >= STACKED_FROM_FACTOR
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
