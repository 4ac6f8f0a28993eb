"""Sentences about what can be heard: the voice and the sounds of this computer, and what is missing."""

from __future__ import annotations

from acupress_desktop.words.translate import _


def no_voice_in_session() -> str:
    """Said once where a voice is wanted and none is to be had."""
    return _("No voice was found on this computer. Every line is written here.")


def voice_lost_in_session() -> str:
    """Said once where the voice does not answer any more."""
    return _("The voice of this computer does not answer. Every line is written here.")


def no_sound_in_session() -> str:
    """Said once where tones are wanted and nothing gives a sound."""
    return _("This computer gives no sound just now. Every tone is shown as a soft light instead.")


def speak_the_steps() -> str:
    """Turns the voice on or off before a session."""
    return _("Speak the steps")


def speak_the_steps_hint() -> str:
    """What it does, for a screen reader and as a tooltip."""
    return _("A voice says where to press, how hard, and what comes next.")


def no_voice_before() -> str:
    """In its place before a session, where nothing speaks."""
    return _("No voice on this computer. Every step is written.")


def group() -> str:
    """Heading of the settings."""
    return _("Voice and sounds")


def try_it() -> str:
    """Says a sentence and plays every tone."""
    return _("Try it")


def trying_ends() -> str:
    """The same button while it speaks and plays."""
    return _("Stop the trial")


def try_hint() -> str:
    """What the trial is for."""
    return _("Says a sentence, then plays every tone with its name. Set the volumes while it runs.")


def trying_sentence() -> str:
    """While the sample is spoken."""
    return _("The voice speaks.")


def trying_tone(name: str) -> str:
    """While a tone sounds."""
    return _("Tone: {name}").format(name=name)


def tried() -> str:
    """After the trial."""
    return _("That was all.")


def voice_wakes() -> str:
    """While the voice starts."""
    return _("The voice is being started.")


def sounds_wake() -> str:
    """While the sounds are loaded."""
    return _("The sounds are being loaded.")


def voice_found(count: int) -> str:
    """What this computer has."""
    return _("Voices found on this computer: {count}.").format(count=count)


def no_voice() -> str:
    """Nothing speaks here."""
    return _(
        "No voice was found on this computer. On Linux, speech-dispatcher with espeak-ng brings one."
        " Without it every line is written below the picture."
    )


def voice_silent() -> str:
    """Something should speak and does not answer."""
    return _("The voice of this computer does not answer. Every line is written below the picture instead.")


def reader_speaks() -> str:
    """A screen reader is active."""
    return _("A screen reader is active: it is told every line, and the app's own voice stays silent.")


def no_sound() -> str:
    """Nothing gives a sound here."""
    return _("This computer gives no sound just now. Tones are shown as a soft light instead.")


def usual_voice() -> str:
    """No voice was chosen."""
    return _("The computer's usual voice")


def voice_of(name: str, language: str) -> str:
    """A voice of another language than the app's."""
    return _("{name} ({language})").format(name=name, language=language)
