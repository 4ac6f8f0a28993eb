"""Which pictures of a body a person wants to see, where they are not the baked ones as they are."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.own_body import OwnBody, drawn_own_body
from acupress_desktop.domain.settings import Figure, Settings, SkinTone


@dataclass(frozen=True, slots=True)
class AlbumWish:
    """Whose pictures in which tone: the person's own body, or a standard figure in another tone."""

    who: OwnBody | Figure
    tone: SkinTone

    @property
    def own(self) -> bool:
        """Whether it is the person's own body."""
        return isinstance(self.who, OwnBody)


def wish_of(settings: Settings, year: int) -> AlbumWish | None:
    """Return what has to be drawn in the calendar ``year``; ``None`` where the baked pictures will do."""
    own = drawn_own_body(settings, year)
    if own is not None:
        return AlbumWish(own, settings.skin_tone)
    if settings.skin_tone is not SkinTone.LIGHT:
        return AlbumWish(settings.figure, settings.skin_tone)
    return None
