"""The parts of the practice page in words: plan, review, weeks, goals, getting ready."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from acupress_desktop.domain.evidence import Finding
from acupress_desktop.domain.ids import ProtocolId
from acupress_desktop.domain.practice import (
    GOALS_MAX,
    SMALL_START_POINTS,
    Goal,
    LastDays,
    PracticePlan,
    PracticeWeek,
    Pressed,
    Rhythm,
    rhythm_of,
    smaller,
)
from acupress_desktop.domain.protocols import DoseStage, Protocol
from acupress_desktop.presenters.outlines import set_name
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.practice_book import Standing, review_suggested
from acupress_desktop.presenters.practice_view import (
    GoalsView,
    GoalView,
    PlanAct,
    PlanActView,
    PlanEditView,
    PlanPartView,
    ReviewView,
    SubjectView,
    WeeksView,
    WeekView,
)
from acupress_desktop.words import complaints, today
from acupress_desktop.words import goals as goal_words
from acupress_desktop.words import practice as words
from acupress_desktop.words import practice_weeks as week_words


def plan_part(standing: Standing, proposed: Protocol | None) -> PlanPartView:
    """Show the plan, or what could be one."""
    if standing.plan is None:
        return _no_plan(proposed, standing.pressed)
    subject = standing.subject
    if subject is None:
        acts = (_act(PlanAct.CHANGE, words.change_plan()), _act(PlanAct.STOP, words.stop_plan()))
        return PlanPartView(words.plan_heading(), "", (words.routine_gone(),), acts)
    rhythm = Rhythm(standing.plan.days_per_week, standing.plan.sessions_per_day)
    lines = [words.rhythm_line(words.rhythm(rhythm.days_per_week, rhythm.sessions_per_day))]
    if standing.stage is DoseStage.FIRST_WEEK:
        small = standing.small_start
        lines.append(words.starting_small(SMALL_START_POINTS) if small else words.half_holds())
    else:
        lines.append(words.usual_dose(standing.minutes))
    over = standing.weeks_over
    return PlanPartView(
        heading=words.plan_heading()
        if standing.week is None
        else f"{words.plan_heading()}, {_week(standing)}",
        title=set_name(subject),
        lines=(words.not_begun(), *lines) if standing.week is None else tuple(lines),
        acts=_acts(standing, subject),
        over_title="" if over is None else words.weeks_over(over),
        over_text="" if over is None else words.what_now(),
        over_acts=() if over is None else _over_acts(rhythm),
    )


def edit_part(
    subject: ProtocolId, rhythm: Rhythm, subjects: Mapping[ProtocolId, Protocol], plan: PracticePlan | None
) -> PlanEditView | None:
    """Show what can be planned; ``None`` where what was chosen is gone. ``plan`` is the one that stands."""
    chosen = subjects.get(subject)
    if chosen is None:
        return None
    meant = "" if chosen.routine is not None else words.meant_so(words.frequency(chosen.frequency.words))
    return PlanEditView(
        what=words.what_to_press(),
        subjects=tuple(SubjectView(key, subject_name(each)) for key, each in subjects.items()),
        chosen=subject,
        days_name=words.days_a_week(),
        days=rhythm.days_per_week,
        times_name=words.times_a_day(),
        once=words.once(),
        twice=words.twice(),
        times=rhythm.sessions_per_day,
        meant=meant,
        limit=words.never_more(),
        save=ActView(words.save_plan()),
        cancel=words.cancel(),
        stop="" if plan is None else words.stop_plan(),
    )


def _no_plan(proposed: Protocol | None, pressed: tuple[Pressed, ...]) -> PlanPartView:
    own = _act(PlanAct.CHANGE, words.make_a_plan())
    if proposed is None and not pressed:
        first = PlanActView(PlanAct.PRESS_ALL, today.choose(), words.press_spoken())
        return PlanPartView(words.plan_heading(), "", (words.first_of_all(),), (first, own))
    if proposed is None:
        return PlanPartView(words.plan_heading(), "", (words.no_plan(),), (own,))
    rhythm = rhythm_of(proposed.frequency)
    told = words.rhythm(rhythm.days_per_week, rhythm.sessions_per_day)
    lines = (words.no_plan(), words.meant_so(words.frequency(proposed.frequency.words)))
    take = _act(PlanAct.TAKE_PROPOSAL, words.take_proposal(told))
    return PlanPartView(words.plan_heading(), set_name(proposed), lines, (take, own))


def _week(standing: Standing) -> str:
    planned = None if standing.subject is None else standing.subject.frequency.weeks
    week = standing.week or 1
    if planned is None or week > planned:
        return words.week_alone(week)
    return words.week_of(week, planned)


def _acts(standing: Standing, subject: Protocol) -> tuple[PlanActView, ...]:
    spoken = words.press_spoken()
    whole = words.press_all() if subject.routine is None else words.press_routine()
    press: tuple[PlanActView, ...] = (PlanActView(PlanAct.PRESS_ALL, whole, spoken),)
    if standing.small_start:
        small = PlanActView(PlanAct.PRESS_SMALL, words.press_small(SMALL_START_POINTS), spoken)
        press = (small, *press)
    return (*press, _act(PlanAct.CHANGE, words.change_plan()))


def _over_acts(rhythm: Rhythm) -> tuple[PlanActView, ...]:
    fewer = smaller(rhythm)
    go_on, stop = _act(PlanAct.GO_ON, words.go_on()), _act(PlanAct.STOP, words.stop_plan())
    if fewer is None:
        return (go_on, stop)
    told = words.rhythm(fewer.days_per_week, fewer.sessions_per_day)
    return (go_on, _act(PlanAct.TAKE_SMALLER, words.take_smaller(told)), stop)


def _act(act: PlanAct, label: str) -> PlanActView:
    return PlanActView(act, label)


def review_part(plan: PracticePlan, subject: Protocol | None, today: date) -> ReviewView:
    """Show the day of the review; one that has passed asks for another."""
    on = plan.review_on
    if on is None:
        line = words.no_review()
    else:
        line = words.review_on(on) if on >= today else words.review_passed(on)
    return ReviewView(
        heading=words.review_heading(),
        line=line,
        field=words.review_day(),
        on=on,
        suggested=review_suggested(plan, subject, today),
        keep=words.set_review(),
        clear=words.no_review_any_more(),
        bring=words.bring(),
        bring_list=words.bring_list(),
        remind=words.remind_me(),
    )


# --- Planned and pressed


def weeks_part(standing: Standing, dose: Finding | None, table: Choice) -> WeeksView:
    """Show the weeks, how often of late, and the trial beside them."""
    rows = tuple(
        _week_row(week, place == len(standing.weeks) - 1) for place, week in enumerate(standing.weeks)
    )
    shown = _since_the_first(rows)
    planned_key, pressed_key = week_words.weeks_key()
    return WeeksView(
        heading=week_words.weeks_heading(),
        line="" if standing.last is None else _last_line(standing.last),
        beside="" if standing.last is None else week_words.days_off_are_fine(),
        rows=shown,
        nothing="" if shown else week_words.nothing_pressed(),
        planned_key=planned_key,
        pressed_key=pressed_key,
        spoken=week_words.weeks_spoken(tuple(row.spoken for row in shown)),
        table=table,
        turn=week_words.as_table() if table is Choice.OPEN else week_words.as_drawing(),
        heads=week_words.table_heads(),
        note=week_words.weeks_note(standing.weeks[-1].first_day) if shown else "",
        dose=() if standing.subject is None else _dose_lines(standing.subject, dose),
    )


def _week_row(week: PracticeWeek, last: object) -> WeekView:
    planned = None if week.planned_seconds is None else _minutes(week.planned_seconds)
    pressed = _minutes(week.pressed_seconds)
    name = week_words.this_week() if last else week_words.week_name(week.first_day)
    told = week_words.no_minutes_planned() if planned is None else week_words.minutes(planned)
    return WeekView(
        name=name,
        planned=planned,
        pressed=pressed,
        cells=(name, told, week_words.minutes(pressed), str(week.sessions)),
        spoken=week_words.week_spoken(name, told, week_words.minutes(pressed)),
    )


def _since_the_first(rows: tuple[WeekView, ...]) -> tuple[WeekView, ...]:
    """Leave out the weeks before anything was planned or pressed."""
    for place, row in enumerate(rows):
        if row.planned is not None or row.pressed:
            return rows[place:]
    return ()


def _minutes(seconds: float) -> int:
    """Whole minutes; anything at all is at least one."""
    return max(1, round(seconds / 60)) if seconds > 0 else 0


def _last_line(last: LastDays) -> str:
    if last.planned_days is None:
        return week_words.last_days(last.pressed_days, last.days)
    return week_words.last_days_planned(last.pressed_days, last.days, last.planned_days)


def _dose_lines(subject: Protocol, found: Finding | None) -> tuple[str, ...]:
    if subject.routine is not None:
        return (week_words.dose_of_a_routine(),)
    if found is None or found.dose is None:
        return (week_words.dose_not_known(),)
    dose = found.dose
    trial = week_words.dose(found.people, dose.sessions_per_week, dose.weeks)
    if dose.minutes_low is None or dose.minutes_high is None:
        told = week_words.dose_without_minutes(trial)
    else:
        told = week_words.dose_minutes(trial, dose.minutes_low, dose.minutes_high)
    pressed_here = {step.point for step in subject.steps}
    if not found.points:
        return (told, week_words.dose_points_not_read(), week_words.dose_is_no_goal())
    if set(found.points) != pressed_here:
        return (told, week_words.dose_of_other_points(), week_words.dose_is_no_goal())
    return (told, week_words.dose_is_no_goal())


# --- Goals


def goals_part(goals: tuple[Goal, ...], edited: Goal | None, typed: str, away_shown: Choice) -> GoalsView:
    """Show the goals that stand, and on demand those that were put away."""
    standing = tuple(goal for goal in goals if goal.ended is None)
    away = tuple(goal for goal in goals if goal.ended is not None)
    full = len(standing) >= GOALS_MAX and edited is None
    turn = ""
    if away:
        turn = goal_words.away_heading(len(away)) if away_shown is Choice.OPEN else goal_words.hide_away()
    return GoalsView(
        heading=goal_words.goals_heading(),
        lead=goal_words.goals_lead(),
        rows=tuple(_goal(goal) for goal in standing),
        field=goal_words.goal_field(),
        hint=goal_words.goal_hint(),
        edited=None if edited is None else edited.id,
        typed=typed,
        add=ActView(goal_words.add_goal() if edited is None else goal_words.keep_goal()),
        cancel="" if edited is None else words.cancel(),
        full=goal_words.enough_goals() if full else "",
        away_turn=turn,
        away=tuple(_away(goal) for goal in away) if away_shown is Choice.CHOSEN else (),
    )


def _goal(goal: Goal) -> GoalView:
    return GoalView(
        goal.id,
        goal.words,
        goal_words.since(goal.moment.local_date),
        goal_words.change_goal(),
        goal_words.change_goal_spoken(goal.words),
        goal_words.put_away(),
        goal_words.put_away_spoken(goal.words),
    )


def _away(goal: Goal) -> GoalView:
    ended = goal.ended or goal.moment
    return GoalView(
        goal.id,
        goal.words,
        goal_words.put_away_on(ended.local_date),
        goal_words.bring_back(),
        goal_words.bring_back_spoken(goal.words),
        goal_words.delete_goal(),
        goal_words.delete_goal_spoken(goal.words),
    )


def subject_name(protocol: Protocol) -> str:
    """Name a set or a routine in the choice of what to press."""
    if protocol.routine is not None:
        return words.a_routine(protocol.title)
    return complaints.set_title(protocol.title)
