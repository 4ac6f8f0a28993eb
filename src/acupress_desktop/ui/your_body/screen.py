"""The page about the person's own body: numbers on one side, the body they make on the other."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.settings import SkinTone
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.your_body_view import FieldGroupView, FieldView, PaperView, YourBodyView
from acupress_desktop.ui.bridge.background import Runner
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.ask_file import AskFile, SystemAskFile
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, ScrollColumn
from acupress_desktop.ui.your_body.field_row import FieldRow
from acupress_desktop.ui.your_body.live_figure import DrawFigure, LiveFigure
from acupress_desktop.ui.your_body.paper_ruler import save_paper_ruler
from acupress_desktop.ui.your_body.ruler_dialog import OpenRuler, RulerDialog

_COLUMN_MAX_PX = 760
_FIGURE_MAX_PX = 440
_FIGURE_STACKED_PX = 440
_STACKED_BELOW_PX = 1000
_STACKED_FROM_FACTOR = 1.4


class YourBodyPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> YourBodyView:
        """Show what is known."""
        ...

    def write(self, key: str, text: str) -> YourBodyView:
        """Keep what was typed."""
        ...

    def slide(self, key: str, value: int) -> YourBodyView:
        """Show what a number would do."""
        ...

    def keep(self, key: str, value: int) -> YourBodyView:
        """Keep a number."""
        ...

    def choose_tone(self, tone: SkinTone) -> YourBodyView:
        """Draw in another skin tone."""
        ...

    def switch(self) -> YourBodyView:
        """Turn the own body on or off."""
        ...

    def turn(self) -> YourBodyView:
        """Show the figure from the other side."""
        ...

    def paper_saved(self, name: str) -> YourBodyView:
        """Tell that the ruler was written."""
        ...

    def paper_refused(self, name: str) -> YourBodyView:
        """Tell that it was not."""
        ...

    def back(self) -> Destination:
        """Go back to the settings."""
        ...


class YourBodyScreen(QWidget):
    """``leave`` emits a destination. ``draw`` draws the figure, ``ruler`` measures on one screen."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: YourBodyPresenting,
        theme: LiveTheme,
        draw: DrawFigure,
        runner: Runner,
        ruler: OpenRuler,
        ask: AskFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._open_ruler = ruler
        self._ask = ask or SystemAskFile()
        view = presenter.present()
        self.setAccessibleName(view.page)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._scroll = ScrollColumn()
        self._halves.addWidget(self._scroll, 1)
        self._page = QWidget()
        frame = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        frame.addWidget(self._page, 1000)
        frame.addStretch(1)
        self._frame = frame
        self._scroll.column.addLayout(frame)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, SPACE_24, 0, SPACE_48)
        column.setSpacing(0)
        self._rows: dict[str, FieldRow] = {}
        self._head(column, view)
        self._body_half = self._figure_half(view, draw, runner)
        for group in view.groups:
            self._group(column, group)
        self._tones = self._tone_choice(column, view)
        self._group(column, view.hand)
        self._hand_acts(column, view)
        self._spot = QVBoxLayout()
        column.addLayout(self._spot)
        theme.changed.connect(self._place)
        first = self._rows[view.groups[0].fields[0].key]
        self.setFocusProxy(first.field)
        self._stacked: bool | None = None
        self.show_view(view)
        self._place()

    # --- Building

    def _head(self, column: QVBoxLayout, view: YourBodyView) -> None:
        extras = ButtonExtras(icon=Icon.BACK)
        back = Button(self._theme, view.back, ButtonKind.QUIET, extras=extras)
        back.clicked.connect(self._go_back)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(Label(self._theme, view.title, TextRole.TITLE))
        column.addSpacing(SPACE_4)
        column.addWidget(Label(self._theme, view.lead, TextRole.BODY, Tone.INK2))
        self._trouble = Label(self._theme, "", TextRole.BODY, Tone.CAUTION)
        column.addWidget(self._trouble)

    def _figure_half(self, view: YourBodyView, draw: DrawFigure, runner: Runner) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, SPACE_24, 0, SPACE_24)
        column.setSpacing(SPACE_8)
        self.figure = LiveFigure(self._theme, draw, runner)
        column.addWidget(self.figure, 1)
        turn = Button(self._theme, view.figure.turn, ButtonKind.QUIET)
        turn.clicked.connect(self._turn)
        column.addWidget(turn, 0, Qt.AlignmentFlag.AlignHCenter)
        self._caption = Label(self._theme, "", TextRole.CAPTION, Tone.INK3)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._caption)
        column.addSpacing(SPACE_8)
        self._standing = Label(self._theme, "", TextRole.SMALL, Tone.INK2)
        column.addWidget(self._standing)
        self._switch = Button(self._theme, view.switch.label, ButtonKind.SECONDARY)
        self._switch.clicked.connect(self._turn_own_on_or_off)
        column.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeading)
        self._blocked = Label(self._theme, "", TextRole.CAPTION, Tone.INK3)
        column.addWidget(self._blocked)
        return half

    def _group(self, column: QVBoxLayout, group: FieldGroupView) -> None:
        column.addSpacing(SPACE_32)
        column.addWidget(eyebrow(self._theme, group.heading))
        for line in (group.lead, group.note):
            if line:
                column.addSpacing(SPACE_4)
                column.addWidget(Label(self._theme, line, TextRole.SMALL, Tone.INK2))
        column.addSpacing(SPACE_8)
        for field in group.fields:
            column.addWidget(Hairline(self._theme))
            row = FieldRow(self._theme, field)
            row.written.connect(self._write)
            row.slid.connect(self._slide)
            row.kept.connect(self._keep)
            self._rows[field.key] = row
            column.addWidget(row)

    def _tone_choice(self, column: QVBoxLayout, view: YourBodyView) -> FittingChoice:
        column.addSpacing(SPACE_32)
        column.addWidget(eyebrow(self._theme, view.tones_heading))
        column.addSpacing(SPACE_8)
        options = tuple(Option(tone.key, tone.label) for tone in view.tones)
        choice = FittingChoice(self._theme, view.tones_heading, options)
        choice.chosen.connect(self._choose_tone)
        column.addWidget(choice)
        return choice

    def _hand_acts(self, column: QVBoxLayout, view: YourBodyView) -> None:
        column.addWidget(Hairline(self._theme))
        column.addSpacing(SPACE_16)
        self._hand_line = Label(self._theme, "", TextRole.BODY, Tone.INK)
        column.addWidget(self._hand_line)
        acts = QWidget()
        flow = FlowLayout(acts)
        measure = Button(self._theme, view.measure, ButtonKind.SECONDARY)
        measure.clicked.connect(self._measure)
        flow.addWidget(measure)
        for paper in view.papers:
            button = Button(self._theme, paper.act, ButtonKind.QUIET)
            button.clicked.connect(partial(self._print, paper))
            flow.addWidget(button)
        column.addSpacing(SPACE_8)
        column.addWidget(acts)
        self._said = Label(self._theme, "", TextRole.SMALL, Tone.INK2)
        column.addSpacing(SPACE_8)
        column.addWidget(self._said)

    # --- Showing

    def row(self, key: str) -> FieldRow:
        """Return the row of a number, for focus and tests."""
        return self._rows[key]

    def show_view(self, view: YourBodyView) -> None:
        """Show what is known now."""
        for field in _all_fields(view):
            if field.key in self._rows:
                self._rows[field.key].show_field(field)
        chosen = (tone.key for tone in view.tones if tone.choice is Choice.CHOSEN)
        self._tones.show_key(next(chosen, None))
        self._switch.show_words(view.switch.label)
        self._switch.show_kind(ButtonKind.SECONDARY if view.own_is_drawn else ButtonKind.PRIMARY)
        self._switch.setEnabled(view.switch.ready)
        self._switch.setAccessibleDescription(view.switch.blocked_because)
        for label, text in (
            (self._trouble, view.trouble),
            (self._caption, view.figure.caption),
            (self._standing, view.standing),
            (self._blocked, view.switch.blocked_because),
            (self._hand_line, view.hand_line),
            (self._said, view.said),
        ):
            label.show_text(text)
            label.setVisible(bool(text))
        self.figure.show_figure(view.figure)

    def refresh(self) -> None:
        """Show the page anew: something beside it has changed."""
        self.show_view(self._presenter.present())

    def show_bodies(self) -> None:
        """More pictures of the body are drawn."""
        self.refresh()

    def start_focus(self) -> None:
        """Give the keyboard to the first number."""
        proxy = self.focusProxy()
        if proxy is not None:
            proxy.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        theme = self._theme
        margin = margin_px(self.width())
        stacked = self.width() < _STACKED_BELOW_PX or theme.tokens.text_factor >= _STACKED_FROM_FACTOR
        if stacked is not self._stacked:
            self._stacked = stacked
            if stacked:
                self._spot.addWidget(self._body_half)
            else:
                self._halves.addWidget(self._body_half)
            self._body_half.show()
        self._frame.setContentsMargins(margin, 0, margin if stacked else SPACE_32, 0)
        self._page.setMaximumWidth(theme.scaled(_COLUMN_MAX_PX))
        if stacked:
            self._body_half.setMinimumWidth(0)
            self._body_half.setMaximumWidth(theme.scaled(_COLUMN_MAX_PX))
            self.figure.setFixedHeight(_FIGURE_STACKED_PX)
        else:
            self._body_half.setFixedWidth(min(_FIGURE_MAX_PX, self.width() * 2 // 5) + margin)
            self.figure.setMinimumHeight(self.figure.minimumSizeHint().height())
            self.figure.setMaximumHeight(16_777_215)
        layout = self._body_half.layout()
        if layout is not None:
            layout.setContentsMargins(
                0 if stacked else SPACE_24, SPACE_24, 0 if stacked else margin, SPACE_24
            )

    # --- What the person does

    def _write(self, typed: tuple[str, str]) -> None:
        self.show_view(self._presenter.write(*typed))

    def _slide(self, slid: tuple[str, int]) -> None:
        self.show_view(self._presenter.slide(*slid))

    def _keep(self, kept: tuple[str, int]) -> None:
        self.show_view(self._presenter.keep(*kept))

    def _choose_tone(self, tone: object) -> None:
        if isinstance(tone, SkinTone):
            self.show_view(self._presenter.choose_tone(tone))

    def _turn_own_on_or_off(self) -> None:
        self.show_view(self._presenter.switch())

    def _turn(self) -> None:
        self.show_view(self._presenter.turn())

    def _go_back(self) -> None:
        self.leave.emit(self._presenter.back())

    def _measure(self) -> None:
        dialog = RulerDialog(self._theme, self.window(), self._open_ruler(self))
        dialog.ended.connect(self.refresh)
        dialog.open_it()

    def _print(self, paper: PaperView, *_clicked: object) -> None:
        path = self._ask.where_to_save(self, paper.ask, paper.name, paper.kinds)
        if path is not None:
            self.show_view(self._saved(paper, path))

    def _saved(self, paper: PaperView, path: Path) -> YourBodyView:
        try:
            save_paper_ruler(self._theme, paper.paper, path)
        except OSError:
            return self._presenter.paper_refused(path.name)
        return self._presenter.paper_saved(path.name)


def _all_fields(view: YourBodyView) -> tuple[FieldView, ...]:
    return tuple(field for group in (*view.groups, view.hand) for field in group.fields)
