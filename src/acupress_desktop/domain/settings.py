"""Every setting, declared once: type, bounds, default and words. Dialog, file check and docs derive from it.

A choice is an enum, a number has bounds, a text has a longest length and allowed characters. ``None`` =
not answered. The words are message ids of ``words.settings``.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import dataclass, field
from enum import Enum

from acupress_desktop.domain import body_bounds
from acupress_desktop.domain.troubles import BadValue, Reason


class Theme(Enum):
    """Colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class EveningTheme(Enum):
    """Colours of a session: dim ones in the evening, never or always."""

    DARK = "dark"
    """Dim from six in the evening to six in the morning."""
    SAME = "same"
    ALWAYS = "always"


class ReducedMotion(Enum):
    """Whether things move on the screen."""

    SYSTEM = "system"
    ON = "on"
    OFF = "off"


class Figure(Enum):
    """Which of the two figures the body map draws."""

    FEMALE = "female"
    MALE = "male"


class DrawnBody(Enum):
    """Whether the standard figure is drawn, or the person's own body."""

    FIGURE = "figure"
    OWN = "own"


class SkinTone(Enum):
    """Tone of the drawn body, from light to dark."""

    VERY_LIGHT = "very_light"
    LIGHT = "light"
    MEDIUM = "medium"
    DARK = "dark"
    VERY_DARK = "very_dark"


class BodyView(Enum):
    """How the body map faces the person."""

    AS_SEEN_BY_ANOTHER = "as_seen_by_another"
    MIRROR = "mirror"


class Drawing3d(Enum):
    """Who draws the body that can be turned: the graphics card where it can, or the processor alone."""

    AUTO = "auto"
    SOFTWARE = "software"


class FirstSide(Enum):
    """The side that is pressed first."""

    LEFT = "left"
    RIGHT = "right"


class OnOff(Enum):
    """A plain switch."""

    ON = "on"
    OFF = "off"


class BreathingPattern(Enum):
    """Which breaths the guide shows."""

    BY_WEEK = "by_week"
    EIGHT_A_MINUTE = "eight_a_minute"
    SIX_A_MINUTE = "six_a_minute"
    SIX_EQUAL = "six_equal"
    FIVE_A_MINUTE = "five_a_minute"
    OWN = "own"
    """The saved pattern that ``own_breath`` names."""


class BreathLook(Enum):
    """How a breath is drawn."""

    LIGHT_RING = "light_ring"
    HORIZON = "horizon"
    CIRCLE = "circle"


class VoiceDetail(Enum):
    """How much is spoken."""

    FULL = "full"
    BRIEF = "brief"
    TONES = "tones"


class Hanzi(Enum):
    """How Chinese names are written."""

    TRADITIONAL = "traditional"
    SIMPLIFIED = "simplified"


class WeekStart(Enum):
    """First day of a week in calendars; weekly medians are ISO weeks always."""

    MONDAY = "monday"
    SUNDAY = "sunday"
    SATURDAY = "saturday"


class YesNo(Enum):
    """An answer that may also be missing."""

    YES = "yes"
    NO = "no"


class ShoulderReach(Enum):
    """Whether the hands reach the upper back."""

    GOOD = "good"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a setting allows, beside its type. ``low``/``high`` bound numbers, the rest bounds texts."""

    words: str
    low: int = 0
    high: int = 0
    longest: int = 0
    characters: str = ""


PHONE_CHARACTERS = "0123456789+ "
VOICE_CHARACTERS = "".join(map(chr, (*range(32, 127), *range(161, 0x250))))
KEY_CHARACTERS = "".join(map(chr, (*range(32, 127), *range(161, 0x250))))
TEXT_SCALE_MIN_PERCENT = 100
TEXT_SCALE_MAX_PERCENT = 200
BIRTH_YEAR_MIN = 1900
BIRTH_YEAR_MAX = 2100
PIXELS_MAX = 32_767


def _about(
    words: str, *, low: int = 0, high: int = 0, longest: int = 0, characters: str = ""
) -> dict[str, Bounds]:
    return {"bounds": Bounds(f"setting.{words}", low, high, longest, characters)}


def _whole(words: str, bounds: body_bounds.Range) -> dict[str, Bounds]:
    return _about(words, low=int(bounds[0]), high=int(bounds[1]))


def _tenths(words: str, bounds: body_bounds.Range) -> dict[str, Bounds]:
    return _about(words, low=int(bounds[0] * 10), high=int(bounds[1] * 10))


def _pixels(words: str, low: int) -> dict[str, Bounds]:
    return _about(words, low=low, high=PIXELS_MAX)


@dataclass(frozen=True, slots=True)
class Settings:
    """The person's settings. Change one with ``dataclasses.replace``."""

    theme: Theme = field(default=Theme.SYSTEM, metadata=_about("theme"))
    evening_theme: EveningTheme = field(default=EveningTheme.DARK, metadata=_about("evening_theme"))
    text_scale_percent: int = field(
        default=100,
        metadata=_about("text_scale_percent", low=TEXT_SCALE_MIN_PERCENT, high=TEXT_SCALE_MAX_PERCENT),
    )
    reduced_motion: ReducedMotion = field(default=ReducedMotion.SYSTEM, metadata=_about("reduced_motion"))
    figure: Figure = field(default=Figure.FEMALE, metadata=_about("figure"))
    drawn_body: DrawnBody = field(default=DrawnBody.FIGURE, metadata=_about("drawn_body"))
    skin_tone: SkinTone = field(default=SkinTone.LIGHT, metadata=_about("skin_tone"))
    body_view: BodyView = field(default=BodyView.AS_SEEN_BY_ANOTHER, metadata=_about("body_view"))
    drawing_3d: Drawing3d = field(default=Drawing3d.AUTO, metadata=_about("drawing_3d"))
    first_side: FirstSide = field(default=FirstSide.LEFT, metadata=_about("first_side"))
    emergency_number: str = field(
        default="", metadata=_about("emergency_number", longest=20, characters=PHONE_CHARACTERS)
    )
    voice: OnOff = field(default=OnOff.OFF, metadata=_about("voice"))
    sounds: OnOff = field(default=OnOff.ON, metadata=_about("sounds"))
    voice_detail: VoiceDetail = field(default=VoiceDetail.FULL, metadata=_about("voice_detail"))
    voice_rate_percent: int = field(default=100, metadata=_about("voice_rate_percent", low=50, high=150))
    voice_volume_percent: int = field(default=80, metadata=_about("voice_volume_percent", low=0, high=100))
    voice_name: str = field(
        default="", metadata=_about("voice_name", longest=200, characters=VOICE_CHARACTERS)
    )
    sound_volume_percent: int = field(default=60, metadata=_about("sound_volume_percent", low=0, high=100))
    captions: OnOff = field(default=OnOff.ON, metadata=_about("captions"))
    breath_look: BreathLook = field(default=BreathLook.LIGHT_RING, metadata=_about("breath_look"))
    breath_glow: OnOff = field(default=OnOff.OFF, metadata=_about("breath_glow"))
    any_key: OnOff = field(default=OnOff.ON, metadata=_about("any_key"))
    session_keys: str = field(
        default="", metadata=_about("session_keys", longest=2000, characters=KEY_CHARACTERS)
    )
    own_breath: str = field(
        default="", metadata=_about("own_breath", longest=36, characters="0123456789abcdef-")
    )
    breathing: OnOff = field(default=OnOff.ON, metadata=_about("breathing"))
    breathing_pattern: BreathingPattern = field(
        default=BreathingPattern.BY_WEEK, metadata=_about("breathing_pattern")
    )
    hanzi: Hanzi = field(default=Hanzi.TRADITIONAL, metadata=_about("hanzi"))
    week_start: WeekStart = field(default=WeekStart.MONDAY, metadata=_about("week_start"))
    first_run_done: YesNo = field(default=YesNo.NO, metadata=_about("first_run_done"))
    birth_year: int | None = field(
        default=None, metadata=_about("birth_year", low=BIRTH_YEAR_MIN, high=BIRTH_YEAR_MAX)
    )
    can_be_pregnant: YesNo | None = field(default=None, metadata=_about("can_be_pregnant"))
    shoulder_reach: ShoulderReach | None = field(default=None, metadata=_about("shoulder_reach"))
    own_build_percent: int | None = field(default=None, metadata=_about("own_build_percent", low=0, high=100))
    own_height_cm: int | None = field(default=None, metadata=_whole("own_height_cm", body_bounds.HEIGHT_CM))
    own_weight_kg: int | None = field(default=None, metadata=_whole("own_weight_kg", body_bounds.WEIGHT_KG))
    own_age: int | None = field(default=None, metadata=_whole("own_age", body_bounds.AGE_YEARS))
    own_forearm_mm: int | None = field(
        default=None, metadata=_whole("own_forearm_mm", body_bounds.FOREARM_MM)
    )
    own_lower_leg_mm: int | None = field(
        default=None, metadata=_whole("own_lower_leg_mm", body_bounds.LOWER_LEG_MM)
    )
    own_shoulder_width_mm: int | None = field(
        default=None, metadata=_whole("own_shoulder_width_mm", body_bounds.SHOULDER_WIDTH_MM)
    )
    own_hand_mm: int | None = field(default=None, metadata=_whole("own_hand_mm", body_bounds.HAND_MM))
    own_thumb_tenth_mm: int | None = field(
        default=None, metadata=_tenths("own_thumb_tenth_mm", body_bounds.THUMB_MM)
    )
    own_four_fingers_tenth_mm: int | None = field(
        default=None, metadata=_tenths("own_four_fingers_tenth_mm", body_bounds.FOUR_FINGERS_MM)
    )
    card_scales: str = field(
        default="",
        metadata=_about(
            "card_scales", longest=body_bounds.SCALES_LONGEST, characters=body_bounds.SCALES_CHARACTERS
        ),
    )
    window_x_px: int | None = field(default=None, metadata=_pixels("window_x_px", -PIXELS_MAX))
    window_y_px: int | None = field(default=None, metadata=_pixels("window_y_px", -PIXELS_MAX))
    window_width_px: int | None = field(default=None, metadata=_pixels("window_width_px", 1))
    window_height_px: int | None = field(default=None, metadata=_pixels("window_height_px", 1))
    window_maximised: OnOff = field(default=OnOff.OFF, metadata=_about("window_maximised"))

    def __post_init__(self) -> None:
        """Bounds hold for every value, wherever it comes from."""
        for declared in declarations():
            problem = declared.problem(getattr(self, declared.key))
            if problem is not None:
                raise ValueError(f"{problem.field}: {problem.reason.value}, allowed {problem.allowed}")


class SettingKind(Enum):
    """Which control a setting needs."""

    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"


class Answer(Enum):
    """Whether a setting may stay unanswered."""

    ALWAYS = "always"
    MAY_BE_MISSING = "may_be_missing"


SettingValue = Enum | int | str | None


@dataclass(frozen=True, slots=True)
class SettingDeclaration:
    """One setting as dialog, file and docs see it."""

    key: str
    kind: SettingKind
    answer: Answer
    default: SettingValue
    choices: tuple[Enum, ...]
    bounds: Bounds

    def problem(self, value: object) -> BadValue | None:
        """Say why ``value`` (typed) cannot be this setting's, or ``None`` where it can."""
        if value is None:
            missing = self.answer is Answer.ALWAYS
            return BadValue(self.key, Reason.MISSING, self.allowed) if missing else None
        reason: Reason | None = None
        match self.kind:
            case SettingKind.CHOICE:
                reason = None if value in self.choices else Reason.NOT_A_CHOICE
            case SettingKind.NUMBER:
                if isinstance(value, bool) or not isinstance(value, int):
                    reason = Reason.WRONG_TYPE
                elif not self.bounds.low <= value <= self.bounds.high:
                    reason = Reason.OUT_OF_RANGE
            case SettingKind.TEXT:
                if not isinstance(value, str):
                    reason = Reason.WRONG_TYPE
                elif len(value) > self.bounds.longest:
                    reason = Reason.TOO_LONG
                elif set(value) - set(self.bounds.characters):
                    reason = Reason.BAD_CHARACTERS
        return None if reason is None else BadValue(self.key, reason, self.allowed)

    @property
    def allowed(self) -> str:
        """What is allowed, as bare values without a sentence."""
        match self.kind:
            case SettingKind.CHOICE:
                return ", ".join(str(choice.value) for choice in self.choices)
            case SettingKind.NUMBER:
                return f"{self.bounds.low} … {self.bounds.high}"
            case SettingKind.TEXT:
                return f"≤ {self.bounds.longest}: {self.bounds.characters}"

    def plain(self, value: SettingValue) -> str | int | None:
        """Return ``value`` as the settings file writes it."""
        return str(value.value) if isinstance(value, Enum) else value

    def typed(self, value: object) -> SettingValue | BadValue:
        """Return a value of the settings file as this setting's own type, or why it cannot be."""
        if self.kind is SettingKind.CHOICE and value is not None:
            found = next((choice for choice in self.choices if choice.value == value), None)
            return found if found is not None else BadValue(self.key, Reason.NOT_A_CHOICE, self.allowed)
        problem = self.problem(value)
        if problem is not None:
            return problem
        return typing.cast("SettingValue", value)


def declarations() -> tuple[SettingDeclaration, ...]:
    """Return every setting in the order of the dialog."""
    return _DECLARATIONS


def _declare(declared: dataclasses.Field[typing.Any], hint: object) -> SettingDeclaration:
    parts = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    kind = next(part for part in parts if part is not type(None))
    choices: tuple[Enum, ...] = ()
    if isinstance(kind, type) and issubclass(kind, Enum):
        choices = tuple(kind)
        setting_kind = SettingKind.CHOICE
    else:
        setting_kind = SettingKind.NUMBER if kind is int else SettingKind.TEXT
    return SettingDeclaration(
        key=declared.name,
        kind=setting_kind,
        answer=Answer.MAY_BE_MISSING if type(None) in parts else Answer.ALWAYS,
        default=declared.default,
        choices=choices,
        bounds=declared.metadata["bounds"],
    )


_HINTS = typing.get_type_hints(Settings)
_DECLARATIONS = tuple(_declare(each, _HINTS[each.name]) for each in dataclasses.fields(Settings))
