"""The body beside the words of the home page: numbered points, labels, front or back, mirror or not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.region_plates import RegionPlates
from acupress_desktop.presenters.today_view import BodyPictureView, MarkView
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scene import RegionTint, TintLook
from acupress_desktop.ui.body_map.scenes import (
    PlanExtras,
    PlanPoint,
    SideWords,
    best_view,
    plan_scene,
    unseen,
)
from acupress_desktop.ui.flow.body_pair import Pictures
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.choices import Option, Segmented

FRONT, BACK = "front", "back"
_NAME_CHARACTERS = 20


class BodyPanel(QWidget):
    """``show_body(view)`` shows the plan.

    ``point_asked`` carries a code and a side; ``turned`` asks for the mirror.
    """

    point_asked = Signal(object)
    turned = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plates: RegionPlates | None = None
        self._album: BodyAlbum | None = None
        self._view: BodyPictureView | None = None
        self._facing: str | None = None
        self.body_map = BodyMap(theme)
        self.body_map.point_chosen.connect(self.point_asked)
        self._elsewhere = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        self._mirror = Button(theme, "", ButtonKind.QUIET)
        self._mirror.clicked.connect(self.turned)
        self._sides: Segmented | None = None
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_16)
        self._row.addStretch(1)
        self._row.addWidget(self._mirror)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.body_map, 1)
        column.addWidget(self._elsewhere)
        column.addLayout(self._row)

    def show_album(self, album: BodyAlbum | None, plates: RegionPlates | None = None) -> None:
        """Draw from another figure's pictures; ``plates`` let sore areas be tinted."""
        if album is not self._album or plates is not self._plates:
            self._album, self._plates = album, plates
            self._draw()

    def show_body(self, view: BodyPictureView) -> None:
        """Show the points of a plan, or the bare body."""
        if view == self._view:
            return
        if self._view is None or self._view.marks != view.marks:
            self._facing = None
        self._view = view
        self._mirror.show_words(view.turn)
        if self._sides is None:
            options = (Option(FRONT, view.front), Option(BACK, view.back))
            self._sides = Segmented(self._theme, view.front_or_back, options, FRONT)
            self._sides.chosen.connect(self._face)
            self._row.addWidget(self._sides, 0)
        self._draw()

    def _face(self, key: object) -> None:
        if isinstance(key, str):
            self._facing = key
            self._draw()

    def _draw(self) -> None:
        album, view = self._album, self._view
        if album is None or view is None:
            return
        points = tuple(_plan_point(mark) for mark in view.marks)
        facing = self._facing or best_view(album, points, (BACK, FRONT) if points else (FRONT, BACK))
        if self._sides is not None:
            self._sides.show_key(facing)
        plate = Pictures(album, self._plates).plate(facing)
        tints = tuple(
            RegionTint(place, TintLook.SORE, 0.8) for sore in view.sore for place in sore.places if plate
        )
        words = SideWords(view.your_left, view.your_right)
        extras = PlanExtras(tints=tints, plate=plate)
        self.body_map.show_seen(view.turned)
        self.body_map.show_scene(plan_scene(album, facing, points, words, view.spoken, extras))
        hidden = dict.fromkeys(point.name for point in unseen(album, facing, points) if point.name)
        told = view.elsewhere.format(names=", ".join(hidden)) if hidden else ""
        self._elsewhere.show_text(told)
        self._elsewhere.setVisible(bool(told))


def _plan_point(mark: MarkView) -> PlanPoint:
    return PlanPoint(mark.point, mark.site, _in_two_lines(mark.name), mark.detail, mark.spoken, mark.number)


def _in_two_lines(name: str) -> str:
    """Break a long name at the space nearest its middle, so that its label is not cut."""
    spaces = [place for place, sign in enumerate(name) if sign == " "]
    if len(name) <= _NAME_CHARACTERS or not spaces:
        return name
    at = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return f"{name[:at]}\n{name[at + 1 :]}"
