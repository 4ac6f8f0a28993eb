"""The evidence: on one set, on one point, or on all sets with what the best trials say."""

from __future__ import annotations

from collections.abc import Callable

from acupress_desktop.domain.evidence import Finding
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.presenters.destinations import Back, Destination, ToAtlas, ToEvidence
from acupress_desktop.presenters.evidence_cards import (
    EvidenceContent,
    certainty,
    complaint_card,
    finding_view,
    is_with_dummy,
    point_card,
)
from acupress_desktop.presenters.evidence_view import (
    BestTrialView,
    CardView,
    CertaintyView,
    GapShape,
    NamedLinesView,
    OverviewView,
    SetRowView,
)
from acupress_desktop.words import complaints
from acupress_desktop.words import evidence as lines
from acupress_desktop.words import evidence_best as best
from acupress_desktop.words import evidence_drawing as drawn
from acupress_desktop.words import evidence_page as words

BEST_TRIALS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("F29", best.best_knee_dummy),
    ("F24", best.best_period_dummy),
    ("F13", best.best_headache_dummy),
    ("F43", best.best_nerves_dummy),
    ("F46", best.best_nausea_dummy),
    ("F52", best.best_sleep_dummy),
    ("F28", best.best_knee_lessons),
    ("F19", best.best_period_tablets),
    ("F03", best.best_back_usual),
    ("F40", best.best_sleep),
)
"""The finding that each of the ten sentences is about; those with dummy points come first."""


class EvidencePresenter:
    """Shows what ``going`` asks for: a set, a point, or everything."""

    def __init__(self, content: EvidenceContent, going: ToEvidence) -> None:
        self._content = content
        self._going = going
        self._shape = GapShape.DRAWING

    # --- Intents

    def present(self) -> CardView | OverviewView:
        """Show the page."""
        if self._going.complaint is not None:
            return complaint_card(self._content, self._going.complaint, self._shape)
        if self._going.point is not None:
            return point_card(self._content, self._going.point, self._shape)
        return self._overview()

    def choose_shape(self, shape: GapShape) -> CardView | OverviewView:
        """Show the gaps as drawings, or as tables."""
        self._shape = shape
        return self.present()

    def open_set(self, complaint: ComplaintId) -> Destination:
        """Open the evidence on a set."""
        return ToEvidence(complaint=complaint)

    def open_point(self, point: PointCode) -> Destination:
        """Open the evidence on a point."""
        return ToEvidence(point=point)

    def overview(self) -> Destination:
        """Open the list of all sets."""
        return ToEvidence()

    def atlas(self) -> Destination:
        """Show the point of this page in the atlas."""
        return ToAtlas(self._going.point)

    def back(self) -> Destination:
        """To the page before."""
        return Back()

    # --- The first page

    def _overview(self) -> OverviewView:
        findings = {finding.id: finding for finding in self._content.book.findings}
        return OverviewView(
            page=words.page(),
            title=words.overview_title(),
            lead=words.overview_lead(),
            list_heading=words.list_heading(),
            list_lead=words.grade_is_about(),
            sets=tuple(self._set_row(protocol.complaint) for protocol in self._content.protocols),
            best_heading=words.sentences_heading(),
            best=tuple(self._best(findings[name], say()) for name, say in BEST_TRIALS if name in findings),
            how=NamedLinesView(drawn.how_to_read(), drawn.how_lines()),
        )

    def _set_row(self, complaint: ComplaintId) -> SetRowView:
        protocol = self._content.protocol(complaint)
        findings = self._content.book.about(complaint)
        grade = protocol.evidence.grade
        with_dummy = sum(is_with_dummy(finding) for finding in findings)
        return SetRowView(
            complaint=complaint,
            title=complaints.set_title(protocol.title),
            certainty=CertaintyView(grade, lines.certainty(grade), words.grade_means(grade), ""),
            grade=words.grade_short(grade),
            detail=words.set_detail(
                words.studies_of(len(findings), with_dummy),
                "" if protocol.offered else complaints.not_offered(),
            ),
        )

    def _best(self, finding: Finding, sentence: str) -> BestTrialView:
        study = finding_view(self._content, finding)
        against = words.with_dummy_eyebrow() if is_with_dummy(finding) else words.without_dummy_eyebrow()
        graded = certainty(finding.grade)
        spoken = (against, sentence, study.who, graded.words, study.source_line)
        return BestTrialView(
            against=against,
            sentence=sentence,
            who=study.who,
            certainty=graded,
            source_line=study.source_line,
            spoken=" ".join(spoken),
        )
