"""The help page: one long page, and the way to each of its sections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.help_view import HelpSection, HelpView, PartView, QuestionView
from acupress_desktop.presenters.history_view import FileQuestionView
from acupress_desktop.ui.help.parts import BackupLine, KeyGroup, PartLine, Sized
from acupress_desktop.ui.help.question import Question
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_8,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.ask_file import AskFile, SystemAskFile
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.cards import Card
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, ScrollColumn
from acupress_desktop.ui.widgets.overlays import Dialog, DialogEnd, Toast
from acupress_desktop.ui.widgets.plain_table import PlainTable

_READING_PX = 880


class HelpPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> HelpView:
        """Show the page."""
        ...

    def export_question(self) -> FileQuestionView:
        """Say what to ask before an export."""
        ...

    def export(self, path: Path) -> HelpView:
        """Write everything to a file."""
        ...

    def back_up(self) -> HelpView:
        """Make and check a backup."""
        ...

    def restore_question(self, backup: Path) -> QuestionView:
        """Say what would happen."""
        ...

    def restore(self, backup: Path) -> HelpView | Destination:
        """Put a backup in the journal's place."""
        ...

    def erase_question(self) -> QuestionView:
        """Say what would be erased."""
        ...

    def erase(self, typed: str) -> HelpView | Destination:
        """Erase everything."""
        ...

    def first_run(self) -> Destination:
        """Show the introduction again."""
        ...

    def safety_answers(self) -> Destination:
        """Look over what the safety check remembers."""
        ...

    def session_keys(self) -> Destination:
        """Choose the keys of a session."""
        ...

    def adverse_log(self) -> Destination:
        """Tell of something unpleasant."""
        ...

    def evidence(self) -> Destination:
        """Read what each source found."""
        ...


class HelpScreen(QWidget):
    """``HelpScreen(presenter, theme, section, ask)``. ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: HelpPresenting,
        theme: LiveTheme,
        section: str = "",
        ask: AskFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._ask = ask or SystemAskFile()
        self._view = view = presenter.present()
        self._question: Dialog | None = None
        self._restoring: Path | None = None
        self._wanted = section
        self.setAccessibleName(view.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn()
        outer.addWidget(self._scroll)
        self._page = Sized(theme, _READING_PX)
        self._frame = QVBoxLayout()
        self._frame.addWidget(self._page)
        self._scroll.column.addLayout(self._frame)
        self._scroll.column.addStretch(1)
        self._column = self._page.column
        self._column.addWidget(Label(theme, view.title, TextRole.TITLE))
        self._headings: dict[HelpSection, Label] = {}
        self._build_ways(view)
        self._trouble = Label(theme, "", TextRole.BODY, Tone.CAUTION)
        self._column.addWidget(self._trouble)
        titles = dict(view.sections)
        self._build_keys(self._section(HelpSection.KEYS, titles), view)
        self._build_data(self._section(HelpSection.DATA, titles), view)
        self._build_statements(self._section(HelpSection.STATEMENTS, titles), view)
        self._section(HelpSection.CRISIS, titles).addWidget(Label(theme, view.crisis))
        sources = self._section(HelpSection.SOURCES, titles)
        sources.addWidget(Label(theme, view.sources_lead, TextRole.BODY, Tone.INK2))
        by_set = Button(theme, view.sources_by_set, ButtonKind.QUIET)
        by_set.clicked.connect(self._go_to_evidence)
        sources.addWidget(by_set)
        self._add_parts(sources, view.sources)
        about = self._section(HelpSection.ABOUT, titles)
        about.addWidget(Label(theme, (Run(view.version, None, Weight.STRONG),)))
        about.addWidget(Label(theme, view.licence, TextRole.BODY, Tone.INK2))
        about.addSpacing(SPACE_16)
        about.addWidget(Label(theme, view.parts_heading, TextRole.SUBHEAD))
        self._add_parts(about, view.parts)
        self._column.addSpacing(SPACE_48)
        self._toast = Toast(theme, self)
        self.setFocusProxy(self._ways[0])
        self.show_view(view)

    # --- Building

    def _build_ways(self, view: HelpView) -> None:
        ways = QWidget()
        flow = FlowLayout(ways, SPACE_24, 0)
        self._ways: list[Button] = []
        self._sections = [section for section, _heading in view.sections]
        for _section, heading in view.sections:
            way = Button(self._theme, heading, ButtonKind.QUIET)
            way.clicked.connect(self._go_to_section)
            self._ways.append(way)
            flow.addWidget(way)
        self._column.addWidget(ways)

    def _section(self, section: HelpSection, titles: dict[HelpSection, str]) -> QVBoxLayout:
        self._column.addSpacing(SPACE_32)
        self._column.addWidget(Hairline(self._theme))
        self._column.addSpacing(SPACE_24)
        heading = Label(self._theme, titles[section], TextRole.HEAD)
        self._headings[section] = heading
        self._column.addWidget(heading)
        self._column.addSpacing(SPACE_8)
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        self._column.addLayout(column)
        return column

    def _build_keys(self, column: QVBoxLayout, view: HelpView) -> None:
        own = Button(self._theme, view.session_keys, ButtonKind.QUIET)
        own.clicked.connect(self._go_to_session_keys)
        column.addWidget(own)
        for group in view.keys:
            column.addWidget(KeyGroup(self._theme, group))

    def _build_data(self, column: QVBoxLayout, view: HelpView) -> None:
        theme = self._theme
        column.addWidget(Label(theme, view.data_lead))
        self._counts = Label(theme, "", TextRole.BODY, Tone.INK2)
        column.addWidget(self._counts)
        self._files = PlainTable(theme, view.files.name)
        column.addWidget(self._files)
        column.addWidget(self._row(self._act(view.export, self._ask_export, Icon.SAVE)))
        column.addSpacing(SPACE_24)
        column.addWidget(Label(theme, view.backups_heading, TextRole.SUBHEAD))
        column.addWidget(Label(theme, view.backups_lead, TextRole.BODY, Tone.INK2))
        self._backups = QVBoxLayout()
        self._backups.setSpacing(0)
        column.addLayout(self._backups)
        self._no_backups = Label(theme, view.no_backups, TextRole.BODY, Tone.INK2)
        column.addWidget(self._no_backups)
        column.addWidget(self._row(self._act(view.back_up.label, self._back_up, Icon.LOCK)))
        column.addSpacing(SPACE_24)
        column.addWidget(self._row(self._act(view.erase, self._ask_erase, Icon.TRASH)))

    def _build_statements(self, column: QVBoxLayout, view: HelpView) -> None:
        card = Card(self._theme)
        self._statements = [Label(self._theme, line) for line in view.statements]
        for label in self._statements:
            card.column.addWidget(label)
        column.addWidget(card)
        first_run = Button(self._theme, view.first_run, ButtonKind.QUIET)
        first_run.clicked.connect(self._go_to_first_run)
        column.addWidget(first_run)
        answers = Button(self._theme, view.safety_answers, ButtonKind.QUIET)
        answers.clicked.connect(self._go_to_safety_answers)
        column.addWidget(answers)
        log = Button(self._theme, view.adverse_log, ButtonKind.QUIET)
        log.clicked.connect(self._go_to_log)
        column.addWidget(log)

    def _add_parts(self, column: QVBoxLayout, parts: tuple[PartView, ...]) -> None:
        column.addSpacing(SPACE_8)
        for part in parts:
            column.addWidget(PartLine(self._theme, part))

    def _act(self, words: str, slot: Callable[[], None], icon: Icon) -> Button:
        button = Button(self._theme, words, ButtonKind.SECONDARY, extras=ButtonExtras(icon=icon))
        button.clicked.connect(slot)
        return button

    def _row(self, *buttons: Button) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, SPACE_16, SPACE_8)
        for button in buttons:
            flow.addWidget(button)
        return row

    # --- Showing

    def show_view(self, view: HelpView) -> None:
        """Show what may have changed: files, backups, what was done."""
        self._view = view
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))
        self._counts.show_text(view.counts)
        self._files.show_rows(view.files.heads, view.files.rows)
        bar = self._files.horizontalScrollBar().sizeHint().height()
        self._files.setFixedHeight(self._files.natural_height_px() + bar)
        while (item := self._backups.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for backup in view.backups:
            line = BackupLine(self._theme, backup)
            line.asked.connect(self._ask_restore)
            self._backups.addWidget(line)
        self._no_backups.setVisible(not view.backups)
        for label, words in zip(self._statements, view.statements, strict=True):
            label.show_text(words)
        if view.said:
            self._toast.show_message(view.said)
        if view.trouble:
            self._scroll.ensureWidgetVisible(self._trouble)

    def show_section(self, name: str) -> None:
        """Bring the section that a destination names to the top."""
        wanted = [section for section in HelpSection if section.value == name]
        if wanted:
            heading = self._headings[wanted[0]]
            bar = self._scroll.verticalScrollBar()
            content = self._scroll.widget()
            if content is not None:
                bar.setValue(heading.mapTo(content, heading.rect().topLeft()).y() - SPACE_24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = margin_px(self.width())
        self._frame.setContentsMargins(margin, SPACE_32, margin, 0)
        self._files.setFixedHeight(
            self._files.natural_height_px() + self._files.horizontalScrollBar().sizeHint().height()
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted:
            # The headings have their places once the pending layouts are done.
            QTimer.singleShot(0, self, self._show_wanted)

    def _show_wanted(self) -> None:
        self.show_section(self._wanted)

    # --- Intents

    def _go_to_section(self) -> None:
        way = self.sender()
        if isinstance(way, Button):
            self.show_section(self._sections[self._ways.index(way)].value)

    def _ask_export(self) -> None:
        question = self._presenter.export_question()
        path = self._ask.where_to_save(self, question.title, question.name, question.kinds)
        if path is not None:
            self.show_view(self._presenter.export(path))

    def _back_up(self) -> None:
        self.show_view(self._presenter.back_up())

    def _ask_restore(self, backup: Path) -> None:
        self._restoring = backup
        question = self._open(self._presenter.restore_question(backup))
        if question is not None:
            question.agreed.connect(self._restore)

    def _restore(self, _typed: str) -> None:
        if self._restoring is not None:
            self._follow(self._presenter.restore(self._restoring))

    def _ask_erase(self) -> None:
        question = self._open(self._presenter.erase_question())
        if question is not None:
            question.agreed.connect(self._erase)

    def _erase(self, typed: str) -> None:
        self._follow(self._presenter.erase(typed))

    def _go_to_first_run(self) -> None:
        self.leave.emit(self._presenter.first_run())

    def _go_to_safety_answers(self) -> None:
        self.leave.emit(self._presenter.safety_answers())

    def _go_to_session_keys(self) -> None:
        self.leave.emit(self._presenter.session_keys())

    def _go_to_log(self) -> None:
        self.leave.emit(self._presenter.adverse_log())

    def _go_to_evidence(self) -> None:
        self.leave.emit(self._presenter.evidence())

    def _open(self, view: QuestionView) -> Question | None:
        if self._question is not None:
            return None
        question = Question(self._theme, self.window(), view)
        question.ended.connect(self._asked)
        self._question = question
        question.ask()
        return question

    def _asked(self, _end: DialogEnd) -> None:
        self._question = None

    def _follow(self, outcome: HelpView | Destination) -> None:
        if isinstance(outcome, HelpView):
            self.show_view(outcome)
        else:
            self.leave.emit(outcome)
