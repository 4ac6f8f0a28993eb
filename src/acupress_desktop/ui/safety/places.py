"""Places on the body: the list that is the twin of the figures beside it, a sheet of it at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_view import PlaceRow, RegionBody
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import CHIP_PX, SPACE_8
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.checks import Chip

_CHIP_PX = 104
_FEWEST_ROWS = 2


class _Region(QWidget):
    """One region with its left and right."""

    def __init__(self, theme: LiveTheme, row: PlaceRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[RegionSelection, Chip] = {}
        self._theme = theme
        self._name = Label(theme, row.region, TextRole.BODY)
        self._name.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_8)
        line.addWidget(self._name, 1)
        for each in row.places:
            chip = Chip(theme, each.label)
            chip.setAccessibleName(each.spoken)
            self.chips[each.place] = chip
            line.addWidget(chip)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: PlaceRow) -> None:
        """Show which sides are marked."""
        for each in row.places:
            self.chips[each.place].setChecked(each.choice is Choice.CHOSEN)

    def fits(self, row: PlaceRow) -> bool:
        """Whether the row has the same sides."""
        return tuple(self.chips) == tuple(each.place for each in row.places)

    def be_tall(self, tall_px: int, role: TextRole) -> None:
        """Be ``tall_px`` tall, chips included."""
        self._name.show_role(role)
        self.setFixedHeight(tall_px)
        for chip in self.chips.values():
            chip.setFixedSize(self._theme.scaled(_CHIP_PX), tall_px - SPACE_8)


class PlaceList(QWidget):
    """``ticked`` carries the place. ``arrange`` shows as many regions as there is room for."""

    ticked = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._body: RegionBody | None = None
        self._rows: dict[str, _Region] = {}
        self._first = 0
        self._capacity = 1
        self._row_px, self._role = theme.scaled(CHIP_PX), TextRole.BODY
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._said = Label(theme, "", TextRole.SMALL, Tone.ACCENT)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_8)
        whole.addLayout(self._column)
        whole.addWidget(self._said)

    def show_places(self, body: RegionBody) -> None:
        """Show the rows, and which are marked.

        Rows that stay are never built again: the keyboard and the eye keep their place when a tap on the
        body adds one.
        """
        if self._body is None or self._regions(self._body)[:1] != self._regions(body)[:1]:
            self._first = 0
        self._body = body
        self._said.show_text(body.picked or body.hint)
        self._said.show_tone(Tone.ACCENT if body.picked else Tone.INK2)
        self._said.setVisible(bool(body.picked or body.hint))
        self._fill()

    def arrange(self, row_px: int, role: TextRole, width_px: int, room_px: int) -> bool:
        """Show as many rows of ``row_px`` as fit in ``room_px``; tell whether all offered ones do."""
        self._row_px, self._role = self._theme.scaled(row_px), role
        said = self._said_px(width_px)
        self._capacity = max(_FEWEST_ROWS, (room_px - said) // self._row_px)
        self._fill()
        return self._body is None or self._capacity >= self._body.offered

    def taken_px(self, width_px: int) -> int:
        """Return how tall the list is as it stands."""
        return sum(row.height() for row in self._rows.values()) + self._said_px(width_px)

    def _said_px(self, width_px: int) -> int:
        return 0 if self._said.isHidden() else self._said.heightForWidth(max(1, width_px)) + SPACE_8

    def turn(self) -> None:
        """Show the next places; after the last ones the first again."""
        if self._body is not None:
            following = self._first + self._count()
            self._first = following if following < len(self._body.rows) else 0
            self._fill()

    def first(self) -> QWidget | None:
        """The mark that gets the keyboard first."""
        return next((chip for row in self._rows.values() for chip in row.chips.values()), None)

    def _count(self) -> int:
        """How many rows are on the sheet: of the offered ones no more than there are."""
        if self._body is None:
            return 0
        offered = self._body.offered - self._first
        return min(self._capacity, offered) if offered > 0 else self._capacity

    def _regions(self, body: RegionBody) -> tuple[str, ...]:
        return tuple(row.region for row in body.rows)

    def _fill(self) -> None:
        if self._body is None:
            return
        shown = self._body.rows[self._first : self._first + self._count()]
        wanted = {row.region: row for row in shown}
        for region in [
            one for one in self._rows if one not in wanted or not self._rows[one].fits(wanted[one])
        ]:
            gone = self._rows.pop(region)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(shown):
            if row.region not in self._rows:
                line = _Region(self._theme, row)
                for chip in line.chips.values():
                    chip.clicked.connect(self._ticked)
                self._rows[row.region] = line
                self._column.insertWidget(place, line)
                line.show()
            self._rows[row.region].show_row(row)
            self._rows[row.region].be_tall(self._row_px, self._role)
        self._rows = {row.region: self._rows[row.region] for row in shown}

    def _ticked(self) -> None:
        sender = self.sender()
        for row in self._rows.values():
            for place, chip in row.chips.items():
                if chip is sender:
                    self.ticked.emit(place)
                    return
