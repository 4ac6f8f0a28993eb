"""What is heard of a session of five sites, written out by hand from the rules of ``presenters.speaking``.

Lengths: 0.060 s a letter (a digit is four), 0.48 s a stop, 0.30 s a comma, less 0.20 s, up to an eighth.
Breaths are 4 s in and 6 s out, from the beginning of each hold; tones are as long as ``TONE_SECONDS`` says.
"""

from __future__ import annotations

from dataclasses import replace

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.exercises import ExerciseKind, PlannedExercise
from acupress_desktop.domain.settings import VoiceDetail
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.narrating import Manner, Voicing
from acupress_desktop.presenters.speaking import Spoken
from acupress_desktop.presenters.transcript import transcript
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.session.machine import prepare
from acupress_desktop.session.rehearsal import read_script
from tests.session.sessions import NOON, a_plan, clearance, ready, site

ROOT = asset_root()
HOW_TO = read_how_to(ROOT, read_atlas(ROOT))
FIVE = (
    site("LI4", SiteSide.LEFT, 30),
    site("LI4", SiteSide.RIGHT, 30),
    site("PC6", SiteSide.LEFT, 30),
    site("PC6", SiteSide.RIGHT, 30),
    site("EX-HN3", SiteSide.MIDLINE, 30),
)
ALOUD = Manner(VoiceDetail.FULL, Voicing.ALOUD)

IN_FULL = """
-10.000 3.125 Get ready. First: left hand, back.
 -6.875 3.750 The mound between thumb and index finger, beside the index bone.
 -3.000 0.250 [count]
 -2.000 0.250 [count]
 -1.000 0.250 [count]
  0.000 0.500 [press]
  0.500 2.625 Press in slowly, to about 3 of 10.
  4.000 1.250 [out_breath]
  8.000 3.625 Small, easy breaths through the nose, as quiet as you can.
 15.000 2.500 Half-way. Keep the pressure as it is.
 20.000 1.250 [in_breath]
 25.000 1.250 Last five seconds.
 27.000 0.250 [count]
 28.000 0.250 [count]
 29.000 0.250 [count]
 30.000 0.500 [release]
 30.500 0.625 Let go.
 31.125 0.625 [side_change]
 31.750 2.750 Now the other side: right hand, back.
 35.000 0.500 [press]
 35.500 2.625 Press in slowly, to about 3 of 10.
 39.000 1.250 [out_breath]
 40.250 8.000 Keep holding. After this: left forearm, inner side. \
Three finger widths above the wrist crease, between the two cords.
 50.000 2.500 Half-way. Keep the pressure as it is.
 55.000 1.250 [in_breath]
 60.000 1.250 Last five seconds.
 62.000 0.250 [count]
 63.000 0.250 [count]
 64.000 0.250 [count]
 65.000 0.500 [release]
 65.500 0.625 Let go.
 66.125 0.375 [next]
 66.500 2.500 Next: left forearm, inner side.
 70.000 0.500 [press]
 70.500 2.625 Press in slowly, to about 3 of 10.
 73.125 3.750 Three finger-widths above the wrist crease, between the cords.
 76.875 3.125 Was that fine, or too much? One key tells it.
 80.000 1.250 [in_breath]
 81.250 3.625 Small, easy breaths through the nose, as quiet as you can.
 85.000 2.500 Half-way. Keep the pressure as it is.
 90.000 1.250 [in_breath]
 95.000 1.250 Last five seconds.
 97.000 0.250 [count]
 98.000 0.250 [count]
 99.000 0.250 [count]
100.000 0.500 [release]
100.500 0.625 Let go.
101.125 0.625 [side_change]
101.750 3.250 Now the other side: right forearm, inner side.
105.000 0.500 [press]
105.500 2.625 Press in slowly, to about 3 of 10.
109.000 1.250 [out_breath]
110.250 6.250 Keep holding. After this: between the eyebrows. Midway between your eyebrows, softly.
120.000 2.500 Half-way. Keep the pressure as it is.
125.000 1.250 [in_breath]
130.000 1.250 Last five seconds.
132.000 0.250 [count]
133.000 0.250 [count]
134.000 0.250 [count]
135.000 0.500 [release]
135.500 0.625 Let go.
136.125 0.375 [next]
136.500 2.125 Next: between the eyebrows.
140.000 0.500 [press]
140.500 2.625 Press in slowly, to about 3 of 10.
143.125 2.500 Midway between the eyebrows, softly.
148.000 3.625 Small, easy breaths through the nose, as quiet as you can.
155.000 2.500 Half-way. Keep the pressure as it is.
160.000 1.250 [in_breath]
165.000 1.250 Last five seconds.
167.000 0.250 [count]
168.000 0.250 [count]
169.000 0.250 [count]
170.000 0.500 [release]
170.500 0.625 Let go.
171.125 1.625 [end]
172.750 2.250 Well done. Let your hands rest.
"""


def heard(script: str = "", manner: Manner = ALOUD) -> list[str]:
    found = transcript(ready(*FIVE), read_script(script), VirtualClock(NOON), HOW_TO, manner)
    return [row(spoken) for spoken in found.heard]


def row(spoken: Spoken) -> str:
    said = spoken.text if spoken.tone is None else f"[{spoken.tone.value}]"
    return f"{spoken.at:7.3f} {spoken.seconds:5.3f} {said}"


def rows(text: str) -> list[str]:
    return text.strip("\n").splitlines()


def between(lines: list[str], start: float, end: float) -> list[str]:
    return [line for line in lines if start <= float(line.split()[0]) < end]


def test_five_sites_in_full() -> None:
    assert heard() == rows(IN_FULL)


def test_in_brief_the_count_before_each_press_is_heard() -> None:
    """Let go (0.625) and the tone of the side (0.625) leave no room for words before three seconds to go."""
    brief = heard(manner=Manner(VoiceDetail.BRIEF, Voicing.ALOUD))
    assert between(brief, 30, 36) == rows("""
 30.000 0.500 [release]
 30.500 0.625 [side_change]
 31.125 0.875 Other side.
 32.000 0.250 [count]
 33.000 0.250 [count]
 34.000 0.250 [count]
 35.000 0.500 [press]
 35.500 2.125 Press, about 3 of 10.
""")


def test_tones_only_are_never_kept_back_by_what_is_written() -> None:
    tones = heard(manner=Manner(VoiceDetail.TONES, Voicing.CAPTIONS))
    assert [line for line in between(tones, 30, 36) if "[" in line] == rows("""
 30.000 0.500 [release]
 30.500 0.625 [side_change]
 32.000 0.250 [count]
 33.000 0.250 [count]
 34.000 0.250 [count]
 35.000 0.500 [press]
""")
    breaths = [line for line in tones if "breath]" in line]
    # Of the turns at 0, 4, 10, 14, 20 and 24 s of each hold, the press takes 0 and a line that is due takes
    # those that would ring into it: 14 into half-way, 24 into the last five seconds.
    assert [float(line.split()[0]) for line in breaths] == [
        start + turn for start in (0, 35, 70, 105, 140) for turn in (4, 10, 20)
    ]


def test_hands_off_cuts_in_and_nothing_of_before_comes_after_it() -> None:
    stopped = heard("t=9 hands-off\nt=20 stop")
    assert between(stopped, 8, 30) == rows("""
  8.000 3.625 Small, easy breaths through the nose, as quiet as you can.
  9.000 0.625 [stop]
  9.625 2.250 Hands off. Nothing counts now.
 20.000 0.625 [stop]
 20.625 2.500 Stopped. What you have held is kept.
""")


def test_a_gap_is_said_at_once_and_in_short_where_the_end_is_near() -> None:
    """Three seconds to go on and one of the hold are left: the long sentence would take 5.5."""
    script = "t=24 stall 5"
    assert between(heard(script), 28, 33) == rows("""
 29.000 0.625 [stop]
 29.625 2.000 Stood still. Finger back.
""")


def test_a_person_who_goes_on_too_early_hears_the_place_with_the_press() -> None:
    script = "t=31 next"
    assert between(heard(script), 30, 36) == rows("""
 30.000 0.500 [release]
 30.500 0.625 Let go.
 31.000 0.500 [press]
 31.500 4.250 Right hand, back. Press in slowly, to about 3 of 10.
""")


def test_who_skips_hears_nothing_more_of_the_site_before() -> None:
    skipped = between(heard("t=1 skip"), 0, 6)
    assert skipped == rows("""
  0.000 0.500 [press]
  0.500 2.625 Press in slowly, to about 3 of 10.
  1.000 0.750 Left out.
  1.750 0.625 [side_change]
  2.375 2.750 Now the other side: right hand, back.
""")


def test_who_pauses_while_a_place_is_named_hears_it_on_going_on_and_with_the_press() -> None:
    for detail in (VoiceDetail.FULL, VoiceDetail.BRIEF):
        paused = heard("t=67 pause\nt=90 resume", Manner(detail, Voicing.ALOUD))
        after = [line.split(" ", 2)[-1].strip() for line in between(paused, 90, 103)]
        said = [line for line in after if "[" not in line]
        assert "Finger back: left forearm, inner side." in said[0]
        assert "Left forearm, inner side." in said[1]
        assert "Press" in said[1]


def test_who_comes_back_to_a_hold_hears_which_hand_it_was() -> None:
    resumed = between(heard("t=75 pause\nt=300 resume"), 300, 305)
    assert resumed[0].endswith("Finger back: left forearm, inner side. On in 3 seconds.")


def test_going_back_in_brief_says_where_to() -> None:
    """After "Next" was said, "once more" alone could mean either place."""
    back = between(heard("t=69 back", Manner(VoiceDetail.BRIEF, Voicing.ALOUD)), 69, 72)
    assert back[-1].endswith("Once more: right hand, back.")


def test_a_place_that_is_new_is_told_of_while_there_is_time_to_listen() -> None:
    """Five seconds to move are too short for it; what was not heard before comes after the press, in full."""
    ahead = [line for line in heard() if "After this" in line]
    assert ["left forearm" in ahead[0], "between the eyebrows" in ahead[1], len(ahead)] == [True, True, 2]
    for line in ahead:
        start, seconds, _text = line.split(None, 2)
        half_way_or_end = min(mark for mark in (50.0, 60.0, 120.0, 130.0) if mark > float(start))
        assert float(start) + float(seconds) <= half_way_or_end
    hurried = heard("t=36 next")
    assert not [line for line in hurried if "After this: left forearm" in line]
    assert any("between the two cords" in line for line in hurried)


def test_a_faster_voice_says_more() -> None:
    fast = heard(manner=Manner(VoiceDetail.FULL, Voicing.ALOUD, rate_percent=150))
    assert between(fast, 25, 27) == [" 25.000 1.750 Last five seconds. Ease off slowly."]
    assert any("The mound between" in line for line in fast)


def test_an_exercise_is_named_and_the_press_after_it_is_not_late() -> None:
    stretch = PlannedExercise(0, ExerciseKind.STRETCH, "Neck stretch", "Slowly.", 20, None)
    plan = replace(a_plan(site("PC6", SiteSide.LEFT, 30)), exercises=(stretch,))
    found = transcript(prepare(clearance(), plan, USUAL), (), VirtualClock(NOON), HOW_TO, ALOUD)
    lines = [row(spoken) for spoken in found.heard]
    assert between(lines, -10, -5) == ["-10.000 2.750 Get ready. First: Neck stretch."]
    assert between(lines, 24.5, 31) == rows("""
 25.000 0.500 [release]
 25.500 0.625 Done.
 26.125 0.375 [next]
 26.500 2.500 Next: left forearm, inner side.
 30.000 0.500 [press]
 30.500 2.625 Press in slowly, to about 3 of 10.
""")


def test_nobody_is_sent_back_to_a_place_in_the_middle_of_an_exercise() -> None:
    stretch = PlannedExercise(0, ExerciseKind.STRETCH, "Neck stretch", "Slowly.", 60, None)
    plan = replace(a_plan(site("PC6", SiteSide.LEFT, 30)), exercises=(stretch,))
    script = read_script("t=12 pause\nt=40 resume\nt=50 stall 5")
    found = transcript(prepare(clearance(), plan, USUAL), script, VirtualClock(NOON), HOW_TO, ALOUD)
    texts = [spoken.text for spoken in found.heard if spoken.at < 60]
    assert "Back to: Neck stretch. On in 3 seconds." in texts
    assert any(text.startswith("The computer stood still for 5 seconds.") for text in texts)
    assert not [text for text in texts if "Finger" in text]
