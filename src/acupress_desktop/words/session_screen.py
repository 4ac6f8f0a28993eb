"""Sentences of the session screen that are shown and not spoken."""

from __future__ import annotations

from acupress_desktop.words.translate import _, plural


def step_of(number: int, total: int) -> str:
    """Such as "Step 1 of 10"."""
    return _("Step {number} of {total}").format(number=number, total=total)


def time_left(seconds: float) -> str:
    """Such as "10 min left"; whole minutes rounded up, seconds in the last minute."""
    if seconds < 60:
        return _("less than a minute left")
    minutes = -(-round(seconds) // 60)
    return _("{minutes} min left").format(minutes=minutes)


def steps_spoken(number: int, total: int) -> str:
    """The row of dashes, in words."""
    done = number - 1
    return plural("{count} step done", "{count} steps done", done) + _(" of {total}").format(total=total)


def press_now() -> str:
    """Above the place while it is pressed."""
    return _("Press now")


def first_place() -> str:
    """Above the place before the first press."""
    return _("First place")


def get_ready() -> str:
    """Above the place while a hand moves there."""
    return _("Get ready")


def put_back() -> str:
    """Above the place in the three seconds before a hold goes on."""
    return _("Back to this place")


def paused() -> str:
    """Above the place while nothing counts."""
    return _("Paused")


def finished() -> str:
    """Above the last place when all is done."""
    return _("Done")


def short_place(place: str, parts: int = 1) -> str:
    """The place without its detail: "Left hand" of "Left hand, back"; ``parts`` of it stay."""
    return ",".join(place.split(",")[:parts])


def how(where: str, press_with: str) -> str:
    """How to find the place and what to press it with, in one paragraph."""
    return f"{where} {press_with}".strip()


def own_note(note: str) -> str:
    """The person's own note on a step."""
    return _("Your note: {note}").format(note=note)


def exercise_now() -> str:
    """Above the title of an exercise while it is done."""
    return _("Now do this")


def way_lines(fingers: str, cun: float, from_label: str) -> tuple[str, ...]:
    """Beside the measuring line: finger-widths, cun, and where it begins."""
    return (
        _("About {fingers}").format(fingers=fingers),
        _("{cun:g} cun").format(cun=cun),
        _("from the {place}").format(place=from_label),
    )


def seconds_left() -> str:
    """Beside the large figure."""
    return _("seconds left")


def seconds_of(total: int) -> str:
    """Beside the large figure, second line."""
    return _("of {total}").format(total=total)


def seconds_to_move() -> str:
    """Beside the large figure while a hand moves."""
    return _("seconds to get there")


def seconds_to_go_on() -> str:
    """Beside the large figure before a hold goes on."""
    return _("seconds, then on")


def next_eyebrow() -> str:
    """Above the preview."""
    return _("Next")


def next_same_place(place: str) -> str:
    """The other side of the same point: "Right hand, same place"; ``place`` is short already."""
    return _("{place}, same place").format(place=place)


def next_detail_other_side(seconds: int) -> str:
    """How long the change of side takes."""
    return plural("{count} second to change sides", "{count} seconds to change sides", seconds)


def next_detail_move(seconds: int) -> str:
    """How long the way to the next place takes."""
    return plural("{count} second to get there", "{count} seconds to get there", seconds)


def last_one() -> str:
    """In place of the preview, at the last site."""
    return _("This is the last place")


def last_one_detail() -> str:
    """What comes after the last site."""
    return _("Then a moment to rest, and how it feels.")


def breathe_in() -> str:
    """Under the light while it grows."""
    return _("Breathe in")


def breathe_out() -> str:
    """Under the light while it shrinks."""
    return _("Breathe out")


def breathe_freely() -> str:
    """With the guide off."""
    return _("Breathe as you like")


def in_label(seconds: float) -> str:
    """Under the cells of the in-breath."""
    return _("in, {seconds:g}").format(seconds=seconds)


def out_label(seconds: float) -> str:
    """Under the cells of the out-breath."""
    return _("out, {seconds:g}").format(seconds=seconds)


def count_of(total: int) -> str:
    """Beside the count of the still version."""
    return _("of {total}").format(total=total)


def cue_ready() -> str:
    """Under the ring before the first press."""
    return _("Press Begin when ready")


def cue_begins() -> str:
    """Under the ring while the first press comes by itself."""
    return _("Find the place")


def seconds_to_begin() -> str:
    """Beside the large figure while the first press comes by itself."""
    return _("seconds, then it begins")


def cue_get_ready() -> str:
    """Under the ring while a hand moves."""
    return _("Move to the next place")


def cue_paused() -> str:
    """Under the ring while nothing counts."""
    return _("Paused")


def cue_lead_in() -> str:
    """Under the ring before a hold goes on."""
    return _("Put your finger back")


def cue_finished() -> str:
    """Under the ring at the end."""
    return _("Let your hands rest")


def done_about(time: str) -> str:
    """When the session will be over: "done about 22:43"."""
    return _("done about {time}").format(time=time)


def left_letter() -> str:
    """Under a step on the left side."""
    return _("L")


def right_letter() -> str:
    """Under a step on the right side."""
    return _("R")


def exercise_amount(repeats: int | None, seconds: int | None) -> str:
    """How often, how long, or both."""
    times = "" if repeats is None else plural("{count} time", "{count} times", repeats)
    long = "" if seconds is None else plural("{count} second", "{count} seconds", seconds)
    if times and long:
        return _("{times}, {seconds} in all").format(times=times, seconds=long)
    return times or long


def times(repeats: int) -> str:
    """Beside the large figure of an exercise without seconds: its number of repeats."""
    return plural("time", "times", repeats)


def cue_exercise_begins() -> str:
    """Under the seconds before an exercise begins."""
    return _("Get ready")


def cue_lead_in_exercise() -> str:
    """Before an exercise goes on."""
    return _("Take it up again")


def hold_breath() -> str:
    """While a breath is held, full or empty: lightly, for at most two seconds."""
    return _("Rest")


def hold_label(seconds: float) -> str:
    """Under the cells of a held breath."""
    return _("rest, {seconds:g}").format(seconds=seconds)


def exercise_waits() -> str:
    """An exercise without seconds goes on when the person does."""
    return _("Take your time. Next goes on.")


def count_in_press(seconds: int) -> str:
    """Under the ring in the last three seconds before a press."""
    return _("Press in {seconds}").format(seconds=seconds)


def count_in_on(seconds: int) -> str:
    """Under the ring in the seconds before a hold goes on."""
    return _("On in {seconds}").format(seconds=seconds)


def not_kept_yet() -> str:
    """After a write that failed: what holds until it works."""
    return _("The last hold is not on disk yet. It is tried again with every step; keep the app open.")


def resumed(done: int) -> str:
    """Caption of a session that is taken up again."""
    return plural(
        "Taken up again. {count} hold was kept as it was.",
        "Taken up again. {count} holds were kept as they were.",
        done,
    )
