"""The page about the person's own body: what is typed or slid is kept at once, or refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil
from typing import Protocol

from acupress_desktop.domain.anatomy.shape import (
    FIGURE_F,
    FIGURE_M,
    NO_MEASURES,
    BodyShape,
    BodyShapeError,
    UsualMeasures,
)
from acupress_desktop.domain.own_body import OwnBody, age_of, own_body_of, own_hand_of
from acupress_desktop.domain.own_hand import OwnHand, OwnHandError, Whose, on_you
from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.settings import (
    DrawnBody,
    Figure,
    Settings,
    SkinTone,
    declarations,
)
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import Destination, ToSettings
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.your_body_view import (
    AlbumStanding,
    Facing,
    FieldGroupView,
    FieldView,
    LiveFigureView,
    Paper,
    PaperView,
    SliderView,
    ToneView,
    YourBodyView,
)
from acupress_desktop.words import own_hand as hand_words
from acupress_desktop.words import ruler, storage
from acupress_desktop.words import your_body as words

NEEDED = ("own_build_percent", "own_height_cm", "own_weight_kg", "own_age")
LENGTHS = ("own_forearm_mm", "own_lower_leg_mm", "own_shoulder_width_mm", "own_hand_mm")
WIDTHS = ("own_thumb_tenth_mm", "own_four_fingers_tenth_mm")
IN_TENTHS = frozenset((*LENGTHS, *WIDTHS))
"""Typed with one decimal: ten kept steps are one shown unit."""
EXAMPLE_CUN = 2.0
FOREARM_CUN = 12.0
_CHARACTERS_MAX = 8


class BodyAnswers(Protocol):
    """What the page asks about bodies; the drawing of them answers."""

    def refusal(self, body: OwnBody) -> BodyShapeError | None:
        """Say why a body cannot be drawn, ``None`` where it can."""
        ...

    def usual(self, shape: BodyShape) -> UsualMeasures:
        """Return the lengths of a body of which nothing was measured."""
        ...


@dataclass(frozen=True, slots=True)
class YourBodyPorts:
    """What the page is made from: settings, bodies, the year, and how far the pictures are."""

    settings: SettingsPort
    bodies: BodyAnswers
    year: Callable[[], int]
    album: Callable[[], AlbumStanding]
    changed: Callable[[Settings], None]


class YourBodyPresenter:
    """``write`` and ``keep`` keep a number; ``slide`` only shows what it would do."""

    def __init__(self, ports: YourBodyPorts) -> None:
        self._ports = ports
        self._declared = {each.key: each for each in declarations()}
        self._written: dict[str, str] = {}
        self._problems: dict[str, str] = {}
        self._tried: Settings | None = None
        self._facing = Facing.FRONT
        self._trouble = ""
        self._said = ""

    def present(self) -> YourBodyView:
        """Show what is known."""
        kept = self._tried or self._ports.settings.recall_settings()
        usual = self._ports.bodies.usual(self._shape_or_borrowed(kept))
        needed = [key for key in NEEDED if key != "own_age" or kept.birth_year is None]
        age = age_of(kept, self._ports.year())
        note = "" if kept.birth_year is None or age is None else words.age_from_year(age)
        return YourBodyView(
            page=words.page(),
            title=words.title(),
            lead=words.lead(),
            back=words.back(),
            groups=(
                FieldGroupView(
                    words.group_body(), "", tuple(self._field(key, kept, usual) for key in needed), note
                ),
                FieldGroupView(
                    words.group_lengths(),
                    words.lengths_lead(),
                    tuple(self._field(key, kept, usual) for key in LENGTHS),
                ),
            ),
            hand=FieldGroupView(
                words.group_hand(),
                words.hand_lead(),
                tuple(self._field(key, kept, usual) for key in WIDTHS),
            ),
            hand_line=self._hand_line(kept, usual),
            measure=words.measure_on_screen(),
            papers=tuple(_paper(paper) for paper in Paper),
            tones_heading=words.group_skin(),
            tones=tuple(
                ToneView(each, words.tone(each), Choice.when(each is kept.skin_tone)) for each in SkinTone
            ),
            figure=self._figure(kept),
            switch=self._switch(kept),
            own_is_drawn=kept.drawn_body is DrawnBody.OWN,
            standing=self._standing(kept),
            trouble=self._trouble,
            said=self._said,
        )

    def write(self, key: str, text: str) -> YourBodyView:
        """Keep what was typed; empty means no answer. What cannot be kept stays in the field."""
        self._tried = None
        tidy = " ".join(text.split())
        value = _number(tidy, key) if tidy else None
        problem = self._bounds_line(key) if tidy and value is None else self._keep(key, value)
        self._note(key, problem, text)
        return self.present()

    def slide(self, key: str, value: int) -> YourBodyView:
        """Show what ``value`` would do without keeping it; what cannot be is not shown."""
        wanted = self._with(key, value)
        if wanted is not None and self._problem(key, wanted) == "":
            self._tried = wanted
        return self.present()

    def keep(self, key: str, value: int) -> YourBodyView:
        """Keep a number in the steps of the setting, from a slider or a ruler."""
        self._tried = None
        self._note(key, self._keep(key, value), _shown(value, key))
        return self.present()

    def keep_width(self, key: str, tenth_mm: int) -> str:
        """Keep a width that the ruler measured; return why not, empty where it was kept."""
        self._tried = None
        problem = self._keep(key, tenth_mm)
        self._note(key, "", "")
        return problem or self._trouble

    def choose_tone(self, tone: SkinTone) -> YourBodyView:
        """Draw in another skin tone."""
        self._tried = None
        self._remember(replace(self._ports.settings.recall_settings(), skin_tone=tone))
        return self.present()

    def switch(self) -> YourBodyView:
        """Turn the own body on where all of it is known, or off again."""
        kept = self._ports.settings.recall_settings()
        if kept.drawn_body is DrawnBody.OWN:
            self._remember(replace(kept, drawn_body=DrawnBody.FIGURE))
        elif not self._missing(kept):
            self._remember(replace(kept, drawn_body=DrawnBody.OWN))
        return self.present()

    def turn(self) -> YourBodyView:
        """Show the live figure from the other side."""
        self._facing = Facing.BACK if self._facing is Facing.FRONT else Facing.FRONT
        return self.present()

    def paper_saved(self, name: str) -> YourBodyView:
        """Tell that the ruler for printing was written."""
        self._said = ruler.paper_saved(name)
        return self.present()

    def paper_refused(self, name: str) -> YourBodyView:
        """Tell that it could not be written."""
        self._said = ruler.paper_refused(name)
        return self.present()

    def back(self) -> Destination:
        """Go back to the settings."""
        return ToSettings()

    # --- What is kept

    def _keep(self, key: str, value: int | None) -> str:
        wanted = self._with(key, value)
        if wanted is None:
            return self._bounds_line(key)
        problem = self._problem(key, wanted)
        if not problem:
            self._remember(wanted)
        return problem

    def _with(self, key: str, value: int | None) -> Settings | None:
        """Return the settings with one number changed, ``None`` where no adult has that number."""
        if self._declared[key].problem(value) is not None:
            return None
        # The key comes from the declarations and the value has passed them, which mypy cannot see.
        return replace(self._ports.settings.recall_settings(), **{key: value})  # type: ignore[arg-type]

    def _problem(self, key: str, wanted: Settings) -> str:
        if key in WIDTHS:
            return _hand_problem(wanted)
        refused = self._ports.bodies.refusal(self._body_or_borrowed(wanted))
        if refused is None:
            return ""
        culprit = f"own_{refused.field}"
        if culprit == key:
            return words.does_not_fit(key, f"{ceil(refused.low) / 10:.1f}", f"{int(refused.high) / 10:.1f}")
        return words.does_not_fit_measure(culprit)

    def _remember(self, wanted: Settings) -> None:
        self._said = ""
        if wanted == self._ports.settings.recall_settings():
            return
        if self._missing(wanted):
            wanted = replace(wanted, drawn_body=DrawnBody.FIGURE)
        try:
            self._ports.settings.remember_settings(wanted)
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return
        self._trouble = ""
        self._ports.changed(wanted)

    def _note(self, key: str, problem: str, text: str) -> None:
        self._problems.pop(key, None)
        self._written.pop(key, None)
        if problem:
            self._problems[key] = problem
            self._written[key] = text

    # --- What is shown

    def _missing(self, kept: Settings) -> tuple[str, ...]:
        year = self._ports.year()
        known = {key: getattr(kept, key) for key in NEEDED} | {"own_age": age_of(kept, year)}
        return tuple(key for key in NEEDED if known[key] is None)

    def _shape_or_borrowed(self, kept: Settings) -> BodyShape:
        figure = FIGURE_F if kept.figure is Figure.FEMALE else FIGURE_M
        age = age_of(kept, self._ports.year())
        build, height, weight = kept.own_build_percent, kept.own_height_cm, kept.own_weight_kg
        return BodyShape(
            sex=figure.sex if build is None else build / 100.0,
            height_cm=figure.height_cm if height is None else float(height),
            weight_kg=figure.weight_kg if weight is None else float(weight),
            age=figure.age if age is None else float(age),
        )

    def _body_or_borrowed(self, kept: Settings) -> OwnBody:
        own = own_body_of(kept, self._ports.year())
        if own is not None:
            return own
        filled = replace(kept, own_build_percent=50, own_height_cm=170, own_weight_kg=70, own_age=40)
        measured = own_body_of(filled, self._ports.year())
        measures = NO_MEASURES if measured is None else measured.measures
        return OwnBody(self._shape_or_borrowed(kept), measures)

    def _figure(self, kept: Settings) -> LiveFigureView:
        body = self._body_or_borrowed(kept)
        if self._ports.bodies.refusal(body) is not None:
            body = OwnBody(body.shape)
        shape = body.shape
        return LiveFigureView(
            body=body,
            tone=kept.skin_tone,
            facing=self._facing,
            spoken=words.figure(f"{shape.height_cm:.0f}", f"{shape.weight_kg:.0f}"),
            caption=words.figure_unfinished() if self._missing(kept) else "",
            turn=words.turn_figure(),
        )

    def _switch(self, kept: Settings) -> ActView:
        if kept.drawn_body is DrawnBody.OWN:
            return ActView(words.use_standard())
        missing = self._missing(kept)
        return ActView(words.draw_own(), blocked_because=words.missing(missing) if missing else "")

    def _standing(self, kept: Settings) -> str:
        album = self._ports.album()
        if kept.drawn_body is DrawnBody.OWN and album.failed:
            return words.not_drawn()
        if kept.drawn_body is DrawnBody.OWN and album.drawing:
            return words.drawing(album.done, album.total)
        return words.standing(kept.drawn_body)

    def _hand_line(self, kept: Settings, usual: UsualMeasures) -> str:
        hand = own_hand_of(kept)
        forearm = usual.forearm_mm if kept.own_forearm_mm is None else float(kept.own_forearm_mm)
        distance = on_you(EXAMPLE_CUN, forearm / FOREARM_CUN, hand)
        if distance.whose is Whose.CLASSIC:
            return ""
        return words.hand_explained(hand_words.in_fingers(distance))

    def _field(self, key: str, kept: Settings, usual: UsualMeasures) -> FieldView:
        value: int | None = getattr(kept, key)
        drawn = self._drawn_instead(key, kept, usual)
        slider: SliderView | None = None
        if key not in WIDTHS:
            bounds = self._declared[key].bounds
            at = drawn if value is None else value
            slider = SliderView(words.slider(key), bounds.low, bounds.high, at, 10 if key in LENGTHS else 5)
        return FieldView(
            key=key,
            label=words.label(key),
            named=words.named(key),
            hint=words.hint(key),
            unit=words.unit(key),
            text=self._written.get(key, "" if value is None else _shown(value, key)),
            usual=words.usual(_shown(drawn, key), key) if value is None and key in LENGTHS else "",
            problem=self._problems.get(key, ""),
            slider=slider,
        )

    def _drawn_instead(self, key: str, kept: Settings, usual: UsualMeasures) -> int:
        """Return what is drawn where the person gave no number, in the steps of the setting."""
        shape = self._shape_or_borrowed(kept)
        drawn = {
            "own_build_percent": shape.sex * 100.0,
            "own_height_cm": shape.height_cm,
            "own_weight_kg": shape.weight_kg,
            "own_age": shape.age,
            "own_forearm_mm": usual.forearm_mm,
            "own_lower_leg_mm": usual.lower_leg_mm,
            "own_shoulder_width_mm": usual.shoulder_width_mm,
            "own_hand_mm": usual.hand_mm,
        }.get(key, 0.0)
        return round(drawn)

    def _bounds_line(self, key: str) -> str:
        bounds = self._declared[key].bounds
        return words.bad_number(key, _shown(bounds.low, key), _shown(bounds.high, key))


def _paper(paper: Paper) -> PaperView:
    return PaperView(
        paper,
        words.print_ruler(paper.value),
        ruler.paper_ask(),
        f"{ruler.paper_name()}-{paper.value}",
        ((ruler.paper_kind(paper.value), "pdf"),),
    )


def _hand_problem(wanted: Settings) -> str:
    thumb, four = wanted.own_thumb_tenth_mm, wanted.own_four_fingers_tenth_mm
    try:
        OwnHand(None if thumb is None else thumb / 10.0, None if four is None else four / 10.0)
    except OwnHandError as refused:
        return words.hands_disagree(f"{refused.low:.0f}", f"{refused.high:.0f}")
    return ""


def _shown(value: int, key: str) -> str:
    """Return a kept number as it is typed."""
    if key not in IN_TENTHS:
        return str(value)
    whole, tenth = divmod(value, 10)
    return f"{whole}.{tenth}" if tenth or key in WIDTHS else str(whole)


def _number(text: str, key: str) -> int | None:
    """Return what was typed in the steps of the setting; ``None`` for what is no number or too fine."""
    plain = text.replace(",", ".")
    if len(plain) > _CHARACTERS_MAX or not plain.isascii():
        return None
    whole, point, tenth = plain.partition(".")
    if not whole.isdigit() or (point and not (tenth.isdigit() and len(tenth) == 1)):
        return None
    if key in IN_TENTHS:
        return int(whole) * 10 + (int(tenth) if tenth else 0)
    return None if point else int(whole)
