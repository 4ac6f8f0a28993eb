"""A point that the search found, with the button that adds it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.routine_view import FoundPointView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.layouts import Hairline
from acupress_desktop.ui.widgets.thumb import Thumb


class FoundRow(QWidget):
    """``FoundRow(theme, view, picture)``. ``add_asked`` emits the code."""

    add_asked = Signal(str)

    def __init__(
        self,
        theme: LiveTheme,
        view: FoundPointView,
        picture: QPixmap | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.code = view.point
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_16)
        row.addWidget(Thumb(theme, picture), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(theme, (Run(view.title, None, Weight.STRONG),)))
        detail = " ".join(part for part in (view.detail, view.add.detail) if part)
        if detail:
            lines.addWidget(Label(theme, detail, TextRole.SMALL, Tone.INK2))
        row.addLayout(lines, 1)
        self.add = Button(theme, view.add.label, ButtonKind.SECONDARY)
        self.add.setAccessibleName(view.spoken)
        self.add.setAccessibleDescription(view.add.blocked_because)
        self.add.setEnabled(view.add.ready)
        self.add.clicked.connect(self._ask)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(Hairline(theme))

    def _ask(self) -> None:
        self.add_asked.emit(self.code)
