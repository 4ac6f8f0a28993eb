"""How one step of the exercise is shown."""

from __future__ import annotations

from acupress_desktop.domain.pressure import GRAMS_MAX, TRIES_AT_ONCE, TrialKind
from acupress_desktop.domain.pressure_exercise import StepKind, Weighing, part_of
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.pieces import ActView, ScaleView
from acupress_desktop.presenters.pressure_results import plot_of
from acupress_desktop.presenters.pressure_state import Pressing, grams_typed
from acupress_desktop.presenters.pressure_view import FieldView, PressPictureView, StepView, Under
from acupress_desktop.words import body, felt_pressure, notices
from acupress_desktop.words import pressure as words
from acupress_desktop.words import pressure_steps as step_words


def step_view(doing: Pressing) -> StepView:
    """Show the open step."""
    step = doing.steps[doing.at]
    grams = grams_typed(doing.typed)
    title, lines, notes = _text(doing)
    number, total = part_of(doing.steps, doing.at)
    return StepView(
        page=words.page(),
        close=words.close(),
        place=doing.at,
        number=number,
        total=total,
        progress=step_words.step_of(number, total),
        eyebrow=words.presser_start(doing.hand, doing.chosen.part),
        title=title,
        lines=lines,
        notes=notes,
        stop_line=notices.stop_line(),
        picture=_picture(doing),
        plot=plot_of(doing.kept, doing.hand) if step.kind in _LOOKS else None,
        field=_field(doing, grams) if step.is_try else None,
        rating=_rating(doing) if step.kind is StepKind.FIND_CEILING else None,
        feedback=doing.feedback,
        main=_main(doing, grams),
        back=step_words.back_one(),
        skip="" if step.kind in _LOOKS else step_words.skip(),
    )


_LOOKS = (StepKind.LOOK, StepKind.LOOK_CEILING)


def _text(doing: Pressing) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return title, what to do, and what is said beside it."""
    step = doing.steps[doing.at]
    match step.kind:
        case StepKind.FEEL:
            weighed = doing.chosen.weighing is Weighing.SCALE
            more = step_words.feel_with_scale() if weighed else step_words.feel_without_scale()
            return step_words.feel_title(step.level), (*step_words.feel_lines(step.level), more), ()
        case StepKind.TRY:
            title = step_words.try_title(step.level, step.number, TRIES_AT_ONCE)
            return title, step_words.try_lines(step.level), _tries(doing, TrialKind.LEVEL, step.level)
        case StepKind.LOOK:
            told = _summary(doing, TrialKind.LEVEL, step.level)
            return step_words.look_title(step.level), told, (step_words.look_note(),)
        case StepKind.FIND_CEILING:
            return step_words.ceiling_title(), step_words.ceiling_lines(doing.hand), ()
        case StepKind.TRY_CEILING:
            title = step_words.ceiling_try_title(step.number, TRIES_AT_ONCE)
            return title, step_words.ceiling_try_lines(), _tries(doing, TrialKind.CEILING, doing.felt)
        case StepKind.LOOK_CEILING:
            felt = doing.felt
            told = _summary(doing, TrialKind.CEILING, felt)
            return step_words.ceiling_look_title(felt), told, (step_words.stay_under(),)


def _tries(doing: Pressing, kind: TrialKind, felt: int) -> tuple[str, ...]:
    told = doing.told(kind, felt)
    return (step_words.tries_line(told),) if told else ()


def _summary(doing: Pressing, kind: TrialKind, felt: int) -> tuple[str, ...]:
    """Return the tries themselves, then how far they lie apart."""
    told = sorted(doing.told(kind, felt))
    if not told:
        return (step_words.nothing_kept(),)
    spoken = step_words.tries_line(doing.told(kind, felt))
    return (spoken, step_words.range_line(told[0], told[-1])) if len(told) > 1 else (spoken,)


def _field(doing: Pressing, grams: int | None) -> FieldView:
    wrong = bool(doing.typed.strip()) and grams is None
    return FieldView(
        name=step_words.grams_name(),
        unit=step_words.grams_unit(),
        text=doing.typed,
        problem=step_words.grams_problem(GRAMS_MAX) if wrong else "",
        fewer=step_words.lighter(),
        more=step_words.heavier(),
    )


def _rating(doing: Pressing) -> ScaleView:
    return ScaleView(step_words.ceiling_question(), felt_pressure.low(), felt_pressure.high(), doing.rated)


def _main(doing: Pressing, grams: int | None) -> ActView:
    step = doing.steps[doing.at]
    match step.kind:
        case StepKind.TRY | StepKind.TRY_CEILING:
            if grams is None:
                return ActView(step_words.keep(), blocked_because=step_words.type_first())
            return ActView(step_words.keep_grams(grams))
        case StepKind.FIND_CEILING:
            blocked = step_words.rate_first() if doing.rated is None else ""
            return ActView(step_words.keep(), blocked_because=blocked)
        case StepKind.FEEL if doing.chosen.weighing is Weighing.SCALE:
            return ActView(step_words.to_the_tries())
        case _:
            return ActView(_next_words(doing))


def _next_words(doing: Pressing) -> str:
    following = doing.steps[doing.at + 1 :]
    if following and following[0].kind is StepKind.FEEL:
        return step_words.next_level(following[0].level)
    if following and following[0].kind is StepKind.FIND_CEILING:
        return step_words.to_the_ceiling()
    return step_words.go_on()


def _picture(doing: Pressing) -> PressPictureView:
    step = doing.steps[doing.at]
    ceiling = step.kind in (StepKind.FIND_CEILING, StepKind.TRY_CEILING, StepKind.LOOK_CEILING)
    if step.kind is StepKind.FIND_CEILING:
        under = Under.FOREARM
    else:
        under = Under.SCALE if doing.chosen.weighing is Weighing.SCALE else Under.TOWEL
    target = doing.rated if ceiling else step.level
    return PressPictureView(
        hand=doing.hand,
        badge=body.your_left() if doing.hand is Side.LEFT else body.your_right(),
        under=under,
        shown=doing.typed if step.is_try else "",
        target=target,
        target_words="" if target is None else felt_pressure.about(target),
        low=felt_pressure.low(),
        high=felt_pressure.high(),
    )
