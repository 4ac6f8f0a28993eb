"""The journal's tables, declared once: names, kinds, bounds, choices.

``storage`` builds its schema and CHECK constraints from this, ``exchange`` its file formats, and both
refuse the same values for the same reasons (``journal_values``).
"""

from __future__ import annotations

from dataclasses import replace

from acupress_desktop.domain import (
    breathing,
    exercises,
    journal,
    point_practice,
    practice,
    pressure,
    reminders,
    routines,
)
from acupress_desktop.domain.protocols import (
    HOLD_SECONDS_MAX,
    HOLD_SECONDS_MIN,
    SESSIONS_PER_DAY_MAX,
    DoseStage,
    Form,
)
from acupress_desktop.domain.sides import PainSide, Side, SiteSide
from acupress_desktop.domain.table_shapes import (
    CODE_CHARACTERS_MAX,
    COMMON,
    JSON_CHARACTERS_MAX,
    SECONDS_MAX,
    Column,
    Given,
    HowMany,
    Kind,
    Presence,
    TableShape,
    choice,
    code,
    moment,
    parent,
    scale,
    text,
    whole,
)

CHECK_IN = TableShape(
    "check_in",
    (
        *COMMON,
        *moment("moment"),
        code("scale"),
        *(scale(name) for name in ("pain_day_average", "sleep", "mood", "stress", "energy", "activity")),
        Column("tags", Kind.NAMES, choices=tuple(tag.value for tag in journal.ContextTag), longest=32),
        text("note", journal.NOTE_CHARACTERS_MAX),
        replace(whole("water_glasses", 0, journal.WATER_GLASSES_MAX, Presence.OPTIONAL), since=4),
        replace(whole("movement_minutes", 0, journal.MOVEMENT_MINUTES_MAX, Presence.OPTIONAL), since=4),
    ),
)
PAIN_REPORT = TableShape(
    "pain_report",
    (
        *COMMON,
        parent("check_in"),
        code("region"),
        choice("side", PainSide),
        whole("intensity", 0, 10),
        code("quality", Presence.OPTIONAL),
        code("scale"),
    ),
)
SESSION = TableShape(
    "session",
    (
        *COMMON,
        *moment("started"),
        code("protocol"),
        code("content_version"),
        choice("form", Form),
        choice("stage", DoseStage),
        whole("planned_holds", 0, 100),
        whole("planned_seconds", 0, SECONDS_MAX),
        code("region", Presence.OPTIONAL),
        choice("side", PainSide, Presence.OPTIONAL),
        Column("rules", Kind.NAMES, longest=CODE_CHARACTERS_MAX),
        text("clearance_json", JSON_CHARACTERS_MAX),
        *moment("ended", Presence.OPTIONAL),
        choice("end_kind", journal.SessionEnd, Presence.OPTIONAL),
        text("note", journal.NOTE_CHARACTERS_MAX),
        replace(code("occasion", Presence.OPTIONAL), since=4),
        replace(parent("routine", Presence.OPTIONAL), since=4),
    ),
)
HOLD = TableShape(
    "hold",
    (
        *COMMON,
        parent("session"),
        *moment("moment"),
        whole("step_order", 0, 1000),
        code("point"),
        choice("side", SiteSide),
        whole("prescribed_seconds", 0, SECONDS_MAX),
        whole("hold_seconds", 0, SECONDS_MAX),
        Column("held_seconds", Kind.REAL, low=0, high=SECONDS_MAX),
        Column("completed", Kind.FLAG),
        Column("changed_by", Kind.NAMES, longest=200),
        whole("felt_pressure", 0, 10),
        choice("comfort", journal.Comfort, Presence.OPTIONAL),
    ),
)
RATING = TableShape(
    "rating",
    (
        *COMMON,
        parent("session"),
        *moment("moment"),
        choice("measure", journal.Measure),
        choice("rating_time", journal.RatingTime),
        whole("value", 0, 10),
        code("scale"),
    ),
)
PAUSE = TableShape(
    "pause",
    (
        *COMMON,
        parent("session"),
        *moment("moment"),
        Column("at_seconds", Kind.REAL, low=0, high=SECONDS_MAX),
        Column("seconds", Kind.REAL, low=0, high=366 * SECONDS_MAX),
        code("cause"),
    ),
)
ADVERSE_EVENT = TableShape(
    "adverse_event",
    (
        *COMMON,
        parent("session", Presence.OPTIONAL),
        *moment("moment"),
        choice("kind", journal.AdverseKind),
        code("point", Presence.OPTIONAL),
        text("note", journal.NOTE_CHARACTERS_MAX),
        replace(choice("side", SiteSide, Presence.OPTIONAL), since=3),
        replace(code("region", Presence.OPTIONAL), since=3),
    ),
)
ANSWER = TableShape(
    "answer",
    (*COMMON, code("question"), text("answer_json", JSON_CHARACTERS_MAX), *moment("answered")),
    one_living="question",
)
ADVICE = TableShape(
    "advice",
    (*COMMON, code("rule"), *moment("told"), *moment("checked", Presence.OPTIONAL)),
    one_living="rule",
)
CONSENT = TableShape("consent", (*COMMON, *moment("moment"), text("words", journal.NOTE_CHARACTERS_MAX)))
FAVOURITE_POINT = TableShape(
    "favourite_point", (*COMMON, code("point"), *moment("moment")), since=2, one_living="point"
)
OWN_POINT = TableShape(
    "own_point",
    (
        *COMMON,
        text("name", point_practice.NAME_CHARACTERS_MAX),
        text("note", journal.NOTE_CHARACTERS_MAX),
        choice("side", SiteSide),
        code("region"),
        whole("face", 0, point_practice.FACE_MAX),
        *(Column(name, Kind.REAL, low=0, high=1) for name in ("weight_1", "weight_2", "weight_3")),
    ),
    since=2,
    parts_of_one=("weight_1", "weight_2", "weight_3"),
)
"""A spot of the person's own on the mesh: it holds on every body."""
POINT_CHECK = TableShape(
    "point_check",
    (
        *COMMON,
        code("point"),
        choice("side", SiteSide),
        choice("sureness", point_practice.Sureness),
        Column("felt", Kind.NAMES, choices=tuple(felt.value for felt in point_practice.Felt), longest=32),
        *moment("moment"),
    ),
    since=2,
)
POINT_REVIEW = TableShape(
    "point_review",
    (
        *COMMON,
        code("point"),
        choice("kind", point_practice.ReviewKind),
        choice("rating", point_practice.ReviewRating),
        *moment("moment"),
    ),
    since=2,
)
PRESSURE_TRIAL = TableShape(
    "pressure_trial",
    (
        *COMMON,
        choice("hand", Side),
        choice("press_with", pressure.PressWith),
        choice("kind", pressure.TrialKind),
        whole("felt_pressure", 0, 10),
        whole("grams", 0, pressure.GRAMS_MAX, Presence.OPTIONAL),
        *moment("moment"),
    ),
    since=3,
)

BREATH_TENTHS_MAX = 600
_BREATH = (("in_tenths", 1), ("hold_full_tenths", 0), ("out_tenths", 1), ("hold_empty_tenths", 0))
_OWN_BREATH = tuple(name for name, _ in _BREATH)
_STEP_BREATH = tuple(f"breath_{name}" for name, _ in _BREATH)
PRESS = "press"
_EXERCISES = tuple(kind.value for kind in exercises.ExerciseKind)

ROUTINE = TableShape(
    "routine",
    (
        *COMMON,
        *moment("moment"),
        text("name", routines.ROUTINE_NAME_CHARACTERS_MAX),
        code("complaint"),
        text("note", routines.STEP_NOTE_CHARACTERS_MAX),
    ),
    since=4,
)
ROUTINE_STEP = TableShape(
    "routine_step",
    (
        *COMMON,
        parent("routine"),
        whole("step_order", 1, routines.STEPS_MAX),
        Column("kind", Kind.CHOICE, choices=(PRESS, *_EXERCISES)),
        code("point", Presence.OPTIONAL),
        choice("sides", routines.RoutineSides, Presence.OPTIONAL),
        whole("hold_seconds", HOLD_SECONDS_MIN, HOLD_SECONDS_MAX, Presence.OPTIONAL),
        whole(
            "felt_pressure", routines.ROUTINE_PRESSURE_MIN, routines.ROUTINE_PRESSURE_MAX, Presence.OPTIONAL
        ),
        choice("breathing", breathing.StepBreathing, Presence.OPTIONAL),
        *(whole(f"breath_{name}", low, BREATH_TENTHS_MAX, Presence.OPTIONAL) for name, low in _BREATH),
        text("title", routines.STEP_TITLE_CHARACTERS_MAX),
        text("note", routines.STEP_NOTE_CHARACTERS_MAX),
        whole("seconds", exercises.EXERCISE_SECONDS_MIN, exercises.EXERCISE_SECONDS_MAX, Presence.OPTIONAL),
        whole("repeats", 1, exercises.REPEATS_MAX, Presence.OPTIONAL),
        text("picture", routines.PICTURE_CHARACTERS_MAX),
    ),
    since=4,
    given=(
        Given(
            ("point", "sides", "hold_seconds", "felt_pressure", "breathing"), HowMany.ALL, "kind", (PRESS,)
        ),
        Given(("seconds", "repeats"), HowMany.SOME, "kind", _EXERCISES),
        Given(_STEP_BREATH, HowMany.ALL, "breathing", (breathing.StepBreathing.OWN.value,)),
    ),
    breath=_STEP_BREATH,
)
OWN_BREATH = TableShape(
    "own_breath",
    (
        *COMMON,
        *moment("moment"),
        text("name", breathing.OWN_BREATH_NAME_CHARACTERS_MAX),
        *(whole(name, low, BREATH_TENTHS_MAX) for name, low in _BREATH),
    ),
    since=4,
    breath=_OWN_BREATH,
)
"""Tenths of a second, as whole numbers: a tenth has no exact float."""
EXERCISE_DONE = TableShape(
    "exercise_done",
    (
        *COMMON,
        parent("session"),
        *moment("moment"),
        whole("exercise_order", 0, 1000),
        choice("kind", exercises.ExerciseKind),
        text("title", routines.STEP_TITLE_CHARACTERS_MAX),
        whole("planned_seconds", 0, SECONDS_MAX, Presence.OPTIONAL),
        whole("repeats", 1, exercises.REPEATS_MAX, Presence.OPTIONAL),
        Column("done_seconds", Kind.REAL, low=0, high=SECONDS_MAX),
        Column("completed", Kind.FLAG),
    ),
    since=4,
)
GOAL = TableShape(
    "goal",
    (
        *COMMON,
        *moment("moment"),
        text("words", practice.GOAL_CHARACTERS_MAX),
        *moment("ended", Presence.OPTIONAL),
    ),
    since=4,
)
PRACTICE_PLAN = TableShape(
    "practice_plan",
    (
        *COMMON,
        *moment("moment"),
        code("protocol", Presence.OPTIONAL),
        parent("routine", Presence.OPTIONAL),
        whole("days_per_week", 1, 7),
        whole("sessions_per_day", 1, SESSIONS_PER_DAY_MAX),
        Column("review_on", Kind.DAY, Presence.OPTIONAL),
    ),
    since=4,
    given=(Given(("protocol", "routine_id"), HowMany.ONE),),
)
REMINDER = TableShape(
    "reminder",
    (
        *COMMON,
        *moment("moment"),
        choice("kind", reminders.ReminderKind),
        whole("at_minute", 0, 24 * 60 - 1),
        Column("weekdays", Kind.NAMES, choices=tuple(day.value for day in reminders.Weekday), longest=2),
        Column("on_day", Kind.DAY, Presence.OPTIONAL),
        whole("days_before", 0, reminders.DAYS_BEFORE_MAX),
        choice("wording", reminders.ReminderWording),
        choice("state", reminders.ReminderState),
    ),
    since=4,
)

PERSON = TableShape("person", COMMON)
"""Whose journal this is; one row. It stays behind in exports, which name the person in their head."""
HOLD_CHECKPOINT = TableShape(
    "hold_checkpoint",
    (
        *COMMON,
        parent("session"),
        *moment("moment"),
        whole("step_order", 0, 1000),
        Column("held_seconds", Kind.REAL, low=0, high=SECONDS_MAX),
    ),
)
"""How far the running hold has come; working state that never leaves the journal."""

TABLES = (
    CHECK_IN,
    PAIN_REPORT,
    ROUTINE,
    ROUTINE_STEP,
    SESSION,
    HOLD,
    RATING,
    PAUSE,
    ADVERSE_EVENT,
    ANSWER,
    ADVICE,
    CONSENT,
    FAVOURITE_POINT,
    OWN_POINT,
    POINT_CHECK,
    POINT_REVIEW,
    PRESSURE_TRIAL,
    OWN_BREATH,
    EXERCISE_DONE,
    GOAL,
    PRACTICE_PLAN,
    REMINDER,
)
"""Parents stand before their children, so rows can be written in this order."""


def table_named(name: str) -> TableShape | None:
    """Return the table of that name, if there is one."""
    return next((table for table in TABLES if table.name == name), None)
