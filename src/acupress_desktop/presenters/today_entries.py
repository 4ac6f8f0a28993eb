"""The newest entry on the home page: in a line, and as sore places on the body."""

from __future__ import annotations

from datetime import date

from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.journal import CheckInRecord
from acupress_desktop.domain.ports import KeptCheckIn
from acupress_desktop.domain.regions import RegionMap, RegionSelection, UnknownRegion
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.domain.trends.material import NO_PAIN_ANYWHERE
from acupress_desktop.presenters.safety_bodies import leaves_of
from acupress_desktop.presenters.today_view import SoreView
from acupress_desktop.words import body
from acupress_desktop.words import today as words


def last_entry(newest: tuple[KeptCheckIn, ...], today: date, regions: RegionMap) -> tuple[str, str]:
    """Say when the newest entry was made, and what it says of pain."""
    if not newest:
        return words.no_entry_yet(), ""
    record = newest[0].record
    return words.last_entry(record.moment, today), _entry_detail(record, regions)


def sore_places(newest: tuple[KeptCheckIn, ...], today: date, regions: RegionMap) -> tuple[SoreView, ...]:
    """Return where it hurt in the newest entry, if that is of today."""
    if not newest or newest[0].record.moment.local_date != today:
        return ()
    return tuple(
        SoreView(
            leaves_of(regions, (RegionSelection(pain.region, _SITES[pain.side]),)),
            words.sore_today(_place(pain.region, pain.side, regions).lower()),
        )
        for pain in newest[0].record.pains
        if pain.intensity > 0 and pain.region in regions
    )


def _entry_detail(record: CheckInRecord, regions: RegionMap) -> str:
    if not record.pains:
        return words.entry_without_pain()
    worst = max(record.pains, key=lambda pain: pain.intensity)
    if worst.region == NO_PAIN_ANYWHERE:
        return words.pain_entry(worst.intensity, "")
    return words.pain_entry(worst.intensity, _place(worst.region, worst.side, regions).lower())


def _place(region: RegionId, side: PainSide, regions: RegionMap) -> str:
    try:
        return body.sided_region(regions.title(region), side)
    except UnknownRegion:
        return region


_SITES = {
    PainSide.LEFT: SiteSide.LEFT,
    PainSide.RIGHT: SiteSide.RIGHT,
    PainSide.BOTH: SiteSide.MIDLINE,
    PainSide.MIDLINE: SiteSide.MIDLINE,
}
"""In a selection of a region, the midline stands for the whole of it."""
