"""What a check-in asks beyond the pain right now: scales of 0 to 10, and numbers to type."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from acupress_desktop.domain.journal import MOVEMENT_MINUTES_MAX, WATER_GLASSES_MAX, CheckInRecord
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


class Count(Enum):
    """A number to type, for who wants it; the value is the record's field."""

    WATER = "water_glasses"
    MOVEMENT = "movement_minutes"

    @property
    def highest(self) -> int:
        """The highest number that can be kept."""
        return WATER_GLASSES_MAX if self is Count.WATER else MOVEMENT_MINUTES_MAX


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


def with_count(record: CheckInRecord, count: Count, value: int | None) -> CheckInRecord:
    """Return the record with one number answered, or its answer taken back."""
    match count:
        case Count.WATER:
            return replace(record, water_glasses=value)
        case Count.MOVEMENT:
            return replace(record, movement_minutes=value)


def count_of(record: CheckInRecord, count: Count) -> int | None:
    """Return the number that was given."""
    return record.water_glasses if count is Count.WATER else record.movement_minutes


def fits(count: Count, text: str) -> bool:
    """Whether ``text`` is a number that can be kept, or nothing at all."""
    plain = text.strip()
    return not plain or (
        plain.isascii() and plain.isdecimal() and len(plain) <= 4 and int(plain) <= count.highest
    )


def count_words(count: Count) -> tuple[str, str]:
    """Return the question and the unit of a number."""
    match count:
        case Count.WATER:
            return words.water(), words.water_unit()
        case Count.MOVEMENT:
            return words.movement(), words.movement_unit()


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
        record.tags
        or record.note.strip()
        or any(value_of(record, item) is not None for item in Item)
        or any(count_of(record, count) is not None for count in Count)
    )
