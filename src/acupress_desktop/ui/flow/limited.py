"""A line of text no wider than is good to read, in a row that knows its height.

A box layout asks a wrapping label for its height at the full width of the box, even where the label may not
grow that wide; in a row of its own the label's own limit is counted.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def limited(widget: QWidget, max_px: int) -> QHBoxLayout:
    """Return a row that holds ``widget`` at most ``max_px`` wide."""
    widget.setMaximumWidth(max_px)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
