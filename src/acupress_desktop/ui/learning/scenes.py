"""Turns a question of the quiz, or its answer, into a scene of the body map."""

from __future__ import annotations

from acupress_desktop.domain.body_album import BodyAlbum, Picture, SiteOnPicture
from acupress_desktop.presenters.learning_view import QuizPictureView, SpotLook, SpotView
from acupress_desktop.ui.body_map.scene import BodyScene, LabelWish, Marker, MarkerLook, Window
from acupress_desktop.ui.body_map.scenes import SideWords, side_marks

_MARGIN = 0.13
"""Of the longer edge of a picture: so much is shown around the places that are asked about."""
_TALL_MIN = 0.46
_WIDE_MIN = 0.62
_LOOKS = {
    SpotLook.OFFERED: MarkerLook.PLAN,
    SpotLook.ASKED: MarkerLook.NOW,
    SpotLook.RIGHT: MarkerLook.NOW,
    SpotLook.CHOSEN_WRONGLY: MarkerLook.BLOCKED,
    SpotLook.OTHER: MarkerLook.CATALOGUE,
}
_RINGED = {SpotLook.ASKED, SpotLook.RIGHT}
_LABELLED = {SpotLook.RIGHT, SpotLook.CHOSEN_WRONGLY}


def quiz_scene(album: BodyAlbum, view: QuizPictureView) -> BodyScene | None:
    """Show the places of a question near by; each marker's key is its number. ``None`` without a picture."""
    found = [
        (spot, at)
        for spot in view.spots
        if (at := album.find(spot.point, spot.side, view.picture)) is not None
        and at.picture.id == view.picture
    ]
    if not found:
        return None
    picture, turn = found[0][1].picture, found[0][1].turn
    markers = sorted(
        (_marker(spot, at) for spot, at in found), key=lambda marker: marker.look is MarkerLook.NOW
    )
    return BodyScene(
        view=picture.id,
        picture=picture.file,
        size_px=picture.size_px,
        px_per_mm=picture.px_per_mm,
        spoken=view.spoken,
        turn=turn,
        markers=tuple(markers),
        sides=side_marks(picture, SideWords(view.your_left, view.your_right), turn, picture.id),
        window=_window(picture, [at for _spot, at in found]),
        outline=picture.outline,
    )


def _marker(spot: SpotView, at: SiteOnPicture) -> Marker:
    return Marker(
        key=spot.number,
        look=_LOOKS[spot.look],
        x_px=at.x_px,
        y_px=at.y_px,
        name=spot.name,
        detail=spot.detail,
        spoken=spot.spoken,
        number=spot.number if spot.look is SpotLook.OFFERED else None,
        label=LabelWish.NEARER_MARGIN if spot.look in _LABELLED else LabelWish.NONE,
        tolerance_mm=at.site.uncertainty_mm if spot.look in _RINGED else None,
    )


def _window(picture: Picture, places: list[SiteOnPicture]) -> Window:
    """Cut the picture to the neighbourhood of some places."""
    width, height = picture.size_px
    margin = _MARGIN * max(picture.size_px)
    left, wide = _span([at.x_px for at in places], margin, _WIDE_MIN * width, width)
    top, tall = _span([at.y_px for at in places], margin, _TALL_MIN * height, height)
    return Window(left, top, wide, tall)


def _span(places: list[float], margin: float, least: float, whole: float) -> tuple[float, float]:
    """Return where a stretch around some places begins and how long it is, within 0 to ``whole``."""
    long = min(whole, max(least, max(places) - min(places) + 2 * margin))
    middle = (min(places) + max(places)) / 2
    return min(max(0.0, middle - long / 2), whole - long), long
