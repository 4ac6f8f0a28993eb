"""Words for many points: parts of the body and what sets are for, as people call them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from acupress_desktop.domain.ids import ComplaintId, PointCode, RegionId
from acupress_desktop.domain.point_search import SearchTopic, TopicKind
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import Area, Region, RegionMap, RegionUnion


@dataclass(frozen=True, slots=True)
class EverydayWords:
    """What people say for some parts of the body, or for some complaints."""

    words: tuple[str, ...]
    regions: tuple[RegionId, ...] = ()
    complaints: tuple[ComplaintId, ...] = ()


def as_written(text: str) -> str:
    """Leave a title in English, for those who speak no other language here."""
    return text


def search_topics(
    regions: RegionMap,
    protocols: Iterable[Protocol],
    everyday: Iterable[EverydayWords],
    translated: Callable[[str], str] = as_written,
) -> tuple[SearchTopic, ...]:
    """Return the topics of a search: every region by its title, every set on offer, and everyday words.

    Titles are known in English and as ``translated`` says them. A set stands for the points that it presses,
    not for those that may come in instead.
    """
    sets = tuple(protocol for protocol in protocols if protocol.offered)
    points_of = {each.complaint: frozenset(step.point for step in each.steps) for each in sets}
    title_of = {each.complaint: translated(each.title) for each in sets}
    named: tuple[Area | Region | RegionUnion, ...] = (*regions.regions, *regions.areas, *regions.unions)
    topics = [
        SearchTopic(TopicKind.PLACE, _titles(each.title, translated), regions.points(each.id))
        for each in named
    ]
    topics += [
        SearchTopic(TopicKind.COMPLAINT, _titles(each.title, translated), points_of[each.complaint])
        for each in sets
    ]
    for said in everyday:
        if said.regions:
            points: frozenset[PointCode] = frozenset().union(*map(regions.points, said.regions))
            topics.append(SearchTopic(TopicKind.PLACE, said.words, points))
        topics += [
            SearchTopic(TopicKind.COMPLAINT, (title_of[complaint], *said.words), points_of[complaint])
            for complaint in said.complaints
            if complaint in points_of
        ]
    return tuple(topics)


def _titles(title: str, translated: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((translated(title), title)))
