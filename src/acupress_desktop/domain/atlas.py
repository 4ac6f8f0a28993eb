"""The points of the atlas: names, place, and whether and how firmly each may be pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.anatomy.rules import Place
from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.sides import SiteSide


class Meridian(Enum):
    """The line, or the group of extra points, that a code belongs to."""

    LUNG = "LU"
    LARGE_INTESTINE = "LI"
    STOMACH = "ST"
    SPLEEN = "SP"
    HEART = "HT"
    SMALL_INTESTINE = "SI"
    BLADDER = "BL"
    KIDNEY = "KI"
    PERICARDIUM = "PC"
    TRIPLE_ENERGIZER = "TE"
    GALLBLADDER = "GB"
    LIVER = "LR"
    GOVERNOR = "GV"
    CONCEPTION = "CV"
    EXTRA_HEAD_NECK = "EX-HN"
    EXTRA_CHEST_ABDOMEN = "EX-CA"
    EXTRA_BACK = "EX-B"
    EXTRA_UPPER_LIMB = "EX-UE"
    EXTRA_LOWER_LIMB = "EX-LE"
    UNCODED = "X"

    @property
    def is_group(self) -> bool:
        """Whether its points are extra ones that lie on no line."""
        return self.value.startswith(("EX", "X"))


class Pressability(Enum):
    """Who may press a point, and with what; ``NEVER`` points are for study only."""

    YES = "yes"
    LIGHT_ONLY = "light_only"
    PARTNER_OR_TOOL = "partner_or_tool"
    NEVER = "never"


class Reach(Enum):
    """What a person needs to reach a point on their own body."""

    EASY = "easy"
    OPPOSITE_HAND = "opposite_hand"
    THUMBS_OR_FISTS = "thumbs_or_fists"
    TOOL_OR_PARTNER = "tool_or_partner"
    PARTNER = "partner"
    NOT_APPLICABLE = "not_applicable"


class PregnancyTier(Enum):
    """What lists for pregnancy say; for display only, the safety screen has its own short list."""

    NONE_LISTED = "none_listed"
    CAUTION = "caution"
    AVOID_REGION = "avoid_region"
    AVOID = "avoid"


@dataclass(frozen=True, slots=True)
class PointSources:
    """Which sources the names, the hanzi and the location were checked against."""

    name: tuple[str, ...]
    hanzi: tuple[str, ...]
    location: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alternative:
    """The second place of a point that the standard left undecided; ``said_by`` are ids of sources."""

    rule_text: str
    rule: Place
    location: str
    said_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One code of the atlas.

    ``max_felt_pressure`` is 0 to 10 as felt, ``None`` where the atlas sets no cap;
    ``max_hold_seconds`` likewise. ``press_note``, ``cautions`` and ``reach_note`` are
    message ids. ``measured_uncertainty_mm`` is the radius of the field in which 95 % of 71
    physicians placed the point (Molsberger 2012), where that was measured.

    ``rule_is_own_choice`` marks a number in the rule that no source gives. ``leans_on_own`` names the
    landmarks and heights with such a number that the rule leads back to; empty where there are none.
    ``alternative`` is the other place where the standard names two.
    """

    code: PointCode
    display_code: str | None
    meridian: Meridian
    number: int | None
    pinyin: str
    other_names: tuple[str, ...]
    hanzi_traditional: str
    hanzi_simplified: str
    english: str
    region: RegionId
    bilateral: bool
    rule_text: str
    rule: Place
    rule_is_own_choice: bool
    location: str
    measure: str
    remark: str | None
    pressability: Pressability
    max_felt_pressure: int | None
    max_hold_seconds: int | None
    press_note: str | None
    cautions: tuple[str, ...]
    reach: Reach
    reach_note: str | None
    pregnancy: PregnancyTier
    pregnancy_named_by: int
    measured_uncertainty_mm: float | None
    sources: PointSources
    leans_on_own: tuple[str, ...] = ()
    alternative: Alternative | None = None

    @property
    def sites(self) -> tuple[SiteSide, ...]:
        """Where the point lies: left and right, or once on the midline (or one named side)."""
        if self.bilateral:
            return (SiteSide.LEFT, SiteSide.RIGHT)
        return (SiteSide.MIDLINE,)

    @property
    def label(self) -> str:
        """The code, or the pinyin name where there is no code to show."""
        return self.display_code if self.display_code is not None else self.pinyin


class UnknownPoint(LookupError):
    """A code that the atlas does not hold."""

    def __init__(self, code: str) -> None:
        super().__init__(f"no point {code!r} in the atlas")
        self.code = code


class Atlas:
    """All points in their traditional order, with lookup by code."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._points = tuple(points)
        self._by_code = {point.code: point for point in self._points}

    def __iter__(self) -> Iterator[Point]:
        return iter(self._points)

    def __len__(self) -> int:
        return len(self._points)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __getitem__(self, code: PointCode) -> Point:
        """Return the point with that exact code; raise ``UnknownPoint`` otherwise."""
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownPoint(code) from None

    def find_code(self, text: str) -> PointCode:
        """Return the code that a person may have written as ``li 4``, ``LI-04`` or ``ex-hn3``.

        Raises ``UnknownPoint``.
        """
        wanted = _folded_code(text)
        for code in self._by_code:
            if _folded_code(code) == wanted:
                return code
        raise UnknownPoint(text)


def _folded_code(text: str) -> str:
    letters = "".join(sign for sign in text.upper() if sign.isalpha())
    digits = "".join(sign for sign in text if sign.isdigit()).lstrip("0")
    return letters + digits
