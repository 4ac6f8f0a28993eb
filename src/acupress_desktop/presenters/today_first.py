"""The home page before the journal is open: from the small glance file alone, with nothing heavy loaded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol as Port

from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import Glance, NextSet
from acupress_desktop.domain.settings import BodyView, Settings
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.presenters.today_view import (
    BodyPictureView,
    MarkView,
    Phase,
    SoreView,
    SparkDay,
    SparkView,
    TodayView,
)
from acupress_desktop.words import body, complaints, occasions
from acupress_desktop.words import today as words

SPARK_DAYS = 14


def first_view(glance: Glance | None, now: Moment, settings: Settings) -> TodayView:
    """Build the page for the first paint; a glance of another day still shows, with its days moved on."""
    kept = None if glance is None else glance.next_set
    last = None if glance is None else glance.last_pain
    today = now.local_date
    detail = "" if last is None else words.pain_entry(last.intensity, "")
    marks = () if kept is None else _bare_marks(kept)
    return TodayView(
        phase=Phase.GLANCE,
        page=words.page(),
        eyebrow=words.eyebrow(today, None),
        title=words.title_of_nothing() if kept is None else title_of(kept.title, now),
        summary=words.summary_of_nothing() if kept is None else words.minutes_with_pauses(kept.minutes),
        start=ActView(
            words.choose() if kept is None else words.start(), blocked_because=words.still_opening()
        ),
        day_line=words.still_opening(),
        change="" if kept is None else words.change_the_plan(),
        notices=(),
        spark=spark_view(() if glance is None else glance.days, today),
        check_in=words.check_in(),
        last_entry=words.no_entry_yet() if last is None else words.last_entry_on(last.day, today),
        last_entry_detail=detail,
        log=words.unpleasant(),
        evidence=None,
        evidence_fold=words.sources(),
        body=picture_view(
            marks,
            (),
            settings,
            words.body_of_nothing()
            if kept is None
            else words.set_on_the_body(complaints.set_title(kept.title)),
        ),
        low_energy=_low_energy(glance),
    )


def _low_energy(glance: Glance | None) -> ActView | None:
    """Keep the place of the second act; its points and minutes come with the set."""
    if glance is None or glance.next_set is None or not any(day.sessions for day in glance.days):
        return None
    return ActView(occasions.low_energy(), "\N{NO-BREAK SPACE}", blocked_because=words.still_opening())


def timeless_title(kept: NextSet) -> str:
    """Return the title of the next set without the part of the day."""
    return complaints.set_title(kept.title)


def title_of(set_title: str, now: Moment) -> str:
    """Say the set and the part of the day; a title that has a second half already is left alone."""
    name = complaints.set_title(set_title)
    return name if "," in name else words.title(name, now)


def picture_view(
    marks: tuple[MarkView, ...], sore: tuple[SoreView, ...], settings: Settings, spoken: str
) -> BodyPictureView:
    """Show the body with these points, turned as the person set it."""
    mirrored = settings.body_view is BodyView.MIRROR
    return BodyPictureView(
        marks=marks,
        sore=sore,
        figure=settings.figure,
        turned=settings.body_view,
        spoken=spoken,
        front_or_back=words.front_or_back(),
        front=body.front(),
        back=body.back_view(),
        turn=words.as_in_a_mirror() if not mirrored else words.as_seen_by_another(),
        your_left=body.your_left(),
        your_right=body.your_right(),
        elsewhere=words.elsewhere(),
    )


def _bare_marks(kept: NextSet) -> tuple[MarkView, ...]:
    """Numbers and codes alone: the names come with the atlas, after the first paint."""
    order = {point: number for number, point in enumerate(dict.fromkeys(s.point for s in kept.sites), 1)}
    return tuple(
        MarkView(
            order[site.point],
            site.point,
            site.side,
            site.point.removeprefix("X-").capitalize() if site.point.startswith("X-") else site.point,
            "",
            words.mark_spoken(order[site.point], site.point, "", body.side_words(site.side)),
        )
        for site in kept.sites
    )


def spark_view(days: Iterable[SparkDayLike], today: date) -> SparkView:
    """Fourteen days that end today, whatever day the values were written on."""
    kept = {each.day: SparkDay(each.day, each.value, each.sessions) for each in days}
    first = today - timedelta(days=SPARK_DAYS - 1)
    row = tuple(
        kept.get(day, SparkDay(day, None, 0))
        for day in (first + timedelta(days=number) for number in range(SPARK_DAYS))
    )
    logged = [each for each in row if each.value is not None]
    if logged:
        newest = logged[-1]
        day = words.sparkline_last() if newest.day == today else words.sparkline_first(newest.day)
        spoken = words.sparkline_spoken(
            len(logged), SPARK_DAYS, f"{newest.value:g}", day, sum(1 for each in row if each.sessions)
        )
    else:
        spoken = words.sparkline_empty()
    return SparkView(
        heading=words.sparkline_heading(),
        days=row,
        first=words.sparkline_first(first),
        last=words.sparkline_last(),
        legend=words.sparkline_legend(),
        empty="" if logged or any(each.sessions for each in row) else words.sparkline_empty(),
        spoken=spoken,
    )


class SparkDayLike(Port):
    """A day of the glance, or of this page."""

    @property
    def day(self) -> date:
        """The local day."""
        ...

    @property
    def value(self) -> float | None:
        """Its pain value."""
        ...

    @property
    def sessions(self) -> int:
        """How many sessions it had."""
        ...
