"""What the atlas and the view for others speak from, put together from the bundled data."""

from __future__ import annotations

from acupress_desktop.content.shelf import AtlasShelf, Shelf
from acupress_desktop.domain.ids import PointCode, RuleId
from acupress_desktop.domain.point_search import PointSearch
from acupress_desktop.domain.safety.rules import Catalogue, OnlyPoints
from acupress_desktop.domain.search_topics import search_topics
from acupress_desktop.presenters.atlas_content import AtlasContent, PointNotes
from acupress_desktop.words import body

PREGNANCY_RULE = RuleId("PR2")


def atlas_content_of(shelf: Shelf, upper: AtlasShelf) -> AtlasContent:
    """Put it together; the search is made here, with titles in the language of the app."""
    topics = search_topics(shelf.regions, shelf.protocols, upper.search_words, body.region)
    return AtlasContent(
        atlas=shelf.atlas,
        regions=shelf.regions,
        how_to=upper.how_to,
        notes=PointNotes(shelf.notes.press_notes, shelf.notes.cautions, shelf.notes.reach_notes),
        protocols=shelf.protocols,
        sources=shelf.evidence.sources,
        pregnancy_points=frozenset(_pregnancy_points(shelf.safety.catalogue)),
        pregnancy_lists=upper.pregnancy_lists,
        search=PointSearch(shelf.atlas, topics),
    )


def _pregnancy_points(catalogue: Catalogue) -> tuple[PointCode, ...]:
    """The only points that rule PR2 leaves in a pregnancy."""
    found = (limit.points for limit in catalogue.rule(PREGNANCY_RULE).limits if isinstance(limit, OnlyPoints))
    return next(found, ())
