"""What is drawn of bodies while the app runs: the body model, and the pictures that were made with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from acupress_desktop.domain.album_wish import AlbumWish
from acupress_desktop.presenters.layers import LayersPresenter
from acupress_desktop.presenters.your_body_view import AlbumStanding

if TYPE_CHECKING:
    from acupress_desktop.app.desk import Desk
    from acupress_desktop.app.own_drawing import OwnDrawing
    from acupress_desktop.app.standing import StandingRoom
    from acupress_desktop.content.drawn_album_files import DrawnAlbum


class BodyStudio:
    """One for the whole app; journals come and go in front of it.

    ``drawn`` are the pictures that are ready, ``standing`` how far those are that are not.
    ``settings_changed`` is called where a setting was changed that pictures depend on.
    """

    def __init__(self) -> None:
        self.drawing: OwnDrawing | None = None
        self.drawn: DrawnAlbum | None = None
        self.standing = AlbumStanding()
        self.layers = LayersPresenter()
        self._room: StandingRoom | None = None
        self.settings_changed: Callable[[], None] = _nobody_listens

    def room(self, desk: Desk) -> StandingRoom:
        """Return the room of the body that turns, made when it is first asked for."""
        if self._room is None:
            from acupress_desktop.app.standing import StandingRoom

            self._room = StandingRoom(desk.ground, desk.bundle)
        return self._room

    def shows(self, wish: AlbumWish) -> bool:
        """Tell whether the pictures of ``wish`` are ready."""
        return self.drawn is not None and self.drawn.wish == wish

    def pictures(self, wish: AlbumWish | None) -> DrawnAlbum | None:
        """Return the pictures of ``wish`` where they are ready; the baked ones serve until then."""
        return self.drawn if wish is not None and self.shows(wish) else None


def _nobody_listens() -> None:
    """Nothing draws pictures here."""
