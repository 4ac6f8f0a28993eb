"""Reads what the atlas speaks from, beside the window, when a page first needs it."""

from __future__ import annotations

from acupress_desktop.app.atlas_words import atlas_content_of
from acupress_desktop.app.desk import Desk
from acupress_desktop.app.late_reading import LateReading, RefusedWords
from acupress_desktop.content.shelf import read_atlas_shelf
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.destinations import ToAtlas
from acupress_desktop.words import shell as words


def atlas_reading(desk: Desk) -> LateReading[AtlasContent]:
    """Return what reads for the pages around the atlas."""

    def read() -> AtlasContent:
        return atlas_content_of(desk.bundle.shelf, read_atlas_shelf(desk.bundle.assets, desk.bundle.shelf))

    def sentences(problem: str) -> tuple[str, ...]:
        return words.atlas_refused(problem), words.atlas_refused_next()

    return LateReading(desk, read, RefusedWords(words.atlas_cannot_open, sentences), ToAtlas)
