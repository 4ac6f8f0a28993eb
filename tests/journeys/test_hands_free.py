"""Both hands press and the eyes are closed: from Begin to the end nobody touches anything."""

from __future__ import annotations

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.ui.after_session.screen import AfterSessionScreen
from acupress_desktop.ui.session.caption import Caption
from acupress_desktop.ui.session.comfort_bar import ComfortBar
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, stands_on, start_again, stories_of

LONGEST_SECONDS = 1_800.0
LOOK_SECONDS = 0.5


def _look_on(at: Rehearsal) -> tuple[list[str], int]:
    """Let the session run without a hand; return the captions in order, and how often comfort was asked."""
    seen: list[str] = []
    asked: set[str] = set()
    passed = 0.0
    while at.session is not None and passed < LONGEST_SECONDS:
        caption = at.session.findChildren(Caption)[0].words
        if caption and (not seen or seen[-1] != caption):
            seen.append(caption)
        bar = at.session.findChildren(ComfortBar)[0]
        if bar.isVisibleTo(at.session):
            asked.add(bar.accessibleName())
        at.wait(LOOK_SECONDS)
        passed += LOOK_SECONDS
    at.hands.settle()
    return seen, len(asked)


def test_a_five_point_routine_needs_no_hand_once_it_has_begun(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    start_again(at)
    before = at.hands.presses
    captions, asked = _look_on(at)
    assert at.hands.presses == before
    assert stands_on(at, AfterSessionScreen)
    story = stories_of(at)[-1]
    assert story.session.end is SessionEnd.COMPLETED
    assert len({hold.point for hold in story.holds}) >= 5
    assert all(hold.completed for hold in story.holds)
    assert all(hold.comfort is None for hold in story.holds)
    assert asked == len(story.holds) - 1
    sites = len(story.holds)
    assert sum("Press in slowly" in line for line in captions) == sites
    assert sum(line.startswith("Last five seconds") for line in captions) == sites
    moves = [line for line in captions if line.startswith(("Now the other side", "Next: "))]
    assert len(moves) == sites - 1
