"""Labels of the large buttons and switches of a session, and why one cannot be pressed."""

from __future__ import annotations

from acupress_desktop.words.translate import _


def wait_for_me() -> str:
    """The main act while the first press comes by itself."""
    return _("Wait for me")


def begin() -> str:
    """The main act before the first press."""
    return _("Begin")


def stop() -> str:
    """Label of the stop button."""
    return _("Stop")


def pause() -> str:
    """Label of the pause button."""
    return _("Pause")


def go_on() -> str:
    """Label of the pause button while paused."""
    return _("Go on")


def longer(seconds: int) -> str:
    """Label of the button that adds seconds."""
    return _("{seconds} s longer").format(seconds=seconds)


def repeat() -> str:
    """Label of the button that presses the site again."""
    return _("Repeat")


def repeat_point() -> str:
    """The same with more room."""
    return _("Repeat this point")


def longer_short() -> str:
    """Label of the button that adds seconds, where there is little room."""
    return _("Longer")


def skip_short() -> str:
    """Label of the button that leaves a site out, where there is little room."""
    return _("Skip side")


def skip_exercise() -> str:
    """Label of the button that leaves an exercise out."""
    return _("Skip this exercise")


def skip_exercise_short() -> str:
    """The same where there is little room."""
    return _("Skip this")


def repeat_exercise() -> str:
    """Label of the button that begins an exercise again."""
    return _("Repeat this exercise")


def longer_only_while_pressing() -> str:
    """Why nothing can be added just now."""
    return _("Seconds can be added while a place is pressed.")


def say_again() -> str:
    """Label of the button that says the last line again."""
    return _("Say again")


def nothing_said() -> str:
    """Why nothing can be said again."""
    return _("Nothing has been said yet.")


def go_on_first() -> str:
    """Why nothing comes next during a pause."""
    return _("Paused. Go on first.")


def quiet_view() -> str:
    """Shows less."""
    return _("Quiet view")


def quiet_short() -> str:
    """The same where there is little room."""
    return _("Quiet")


def show_all() -> str:
    """Ends the quiet view."""
    return _("Show everything")


def show_all_short() -> str:
    """The same where there is little room."""
    return _("Show all")


def whole_screen() -> str:
    """Fills the screen, or stops doing so."""
    return _("Whole screen")


def whole_screen_short() -> str:
    """The same where there is little room."""
    return _("Screen")


def voice() -> str:
    """The switch of the spoken lines."""
    return _("Voice")


def voice_off() -> str:
    """Silences the spoken lines."""
    return _("Voice off")


def voice_on() -> str:
    """Has the lines spoken."""
    return _("Voice on")


def captions_off() -> str:
    """Hides the written lines."""
    return _("Captions off")


def captions_on() -> str:
    """Shows the written lines."""
    return _("Captions on")


def captions() -> str:
    """The switch of the written lines."""
    return _("Captions")


def breath() -> str:
    """The switch of the breathing guide."""
    return _("Breath")


def switched(label: str, *, on: bool) -> str:
    """A switch after it was used."""
    return _("{label}: on").format(label=label) if on else _("{label}: off").format(label=label)


def toggles_name() -> str:
    """Name of the group of switches."""
    return _("Voice, captions and breath")


def less() -> str:
    """Hides the further acts again."""
    return _("Less")


def comfort_question(place: str) -> str:
    """How the last site felt."""
    return _("{place}: how was it?").format(place=place)


def comfort_fine() -> str:
    """An answer."""
    return _("Fine")


def comfort_too_much() -> str:
    """An answer."""
    return _("Too much")


def comfort_no_answer() -> str:
    """No answer."""
    return _("Skip")


def not_begun() -> str:
    """Why a side cannot be repeated or skipped yet."""
    return _("The session has not begun.")


def breathing_off() -> str:
    """Label of the button that hides the breathing guide."""
    return _("Breathing off")


def breathing_on() -> str:
    """Label of the button that shows the breathing guide."""
    return _("Breathing on")


def skip() -> str:
    """Label of the button that leaves a site out."""
    return _("Skip this side")


def next_act() -> str:
    """Label of the act that goes on at once."""
    return _("Next")


def more() -> str:
    """Opens the acts that do not fit."""
    return _("More")
