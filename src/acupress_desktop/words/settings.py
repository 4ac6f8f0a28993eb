"""Sentences of the settings page: a name, a hint and the choices of everything that can be set."""

from __future__ import annotations

from enum import Enum

from acupress_desktop.domain.settings import (
    BodyView,
    BreathingPattern,
    BreathLook,
    Drawing3d,
    DrawnBody,
    EveningTheme,
    Figure,
    FirstSide,
    Hanzi,
    OnOff,
    ReducedMotion,
    ShoulderReach,
    SkinTone,
    Theme,
    VoiceDetail,
    WeekStart,
    YesNo,
)
from acupress_desktop.words.translate import _


def page() -> str:
    """Name of the page."""
    return _("Settings")


def title() -> str:
    """Its title."""
    return _("Settings")


def lead() -> str:
    """How it works."""
    return _("Everything here counts at once and stays on this computer.")


def put_back() -> str:
    """Takes the changes of this visit back."""
    return _("Put everything back as it was")


def put_back_done() -> str:
    """After the changes were taken back."""
    return _("Everything is as it was when you came here.")


def nothing_to_put_back() -> str:
    """Why there is nothing to take back."""
    return _("Nothing has been changed on this visit.")


def data_link() -> str:
    """Leads to the help page."""
    return _("Where is my data? Export, backups, erase all")


def first_run_link() -> str:
    """Leads to the first run."""
    return _("Show the introduction again")


def group_look() -> str:
    """Heading."""
    return _("How it looks")


def group_body() -> str:
    """Heading."""
    return _("Body map")


def group_session() -> str:
    """Heading."""
    return _("Sessions")


def group_person() -> str:
    """Heading."""
    return _("About you, for the safety questions")


def group_emergency() -> str:
    """Heading."""
    return _("In an emergency")


def label(words_id: str) -> str:
    """Name of a setting, by the id that its declaration carries."""
    return {
        "setting.theme": _("Colours"),
        "setting.evening_theme": _("Evening sessions"),
        "setting.text_scale_percent": _("Text size"),
        "setting.reduced_motion": _("Reduce motion"),
        "setting.figure": _("Figure"),
        "setting.drawn_body": _("Body that is drawn"),
        "setting.skin_tone": _("Skin tone"),
        "setting.body_view": _("How the body faces you"),
        "setting.drawing_3d": _("Drawing of the body that turns"),
        "setting.first_side": _("Side that is pressed first"),
        "setting.emergency_number": _("Emergency number"),
        "setting.voice": _("Speak the steps"),
        "setting.sounds": _("Sounds"),
        "setting.voice_detail": _("How much is spoken"),
        "setting.voice_rate_percent": _("How fast"),
        "setting.voice_volume_percent": _("How loud the voice is"),
        "setting.voice_name": _("Which voice"),
        "setting.sound_volume_percent": _("How loud the sounds are"),
        "setting.captions": _("Captions"),
        "setting.any_key": _("Any key goes on"),
        "setting.breathing": _("Breathing guide"),
        "setting.breathing_pattern": _("Breathing rate"),
        "setting.breath_look": _("Look of the breath"),
        "setting.breath_glow": _("Large glow"),
        "setting.hanzi": _("Chinese names"),
        "setting.week_start": _("First day of the week"),
        "setting.birth_year": _("Year of birth"),
        "setting.can_be_pregnant": _("Could you be pregnant, now or at some other time?"),
        "setting.own_build_percent": _("Build"),
        "setting.own_height_cm": _("Height"),
        "setting.own_weight_kg": _("Weight"),
        "setting.own_age": _("Age"),
        "setting.own_forearm_mm": _("Forearm"),
        "setting.own_lower_leg_mm": _("Lower leg"),
        "setting.own_shoulder_width_mm": _("Shoulder width"),
        "setting.own_hand_mm": _("Hand"),
        "setting.own_thumb_tenth_mm": _("Thumb, width"),
        "setting.own_four_fingers_tenth_mm": _("Four fingers, width"),
        "setting.shoulder_reach": _("Do your hands reach your upper back?"),
    }.get(words_id, words_id)


def hint(words_id: str) -> str:
    """What a setting does, where its name does not say it."""
    return {
        "setting.evening_theme": _(
            "Dim colours that rest the eyes, during a session only. High contrast stays as it is."
        ),
        "setting.reduced_motion": _(
            "Nothing moves; the hold and the breath are shown in steps. Nothing is left out."
        ),
        "setting.body_view": _(
            "As a person in front of you, or as you see yourself in a mirror. L and R stay your own sides."
        ),
        "setting.drawing_3d": _(
            "Both look the same. Without the card, if the picture flickers or stays empty."
        ),
        "setting.emergency_number": _(
            "Shown on every safety screen. It may stay empty; the app does not guess one."
        ),
        "setting.captions": _(
            "Every line, written below the picture. Where no voice is to be had, they are there anyway."
        ),
        "setting.voice": _(
            "A voice says where to press, how hard, and what comes next. Eyes may stay closed."
        ),
        "setting.voice_detail": _(
            "All: where each place is, too. Little: only what changes. Tones: no words, only the sounds."
        ),
        "setting.sounds": _("Short soft tones: breathe in, breathe out, press, let go, three, two, one."),
        "setting.any_key": _(
            "Where a session waits for you, any key goes on. It never ends a hold; that needs its own key."
        ),
        "setting.breathing": _(
            "Light that grows and shrinks, to breathe with. One key turns it off at any time."
        ),
        "setting.breathing_pattern": _("Always small, easy breaths through the nose."),
        "setting.breath_look": _("With less motion, each of them becomes a bar that counts the seconds."),
        "setting.breath_glow": _(
            "For eyes that see little: the whole ground brightens and dims with your breath, under very "
            "large words. It never flashes."
        ),
        "setting.birth_year": _("Some questions depend on your age."),
        "setting.can_be_pregnant": _("If so, every session asks about today."),
    }.get(words_id, "")


def choice(value: Enum) -> str:  # noqa: C901, PLR0912 - one branch per kind of choice
    """Name of one choice."""
    match value:
        case Theme():
            return {
                Theme.SYSTEM: _("As the system"),
                Theme.LIGHT: _("Light"),
                Theme.DARK: _("Dark"),
                Theme.CONTRAST: _("High contrast"),
            }[value]
        case EveningTheme():
            return {
                EveningTheme.DARK: _("Dim from 18:00 to 6:00"),
                EveningTheme.SAME: _("Never dim"),
                EveningTheme.ALWAYS: _("Always dim"),
            }[value]
        case ReducedMotion():
            return {
                ReducedMotion.SYSTEM: _("As the system"),
                ReducedMotion.ON: _("Yes"),
                ReducedMotion.OFF: _("No"),
            }[value]
        case Figure():
            return _("Female figure") if value is Figure.FEMALE else _("Male figure")
        case DrawnBody():
            return _("Standard figure") if value is DrawnBody.FIGURE else _("Your own body")
        case SkinTone():
            return {
                SkinTone.VERY_LIGHT: _("Very light"),
                SkinTone.LIGHT: _("Light"),
                SkinTone.MEDIUM: _("Medium"),
                SkinTone.DARK: _("Dark"),
                SkinTone.VERY_DARK: _("Very dark"),
            }[value]
        case BodyView():
            return (
                _("As seen by another person")
                if value is BodyView.AS_SEEN_BY_ANOTHER
                else _("As in a mirror")
            )
        case Drawing3d():
            return (
                _("With the graphics card, where it can")
                if value is Drawing3d.AUTO
                else _("Without the graphics card")
            )
        case FirstSide():
            return _("Left first") if value is FirstSide.LEFT else _("Right first")
        case OnOff():
            return _("On") if value is OnOff.ON else _("Off")
        case BreathingPattern():
            return {
                BreathingPattern.BY_WEEK: _("8 a minute in week one, then 6"),
                BreathingPattern.EIGHT_A_MINUTE: _("8 a minute"),
                BreathingPattern.SIX_A_MINUTE: _("6 a minute"),
                BreathingPattern.SIX_EQUAL: _("6 a minute, in as long as out"),
                BreathingPattern.FIVE_A_MINUTE: _("5 a minute"),
                BreathingPattern.OWN: _("My own"),
            }[value]
        case BreathLook():
            return {
                BreathLook.LIGHT_RING: _("Ring of light"),
                BreathLook.HORIZON: _("Horizon"),
                BreathLook.CIRCLE: _("Plain circle"),
            }[value]
        case VoiceDetail():
            return {
                VoiceDetail.FULL: _("All"),
                VoiceDetail.BRIEF: _("Little"),
                VoiceDetail.TONES: _("Tones only"),
            }[value]
        case Hanzi():
            return _("Traditional") if value is Hanzi.TRADITIONAL else _("Simplified")
        case WeekStart():
            return {
                WeekStart.MONDAY: _("Monday"),
                WeekStart.SUNDAY: _("Sunday"),
                WeekStart.SATURDAY: _("Saturday"),
            }[value]
        case YesNo():
            return _("It is possible") if value is YesNo.YES else _("Not possible for me")
        case ShoulderReach():
            return _("Yes, easily") if value is ShoulderReach.GOOD else _("Hardly")
        case _:
            return str(value.value)


def body_preview(figure: Figure, turned: BodyView) -> str:
    """The preview in words."""
    return _("{figure}, {turned}").format(figure=choice(figure), turned=choice(turned).lower())


def percent(value: int) -> str:
    """Such as "125 %"."""
    return _("{value} %").format(value=value)


def bad_number(low: int, high: int) -> str:
    """For something that is no number, or out of range."""
    return _("Write a whole number from {low} to {high}.").format(low=low, high=high)


def bad_phone(longest: int) -> str:
    """For something that cannot be a telephone number."""
    return _("Use digits, spaces and a plus sign only, up to {longest} in all.").format(longest=longest)
