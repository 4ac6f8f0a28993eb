"""The bundled data in two values, read once, checked against itself and shared by every room above.

What sessions need is read at the start, and nothing is offered where a file of it is damaged. What only the
atlas speaks from is read when the atlas is first opened, so that a damaged file of it stops the atlas alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.content.album_files import read_view_names
from acupress_desktop.content.article_files import LinkedPlaces, read_articles
from acupress_desktop.content.atlas_files import AtlasNotes, read_atlas, read_atlas_notes
from acupress_desktop.content.evidence_files import Evidence, read_evidence, refuse_strangers
from acupress_desktop.content.how_to_files import read_how_to, read_set_how_to
from acupress_desktop.content.occasion_files import read_occasions
from acupress_desktop.content.pregnancy_list_files import read_pregnancy_lists
from acupress_desktop.content.pressure_files import read_pressure_source
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.content.safety_files import SafetyContent, read_safety
from acupress_desktop.content.search_word_files import read_search_words
from acupress_desktop.domain.articles import ArticleBook
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.occasions import Occasion
from acupress_desktop.domain.pregnancy_lists import PregnancyLists
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.search_topics import EverydayWords


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the app knows before it knows anything about a person."""

    atlas: Atlas
    notes: AtlasNotes
    regions: RegionMap
    evidence: Evidence
    protocols: tuple[Protocol, ...]
    safety: SafetyContent
    how_to: Mapping[PointCode, HowTo]
    """How the points that sets press are found and pressed."""
    pressure_source: Source
    """What the exercise with a kitchen scale leans on."""
    occasions: tuple[Occasion, ...]
    """Shorter and softer ways through the sets."""


@dataclass(frozen=True, slots=True)
class AtlasShelf:
    """What only the atlas, the learning of points and the view for others speak from."""

    how_to: Mapping[PointCode, HowTo]
    """How every point is found and pressed."""
    search_words: tuple[EverydayWords, ...]
    pregnancy_lists: PregnancyLists


def read_shelf(root: Path) -> Shelf:
    """Read what sessions need below ``root``; raise ``ContentError`` for the first bad file."""
    atlas = read_atlas(root)
    regions = read_regions(root, atlas)
    evidence = read_evidence(root)
    protocols = read_protocols(root, atlas, evidence.sources)
    refuse_strangers(root, evidence, atlas, (one.complaint for one in protocols))
    return Shelf(
        atlas=atlas,
        notes=read_atlas_notes(root),
        regions=regions,
        evidence=evidence,
        protocols=protocols,
        safety=read_safety(root, atlas, regions, protocols),
        how_to=read_set_how_to(root, atlas),
        pressure_source=read_pressure_source(root),
        occasions=read_occasions(root, protocols),
    )


def read_atlas_shelf(root: Path, shelf: Shelf) -> AtlasShelf:
    """Read what only the atlas speaks from; raise ``ContentError`` for the first bad file."""
    return AtlasShelf(
        how_to=read_how_to(root, shelf.atlas),
        search_words=read_search_words(root, shelf.regions, shelf.protocols),
        pregnancy_lists=read_pregnancy_lists(root, shelf.atlas),
    )


def read_learn_shelf(root: Path, shelf: Shelf, help_sections: Collection[str]) -> ArticleBook:
    """Read the pages to read; raise ``ContentError`` for the first bad file."""
    complaints = {protocol.complaint for protocol in shelf.protocols}
    return read_articles(root, LinkedPlaces(shelf.atlas, complaints, read_view_names(root), help_sections))
