"""Dress Qt's own widgets: a palette from tokens. The system's colour hint is never relied on."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from acupress_desktop.ui.theme.tokens import Tokens, mixed, qcolor


def palette_from(tokens: Tokens) -> QPalette:
    """Build the palette that Fusion and plain labels are drawn with."""
    colours = tokens.colours
    role = QPalette.ColorRole
    pairs = {
        role.Window: colours.paper,
        role.WindowText: colours.ink,
        role.Base: colours.raised,
        role.AlternateBase: colours.sunk,
        role.Text: colours.ink,
        role.PlaceholderText: colours.ink3,
        role.Button: colours.raised,
        role.ButtonText: colours.ink,
        role.BrightText: colours.stop,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.ink,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Light: colours.raised,
        role.Midlight: colours.hair,
        role.Mid: colours.rule,
        role.Dark: colours.rule,
        role.Shadow: colours.shadow,
        role.Accent: colours.accent,
    }
    palette = QPalette()
    for key, colour in pairs.items():
        palette.setColor(key, qcolor(colour))
    faint = qcolor(mixed(colours.paper, colours.ink, 0.55))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, faint)
    return palette
