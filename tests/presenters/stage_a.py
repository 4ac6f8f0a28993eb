"""A real journal in a folder of its own, the real data files, and a clock that a test moves by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import Evidence, read_evidence
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.content.occasion_files import read_occasions
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.content.safety_files import SafetyContent as SafetyFiles
from acupress_desktop.content.safety_files import read_safety
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RegionId, RowId
from acupress_desktop.domain.journal import (
    CheckInRecord,
    HoldRecord,
    PainReport,
    SessionEnd,
    SessionRecord,
)
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.occasions import Occasion
from acupress_desktop.domain.plans import Choices
from acupress_desktop.domain.ports import Glance
from acupress_desktop.domain.protocols import DoseStage, Form, Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.safety.places import NoDistances
from acupress_desktop.domain.settings import Settings, YesNo
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.presenters.outlines import next_set_of, outline, places_meant
from acupress_desktop.storage.glance import read_glance
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.opening import open_journal
from acupress_desktop.storage.profile import Profile

BERLIN = timezone(timedelta(hours=1), "CET")
EVENING = datetime(2026, 11, 22, 19, 2, tzinfo=BERLIN)


@dataclass
class HandClock:
    """A wall clock that stands still until a test moves it."""

    when: datetime = EVENING

    def now(self) -> Moment:
        return Moment.of(self.when, "Europe/Berlin")

    def local(self, wall_clock: datetime) -> Moment:
        return Moment.of(wall_clock.replace(tzinfo=BERLIN), "Europe/Berlin")

    def pass_time(self, **spans: float) -> None:
        self.when += timedelta(**spans)


@dataclass
class KeptSettings:
    """Settings in memory; a test that needs the file uses ``storage``."""

    kept: Settings = field(
        default_factory=lambda: Settings(
            first_run_done=YesNo.YES, birth_year=1982, can_be_pregnant=YesNo.NO, emergency_number="112"
        )
    )

    def recall_settings(self) -> Settings:
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        changed = tuple(
            name
            for name in ("emergency_number", "body_view", "figure", "birth_year", "can_be_pregnant")
            if getattr(self.kept, name) != getattr(settings, name)
        )
        self.kept = settings
        return changed

    def change(self, **values: object) -> None:
        self.kept = replace(self.kept, **values)  # type: ignore[arg-type]


class Chance:
    """Counts up, so that every key of a test is new and the same in each run."""

    def __init__(self) -> None:
        self._count = 0

    def bytes(self, length: int) -> bytes:
        self._count += 1
        return self._count.to_bytes(length, "big")


@dataclass(frozen=True)
class Files:
    """The real data files."""

    atlas: Atlas
    regions: RegionMap
    evidence: Evidence
    protocols: tuple[Protocol, ...]
    safety: SafetyFiles
    occasions: tuple[Occasion, ...]
    how_to: Mapping[PointCode, HowTo]

    def regions_of(self, complaint: ComplaintId) -> tuple[RegionId, ...]:
        return self.safety.catalogue.complaint(complaint).regions

    @property
    def near(self) -> NoDistances:
        return NoDistances(self.regions, self.atlas)


@cache
def files() -> Files:
    root = asset_root()
    atlas = read_atlas(root)
    regions = read_regions(root, atlas)
    evidence = read_evidence(root)
    protocols = read_protocols(root, atlas, evidence.sources)
    safety = read_safety(root, atlas, regions, protocols)
    occasions = read_occasions(root, protocols)
    return Files(atlas, regions, evidence, protocols, safety, occasions, read_how_to(root, atlas))


@dataclass
class Stage:
    """Everything that a presenter takes."""

    folder: Path
    clock: HandClock
    settings: KeptSettings
    journal: Journal
    chance: Chance

    @property
    def files(self) -> Files:
        return files()

    @property
    def row_ids(self) -> RowIds:
        """What makes keys for new rows."""
        return RowIds(self.clock.now, self.chance.bytes)

    def new_id(self) -> RowId:
        return self.row_ids.next()

    def glance(self) -> Glance | None:
        return read_glance(Profile(self.folder).glance, self.clock.now().local_date)


@contextmanager
def stage(folder: Path, when: datetime = EVENING) -> Iterator[Stage]:
    clock, chance = HandClock(when), Chance()
    journal = open_journal(folder, now=clock.now, random_bytes=chance.bytes)
    journal.verify()
    try:
        yield Stage(folder, clock, KeptSettings(), journal, chance)
    finally:
        journal.close()


def utc(year: int, month: int, day: int, hour: int = 12) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def fill_three_weeks(set_up: Stage) -> None:
    """Entries on most of the last 20 days, and nine sessions of the neck set, the first of them calm."""
    kept = set_up.clock.when
    for back in range(20, -1, -1):
        set_up.clock.when = kept - timedelta(days=back, hours=11)
        if back % 5 != 3:
            pain = PainReport(set_up.new_id(), RegionId("area-neck"), PainSide.BOTH, 4 + (back * 7) % 4)
            set_up.journal.remember_check_in(CheckInRecord(set_up.new_id(), set_up.clock.now(), (pain,)))
        if back % 2 and back > 1:
            set_up.clock.pass_time(hours=2)
            press_set(set_up, "P16" if back == 19 else "P01")
    set_up.clock.when = kept
    neck = next(protocol for protocol in set_up.files.protocols if protocol.id == "P01")
    plan = outline(neck, set_up.files.atlas, Choices(stage=DoseStage.USUAL))
    set_up.journal.remember_next_set(
        next_set_of(neck, plan, places_meant(set_up.files.regions, set_up.files.regions_of(neck.complaint)))
    )


def press_set(set_up: Stage, protocol: str, *, hold_seconds: int = 30, holds: int = 1) -> None:
    """A finished session in which ``holds`` sites were pressed."""
    record = SessionRecord(
        id=set_up.new_id(),
        started=set_up.clock.now(),
        protocol=ProtocolId(protocol),
        content_version="1",
        form=Form.FULL,
        stage=DoseStage.FIRST_WEEK,
        planned_holds=holds,
        planned_seconds=hold_seconds * holds,
        region=RegionId("area-neck"),
        side=None,
        rules=(),
        clearance_json="{}",
    )
    set_up.journal.remember_session_opened(record)
    for order in range(1, holds + 1):
        hold = HoldRecord(
            id=set_up.new_id(),
            session=record.id,
            moment=set_up.clock.now(),
            order=order,
            point=PointCode("LI4"),
            side=SiteSide.LEFT,
            prescribed_seconds=hold_seconds,
            hold_seconds=hold_seconds,
            held_seconds=float(hold_seconds),
            completed=True,
            changed_by=(),
            felt_pressure=3,
        )
        set_up.journal.remember_hold(hold)
    set_up.journal.remember_session_closed(record.id, end=SessionEnd.COMPLETED, ended=set_up.clock.now())
