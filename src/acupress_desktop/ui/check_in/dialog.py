"""The check-in above the page: one number and a place in twenty seconds, more for who wants it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal import NOTE_CHARACTERS_MAX, ContextTag
from acupress_desktop.presenters.check_in_items import Count, Item
from acupress_desktop.presenters.check_in_view import CheckInDone, CheckInView, MoreView, Place, QuickView
from acupress_desktop.presenters.pieces import Choice, ScaleView
from acupress_desktop.ui.check_in.counts import CountField
from acupress_desktop.ui.check_in.sore_picture import SorePicture
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.checks import Chip
from acupress_desktop.ui.widgets.choices import Rating, ScaleZeroToTen
from acupress_desktop.ui.widgets.fields import NoteField
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline
from acupress_desktop.ui.widgets.overlays import Dialog, DialogEnd
from acupress_desktop.ui.widgets.time_fields import MomentField

Answered = CheckInView | CheckInDone


class Presents(Protocol):
    """What the dialog needs of its presenter."""

    def start(self) -> CheckInView:
        """Begin a new entry."""
        ...

    def open(self, check_in: RowId) -> CheckInView:
        """Begin to change an entry."""
        ...

    def rate_pain(self, value: int | None) -> CheckInView:
        """Answer the one question."""
        ...

    def rate_place(self, place: Place, value: int | None) -> CheckInView:
        """Answer for one place."""
        ...

    def toggle_place(self, place: Place) -> CheckInView:
        """Choose a place."""
        ...

    def as_last_time(self) -> CheckInView:
        """Fill in what was told before."""
        ...

    def no_pain_today(self) -> CheckInView:
        """Fill in 0."""
        ...

    def turn_more(self) -> CheckInView:
        """Show the rest."""
        ...

    def turn_places(self) -> CheckInView:
        """Show every place."""
        ...

    def rate(self, item: Item, value: int | None) -> CheckInView:
        """Answer another scale."""
        ...

    def type_count(self, count: Count, text: str) -> CheckInView:
        """Take a number as typed."""
        ...

    def toggle_tag(self, tag: ContextTag) -> CheckInView:
        """Mark the day."""
        ...

    def write_note(self, note: str) -> CheckInView:
        """Keep the note."""
        ...

    def move_to(self, wall_clock: datetime) -> CheckInView:
        """Say when it was."""
        ...

    def save(self) -> Answered:
        """Write the entry."""
        ...

    def delete(self) -> Answered:
        """Take the entry out."""
        ...


class CheckInDialog(Dialog):
    """``CheckInDialog(presenter, theme, window, entry)``; call ``open_it``.

    ``done`` carries a ``CheckInDone`` once the journal has the entry.
    """

    done = Signal(object)

    def __init__(
        self,
        presenter: Presents,
        theme: LiveTheme,
        window: QWidget,
        entry: RowId | None = None,
        picture: SorePicture | None = None,
    ) -> None:
        """``entry`` is the one to change, ``None`` writes a new one; ``picture`` shows the sore places."""
        view = presenter.start() if entry is None else presenter.open(entry)
        super().__init__(theme, window, view.title, view.close)
        self._presenter = presenter
        self._picture = picture
        self._chips: dict[Place, Chip] = {}
        self._tags: dict[ContextTag, Chip] = {}
        self._scales: dict[Item | Place, ScaleZeroToTen] = {}
        self._counts: dict[Count, CountField] = {}
        self._more_shown: MoreView | None = None
        self._when = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self.side.addWidget(self._when)
        self._same = self._quick(view.as_last_time)
        self._same.clicked.connect(self._as_last_time)
        self._none = self._quick(view.no_pain)
        self._none.clicked.connect(self._no_pain)
        self._pain_label = Label(theme, "", TextRole.BODY)
        self._pain = ScaleZeroToTen(theme, view.pain.question, view.pain.low, view.pain.high)
        self._pain.rated.connect(self._rated)
        self._where = Label(theme, "", TextRole.BODY)
        self._chip_box = QWidget()
        self._flow = FlowLayout(self._chip_box, SPACE_8, SPACE_12)
        self._more_places = Button(theme, "", ButtonKind.QUIET)
        self._more_places.clicked.connect(self._turn_places)
        self._more_box = QWidget()
        self._more_column = QVBoxLayout(self._more_box)
        self._more_column.setContentsMargins(0, 0, 0, 0)
        self._more_column.setSpacing(SPACE_12)
        self._note: NoteField | None = None
        self._time: MomentField | None = None
        self._hint = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._problem = Label(theme, "", TextRole.SMALL, Tone.STOP)
        self._more = Button(theme, "", ButtonKind.QUIET)
        self._more.clicked.connect(self._turn_more)
        self._delete = Button(theme, "", ButtonKind.QUIET)
        self._delete.clicked.connect(self._delete_it)
        self._save = Button(theme, view.save, ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self._save.clicked.connect(self._save_it)
        self._build()
        self.show_view(view)

    def open_it(self) -> None:
        """Show the dialog; the keyboard starts at the number."""
        self.open_over(self._pain.cell(0))

    # --- Showing

    def show_view(self, view: CheckInView) -> None:
        """Show ``view``."""
        self._when.show_text(view.when)
        self._same.setVisible(view.as_last_time is not None)
        self._pain_label.show_text((Run(view.pain.question, weight=Weight.STRONG),))
        if self._pain.value != view.pain.value:
            self._pain.show_value(view.pain.value)
        self._where.show_text((Run(view.where, weight=Weight.STRONG),))
        self._show_places(view)
        self._more_places.show_words(view.more_places)
        self._show_more(view.more)
        self._more.show_words(view.more_label)
        self._hint.show_text(view.hint)
        self._hint.setVisible(bool(view.hint) and self._started(view))
        self._problem.show_text(view.problem)
        self._problem.setVisible(bool(view.problem))
        self._delete.show_words(view.delete)
        self._delete.setVisible(bool(view.delete))
        self._save.setEnabled(view.can_save is Choice.CHOSEN)
        self._save.setAccessibleDescription(view.hint)
        if self._picture is not None:
            self._picture.show_places(view.sore)

    def _started(self, view: CheckInView) -> bool:
        """Whether anything was answered, so that saying what is missing helps and does not nag."""
        return view.pain.value is not None or bool(view.sore.tinted) or view.more is not None

    def _show_places(self, view: CheckInView) -> None:
        if tuple(self._chips) != tuple(place.place for place in view.places):
            self._flow.removeWidget(self._more_places)
            clear(self._flow)
            self._chips.clear()
            for place in view.places:
                chip = Chip(self._theme, place.label)
                chip.clicked.connect(self._place_clicked)
                self._chips[place.place] = chip
                self._flow.addWidget(chip)
            self._flow.addWidget(self._more_places)
        for place in view.places:
            self._chips[place.place].setChecked(place.choice is Choice.CHOSEN)

    def _show_more(self, more: MoreView | None) -> None:
        before, self._more_shown = self._more_shown, more
        self._more_box.setVisible(more is not None)
        if more is None:
            return
        if before is None or _shape(before) != _shape(more):
            self._build_more(more)
        for item, scale in more.scales:
            _show_value(self._scales[item], scale)
        for each in more.place_scales:
            _show_value(self._scales[each.place], each.scale)
        for count in more.counts:
            self._counts[count.count].show_count(count)
        for tag in more.tags:
            self._tags[tag.tag].setChecked(tag.choice is Choice.CHOSEN)
        if self._note is not None and self._note.note != more.note:
            self._note.show_note(more.note)

    # --- Building

    def _quick(self, view: QuickView | None) -> Button:
        words, detail = ("", "") if view is None else (view.label, view.detail)
        return Button(
            self._theme, words, ButtonKind.SECONDARY, ButtonSize.MEDIUM, ButtonExtras(detail=detail)
        )

    def _build(self) -> None:
        theme = self._theme
        quick = QHBoxLayout()
        quick.setSpacing(SPACE_16)
        quick.addWidget(self._same, 1)
        quick.addWidget(self._none, 1)
        places = QVBoxLayout()
        places.setSpacing(SPACE_12)
        places.addWidget(self._where)
        places.addWidget(self._chip_box)
        places.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_24)
        row.addLayout(places, 1)
        if self._picture is not None:
            row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        column = self.column
        column.setSpacing(SPACE_12)
        column.addLayout(quick)
        column.addSpacing(SPACE_12)
        column.addWidget(self._pain_label)
        column.addWidget(self._pain)
        column.addWidget(Hairline(theme))
        column.addLayout(row)
        column.addWidget(self._more_box)
        column.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._problem)
        words.addWidget(self._hint)
        self.foot.addWidget(self._more)
        self.foot.addWidget(self._delete)
        self.foot.addLayout(words, 1)
        self.foot.addWidget(self._save)
        self._save.setMinimumWidth(theme.scaled(200))

    def _build_more(self, more: MoreView) -> None:
        theme = self._theme
        clear(self._more_column)
        self._scales.clear()
        self._tags.clear()
        self._more_column.addWidget(Hairline(theme))
        for each in more.place_scales:
            self._add_scale(each.place, each.scale)
        for item, scale in more.scales:
            self._add_scale(item, scale)
        self._counts = {view.count: CountField(theme, view) for view in more.counts}
        for field in self._counts.values():
            field.typed.connect(self._count_typed)
            self._more_column.addWidget(field)
        self._heading(more.tags_heading)
        tags = QWidget()
        flow = FlowLayout(tags, SPACE_8, SPACE_12)
        for tag in more.tags:
            chip = Chip(theme, tag.label)
            chip.clicked.connect(self._tag_clicked)
            self._tags[tag.tag] = chip
            flow.addWidget(chip)
        self._more_column.addWidget(tags)
        self._heading(more.when_heading)
        self._time = MomentField(theme, more.when_heading)
        self._time.show_wall_clock(more.when)
        self._time.editingFinished.connect(self._moved)
        self._more_column.addWidget(self._time, 0, Qt.AlignmentFlag.AlignLeading)
        self._heading(more.note_heading)
        self._note = NoteField(theme, more.note_heading, more.note_hint, NOTE_CHARACTERS_MAX)
        self._note.show_note(more.note)
        self._note.note_changed.connect(self._note_typed)
        self._more_column.addWidget(self._note)

    def _heading(self, words: str) -> None:
        self._more_column.addWidget(Label(self._theme, (Run(words, weight=Weight.STRONG),), TextRole.BODY))

    def _add_scale(self, key: Item | Place, view: ScaleView) -> None:
        self._heading(view.question)
        scale = ScaleZeroToTen(self._theme, view.question, view.low, view.high)
        scale.rated.connect(self._other_rated)
        self._scales[key] = scale
        self._more_column.addWidget(scale)

    # --- Acting

    def _rated(self, rating: object) -> None:
        if isinstance(rating, Rating):
            self.show_view(self._presenter.rate_pain(rating.value))

    def _other_rated(self, rating: object) -> None:
        sender = self.sender()
        for key, scale in self._scales.items():
            if scale is sender and isinstance(rating, Rating):
                if isinstance(key, Item):
                    self.show_view(self._presenter.rate(key, rating.value))
                else:
                    self.show_view(self._presenter.rate_place(key, rating.value))
                return

    def _place_clicked(self) -> None:
        sender = self.sender()
        for place, chip in self._chips.items():
            if chip is sender:
                self.show_view(self._presenter.toggle_place(place))
                return

    def _count_typed(self, count: object, text: str) -> None:
        if isinstance(count, Count):
            self.show_view(self._presenter.type_count(count, text))

    def _tag_clicked(self) -> None:
        sender = self.sender()
        for tag, chip in self._tags.items():
            if chip is sender:
                self.show_view(self._presenter.toggle_tag(tag))
                return

    def _as_last_time(self) -> None:
        self.show_view(self._presenter.as_last_time())
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _no_pain(self) -> None:
        self.show_view(self._presenter.no_pain_today())
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_places(self) -> None:
        self.show_view(self._presenter.turn_places())

    def _turn_more(self) -> None:
        self.show_view(self._presenter.turn_more())

    def _note_typed(self) -> None:
        if self._note is not None:
            self.show_view(self._presenter.write_note(self._note.note))

    def _moved(self) -> None:
        if self._time is not None:
            picked = self._time.wall_clock
            if picked is not None:
                self.show_view(self._presenter.move_to(picked))

    def _save_it(self) -> None:
        self._end_with(self._presenter.save())

    def _delete_it(self) -> None:
        self._end_with(self._presenter.delete())

    def _end_with(self, result: Answered) -> None:
        if isinstance(result, CheckInView):
            self.show_view(result)
            return
        self.done.emit(result)
        self.finish(DialogEnd.DONE)


def _shape(more: MoreView) -> tuple[object, ...]:
    return tuple(each.place for each in more.place_scales)


def _show_value(scale: ScaleZeroToTen, view: ScaleView) -> None:
    if scale.value != view.value:
        scale.show_value(view.value)
