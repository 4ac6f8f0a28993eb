"""The left part of the atlas: the field, the list twin of all points in use, the small body."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.presenters.atlas_view import AtlasView, PointRowView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.atlas.scenes import whole_scene
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scenes import SideWords
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.plain_table import PlainTable

_ROWS_SHOWN = 5
_AIR_PX = 23
_BODY_MIN_PX = 180


class PointTable(PlainTable):
    """The list twin: every point in use; ``opened`` carries the code of the row that was come to."""

    opened = Signal(object)

    def __init__(self, theme: LiveTheme, name: str) -> None:
        super().__init__(theme, name, air_px=_AIR_PX)
        self._points: tuple[PointCode, ...] = ()
        # The heads are heard, and would only take room from those who see.
        self.horizontalHeader().setVisible(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentCellChanged.connect(self._moved)
        self.clicked.connect(self._clicked)

    def show_points(self, heads: tuple[str, ...], rows: tuple[PointRowView, ...]) -> None:
        """Show these points and be on the chosen one, without reporting it."""
        points = tuple(row.point for row in rows)
        self.blockSignals(True)
        if points != self._points:
            self._points = points
            self.show_rows(heads, tuple(row.cells for row in rows))
        chosen = next((place for place, row in enumerate(rows) if row.choice is Choice.CHOSEN), -1)
        if chosen != self.currentRow():
            if chosen >= 0:
                self.setCurrentCell(chosen, 0)
            else:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)
        self.viewport().update()

    def natural_height_px(self) -> int:
        """The height at which no row is hidden; the heads are not seen."""
        return self.rowCount() * self.verticalHeader().defaultSectionSize() + 4

    def spread(self) -> None:
        """Give code and Chinese name what they need; the name between them takes the rest."""
        if len(self.widths) == 3:
            code, name, pinyin = self.widths
            # The name comes first: where there is little room the card alone has the Chinese name.
            narrow = self.viewport().width() < code + name + pinyin / 2
            self.setColumnHidden(2, narrow)
            pinyin = 0 if narrow else pinyin
            self.setColumnWidth(0, code)
            self.setColumnWidth(2, pinyin)
            self.setColumnWidth(1, max(code, self.viewport().width() - code - pinyin))

    def _moved(self, row: int, _column: int, _old_row: int, _old_column: int) -> None:
        if 0 <= row < len(self._points):
            self.opened.emit(self._points[row])

    def _clicked(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._points):
            self.opened.emit(self._points[index.row()])


class _Field(TextField):
    """The search field; Down goes to the list."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class Finder(QWidget):
    """``Finder(theme, view, shelf)``; ``show_view(view, album)``.

    ``searched`` carries the text, ``chosen`` a code, ``site_chosen`` a code with its side, ``faced`` a view.
    """

    searched = Signal(object)
    chosen = Signal(object)
    site_chosen = Signal(object)
    faced = Signal(object)

    def __init__(self, theme: LiveTheme, view: AtlasView, shelf: PictureShelf) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        self.field = _Field(theme, view.search, view.search_hint, Icon.SEARCH, 60)
        self.field.textChanged.connect(self._report)
        self.field.left_down.connect(self._to_list)
        column.addWidget(self.field)
        self._found = Label(theme, view.found, TextRole.CAPTION, Tone.INK3)
        column.addWidget(self._found)
        self.table = PointTable(theme, view.list_name)
        self.table.opened.connect(self.chosen)
        column.addWidget(self.table, 2)
        column.addSpacing(SPACE_8)
        options = tuple(Option(key, words) for key, words in view.whole.facings)
        self._facing = FittingChoice(theme, view.whole.facings_name, options)
        self._facing.chosen.connect(self.faced)
        column.addWidget(self._facing)
        column.addSpacing(SPACE_12 - SPACE_8)
        self.body_map = BodyMap(theme, shelf)
        self.body_map.point_chosen.connect(self.site_chosen)
        column.addWidget(self.body_map, 3)
        self._elsewhere = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        column.addWidget(self._elsewhere)
        theme.changed.connect(self._place)
        self._place()

    def show_view(self, view: AtlasView, album: BodyAlbum | None) -> None:
        """Show the list and the small body."""
        self._found.show_text(view.found)
        self.table.show_points(view.heads, view.rows)
        self._facing.show_key(view.whole.facing)
        self._elsewhere.show_text(view.whole.elsewhere)
        self._elsewhere.setVisible(bool(view.whole.elsewhere))
        self.body_map.show_seen(view.turned)
        if album is not None:
            words = SideWords(view.your_left, view.your_right)
            self.body_map.show_scene(whole_scene(album, view.whole, words))
            if view.close_up is not None:
                self.body_map.show_current((view.close_up.site.point, view.close_up.site.side))
        self._place()

    def _report(self, text: str) -> None:
        self.searched.emit(text)

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self) -> None:
        row = self.table.verticalHeader().defaultSectionSize()
        rows = max(1, min(_ROWS_SHOWN, self.table.rowCount()))
        self.table.setMinimumHeight(min(rows, 3) * row + SPACE_8)
        self.table.setMaximumHeight(max(rows * row, min(self.table.natural_height_px(), 9 * row)) + SPACE_16)
        self.body_map.setMinimumHeight(_BODY_MIN_PX)
