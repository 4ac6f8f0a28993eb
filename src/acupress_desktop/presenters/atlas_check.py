"""One try at finding a point: what is felt, how sure the person is, one commit, what is easier instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from acupress_desktop.domain.atlas import Point, Pressability
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import Felt, PointCheck, Sureness
from acupress_desktop.domain.ports import PointPracticePort
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.atlas_card import links_to
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.atlas_view import CheckView, FeltOption, LinksView, SureOption
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.words import atlas as atlas_words
from acupress_desktop.words import atlas_check as words
from acupress_desktop.words import how_to, storage


@dataclass(frozen=True, slots=True)
class AtlasKeeping:
    """Where the atlas keeps what a person says about points, and what it needs for that."""

    practice: PointPracticePort
    now: Callable[[], Moment]
    next_id: Callable[[], RowId]


class Checking:
    """One try at finding one site: nothing is chosen at first, nothing is kept before ``keep``."""

    def __init__(self, content: AtlasContent, keeping: AtlasKeeping, point: Point, side: SiteSide) -> None:
        self._content = content
        self._keeping = keeping
        self.point = point
        self.side = side
        self._felt: tuple[Felt, ...] = ()
        self._sureness: Sureness | None = None
        self._kept: PointCheck | None = None
        self._trouble = ""

    def tick(self, what: Felt) -> None:
        """Tick what is felt, or take the tick back; "nothing" stands alone."""
        if what in self._felt:
            self._felt = tuple(each for each in self._felt if each is not what)
        elif what is Felt.NOTHING:
            self._felt = (what,)
        else:
            ticked = {*self._felt, what} - {Felt.NOTHING}
            self._felt = tuple(each for each in Felt if each in ticked)

    def answer(self, how: Sureness) -> None:
        """Say how sure the person is."""
        self._sureness = how

    def keep(self) -> None:
        """Write the answer to the journal; without an answer, or twice, nothing is written."""
        if self._sureness is None or self._kept is not None:
            return
        record = PointCheck(
            self._keeping.next_id(),
            self.point.code,
            self.side,
            self._sureness,
            self._felt,
            self._keeping.now(),
        )
        try:
            self._keeping.practice.remember_point_check(record)
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return
        self._trouble = ""
        self._kept = record

    def take_back(self) -> None:
        """Undo what was kept, and ask again."""
        if self._kept is None:
            return
        try:
            self._keeping.practice.remember_point_check_deleted(self._kept.id)
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return
        self._trouble = ""
        self._kept = None

    def view(self) -> CheckView:
        """Show the panel as it stands."""
        kept, how = self._kept, self._content.how_to.get(self.point.code)
        under = () if how is None else (how_to.under_finger(how.feel),)
        alone = self.point.pressability is not Pressability.PARTNER_OR_TOOL
        place = self._content.place(self.point, self.side)
        return CheckView(
            point=self.point.code,
            title=words.title(),
            which=atlas_words.site_spoken(self.point.english, self.point.label, self.side),
            how_to_try=words.how_to_try() if alone else f"{words.with_somebody()} {words.how_to_try()}",
            usual_heading=words.usual(),
            usual=(*under, how_to.often_felt()),
            felt_heading=words.what_do_you_feel(),
            felt=tuple(FeltOption(each, words.felt(each), Choice.when(each in self._felt)) for each in Felt),
            advice=self._advice(),
            sure_heading=words.how_sure(),
            sure=tuple(SureOption(each, words.sureness(each)) for each in Sureness),
            chosen=self._sureness,
            save=ActView(
                words.save(), blocked_because=words.choose_first() if self._sureness is None else ""
            ),
            cancel=words.cancel() if kept is None else words.done(),
            kept="" if kept is None else words.kept(kept.sureness, place),
            easier=None if kept is None else self._easier(kept),
            take_back=words.take_back(),
            trouble=self._trouble,
        )

    def _advice(self) -> tuple[str, ...]:
        told = {Felt.PULSE: words.on_a_beat(), Felt.SPREADING: words.on_spreading()}
        return tuple(told[each] for each in self._felt if each in told)

    def _easier(self, kept: PointCheck) -> LinksView | None:
        """After a try without a find: the easier points, or a kind word where none is known."""
        if kept.sureness is not Sureness.NOT_FOUND:
            return None
        how = self._content.how_to.get(self.point.code)
        instead = () if how is None else how.instead
        return links_to(
            self._content, words.when_not_found() if instead else words.when_not_found_alone(), instead
        )
