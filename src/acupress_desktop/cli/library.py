"""The bundled data as the commands need it; everything heavy is read when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import InputRefused
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.ids import PointCode, ProtocolId

if TYPE_CHECKING:
    from acupress_desktop.content.evidence_files import Evidence
    from acupress_desktop.content.safety_files import SafetyContent
    from acupress_desktop.domain.articles import ArticleBook
    from acupress_desktop.domain.atlas import Atlas
    from acupress_desktop.domain.how_to import HowTo
    from acupress_desktop.domain.occasions import Occasion
    from acupress_desktop.domain.point_search import PointSearch
    from acupress_desktop.domain.protocols import Protocol
    from acupress_desktop.domain.regions import RegionMap
    from acupress_desktop.domain.safety.hazards import HazardLog
    from acupress_desktop.domain.safety.places import NearPoints


class Library:
    """Reads each file at most once; raises ``ContentError`` where one cannot be trusted."""

    @cached_property
    def root(self) -> Path:
        """The folder of the bundled data."""
        return asset_root()

    @cached_property
    def atlas(self) -> Atlas:
        """All points."""
        from acupress_desktop.content.atlas_files import read_atlas

        return read_atlas(self.root)

    @cached_property
    def regions(self) -> RegionMap:
        """All regions."""
        from acupress_desktop.content.region_files import read_regions

        return read_regions(self.root, self.atlas)

    @cached_property
    def evidence(self) -> Evidence:
        """Findings and sources."""
        from acupress_desktop.content.evidence_files import read_evidence

        return read_evidence(self.root)

    @cached_property
    def protocols(self) -> Mapping[ProtocolId, Protocol]:
        """All sets by id."""
        from acupress_desktop.content.protocol_files import read_protocols

        found = read_protocols(self.root, self.atlas, self.evidence.sources)
        return {protocol.id: protocol for protocol in found}

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """Shorter and softer ways through the sets."""
        from acupress_desktop.content.occasion_files import read_occasions

        return read_occasions(self.root, tuple(self.protocols.values()))

    @cached_property
    def safety(self) -> SafetyContent:
        """The safety screen: its rules, questions and words."""
        from acupress_desktop.content.safety_files import read_safety

        return read_safety(self.root, self.atlas, self.regions, self.protocols.values())

    @cached_property
    def hazards(self) -> HazardLog:
        """What can go wrong, and what stands against it."""
        from acupress_desktop.content.hazard_files import read_hazards

        catalogue, watch = self.safety.catalogue, self.safety.watch
        rules = [*(rule.id for rule in catalogue.rules), *(row.id for row in watch.rows)]
        return read_hazards(self.root, rules, [source.id for source in catalogue.sources])

    @cached_property
    def near_points(self) -> NearPoints:
        """Which points lie within some centimetres of a place."""
        from acupress_desktop.content.near_points_files import read_near_points

        return read_near_points(self.root, self.atlas, self.regions)

    @cached_property
    def how_to(self) -> Mapping[PointCode, HowTo]:
        """How every point is found and pressed."""
        from acupress_desktop.content.how_to_files import read_how_to

        return read_how_to(self.root, self.atlas)

    @cached_property
    def articles(self) -> ArticleBook:
        """The pages to read."""
        from acupress_desktop.content.album_files import read_view_names
        from acupress_desktop.content.article_files import LinkedPlaces, read_articles
        from acupress_desktop.presenters.help_view import HelpSection

        complaints = {protocol.complaint for protocol in self.protocols.values()}
        sections = {section.value for section in HelpSection}
        places = LinkedPlaces(self.atlas, complaints, read_view_names(self.root), sections)
        return read_articles(self.root, places)

    @cached_property
    def point_search(self) -> PointSearch:
        """The same search as in the window."""
        from acupress_desktop.content.search_word_files import read_search_words
        from acupress_desktop.domain.point_search import PointSearch
        from acupress_desktop.domain.search_topics import search_topics

        protocols = tuple(self.protocols.values())
        everyday = read_search_words(self.root, self.regions, protocols)
        return PointSearch(self.atlas, search_topics(self.regions, protocols, everyday))

    def protocol(self, wanted: str) -> Protocol:
        """Return a set by id or complaint, or from a file of one's own; raise ``InputRefused``."""
        for protocol in self.protocols.values():
            if wanted.upper() == protocol.id or wanted == protocol.complaint:
                return protocol
        path = Path(wanted)
        if path.suffix == ".toml" and path.is_file():
            from acupress_desktop.content.protocol_files import read_protocol

            return read_protocol(path, self.atlas, self.evidence.sources)
        known = ", ".join(self.protocols)
        raise InputRefused(f"no set {wanted!r}: use one of {known}, a complaint, or a .toml file")

    def code(self, text: str) -> PointCode:
        """Return the code that was meant; raise ``InputRefused`` for one that the atlas does not hold."""
        from acupress_desktop.domain.atlas import UnknownPoint

        try:
            return self.atlas.find_code(text)
        except UnknownPoint as unknown:
            raise InputRefused(f"CODE: {unknown}") from unknown


@cache
def the_library() -> Library:
    """Return the one library of this process."""
    return Library()
