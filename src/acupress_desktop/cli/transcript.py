"""``acupress transcript``: every sentence and every tone of a session with its time; nothing is kept."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, columns
from acupress_desktop.cli.library import the_library
from acupress_desktop.cli.places import moments_of
from acupress_desktop.cli.plans import add_plan_arguments, cleared_plan
from acupress_desktop.cli.rehearse import script_in
from acupress_desktop.domain.settings import Settings, VoiceDetail, declarations
from acupress_desktop.session.clock import SystemClock, VirtualClock
from acupress_desktop.session.machine import prepare
from acupress_desktop.session.states import Finished

if TYPE_CHECKING:
    from acupress_desktop.presenters.speaking import Spoken


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    add_plan_arguments(parser)
    parser.add_argument(
        "--script", type=Path, metavar="FILE", help="lines such as 't=12 pause'; none means nobody interferes"
    )
    parser.add_argument(
        "--detail",
        choices=[detail.value for detail in VoiceDetail],
        default=Settings().voice_detail.value,
        help="how much is said (default: %(default)s)",
    )
    parser.add_argument(
        "--rate", type=_rate, default=100, metavar="PERCENT", help="how fast, 50 to 150 (default: 100)"
    )


def run(arguments: argparse.Namespace) -> Answer:
    """Say what would be heard; raises ``InputRefused`` for a plan that may not be pressed."""
    from acupress_desktop.presenters.narrating import Manner, Voicing
    from acupress_desktop.presenters.occasions import manner_of, spoken_as
    from acupress_desktop.presenters.transcript import transcript

    library = the_library()
    clock = VirtualClock(SystemClock().now())
    made = cleared_plan(library, arguments, moments_of(clock)())
    occasion = manner_of(made.plan, library.occasions)
    detail = spoken_as(Settings(voice_detail=VoiceDetail(arguments.detail)), occasion).voice_detail
    voicing = Voicing.CAPTIONS if detail is VoiceDetail.TONES else Voicing.ALOUD
    ready = prepare(made.clearance, made.plan, made.pattern)
    manner = Manner(detail, voicing, rate_percent=arguments.rate)
    made_of = transcript(ready, script_in(arguments.script), clock, library.how_to, manner)
    content = {
        "protocol": made.plan.protocol,
        "form": made.plan.form.value,
        "stage": made.plan.stage.value,
        "detail": detail.value,
        "voicing": voicing.value,
        "rate_percent": arguments.rate,
        "end": made_of.state.end.value if isinstance(made_of.state, Finished) else None,
        "heard": [_row(spoken) for spoken in made_of.heard],
    }
    return Answer(content, columns(_line(spoken) for spoken in made_of.heard))


def _row(spoken: Spoken) -> dict[str, object]:
    return {
        "at": round(spoken.at, 3),
        "seconds": round(spoken.seconds, 3),
        "tone": None if spoken.tone is None else spoken.tone.value,
        "text": spoken.text,
        "line": None if spoken.line is None else spoken.line.value,
        "urgency": spoken.urgency.value,
        "silences": spoken.silences,
    }


def _line(spoken: Spoken) -> tuple[str, str]:
    return (f"{spoken.at:9.3f}", spoken.text if spoken.tone is None else f"[{spoken.tone.value}]")


def _rate(text: str) -> int:
    declared = next(one for one in declarations() if one.key == "voice_rate_percent")
    low, high = declared.bounds.low, declared.bounds.high
    value = int(text) if text.isascii() and text.isdigit() else low - 1
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(f"a whole number from {low} to {high}, not {text}")
    return value
