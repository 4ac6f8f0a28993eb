"""Trying how it sounds: the sample sentence and every tone with its name, one after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from acupress_desktop.domain.tones import Tone
from acupress_desktop.presenters.narrating import Manner, Voicing
from acupress_desktop.presenters.prompts import Urgency
from acupress_desktop.presenters.speaking import Sounding, Spoken
from acupress_desktop.presenters.speech_length import speech_seconds
from acupress_desktop.words import hearing, spoken

SEEN_SECONDS = 0.75
"""How long the name of a tone stands that nobody hears."""


class HearingPort(Protocol):
    """What is known of the voices of this computer."""

    def voices(self) -> tuple[tuple[str, str], ...]:
        """Return name and language of each, those of the app's language first; none while unknown."""
        ...

    def speaks(self, language: str) -> bool:
        """Tell whether ``language`` is the app's own."""
        ...


@dataclass(frozen=True, slots=True)
class TrialStep:
    """One thing that is tried: what is heard, and the words that stand beside it meanwhile."""

    heard: Spoken
    words: str


def trial_steps(manner: Manner) -> tuple[TrialStep, ...]:
    """Return everything that is tried, in order; what is off is named and not heard."""
    said = spoken.sample()
    steps: list[TrialStep] = []
    if manner.voicing is Voicing.ALOUD:
        seconds = speech_seconds(said, manner.rate_percent)
        sample = Spoken(0.0, seconds, said, None, Urgency.IN_TURN, None, silences=True)
        steps.append(TrialStep(sample, hearing.trying_sentence()))
    for tone in Tone:
        heard = manner.pace.tone_seconds(tone)
        seconds = heard if manner.tones is Sounding.HEARD else SEEN_SECONDS
        piece = Spoken(0.0, seconds, "", tone, Urgency.IN_TURN, None)
        steps.append(TrialStep(piece, hearing.trying_tone(spoken.tone(tone))))
    return tuple(steps)
