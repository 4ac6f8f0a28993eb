"""What the best trials say, in ten sentences; who they are about stands beside each."""

from __future__ import annotations

from acupress_desktop.words.translate import _


def best_knee_dummy() -> str:
    """Of the trial with dummy points for the knee."""
    return _(
        "For worn knees, real points and dummy points came out the same; both beat usual care. The real "
        "ones were general relaxing points: whether knee points do better than dummy points has not been "
        "settled."
    )


def best_sleep_dummy() -> str:
    """Of the review of sleep with dummy pressing."""
    return _(
        "In the 7 trials with dummy pressing, the sleep score was 3.41 points better (2.75 to 4.08). Many "
        "people were old or on dialysis, and who pressed was not read."
    )


def best_period_dummy() -> str:
    """Of a trial of one point in period pain."""
    return _(
        "For period cramps, pressing LR3 on the foot did not differ from pressing a dummy point. Another "
        "small trial, of this point or one on the hand, did find less pain."
    )


def best_headache_dummy() -> str:
    """Of a trial of neck points in headache."""
    return _("Headaches became rarer with neck-point massage and with dummy ultrasound alike.")


def best_nerves_dummy() -> str:
    """Of the review before procedures."""
    return _(
        "Just before a procedure, people felt less nervous than with dummy points (standardised gap 1.11, "
        "0.61 to 1.61; 5 trials that differ a lot)."
    )


def best_nausea_dummy() -> str:
    """Of the review after operations."""
    return _(
        "After operations, nausea was rarer with the wrist point PC6 than with a dummy (0.68 times as "
        "often, 0.60 to 0.77). Everyday queasiness was not studied."
    )


def best_knee_lessons() -> str:
    """Of the largest trial of pressing for oneself."""
    return _(
        "Knee pain ended 0.54 points lower (0.10 to 0.97) on a 0-10 scale than with health lessons alone. "
        "One person usually calls a drop of about 2 points clear; that is another kind of number."
    )


def best_period_tablets() -> str:
    """Of the review of self-care in period pain."""
    return _(
        "Period pain was less than with nothing (standardised gap 0.56, 0.10 to 1.03) but more than with "
        "pain tablets (0.76, 0.15 to 1.37)."
    )


def best_back_usual() -> str:
    """Of the review of low back pain."""
    return _(
        "Low back pain was slightly less than with usual care (standardised gap 0.32, 0.02 to 0.61; 2 "
        "studies, 180 people). A practitioner pressed."
    )


def best_sleep() -> str:
    """Of the trial in insomnia."""
    return _(
        "After 8 weeks the insomnia score was 2.89 points lower (1.67 to 4.11) than with a sleep-hygiene "
        "class, below the 6 points proposed as clear."
    )
