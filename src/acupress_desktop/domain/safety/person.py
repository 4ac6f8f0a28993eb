"""Who is screened, and for what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import ComplaintId, QuestionId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.safety.ages import AgeSpan, age_exactly
from acupress_desktop.domain.safety.answers import Amount, Answers, Reply
from acupress_desktop.domain.safety.questions import Audience
from acupress_desktop.domain.sides import PainSide

AGE = QuestionId("age")
CAN_BE_PREGNANT = QuestionId("can_be_pregnant")


class CanBePregnant(Enum):
    """What the person chose at first run; not known until they did."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Profile:
    """What the app already knows; ``None`` or ``NOT_KNOWN`` makes the screen ask."""

    age: AgeSpan | None = None
    can_be_pregnant: CanBePregnant = CanBePregnant.NOT_KNOWN


@dataclass(frozen=True, slots=True)
class ScreenContext:
    """One screening: for whom, for what, and when.

    ``checked`` are rows whose "have this checked" the person ticked off, as far as the tick still
    counts (``ticks_that_count``): their limits stay, their banner does not come back.
    """

    profile: Profile
    complaint: ComplaintId
    given: Moment
    pain_side: PainSide | None = None
    checked: tuple[RuleId, ...] = ()

    @property
    def asks_age(self) -> bool:
        """Whether the age must be asked: it is not known, or the person may be just below eighteen."""
        return self.profile.age is None or self.profile.age.hangs_on_the_day

    def age(self, answers: Answers) -> AgeSpan | None:
        """Return how old the person may be, from the profile and from what was just answered."""
        answer = answers.get(AGE)
        said = age_exactly(answer.value) if isinstance(answer, Amount) else None
        if self.profile.age is None or said is None:
            return said if self.profile.age is None else self.profile.age
        return self.profile.age.narrowed(said)

    def can_be(self, audience: Audience, answers: Answers) -> CanBePregnant:
        """Tell whether this person belongs to ``audience``; "not sure" counts as yes."""
        if audience is Audience.EVERYONE:
            return CanBePregnant.YES
        if self.profile.can_be_pregnant is not CanBePregnant.NOT_KNOWN:
            return self.profile.can_be_pregnant
        match answers.get(CAN_BE_PREGNANT):
            case Reply.NO:
                return CanBePregnant.NO
            case Reply.YES | Reply.UNSURE:
                return CanBePregnant.YES
            case _:
                return CanBePregnant.NOT_KNOWN
