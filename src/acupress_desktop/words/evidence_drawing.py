"""Sentences beside the drawings of gaps between groups."""

from __future__ import annotations

from acupress_desktop.domain.evidence import EffectKind
from acupress_desktop.words.numbers import sentence_start
from acupress_desktop.words.translate import _, plural


def drawing() -> str:
    """Shows the drawing."""
    return _("Drawing")


def table() -> str:
    """Shows the same as a table."""
    return _("Table")


def shapes_name() -> str:
    """Name of the choice between the two."""
    return _("Show the gaps as")


def kind_heading(kind: EffectKind, scale: str) -> str:
    """In which kind of number one axis counts."""
    match kind:
        case EffectKind.POINTS_0_10:
            return _("Points on a 0-10 pain scale")
        case EffectKind.STANDARDISED:
            return _("Standardised gap: in units of the usual spread between people")
        case EffectKind.OTHER_SCALE:
            return _("Points on this scale: {scale}").format(scale=scale)
        case EffectKind.RATIO:
            return _("How often it happened, as a ratio")


def with_pressing_better(kind: EffectKind) -> str:
    """What one side of the axis means."""
    return _("less pain with pressing") if kind is EffectKind.POINTS_0_10 else _("better with pressing")


def with_pressing_worse(kind: EffectKind) -> str:
    """What the other side means."""
    return _("more pain with pressing") if kind is EffectKind.POINTS_0_10 else _("worse with pressing")


def no_difference() -> str:
    """Under the zero line."""
    return _("no difference")


def clear_to_one_person(amount: str, source: str) -> str:
    """Under the dashed line."""
    return _("{amount} points: usually clear to one person ({source})").format(amount=amount, source=source)


def gap(kind: EffectKind, value: float, number: str) -> str:
    """The average gap in words; ``number`` is its size without a sign."""
    if kind is EffectKind.RATIO:
        return _("{number} times as often").format(number=number)
    if value == 0:
        return no_difference()
    better = value < 0
    match kind:
        case EffectKind.POINTS_0_10:
            if better:
                return _("{number} points less pain").format(number=number)
            return _("{number} points more pain").format(number=number)
        case EffectKind.STANDARDISED:
            if better:
                return _("{number} better").format(number=number)
            return _("{number} worse").format(number=number)
        case EffectKind.OTHER_SCALE:
            if better:
                return _("{number} points better").format(number=number)
            return _("{number} points worse").format(number=number)


def range_one_side(low: str, high: str) -> str:
    """An interval that lies on one side of no difference, or that is told as ratios."""
    return _("95\u00a0% range {low} to {high}").format(low=low, high=high)


def range_both_sides(better: str, worse: str) -> str:
    """An interval that holds no difference."""
    return _("95\u00a0% range from {better} better to {worse} worse, so it may be no gap at all").format(
        better=better, worse=worse
    )


def ratio_both_sides(low: str, high: str) -> str:
    """A range of ratios that holds no difference."""
    return _("95\u00a0% range {low} to {high}, so it may be no gap at all").format(low=low, high=high)


def no_range() -> str:
    """Beside a hollow dot."""
    return _("no range in what we read")


def outcome_when(outcome: str, when: str) -> str:
    """What was measured, and when, such as "Pain, after 12 weeks"."""
    return _("{outcome}, {when}").format(outcome=outcome, when=when)


def who_pressed(people_words: str, pressed: str) -> str:
    """Such as "314 people; people pressed for themselves."."""
    return _("{people}; {pressed}.").format(people=sentence_start(people_words), pressed=pressed)


def pooled(studies: int, people_words: str) -> str:
    """People of several studies taken together."""
    counted = plural("{count} study", "{count} studies", studies)
    return _("{studies}, {people}").format(studies=counted, people=people_words)


def row_spoken(name: str, gap_words: str, range_words: str, rest: str) -> str:
    """One row of the drawing, read aloud."""
    return _("{name}: {gap}, {range}. {rest}").format(name=name, gap=gap_words, range=range_words, rest=rest)


def drawing_name(heading: str, scale: str) -> str:
    """Name of one drawing for a screen reader."""
    return _("{heading}. {scale}.").format(heading=heading, scale=scale)


def table_heads() -> tuple[str, str, str, str]:
    """Heads of the table."""
    return (_("Measured"), _("Against"), _("Average gap"), _("Source"))


def how_to_read() -> str:
    """Over the lines that explain the drawing."""
    return _("How to read this")


def how_lines() -> tuple[str, ...]:
    """What the marks of the drawing mean."""
    return (
        _(
            "Each dot is the average gap between two groups at the end of a trial. The bar through it is "
            "its 95\u00a0% range: the true gap is probably somewhere in it. A bar that touches “no "
            "difference” may mean no gap."
        ),
        _("A hollow dot has no range in what we read, so nobody can tell how far to trust it."),
        _(
            "A standardised gap counts in units of the usual spread between people, so that scales can be "
            "pooled."
        ),
        _(
            "The dashed line is a change that one person usually calls clear. The dots are averages "
            "between groups. These are different kinds of number: do not divide one by the other."
        ),
        _(
            "“No difference shown” is not proof that there is none. Nor does a gap to usual care show that "
            "the points were the reason."
        ),
        _(
            "We read abstracts, tables or pages about a study, hardly ever the full paper. No clinician "
            "has signed any of this."
        ),
    )
