"""Distances, radii and durations. Every position is a multiple of 8 (4 for text)."""

from __future__ import annotations

from acupress_desktop.ui.theme.tokens import Motion, Tokens

SPACE_4 = 4
SPACE_8 = 8
SPACE_12 = 12
SPACE_16 = 16
SPACE_24 = 24
SPACE_32 = 32
SPACE_48 = 48
SPACE_64 = 64

MARGIN_PX = 48
MARGIN_NARROW_PX = 24
MARGIN_WIDE_PX = 96
MARGIN_READING_PX = 112
TEXT_COLUMN_MAX_PX = 640

RADIUS_BUTTON_PX = 10
RADIUS_CARD_PX = 14
RADIUS_DIALOG_PX = 16
RADIUS_CHECK_PX = 5

FOCUS_RING_PX = 2
FOCUS_GAP_PX = 3
TARGET_MIN_PX = 24
SESSION_TARGET_MIN_PX = 64

BUTTON_PX = 48
BUTTON_MEDIUM_PX = 56
BUTTON_SESSION_PX = 64
BUTTON_MAIN_PX = 72
SEGMENT_PX = 40
CHIP_PX = 44
CHECK_AIR_PX = 24
CHECK_AIR_CLOSE_PX = 10
CHECK_AIR_CLOSEST_PX = 2
"""Air around the words of a row to tick: 48 px with one line; closer where a whole list must be in sight."""
MAST_PX = 64
MAST_NARROW_PX = 48

NARROW_BELOW_PX = 1100
"""Windows narrower than this take the layout of 960x640: margins 24, mast 48."""
WIDE_FROM_PX = 1680
"""Windows from this width on take the layout of 1920x1080: margins 96."""

PAGE_FADE_MS = 160
FLIGHT_MS = 420
GLIDE_MS = 900
"""How long a body that was flung turns on."""
REST_MS = 120
"""After this long without a movement the turning body is drawn finely."""
WATER_RISES_MS = 1400
"""How long the waves of a first breath take to rise from still water."""
TOAST_MS = 6000
TEN_KEY_MS = 600
"""How long after 1 a 0 still makes it 10."""


def scaled(tokens: Tokens, length_px: float) -> int:
    """Return ``length_px`` times the text factor, rounded: for boxes that hold text."""
    return round(length_px * tokens.text_factor)


def grown(tokens: Tokens, height_px: float, line_px: float) -> int:
    """Return the height of a box that is ``height_px`` tall around one line of ``line_px`` at factor 1.

    Only the line grows with the text factor; the air around it stays.
    """
    return round(height_px + line_px * (tokens.text_factor - 1.0))


def duration_ms(tokens: Tokens, milliseconds: int) -> int:
    """Return ``milliseconds``, or 0 where motion is reduced."""
    return 0 if tokens.motion is Motion.REDUCED else milliseconds


def margin_px(window_width_px: int) -> int:
    """Return the page margin for a window of this width: 24, 48 or 96."""
    if window_width_px < NARROW_BELOW_PX:
        return MARGIN_NARROW_PX
    return MARGIN_WIDE_PX if window_width_px >= WIDE_FROM_PX else MARGIN_PX
