"""The ruler on the screen: first a card gives the scale, then the thumb and four fingers are measured.

Positions are tenths of a logical pixel, so that a key can move a gauge finer than a pixel.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from acupress_desktop.domain.body_bounds import FOUR_FINGERS_MM, THUMB_MM
from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.screen_scale import CARD_WIDTH_MM, PX_PER_MM, ScreenScale, scale_of, with_scale
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.words import ruler as words
from acupress_desktop.words import storage

TENTHS = 10.0
USUAL_PX_PER_MM = 96.0 / 25.4
_USUAL_MM = {"own_thumb_tenth_mm": 20.0, "own_four_fingers_tenth_mm": 75.0}


class RulerStep(Enum):
    """What is held against the screen."""

    CARD = "card"
    THUMB = "thumb"
    FINGERS = "fingers"
    DONE = "done"


_KEYS = {RulerStep.THUMB: "own_thumb_tenth_mm", RulerStep.FINGERS: "own_four_fingers_tenth_mm"}
_BOUNDS_MM = {RulerStep.THUMB: THUMB_MM, RulerStep.FINGERS: FOUR_FINGERS_MM}
_AFTER = {
    RulerStep.CARD: RulerStep.THUMB,
    RulerStep.THUMB: RulerStep.FINGERS,
    RulerStep.FINGERS: RulerStep.DONE,
    RulerStep.DONE: RulerStep.DONE,
}


@dataclass(frozen=True, slots=True)
class RulerView:
    """One step. ``low``, ``high`` and ``at`` are tenths of a pixel; ``value`` says what ``at`` means."""

    step: RulerStep
    title: str
    lead: str
    note: str
    gauge: str
    low: int
    high: int
    at: int
    value: str
    take: str
    skip: str
    again: str
    problem: str
    said: str


class RulerPresenter:
    """Measures on one screen, known by its fingerprint; ``keep_width`` keeps a width or says why not."""

    def __init__(self, settings: SettingsPort, screen: str, keep_width: Callable[[str, int], str]) -> None:
        self._settings = settings
        self._screen = screen
        self._keep_width = keep_width
        known = scale_of(settings.recall_settings().card_scales, screen)
        self._px_per_mm = USUAL_PX_PER_MM if known is None else known
        self._note = "" if known is None else words.scale_known()
        self._step = RulerStep.CARD if known is None else RulerStep.THUMB
        self._problem = ""
        self._said = ""
        self._at = self._start()

    def present(self) -> RulerView:
        """Show the step."""
        low, high = self._bounds()
        card = self._step is RulerStep.CARD
        thumb = self._step is RulerStep.THUMB
        return RulerView(
            step=self._step,
            title=words.card_title() if card else words.thumb_title() if thumb else words.fingers_title(),
            lead=words.card_lead() if card else words.thumb_lead() if thumb else words.fingers_lead(),
            note=self._note if card or thumb else words.touch_note(),
            gauge=words.card_name() if card else words.width_name(),
            low=low,
            high=high,
            at=self._at,
            value=self._value(),
            take=words.card_fits() if card else words.take(),
            skip="" if card else words.skip(),
            again="" if card else words.card_again(),
            problem=self._problem,
            said=self._said,
        )

    def move(self, at: int) -> RulerView:
        """Move the gauge."""
        low, high = self._bounds()
        self._at = min(max(at, low), high)
        self._problem = ""
        return self.present()

    def take(self) -> RulerView:
        """Keep what the gauge says and go on."""
        if self._step is RulerStep.CARD:
            self._px_per_mm = self._at / TENTHS / CARD_WIDTH_MM
            self._problem = self._keep_scale()
            self._said = ""
        else:
            width_mm = self._at / TENTHS / self._px_per_mm
            self._problem = self._keep_width(_KEYS[self._step], round(width_mm * TENTHS))
            self._said = "" if self._problem else words.kept(round(width_mm, 1))
        if not self._problem:
            self._go(_AFTER[self._step])
        return self.present()

    def skip(self) -> RulerView:
        """Leave this width out."""
        self._said = ""
        self._go(_AFTER[self._step])
        return self.present()

    def again(self) -> RulerView:
        """Fit the card once more."""
        self._said = ""
        self._go(RulerStep.CARD)
        return self.present()

    def _go(self, step: RulerStep) -> None:
        self._step = step
        self._problem = ""
        self._note = ""
        self._at = self._start()

    def _keep_scale(self) -> str:
        kept = self._settings.recall_settings()
        scales = with_scale(kept.card_scales, ScreenScale(self._screen, self._px_per_mm))
        try:
            self._settings.remember_settings(replace(kept, card_scales=scales))
        except KnownTrouble as known:
            return storage.trouble_line(known.trouble)
        return ""

    def _start(self) -> int:
        if self._step is RulerStep.CARD:
            return round(CARD_WIDTH_MM * self._px_per_mm * TENTHS)
        key = _KEYS.get(self._step, "own_thumb_tenth_mm")
        kept: int | None = getattr(self._settings.recall_settings(), key)
        width_mm = _USUAL_MM[key] if kept is None else kept / TENTHS
        return round(width_mm * self._px_per_mm * TENTHS)

    def _bounds(self) -> tuple[int, int]:
        if self._step is RulerStep.CARD:
            low, high = (CARD_WIDTH_MM * scale for scale in PX_PER_MM)
        else:
            low, high = (each * self._px_per_mm for each in _BOUNDS_MM.get(self._step, THUMB_MM))
        return round(low * TENTHS), round(high * TENTHS)

    def _value(self) -> str:
        px = self._at / TENTHS
        if self._step is RulerStep.CARD:
            return words.card_value(px)
        return words.width_value(round(px / self._px_per_mm, 1))
