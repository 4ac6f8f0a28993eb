"""The settings page, generated from the declarations; every change is kept at once.

Which control a setting gets follows from its declaration. The groups below say where it stands; a setting
that is in no group and not listed as kept elsewhere fails a test.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.settings import (
    Answer,
    BodyView,
    BreathingPattern,
    Figure,
    SettingDeclaration,
    SettingKind,
    Settings,
    SettingValue,
    declarations,
)
from acupress_desktop.domain.troubles import BadValue, KnownTrouble
from acupress_desktop.presenters.destinations import (
    Destination,
    ToBreathing,
    ToFirstRun,
    ToHelp,
    ToPressure,
    ToSafetyAnswers,
    ToSessionKeys,
    ToYourBody,
)
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.trial import HearingPort
from acupress_desktop.words import (
    body,
    breathing,
    hearing,
    pressure,
    safety_answers,
    session_keys,
    storage,
    your_body,
)
from acupress_desktop.words import settings as words

GROUPS: tuple[tuple[Callable[[], str], tuple[str, ...]], ...] = (
    (words.group_look, ("theme", "text_scale_percent", "reduced_motion", "evening_theme", "week_start")),
    (words.group_body, ("figure", "body_view", "drawing_3d", "hanzi")),
    (
        words.group_session,
        (
            "first_side",
            "breathing",
            "breathing_pattern",
            "breath_look",
            "breath_glow",
            "any_key",
        ),
    ),
    (
        hearing.group,
        (
            "voice",
            "voice_detail",
            "voice_rate_percent",
            "voice_volume_percent",
            "voice_name",
            "sounds",
            "sound_volume_percent",
            "captions",
        ),
    ),
    (words.group_emergency, ("emergency_number",)),
    (words.group_person, ("birth_year", "can_be_pregnant", "shoulder_reach")),
)
KEPT_BY_THE_WINDOW = frozenset(
    {
        "first_run_done",
        "window_x_px",
        "window_y_px",
        "window_width_px",
        "window_height_px",
        "window_maximised",
    }
)
ON_THE_BODY_PAGE = frozenset(
    {
        "drawn_body",
        "skin_tone",
        "own_build_percent",
        "own_height_cm",
        "own_weight_kg",
        "own_age",
        "own_forearm_mm",
        "own_lower_leg_mm",
        "own_shoulder_width_mm",
        "own_hand_mm",
        "own_thumb_tenth_mm",
        "own_four_fingers_tenth_mm",
        "card_scales",
    }
)
"""Set on the page about the person's own body."""
ON_THE_BREATHING_PAGE = frozenset({"own_breath"})
"""Set on the page about breathing."""
ON_THE_KEYS_PAGE = frozenset({"session_keys"})
"""Set on the page about the keys of a session."""
STOPS = {
    "text_scale_percent": (100, 125, 150, 175, 200),
    "voice_rate_percent": (50, 75, 100, 125, 150),
    "voice_volume_percent": (20, 40, 60, 80, 100),
    "sound_volume_percent": (20, 40, 60, 80, 100),
}
"""Numbers that are chosen from a few stops."""


_DIGITS_MAX = 9


class Control(Enum):
    """What a row is set with."""

    CHOICE = "choice"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class OptionView:
    """One choice; ``key`` is the value it stands for."""

    key: SettingValue
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class SettingView:
    """One setting. ``options`` for a choice, ``text`` for a field; ``problem`` says why it was not kept."""

    key: str
    label: str
    hint: str
    control: Control
    options: tuple[OptionView, ...]
    text: str
    longest: int
    problem: str


@dataclass(frozen=True, slots=True)
class SettingGroupView:
    """Settings that belong together."""

    heading: str
    settings: tuple[SettingView, ...]


@dataclass(frozen=True, slots=True)
class BodyPreviewView:
    """The figure as the maps will draw it, with its badges."""

    figure: Figure
    turned: BodyView
    left: str
    right: str
    spoken: str


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The whole page. ``trouble`` says why a change could not be kept; ``said`` what was done."""

    page: str
    title: str
    lead: str
    groups: tuple[SettingGroupView, ...]
    body: BodyPreviewView
    put_back: ActView
    your_body: str
    safety_answers: str
    pressure: str
    session_keys: str
    breathing: str
    first_run: str
    data: str
    trouble: str
    said: str


class SettingsPresenter:
    """Keeps each change when it is made; ``changed`` hears the settings and the keys that are new."""

    def __init__(
        self,
        settings: SettingsPort,
        changed: Callable[[Settings], None],
        hidden: frozenset[str] = frozenset(),
        hearing_port: HearingPort | None = None,
    ) -> None:
        """``hidden`` are settings that no part of the app follows; ``hearing_port`` knows the voices here."""
        self._settings = settings
        self._changed = changed
        self._hidden = hidden
        self._hearing = hearing_port
        self._before = settings.recall_settings()
        self._by_key = {declared.key: declared for declared in declarations()}
        self._written: dict[str, str] = {}
        self._problems: dict[str, str] = {}
        self._trouble = ""
        self._said = ""

    def present(self) -> SettingsView:
        """Show the settings as they are kept."""
        kept = self._settings.recall_settings()
        same = kept == self._before
        groups = tuple(
            SettingGroupView(heading(), tuple(self._row(self._by_key[key], kept) for key in shown))
            for heading, keys in GROUPS
            if (shown := tuple(key for key in keys if key not in self._hidden))
        )
        return SettingsView(
            page=words.page(),
            title=words.title(),
            lead=words.lead(),
            groups=groups,
            body=BodyPreviewView(
                kept.figure,
                kept.body_view,
                body.your_left(),
                body.your_right(),
                words.body_preview(kept.figure, kept.body_view),
            ),
            put_back=ActView(words.put_back(), blocked_because=words.nothing_to_put_back() if same else ""),
            your_body=your_body.link(),
            safety_answers=safety_answers.link(),
            pressure=pressure.settings_link(),
            session_keys=session_keys.page(),
            breathing=breathing.patterns_page(),
            first_run=words.first_run_link(),
            data=words.data_link(),
            trouble=self._trouble,
            said=self._said,
        )

    def choose(self, key: str, value: SettingValue) -> SettingsView:
        """Set ``key`` to one of its choices."""
        self._said = ""
        self._keep(self._by_key[key], value)
        return self.present()

    def write(self, key: str, text: str) -> SettingsView:
        """Set ``key`` to what was typed; empty means no answer. What cannot be kept stays in the field."""
        self._said = ""
        declared = self._by_key[key]
        tidy = " ".join(text.split())
        value: SettingValue = tidy
        if declared.kind is SettingKind.NUMBER:
            value = _number(tidy)
        if tidy == "" and declared.answer is Answer.MAY_BE_MISSING:
            value = None
        self._keep(declared, value)
        if key in self._problems:
            self._written[key] = text
        return self.present()

    def put_back(self) -> SettingsView:
        """Set everything back to how it was when the page was opened."""
        self._problems.clear()
        self._written.clear()
        if self._remember(self._before):
            self._said = words.put_back_done()
        return self.present()

    def your_body(self) -> Destination:
        """Go to the page about the own body."""
        return ToYourBody()

    def safety_answers(self) -> Destination:
        """Go to what the safety check remembers."""
        return ToSafetyAnswers()

    def pressure(self) -> Destination:
        """Go to how hard to press, with what was kept of it."""
        return ToPressure()

    def session_keys(self) -> Destination:
        """Go to the keys of a session."""
        return ToSessionKeys()

    def breathing(self) -> Destination:
        """Go to the breathing patterns."""
        return ToBreathing()

    def first_run(self) -> Destination:
        """Show the introduction again."""
        return ToFirstRun()

    def data(self) -> Destination:
        """Go to where the data is."""
        return ToHelp("data")

    def _keep(self, declared: SettingDeclaration, value: SettingValue) -> None:
        self._problems.pop(declared.key, None)
        self._written.pop(declared.key, None)
        problem = declared.problem(value)
        if problem is not None:
            self._problems[declared.key] = _problem_line(declared, problem)
            return
        kept = self._settings.recall_settings()
        if getattr(kept, declared.key) != value:
            self._remember(_with(kept, declared.key, value))

    def _remember(self, wanted: Settings) -> bool:
        try:
            self._settings.remember_settings(wanted)
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return False
        self._trouble = ""
        self._changed(wanted)
        return True

    def _row(self, declared: SettingDeclaration, kept: Settings) -> SettingView:
        value: SettingValue = getattr(kept, declared.key)
        options: tuple[OptionView, ...] = ()
        text = ""
        if declared.kind is SettingKind.CHOICE:
            options = tuple(
                OptionView(each, words.choice(each), Choice.when(each is value))
                for each in declared.choices
                if each is not BreathingPattern.OWN or kept.own_breath
            )
        elif declared.key == "voice_name":
            options = self._voices(declared, kept.voice_name)
        elif declared.key in STOPS:
            options = tuple(
                OptionView(stop, words.percent(stop), Choice.when(stop == value))
                for stop in STOPS[declared.key]
            )
        else:
            text = self._written.get(declared.key, "" if value is None else str(value))
        longest = declared.bounds.longest or len(str(declared.bounds.high)) + 2
        return SettingView(
            key=declared.key,
            label=words.label(declared.bounds.words),
            hint=words.hint(declared.bounds.words),
            control=Control.CHOICE if options else Control.WRITTEN,
            options=options,
            text=text,
            longest=longest,
            problem=self._problems.get(declared.key, ""),
        )

    def _voices(self, declared: SettingDeclaration, kept: str) -> tuple[OptionView, ...]:
        """The usual voice, the one that was chosen, and those of this computer; the app's language first."""
        known = () if self._hearing is None else self._hearing.voices()
        labels = {"": hearing.usual_voice(), **({kept: kept} if kept else {})}
        for name, language in known:
            if declared.problem(name) is None:
                own = self._hearing is not None and self._hearing.speaks(language)
                labels[name] = name if own else hearing.voice_of(name, language)
        return tuple(OptionView(name, label, Choice.when(name == kept)) for name, label in labels.items())


def _with(kept: Settings, key: str, value: SettingValue) -> Settings:
    # The key comes from the declarations and the value has passed them, which mypy cannot see.
    return replace(kept, **{key: value})  # type: ignore[arg-type]


def _number(text: str) -> int | str:
    """The number that was typed; anything else stays text, which the declaration refuses."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS_MAX else text


def _problem_line(declared: SettingDeclaration, problem: BadValue) -> str:
    if declared.kind is SettingKind.NUMBER:
        return words.bad_number(declared.bounds.low, declared.bounds.high)
    if declared.kind is SettingKind.TEXT:
        return words.bad_phone(declared.bounds.longest)
    return storage.bad_value(problem)
