"""Before a session: points, limits, what is known, and the numbers now; then "Begin"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import OccasionId, PointCode
from acupress_desktop.domain.journal import Measure
from acupress_desktop.domain.protocols import Form
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.plan_view import NoPlanView, PlanView
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.flow.frame import FlowFrame, PageWidth
from acupress_desktop.ui.flow.limited import limited
from acupress_desktop.ui.plan.parts import EvidenceBlock, LeftOutRow, LimitRow, OccasionBlock, PointRow
from acupress_desktop.ui.practice.ready import ReadyFold
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_48,
    TEXT_COLUMN_MAX_PX,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.choices import Option, Rating, ScaleZeroToTen, Segmented
from acupress_desktop.ui.widgets.drop_down import DropChoice
from acupress_desktop.ui.widgets.layouts import Hairline, Lie

Thumbs = Callable[[PointCode], QPixmap | None]
Shown = PlanView | NoPlanView


class Presents(Protocol):
    """What the screen needs of its presenter."""

    def present(self) -> Shown:
        """Show the page."""
        ...

    def choose_form(self, form: Form) -> Shown:
        """Choose the length."""
        ...

    def choose_way(self, occasion: OccasionId | None) -> Shown:
        """Choose an occasion, or the whole set."""
        ...

    def turn_reach(self, point: PointCode) -> Shown:
        """Say that a point is out of reach, or that it is not."""
        ...

    def rate(self, measure: Measure, value: int | None) -> Shown:
        """Answer a scale."""
        ...

    def turn_more(self) -> Shown:
        """Open two more scales."""
        ...

    def begin(self) -> Shown | Destination:
        """Start."""
        ...

    def other_set(self) -> Destination:
        """Choose another set."""
        ...

    def change_answers(self) -> Destination:
        """Look over what was answered just now."""
        ...

    def practise(self) -> Destination:
        """Learn how hard to press."""
        ...

    def kept_answers(self) -> Destination:
        """Look over what the safety check remembers."""
        ...

    def evidence(self) -> Destination:
        """Read everything that is known about the set."""
        ...

    def close(self) -> Destination:
        """Leave."""
        ...


class PlanScreen(FlowFrame):
    """Shows a ``PlanView`` or why there is none; ``leave`` carries the destination."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: Presents,
        theme: LiveTheme,
        thumbs: Thumbs,
        spoken: Callable[[], QWidget] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``thumbs`` gives the small picture of a point's place, or ``None`` where there is none.

        ``spoken`` makes what says whether the steps are spoken.
        """
        super().__init__(theme, parent)
        self._presenter = presenter
        self._thumbs = thumbs
        self._spoken = spoken
        self._scales: dict[Measure, ScaleZeroToTen] = {}
        self._forms: Segmented | None = None
        self._ways: DropChoice | None = None
        self._begin_button: Button | None = None
        self._shown: Shown | None = None
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._between = Hairline(theme, Lie.DOWN)
        self._halves.addLayout(self._left, 54)
        self._halves.addWidget(self._between)
        self._halves.addLayout(self._right, 46)
        self.column.addLayout(self._halves)
        self.column.addStretch(1)
        self.show_width(PageWidth.FULL)
        self.closed.connect(self._close_it)
        self.folded.connect(self._refold)
        self.show_view(presenter.present())
        self._refold()

    def show_view(self, view: Shown) -> None:
        """Show ``view``; only what changed is built again, so that nothing jumps under a finger."""
        before, self._shown = self._shown, view
        self.show_mast(view.page, view.close)
        if isinstance(view, NoPlanView):
            self._show_none(view)
            return
        same_plan = isinstance(before, PlanView) and (
            before.points == view.points
            and before.left_out == view.left_out
            and before.forms == view.forms
            and before.ways == view.ways
        )
        same_scales = isinstance(before, PlanView) and len(before.before) == len(view.before)
        if not same_plan or not same_scales:
            self._build(view)
        for each in view.before:
            scale = self._scales[each.measure]
            if scale.value != each.scale.value:
                scale.show_value(each.scale.value)
        self._show_hint(view)

    def _show_hint(self, view: PlanView) -> None:
        """Beside "Begin" where there is room; at large text below the number, so that the foot stays low."""
        self._hint.show_text(view.problem or ("" if self.one_column else view.hint))
        self._hint_above.show_text(view.hint)
        self._hint_above.setVisible(self.one_column and bool(view.hint))

    # --- Building

    def _build(self, view: PlanView) -> None:
        for layout in (self._left, self._right, self.acts):
            clear(layout)
        self._scales.clear()
        self.acts_line.show()
        self._build_points(view)
        self._build_right(view)
        theme = self.theme
        begin = self._begin_button = Button(
            theme, view.begin.label, ButtonKind.PRIMARY, ButtonSize.SESSION, ButtonExtras(Icon.PLAY)
        )
        begin.setMinimumWidth(theme.scaled(200))
        begin.clicked.connect(self._begin)
        self._hint = Label(theme, "", TextRole.SMALL, Tone.INK2)
        other = Button(theme, view.other_set, ButtonKind.QUIET)
        other.clicked.connect(self._other)
        self.acts.addWidget(begin)
        self.acts.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignVCenter)
        self.acts.addWidget(other)
        scale = self._scales[Measure.PAIN]
        if not self.isVisible():
            # A proxy set later would let Tab jump past everything before it (Qt 6.11).
            self.setFocusProxy(scale.cell(0))
        QWidget.setTabOrder(scale.cell(10), begin)

    def _build_points(self, view: PlanView) -> None:
        theme, left = self.theme, self._left
        left.setSpacing(0)
        left.addWidget(eyebrow(theme, view.eyebrow))
        left.addSpacing(SPACE_8)
        left.addWidget(Label(theme, view.title, TextRole.TITLE))
        left.addSpacing(SPACE_8)
        summary = Label(theme, view.summary, TextRole.LEAD, Tone.INK2)
        left.addLayout(limited(summary, theme.scaled(TEXT_COLUMN_MAX_PX)))
        change = Button(theme, view.change_answers, ButtonKind.QUIET)
        change.clicked.connect(self._change)
        left.addWidget(change, 0, Qt.AlignmentFlag.AlignLeading)
        left.addSpacing(SPACE_8)
        self._ways = None
        if view.ways:
            self._ways = DropChoice(theme)
            chosen_way = next((way.occasion for way in view.ways if way.choice is Choice.CHOSEN), None)
            options = tuple(Option(way.occasion, way.label) for way in view.ways)
            self._ways.show_choice(view.ways_name, options, chosen_way)
            self._ways.chosen.connect(self._way_chosen)
            left.addWidget(self._ways, 0, Qt.AlignmentFlag.AlignLeading)
            left.addSpacing(SPACE_16)
        if view.occasion is not None:
            left.addLayout(limited(OccasionBlock(theme, view.occasion), theme.scaled(TEXT_COLUMN_MAX_PX)))
            left.addSpacing(SPACE_16)
        if view.forms:
            chosen = next(form.form for form in view.forms if form.choice is Choice.CHOSEN)
            options = tuple(Option(form.form, form.label) for form in view.forms)
            self._forms = Segmented(theme, view.forms_name, options, chosen, Icon.CHECK)
            self._forms.chosen.connect(self._form_chosen)
            left.addWidget(self._forms, 0, Qt.AlignmentFlag.AlignLeading)
            left.addSpacing(SPACE_16)
        left.addWidget(Hairline(theme))
        for point in view.points:
            row = PointRow(theme, point, self._thumbs(point.point))
            row.reached.connect(self._reach)
            left.addWidget(row)
        if view.left_out:
            left.addSpacing(SPACE_24)
            left.addWidget(eyebrow(theme, view.left_out_heading))
            for lost in view.left_out:
                line = LeftOutRow(theme, lost)
                line.reached.connect(self._reach)
                left.addWidget(line)
        left.addStretch(1)

    def _build_right(self, view: PlanView) -> None:
        theme, right = self.theme, self._right
        right.setSpacing(SPACE_8)
        self._build_scales(view)
        if self._spoken is not None:
            right.addWidget(self._spoken())
        if view.ready is not None:
            right.addWidget(ReadyFold(theme, view.ready))
        self._block(view.evidence_heading)
        if view.evidence_note:
            note = (Run(view.evidence_note, Tone.INK, Weight.STRONG),)
            right.addWidget(Label(theme, note, TextRole.SMALL))
        evidence = EvidenceBlock(theme)
        evidence.show_evidence(view.evidence)
        right.addWidget(evidence)
        everything = Button(theme, view.evidence_all, ButtonKind.QUIET)
        everything.setAccessibleDescription(view.evidence_heading)
        everything.clicked.connect(self._read_evidence)
        right.addWidget(everything, 0, Qt.AlignmentFlag.AlignLeading)
        if view.limits:
            self._block(view.limits_heading)
            for limit in view.limits:
                right.addWidget(LimitRow(theme, limit))
            kept = Button(theme, view.kept_answers, ButtonKind.QUIET)
            kept.clicked.connect(self._kept)
            right.addWidget(kept, 0, Qt.AlignmentFlag.AlignLeading)
        self._block(view.posture_heading)
        for posture in view.posture:
            right.addWidget(Label(theme, posture, TextRole.SMALL, Tone.INK2))
        right.addWidget(Label(theme, (Run(view.stop_rule, Tone.INK, Weight.STRONG),), TextRole.SMALL))
        self._block(view.pressure_heading)
        for line in view.pressure:
            right.addWidget(Label(theme, line, TextRole.SMALL, Tone.INK2))
        practise = Button(theme, view.practise, ButtonKind.QUIET)
        practise.clicked.connect(self._practise)
        right.addWidget(practise, 0, Qt.AlignmentFlag.AlignLeading)
        self._block(view.breathing_heading)
        right.addWidget(Label(theme, view.breathing, TextRole.SMALL, Tone.INK2))
        right.addStretch(1)

    def _build_scales(self, view: PlanView) -> None:
        theme, right = self.theme, self._right
        right.addWidget(eyebrow(theme, view.before_heading))
        for each in view.before:
            scale_view = each.scale
            name = (Run(scale_view.question, weight=Weight.STRONG),)
            extra = (Run(f"  {scale_view.optional}", Tone.INK3),) if scale_view.optional else ()
            right.addWidget(Label(theme, (*name, *extra), TextRole.BODY))
            scale = ScaleZeroToTen(theme, scale_view.question, scale_view.low, scale_view.high)
            scale.rated.connect(self._rated)
            self._scales[each.measure] = scale
            right.addWidget(scale)
            if each.measure is Measure.PAIN:
                self._hint_above = Label(theme, "", TextRole.SMALL, Tone.INK2)
                right.addWidget(self._hint_above)
            right.addSpacing(SPACE_8)
        if view.more_before:
            more = Button(theme, view.more_before, ButtonKind.QUIET)
            more.clicked.connect(self._more)
            right.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _block(self, heading: str) -> None:
        self._right.addSpacing(SPACE_12)
        self._right.addWidget(Hairline(self.theme))
        self._right.addSpacing(SPACE_4)
        self._right.addWidget(eyebrow(self.theme, heading))

    def _show_none(self, view: NoPlanView) -> None:
        theme = self.theme
        for layout in (self._left, self._right, self.acts):
            clear(layout)
        self._left.addWidget(Label(theme, view.title, TextRole.QUESTION))
        self._left.addSpacing(SPACE_16)
        self._left.addWidget(Label(theme, view.lead, TextRole.LEAD, Tone.INK2))
        self._left.addStretch(1)
        if view.limits:
            self._right.addWidget(eyebrow(theme, view.limits_heading))
            for limit in view.limits:
                self._right.addWidget(LimitRow(theme, limit))
        if view.left_out:
            self._right.addWidget(eyebrow(theme, view.left_out_heading))
            for lost in view.left_out:
                row = LeftOutRow(theme, lost)
                row.reached.connect(self._reach)
                self._right.addWidget(row)
        self._right.addStretch(1)
        home = Button(theme, view.to_today, ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        home.clicked.connect(self._close_it)
        other = Button(theme, view.other_set, ButtonKind.SECONDARY, ButtonSize.MEDIUM)
        other.clicked.connect(self._other)
        self.acts.addWidget(home)
        if view.whole_set:
            whole = Button(theme, view.whole_set, ButtonKind.SECONDARY, ButtonSize.MEDIUM)
            whole.clicked.connect(self._whole_set)
            self.acts.addWidget(whole)
        self.acts.addWidget(other)
        self.acts.addStretch(1)
        if self.isVisible():
            home.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocusProxy(home)

    def _refold(self) -> None:
        one = self.one_column
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if one else across)
        self._halves.setSpacing(SPACE_24 if self.narrow or one else SPACE_48)
        self._between.setVisible(not one and isinstance(self._shown, PlanView))
        if isinstance(self._shown, PlanView):
            self._show_hint(self._shown)

    # --- Acting

    def _rated(self, rating: object) -> None:
        sender = self.sender()
        for measure, scale in self._scales.items():
            if scale is sender and isinstance(rating, Rating):
                self.show_view(self._presenter.rate(measure, rating.value))
                return

    def _form_chosen(self, key: object) -> None:
        if isinstance(key, Form):
            self.show_view(self._presenter.choose_form(key))
            self._stay(self._forms)

    def _way_chosen(self, key: object) -> None:
        self.show_view(self._presenter.choose_way(OccasionId(key) if isinstance(key, str) else None))
        self._stay(self._ways)

    def _whole_set(self) -> None:
        self.show_view(self._presenter.choose_way(None))
        self._stay(self._begin_button)

    def _reach(self, point: object) -> None:
        if isinstance(point, str):
            self.show_view(self._presenter.turn_reach(PointCode(point)))
            self._stay(self._begin_button)

    def _more(self) -> None:
        self.show_view(self._presenter.turn_more())
        mood = self._scales.get(Measure.MOOD)
        self._stay(None if mood is None else mood.cell(0))

    def _stay(self, part: QWidget | None) -> None:
        """Give the keyboard a place after the part that had it was built again."""
        if part is not None and isinstance(self._shown, PlanView):
            first = part if part.focusPolicy() is not Qt.FocusPolicy.NoFocus else part.nextInFocusChain()
            (first or part).setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        result = self._presenter.begin()
        if isinstance(result, PlanView | NoPlanView):
            self.show_view(result)
        else:
            self.leave.emit(result)

    def _read_evidence(self) -> None:
        self.leave.emit(self._presenter.evidence())

    def _change(self) -> None:
        self.leave.emit(self._presenter.change_answers())

    def _practise(self) -> None:
        self.leave.emit(self._presenter.practise())

    def _kept(self) -> None:
        self.leave.emit(self._presenter.kept_answers())

    def _other(self) -> None:
        self.leave.emit(self._presenter.other_set())

    def _close_it(self) -> None:
        self.leave.emit(self._presenter.close())
