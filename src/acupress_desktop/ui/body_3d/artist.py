"""Who draws the body: the graphics card, or the processor alone. Both draw the same picture.

``Artist.moving`` answers at once and may be coarse; ``Artist.resting`` draws finely and may answer later.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QImage

from acupress_desktop.domain.anatomy.drawn_body import DrawnBody
from acupress_desktop.domain.anatomy.figure_light import Look
from acupress_desktop.domain.anatomy.software_picture import (
    Picture,
    PictureWish,
    Quality,
    picture,
    smaller,
)
from acupress_desktop.domain.anatomy.views import Camera, EdgeFade
from acupress_desktop.ui.body_3d.pose import Haze
from acupress_desktop.ui.bridge.background import Job, Outcome, Runner

LINE_PX = 1.1
"""Width of the contour line in map pixels."""
_MOVING_PIXELS_MAX = 160_000
_FINEST_PIXELS_MAX = 700_000
_FINE_PIXELS_MAX = 1_500_000
_NEAR_PX_PER_MM = 1.2
"""Near by the body fills the picture, and its few edges are long and calm."""


@dataclass(frozen=True, slots=True)
class View:
    """One picture that is wanted: the camera counts the screen's own pixels, ``ratio`` to a map pixel."""

    camera: Camera
    look: Look
    ratio: float
    haze: Haze | None = None

    @property
    def fades(self) -> tuple[EdgeFade, ...]:
        """The haze as the software picture knows it."""
        if self.haze is None:
            return ()
        x, y, z = (float(value) for value in self.camera.toward_eye)
        at = tuple(
            place - self.haze.clear_mm * way
            for place, way in zip(self.camera.origin_mm, (x, y, z), strict=True)
        )
        return (EdgeFade((at[0], at[1], at[2]), (-x, -y, -z), self.haze.length_mm),)

    @property
    def line_px(self) -> float:
        """Width of the contour line in the screen's own pixels."""
        return LINE_PX * self.ratio


class ArtistFailed(Exception):
    """The graphics card cannot go on; the picture must be drawn another way."""


class Artist(Protocol):
    """Draws one body, turned as each view says."""

    def show_body(self, drawn: DrawnBody) -> None:
        """Draw this body from now on."""
        ...

    def moving(self, view: View) -> QImage:
        """Return a picture at once; it may be smaller than asked and is then scaled up."""
        ...

    def resting(self, view: View, done: Callable[[QImage], None]) -> None:
        """Draw finely; ``done`` hears the picture on the main thread unless ``give_up`` came before."""
        ...

    def give_up(self) -> None:
        """Forget the picture that is being drawn."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


def image_of(drawn: Picture) -> QImage:
    """Return a drawn picture as an image that owns its pixels."""
    flat = QImage(
        drawn.rgba, drawn.width_px, drawn.height_px, drawn.width_px * 4,
        QImage.Format.Format_RGBA8888_Premultiplied,
    )  # fmt: skip
    return flat.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class SoftwareArtist:
    """Draws with the processor alone: small pictures while the body moves, the fine one in the background."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._drawn: DrawnBody | None = None
        self._job: Job | None = None
        self._turn = 0
        self._waiting = False

    def show_body(self, drawn: DrawnBody) -> None:
        """Draw this body from now on."""
        self.give_up()
        self._drawn = drawn

    def moving(self, view: View) -> QImage:
        """Return a small picture."""
        pixels = view.camera.width_px * view.camera.height_px
        by = max(1, math.ceil(math.sqrt(pixels / _MOVING_PIXELS_MAX)))
        wish = PictureWish(smaller(view.camera, by), view.look, Quality.QUICK, fades=view.fades, line_px=1.0)
        return image_of(picture(self._body(), wish))

    def resting(self, view: View, done: Callable[[QImage], None]) -> None:
        """Draw finely in the background."""
        self.give_up()
        self._turn += 1
        turn, drawn = self._turn, self._body()
        self._waiting = True
        wish = PictureWish(
            view.camera, view.look, _quality(view.camera), fades=view.fades, line_px=view.line_px
        )

        def arrived(outcome: Outcome) -> None:
            if turn != self._turn or outcome.cancelled:
                return
            self._job, self._waiting = None, False
            if outcome.failure is not None:
                raise outcome.failure
            if isinstance(outcome.result, Picture):
                done(image_of(outcome.result))

        job = self._runner.run(lambda job: picture(drawn, wish, job.check), arrived)
        if self._waiting:  # a runner that works at once has answered already
            self._job = job

    def give_up(self) -> None:
        """Forget the picture that is being drawn."""
        self._turn += 1
        self._waiting = False
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """Let go of everything."""
        self.give_up()
        self._drawn = None

    def _body(self) -> DrawnBody:
        if self._drawn is None:
            raise ArtistFailed("no body to draw")
        return self._drawn


def _quality(camera: Camera) -> Quality:
    pixels = camera.width_px * camera.height_px
    if pixels <= _FINEST_PIXELS_MAX and camera.px_per_mm < _NEAR_PX_PER_MM:
        return Quality.FINEST
    return Quality.FINE if pixels <= _FINE_PIXELS_MAX else Quality.GOOD
