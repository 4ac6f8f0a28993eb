"""Sets the parts of a page as one text: plain words with looks, so that all of it can be selected and copied.

The same text stands in the window and on paper. What is drawn around and beside the words (cards, bars, boxes
to tick) is painted by ``decorations`` from the places that this module tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from acupress_desktop.presenters.reader_view import LineLook, LineView, PartLook, PartView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
)
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight

LINE_CHARACTERS = 66
"""So many characters of usual text fit a line."""
_SAMPLE = (
    "You press slowly, hold for about a minute, and let go slowly. Nothing goes through the skin of you. "
)
_BULLET = "•"
_TICK_BOX = "☐"
"""Never seen, since the box is drawn, but copied with the text."""
_WIDE_SPACE = "\u2003"
_INDENT_PX = 28
_BASELINE = 0.8
_JOINING = ("liga", "clig", "dlig")
"""What makes one sign of two letters."""
_CARD_AIR_PX = SPACE_16
"""Between the words of a card and its edge, above and below."""
CARDS = frozenset({PartLook.CLAIM, PartLook.POSSIBLE, PartLook.TRADITION, PartLook.STORY, PartLook.CHECKLIST})


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a paragraph is set: its place in the type scale, and the air above it."""

    role: TextRole
    tone: Tone = Tone.INK
    weight: Weight | None = None
    above_px: int = SPACE_16


_SETTINGS: Mapping[LineLook, _Setting] = {
    LineLook.TITLE: _Setting(TextRole.TITLE, above_px=0),
    LineLook.SUMMARY: _Setting(TextRole.LEAD, Tone.INK2, above_px=SPACE_12),
    LineLook.HEADING: _Setting(TextRole.HEAD, above_px=SPACE_32),
    LineLook.TEXT: _Setting(TextRole.SPOKEN),
    LineLook.LABEL: _Setting(TextRole.EYEBROW, Tone.INK2),
    LineLook.SAID: _Setting(TextRole.SPOKEN, Tone.INK2, above_px=SPACE_4),
    LineLook.STRONG: _Setting(TextRole.SPOKEN, weight=Weight.STRONG, above_px=SPACE_4),
    LineLook.BULLET: _Setting(TextRole.SPOKEN, above_px=SPACE_8),
    LineLook.STEP: _Setting(TextRole.SPOKEN, above_px=SPACE_8),
    LineLook.TICK: _Setting(TextRole.SPOKEN, above_px=SPACE_12),
    LineLook.CAPTION: _Setting(TextRole.SMALL, Tone.INK2, above_px=SPACE_8),
    LineLook.SMALL: _Setting(TextRole.SMALL, Tone.INK2, above_px=SPACE_8),
    LineLook.LINK: _Setting(TextRole.SPOKEN, Tone.ACCENT),
}
_FRONTS = {LineLook.BULLET, LineLook.STEP, LineLook.TICK}
_HEADING_LEVELS = {LineLook.TITLE: 1, LineLook.HEADING: 2}


@dataclass(frozen=True, slots=True)
class SetLine:
    """A paragraph in the text: the number of its block, what it is, and the height of one of its lines."""

    block: int
    look: LineLook
    line_px: float


@dataclass(frozen=True, slots=True)
class SetPart:
    """A part in the text. ``picture_block`` is the empty paragraph that keeps room for a picture."""

    number: int
    look: PartLook
    lines: tuple[SetLine, ...]
    picture_block: int | None = None


def column_px(theme: LiveTheme) -> int:
    """Return how wide a column is good to read."""
    font = theme.font(TextRole.SPOKEN)
    return round(QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * LINE_CHARACTERS)


class Medium(Enum):
    """What the text is shown on. On paper letters stand where the face wants them, not on pixels."""

    SCREEN = "screen"
    PAPER = "paper"


_NO_PICTURES: Mapping[int, float] = {}


class ArticleDocument:
    """``ArticleDocument(theme, parts, pictures_px, direction, medium)``; ``lay_out(width_px)`` comes first.

    ``pictures_px`` gives the height kept free for the picture of a part.
    """

    def __init__(
        self,
        theme: LiveTheme,
        parts: tuple[PartView, ...],
        pictures_px: Mapping[int, float] = _NO_PICTURES,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
        medium: Medium = Medium.SCREEN,
    ) -> None:
        self._medium = medium
        self._theme = theme
        self._back = direction is Qt.LayoutDirection.RightToLeft
        # From right to left Qt counts tabs from the wrong side.
        self._gap = _WIDE_SPACE if self._back else "\t"
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(direction)
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.document.setDefaultTextOption(option)
        self.document.setDefaultFont(theme.font(TextRole.SPOKEN))
        self._cursor = QTextCursor(self.document)
        self._begun = False
        self._after_card = False
        self.parts = tuple(
            self._set(number, part, pictures_px.get(number)) for number, part in enumerate(parts)
        )

    @property
    def height_px(self) -> float:
        """How tall the text is at the width that was laid out."""
        return self.document.size().height()

    def lay_out(self, width_px: float) -> None:
        """Break the lines for this width."""
        self.document.setTextWidth(width_px)

    # --- Where things are

    def block_box(self, number: int) -> QRectF:
        """Return where the lines of a paragraph are, its indent left out."""
        block = self.document.findBlockByNumber(number)
        layout = block.layout()
        self.document.documentLayout().blockBoundingRect(block)
        if not layout.lineCount():
            return QRectF()
        height = block.blockFormat().lineHeight()
        first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        # Qt sets the words of a line of fixed height on four fifths of it.
        top = first.y() + first.ascent() - _BASELINE * height
        bottom = last.y() + last.ascent() + (1.0 - _BASELINE) * height
        at = layout.position()
        return QRectF(at.x() + first.x(), at.y() + top, first.width(), bottom - top)

    def ideal_px(self, number: int) -> float:
        """Return how wide the widest line of a paragraph is."""
        layout = self.document.findBlockByNumber(number).layout()
        return max(
            (layout.lineAt(line).naturalTextWidth() for line in range(layout.lineCount())), default=0.0
        )

    def part_box(self, part: SetPart) -> QRectF:
        """Return the box around a part, with the air of a card where it is one."""
        boxes = [self.block_box(line.block) for line in part.lines]
        if part.picture_block is not None:
            boxes.insert(0, self.block_box(part.picture_block))
        air = float(_CARD_AIR_PX) if part.look in CARDS else 0.0
        top, bottom = boxes[0].top() - air, boxes[-1].bottom() + air
        return QRectF(0.0, top, self.document.textWidth(), bottom - top)

    def line_position(self, part: int) -> int:
        """Return the place in the text at which a part begins."""
        return self.document.findBlockByNumber(self.parts[part].lines[0].block).position()

    # --- Setting

    def _set(self, number: int, part: PartView, picture_px: float | None) -> SetPart:
        card = part.look in CARDS
        picture_block = None
        if picture_px is not None:
            picture_block = self._room(picture_px)
        lines = []
        before: LineLook | None = None
        for line in part.lines:
            setting = _SETTINGS[line.look]
            above = self._above(setting, before, card=card)
            lines.append(self._line(line, setting, above, card=card, front=line.look in _FRONTS))
            before = line.look
        self._after_card = card
        return SetPart(number, part.look, tuple(lines), picture_block)

    def _above(self, setting: _Setting, before: LineLook | None, *, card: bool) -> float:
        """Return the air above a line; around a card so that it clears the card's own air."""
        usual = float(setting.above_px)
        if before is None:
            around = _CARD_AIR_PX * (int(card) + int(self._after_card))
            return max(usual, SPACE_24) + around if around else usual
        if card and before is LineLook.LABEL:
            return SPACE_4
        if card and setting is _SETTINGS[LineLook.LABEL]:
            return SPACE_24
        return min(usual, SPACE_12) if card else usual

    def _room(self, height_px: float) -> int:
        """Keep room for a picture."""
        form = QTextBlockFormat()
        form.setTopMargin(SPACE_24 + (_CARD_AIR_PX if self._after_card else 0))
        form.setLineHeight(height_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._after_card = False
        return self._begin(form).blockNumber()

    def _begin(self, form: QTextBlockFormat) -> QTextBlock:
        if self._begun:
            self._cursor.insertBlock(form, QTextCharFormat())
        else:
            self._cursor.setBlockFormat(form)
            self._begun = True
        return self._cursor.block()

    def _line(
        self, line: LineView, setting: _Setting, above_px: float, *, card: bool, front: bool
    ) -> SetLine:
        theme = self._theme
        line_px = float(theme.line_px(setting.role))
        form = QTextBlockFormat()
        form.setTopMargin(above_px)
        form.setLineHeight(line_px, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setHeadingLevel(_HEADING_LEVELS.get(line.look, 0))
        near, far = (float(SPACE_24), float(SPACE_24)) if card else (0.0, 0.0)
        if front:
            indent = theme.scaled(_INDENT_PX)
            near += indent
            form.setTextIndent(-indent)
            tab = QTextOption.Tab(float(indent), QTextOption.TabType.LeftTab)
            form.setTabPositions([tab])
        form.setLeftMargin(far if self._back else near)
        form.setRightMargin(near if self._back else far)
        block = self._begin(form)
        if front:
            self._insert_front(line, setting)
        for text, found in line.text.pieces:
            self._cursor.insertText(text, self._format(setting, found=found))
        return SetLine(block.blockNumber(), line.look, line_px)

    def _insert_front(self, line: LineView, setting: _Setting) -> None:
        form = self._format(setting, found=False)
        if line.look is LineLook.TICK:
            form.setForeground(QColor(Qt.GlobalColor.transparent))
            self._cursor.insertText(f"{_TICK_BOX}{self._gap}", form)
            return
        form.setForeground(self._theme.tone(Tone.ACCENT))
        if line.look is LineLook.STEP:
            form.setFont(self._font(TextRole.SUBHEAD))
            form.setForeground(self._theme.tone(Tone.ACCENT))
        self._cursor.insertText(f"{line.number or _BULLET}{self._gap}", form)

    def _font(self, role: TextRole, weight: Weight | None = None) -> QFont:
        font = self._theme.font(role, weight)
        if self._medium is Medium.PAPER:
            font = QFont(font)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            # A file of PDF forgets which letters a joined sign stood for: "often" is read aloud as "oen".
            for tag in _JOINING:
                font.setFeature(QFont.Tag(tag), 0)
        return font

    def _format(self, setting: _Setting, *, found: bool) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self._font(setting.role, Weight.STRONG if found else setting.weight))
        form.setForeground(self._theme.tone(setting.tone))
        if found:
            form.setFontUnderline(True)
            form.setUnderlineColor(self._theme.tone(Tone.ACCENT))
        return form
