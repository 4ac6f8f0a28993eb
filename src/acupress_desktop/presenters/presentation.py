"""The large view for showing points to somebody: asks for their agreement, then point by point."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol as Port

from acupress_desktop.domain.atlas import Point, Pressability
from acupress_desktop.domain.ids import PointCode, ProtocolId, RowId
from acupress_desktop.domain.journal import ConsentRecord
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import JournalChange, SettingsPort
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.atlas_card import hanzi_of
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.destinations import Back, Destination
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.presentation_view import (
    ConsentView,
    PresentationView,
    SetOption,
    ShowingView,
    ShownRow,
    ShownSite,
)
from acupress_desktop.words import atlas as atlas_words
from acupress_desktop.words import atlas_card as card_words
from acupress_desktop.words import complaints, how_to, notices, storage
from acupress_desktop.words import presentation as words


class ConsentJournal(Port):
    """What the view needs of the journal: a place to note that somebody agreed, and nothing to read."""

    def remember_consent(self, record: ConsentRecord) -> JournalChange:
        """Keep that a client agreed."""
        ...


class PresentationPresenter:
    """Presents the view; every intent returns the new view or where to go."""

    def __init__(
        self,
        content: AtlasContent,
        journal: ConsentJournal,
        settings: SettingsPort,
        now: Callable[[], Moment],
        next_id: Callable[[], RowId],
    ) -> None:
        self._content = content
        self._journal = journal
        self._settings = settings
        self._now = now
        self._next_id = next_id
        self._sets = tuple(protocol for protocol in content.protocols if protocol.offered)
        self._set = self._sets[0]
        self._place = 0
        self._alone: PointCode | None = None
        self._side = SiteSide.LEFT
        self._ticked = Choice.OPEN
        self._agreed: Moment | None = None
        self._trouble = ""

    def start_with(self, protocol: ProtocolId | None, point: PointCode | None) -> None:
        """Begin with a set, or with one point of the first set that has it."""
        for each in self._sets:
            points = self._points_of(each)
            if protocol == each.id or (protocol is None and point in points):
                self._set = each
                self._place = points.index(point) if point in points else 0
                return
        if protocol is None and point in self._content.atlas:
            self._alone = point

    # --- Intents

    def present(self) -> PresentationView:
        """Ask for agreement first, then show the point."""
        return self._asking() if self._agreed is None else self._showing(self._agreed)

    def choose_set(self, protocol: ProtocolId) -> PresentationView:
        """Show another set."""
        found = [each for each in self._sets if each.id == protocol]
        if found:
            self._set, self._place, self._alone = found[0], 0, None
        return self.present()

    def tick(self, ticked: Choice) -> PresentationView:
        """The person agrees, or takes it back."""
        self._ticked = ticked
        return self.present()

    def begin(self) -> PresentationView:
        """Note the agreement and show the first point; without the note nothing is shown."""
        if self._ticked is Choice.OPEN or self._agreed is not None:
            return self.present()
        moment = self._now()
        try:
            self._journal.remember_consent(ConsentRecord(self._next_id(), moment, words.consent_words()))
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return self.present()
        self._trouble = ""
        self._agreed = moment
        return self.present()

    def next(self) -> PresentationView:
        """The next point, if there is one."""
        self._place = min(self._place + 1, len(self._points()) - 1)
        return self.present()

    def previous(self) -> PresentationView:
        """The point before, if there is one."""
        self._place = max(self._place - 1, 0)
        return self.present()

    def choose(self, point: PointCode, side: SiteSide) -> PresentationView:
        """Speak of another point on the picture."""
        points = self._points()
        if point in points:
            self._place = points.index(point)
            if side is not SiteSide.MIDLINE:
                self._side = side
        return self.present()

    def other_side(self) -> PresentationView:
        """Show the client's other side."""
        self._side = self._side.mirrored
        return self.present()

    def leave(self) -> Destination:
        """Back to where the view was opened."""
        return Back()

    # --- The first page

    def _asking(self) -> ConsentView:
        return ConsentView(
            page=words.page(),
            title=words.ask_title(),
            lead=words.ask_lead(),
            not_an_assessment=notices.demonstration(),
            sets_heading=words.what_to_show(),
            sets=tuple(
                SetOption(
                    each.id,
                    complaints.set_title(each.title),
                    Choice.when(each is self._set and self._alone is None),
                )
                for each in self._sets
            ),
            consent_heading=words.consent_heading(),
            consent=words.consent_words(),
            agrees=words.agrees(),
            consent_kept=words.consent_kept(),
            agreed=self._ticked,
            begin=ActView(
                words.begin(), blocked_because="" if self._ticked is Choice.CHOSEN else words.tick_first()
            ),
            leave=words.leave(),
            trouble=self._trouble,
        )

    # --- The points

    def _points_of(self, protocol: Protocol) -> tuple[PointCode, ...]:
        return tuple(dict.fromkeys(step.point for step in protocol.steps))

    def _points(self) -> tuple[PointCode, ...]:
        return (self._alone,) if self._alone is not None else self._points_of(self._set)

    def _site(self, point: Point) -> SiteSide:
        return self._side if self._side in point.sites else point.sites[0]

    def _showing(self, agreed: Moment) -> ShowingView:
        settings = self._settings.recall_settings()
        points = self._points()
        point = self._content.atlas[points[self._place]]
        side = self._site(point)
        how = self._content.how_to.get(point.code)
        place = self._content.place(point, side)
        set_title = complaints.set_title(self._set.title) if self._alone is None else point.english
        sites = tuple(
            self._shown(self._content.atlas[code], number, site, point, side)
            for number, code in enumerate(points, start=1)
            for site in self._content.atlas[code].sites
        )
        last = len(points) - 1
        return ShowingView(
            page=words.page(),
            mast=words.place_and_set(set_title, place),
            mast_note=" ".join((notices.demonstration(), words.agreed(agreed), words.leave_keys())),
            counter=words.point_of(self._place + 1, len(points)),
            title=point.english,
            code=point.label if point.display_code is not None else "",
            pinyin=point.pinyin,
            hanzi=hanzi_of(point, settings.hanzi),
            rows=self._rows(point),
            wanted="" if how is None else how.close_up,
            site=next(each for each in sites if each.now is Choice.CHOSEN),
            sites=sites,
            way=None if how is None else how.measure,
            way_begins="" if how is None or how.measure is None else how_to.landmark(how.measure.from_label),
            left=words.clients_left(),
            right=words.clients_right(),
            previous=ActView(
                words.previous_point(),
                detail=str(max(1, self._place)),
                blocked_because="" if self._place else words.first_already(),
            ),
            next=ActView(
                words.next_point(), blocked_because="" if self._place < last else words.last_already()
            ),
            other_side=ActView(words.other_side(side.mirrored)) if point.bilateral else None,
            leave=words.leave(),
            spoken=words.spoken(place, point.english, len(points)),
            figure=settings.figure,
        )

    def _shown(self, each: Point, number: int, site: SiteSide, point: Point, side: SiteSide) -> ShownSite:
        detail = words.both_sides(each.label) if each.bilateral else each.label
        return ShownSite(
            point=each.code,
            side=site,
            number=number,
            name=each.english,
            detail=detail,
            spoken=atlas_words.site_spoken(each.english, each.label, site),
            now=Choice.when(each.code == point.code and site is side),
        )

    def _rows(self, point: Point) -> tuple[ShownRow, ...]:
        how = self._content.how_to.get(point.code)
        where = how_to.line(how.caption) if how is not None else point.location
        gentle = point.code in self._content.pregnancy_points
        pregnancy = words.in_pregnancy_gently() if gentle else words.in_pregnancy()
        own = tuple(card_words.note(self._content.notes.cautions[name]) for name in point.cautions)
        rows = [ShownRow(words.where(), where)]
        if how is not None and point.pressability is not Pressability.NEVER:
            rows.append(ShownRow(words.how(), how_to.line(how.press_with)))
        rows.append(ShownRow(words.leave_out(), " ".join((pregnancy, words.over_sore_skin(), *own))))
        rows.append(ShownRow(words.stop(), words.stop_rule()))
        return tuple(rows)
