"""Cards of evidence: what was tested with and without dummy points, what nobody knows, what is taught."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol as Port

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.evidence import (
    Against,
    Comparators,
    ComplaintEvidence,
    Finding,
    Grade,
    Mark,
    PointEvidence,
    Source,
    Tradition,
    Verified,
)
from acupress_desktop.domain.ids import ComplaintId, PointCode, SourceId
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.presenters.evidence_drawing import GapBook, pressed_words
from acupress_desktop.presenters.evidence_view import (
    BlockView,
    CardView,
    CertaintyView,
    FindingView,
    GapShape,
    NamedLinesView,
    SourceLineView,
    TraditionView,
    WayView,
)
from acupress_desktop.presenters.pieces import SourceView
from acupress_desktop.words import complaints
from acupress_desktop.words import evidence as lines
from acupress_desktop.words import evidence_drawing as drawn
from acupress_desktop.words import evidence_page as words


class EvidenceBook(Port):
    """What the page needs of the data files."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in table order."""
        ...

    @property
    def sources(self) -> Mapping[SourceId, Source]:
        """Every source that is named anywhere."""
        ...

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The changes that people usually call clear."""
        ...

    def about(self, complaint: ComplaintId) -> tuple[Finding, ...]:
        """Return the findings on ``complaint``."""
        ...

    def of_point(self, code: PointCode) -> tuple[Finding, ...]:
        """Return the findings of studies that pressed the point."""
        ...

    def complaint(self, complaint: ComplaintId) -> ComplaintEvidence:
        """Return what is not known about ``complaint``, and what tradition says of it."""
        ...

    def point(self, code: PointCode) -> PointEvidence | None:
        """Return what tradition says of the point."""
        ...


@dataclass(frozen=True, slots=True)
class EvidenceContent:
    """What the page speaks from."""

    book: EvidenceBook
    protocols: tuple[Protocol, ...]
    atlas: Atlas

    def protocol(self, complaint: ComplaintId) -> Protocol:
        """Return the set for ``complaint``."""
        return next(each for each in self.protocols if each.complaint == complaint)


def certainty(grade: Grade | None, why: str = "") -> CertaintyView:
    """Tell a grade in words; ``why`` as its file has it."""
    if grade is None:
        return CertaintyView(None, words.not_graded(), "", "")
    return CertaintyView(grade, lines.certainty(grade), words.grade_means(grade), lines.line(why))


def finding_view(content: EvidenceContent, finding: Finding, about: str = "") -> FindingView:
    """Show one study: never without how many, compared with what, how sure, and its source with the day."""
    source = content.book.sources[finding.source]
    view = SourceView(lines.source_short(source), lines.source_full(source), lines.checked(source.checked))
    who = words.study_line(
        words.people(finding.people),
        words.compared_with(lines.line(finding.comparator)),
        pressed_words(finding),
    )
    sentence = lines.line(finding.sentence)
    graded = certainty(finding.grade, finding.grade_why)
    source_line = words.source_line(view.short, view.checked)
    not_verified = _not_verified(finding)
    spoken = (who, sentence, graded.words, graded.why, source_line, not_verified, about)
    return FindingView(
        who=who,
        sentence=sentence,
        certainty=graded,
        source=view,
        source_line=source_line,
        not_verified=not_verified,
        about=about,
        spoken=" ".join(part for part in spoken if part),
    )


def is_pooled(finding: Finding) -> bool:
    """Whether dummy and usual care stand in one number, which answers neither question."""
    return finding.comparators is Comparators.POOLED


def is_with_dummy(finding: Finding) -> bool:
    """Whether a study had dummy points, or a dummy device."""
    return not is_pooled(finding) and (
        finding.sham_controlled or any(each.against is Against.DUMMY for each in finding.effects)
    )


def complaint_card(content: EvidenceContent, complaint: ComplaintId, shape: GapShape) -> CardView:
    """Show what is known about the set for one complaint."""
    protocol = content.protocol(complaint)
    findings = content.book.about(complaint)
    beside = content.book.complaint(complaint)
    line = protocol.evidence
    named = tuple(content.book.sources[name] for name in line.sources if name in content.book.sources)
    points = tuple(dict.fromkeys(step.point for step in protocol.steps))
    return CardView(
        page=words.page(),
        eyebrow=words.page(),
        title=complaints.set_title(protocol.title),
        back=words.back(),
        overview=words.all_evidence(),
        certainty=CertaintyView(
            line.grade, lines.certainty(line.grade), words.grade_is_about(), words.grade_means(line.grade)
        ),
        lead=lines.line(line.text),
        lead_sources=tuple(
            words.source_line(lines.source_short(source), lines.checked(source.checked)) for source in named
        ),
        shapes_name=drawn.shapes_name(),
        shapes=((GapShape.DRAWING, drawn.drawing()), (GapShape.TABLE, drawn.table())),
        shape=shape,
        dummy=_with_dummy(content, findings, _unnamed),
        other=_without_dummy(content, findings, _unnamed),
        pooled=_pooled(content, findings, _unnamed),
        not_known=NamedLinesView(
            words.not_known_heading(),
            tuple(lines.line(each) for each in beside.not_known),
        ),
        tradition_heading=words.tradition_heading(),
        tradition_lead=words.tradition_lead() if beside.tradition else words.no_tradition(),
        tradition=_tradition(content, beside.tradition),
        how=NamedLinesView(drawn.how_to_read(), drawn.how_lines()),
        ways_heading=words.points_heading(),
        ways=tuple(WayView(_point_title(content, point), point=point) for point in points),
        atlas="",
        sources_heading=words.sources_heading(),
        sources=_sources(content, findings, beside.tradition, named),
    )


def point_card(content: EvidenceContent, code: PointCode, shape: GapShape) -> CardView:
    """Show what is known about one point: no grade of its own, since studies press several together."""
    findings = content.book.of_point(code)
    beside = content.book.point(code)
    tradition = () if beside is None else beside.tradition
    sets = tuple(each for each in content.protocols if any(step.point == code for step in each.steps))

    def sets_named(finding: Finding) -> str:
        about = (content.protocol(each).title for each in finding.complaints)
        return words.about_sets(", ".join(complaints.set_title(title) for title in about))

    return CardView(
        page=words.page(),
        eyebrow=words.page(),
        title=_point_title(content, code),
        back=words.back(),
        overview=words.all_evidence(),
        certainty=None,
        lead=words.point_lead() if findings else words.no_trial_of_point(),
        lead_sources=(),
        shapes_name=drawn.shapes_name(),
        shapes=((GapShape.DRAWING, drawn.drawing()), (GapShape.TABLE, drawn.table())),
        shape=shape,
        dummy=_with_dummy(content, findings, sets_named),
        other=_without_dummy(content, findings, sets_named),
        pooled=_pooled(content, findings, sets_named),
        not_known=NamedLinesView("", ()),
        tradition_heading=words.tradition_heading(),
        tradition_lead=words.tradition_lead() if tradition else words.no_tradition(),
        tradition=_tradition(content, tradition),
        how=NamedLinesView(drawn.how_to_read(), drawn.how_lines()),
        ways_heading=words.sets_heading() if sets else "",
        ways=tuple(WayView(complaints.set_title(each.title), complaint=each.complaint) for each in sets),
        atlas=words.to_atlas(),
        sources_heading=words.sources_heading(),
        sources=_sources(content, findings, tradition, ()),
    )


# --- Blocks

_About = Callable[[Finding], str]


def _unnamed(_finding: Finding) -> str:
    """On the page of a set nobody needs to be told which set a study is about."""
    return ""


def _with_dummy(content: EvidenceContent, findings: tuple[Finding, ...], about: _About) -> BlockView:
    """Show the studies with dummy points; of their gaps only those to the dummy."""
    book = GapBook.of(findings, content.book.marks, content.book.sources)
    told = tuple(finding for finding in findings if is_with_dummy(finding))
    return BlockView(
        eyebrow=words.with_dummy_eyebrow(),
        heading=words.with_dummy_heading(),
        lead=words.with_dummy_lead(),
        nothing="" if told else words.no_dummy_trial(),
        against=(book.against(Against.DUMMY),) if told else (),
        table=book.table(words.with_dummy_eyebrow(), (Against.DUMMY,)),
        findings_heading=words.trials_heading(),
        findings=tuple(finding_view(content, finding, about(finding)) for finding in told),
    )


def _without_dummy(content: EvidenceContent, findings: tuple[Finding, ...], about: _About) -> BlockView:
    """Show the studies without dummy points; of all gaps those that are not to a dummy."""
    book = GapBook.of(findings, content.book.marks, content.book.sources)
    told = tuple(finding for finding in findings if not (is_with_dummy(finding) or is_pooled(finding)))
    kinds = tuple(against for against in (Against.USUAL_CARE, Against.OTHER_CARE) if book.has(against))
    some = bool(told or kinds)
    return BlockView(
        eyebrow=words.without_dummy_eyebrow(),
        heading=words.without_dummy_heading(),
        lead=words.without_dummy_lead(),
        nothing="" if some else words.no_other_trial(),
        against=tuple(book.against(kind) for kind in kinds or ((Against.USUAL_CARE,) if some else ())),
        table=book.table(words.without_dummy_eyebrow(), (Against.USUAL_CARE, Against.OTHER_CARE)),
        findings_heading=words.trials_heading() if told else "",
        findings=tuple(finding_view(content, finding, about(finding)) for finding in told),
    )


def _pooled(content: EvidenceContent, findings: tuple[Finding, ...], about: _About) -> BlockView:
    """Tell the studies that put dummy and usual care in one number; nothing of them is drawn."""
    told = tuple(finding for finding in findings if is_pooled(finding))
    book = GapBook.of((), content.book.marks, content.book.sources)
    return BlockView(
        eyebrow=words.pooled_eyebrow(),
        heading="",
        lead=words.pooled_lead(),
        nothing="",
        against=(),
        table=book.table(words.pooled_eyebrow(), ()),
        findings_heading=words.trials_heading() if told else "",
        findings=tuple(finding_view(content, finding, about(finding)) for finding in told),
    )


# --- Beside them


def _point_title(content: EvidenceContent, code: PointCode) -> str:
    point = content.atlas[code]
    return words.point_title(point.label, point.english)


def _not_verified(finding: Finding) -> str:
    if finding.not_verified:
        return words.not_verified(lines.line(finding.not_verified))
    return words.nobody_read_it() if finding.verified is Verified.NOT_VERIFIED else ""


def _tradition(content: EvidenceContent, told: tuple[Tradition, ...]) -> tuple[TraditionView, ...]:
    return tuple(_tradition_view(content.book.sources[each.source], each) for each in told)


def _tradition_view(source: Source, told: Tradition) -> TraditionView:
    return TraditionView(
        told=lines.line(told.text),
        source_line=words.source_line(lines.source_short(source), lines.checked(source.checked)),
        not_verified=words.nobody_read_it() if source.verified is Verified.NOT_VERIFIED else "",
    )


def _sources(
    content: EvidenceContent,
    findings: Iterable[Finding],
    tradition: Iterable[Tradition],
    named: Iterable[Source],
) -> tuple[SourceLineView, ...]:
    """Every source of the page once: of studies, of marks, of the line of the set, of tradition."""
    ids: list[SourceId] = []
    for finding in findings:
        ids.append(finding.source)
        ids += [effect.matters_source for effect in finding.effects if effect.matters_source is not None]
    ids += [source.id for source in named]
    ids += [each.source for each in tradition]
    return tuple(_source_view(content.book.sources[each]) for each in dict.fromkeys(ids))


def _source_view(source: Source) -> SourceLineView:
    full = lines.source_full(source)
    return SourceLineView(
        name=source.short,
        full=full,
        line=words.source_line(full, lines.checked(source.checked)),
        not_verified=words.nobody_read_it() if source.verified is Verified.NOT_VERIFIED else "",
    )
