"""The badges of the person's own sides: they travel with the body as it turns."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from acupress_desktop.domain.sides import Side
from acupress_desktop.ui.body_3d.pose import Pose
from acupress_desktop.ui.body_3d.scene import TurningScene
from acupress_desktop.ui.body_map.frame import Mirror
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8
from acupress_desktop.ui.widgets.badges import BADGE_PX, Ground, SideBadge

_ONE_SIDE_BELOW = 0.36
"""Below this share of its width a body is seen from one side, and only that side has a badge."""
_OFF_SHARE, _OFF_MAX_PX = 0.32, 190.0


class TravellingBadges:
    """Two badges at the top of ``home``."""

    def __init__(self, home: QWidget, theme: LiveTheme) -> None:
        self._home = home
        self._badges = {
            side: SideBadge(theme, side, "", BADGE_PX, home, Ground.PICTURE)
            for side in (Side.LEFT, Side.RIGHT)
        }
        for badge in self._badges.values():
            badge.hide()

    def place(self, scene: TurningScene, pose: Pose, mirror: Mirror) -> None:
        """Put each badge over the half of the body that it names, seen from ``pose``."""
        across = pose.right[0] if mirror is Mirror.AS_BAKED else -pose.right[0]
        near = Side.LEFT if pose.toward_eye[0] > 0 else Side.RIGHT
        off = min(_OFF_MAX_PX, self._home.width() * _OFF_SHARE)
        for side, badge in self._badges.items():
            words = scene.left_words if side is Side.LEFT else scene.right_words
            alone = abs(across) < _ONE_SIDE_BELOW
            badge.setVisible(bool(words) and (not alone or side is near))
            badge.show_side(side, words)
            size = badge.sizeHint()
            # x grows to the person's left.
            way = 0.0 if alone else across * (1.0 if side is Side.LEFT else -1.0)
            middle = self._home.width() / 2 + way * off
            left = min(max(0.0, middle - size.width() / 2), max(0.0, self._home.width() - size.width()))
            badge.setGeometry(round(left), SPACE_8, size.width(), size.height())

    def box_of(self, side: Side) -> tuple[int, int, int, int] | None:
        """Return where a side's badge stands (left, top, width, height), ``None`` while it is hidden."""
        badge = self._badges[side]
        if badge.isHidden():
            return None
        box = badge.geometry()
        return box.x(), box.y(), box.width(), box.height()
