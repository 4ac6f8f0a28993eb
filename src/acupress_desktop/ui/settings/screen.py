"""The settings page: one row for each setting, kept as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.settings import BreathLook, SettingValue
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.settings import BodyPreviewView, Control, SettingsView, SettingView
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scenes import SideWords, region_scene
from acupress_desktop.ui.settings.breath_looks import BreathLookPictures
from acupress_desktop.ui.settings.trial import HearingTrial
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.layouts import Hairline, ScrollColumn

_LABEL_PX = 336
_COLUMN_MAX_PX = 1000
_STACKED_FROM_FACTOR = 1.4
_BODY_PX = 320


class SettingsPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> SettingsView:
        """Show the settings as they are kept."""
        ...

    def choose(self, key: str, value: SettingValue) -> SettingsView:
        """Set a choice."""
        ...

    def write(self, key: str, text: str) -> SettingsView:
        """Set what was typed."""
        ...

    def put_back(self) -> SettingsView:
        """Take the changes of this visit back."""
        ...

    def your_body(self) -> Destination:
        """Go to the page about the own body."""
        ...

    def safety_answers(self) -> Destination:
        """Go to what the safety check remembers."""
        ...

    def pressure(self) -> Destination:
        """Go to how hard to press."""
        ...

    def breathing(self) -> Destination:
        """Go to the breathing patterns."""
        ...

    def session_keys(self) -> Destination:
        """Go to the keys of a session."""
        ...

    def first_run(self) -> Destination:
        """Show the introduction again."""
        ...

    def data(self) -> Destination:
        """Go to where the data is."""
        ...


class SettingRow(QWidget):
    """One setting: name and hint, then its control; the control goes below where there is little room."""

    chosen = Signal(object)
    """``(key, value)``"""
    written = Signal(object)
    """``(key, text)``"""

    def __init__(self, theme: LiveTheme, view: SettingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        self._row.setSpacing(SPACE_16)
        self._naming = QWidget()
        naming = QVBoxLayout(self._naming)
        naming.setContentsMargins(0, SPACE_8, 0, 0)
        naming.setSpacing(SPACE_4)
        naming.addWidget(Label(theme, (Run(view.label, None, Weight.STRONG),)))
        if view.hint:
            naming.addWidget(Label(theme, view.hint, TextRole.CAPTION, Tone.INK3))
        naming.addStretch(1)
        self._row.addWidget(self._naming, 0, Qt.AlignmentFlag.AlignTop)
        setting = QVBoxLayout()
        setting.setSpacing(SPACE_4)
        self._setting = setting
        self._choice: FittingChoice | None = None
        self._field: TextField | None = None
        if view.control is Control.CHOICE:
            self._choice = self._choice_of(view)
            setting.addWidget(self._choice)
        else:
            self._field = TextField(theme, view.label, characters_max=view.longest + 8)
            self._field.setMaximumWidth(theme.scaled(320))
            self._field.editingFinished.connect(self._write)
            setting.addWidget(self._field)
        self._looks: BreathLookPictures | None = None
        if any(isinstance(option.key, BreathLook) for option in view.options):
            self._looks = BreathLookPictures(theme)
            self._looks.chosen.connect(self._choose)
            setting.addSpacing(SPACE_4)
            setting.addWidget(self._looks)
        self._problem = Label(theme, "", TextRole.CAPTION, Tone.CAUTION)
        setting.addWidget(self._problem)
        setting.addStretch(1)
        self._row.addLayout(setting, 1000)
        # What a narrow field leaves over lies behind it, not on both sides of the row.
        self._row.addStretch(1)
        theme.changed.connect(self._place)
        self.show_setting(view)
        self._place()

    @property
    def control(self) -> QWidget:
        """The part that takes the keyboard."""
        if self._choice is not None:
            return self._choice
        assert self._field is not None  # noqa: S101 - one of the two was made above
        return self._field

    def show_setting(self, view: SettingView) -> None:
        """Show another value; what a person is typing right now is left alone."""
        if self._choice is not None and _names(view) != _names(self._view):
            self._offer_others(self._choice, view)
        self._view = view
        if self._choice is not None:
            chosen = (each.key for each in view.options if each.choice is Choice.CHOSEN)
            key = next(chosen, None)
            self._choice.show_key(key)
            if self._looks is not None and isinstance(key, BreathLook):
                self._looks.show_look(key)
        if self._field is not None and not self._field.hasFocus() and self._field.text() != view.text:
            self._field.setText(view.text)
        if self._field is not None:
            self._field.setAccessibleDescription(view.problem or view.hint)
        self._problem.show_text(view.problem)
        self._problem.setVisible(bool(view.problem))

    def _choice_of(self, view: SettingView) -> FittingChoice:
        options = tuple(Option(option.key, option.label) for option in view.options)
        choice = FittingChoice(self._theme, view.label, options)
        choice.chosen.connect(self._choose)
        return choice

    def _offer_others(self, before: FittingChoice, view: SettingView) -> None:
        """There is something else to choose from now, such as voices that were found."""
        had_focus = before.isAncestorOf(QApplication.focusWidget() or self)
        self._choice = self._choice_of(view)
        self._setting.replaceWidget(before, self._choice)
        self._choice.take_place_of(before)
        before.hide()
        before.deleteLater()
        if had_focus:
            self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        label = self._theme.scaled(_LABEL_PX)
        stacked = self._theme.tokens.text_factor >= _STACKED_FROM_FACTOR or self.width() < 2 * label
        wanted = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(wanted)
        self._row.setSpacing(SPACE_8 if stacked else SPACE_32)
        if stacked:
            self._naming.setMinimumWidth(0)
            self._naming.setMaximumWidth(16_777_215)
        else:
            self._naming.setFixedWidth(label)
        if self._field is not None:
            self._field.setMaximumWidth(self._theme.scaled(320))

    def _choose(self, value: object) -> None:
        self.chosen.emit((self._view.key, value))

    def _write(self) -> None:
        if self._field is not None:
            self.written.emit((self._view.key, self._field.text()))


def _names(view: SettingView) -> tuple[str, ...]:
    return tuple(option.label for option in view.options)


class SettingsScreen(QWidget):
    """``SettingsScreen(presenter, theme, album)``. ``leave`` emits a destination.

    ``album`` gives the pictures of the figure that is set, for the preview; without it there is none.
    """

    leave = Signal(object)

    def __init__(
        self,
        presenter: SettingsPresenting,
        theme: LiveTheme,
        album: Callable[[], BodyAlbum | None] | None = None,
        trial: HearingTrial | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._trial = trial
        self._theme = theme
        self._album = album
        self._body_map: BodyMap | None = None
        view = presenter.present()
        self.setAccessibleName(view.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollColumn()
        outer.addWidget(scroll)
        self._frame = QHBoxLayout()
        scroll.column.addLayout(self._frame)
        page = QWidget()
        page.setMaximumWidth(theme.scaled(_COLUMN_MAX_PX))
        self._page = page
        self._frame.addWidget(page, 1000)
        self._frame.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, SPACE_32, 0, SPACE_48)
        column.setSpacing(0)
        column.addWidget(Label(theme, view.title, TextRole.TITLE))
        column.addSpacing(SPACE_4)
        column.addWidget(Label(theme, view.lead, TextRole.BODY, Tone.INK2))
        self._trouble = Label(theme, "", TextRole.BODY, Tone.CAUTION)
        column.addWidget(self._trouble)
        self._rows: dict[str, SettingRow] = {}
        self._add_groups(column, view)
        self._add_acts(column, view)
        scroll.column.addStretch(1)
        theme.changed.connect(self._place)
        self.setFocusProxy(next(iter(self._rows.values())).control)
        self.show_view(view)
        self._place()

    def _add_groups(self, column: QVBoxLayout, view: SettingsView) -> None:
        for group in view.groups:
            column.addSpacing(SPACE_32)
            column.addWidget(eyebrow(self._theme, group.heading))
            column.addSpacing(SPACE_8)
            for setting in group.settings:
                column.addWidget(Hairline(self._theme))
                row = SettingRow(self._theme, setting)
                row.chosen.connect(self._choose)
                row.written.connect(self._write)
                self._rows[setting.key] = row
                column.addWidget(row)
            if self._trial is not None and "voice" in {setting.key for setting in group.settings}:
                column.addWidget(Hairline(self._theme))
                column.addWidget(self._trial)
                self._trial.changed.connect(self.show_album)
            if self._album is not None and "figure" in {setting.key for setting in group.settings}:
                self._body_map = BodyMap(self._theme)
                column.addWidget(self._body_map)
            if "figure" in {setting.key for setting in group.settings}:
                column.addWidget(Hairline(self._theme))
                column.addWidget(
                    self._act(view.your_body, self._go_to_your_body, ButtonKind.QUIET),
                    0,
                    Qt.AlignmentFlag.AlignLeading,
                )

    def _add_acts(self, column: QVBoxLayout, view: SettingsView) -> None:
        column.addWidget(Hairline(self._theme))
        column.addSpacing(SPACE_24)
        acts = QVBoxLayout()
        acts.setSpacing(SPACE_8)
        self._put_back = self._act(view.put_back.label, self._put_everything_back, ButtonKind.SECONDARY)
        self._said = Label(self._theme, "", TextRole.SMALL, Tone.INK2)
        acts.addWidget(self._put_back, 0, Qt.AlignmentFlag.AlignLeading)
        acts.addWidget(self._said)
        acts.addWidget(self._act(view.safety_answers, self._go_to_safety_answers, ButtonKind.QUIET))
        acts.addWidget(self._act(view.pressure, self._go_to_pressure, ButtonKind.QUIET))
        acts.addWidget(self._act(view.session_keys, self._go_to_session_keys, ButtonKind.QUIET))
        acts.addWidget(self._act(view.breathing, self._go_to_breathing, ButtonKind.QUIET))
        acts.addWidget(self._act(view.data, self._go_to_data, ButtonKind.QUIET))
        acts.addWidget(self._act(view.first_run, self._go_to_first_run, ButtonKind.QUIET))
        column.addLayout(acts)

    def row(self, key: str) -> SettingRow:
        """Return the row of a setting, for focus and tests."""
        return self._rows[key]

    def show_view(self, view: SettingsView) -> None:
        """Show the settings as they are now."""
        for group in view.groups:
            for setting in group.settings:
                self._rows[setting.key].show_setting(setting)
        if self._trial is not None:
            self._trial.show_settings()
        self._show_body(view.body)
        self._put_back.setEnabled(view.put_back.ready)
        self._put_back.setAccessibleDescription(view.put_back.blocked_because)
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))
        self._said.show_text(view.said)
        self._said.setVisible(bool(view.said))

    def show_album(self) -> None:
        """The pictures are there now."""
        self.show_view(self._presenter.present())

    def show_bodies(self) -> None:
        """More pictures of the body are drawn."""
        self.show_album()

    def _show_body(self, view: BodyPreviewView) -> None:
        album = None if self._album is None else self._album()
        if self._body_map is None or album is None:
            return
        words = SideWords(view.left, view.right)
        self._body_map.show_seen(view.turned)
        self._body_map.show_scene(region_scene(album, "front", words, view.spoken, None))

    def start_focus(self) -> None:
        """Give the keyboard to the first setting."""
        first = next(iter(self._rows.values()))
        first.control.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        margin = margin_px(self.width())
        self._frame.setContentsMargins(margin, 0, margin, 0)
        self._page.setMaximumWidth(self._theme.scaled(_COLUMN_MAX_PX))
        if self._body_map is not None:
            self._body_map.setFixedHeight(_BODY_PX)
            self._body_map.setMaximumWidth(_LABEL_PX + _BODY_PX)

    def _act(self, words: str, slot: Callable[[], None], kind: ButtonKind) -> Button:
        button = Button(self._theme, words, kind)
        button.clicked.connect(slot)
        return button

    def _choose(self, choice: tuple[str, SettingValue]) -> None:
        self.show_view(self._presenter.choose(*choice))

    def _write(self, typed: tuple[str, str]) -> None:
        self.show_view(self._presenter.write(*typed))

    def _put_everything_back(self) -> None:
        self.show_view(self._presenter.put_back())

    def _go_to_data(self) -> None:
        self.leave.emit(self._presenter.data())

    def _go_to_your_body(self) -> None:
        self.leave.emit(self._presenter.your_body())

    def _go_to_pressure(self) -> None:
        self.leave.emit(self._presenter.pressure())

    def _go_to_breathing(self) -> None:
        self.leave.emit(self._presenter.breathing())

    def _go_to_session_keys(self) -> None:
        self.leave.emit(self._presenter.session_keys())

    def _go_to_safety_answers(self) -> None:
        self.leave.emit(self._presenter.safety_answers())

    def _go_to_first_run(self) -> None:
        self.leave.emit(self._presenter.first_run())
