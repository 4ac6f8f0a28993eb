"""How old somebody may be: an age is rarely known to the day, and each rule reads the careful end of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ADULT_YEARS = 18
"""Below this age no session is offered (R07); whoever may be just below it is asked again."""


@dataclass(frozen=True, slots=True)
class AgeSpan:
    """The youngest and the oldest that somebody may be today, in whole years."""

    youngest: int
    oldest: int

    def may_be_from(self, years: int) -> bool:
        """Tell whether the person may be that old, or older."""
        return self.oldest >= years

    def may_be_below(self, years: int) -> bool:
        """Tell whether the person may be younger than that."""
        return self.youngest < years

    @property
    def hangs_on_the_day(self) -> bool:
        """Whether the person may be an adult or may not: then the age of today is asked."""
        return self.may_be_below(ADULT_YEARS) and self.may_be_from(ADULT_YEARS)

    def narrowed(self, other: AgeSpan | None) -> AgeSpan:
        """Return what both leave possible; where they contradict each other, everything that either says."""
        if other is None:
            return self
        youngest, oldest = max(self.youngest, other.youngest), min(self.oldest, other.oldest)
        if youngest > oldest:
            return AgeSpan(min(self.youngest, other.youngest), max(self.oldest, other.oldest))
        return AgeSpan(youngest, oldest)


def age_exactly(years: int) -> AgeSpan:
    """Return the span of an age that was said for today."""
    return AgeSpan(years, years)


def age_of_birth_year(birth_year: int, today: date) -> AgeSpan:
    """Return the span of somebody of whom only a year of birth is kept.

    The birthday of this year may still come, which is a year less. And the year may have been reckoned
    from an age that was typed in before that year's birthday, which is a year more.
    """
    reached = today.year - birth_year
    return AgeSpan(max(0, reached - 1), reached + 1)


def age_said_on(years: int, said: date, today: date) -> AgeSpan | None:
    """Return the span of somebody who said their age on an earlier day; ``None`` for a day to come."""
    if said > today:
        return None
    passed = today.year - said.year - ((today.month, today.day) < (said.month, said.day))
    return AgeSpan(years + passed, years + passed + (today != said))
