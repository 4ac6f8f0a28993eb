"""Made-up findings for the evidence page, each with what a drawing must not mix up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.shelf import Shelf, read_shelf
from acupress_desktop.domain.evidence import (
    Against,
    ComplaintEvidence,
    Effect,
    EffectKind,
    Finding,
    Grade,
    Mark,
    PointEvidence,
    Source,
    Tradition,
    Verified,
)
from acupress_desktop.domain.ids import ComplaintId, PointCode, SourceId
from acupress_desktop.presenters.destinations import ToEvidence
from acupress_desktop.presenters.evidence import EvidencePresenter
from acupress_desktop.presenters.evidence_cards import EvidenceContent

KNEE = ComplaintId("knee")
PC6 = PointCode("PC6")
DAY = date(2026, 11, 22)
TRIAL, MARKER, BOOK = SourceId("able-2019"), SourceId("marker-2001"), SourceId("old-book")
PAIN_MARK = Mark("pain", EffectKind.POINTS_0_10, "0-10 pain scale", 2.0, "Two kinds of number.", MARKER)

TO_DUMMY = Effect(
    "pain", EffectKind.POINTS_0_10, "0-10 pain scale", Against.DUMMY, 80, 1, -0.1, -0.8, 0.6, "after 8 weeks"
)
TO_USUAL = Effect(
    outcome="pain",
    kind=EffectKind.POINTS_0_10,
    scale="0-10 pain scale",
    against=Against.USUAL_CARE,
    people=80,
    studies=1,
    value=-0.54,
    low=-0.97,
    high=-0.1,
    when="after 12 weeks",
    matters=2.0,
    matters_source=MARKER,
)
NO_RANGE = replace(TO_USUAL, value=-1.0, low=None, high=None, when="at once")
STANDARDISED = replace(
    TO_USUAL, kind=EffectKind.STANDARDISED, scale="standardised difference", matters=None, matters_source=None
)
SLEEP_SCALE = replace(STANDARDISED, kind=EffectKind.OTHER_SCALE, scale="28-point scale", outcome="sleep")
MOOD_SCALE = replace(SLEEP_SCALE, scale="27-point scale", outcome="mood")
TO_TABLETS = replace(STANDARDISED, against=Against.OTHER_CARE, value=0.76, low=0.15, high=1.37)
RATIO = replace(
    STANDARDISED, kind=EffectKind.RATIO, scale="relative risk", value=0.68, low=0.6, high=0.77, studies=40
)


@dataclass(frozen=True, slots=True)
class Book:
    """The least that the page speaks from."""

    findings: tuple[Finding, ...]
    sources: Mapping[SourceId, Source]
    marks: tuple[Mark, ...] = (PAIN_MARK,)

    def about(self, complaint: ComplaintId) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if complaint in finding.complaints)

    def of_point(self, code: PointCode) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if code in finding.points)

    def complaint(self, complaint: ComplaintId) -> ComplaintEvidence:
        return ComplaintEvidence(complaint, ("Nobody knows.",), (Tradition("A song names it.", BOOK),))

    def point(self, code: PointCode) -> PointEvidence | None:
        return None


def finding(*effects: Effect, sham_controlled: bool = False) -> Finding:
    """A study of the knee with these gaps."""
    return Finding(
        id="F01",
        complaints=(KNEE,),
        people=80,
        comparator="dummy points" if sham_controlled else "usual care",
        self_administered=True,
        sham_controlled=sham_controlled,
        sentence="In 80 people something was found.",
        source=TRIAL,
        verified=Verified.READ,
        grade=Grade.LOW,
        points=(PC6,),
        effects=effects,
        grade_why="Not blinded.",
    )


def book(*findings: Finding) -> Book:
    """A book of these studies."""
    named = ((TRIAL, "Able 2019"), (MARKER, "Marker 2001"), (BOOK, "Old book"))
    sources = {key: Source(key, short, "A journal", "doi:10.1/x", DAY, Verified.READ) for key, short in named}
    return Book(findings, sources)


@cache
def shelf() -> Shelf:
    """What the app really says."""
    return read_shelf(asset_root())


def real_content() -> EvidenceContent:
    """The page's content, from the files."""
    return EvidenceContent(shelf().evidence, shelf().protocols, shelf().atlas)


def made_up(*findings: Finding, going: ToEvidence | None = None) -> EvidencePresenter:
    """The page of the knee, with these studies alone."""
    content = EvidenceContent(book(*findings), shelf().protocols, shelf().atlas)
    return EvidencePresenter(content, going or ToEvidence(complaint=KNEE))
