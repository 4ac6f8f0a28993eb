"""The style sheet for the few Qt widgets that are not painted by us: fields, lists, tables, bars, menus.

Generated from tokens. It sets no font and no height: both come from the type scale.
"""

from __future__ import annotations

from acupress_desktop.ui.theme.measures import RADIUS_BUTTON_PX
from acupress_desktop.ui.theme.tokens import Tokens

_SHEET = """
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit {{
  background: {raised}; color: {ink}; border: {border}px solid {rule}; border-radius: {radius}px;
  padding: 4px 12px; selection-background-color: {accent}; selection-color: {on_accent};
  placeholder-text-color: {ink3};
}}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus {{ border-color: {accent}; }}
QComboBox::drop-down {{ border: none; width: 32px; }}
QComboBox QAbstractItemView, QMenu {{
  background: {raised}; color: {ink}; border: {hairline}px solid {rule}; padding: 4px;
  selection-background-color: {accent_soft}; selection-color: {accent}; outline: none;
}}
QMenu::item {{ padding: 8px 24px; border-radius: 6px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {accent}; }}
QMenu::separator {{ height: {hairline}px; background: {hair}; margin: 4px 8px; }}
QAbstractItemView {{ background: transparent; color: {ink}; border: none; outline: none; }}
QAbstractItemView::item {{ padding: 8px; border-bottom: {hairline}px solid {hair}; }}
QAbstractItemView::item:selected {{ background: {accent_soft}; color: {accent}; }}
QTableView {{ gridline-color: {hair}; }}
QHeaderView::section {{
  background: {paper}; color: {ink3}; border: none; border-bottom: {hairline}px solid {rule}; padding: 8px;
}}
QScrollArea, QAbstractScrollArea > QWidget#qt_scrollarea_viewport {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {rule}; border-radius: 4px; min-height: 48px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {rule}; border-radius: 4px; min-width: 48px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {raised}; color: {ink}; border: {hairline}px solid {rule}; padding: 4px 8px; }}
"""


def style_sheet_from(tokens: Tokens) -> str:
    """Write the style sheet of ``tokens``."""
    colours = tokens.colours
    return _SHEET.format(
        raised=colours.raised,
        paper=colours.paper,
        ink=colours.ink,
        ink3=colours.ink3,
        rule=colours.rule,
        hair=colours.hair,
        accent=colours.accent,
        accent_soft=colours.accent_soft,
        on_accent=colours.on_accent,
        border=f"{tokens.border_px:g}",
        hairline=f"{tokens.hairline_px:g}",
        radius=RADIUS_BUTTON_PX,
    )
