"""Gaps between groups as drawings and tables, an axis for each kind of number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acupress_desktop.domain.evidence import Against, Effect, EffectKind, Finding, Mark, Source
from acupress_desktop.domain.ids import SourceId
from acupress_desktop.presenters.evidence_axes import AxisKey, AxisSpan, spans
from acupress_desktop.presenters.evidence_view import (
    AgainstView,
    AxisScale,
    AxisView,
    ForestRowView,
    ForestView,
    MarkLineView,
    TableView,
    TickView,
)
from acupress_desktop.words import evidence as lines
from acupress_desktop.words import evidence_drawing as drawn
from acupress_desktop.words import evidence_page as words
from acupress_desktop.words.numbers import sentence_start


@dataclass(frozen=True, slots=True)
class Gap:
    """One effect with the study that it comes from."""

    finding: Finding
    effect: Effect

    @property
    def people(self) -> int | None:
        """How many people it is about."""
        one_study = self.effect.studies == 1
        return self.effect.people or (self.finding.people if one_study else None)

    @property
    def compared(self) -> str:
        """With what, in words: as the study says it, where it made one comparison only.

        A study with dummy points often had a third group too, so its own words would name both.
        """
        kinds = {effect.against for effect in self.finding.effects}
        if len(kinds) == 1 and not self.finding.sham_controlled:
            return lines.line(self.finding.comparator)
        return words.against_short(self.effect.against)


@dataclass(frozen=True, slots=True)
class GapBook:
    """All gaps of one page, and the axes that they share."""

    gaps: tuple[Gap, ...]
    axes: Mapping[AxisKey, AxisSpan]
    marks: tuple[Mark, ...]
    sources: Mapping[SourceId, Source]

    @classmethod
    def of(
        cls, findings: Iterable[Finding], marks: tuple[Mark, ...], sources: Mapping[SourceId, Source]
    ) -> GapBook:
        """Gather what ``findings`` measured."""
        gaps = tuple(Gap(finding, effect) for finding in findings for effect in finding.effects)
        return cls(gaps, spans(gap.effect for gap in gaps), marks, sources)

    def against(self, against: Against) -> AgainstView:
        """Draw the gaps to one kind of comparison; nothing else is ever among them."""
        drawings = []
        for key, span in self.axes.items():
            gaps = tuple(gap for gap in self._all(against) if AxisKey.of(gap.effect) == key)
            if gaps:
                drawings.append(self._forest(against, key, span, gaps))
        return AgainstView(
            against=against,
            heading=words.against(against),
            drawings=tuple(drawings),
            nothing="" if drawings else words.no_number(against),
        )

    def has(self, against: Against) -> bool:
        """Whether there is any such gap."""
        return bool(self._all(against))

    def table(self, title: str, comparisons: tuple[Against, ...]) -> TableView:
        """Tell the same gaps as a table."""
        rows = []
        for against in comparisons:
            for gap in self._all(against):
                row = self._row(gap)
                who = drawn.who_pressed(_people(gap), pressed_words(gap.finding))
                cells = (row.title, row.compared, f"{row.gap}; {row.range_words}", f"{who} {row.source}")
                rows.append(cells)
        return TableView(title, drawn.table_heads(), tuple(rows))

    def _all(self, against: Against) -> tuple[Gap, ...]:
        return tuple(gap for gap in self.gaps if gap.effect.against is against)

    def _forest(self, against: Against, key: AxisKey, span: AxisSpan, gaps: tuple[Gap, ...]) -> ForestView:
        heading = drawn.kind_heading(key.kind, lines.line(key.scale))
        marks = self._marks(gaps)
        return ForestView(
            spoken=drawn.drawing_name(words.against(against), heading),
            heading=heading,
            axis=AxisView(
                scale=AxisScale.RATIO if key.kind is EffectKind.RATIO else AxisScale.LINEAR,
                low=span.low,
                high=span.high,
                zero=1.0 if key.kind is EffectKind.RATIO else 0.0,
                ticks=tuple(TickView(tick, f"{abs(tick):g}") for tick in span.ticks),
                better=drawn.with_pressing_better(key.kind),
                worse=drawn.with_pressing_worse(key.kind),
                no_difference=drawn.no_difference(),
                marks=tuple(self._mark_line(mark) for mark in marks),
            ),
            rows=tuple(self._row(gap) for gap in gaps),
            notes=tuple(lines.line(mark.said) for mark in marks),
        )

    def _marks(self, gaps: tuple[Gap, ...]) -> tuple[Mark, ...]:
        """Return the marks that these gaps name, each once."""
        named = {(gap.effect.kind, gap.effect.matters, gap.effect.matters_source) for gap in gaps}
        return tuple(mark for mark in self.marks if (mark.kind, mark.value, mark.source) in named)

    def _mark_line(self, mark: Mark) -> MarkLineView:
        source = lines.source_short(self.sources[mark.source])
        amount = _size(mark.value, _decimals((mark.value,)))
        return MarkLineView(-mark.value, drawn.clear_to_one_person(amount, source))

    def _row(self, gap: Gap) -> ForestRowView:
        effect = gap.effect
        decimals = _decimals((effect.value, effect.low or 0.0, effect.high or 0.0))
        title = drawn.outcome_when(sentence_start(lines.line(effect.outcome)), lines.line(effect.when))
        gap_words = drawn.gap(effect.kind, effect.value, _size(effect.value, decimals))
        ranged = _range(effect, decimals)
        finding = gap.finding
        source = self.sources[finding.source]
        detail = words.study_line(_people(gap), words.compared_with(gap.compared), pressed_words(finding))
        graded = words.not_graded() if finding.grade is None else lines.certainty(finding.grade)
        named = words.source_line(lines.source_short(source), lines.checked(source.checked))
        return ForestRowView(
            at=effect.value,
            low=effect.low,
            high=effect.high,
            title=title,
            gap=gap_words,
            range_words=ranged,
            detail=detail,
            compared=gap.compared,
            source=f"{graded} {named}",
            spoken=drawn.row_spoken(title, gap_words, ranged, f"{detail} {graded} {named}"),
        )


def _people(gap: Gap) -> str:
    people, studies = words.people(gap.people), gap.effect.studies
    return drawn.pooled(studies, people) if studies is not None and studies > 1 else people


def pressed_words(finding: Finding) -> str:
    """Say who pressed."""
    return words.by_themselves() if finding.self_administered else words.not_by_themselves()


def _range(effect: Effect, decimals: int) -> str:
    low, high = effect.low, effect.high
    if low is None or high is None:
        return drawn.no_range()
    if effect.kind is EffectKind.RATIO:
        told = drawn.ratio_both_sides if low <= 1 <= high else drawn.range_one_side
        return told(_size(low, decimals), _size(high, decimals))
    if low <= 0 <= high:
        return drawn.range_both_sides(_size(low, decimals), _size(high, decimals))
    small, large = sorted((abs(low), abs(high)))
    return drawn.range_one_side(_size(small, decimals), _size(large, decimals))


def _decimals(numbers: Iterable[float]) -> int:
    """Return how many digits behind the point the source gave."""
    return max(len(f"{number:.4f}".rstrip("0").partition(".")[2]) for number in numbers)


def _size(number: float, decimals: int) -> str:
    return f"{abs(number):.{decimals}f}"
