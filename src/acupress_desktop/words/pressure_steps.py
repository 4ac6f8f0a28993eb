"""Sentences of the exercise with a kitchen scale, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from acupress_desktop.domain.pressure import Compared
from acupress_desktop.domain.sides import Side
from acupress_desktop.words.pressure import grams_text, range_text, tries
from acupress_desktop.words.translate import _

# --- Before pressing -------------------------------------------------------------------------------------


def before_title() -> str:
    """Title of the page with the ticks."""
    return _("Before you press")


def before_lead() -> str:
    """Under the title."""
    return _("Tick whatever is true for you today. If you are not sure, tick it.")


def tick_disorder() -> str:
    """A bleeding disorder that nobody has cleared."""
    return _("I have a bleeding disorder, and nobody has told me that light pressing is fine")


def tick_cleared() -> str:
    """A bleeding disorder of which somebody has said that light pressing is fine."""
    return _("I have a bleeding disorder, and was told that light pressing is fine")


def tick_bleeding() -> str:
    """What makes bruises likelier."""
    return _("I take a blood thinner or aspirin, or I bruise or bleed easily")


def tick_skin() -> str:
    """Skin that tears, bones that break."""
    return _("My skin is thin or tears easily, or I was told that my bones are thin")


def tick_pregnant() -> str:
    """Pregnancy."""
    return _("I am pregnant, or may be")


def tick_hand(hand: Side) -> str:
    """A hand or arm that is not well."""
    if hand is Side.LEFT:
        return _("My left hand or arm is hurt, sore, swollen or numb, or its skin is broken")
    return _("My right hand or arm is hurt, sore, swollen or numb, or its skin is broken")


def tick_unwell() -> str:
    """Nothing is pressed while somebody is ill or cannot judge."""
    return _("I have a fever, feel ill, or am too sleepy or too drunk to judge how hard I press")


def hand_question() -> str:
    """Which hand presses."""
    return _("Which hand presses?")


def part_question() -> str:
    """What presses."""
    return _("With")


def none_of_these() -> str:
    """Begin with nothing ticked."""
    return _("None of these: begin")


def begin() -> str:
    """Begin with something ticked."""
    return _("Begin")


def up_to(cap: int) -> str:
    """What the ticks mean for the exercise."""
    return _("Then we practise up to {cap} of 10, and that is your ceiling too.").format(cap=cap)


def up_to_by_answers(cap: int) -> str:
    """What earlier answers mean for the exercise."""
    return _(
        "Your answers to the safety questions set {cap} of 10 as the most. We practise up to that, "
        "and it is your ceiling too."
    ).format(cap=cap)


def one_arm() -> str:
    """One arm is not well, so it neither presses nor is pressed."""
    return _("We leave that hand and arm out.")


def no_ceiling() -> str:
    """The ceiling needs both arms."""
    return _("Your ceiling is not looked for today, since that needs both arms.")


def stopped_disorder() -> str:
    """Why the exercise does not begin."""
    return _("Ask the doctor or nurse who looks after your bleeding first, then come back.")


def stopped_unwell() -> str:
    """Why the exercise does not begin."""
    return _("Rest first. Come back when you feel well and wide awake.")


def stopped_hands() -> str:
    """Why the exercise does not begin."""
    return _("Let both hands rest until they are well. If one is suddenly numb or weak, call for help now.")


def stopped_answers() -> str:
    """Why the exercise does not begin."""
    return _(
        "Your answers to the safety questions say that nothing is pressed for now. When that has changed, "
        "answer them anew on the way to a session, then come back."
    )


# --- Pressing --------------------------------------------------------------------------------------------


def step_of(number: int, total: int) -> str:
    """How far along."""
    return _("Part {number} of {total}").format(number=number, total=total)


def feel_title(level: int) -> str:
    """Title while a felt pressure is looked for."""
    return _("What {level} of 10 feels like").format(level=level)


def feel_lines(level: int) -> tuple[str, ...]:
    """How to press for it."""
    if level <= 1:
        how = _("Rest on the towel and lean in a very little: barely more than a touch.")
    elif level == 2:
        how = _("Lean in slowly until the press is soft. You feel it, and would hardly mind it all day.")
    elif level == 3:
        how = _("Lean in slowly until you clearly feel it, and it stays light and easy.")
    elif level == 4:
        how = _("Lean in slowly, to a little more than light. It is not firm yet.")
    else:
        how = _("Lean in slowly until it is firm, and still pleasant. Your shoulders stay low.")
    return (how,)


def feel_with_scale() -> str:
    """The scale may be looked at here."""
    return _("Look at the scale if you like. Try it a few times, and let go slowly.")


def feel_without_scale() -> str:
    """On a towel or a thigh."""
    return _("Try it three times on the towel or on your own thigh, and let go slowly each time.")


def to_the_tries() -> str:
    """Go on to pressing without looking."""
    return _("Now without looking")


def go_on() -> str:
    """Go on to what comes next."""
    return _("Go on")


def next_level(level: int) -> str:
    """Go on to another felt pressure."""
    return _("Next: {level} of 10").format(level=level)


def to_the_ceiling() -> str:
    """Go on to the ceiling."""
    return _("Next: your ceiling")


def try_title(level: int, number: int, total: int) -> str:
    """Title of a try without looking."""
    return _("{level} of 10, try {number} of {total}").format(level=level, number=number, total=total)


def try_lines(level: int) -> tuple[str, ...]:
    """How a try goes."""
    return (
        _("Look away. Lean in until it feels like {level} of 10, and hold for one breath.").format(
            level=level
        ),
        _("Then look, and type what the scale shows with your other hand."),
    )


def grams_name() -> str:
    """Name of the field."""
    return _("The scale shows, in grams")


def grams_unit() -> str:
    """Behind the field."""
    return _("g")


def keep() -> str:
    """Keep what is in the field."""
    return _("Keep")


def keep_grams(grams: int) -> str:
    """Keep what is in the field."""
    return _("Keep {grams}").format(grams=grams_text(grams))


def type_first() -> str:
    """Why nothing can be kept yet."""
    return _("Type the number on the scale, or step to it with the arrow keys.")


def grams_problem(most: int) -> str:
    """A number that no kitchen scale shows."""
    return _("A whole number of grams from 0 to {most}, please.").format(most=f"{most:,}")


def rate_first() -> str:
    """Why the ceiling cannot be kept yet."""
    return _("Choose a number first.")


def lighter() -> str:
    """Step down."""
    return _("Fewer grams")


def heavier() -> str:
    """Step up."""
    return _("More grams")


def back_one() -> str:
    """Take the last try back, or go one step back."""
    return _("One step back")


def skip() -> str:
    """Leave a step out."""
    return _("Skip this")


def compared_line(found: Compared, others: Sequence[int]) -> str:
    """How the try that was just kept lies beside the ones before it."""
    if not others or found is Compared.FIRST:
        return _("Kept. That is your first try at this pressure.")
    if len(others) == 1:
        before = grams_text(others[0])
        match found:
            case Compared.HARDER:
                return _("Kept. Harder than your other try, {before}.").format(before=before)
            case Compared.SOFTER:
                return _("Kept. Softer than your other try, {before}.").format(before=before)
            case _:
                return _("Kept. The same as your other try.")
    bounds = range_text(min(others), max(others))
    match found:
        case Compared.HARDER:
            return _("Kept. Harder than your other tries, {range}.").format(range=bounds)
        case Compared.SOFTER:
            return _("Kept. Softer than your other tries, {range}.").format(range=bounds)
        case _:
            return _("Kept. Within your own tries, {range}.").format(range=bounds)


def look_title(level: int) -> str:
    """Title after the tries at one pressure."""
    return _("Your {level} of 10").format(level=level)


def tries_line(grams: Sequence[int]) -> str:
    """All tries, in the order in which they were pressed."""
    return _("{tries}: {grams}.").format(tries=tries(len(grams)), grams=", ".join(map(grams_text, grams)))


def range_line(low: int, high: int) -> str:
    """From the lightest to the hardest."""
    return _("From {low} to {high}.").format(low=grams_text(low), high=grams_text(high))


def look_note() -> str:
    """What a spread means."""
    return _("No hand presses the same each time. A wide range is no fault: it shows how rough a feeling is.")


def ceiling_title() -> str:
    """Title while the ceiling is looked for."""
    return _("Your own ceiling")


def ceiling_lines(side: Side) -> tuple[str, ...]:
    """How the ceiling is looked for; ``side`` is the hand that presses."""
    arm = _("right") if side is Side.LEFT else _("left")
    return (
        _(
            "Lay your {arm} forearm on the table. Press its thick part near the elbow, on the thumb side. "
            "Not on a bone, a vein, or anything sore."
        ).format(arm=arm),
        _(
            "Lean in slowly. Stop at the first ache, no more than 3 of 10 pain, and never sharp. "
            "Once or twice is enough."
        ),
    )


def ceiling_question() -> str:
    """Above the numbers."""
    return _("How hard did that press feel?")


def ceiling_try_title(number: int, total: int) -> str:
    """Title while the scale is pressed like the forearm."""
    return _("Press the scale like that, try {number} of {total}").format(number=number, total=total)


def ceiling_try_lines() -> tuple[str, ...]:
    """How."""
    return (
        _("Look away. Press the towel as hard as you just pressed your arm, and no harder."),
        _("Then look, and type what the scale shows with your other hand."),
    )


def ceiling_look_title(felt: int) -> str:
    """Title after the tries at the ceiling."""
    return _("Your ceiling: {felt} of 10").format(felt=felt)


def stay_under() -> str:
    """What the ceiling is for."""
    return _("Stay under it in every session, also where a set says more.")


# --- Done ------------------------------------------------------------------------------------------------


def done_title(side: Side) -> str:
    """Title at the end of one hand."""
    return _("That was your left hand") if side is Side.LEFT else _("That was your right hand")


def done_without_scale() -> str:
    """Nothing was weighed."""
    return _("Nothing was weighed. Your hand has practised all the same.")


def other_hand(side: Side) -> str:
    """Go on with the other hand."""
    return _("Now the left hand") if side is Side.LEFT else _("Now the right hand")


def finish() -> str:
    """End the exercise."""
    return _("Finish")


def saved() -> str:
    """After the commit."""
    return _("Saved in your journal.")


def nothing_kept() -> str:
    """Nothing was typed."""
    return _("No numbers were kept.")
