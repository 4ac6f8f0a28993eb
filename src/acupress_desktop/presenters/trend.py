"""The trend page: one place over one range, as chart and as table, with no conclusion drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import DayRange, JournalCounts
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.trends.daily import WHOLE_BODY, Area, daily_values, entries_of
from acupress_desktop.domain.trends.material import TrendMaterial
from acupress_desktop.domain.trends.permitted import Shown
from acupress_desktop.domain.trends.series import (
    FindingKind,
    TrendRange,
    TrendSeries,
    baseline_range,
    trend_series,
    week_values,
)
from acupress_desktop.presenters import trend_chart
from acupress_desktop.presenters.destinations import (
    Destination,
    LeaveSampleJournal,
    ToCheckIn,
    ToSampleJournal,
)
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.sample import JournalKind, sample_banner
from acupress_desktop.presenters.trend_view import (
    AreaOption,
    ComputedView,
    EmptyView,
    LegendMark,
    LegendView,
    PictureView,
    RangeOption,
    Shape,
    TableView,
    TrendView,
)
from acupress_desktop.words import body, sample, storage
from acupress_desktop.words import trend as words


class TrendJournal(Protocol):
    """What the page needs of the journal."""

    def recall_trend_material(self, days: DayRange) -> TrendMaterial:
        """Return the pain values and session days of some days."""
        ...

    def recall_counts(self) -> JournalCounts:
        """Count what the journal holds."""
        ...


@dataclass(frozen=True, slots=True)
class _Chosen:
    span: TrendRange
    last: date
    area: RegionId | None
    shape: Shape


class TrendPresenter:
    """Presents the page; every intent returns the new view or where to go."""

    def __init__(
        self,
        journal: TrendJournal,
        regions: RegionMap,
        now: Callable[[], Moment],
        kind: JournalKind = JournalKind.OWN,
    ) -> None:
        self._journal = journal
        self._regions = regions
        self._now = now
        self._kind = kind
        self._chosen: _Chosen | None = None
        self._areas_of = {area.id: area.id for area in regions.areas}
        self._areas_of.update({leaf.id: leaf.parent for leaf in regions.regions})

    def present(self) -> TrendView:
        """Show the page as it was left, or at first the range that holds the whole journal."""
        counts = self._journal.recall_counts()
        chosen = self._chosen or self._at_first(counts)
        self._chosen = chosen
        days = chosen.span.until(chosen.last)
        # The first week may begin before the range; its middle is that of all its days all the same.
        whole_weeks = DayRange(days.first - timedelta(days=days.first.weekday()), days.last)
        material = self._journal.recall_trend_material(whole_weeks)
        early_days = baseline_range(material.first_session)
        early = None if early_days is None else self._journal.recall_trend_material(early_days)
        area = self._area(chosen.area)
        series = trend_series(material, early, area, days)
        before = entries_of(
            (
                entry
                for entry in material.entries
                if entry.values and entry.values[0].moment.local_date < days.first
            ),
            area,
        )
        if before:
            series = replace(series, weeks=week_values(daily_values((*before, *series.entries))))
        return self._view(chosen, series, self._areas(material, chosen.area), counts)

    def choose_range(self, span: TrendRange) -> TrendView:
        """Look further back, or less far."""
        self._change(span=span)
        return self.present()

    def choose_area(self, area: RegionId | None) -> TrendView:
        """Look at one place, or with ``None`` at all of them."""
        self._change(area=area, keep_area=False)
        return self.present()

    def choose_shape(self, shape: Shape) -> TrendView:
        """Show the chart or its twin."""
        self._change(shape=shape)
        return self.present()

    def earlier(self) -> TrendView:
        """Move the range back: a day for the shortest one, a week for the others."""
        return self._move(-_step(self._now_chosen().span))

    def later(self) -> TrendView:
        """Move the range on, up to today."""
        return self._move(_step(self._now_chosen().span))

    def page_earlier(self) -> TrendView:
        """Move back by the whole range."""
        return self._move(-self._now_chosen().span.value)

    def page_later(self) -> TrendView:
        """Move on by the whole range, up to today."""
        return self._move(self._now_chosen().span.value)

    def to_today(self) -> TrendView:
        """Let the range end today."""
        self._change(last=self._now().local_date)
        return self.present()

    def check_in(self) -> Destination:
        """Write an entry."""
        return ToCheckIn()

    def explore_sample(self) -> Destination:
        """Look around in the made-up journal."""
        return ToSampleJournal()

    def remove_sample(self) -> Destination:
        """Back to the person's own journal."""
        return LeaveSampleJournal()

    def picture_saved(self, path: str) -> str:
        """Say that the picture is there."""
        return words.picture_saved(path)

    def picture_refused(self, path: str) -> str:
        """Say that there is no picture."""
        return words.picture_refused(path)

    # --- Choices

    def _now_chosen(self) -> _Chosen:
        if self._chosen is None:
            self._chosen = self._at_first(self._journal.recall_counts())
        return self._chosen

    def _at_first(self, counts: JournalCounts) -> _Chosen:
        today = self._now().local_date
        span = TrendRange.TWELVE_WEEKS
        if counts.first_day is not None:
            age_days = (today - counts.first_day).days + 1
            fitting = [each for each in (TrendRange.MONTH, TrendRange.TWELVE_WEEKS) if each.value >= age_days]
            span = fitting[0] if fitting else span
        found = self._most_logged(self._journal.recall_trend_material(span.until(today)))
        return _Chosen(span, today, found, Shape.CHART)

    def _change(
        self,
        *,
        span: TrendRange | None = None,
        last: date | None = None,
        shape: Shape | None = None,
        area: RegionId | None = None,
        keep_area: bool = True,
    ) -> None:
        before = self._now_chosen()
        self._chosen = _Chosen(
            span or before.span,
            last or before.last,
            before.area if keep_area else area,
            shape or before.shape,
        )

    def _move(self, by_days: int) -> TrendView:
        before = self._now_chosen()
        counts = self._journal.recall_counts()
        last = min(before.last + timedelta(days=by_days), self._now().local_date)
        if counts.first_day is not None:
            last = max(last, min(counts.first_day, before.last))
        elif by_days < 0:
            last = before.last
        self._change(last=last)
        return self.present()

    # --- Places

    def _logged(self, material: TrendMaterial) -> Counter[RegionId]:
        """Count in how many entries each area is named; "no pain anywhere" names none."""
        found: Counter[RegionId] = Counter()
        for entry in material.entries:
            named = {self._areas_of.get(value.region) for value in entry.values if value.region is not None}
            found.update(place for place in named if place is not None)
        return found

    def _most_logged(self, material: TrendMaterial) -> RegionId | None:
        logged = self._logged(material).most_common(1)
        return logged[0][0] if logged else None

    def _area(self, place: RegionId | None) -> Area:
        if place is None:
            return WHOLE_BODY
        return Area(frozenset({place, *self._regions.members(place)}))

    def _areas(self, material: TrendMaterial, chosen: RegionId | None) -> tuple[AreaOption, ...]:
        logged = self._logged(material)
        names = [place for place, _count in logged.most_common()]
        if chosen is not None and chosen not in names:
            names.append(chosen)
        if len(names) <= 1 and chosen in names:
            return ()
        options = [
            AreaOption(name, body.region(self._regions.title(name)), Choice.when(name == chosen))
            for name in names
        ]
        return (*options, AreaOption(None, words.everywhere(), Choice.when(chosen is None)))

    def _place(self, chosen: _Chosen) -> str:
        return "" if chosen.area is None else body.region(self._regions.title(chosen.area))

    # --- The view

    def _view(
        self,
        chosen: _Chosen,
        series: TrendSeries,
        areas: tuple[AreaOption, ...],
        counts: JournalCounts,
    ) -> TrendView:
        place = self._place(chosen)
        title = words.title(place, words.range_in_title(chosen.span))
        finding, rest = _finding(series)
        today = self._now().local_date
        weeks = tuple(
            words.spoken_week(week.monday, week.median.value)
            for week in series.weeks
            if isinstance(week.median, Shown)
        )
        spoken = words.spoken(
            title, f"{finding} {rest}".strip(), (*weeks, words.spoken_sessions(len(series.sessions)))
        )
        nothing = counts.check_ins == 0 and counts.sessions == 0
        return TrendView(
            page=words.page(),
            title=title,
            finding=finding,
            finding_rest=rest,
            ranges_name=words.ranges(),
            ranges=tuple(
                RangeOption(each, words.range_name(each), Choice.when(each is chosen.span))
                for each in TrendRange
            ),
            areas_name=words.areas(),
            areas=areas,
            shapes_name=words.shapes(),
            chart_name=words.chart(),
            table_name=words.table(),
            shape=chosen.shape,
            chart=trend_chart.chart_view(series, chosen.span, spoken),
            table=_table(series),
            legend=_legend(series),
            earlier=ActView(words.earlier()),
            later=ActView(
                words.later(), blocked_because=words.already_today() if chosen.last >= today else ""
            ),
            footnote=words.footnote(series.days_logged, series.days_in_range),
            how_computed=words.how_computed(),
            computed=ComputedView(
                words.how_computed(),
                words.computed(
                    series.method,
                    len(series.entries),
                    series.days_logged,
                    place.lower() or words.everywhere().lower(),
                    series.days.first,
                    series.days.last,
                ),
                words.close(),
            ),
            save_picture=words.save_picture(),
            picture=self._picture(series, place, title, (finding, rest)),
            empty=EmptyView(words.empty_title(), words.empty_text(), words.check_in(), sample.explore())
            if nothing
            else None,
            banner=sample_banner(self._kind),
        )

    def _picture(self, series: TrendSeries, place: str, title: str, finding: tuple[str, str]) -> PictureView:
        made_up = (sample.on_pictures(),) if self._kind is JournalKind.SAMPLE else ()
        below = (
            *made_up,
            words.picture_provenance(len(series.entries), series.days.first, series.days.last, series.method),
            words.footnote(series.days_logged, series.days_in_range),
            storage.not_medical_notice(),
        )
        return PictureView(
            dialog=words.picture_title(),
            name=words.picture_name(place, series.days.last),
            kinds=words.picture_kinds(),
            lines=(title, " ".join(part for part in finding if part), *below),
        )


def _step(span: TrendRange) -> int:
    return 1 if span is TrendRange.WEEK else 7


def _finding(series: TrendSeries) -> tuple[str, str]:
    finding = series.finding
    logged = words.days_logged(finding.days_logged, finding.days_in_range)
    match finding.kind:
        case FindingKind.NOTHING_LOGGED:
            return words.nothing_here(), ""
        case FindingKind.TOO_EARLY:
            return words.too_early(), logged
        case FindingKind.DAYS_LOGGED:
            return logged, words.no_conclusion()


def _legend(series: TrendSeries) -> tuple[LegendView, ...]:
    legend = [LegendView(LegendMark.ENTRY, words.legend_entry())]
    if any(isinstance(week.median, Shown) for week in series.weeks):
        legend.append(LegendView(LegendMark.WEEK, words.legend_week()))
    if series.sessions:
        legend.append(LegendView(LegendMark.SESSION, words.legend_session()))
    if isinstance(series.band, Shown):
        legend.append(LegendView(LegendMark.BAND, words.legend_band()))
    return tuple(legend)


def _table(series: TrendSeries) -> TableView:
    weeks = {week.monday: week for week in series.weeks}
    rows = []
    for row in series.table():
        week = weeks.get(row.day - timedelta(days=row.day.weekday()))
        middle = words.nothing()
        if week is not None:
            shown = week.median
            middle = (
                words.number(shown.value)
                if isinstance(shown, Shown)
                else words.week_withheld(week.days_logged)
            )
        rows.append(
            (
                words.table_day(row.day),
                words.nothing() if row.value is None else words.number(row.value),
                ", ".join(str(value) for value in row.entries) or words.nothing(),
                middle,
                str(row.sessions) if row.sessions else words.nothing(),
                ", ".join(words.context(tag) for tag in row.tags) or words.nothing(),
            )
        )
    heads = (
        words.column_day(),
        words.column_value(),
        words.column_entries(),
        words.column_week(),
        words.column_sessions(),
        words.column_context(),
    )
    return TableView(heads, tuple(rows))
