"""What today's set is for: sixteen sets as a list, and the body as its twin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol as Port

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import ComplaintId, OccasionId, RegionId
from acupress_desktop.domain.plans import Choices
from acupress_desktop.domain.ports import NextSet, SettingsPort
from acupress_desktop.domain.protocols import DoseStage, Form, Part, Protocol
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.settings import BodyView, Figure
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.presenters.destinations import Back, Destination, ToSafety
from acupress_desktop.presenters.occasions import OccasionRow, OccasionsView
from acupress_desktop.presenters.outlines import (
    areas_of,
    needs_side,
    next_set_of,
    outline,
    parts_of,
    places_meant,
)
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_bodies import leaves_of
from acupress_desktop.words import body, occasions
from acupress_desktop.words import complaints as words

CHEST = RegionId("area-chest")
BELLY = RegionId("area-belly")


class ComplaintsJournal(Port):
    """What the page needs of the journal."""

    def remember_next_set(self, next_set: NextSet | None) -> None:
        """Note what the home page offers from now on."""
        ...


class Opening(Enum):
    """Whether this person chooses for the first time."""

    FIRST = "first"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class SetView:
    """One set of the list. ``blocked_because`` is empty where it can be chosen."""

    complaint: ComplaintId
    title: str
    purpose: str
    minutes: str
    blocked_because: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class GroupView:
    """Sets under one heading."""

    heading: str
    sets: tuple[SetView, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One answer to "which side?"."""

    side: PainSide
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class PartView:
    """One answer to "hands or feet?"."""

    part: Part
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class ComplaintsView:
    """The page. ``caution`` speaks of a place for which there is no set; ``hint`` of what is missing.

    ``occasions`` are shorter ways through the set in use; each leads to the questions at once.
    """

    page: str
    title: str
    lead: str
    groups: tuple[GroupView, ...]
    all_sets: str
    caution: str
    sides_question: str
    sides: tuple[SideView, ...]
    parts_question: str
    parts: tuple[PartView, ...]
    go_on: str
    hint: str
    back: str
    tapped: RegionId | None
    areas: tuple[RegionId, ...]
    figure: Figure
    turned: BodyView
    spoken: str
    tinted: tuple[RegionSelection, ...]
    front: str
    back_name: str
    your_left: str
    your_right: str
    occasions_heading: str = ""
    occasions: tuple[OccasionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ComplaintsContent:
    """The data files that the page speaks from; ``regions_of`` gives a complaint's part of the body.

    ``occasions`` shows the shorter ways through the set in use; ``None`` where none are offered.
    """

    protocols: tuple[Protocol, ...]
    atlas: Atlas
    regions: RegionMap
    regions_of: Callable[[ComplaintId], tuple[RegionId, ...]]
    occasions: OccasionsView | None = None


@dataclass(frozen=True, slots=True)
class _Draft:
    tapped: RegionId | None = None
    complaint: ComplaintId | None = None
    side: PainSide | None = None
    part: Part | None = None


class ComplaintsPresenter:
    """One tap chooses most sets; those with a side or a half ask for it first."""

    def __init__(
        self,
        journal: ComplaintsJournal,
        settings: SettingsPort,
        content: ComplaintsContent,
        opening: Opening,
    ) -> None:
        self._journal = journal
        self._settings = settings
        self._content = content
        self._opening = opening
        self._draft = _Draft()
        self._areas = {
            protocol.complaint: areas_of(content.regions, content.regions_of(protocol.complaint))
            for protocol in content.protocols
        }

    def present(self) -> ComplaintsView:
        """Show the page as it is."""
        return self._view()

    def begin_with(self, complaint: ComplaintId | None) -> None:
        """Begin with a set chosen and ready to go on; one that is not offered is not chosen."""
        if complaint is not None and any(
            one.complaint == complaint and one.offered for one in self._content.protocols
        ):
            self._draft = _Draft(complaint=complaint)

    def tap(self, region: RegionId) -> ComplaintsView:
        """Show the sets for a place that was tapped; any leaf of an area will do."""
        area = self._area(region)
        self._draft = _Draft(tapped=None if area == self._draft.tapped else area)
        return self._view()

    def show_all(self) -> ComplaintsView:
        """Show every set again."""
        self._draft = replace(self._draft, tapped=None)
        return self._view()

    def choose(self, complaint: ComplaintId) -> ComplaintsView | Destination:
        """Choose a set; goes on at once where nothing else has to be said."""
        protocol = self._protocol(complaint)
        if not protocol.offered:
            return self._view()
        if complaint != self._draft.complaint:
            self._draft = _Draft(self._draft.tapped, complaint)
        return self._view() if self._missing() else self.go_on()

    def choose_side(self, side: PainSide) -> ComplaintsView:
        """Say which side hurts."""
        self._draft = replace(self._draft, side=side)
        return self._view()

    def choose_part(self, part: Part) -> ComplaintsView:
        """Say hands or feet."""
        self._draft = replace(self._draft, part=part)
        return self._view()

    def go_on(self) -> ComplaintsView | Destination:
        """Go to the safety questions, where nothing is missing."""
        draft = self._draft
        if draft.complaint is None or self._missing():
            return self._view()
        protocol = self._protocol(draft.complaint)
        choices = Choices(stage=DoseStage.USUAL, painful_side=draft.side or PainSide.BOTH, part=draft.part)
        plan = outline(protocol, self._content.atlas, choices)
        meant = self._content.regions_of(protocol.complaint)
        regions = places_meant(self._content.regions, meant)
        self._journal.remember_next_set(next_set_of(protocol, plan, regions))
        return ToSafety(draft.complaint, draft.side, draft.part)

    def choose_occasion(self, name: OccasionId) -> ComplaintsView | Destination:
        """Go to the questions for a shorter way through the set in use; what is in use stays as it is."""
        found = next((row for row in self._occasions() if row.occasion == name), None)
        return self._view() if found is None else found.going

    def back(self) -> Destination:
        """Leave the choice as it was."""
        return Back()

    # --- What is shown

    def _protocol(self, complaint: ComplaintId) -> Protocol:
        return next(one for one in self._content.protocols if one.complaint == complaint)

    def _area(self, region: RegionId) -> RegionId:
        regions = self._content.regions
        members = regions.members(region)
        return next((area.id for area in regions.areas if members[0] in regions.members(area.id)), region)

    def _occasions(self) -> tuple[OccasionRow, ...]:
        """Those of the set in use; none beside the sets for a place that was tapped."""
        shown = self._content.occasions
        return () if shown is None or self._draft.tapped is not None else shown.rows

    def _missing(self) -> str:
        draft = self._draft
        if draft.complaint is None:
            return words.choose_set_first()
        protocol = self._protocol(draft.complaint)
        if needs_side(protocol) and draft.side is None:
            return words.choose_side_first()
        if parts_of(protocol) and draft.part is None:
            return words.choose_part_first()
        return ""

    def _view(self) -> ComplaintsView:
        draft, settings = self._draft, self._settings.recall_settings()
        chosen = None if draft.complaint is None else self._protocol(draft.complaint)
        asks_side = chosen is not None and needs_side(chosen)
        halves = () if chosen is None else parts_of(chosen)
        missing = self._missing()
        return ComplaintsView(
            page=words.page(),
            title=words.title() if self._opening is Opening.FIRST else words.title_of_change(),
            lead=words.lead(),
            groups=self._groups(),
            all_sets="" if draft.tapped is None else words.all_sets(),
            caution=self._caution(),
            sides_question=words.which_side() if asks_side else "",
            sides=tuple(
                SideView(side, words.side(side), Choice.when(side is draft.side))
                for side in (PainSide.LEFT, PainSide.RIGHT, PainSide.BOTH)
            )
            if asks_side
            else (),
            parts_question=words.which_part() if halves else "",
            parts=tuple(PartView(part, words.part(part), Choice.when(part is draft.part)) for part in halves),
            go_on="" if chosen is None else words.go_on(words.set_title(chosen.title)),
            hint=missing if chosen is not None else "",
            back=words.back(),
            tapped=draft.tapped,
            areas=tuple(area.id for area in self._content.regions.areas),
            figure=settings.figure,
            turned=settings.body_view,
            spoken=words.body_spoken(),
            tinted=self._tinted(),
            front=body.front(),
            back_name=body.back_view(),
            your_left=body.your_left(),
            your_right=body.your_right(),
            occasions_heading=occasions.heading() if self._occasions() else "",
            occasions=self._occasions(),
        )

    def _tinted(self) -> tuple[RegionSelection, ...]:
        tapped = self._draft.tapped
        if tapped is None:
            return ()
        return leaves_of(self._content.regions, (RegionSelection(tapped, SiteSide.MIDLINE),))

    def _groups(self) -> tuple[GroupView, ...]:
        protocols, tapped = self._content.protocols, self._draft.tapped
        if tapped is not None:
            fitting = [one for one in protocols if tapped in self._areas[one.complaint]]
            place = words.suggestions_for(self._content.regions.title(tapped))
            if not fitting and tapped != CHEST:
                # The calm set is tied to no place, so it is what there is for all the others.
                fitting = [one for one in protocols if one.complaint == "calm"]
            return (GroupView(place, tuple(self._set(one) for one in fitting)),) if fitting else ()
        placed = tuple(one for one in protocols if self._areas[one.complaint])
        others = tuple(one for one in protocols if not self._areas[one.complaint])
        return (
            GroupView(words.group_of_places(), tuple(self._set(one) for one in placed)),
            GroupView(words.group_of_states(), tuple(self._set(one) for one in others)),
        )

    def _set(self, protocol: Protocol) -> SetView:
        return SetView(
            complaint=protocol.complaint,
            title=words.set_title(protocol.title),
            purpose=words.set_purpose(protocol.purpose),
            minutes=self._minutes(protocol) if protocol.offered else words.not_offered(),
            blocked_because=words.set_purpose(protocol.not_offered_because),
            choice=Choice.when(protocol.complaint == self._draft.complaint),
        )

    def _minutes(self, protocol: Protocol) -> str:
        choices = Choices(stage=DoseStage.USUAL, painful_side=PainSide.LEFT)
        parts = parts_of(protocol)
        if parts:
            choices = replace(choices, part=parts[0])
        full = outline(protocol, self._content.atlas, choices).minutes
        if not protocol.has_short_form:
            return words.minutes(full)
        short = outline(protocol, self._content.atlas, replace(choices, form=Form.SHORT)).minutes
        return words.minutes_range(short, full)

    def _caution(self) -> str:
        tapped = self._draft.tapped
        if tapped is None:
            return ""
        if tapped == CHEST:
            return words.chest()
        if tapped == BELLY:
            return words.belly()
        if any(tapped in areas for areas in self._areas.values()):
            return ""
        return words.nothing_for(self._content.regions.title(tapped))
