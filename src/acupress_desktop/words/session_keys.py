"""Keys and what they do in a session, in words; and the page where a person chooses them."""

from __future__ import annotations

from acupress_desktop.domain.session_keys import KeyRefusal, KeyRefused, SessionAct, SessionKeys
from acupress_desktop.words.translate import _


def key(name: str) -> str:
    """A key as it stands on a keyboard."""
    if len(name) == 1:
        return name
    named = {
        "Space": _("Space"),
        "Return": _("Enter"),
        "Enter": _("Enter, number pad"),
        "PageDown": _("Page Down"),
        "PageUp": _("Page Up"),
        "Escape": _("Esc"),
        "Backspace": _("Backspace"),
        "Delete": _("Delete"),
        "Insert": _("Insert"),
        "Home": _("Home"),
        "End": _("End"),
        "Left": "←",
        "Right": "→",
        "Up": "↑",
        "Down": "↓",
        "Plus": "+",
        "Minus": "−",
        "Equal": "=",
        "Period": ".",
        "Comma": ",",
        "Semicolon": ";",
        "Colon": ":",
        "Slash": "/",
        "Backslash": "\\",
        "Asterisk": "*",
        "NumberSign": "#",
        "Apostrophe": "'",
        "QuoteLeft": "`",
        "BracketLeft": "[",
        "BracketRight": "]",
        "Less": "<",
        "Greater": ">",
        "Question": "?",
        "Exclam": "!",
        "MediaNext": _("Next track"),
        "MediaPrevious": _("Track before"),
        "MediaPlay": _("Play"),
        "MediaPause": _("Pause key"),
        "MediaTogglePlayPause": _("Play or pause"),
        "VolumeUp": _("Volume up"),
        "VolumeDown": _("Volume down"),
    }
    if name in named:
        return named[name]
    if name.startswith("U+"):
        return chr(int(name.removeprefix("U+"), base=16))
    return name


def act(which: SessionAct) -> str:  # noqa: C901, PLR0912 - one line per act
    """What an act does, as the lists of keys say it."""
    match which:
        case SessionAct.STOP:
            return _("stop, at any moment")
        case SessionAct.PAUSE:
            return _("begin, pause, and go on")
        case SessionAct.NEXT:
            return _("begin, go on, or end this hold and move on")
        case SessionAct.GO_ON:
            return _("begin or go on where the app waits; never ends a hold")
        case SessionAct.SAY_AGAIN:
            return _("say the last line again")
        case SessionAct.REPEAT:
            return _("press the same place again")
        case SessionAct.LONGER:
            return _("15 seconds longer here")
        case SessionAct.SKIP:
            return _("skip this side")
        case SessionAct.FINE:
            return _("the last place was fine")
        case SessionAct.TOO_MUCH:
            return _("the last place was too much")
        case SessionAct.NO_ANSWER:
            return _("no answer to how it was")
        case SessionAct.BREATHING:
            return _("breathing off or on")
        case SessionAct.VOICE:
            return _("voice on or off")
        case SessionAct.CAPTIONS:
            return _("captions on or off")
        case SessionAct.QUIET:
            return _("quiet view: less on the screen")
        case SessionAct.WHOLE_SCREEN:
            return _("fill the whole screen, and back")


def key_rows(keys: SessionKeys) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Every act that has a key, with its keys, for the list on the help page."""
    return tuple((tuple(key(name) for name in names), act(which)) for which, names in keys.keys if names)


def heading(which: SessionAct) -> str:
    """The same as a heading of its own."""
    words = act(which)
    return words[:1].upper() + words[1:]


def refusal(refused: KeyRefused) -> str:
    """Why a key cannot be given or taken away."""
    name = key(refused.key) if refused.key else ""
    match refused.reason:
        case KeyRefusal.TAKEN if refused.by is not None:
            return _("{key} is in use already: {act}. Take it away there first.").format(
                key=name, act=act(refused.by)
            )
        case KeyRefusal.ALWAYS_STOPS:
            return _("Esc always stops; that stays so.")
        case KeyRefusal.FOR_THE_APP:
            return _("{key} keeps its meaning everywhere in the app.").format(key=name)
        case KeyRefusal.LAST_KEY:
            return _("At least one key must pause. Add another one first.")
        case KeyRefusal.TOO_MANY:
            return _("That is enough keys for one act.")
        case _:
            return _("This key sends nothing that can be told apart.")


def page() -> str:
    """Name of the page, and of the links to it."""
    return _("Keys in a session")


def title() -> str:
    """Its title."""
    return _("Keys in a session")


def lead() -> str:
    """What the page is for."""
    return _(
        "Give every act the keys that your hands, elbow or foot can reach. A presenter remote or a foot "
        "switch sends keys too: press it to see which."
    )


def always_stops() -> str:
    """Below the lead."""
    return _("Esc always stops, whatever else you choose.")


def add() -> str:
    """Waits for a key."""
    return _("Add a key")


def add_for(which: SessionAct) -> str:
    """The same, for a screen reader."""
    return _("Add a key: {act}").format(act=act(which))


def press_one() -> str:
    """While a key is waited for."""
    return _("Press the key, or the foot switch, now. Esc ends this.")


def take_away(name: str, which: SessionAct) -> str:
    """Takes one key away, for a screen reader."""
    return _("Take {key} away: {act}").format(key=key(name), act=act(which))


def given(name: str, which: SessionAct) -> str:
    """After a key was added."""
    return _("{key}: {act}").format(key=key(name), act=act(which))


def taken_away(name: str) -> str:
    """After a key was taken away."""
    return _("{key} no longer does anything in a session.").format(key=key(name))


def stopped_waiting() -> str:
    """After Esc while a key was waited for."""
    return _("No key was added.")


def none() -> str:
    """Where an act has no key."""
    return _("no key")


def usual() -> str:
    """Back to the keys that the app came with."""
    return _("Back to the usual keys")


def usual_done() -> str:
    """After that."""
    return _("The usual keys are back.")


def are_usual() -> str:
    """Why there is nothing to put back."""
    return _("These are the usual keys.")


def close() -> str:
    """Leaves the page."""
    return _("Done")
