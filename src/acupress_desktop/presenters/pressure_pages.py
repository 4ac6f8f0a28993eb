"""The pages of the exercise around its steps: the first one, the one before pressing, the end of a hand."""

from __future__ import annotations

from collections.abc import Sequence

from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.pressure import PressureTrial, PressWith, TrialKind
from acupress_desktop.domain.pressure_exercise import Weighing
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.pieces import ActView, Choice, SourceView
from acupress_desktop.presenters.pressure_gate import Gate, tick_words
from acupress_desktop.presenters.pressure_results import hand_result, plot_of, result_lines
from acupress_desktop.presenters.pressure_state import Choosing, Pressing
from acupress_desktop.presenters.pressure_view import BeforeView, DoneView, IntroView, Tick, TickView
from acupress_desktop.words import evidence, notices
from acupress_desktop.words import pressure as words
from acupress_desktop.words import pressure_steps as step_words

PARTS = (PressWith.THUMB, PressWith.FINGERS)
"""Offered here; knuckles and palms are not what a set asks a beginner to judge with."""


def intro_view(trials: Sequence[PressureTrial], source: Source, said: str, undone: Choice) -> IntroView:
    """Show what is needed, what the numbers are, and what was kept so far."""
    results = tuple(view for view in (hand_result(trials, hand) for hand in Side) if view is not None)
    return IntroView(
        page=words.page(),
        close=words.close(),
        title=words.title(),
        lead=words.lead(),
        results_heading=words.results_heading() if results else "",
        results=results,
        said=said,
        undo=words.undo() if undone is Choice.CHOSEN else "",
        needs_heading=words.needs_heading(),
        needs=words.needs(),
        notes_heading=words.notes_heading(),
        notes=words.notes(),
        source=SourceView(
            evidence.source_short(source), evidence.source_full(source), evidence.checked(source.checked)
        ),
        safety=words.notes_safety(),
        stop_line=notices.stop_line(),
        start=words.start(),
        start_without=words.start_without(),
    )


def before_view(chosen: Choosing, allowed: Gate, hand: Side) -> BeforeView:
    """Show what may be ticked, and what it means."""
    label = step_words.begin() if chosen.ticks else step_words.none_of_these()
    return BeforeView(
        page=words.page(),
        close=words.close(),
        title=step_words.before_title(),
        lead=step_words.before_lead(),
        ticks=tuple(TickView(tick, tick_words(tick), Choice.when(tick in chosen.ticks)) for tick in Tick),
        hand_question=step_words.hand_question(),
        hands=tuple((each, words.hand(each)) for each in allowed.hands or tuple(Side)),
        hand=hand,
        part_question=step_words.part_question(),
        parts=tuple((part, words.part(part)) for part in PARTS),
        part=chosen.part,
        lines=() if allowed.stopped else allowed.lines,
        begin=ActView(label, blocked_because=allowed.stopped),
        back=step_words.back_one(),
    )


def done_view(pressing: Pressing, other: Side | None) -> DoneView:
    """Show what one hand did."""
    lines = result_lines(pressing.kept, pressing.hand)
    if pressing.chosen.weighing is Weighing.NOTHING:
        lines = (step_words.done_without_scale(), *lines)
    elif not lines:
        lines = (step_words.nothing_kept(),)
    if any(trial.kind is TrialKind.CEILING for trial in pressing.kept):
        lines = (*lines, step_words.stay_under())
    return DoneView(
        page=words.page(),
        close=words.close(),
        title=step_words.done_title(pressing.hand),
        lines=lines,
        plot=plot_of(pressing.kept, pressing.hand),
        saved=step_words.saved() if pressing.kept else "",
        other_hand="" if other is None else step_words.other_hand(other),
        finish=step_words.finish(),
        back=step_words.back_one(),
    )
