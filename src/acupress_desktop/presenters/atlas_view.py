"""What the atlas shows. The maps are drawn from places that the album of the figure knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.how_to import MeasuringLine
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.point_practice import Felt, Sureness
from acupress_desktop.domain.settings import BodyView, Figure
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import ActView, Choice, EvidenceView


@dataclass(frozen=True, slots=True)
class PointRowView:
    """One row of the list; ``cells`` are code, name and Chinese name, ``spoken`` the name as it is heard."""

    point: PointCode
    cells: tuple[str, str, str]
    choice: Choice
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class OptionView:
    """One entry of a choice, known by ``key``."""

    key: object
    label: str


@dataclass(frozen=True, slots=True)
class ChooserView:
    """A choice of one; ``key`` is chosen."""

    name: str
    options: tuple[OptionView, ...]
    key: object


class SiteLook(Enum):
    """How a site stands out on the small body."""

    OTHER = "other"
    CHOSEN = "chosen"
    OTHER_SIDE = "other_side"


@dataclass(frozen=True, slots=True)
class SiteView:
    """One site on a map, with every word it may need."""

    point: PointCode
    side: SiteSide
    name: str
    detail: str
    spoken: str
    look: SiteLook = SiteLook.OTHER


@dataclass(frozen=True, slots=True)
class WholeBodyView:
    """The small body. ``note`` says which view has the chosen point, or how many points are left out here."""

    name: str
    facing: str
    facings_name: str
    facings: tuple[tuple[str, str], ...]
    sites: tuple[SiteView, ...]
    note: str
    spoken: str


@dataclass(frozen=True, slots=True)
class CloseUpView:
    """The picture of one site near by. ``wanted`` is the picture that its instructions name.

    ``other_reading`` is the second place of a point on which the standard is undecided. Where no picture can
    show the site, ``part`` names the picture of its part of the body, which has no dot; ``nothing`` says so,
    or that there is no picture at all.
    """

    site: SiteView
    wanted: str
    place: str
    others: tuple[SiteView, ...]
    way: MeasuringLine | None
    way_lines: tuple[str, ...]
    way_begins: str
    ring: str
    other_reading: SiteView | None
    spoken: str
    part: str
    nothing: str


@dataclass(frozen=True, slots=True)
class PressingView:
    """Whether and how far the point is pressed, and why no further."""

    kind: Pressability
    words: str
    limit: str
    why: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A named row of the card."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointLinkView:
    """A link that opens another point."""

    point: PointCode
    label: str


@dataclass(frozen=True, slots=True)
class LinksView:
    """Links under a heading."""

    heading: str
    links: tuple[PointLinkView, ...]


@dataclass(frozen=True, slots=True)
class SetEvidenceView:
    """What is known of one set that holds the point."""

    title: str
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class PointCardView:
    """All that is said of one point. ``looked_for`` are counted facts about the person's own tries."""

    point: PointCode
    title: str
    code: str
    pinyin: str
    hanzi: str
    pressing: PressingView
    looked_for: str
    steps_heading: str
    steps: tuple[str, ...]
    no_steps: str
    feel_heading: str
    feel: tuple[str, ...]
    rows: tuple[RowView, ...]
    links: tuple[LinksView, ...]
    evidence_heading: str
    evidence: tuple[SetEvidenceView, ...]
    no_evidence: str
    evidence_all: str
    standard_heading: str
    standard: tuple[str, ...]
    spoken: str
    to_routine: str = ""
    """Adds the point to a routine of the person's own; empty where it is not pressed."""


@dataclass(frozen=True, slots=True)
class FeltOption:
    """One thing that may be felt."""

    what: Felt
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class SureOption:
    """One answer to how sure the person is."""

    how: Sureness
    label: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """The panel "Did I find it?". ``kept`` is empty until the answer is in the journal.

    ``advice`` answers what was ticked; ``easier`` follows an answer without a find.
    """

    point: PointCode
    title: str
    which: str
    how_to_try: str
    usual_heading: str
    usual: tuple[str, ...]
    felt_heading: str
    felt: tuple[FeltOption, ...]
    advice: tuple[str, ...]
    sure_heading: str
    sure: tuple[SureOption, ...]
    chosen: Sureness | None
    save: ActView
    cancel: str
    kept: str
    easier: LinksView | None
    take_back: str
    trouble: str


@dataclass(frozen=True, slots=True)
class TourView:
    """Where a tour of a line is."""

    line: str
    place: str
    keys: str
    previous: ActView
    next: ActView
    end: str
    spoken: str


class Kept(Enum):
    """Whether the chosen point is a favourite."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class KeepView:
    """The star."""

    label: str
    kept: Kept


@dataclass(frozen=True, slots=True)
class AtlasView:
    """The whole page. Acts that are ``None`` do not apply and are not shown.

    ``followed`` is the code of the line that is listed or toured, to be drawn on the body; empty for none.
    """

    page: str
    search: str
    search_hint: str
    typed: str
    found: str
    lists: ChooserView
    within: ChooserView | None
    list_name: str
    show_list: str
    heads: tuple[str, str, str]
    rows: tuple[PointRowView, ...]
    nothing_listed: str
    learn: ActView
    whole: WholeBodyView
    close_up: CloseUpView | None
    card: PointCardView | None
    nothing_chosen: str
    check: CheckView | None
    ask: ActView | None
    keep: KeepView | None
    trouble: str
    tour: TourView | None
    start_tour: ActView | None
    tabs_name: str
    words_tab: str
    picture_tab: str
    body_tab: str
    other_side: ActView | None
    turn: str
    present: ActView | None
    your_left: str
    your_right: str
    turned: BodyView
    figure: Figure
    followed: str
    hooks: HookWords


@dataclass(frozen=True, slots=True)
class HookWords:
    """Words of what stands beside the picture only where it is built."""

    picture_or_turning: str
    picture: str
    turning: str
    layers: str
    save_picture: str
