"""The voice of one session: follows its states, and says what is to be heard, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from math import cos, pi

from acupress_desktop.domain.breathing import BreathPhase
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.settings import OnOff, Settings, VoiceDetail
from acupress_desktop.domain.tones import Tone
from acupress_desktop.presenters.coming import due_in, site_ahead
from acupress_desktop.presenters.prompts import (
    BESIDE_THE_PICTURE,
    MOVING_ON,
    OF_A_MOMENT,
    HowToSay,
    Prompt,
    Prompter,
    Urgency,
    turn_of_breath,
)
from acupress_desktop.presenters.speaking import Cut, Lane, Pace, Pulse, Sounding, Spoken, Waiting
from acupress_desktop.session.events import Event, Tick
from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.session.states import Holding, State
from acupress_desktop.session.watching import breaths_since, lines_since

PULSE_SECONDS = 0.8
_LEADING_ON = MOVING_ON | {LineId.PRESS, LineId.RELEASE}
_BREATH_TONES = {BreathPhase.IN: Tone.IN_BREATH, BreathPhase.OUT: Tone.OUT_BREATH}


class Voicing(Enum):
    """Who says the sentences."""

    ALOUD = "aloud"
    """Our own voice; tones keep out of its way."""
    BY_READER = "by_reader"
    """A screen reader, to which they are announced; our voice is silent."""
    CAPTIONS = "captions"
    """Nobody: they are to be read."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a session speaks: how much, how fast, and who says it."""

    detail: VoiceDetail = VoiceDetail.FULL
    voicing: Voicing = Voicing.CAPTIONS
    tones: Sounding = Sounding.HEARD
    rate_percent: int = 100

    @property
    def pace(self) -> Pace:
        """How long things last."""
        voice = Sounding.HEARD if self.voicing is Voicing.ALOUD else Sounding.SILENT
        return Pace(self.rate_percent, self.tones, voice)


def manner_of(settings: Settings, voicing: Voicing, tones: Sounding) -> Manner:
    """Return the manner that the settings ask for; the rest says what this machine can do just now."""
    wanted = settings.voice is OnOff.ON and settings.voice_detail is not VoiceDetail.TONES
    if voicing is Voicing.ALOUD and not wanted:
        voicing = Voicing.CAPTIONS
    heard = tones if settings.sounds is OnOff.ON else Sounding.SILENT
    rate = settings.voice_rate_percent if voicing is Voicing.ALOUD else 100
    return Manner(settings.voice_detail, voicing, heard, rate)


def read_in_captions(settings: Settings) -> Manner:
    """Return the manner of a session that nobody hears."""
    return manner_of(settings, Voicing.CAPTIONS, Sounding.HEARD)


@dataclass(frozen=True, slots=True)
class Narrator:
    """What is heard of a session so far. Every method returns the next narrator.

    ``begun`` is what begins now, in order; ``caption`` the sentence that was said last, for the line
    ``captioned``.
    """

    prompter: Prompter
    words: Lane = field(default_factory=Lane)
    tones: Lane = field(default_factory=Lane)
    begun: tuple[Spoken, ...] = ()
    caption: str = ""
    captioned: LineId | None = None
    last_tone: Tone | None = None
    toned_at: float = 0.0

    @classmethod
    def about(cls, how_to: Mapping[PointCode, HowToSay], caption: str = "") -> Narrator:
        """Return a narrator who has said nothing yet."""
        return cls(Prompter(how_to), caption=caption)

    def follow(self, before: State, after: State, event: Event, at: float, manner: Manner) -> Narrator:
        """Return the narrator after what ``event`` made of ``before``, ``at`` on a clock of seconds."""
        lines = tuple(said.line for said in lines_since(before, after))
        prompter = self.prompter
        prompts: list[Prompt] = []
        for line in lines:
            prompt = prompter.prompt(line, manner.detail)
            prompter = prompter.after(line)
            read_anyway = manner.voicing is Voicing.CAPTIONS and line.id in BESIDE_THE_PICTURE
            if prompt is not None and not read_anyway:
                prompts.append(prompt)
        coming = site_ahead(before, after)
        if (
            coming is not None
            and manner.detail is VoiceDetail.FULL
            and manner.voicing is not Voicing.CAPTIONS
        ):
            told_ahead = prompter.ahead(coming.point, coming.side)
            if told_ahead is not None:
                prompts.append(told_ahead)
                prompter = prompter.after(Line(LineId.FIND, coming.point, coming.side))
        for turn in breaths_since(before, after):
            tone = _BREATH_TONES.get(turn.phase)
            if tone is not None:
                prompts.append(turn_of_breath(tone))
        by_key = not isinstance(event, Tick) and any(line.id in _LEADING_ON for line in lines)
        cut = Cut.BY_THE_PERSON if by_key else Cut.NO
        told = replace(self._hear(tuple(prompts), at, manner, cut), prompter=prompter)
        return told.go_on(after, at, manner)

    def go_on(self, state: State, at: float, manner: Manner) -> Narrator:
        """Return the narrator with what begins ``at`` because there is room for it now."""
        due = due_in(state, manner.detail)
        words, said = self.words.step(at, due, manner.pace)
        tones, sounded = self.tones.step(at, due, manner.pace)
        begun = (*sounded, *said)
        written = next((each for each in reversed(begun) if each.text), None)
        tone = next((each.tone for each in reversed(begun) if each.tone is not None), None)
        return replace(
            self,
            words=words,
            tones=tones,
            begun=begun,
            caption=self.caption if written is None else written.text,
            captioned=self.captioned if written is None else written.line,
            last_tone=self.last_tone if tone is None else tone,
            toned_at=self.toned_at if tone is None else at,
        )

    def ended(self, spoken: Spoken) -> Narrator:
        """Return the narrator after ``spoken`` is over, as whoever made it heard reports."""
        return replace(self, words=self.words.ended(spoken), tones=self.tones.ended(spoken), begun=())

    def say_again(self, state: State, at: float, manner: Manner) -> Narrator:
        """Return the narrator saying the last sentence once more, or what is true instead of it by now."""
        if not self.caption:
            return replace(self, begun=())
        over = self.captioned in OF_A_MOMENT
        text = self.prompter.held(state) if over and isinstance(state, Holding) else self.caption
        prompt = Prompt(None, None, (text,), Urgency.IN_TURN)
        said = self._hear((prompt,), at, manner, Cut.BY_THE_PERSON).go_on(state, at, manner)
        return replace(said, captioned=self.captioned)

    def tell(self, text: str, state: State, at: float, manner: Manner) -> Narrator:
        """Return the narrator with a sentence that is no line of the session, in its turn."""
        prompt = Prompt(None, None, (text,), Urgency.IN_TURN)
        return self._hear((prompt,), at, manner, Cut.NO).go_on(state, at, manner)

    def pulse(self, at: float) -> Pulse | None:
        """Return what is to be seen of the last tone at this instant."""
        since = at - self.toned_at
        if self.last_tone is None or not 0.0 <= since < PULSE_SECONDS:
            return None
        return Pulse(self.last_tone, (1.0 - cos(2.0 * pi * since / PULSE_SECONDS)) / 2.0)

    @property
    def next_end(self) -> float | None:
        """When the first of what sounds is expected to be over, if anything sounds."""
        sounding = (self.words.sounding, self.tones.sounding)
        return min((each.ends_at for each in sounding if each is not None), default=None)

    def ended_by(self, at: float) -> Narrator:
        """Return the narrator with everything over that is expected to be over ``at``."""
        lanes = (self.words, self.tones)
        over = [each.sounding for each in lanes if each.sounding is not None and each.sounding.ends_at <= at]
        narrator = self
        for spoken in over:
            narrator = narrator.ended(spoken)
        return narrator

    def _hear(self, prompts: tuple[Prompt, ...], at: float, manner: Manner, cut: Cut) -> Narrator:
        words: list[Waiting] = []
        tones: list[Waiting] = []
        one_mouth = manner.voicing is Voicing.ALOUD
        for prompt in prompts:
            if prompt.tone is not None:
                (words if one_mouth else tones).append(Waiting(prompt, prompt.tone, (), at))
            silent = manner.tones is Sounding.SILENT or prompt.tone is None
            forms = tuple(form for form in prompt.forms if form or not silent)
            if forms:
                words.append(Waiting(prompt, None, forms, at))
        return replace(
            self,
            words=self.words.heard(tuple(words), at, cut),
            tones=self.tones.heard(tuple(tones), at, cut),
        )
