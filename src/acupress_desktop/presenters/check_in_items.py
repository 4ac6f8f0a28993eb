"""The 0 to 10 questions of a check-in beyond the pain right now."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from acupress_desktop.domain.journal import CheckInRecord
from acupress_desktop.presenters.pieces import ScaleView
from acupress_desktop.words import check_in as words


class Item(Enum):
    """A 0 to 10 question of the entry; the value is the record's field."""

    DAY_AVERAGE = "pain_day_average"
    SLEEP = "sleep"
    MOOD = "mood"
    STRESS = "stress"
    ENERGY = "energy"
    ACTIVITY = "activity"


def with_item(record: CheckInRecord, item: Item, value: int | None) -> CheckInRecord:
    """Return the record with one item answered, or its answer taken back."""
    match item:
        case Item.DAY_AVERAGE:
            return replace(record, pain_day_average=value)
        case Item.SLEEP:
            return replace(record, sleep=value)
        case Item.MOOD:
            return replace(record, mood=value)
        case Item.STRESS:
            return replace(record, stress=value)
        case Item.ENERGY:
            return replace(record, energy=value)
        case Item.ACTIVITY:
            return replace(record, activity=value)


def value_of(record: CheckInRecord, item: Item) -> int | None:
    """Return the answer to one item."""
    match item:
        case Item.DAY_AVERAGE:
            return record.pain_day_average
        case Item.SLEEP:
            return record.sleep
        case Item.MOOD:
            return record.mood
        case Item.STRESS:
            return record.stress
        case Item.ENERGY:
            return record.energy
        case Item.ACTIVITY:
            return record.activity


def scale_of(item: Item, record: CheckInRecord) -> ScaleView:
    """Show one item as a scale."""
    question, (low, high) = _words_of(item)
    return ScaleView(question, low, high, value_of(record, item))


def _words_of(item: Item) -> tuple[str, tuple[str, str]]:
    match item:
        case Item.DAY_AVERAGE:
            return words.day_average(), (words.pain_low(), words.pain_high())
        case Item.SLEEP:
            return words.sleep(), words.sleep_ends()
        case Item.MOOD:
            return words.mood(), words.mood_ends()
        case Item.STRESS:
            return words.stress(), words.stress_ends()
        case Item.ENERGY:
            return words.energy(), words.energy_ends()
        case Item.ACTIVITY:
            return words.activity(), words.activity_ends()


def has_more(record: CheckInRecord) -> bool:
    """Tell whether anything beyond pain was answered."""
    return bool(
        record.tags or record.note.strip() or any(value_of(record, item) is not None for item in Item)
    )
