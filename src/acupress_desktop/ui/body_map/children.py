"""The real widgets inside a map: a button over each point, and the badges of the person's sides."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from acupress_desktop.ui.body_map.arrangement import BADGE_BAND_PX, Arrangement, Spot
from acupress_desktop.ui.body_map.frame import Mirror
from acupress_desktop.ui.body_map.point_button import PointButton
from acupress_desktop.ui.body_map.scene import ScreenHalf, SideMark
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import TARGET_MIN_PX
from acupress_desktop.ui.widgets.badges import BADGE_PX, Ground, SideBadge


class PointButtons:
    """One button for each point in view, reused from scene to scene."""

    def __init__(
        self,
        home: QWidget,
        pressed: Callable[[], None],
        stepped: Callable[[object], None],
        focused: Callable[[], None],
    ) -> None:
        self._home = home
        self._pressed = pressed
        self._stepped = stepped
        self._focused = focused
        self._buttons: list[PointButton] = []

    def place(self, spots: tuple[Spot, ...]) -> None:
        """Put a button of at least 24 px over every spot that lies in the map."""
        while len(self._buttons) < len(spots):
            button = PointButton(self._home)
            button.clicked.connect(self._pressed)
            button.stepped.connect(self._stepped)
            button.focused.connect(self._focused)
            self._buttons.append(button)
        for number, button in enumerate(self._buttons):
            if number >= len(spots):
                button.hide()
                button.name(None, "", "")
                continue
            spot = spots[number]
            button.name(spot.marker.key, spot.marker.spoken, spot.marker.reason)
            side = max(TARGET_MIN_PX, round(2 * spot.radius + 4))
            button.setProperty("focusRadius", side / 2)
            button.setGeometry(round(spot.x - side / 2), round(spot.y - side / 2), side, side)
            button.setVisible(self._home.rect().intersects(button.geometry()))

    def choose_tab_stop(self, current: Hashable) -> None:
        """One Tab leads into the map, arrows lead on: the current point, or the first, is the stop."""
        shown = [button for button in self._buttons if not button.isHidden()]
        stop = next((one for one in shown if one.key == current and current is not None), None)
        stop = stop or (shown[0] if shown else None)
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def button_of(self, key: Hashable) -> PointButton | None:
        """Return the button over the point ``key``, where it is in view."""
        return next((one for one in self._buttons if one.key == key and not one.isHidden()), None)


def badge_left_px(mark: SideMark, arrangement: Arrangement, room_px: float, badge_px: float) -> float:
    """Return where a badge starts in a map of ``room_px``: over the half where its side of the person is."""
    half = mark.half
    if half is not None and arrangement.frame.mirror is Mirror.FLIPPED:
        half = half.other
    middle = arrangement.body.left + arrangement.body.width / 2
    if half is None:
        left = 0.0
    elif half is ScreenHalf.SCREEN_LEFT:
        left = middle - min(200.0, max(room_px * 0.43, badge_px + 52.0))
    else:
        left = middle + min(104.0, room_px * 0.14)
    return min(max(0.0, left), max(0.0, room_px - badge_px))


class Badges:
    """The badges above the body; they change places with the body when it is mirrored."""

    def __init__(self, home: QWidget, theme: LiveTheme) -> None:
        self._home = home
        self._theme = theme
        self._badges: list[SideBadge] = []

    def place(self, sides: tuple[SideMark, ...], arrangement: Arrangement | None) -> None:
        """Show ``sides`` where ``arrangement`` has the body's halves."""
        while len(self._badges) < len(sides):
            side = sides[len(self._badges)].side
            self._badges.append(SideBadge(self._theme, side, "", BADGE_PX, self._home, Ground.PICTURE))
        for number, badge in enumerate(self._badges):
            shown = number < len(sides) and arrangement is not None
            badge.setVisible(shown)
            if shown and arrangement is not None:
                self._place_one(badge, sides[number], arrangement)

    def _place_one(self, badge: SideBadge, mark: SideMark, arrangement: Arrangement) -> None:
        badge.show_side(mark.side, mark.words)
        size = badge.sizeHint()
        left = badge_left_px(mark, arrangement, float(self._home.width()), float(size.width()))
        top = (self._theme.scaled(BADGE_BAND_PX) - size.height()) // 2
        badge.setGeometry(round(left), top, size.width(), size.height())
