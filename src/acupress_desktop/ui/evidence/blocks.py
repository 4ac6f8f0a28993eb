"""A block of studies, with dummy points or without: its drawings with their table, and each study."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.evidence_view import AgainstView, BlockView, ForestView, GapShape
from acupress_desktop.ui.evidence.forest import ForestPlot
from acupress_desktop.ui.evidence.parts import FindingRow, GapTable
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.cards import Card
from acupress_desktop.ui.widgets.layouts import Hairline


class BlockPanel(Card):
    """``BlockPanel(theme, view)``; ``show_shape`` shows the gaps as drawings or as a table."""

    def __init__(self, theme: LiveTheme, view: BlockView, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._view = view
        self.setAccessibleName(view.eyebrow)
        self.column.setSpacing(SPACE_8)
        self.column.addWidget(eyebrow(theme, view.eyebrow, Tone.ACCENT))
        self.column.addWidget(Label(theme, view.heading, TextRole.HEAD))
        self.column.addWidget(Label(theme, view.lead, TextRole.SMALL, Tone.INK2))
        if view.nothing:
            self.column.addSpacing(SPACE_8)
            self.column.addWidget(Label(theme, (Run(view.nothing, None, Weight.STRONG),)))
        self._drawn = QWidget()
        drawn = QVBoxLayout(self._drawn)
        drawn.setContentsMargins(0, 0, 0, 0)
        drawn.setSpacing(SPACE_8)
        for against in view.against:
            self._add_against(drawn, against)
        self.column.addWidget(self._drawn)
        self._drawn.setVisible(bool(view.against))
        self._table_place = QVBoxLayout()
        self.column.addLayout(self._table_place)
        self._table: GapTable | None = None

    def show_shape(self, shape: GapShape) -> None:
        """Show the drawings, or the same as a table."""
        as_table = shape is GapShape.TABLE and self._view.has_drawing
        if as_table and self._table is None:
            self._table = GapTable(self._theme, self._view.table)
            self._table_place.addWidget(self._table)
        self._drawn.setVisible(bool(self._view.against) and not as_table)
        if self._table is not None:
            self._table.setVisible(as_table)

    def _add_against(self, column: QVBoxLayout, view: AgainstView) -> None:
        theme = self._theme
        column.addSpacing(SPACE_8)
        column.addWidget(Hairline(theme))
        column.addSpacing(SPACE_4)
        column.addWidget(Label(theme, view.heading, TextRole.SUBHEAD))
        if view.nothing:
            column.addWidget(Label(theme, view.nothing, TextRole.SMALL, Tone.INK2))
        for drawing in view.drawings:
            self._add_drawing(column, drawing)

    def _add_drawing(self, column: QVBoxLayout, view: ForestView) -> None:
        theme = self._theme
        column.addWidget(Label(theme, view.heading, TextRole.SMALL, Tone.INK2))
        column.addSpacing(SPACE_4)
        column.addWidget(ForestPlot(theme, view))
        for note in view.notes:
            column.addWidget(Label(theme, note, TextRole.CAPTION, Tone.INK2))
        column.addSpacing(SPACE_16)


class StudiesPanel(QWidget):
    """``StudiesPanel(theme, view)``: what each study of a block found, one below the other."""

    def __init__(self, theme: LiveTheme, view: BlockView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(view.eyebrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(eyebrow(theme, view.eyebrow, Tone.ACCENT))
        column.addWidget(Label(theme, view.findings_heading, TextRole.HEAD))
        if not view.against:
            column.addWidget(Label(theme, view.lead, TextRole.SMALL, Tone.INK2))
        for finding in view.findings:
            column.addWidget(Hairline(theme))
            column.addWidget(FindingRow(theme, finding))
