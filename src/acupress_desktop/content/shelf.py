"""All bundled data in one value: read once, checked against itself, shared by every room above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.content.atlas_files import AtlasNotes, read_atlas, read_atlas_notes
from acupress_desktop.content.evidence_files import Evidence, read_evidence
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.content.pregnancy_list_files import read_pregnancy_lists
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.content.safety_files import SafetyContent, read_safety
from acupress_desktop.content.search_word_files import read_search_words
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode
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
    search_words: tuple[EverydayWords, ...]
    pregnancy_lists: PregnancyLists


def read_shelf(root: Path) -> Shelf:
    """Read everything below the asset folder ``root``; raise ``ContentError`` for the first bad file."""
    atlas = read_atlas(root)
    regions = read_regions(root, atlas)
    evidence = read_evidence(root)
    protocols = read_protocols(root, atlas, evidence.sources)
    return Shelf(
        atlas=atlas,
        notes=read_atlas_notes(root),
        regions=regions,
        evidence=evidence,
        protocols=protocols,
        safety=read_safety(root, atlas, regions),
        how_to=read_how_to(root, atlas),
        search_words=read_search_words(root, regions, protocols),
        pregnancy_lists=read_pregnancy_lists(root, atlas),
    )
