"""One mouth: nothing overlaps, nothing that matters is lost, everything keeps its order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.settings import OnOff, Settings, VoiceDetail
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.tones import Tone
from acupress_desktop.presenters.narrating import Manner, Narrator, Voicing, manner_of
from acupress_desktop.presenters.prompts import (
    CUTTING_IN,
    PATIENCE_SECONDS,
    TONES,
    USEFUL,
    Prompt,
    Prompter,
    Urgency,
)
from acupress_desktop.presenters.speaking import Lane, Pace, Sounding, Spoken, Waiting
from acupress_desktop.presenters.speech_length import speech_seconds
from acupress_desktop.presenters.transcript import TICK_SECONDS, Transcript, transcript
from acupress_desktop.session.clock import Instant, VirtualClock
from acupress_desktop.session.events import Begin, Tick
from acupress_desktop.session.lines import MARKS, Line, LineId
from acupress_desktop.session.machine import advance
from acupress_desktop.session.rehearsal import read_script
from acupress_desktop.session.states import State
from tests.session.sessions import NOON, ready, site

ROOT = asset_root()
HOW_TO = read_how_to(ROOT, read_atlas(ROOT))
POINTS = ("LI4", "PC6", "HT7", "ST36")
LOUD = Pace(voice=Sounding.HEARD)

holds = st.lists(st.integers(10, 45), min_size=1, max_size=2)
details = st.sampled_from((VoiceDetail.FULL, VoiceDetail.BRIEF))
rates = st.sampled_from((75, 100, 125, 150))
sounds = st.sampled_from(tuple(Sounding))
guides = st.sampled_from(tuple(BreathingGuide))
verbs = st.sampled_from(("next", "pause", "resume", "back", "longer", "skip", "hands-off", "lock"))
moments = st.integers(0, 480).map(lambda eighths: eighths * TICK_SECONDS)
scripts = st.lists(st.tuples(moments, verbs), max_size=6)


def spoken_session(
    seconds: list[int], script: str, manner: Manner, breathing: BreathingGuide = BreathingGuide.ON
) -> Transcript:
    sites = tuple(
        site(point, side, hold)
        for point, hold in zip(POINTS, seconds, strict=False)
        for side in (SiteSide.LEFT, SiteSide.RIGHT)
    )
    start = ready(*sites, breathing=breathing)
    return transcript(start, read_script(script), VirtualClock(NOON), HOW_TO, manner)


def lines_of(script: list[tuple[float, str]]) -> str:
    return "\n".join(f"t={at} {verb}" for at, verb in script)


def overlaps(heard: tuple[Spoken, ...]) -> list[tuple[Spoken, Spoken]]:
    """Return neighbours of which the second begins before the first is over and does not silence it."""
    pairs = pairwise(heard)
    return [(one, two) for one, two in pairs if two.at < one.ends_at - 1e-9 and not two.silences]


@pytest.mark.slow
@given(holds, scripts, details, rates, sounds, guides)
def test_voice_and_tones_are_never_heard_over_each_other(
    seconds: list[int],
    script: list[tuple[float, str]],
    detail: VoiceDetail,
    rate: int,
    tones: Sounding,
    guide: BreathingGuide,
) -> None:
    manner = Manner(detail, Voicing.ALOUD, tones, rate)
    heard = spoken_session(seconds, lines_of(script), manner, guide).heard
    assert overlaps(heard) == []
    assert [each.at for each in heard] == sorted(each.at for each in heard)


@pytest.mark.slow
@given(holds, details, rates, sounds, guides)
def test_undisturbed_every_line_that_matters_is_said_once_and_in_order(
    seconds: list[int], detail: VoiceDetail, rate: int, tones: Sounding, guide: BreathingGuide
) -> None:
    found = spoken_session(seconds, "", Manner(detail, Voicing.ALOUD, tones, rate), guide)
    due = [said.line.id for said in found.state.log.spoken]
    matters = [one for one in due if one not in MARKS and one not in USEFUL and one is not LineId.RELEASE]
    said = [each.line for each in found.heard if each.text and each.line not in USEFUL]
    assert [one for one in said if one is not LineId.RELEASE] == matters
    released = [one.line for one in found.heard if one.line is LineId.RELEASE]
    assert len(set(released)) == 1
    assert sum(1 for one in found.heard if one.line is LineId.RELEASE) >= due.count(LineId.RELEASE)


@pytest.mark.slow
@given(holds, scripts, details, sounds)
def test_what_cuts_in_is_heard_at_that_very_moment(
    seconds: list[int], script: list[tuple[float, str]], detail: VoiceDetail, tones: Sounding
) -> None:
    found = spoken_session(seconds, lines_of(script), Manner(detail, Voicing.ALOUD, tones))
    urgent = {(said.at, said.line.id) for said in found.state.log.spoken if said.line.id in CUTTING_IN}
    heard = {(each.at, each.line) for each in found.heard}
    assert urgent <= heard


@pytest.mark.slow
@given(holds, scripts, details, rates)
def test_under_any_hands_the_order_is_that_of_the_session(
    seconds: list[int], script: list[tuple[float, str]], detail: VoiceDetail, rate: int
) -> None:
    found = spoken_session(seconds, lines_of(script), Manner(detail, Voicing.ALOUD, rate_percent=rate))
    due = iter([said.line for said in found.state.log.spoken if said.line.id not in USEFUL])
    said = [each.line for each in found.heard if each.text and each.line not in USEFUL]
    assert all(any(line.id is one for line in due) for one in said), "each is found behind the one before"


@pytest.mark.slow
@given(holds, scripts, details)
def test_captions_keep_no_tone_back(
    seconds: list[int], script: list[tuple[float, str]], detail: VoiceDetail
) -> None:
    found = spoken_session(seconds, lines_of(script), Manner(detail, Voicing.CAPTIONS))
    presses = [said.at for said in found.state.log.spoken if said.line.id is LineId.PRESS]
    sounded = [each.at for each in found.heard if each.tone is Tone.PRESS]
    late = [heard - due for heard, due in zip(sounded, presses, strict=False)]
    assert all(0 <= one <= 1.25 for one in late), "a tone waits for another tone at most"
    assert overlaps(tuple(each for each in found.heard if each.tone is not None)) == []
    assert overlaps(tuple(each for each in found.heard if each.text)) == []


@pytest.mark.slow
@pytest.mark.parametrize("found", HOW_TO.values(), ids=lambda found: str(found.point))
def test_every_place_is_named_in_the_five_seconds_of_a_move(found: HowTo) -> None:
    side = SiteSide.LEFT if found.place_left else SiteSide.MIDLINE
    line = Line(LineId.NEXT_POINT, found.point, side, 5.0)
    prompt = Prompter(HOW_TO).prompt(line, VoiceDetail.FULL)
    assert prompt is not None
    tones = 0.5 + 0.375
    assert tones + speech_seconds(prompt.forms[-1]) <= 5.0, prompt.forms


@pytest.mark.parametrize("detail", list(VoiceDetail))
@pytest.mark.parametrize("line_id", list(LineId))
def test_every_line_has_something_to_be_heard_of(line_id: LineId, detail: VoiceDetail) -> None:
    line = Line(line_id, HOW_TO["LI4"].point, SiteSide.LEFT, 3.0, 4, "Neck stretch", 3)  # type: ignore[index]
    prompt = Prompter(HOW_TO).prompt(line, detail)
    if line_id is LineId.COMFORT_ASK and detail is not VoiceDetail.FULL:
        assert prompt is None
        return
    assert prompt is not None
    assert (line_id in MARKS) == (prompt.forms == ())
    assert prompt.tone is TONES.get(line_id)
    lengths = [speech_seconds(form) for form in prompt.forms]
    assert lengths == sorted(lengths, reverse=True), "from long to short"
    assert "{" not in "".join(prompt.forms)


def test_the_way_to_a_place_is_long_the_first_time_and_short_after_that() -> None:
    found = Line(LineId.FIND, HOW_TO["PC6"].point, SiteSide.LEFT)  # type: ignore[index]
    new = Prompter(HOW_TO)
    known = new.after(found)
    long, short = HOW_TO["PC6"].spoken, HOW_TO["PC6"].caption  # type: ignore[index]

    def forms(prompter: Prompter, detail: VoiceDetail) -> tuple[str, ...]:
        prompt = prompter.prompt(found, detail)
        return () if prompt is None else prompt.forms

    assert forms(new, VoiceDetail.FULL) == (long, short)
    assert forms(known, VoiceDetail.FULL) == (short,)
    assert forms(new, VoiceDetail.BRIEF) == (short,)
    assert forms(known, VoiceDetail.BRIEF) == ()


def prompt(urgency: Urgency, *forms: str) -> Waiting:
    return Waiting(Prompt(None, None, forms, urgency), None, forms, 0.0)


def test_what_is_only_useful_waits_for_room_and_is_given_up() -> None:
    useful = prompt(Urgency.IF_ROOM, "A long way to say where it is.", "Here.")
    lane = Lane().heard((useful,), 0.0)
    lane, begun = lane.step(0.0, 0.3, LOUD)
    assert begun == ()
    later, begun = lane.step(PATIENCE_SECONDS, 0.7, LOUD)
    assert [each.text for each in begun] == ["Here."]
    _, begun = lane.step(PATIENCE_SECONDS + 0.1, None, LOUD)
    assert begun == ()
    assert later.waiting == ()


def test_a_voice_that_never_tells_that_it_ended_is_given_up() -> None:
    lane, begun = Lane().heard((prompt(Urgency.IN_TURN, "Let go."),), 0.0).step(0.0, None, LOUD)
    (first,) = begun
    lane = lane.heard((prompt(Urgency.IN_TURN, "Press."),), 0.0)
    assert lane.step(first.ends_at + 0.1, None, LOUD)[1] == ()
    assert lane.ended(first).step(0.2, None, LOUD)[1][0].text == "Press."
    assert lane.step(2 * first.seconds + 2.0, None, LOUD)[1][0].text == "Press."


def test_what_was_true_for_a_moment_is_not_said_again_later_in_the_hold() -> None:
    manner = Manner(VoiceDetail.FULL, Voicing.ALOUD)
    state: State = advance(ready(site("PC6", SiteSide.LEFT, 40)), Begin(Instant(0, 0)))
    narrator = Narrator.about(HOW_TO)
    for eighths in range(1, 30 * 8):
        at = eighths / 8
        before, event = state, Tick(Instant(at, at))
        state = advance(before, event)
        narrator = narrator.ended_by(at).follow(before, state, event, at, manner)
    assert narrator.caption == "Half-way. Keep the pressure as it is."
    for _ in range(2):
        narrator = narrator.say_again(state, 30.0, manner)
        assert narrator.begun[0].text == "Left forearm, inner side. Keep about 3 of 10."


def test_say_again_says_the_last_sentence_at_once() -> None:
    start = ready(site("LI4", SiteSide.LEFT, 30))
    manner = Manner(VoiceDetail.FULL, Voicing.ALOUD)
    narrator = Narrator.about(HOW_TO, "Press in slowly.")
    again = narrator.say_again(start, 3.0, manner)
    assert [(each.text, each.silences) for each in again.begun] == [("Press in slowly.", True)]
    assert Narrator.about(HOW_TO).say_again(start, 3.0, manner).begun == ()


def test_a_tone_is_seen_softly_and_never_flashes() -> None:
    narrator = Narrator(Prompter(HOW_TO), last_tone=Tone.COUNT, toned_at=10.0)
    strengths = [pulse.strength if (pulse := narrator.pulse(10.0 + at / 100)) else 0.0 for at in range(100)]
    assert strengths[0] == pytest.approx(0.0)
    assert max(strengths) == pytest.approx(1.0, abs=0.01)
    assert max(abs(b - a) for a, b in pairwise(strengths)) < 0.05
    assert narrator.pulse(11.0) is None
    assert Narrator.about(HOW_TO).pulse(0.0) is None


def test_the_settings_decide_what_is_heard() -> None:
    silent = Settings(sounds=OnOff.OFF)
    assert manner_of(silent, Voicing.ALOUD, Sounding.HEARD) == Manner(
        VoiceDetail.FULL, Voicing.CAPTIONS, Sounding.SILENT
    )
    loud = Settings(voice=OnOff.ON, voice_rate_percent=125)
    assert manner_of(loud, Voicing.ALOUD, Sounding.HEARD).rate_percent == 125
    assert manner_of(loud, Voicing.BY_READER, Sounding.HEARD).voicing is Voicing.BY_READER
    tones = Settings(voice=OnOff.ON, voice_detail=VoiceDetail.TONES)
    assert manner_of(tones, Voicing.ALOUD, Sounding.HEARD).voicing is Voicing.CAPTIONS


@given(st.text(max_size=80), st.integers(50, 150))
def test_lengths_are_eighths_and_a_faster_voice_is_never_slower(text: str, rate: int) -> None:
    seconds = speech_seconds(text, rate)
    assert seconds * 8 == int(seconds * 8)
    assert (seconds == 0) == (text == "")
    assert speech_seconds(text, 150) <= seconds <= speech_seconds(text, 50)
