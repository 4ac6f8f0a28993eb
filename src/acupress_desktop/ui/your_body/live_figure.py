"""The person's body beside the fields: drawn quickly while a number moves, finely when it rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.presenters.your_body_view import LiveFigureView
from acupress_desktop.ui.bridge.background import Job, Outcome, Runner
from acupress_desktop.ui.bridge.deadlines import Deadline, TimerDeadline
from acupress_desktop.ui.theme.live import LiveTheme

REST_MS = 180
_SHORTEST_PX = 40


class Care(Enum):
    """How a picture is drawn: at once while something moves, with care when it rests."""

    QUICK = "quick"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """Rows from the top, four bytes a pixel (red, green, blue, alpha), premultiplied."""

    width_px: int
    height_px: int
    rgba: bytes


DrawFigure = Callable[[LiveFigureView, int, int, Care], DrawnPicture]
"""Draws the figure into a picture of so many device pixels."""


class LiveFigure(QWidget):
    """``show_figure`` draws the view that the page has now."""

    def __init__(
        self,
        theme: LiveTheme,
        draw: DrawFigure,
        runner: Runner,
        deadline: Deadline | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draw = draw
        self._runner = runner
        self._rest = deadline or TimerDeadline(self)
        self._rest.due.connect(self._draw_finely)
        self._view: LiveFigureView | None = None
        self._shown: tuple[LiveFigureView, QSize] | None = None
        self._image = QImage()
        self._job: Job | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._wear)

    def show_figure(self, view: LiveFigureView) -> None:
        """Show another body, or the same from another side."""
        self._view = view
        self.setAccessibleName(view.spoken)
        self.setAccessibleDescription(view.caption)
        self._draw_quickly()

    def sizeHint(self) -> QSize:
        return QSize(320, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_quickly()

    def _wanted_px(self) -> QSize:
        return self.size() * self.devicePixelRatioF()

    def _draw_quickly(self) -> None:
        view, size = self._view, self._wanted_px()
        if view is None or min(size.width(), size.height()) < _SHORTEST_PX or self._shown == (view, size):
            return
        self._shown = (view, size)
        self._take(self._draw(view, self.width(), self.height(), Care.QUICK))
        self._rest.start(REST_MS)

    def _draw_finely(self) -> None:
        wanted = self._shown
        if wanted is None:
            return
        if self._job is not None:
            self._job.cancel()
        view, size = wanted
        width, height, draw = size.width(), size.height(), self._draw

        def work(job: Job) -> object:
            job.check()
            return draw(view, width, height, Care.FINE)

        def done(outcome: Outcome) -> None:
            if outcome.failure is not None:
                raise outcome.failure
            if isinstance(outcome.result, DrawnPicture) and self._shown == wanted:
                self._take(outcome.result)

        self._job = self._runner.run(work, _Guarded(self, done))

    def _take(self, drawn: DrawnPicture) -> None:
        """Show a drawn picture, a little darker where the theme is dark."""
        image = QImage(
            drawn.rgba,
            drawn.width_px,
            drawn.height_px,
            4 * drawn.width_px,
            QImage.Format.Format_RGBA8888_Premultiplied,
        ).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        brightness = self._theme.tokens.body_brightness
        if brightness < 1:
            painter = QPainter(image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            veil = QColor(Qt.GlobalColor.transparent)
            veil.setAlphaF(1.0 - brightness)
            painter.fillRect(image.rect(), veil)
            painter.end()
        self._image = image
        self.update()

    def _wear(self) -> None:
        self._shown = None
        self._draw_quickly()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)


class _Guarded:
    """Hears an outcome only while the widget that asked is still there."""

    def __init__(self, home: QWidget, done: Callable[[Outcome], None]) -> None:
        self._done: Callable[[Outcome], None] | None = done
        home.destroyed.connect(self._forget)

    def __call__(self, outcome: Outcome) -> None:
        if self._done is not None:
            self._done(outcome)

    def _forget(self) -> None:
        self._done = None
