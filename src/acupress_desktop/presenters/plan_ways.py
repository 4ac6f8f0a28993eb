"""The ways through a set that the answers just given are good for."""

from __future__ import annotations

from collections.abc import Iterable

from acupress_desktop.domain.occasions import Occasion
from acupress_desktop.presenters.occasions import notes_of
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.plan_view import OccasionPartView, WayView
from acupress_desktop.presenters.planning import NoProposal, Proposal
from acupress_desktop.words import occasions as words


def ways_of(
    shown: Proposal, drawn: Iterable[tuple[Occasion | None, Proposal | NoProposal]]
) -> tuple[WayView, ...]:
    """Return a choice for each way that has a plan; nothing where there is only one.

    A plan of another complaint's set needs other questions first, so it has no plan here.
    """
    views = []
    for occasion, proposal in drawn:
        if isinstance(proposal, NoProposal):
            continue
        minutes = proposal.plan.minutes
        views.append(
            WayView(
                None if occasion is None else occasion.id,
                words.whole_set(minutes)
                if occasion is None
                else words.choice(words.title(occasion.title), minutes),
                Choice.when((None if occasion is None else occasion.id) == shown.plan.occasion),
            )
        )
    return tuple(views) if len(views) > 1 else ()


def occasion_part(occasion: Occasion | None) -> OccasionPartView | None:
    """Say which occasion the plan is for."""
    if occasion is None:
        return None
    return OccasionPartView(
        words.as_set_eased(words.title(occasion.title)),
        words.sentence(occasion.purpose),
        notes_of(occasion),
    )
