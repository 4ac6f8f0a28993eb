"""The way from a landmark to the point, laid over the stage while a hand looks for the place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from acupress_desktop.ui.body_map.frame import Box, MapFrame, Mirror
from acupress_desktop.ui.body_map.label_layout import Column
from acupress_desktop.ui.body_map.marking import paint_measuring
from acupress_desktop.ui.body_map.measuring import measure_layout
from acupress_desktop.ui.body_map.scene import MeasuringLine
from acupress_desktop.ui.session_stage.stage import SessionStage
from acupress_desktop.ui.session_stage.view import Flip, StageScene
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_16
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp


class WayOverStage(QWidget):
    """``show_way(line, scene)``: drawn in the stage's own pixels; takes no input, says nothing.

    The same way stands in words beside the stage.
    """

    def __init__(self, theme: LiveTheme, stage: SessionStage) -> None:
        super().__init__(stage)
        self._theme = theme
        self._stage = stage
        self._line: MeasuringLine | None = None
        self._scene: StageScene | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        stage.installEventFilter(self)
        theme.changed.connect(self.update)

    def show_way(self, line: MeasuringLine | None, scene: StageScene | None) -> None:
        """Show ``line`` over ``scene``; ``None`` for either hides it."""
        self._line, self._scene = line, scene
        shown = line is not None and scene is not None
        if shown:
            self.setGeometry(self._stage.rect())
            self.update()
        self.setVisible(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._stage.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        line, scene = self._line, self._scene
        if line is None or scene is None:
            return
        scale = self._stage.scene_scale()
        geometry = self._stage.geometry_px
        flipped = scene.flip is Flip.MIRRORED
        point_x = scene.size_px[0] - scene.point_px[0] if flipped else scene.point_px[0]
        frame = MapFrame(
            file_width_px=scene.size_px[0],
            scale=scale,
            left=geometry.point_x - point_x * scale,
            top=geometry.point_y - scene.point_px[1] * scale,
            mirror=Mirror.FLIPPED if flipped else Mirror.AS_BAKED,
        )
        strong = self._theme.font(TextRole.SMALL, Weight.STRONG)
        wide = max(advance_px(strong, words) for words in line.lines) + 2
        tall = self._theme.line_px(TextRole.SMALL) * len(line.lines)
        room = Box(SPACE_16, SPACE_16, self.width() - 2 * SPACE_16, self.height() - 2 * SPACE_16)
        layout = measure_layout(line, frame, room, Column.SCREEN_LEFT, (wide, tall))
        if layout is None:
            return
        painter = QPainter(self)
        crisp(painter)
        paint_measuring(painter, self._theme, layout, line)
