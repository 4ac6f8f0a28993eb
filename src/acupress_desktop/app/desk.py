"""What the pages are made from: one person's journal and settings, the bundled data, the clocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from acupress_desktop.app.body_studio import BodyStudio
from acupress_desktop.app.ground import Ground
from acupress_desktop.app.reminding import Reminding
from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.licence_files import BundledPart
from acupress_desktop.content.plate_files import read_region_plates
from acupress_desktop.content.shelf import Shelf
from acupress_desktop.domain.album_wish import wish_of
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.region_plates import RegionPlates
from acupress_desktop.domain.safety.places import NearPoints
from acupress_desktop.domain.settings import Figure, Settings
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.storage.journal import Journal
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.flow.body_pair import Pictures

FIGURES = {Figure.FEMALE: "figure_f", Figure.MALE: "figure_m"}


@dataclass(frozen=True, slots=True)
class Bundle:
    """The bundled data, read in the background."""

    assets: Path
    shelf: Shelf
    near: NearPoints
    parts: tuple[BundledPart, ...]
    albums: dict[Figure, BodyAlbum] = field(default_factory=dict)
    plates: dict[Figure, RegionPlates] = field(default_factory=dict)
    studio: BodyStudio = field(default_factory=BodyStudio)

    def album(self, figure: Figure) -> BodyAlbum:
        """Return the pictures of one figure, read once."""
        if figure not in self.albums:
            self.albums[figure] = read_album(self.assets, FIGURES[figure])
        return self.albums[figure]

    def region_plates(self, figure: Figure) -> RegionPlates:
        """Return which region each pixel of the figure's pictures shows, read once."""
        if figure not in self.plates:
            self.plates[figure] = read_region_plates(self.assets, FIGURES[figure], self.shelf.regions)
        return self.plates[figure]

    def shown_album(self, settings: Settings, year: int) -> BodyAlbum:
        """Return the pictures that the settings ask for; the baked ones until those are drawn."""
        drawn = self.studio.pictures(wish_of(settings, year))
        return self.album(settings.figure) if drawn is None else drawn.album

    def shown_plates(self, settings: Settings, year: int) -> RegionPlates:
        """Return which region each pixel of the same pictures shows."""
        drawn = self.studio.pictures(wish_of(settings, year))
        if drawn is None or drawn.plates is None:
            return self.region_plates(settings.figure)
        return drawn.plates


@dataclass(frozen=True, slots=True)
class Doors:
    """What a page may ask of the whole app."""

    window: QWidget
    open_journal: Callable[[JournalKind], None]
    """Close the open journal and open the person's own, or the sample."""
    remove_sample: Callable[[], None]
    close_journal: Callable[[], None]
    page_changed: Callable[[], None]
    """Something above the page changed what it shows."""
    reminding: Reminding | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """An open journal on its ground, with the bundled data beside it."""

    ground: Ground
    bundle: Bundle
    journal: Journal
    kind: JournalKind
    doors: Doors
    pictures: PictureShelf = field(default_factory=PictureShelf)

    @property
    def album(self) -> BodyAlbum:
        """Return the pictures of the body that the person chose."""
        return self.bundle.shown_album(self.ground.chosen(), self.ground.now().local_date.year)

    @property
    def body(self) -> Pictures:
        """Return the same pictures with their regions, for tapping and tinting places."""
        plates = self.bundle.shown_plates(self.ground.chosen(), self.ground.now().local_date.year)
        return Pictures(self.album, plates, self.pictures)
