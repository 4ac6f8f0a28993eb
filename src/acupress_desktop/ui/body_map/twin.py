"""The list twin of a map: every point by name, in the scene's order, kept in step with the map."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.type_roles import TextRole

_KEY = Qt.ItemDataRole.UserRole


class PointList(QListWidget):
    """``PointList(theme, name, body_map)``: all points of the map's scene as a list.

    Moving in the list moves the map's ring; Enter or a click chooses, through the map's ``point_chosen``.
    """

    def __init__(self, theme: LiveTheme, name: str, body_map: BodyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._map = body_map
        self.setAccessibleName(name)
        self.setUniformItemSizes(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._moved)
        self.itemClicked.connect(self._pressed)
        body_map.scene_shown.connect(self.refill)
        body_map.point_chosen.connect(self.show_key)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refill()

    def refill(self) -> None:
        """Take the points of the map's scene."""
        scene = self._map.scene
        self.blockSignals(True)
        self.clear()
        for marker in scene.markers if scene is not None else ():
            words = ", ".join(part for part in (marker.spoken, marker.reason) if part)
            item = QListWidgetItem(words)
            item.setData(_KEY, marker.key)
            item.setToolTip(words)
            self.addItem(item)
        self.blockSignals(False)
        self.show_key(self._map.current)

    def show_key(self, key: Hashable) -> None:
        """Be on the point ``key`` without telling the map."""
        self.blockSignals(True)
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self._pressed(self.currentItem())
            return
        super().keyPressEvent(event)

    def _moved(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self._map.show_current(item.data(_KEY))

    def _pressed(self, item: QListWidgetItem) -> None:
        self._map.choose(item.data(_KEY))

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
