"""The two figures, and one row a pressed point."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.journal import Comfort
from acupress_desktop.presenters.after_session_view import AfterSessionView, PointComfortView
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.cards import Figure
from acupress_desktop.ui.widgets.choices import Option, ScaleZeroToTen, Segmented
from acupress_desktop.ui.widgets.layouts import Hairline, Lie
from acupress_desktop.ui.widgets.thumb import Thumb

_NAMES_PX = 176


class PainPart(QWidget):
    """Two figures in the same ink, size and weight; a hairline between them and no word that compares."""

    def __init__(self, theme: LiveTheme, view: AfterSessionView) -> None:
        super().__init__()
        self._heading = eyebrow(theme, "")
        self._labels = (Label(theme), Label(theme))
        self._figures = (Figure(theme, TextRole.FIGURE_XL), Figure(theme, TextRole.FIGURE_XL))
        self._missing = (
            Label(theme, "", TextRole.BODY, Tone.INK3),
            Label(theme, "", TextRole.BODY, Tone.INK3),
        )
        self._question = Label(theme, "", TextRole.SUBHEAD)
        self.scale = ScaleZeroToTen(theme, view.scale_question, view.scale_low, view.scale_high)
        self._ask_line = Label(theme, "", TextRole.BODY, Tone.INK2)
        self.ask_now = Button(theme, "", ButtonKind.QUIET)
        self._line = Label(theme, "", TextRole.BODY, Tone.INK2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_24)
        grid.setVerticalSpacing(SPACE_4)
        for column, (label, figure, missing) in enumerate(
            zip(self._labels, self._figures, self._missing, strict=True)
        ):
            place = column * 2
            grid.addWidget(label, 0, place)
            grid.addWidget(figure, 1, place)
            grid.addWidget(missing, 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        grid.addWidget(Hairline(theme, Lie.DOWN), 0, 1, 2, 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(SPACE_16)
        column_of_all.addWidget(self._heading)
        column_of_all.addLayout(grid)
        column_of_all.addWidget(self._question)
        column_of_all.addWidget(self.scale)
        column_of_all.addWidget(self._line)
        ask = QHBoxLayout()
        ask.addWidget(self._ask_line, 1)
        ask.addWidget(self.ask_now, 0, Qt.AlignmentFlag.AlignTop)
        column_of_all.addLayout(ask)

    def show_view(self, view: AfterSessionView) -> None:
        """Show the figures, and the scale where it is asked for."""
        self._heading.show_text(view.pain_heading)
        parts = (
            (view.before_label, view.before_time, view.before_value),
            (view.after_label, view.after_time, view.after_value),
        )
        for label, figure, missing, (name, time, value) in zip(
            self._labels, self._figures, self._missing, parts, strict=True
        ):
            label.show_text((Run(name), Run(f" {time}", Tone.INK3)))
            number = value.isdigit()
            figure.setVisible(number)
            missing.setVisible(not number)
            missing.show_text("" if number else value)
            if number:
                figure.show_figure(value, f"{name} {time}: {value}")
        self._question.show_text(view.scale_question)
        self._question.setVisible(view.asks_now)
        self.scale.show_value(view.scale_value)
        self.scale.setVisible(view.asks_now)
        self._ask_line.show_text(view.ask_line)
        self._ask_line.setVisible(bool(view.ask_line))
        self.ask_now.show_words(view.ask_now)
        self.ask_now.setVisible(bool(view.ask_now))
        self._line.show_text(view.numbers_line)


class PointRow(QWidget):
    """One pressed point with its three answers."""

    def __init__(
        self, theme: LiveTheme, view: PointComfortView, options: tuple[Option, ...], thumb: QPixmap | None
    ) -> None:
        super().__init__()
        self.answers = Segmented(theme, view.spoken, options, tick=Icon.CHECK)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(theme, (Run(view.name, weight=Weight.STRONG),), TextRole.BODY))
        names.addWidget(Label(theme, view.detail, TextRole.CAPTION, Tone.INK2))
        head = QHBoxLayout()
        head.setSpacing(SPACE_16)
        if thumb is not None:
            head.addWidget(Thumb(theme, thumb))
        head.addLayout(names, 1)
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        self._row.setSpacing(SPACE_12)
        self._row.addLayout(head, 1)
        self._row.addWidget(self.answers, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers under the names where both do not fit beside each other."""
        super().resizeEvent(event)
        beside = self.width() - self.answers.sizeHint().width() >= self._theme.scaled(_NAMES_PX)
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    def show_comfort(self, comfort: Comfort | None) -> None:
        """Show the answer."""
        self.answers.show_key(comfort)
