"""The atlas content of the data files, read once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas, read_atlas_notes
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.atlas_card import AtlasContent, PointNotes

PREGNANCY_POINTS = frozenset({PointCode("EX-HN3"), PointCode("PC6"), PointCode("HT7")})


@cache
def atlas_content() -> AtlasContent:
    """Everything that the atlas speaks from."""
    root = asset_root()
    atlas = read_atlas(root)
    notes = read_atlas_notes(root)
    sources = read_evidence(root).sources
    return AtlasContent(
        atlas=atlas,
        regions=read_regions(root, atlas),
        how_to=read_how_to(root, atlas),
        notes=PointNotes(notes.press_notes, notes.cautions, notes.reach_notes),
        protocols=read_protocols(root, atlas, sources),
        sources=sources,
        pregnancy_points=PREGNANCY_POINTS,
    )


@cache
def album() -> BodyAlbum:
    """The pictures of one figure."""
    return read_album(asset_root(), "figure_f")


def content_with_everything() -> AtlasContent:
    """As if every point of the atlas were in use, those of study too."""
    content = atlas_content()
    how_to = dict(content.how_to)
    template = next(iter(how_to.values()))
    for point in content.atlas:
        how_to.setdefault(point.code, replace(template, point=point.code, measure=None))
    return replace(content, how_to=how_to)


class Drawer:
    """Settings kept in memory."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.kept = settings or Settings()

    def recall_settings(self) -> Settings:
        """Return what is kept."""
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        """Keep it."""
        self.kept = settings
        return ()
