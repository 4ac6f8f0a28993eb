"""The left part of the atlas: the field, what is listed, and the list twin of all points."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.presenters.atlas_view import AtlasView, ChooserView, PointRowView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.drop_down import DropChoice
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.plain_table import PlainTable

_ROWS_LEAST = 3
_ROWS_FOLDING = 6
_AIR_PX = 23
_TYPED_MAX = 200
_NO_LIMIT_PX = 16_777_215
_NAME_COLUMN = 1
_Scroll = QAbstractItemView.ScrollHint


class PointTable(PlainTable):
    """The list twin; ``opened`` carries the code that was come to, ``settled`` follows a click or Enter."""

    opened = Signal(object)
    settled = Signal()

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__(theme, "", air_px=_AIR_PX)
        self._rows: tuple[tuple[PointCode, tuple[str, ...], str], ...] = ()
        # The heads are heard, and would only take room from those who see.
        self.horizontalHeader().setVisible(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentCellChanged.connect(self._moved)
        self.clicked.connect(self._clicked)

    def show_points(self, heads: tuple[str, ...], rows: tuple[PointRowView, ...]) -> None:
        """Show these points and be on the chosen one, without reporting it."""
        shown = tuple((row.point, row.cells, row.spoken) for row in rows)
        self.blockSignals(True)
        same = shown == self._rows
        if not same:
            self._rows = shown
            self.show_rows(heads, tuple(row.cells for row in rows))
            for place, row in enumerate(rows):
                item = self.item(place, _NAME_COLUMN)
                if item is not None and row.spoken != row.cells[_NAME_COLUMN]:
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
                    item.setToolTip(row.spoken)
        chosen = next((place for place, row in enumerate(rows) if row.choice is Choice.CHOSEN), -1)
        if chosen != self.currentRow():
            if chosen >= 0:
                self.setCurrentCell(chosen, 0)
            else:
                self.clearSelection()
                self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)
        # Without its new range the bar would stop short of the row.
        self.updateGeometries()
        self._keep_in_sight(_Scroll.EnsureVisible if same else _Scroll.PositionAtCenter)
        self.viewport().update()

    def natural_height_px(self) -> int:
        """The height at which no row is hidden; the heads are not seen."""
        return self.rows_height_px(self.rowCount())

    def rows_height_px(self, rows: int) -> int:
        """The height of so many rows."""
        return rows * self.verticalHeader().defaultSectionSize() + 4

    def spread(self) -> None:
        """Give code and Chinese name what they need; the name between them takes the rest."""
        if len(self.widths) == 3:
            code, name, pinyin = self.widths
            # The name comes first: where not all of both fits, the card alone has the Chinese name.
            narrow = self.viewport().width() < code + name + pinyin
            self.setColumnHidden(2, narrow)
            pinyin = 0 if narrow else pinyin
            self.setColumnWidth(0, code)
            self.setColumnWidth(2, pinyin)
            self.setColumnWidth(1, max(code, self.viewport().width() - code - pinyin))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_sight(_Scroll.PositionAtCenter)

    def _keep_in_sight(self, how: QAbstractItemView.ScrollHint) -> None:
        if self.currentRow() >= 0:
            self.scrollTo(self.currentIndex(), how)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The first row is where the keyboard starts; to come by does not open a point.
        self.blockSignals(True)
        super().focusInEvent(event)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "/":
            event.ignore()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0:
            self._moved(self.currentRow(), 0, 0, 0)
            self.settled.emit()
            return
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.rowCount() - 1}
        if event.key() in ends and self.rowCount():
            # A row is one thing here: its ends mean nothing, those of the list do.
            self.setCurrentCell(ends[Qt.Key(event.key())], 0)
            return
        super().keyPressEvent(event)

    def _moved(self, row: int, _column: int, _old_row: int, _old_column: int) -> None:
        if 0 <= row < len(self._rows):
            self.opened.emit(self._rows[row][0])

    def _clicked(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._rows):
            self.opened.emit(self._rows[index.row()][0])
            self.settled.emit()


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
    """``Finder(theme, view)``; ``show_view(view)``.

    ``searched`` carries the text, ``listed`` and ``within`` the key of a list, ``chosen`` a code; ``settled``
    tells that a point was chosen for good, so that a list in the way may fold.
    """

    searched = Signal(object)
    listed = Signal(object)
    within = Signal(object)
    chosen = Signal(object)
    settled = Signal()
    learn_asked = Signal()

    def __init__(self, theme: LiveTheme, view: AtlasView) -> None:
        super().__init__()
        self._theme = theme
        self._folding = False
        # Who comes for a point finds its card first.
        self._folded = view.card is not None
        self._list_most_px = _NO_LIMIT_PX
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        self.field = _Field(theme, view.search, view.search_hint, Icon.SEARCH, _TYPED_MAX)
        self.field.textChanged.connect(self._report)
        self.field.left_down.connect(self._to_list)
        column.addWidget(self.field)
        self._found = Label(theme, view.found, TextRole.CAPTION, Tone.INK3)
        column.addWidget(self._found)
        self.lists = DropChoice(theme)
        self.lists.chosen.connect(self.listed)
        column.addWidget(self.lists)
        self.lists_within = DropChoice(theme)
        self.lists_within.chosen.connect(self.within)
        column.addWidget(self.lists_within)
        self._unfold = Button(theme, view.show_list, ButtonKind.SECONDARY, extras=ButtonExtras(Icon.DOWN))
        self._unfold.clicked.connect(self._open_list)
        column.addWidget(self._unfold)
        self.table = PointTable(theme)
        self.table.opened.connect(self.chosen)
        self.table.settled.connect(self._settle)
        column.addWidget(self.table, 1)
        self._nothing = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column.addWidget(self._nothing)
        self._learn = Button(theme, "", ButtonKind.QUIET)
        self._learn.clicked.connect(self.learn_asked)
        column.addWidget(self._learn, 0, Qt.AlignmentFlag.AlignLeading)
        self._rest = QWidget()
        self._rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(self._rest)
        theme.changed.connect(self._place)
        self._place()

    def show_view(self, view: AtlasView) -> None:
        """Show what was found or is listed."""
        if self.field.text() != view.typed:
            self.field.blockSignals(True)
            self.field.setText(view.typed)
            self.field.blockSignals(False)
        self._found.show_text(view.found)
        self._found.setVisible(bool(view.found))
        _show_chooser(self.lists, view.lists)
        self.lists_within.setVisible(view.within is not None)
        if view.within is not None:
            _show_chooser(self.lists_within, view.within)
        self.table.setAccessibleName(view.list_name)
        self.table.show_points(view.heads, view.rows)
        self._learn.show_words(view.learn.label)
        self._nothing.show_text(view.nothing_listed)
        self._nothing.setVisible(bool(view.nothing_listed))
        self._place()

    def let_fold(self) -> None:
        """The list stands in the way of the card: it folds once a point is chosen for good."""
        self._folding = True
        self._place()

    def let_stand(self, list_most_px: int) -> None:
        """There is room for list and card side by side; the list grows up to so many pixels."""
        self._folding = False
        self._list_most_px = list_most_px
        self._place()

    def fold(self) -> None:
        """Fold the list, where it stands in the way."""
        self._folded = True
        self._place()

    def unfold(self) -> None:
        """Show the list again."""
        self._folded = False
        self._place()

    def _report(self, text: str) -> None:
        self.searched.emit(text)

    def _open_list(self) -> None:
        self.unfold()
        self._to_list()

    def _to_list(self) -> None:
        self.unfold()
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _settle(self) -> None:
        self.settled.emit()

    def _place(self) -> None:
        rows = self.table.rowCount()
        folded = self._folding and self._folded and rows > 0
        self.table.setVisible(not folded and rows > 0)
        self._unfold.setVisible(folded)
        least = self.table.rows_height_px(max(1, min(rows, _ROWS_FOLDING if self._folding else _ROWS_LEAST)))
        most = least if self._folding else max(least, min(self._list_most_px, self.table.natural_height_px()))
        self.table.setMinimumHeight(least)
        self.table.setMaximumHeight(most)
        # Where the list needs less than there is, the room below it stays empty.
        self._rest.setVisible(not self._folding)


def _show_chooser(choice: DropChoice, view: ChooserView) -> None:
    options = tuple(Option(option.key, option.label) for option in view.options)
    choice.show_choice(view.name, options, view.key)
