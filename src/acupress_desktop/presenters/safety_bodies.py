"""Builds the ways to answer other than a checklist, from a question and from what was picked so far."""

from __future__ import annotations

from collections.abc import Iterable

from acupress_desktop.domain.ids import QuestionId, RegionId
from acupress_desktop.domain.regions import RegionMap, RegionSelection, RegionSides
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.domain.safety.questions import Question
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.settings import BodyView, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_lists import Draft
from acupress_desktop.presenters.safety_view import (
    AnswerView,
    AskBody,
    ChoiceBody,
    OptionView,
    PlaceRow,
    PlaceView,
    RegionBody,
)
from acupress_desktop.words import body
from acupress_desktop.words import safety_screen as words
from acupress_desktop.words.safety import SafetyWords, not_sure_note


def ask_body(catalogue: Catalogue, question: Question) -> AskBody:
    """Yes, no, not sure: equal answers, no first."""
    return AskBody(
        (
            AnswerView(Reply.NO, words.no(), words.no_key(), ""),
            AnswerView(Reply.YES, words.yes(), words.yes_key(), ""),
            AnswerView(
                Reply.UNSURE, words.not_sure(), words.not_sure_key(), unsure_note(catalogue, question.id)
            ),
        )
    )


def choice_body(catalogue: Catalogue, question: Question, texts: SafetyWords) -> ChoiceBody:
    """One of several, each with a key: the letters of no and yes where they fit, digits otherwise."""
    letters = {"no": words.no_key(), "yes": words.yes_key()}
    return ChoiceBody(
        tuple(
            OptionView(
                option.id,
                texts.option(question, option.id),
                letters.get(option.id, str(number)),
            )
            for number, option in enumerate(question.options, 1)
        ),
        words.not_sure(),
        words.not_sure_key(),
        unsure_note(catalogue, question.id),
    )


def unsure_note(catalogue: Catalogue, question: QuestionId) -> str:
    """Say what "not sure" counts as."""
    return not_sure_note(catalogue.unsure_means(question))


def sided_places(regions: RegionMap, region: RegionId) -> tuple[RegionSelection, ...]:
    """Return the person's left and right of a paired region, or the region itself."""
    paired = all(regions.leaf(leaf).sides is RegionSides.PAIRED for leaf in regions.members(region))
    if paired:
        return RegionSelection(region, SiteSide.LEFT), RegionSelection(region, SiteSide.RIGHT)
    return (RegionSelection(region, SiteSide.MIDLINE),)


def leaves_of(regions: RegionMap, places: Iterable[RegionSelection]) -> tuple[RegionSelection, ...]:
    """Return the smallest regions that some places take in, as a picture of the body names them."""
    found: dict[RegionSelection, None] = {}
    for place in places:
        for leaf in regions.members(place.region):
            if regions.leaf(leaf).sides is RegionSides.PAIRED and place.side is SiteSide.MIDLINE:
                found |= dict.fromkeys(sided_places(regions, leaf))
            elif regions.leaf(leaf).sides is RegionSides.PAIRED:
                found[RegionSelection(leaf, place.side)] = None
            else:
                found[RegionSelection(leaf, SiteSide.MIDLINE)] = None
    return tuple(found)


def place_label(regions: RegionMap, place: RegionSelection) -> str:
    """Such as "Back of the hand, right"."""
    return body.sided_region(regions.title(place.region), place.side)


def region_body(
    catalogue: Catalogue, regions: RegionMap, question: Question, draft: Draft, settings: Settings
) -> RegionBody:
    """Places on the body: the offered regions, what else was tapped, then all areas there are."""
    offered = tuple(question.offered_regions) or tuple(area.id for area in regions.areas)
    listed = {place for region in offered for place in sided_places(regions, region)}
    tapped = tuple(place.region for place in draft.places if place not in listed)
    first = tuple(dict.fromkeys((*offered, *tapped)))
    named = {regions.title(region) for region in first}
    every = (*first, *(area.id for area in regions.areas if area.title not in named))
    labels = tuple(place_label(regions, place) for place in draft.places)
    mirrored = settings.body_view is BodyView.MIRROR
    may_be_empty = question.may_be_empty
    return RegionBody(
        rows=tuple(_place_row(regions, region, draft) for region in every),
        offered=len(first),
        picked=words.marked_places(labels) if labels else "",
        go_on=words.leave_out(len(draft.places)) if draft.places else "",
        nowhere=words.nowhere() if may_be_empty else "",
        unsure=words.not_sure(),
        unsure_note=unsure_note(catalogue, question.id),
        hint="" if may_be_empty or draft.places else words.nothing_chosen(),
        marked=leaves_of(regions, draft.places),
        front=words.front(),
        back=words.back_of_body(),
        your_left=body.your_left(),
        your_right=body.your_right(),
        turn=words.show_another() if mirrored else words.show_mirror(),
        figure=settings.figure,
        turned=settings.body_view,
        spoken=words.place_picked(labels),
    )


def _place_row(regions: RegionMap, region: RegionId, draft: Draft) -> PlaceRow:
    named = {
        SiteSide.LEFT: words.side_left(),
        SiteSide.RIGHT: words.side_right(),
        SiteSide.MIDLINE: words.side_none(),
    }
    # An answers file may name both sides of a paired region at once; that stays one place here.
    places = dict.fromkeys(
        (*sided_places(regions, region), *(place for place in draft.places if place.region == region))
    )
    return PlaceRow(
        body.region(regions.title(region)),
        tuple(
            PlaceView(
                place, named[place.side], place_label(regions, place), Choice.when(place in draft.places)
            )
            for place in places
        ),
    )
