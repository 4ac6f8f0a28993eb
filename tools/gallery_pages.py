"""The pages of the gallery; the words on them are illustrations, not facts."""

from __future__ import annotations

from collections.abc import Callable

from gallery_scenes import body_map, stage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.sides import Side
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.plain_label import Label, Run, Wrap, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.badges import BADGE_LARGE_PX, KeyCap, SideBadge
from acupress_desktop.ui.widgets.buttons import (
    Button,
    ButtonExtras,
    ButtonKind,
    ButtonSize,
    IconButton,
    IconPlace,
)
from acupress_desktop.ui.widgets.cards import Card, CardKind, EmptyState, Figure, ListRow
from acupress_desktop.ui.widgets.checks import AnswerButton, CheckBox, CheckRow, Chip
from acupress_desktop.ui.widgets.choices import Option, ScaleZeroToTen, Segmented
from acupress_desktop.ui.widgets.fields import NoteField, TextField
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, Lie, ScrollColumn
from acupress_desktop.ui.widgets.overlays import Dialog, Toast
from acupress_desktop.ui.widgets.pressure_scale import PressureScale
from acupress_desktop.ui.widgets.progress import ProgressBars, StepProgress, StepsView
from acupress_desktop.ui.widgets.sparkline import Sparkline, SparklineView
from acupress_desktop.ui.widgets.top_bar import Place, TopBar, TopBarWords


class Page(QWidget):
    """A page of the gallery with the mast above and one scrolling column."""

    def __init__(self, theme: LiveTheme, height_px: int = 820) -> None:
        super().__init__()
        self.focus_first: QWidget | None = None
        self.resize(1280, height_px)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        places = tuple(Place(word, word) for word in ("Today", "Atlas", "Journal", "Trend"))
        mast = TopBar(theme, TopBarWords("Acupress", "Menu", "Settings", "Emergency"), places)
        mast.show_place("Today")
        mast.show_emergency("112")
        outer.addWidget(mast)
        scroll = ScrollColumn()
        outer.addWidget(scroll)
        self.column = scroll.column
        self.column.setContentsMargins(48, 24, 48, 24)
        self.column.setSpacing(16)


def _row(into: QBoxLayout, *widgets: QWidget, gap_px: int = 16) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, gap_px)
    for widget in widgets:
        flow.addWidget(widget)
    into.addWidget(holder)


def controls(theme: LiveTheme) -> QWidget:
    """Buttons in every kind and size, choices, chips."""
    page = Page(theme)
    main = ButtonSize.MAIN
    quiet = Button(theme, "Change the plan", ButtonKind.QUIET)
    page.focus_first = quiet
    off = Button(theme, "Not yet")
    off.setEnabled(False)
    primary_off = Button(theme, "Not yet", ButtonKind.PRIMARY)
    primary_off.setEnabled(False)
    _row(
        page.column,
        Button(theme, "Start", ButtonKind.PRIMARY, main, ButtonExtras(Icon.PLAY)),
        Button(theme, "Short form", size=main, extras=ButtonExtras(detail="3 points, 3 minutes")),
        Button(theme, "Check in, 20 seconds"),
        quiet,
        Button(theme, "Back", ButtonKind.PLAIN, extras=ButtonExtras(Icon.BACK)),
        off,
        primary_off,
    )
    session = ButtonSize.SESSION
    _row(
        page.column,
        Button(theme, "Stop", ButtonKind.STOP, session, ButtonExtras(Icon.STOP, key="Esc")),
        Button(theme, "Pause", ButtonKind.PRIMARY, session, ButtonExtras(Icon.PAUSE, key="B")),
        Button(theme, "15 s longer", size=session, extras=ButtonExtras(Icon.LONGER)),
        Button(theme, "Repeat", size=session, extras=ButtonExtras(Icon.REPEAT)),
        Button(theme, "Breathing off", size=session, extras=ButtonExtras(Icon.BREATH)),
        Button(theme, "Skip", size=session, extras=ButtonExtras(Icon.SKIP, IconPlace.TRAILING)),
    )
    _row(
        page.column,
        Segmented(theme, "View", (Option(1, "Front"), Option(2, "Back")), 2),
        Segmented(theme, "Form", (Option(1, "Chart", Icon.CHART), Option(2, "Table", Icon.TABLE)), 1),
        Segmented(
            theme,
            "How it felt",
            (Option(1, "Fine"), Option(2, "Too much"), Option(3, "Skipped")),
            2,
            Icon.CHECK,
        ),
    )
    scale = ScaleZeroToTen(theme, "Pain right now", "none", "the worst you can imagine")
    scale.show_value(4)
    page.column.addWidget(scale)
    chips = []
    for place, words in enumerate(("Neck", "Right shoulder", "Left shoulder", "Head", "Low back")):
        chip = Chip(theme, words)
        chip.setChecked(place < 2)
        chips.append(chip)
    _row(page.column, *chips, gap_px=8)
    field = TextField(theme, "Search", "Code, name, hanzi or body part", Icon.SEARCH)
    note = NoteField(theme, "Note", "Anything you want to remember")
    page.column.addWidget(field)
    page.column.addWidget(note)
    _row(page.column, *(IconButton(theme, icon.name, icon) for icon in Icon), gap_px=8)
    page.column.addStretch()
    return page


def questions(theme: LiveTheme) -> QWidget:
    """A question with its answers, check rows, badges and progress."""
    page = Page(theme)
    bars = ProgressBars(theme)
    bars.show_progress(2, 6, "Question 2 of 6")
    page.column.addWidget(bars, 0, Qt.AlignmentFlag.AlignHCenter)
    page.column.addWidget(eyebrow(theme, "Question 2 of 6, asked every session"))
    page.column.addWidget(
        Label(theme, "Is any numbness, weakness or clumsiness new, or getting worse?", TextRole.QUESTION)
    )
    wide = QHBoxLayout()
    wide.setSpacing(32)
    page.column.addLayout(wide)
    left = QVBoxLayout()
    left.setSpacing(16)
    wide.addLayout(left, 3)
    no = AnswerButton(theme, "No", "N")
    page.focus_first = no
    left.addWidget(no)
    left.addWidget(AnswerButton(theme, "Yes", "Y"))
    left.addWidget(AnswerButton(theme, "Not sure", "?", "counts as yes, to be careful"))
    left.addStretch()
    wide.addWidget(Hairline(theme, Lie.DOWN))
    right = QVBoxLayout()
    wide.addLayout(right, 2)
    right.addWidget(Label(theme, "Why do you ask?", TextRole.SUBHEAD))
    right.addWidget(Label(theme, "New numbness should be looked at before anyone presses.", tone=Tone.INK2))
    ticked = CheckRow(theme, "Right hand, back")
    ticked.setChecked(True)
    right.addWidget(ticked)
    right.addWidget(CheckRow(theme, "Left lower leg, outside, a rather long name of a place"))
    right.addWidget(CheckBox(theme, "Show Chinese characters"))
    right.addStretch()
    _row(
        page.column,
        SideBadge(theme, Side.LEFT, "Your left"),
        SideBadge(theme, Side.RIGHT, "Your right"),
        SideBadge(theme, Side.LEFT, "CLIENT’S LEFT", BADGE_LARGE_PX),
        SideBadge(theme, Side.RIGHT, "CLIENT’S RIGHT", BADGE_LARGE_PX),
        KeyCap(theme, "Esc"),
        KeyCap(theme, "Page Down"),
    )
    page.column.addStretch()
    return page


def reading(theme: LiveTheme) -> QWidget:  # noqa: PLR0915 - a page is a list of things shown
    """Type, figures, sparkline, pressure, cards and rows."""
    page = Page(theme, 1100)
    steps = StepProgress(theme)
    steps.show_steps(StepsView(((1.0, 0.35), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)), "Step 2 of 8"))
    page.column.addWidget(steps, 0, Qt.AlignmentFlag.AlignHCenter)
    wide = QHBoxLayout()
    wide.setSpacing(48)
    page.column.addLayout(wide)
    left, right = QVBoxLayout(), QVBoxLayout()
    for column in (left, right):
        column.setSpacing(12)
        wide.addLayout(column, 1)
    left.addWidget(eyebrow(theme, "Sunday 22 November, week 3"))
    left.addWidget(Label(theme, "Neck and shoulders, this evening", TextRole.DISPLAY))
    left.addWidget(Label(theme, "Five points on each side, held for 60 seconds.", TextRole.LEAD, Tone.INK2))
    left.addWidget(Hairline(theme))
    left.addWidget(eyebrow(theme, "Your pain, last 14 days"))
    spark = Sparkline(theme)
    values = (6, 5, 6, None, 7, 6, 5, 5, None, 6, 4, 5, 5, 5)
    spark.show_days(SparklineView(values, (1, 4, 6, 9, 12), "9 Nov", "today", "a session", "Pain, 14 days"))
    left.addWidget(spark)
    left.addWidget(Hairline(theme))
    figure = Figure(theme)
    figure.show_figure("38", "38 seconds left")
    row = QHBoxLayout()
    row.addWidget(figure)
    row.addWidget(Label(theme, "seconds left\nof 60", tone=Tone.INK2), 1, Qt.AlignmentFlag.AlignVCenter)
    left.addLayout(row)
    left.addWidget(Hairline(theme))
    left.addWidget(
        Label(theme, (Run("Felt pressure about 5", weight=Weight.STRONG), Run(" of 10", Tone.INK2)))
    )
    pressure = PressureScale(theme, "resting touch", "hardest you could stand")
    pressure.show_target(5, "Felt pressure about 5 of 10")
    left.addWidget(pressure)
    left.addStretch()
    right.addWidget(Label(theme, "Left hand", TextRole.TITLE))
    right.addWidget(
        Label(theme, (Run("Union Valley ", weight=Weight.STRONG), Run("LI4 Hégǔ 合谷", Tone.INK2)))
    )
    right.addWidget(Label(theme, "內關", TextRole.HANZI))
    right.addWidget(
        Label(theme, "One line that ends early because it is far too long for it", wrap=Wrap.ELIDE)
    )
    for kind in CardKind:
        card = Card(theme, kind)
        card.column.setContentsMargins(16, 12, 16, 12)
        tone = {CardKind.CAUTION: Tone.CAUTION, CardKind.STOP: Tone.STOP}.get(kind, Tone.INK)
        card.column.addWidget(Label(theme, kind.value.capitalize(), TextRole.SUBHEAD, tone))
        card.column.addWidget(Label(theme, "What a card of this kind says.", tone=Tone.INK2))
        right.addWidget(card)
    chosen = ListRow(theme, "Inner Pass", "PC6, forearm", "Nèiguān")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    page.focus_first = chosen
    right.addWidget(chosen)
    right.addWidget(
        ListRow(theme, "Sunday 22 November", "Neck and shoulders", "8 of 10 holds", Icon.CALENDAR)
    )
    right.addWidget(EmptyState(theme, "Nothing here yet", "Your first check-in will stand here."))
    right.addStretch()
    return page


def dialog(theme: LiveTheme) -> QWidget:
    """A dialog over a page, and a toast."""
    page = reading(theme)
    page.resize(1280, 820)
    sheet = Dialog(theme, page, "Check in", "Close")
    sheet.side.addWidget(Label(theme, "Sunday 22 November, 14:20", TextRole.SMALL, Tone.INK2))
    row = QHBoxLayout()
    row.addWidget(Button(theme, "As last time", size=ButtonSize.MEDIUM))
    row.addWidget(Button(theme, "No pain today", size=ButtonSize.MEDIUM))
    sheet.column.addLayout(row)
    sheet.column.addWidget(Label(theme, "How much pain right now?", TextRole.BUTTON))
    sheet.column.addWidget(ScaleZeroToTen(theme, "Pain right now", "none", "the worst you can imagine"))
    sheet.column.addWidget(Hairline(theme))
    sheet.foot.addWidget(Button(theme, "More: sleep, mood, note", ButtonKind.QUIET))
    sheet.foot.addStretch()
    sheet.foot.addWidget(Button(theme, "Save", ButtonKind.PRIMARY, ButtonSize.MEDIUM))
    page.show()
    sheet.open_over()
    toast = Toast(theme, page)
    toast.show_message("Entry deleted.", "Undo")
    return page


PAGES: dict[str, Callable[[LiveTheme], QWidget]] = {
    "controls": controls,
    "questions": questions,
    "reading": reading,
    "dialog": dialog,
    "body_map": body_map,
    "stage": stage,
}
