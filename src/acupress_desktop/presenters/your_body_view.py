"""What the page about the person's own body shows. Every text is ready to be shown and to be read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.own_body import OwnBody
from acupress_desktop.domain.settings import SkinTone
from acupress_desktop.presenters.pieces import ActView, Choice


@dataclass(frozen=True, slots=True)
class SliderView:
    """A field as a slider, in steps of the number that is kept; ``at`` is where the knob stands."""

    name: str
    low: int
    high: int
    at: int
    page_step: int


@dataclass(frozen=True, slots=True)
class FieldView:
    """One number: how it is called, what stands in the field, and why it was not kept (``problem``).

    ``usual`` says what is drawn while there is no number. ``slider`` is ``None`` where none makes sense.
    """

    key: str
    label: str
    named: str
    hint: str
    unit: str
    text: str
    usual: str
    problem: str
    slider: SliderView | None


@dataclass(frozen=True, slots=True)
class FieldGroupView:
    """Fields that belong together."""

    heading: str
    lead: str
    fields: tuple[FieldView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ToneView:
    """One skin tone."""

    key: SkinTone
    label: str
    choice: Choice


class Facing(Enum):
    """Which side of the live figure is shown."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class LiveFigureView:
    """The body as it would be drawn; ``caption`` says what is borrowed."""

    body: OwnBody
    tone: SkinTone
    facing: Facing
    spoken: str
    caption: str
    turn: str


class Paper(Enum):
    """A size of paper for the ruler."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class PaperView:
    """A ruler on paper: the act, the title of the system's dialog, a name and a kind of file."""

    paper: Paper
    act: str
    ask: str
    name: str
    kinds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class YourBodyView:
    """The whole page. ``switch`` turns the own body on, or off again; ``standing`` says what pages show."""

    page: str
    title: str
    lead: str
    back: str
    groups: tuple[FieldGroupView, ...]
    hand: FieldGroupView
    hand_line: str
    measure: str
    papers: tuple[PaperView, ...]
    tones_heading: str
    tones: tuple[ToneView, ...]
    figure: LiveFigureView
    switch: ActView
    own_is_drawn: bool
    standing: str
    trouble: str
    said: str


@dataclass(frozen=True, slots=True)
class AlbumStanding:
    """How far the pictures of the own body are; ``failed`` where they could not be made or kept."""

    done: int = 0
    total: int = 0
    failed: bool = False

    @property
    def drawing(self) -> bool:
        """Whether pictures are being drawn."""
        return not self.failed and self.done < self.total
