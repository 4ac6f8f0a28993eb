"""From what a person chose to how the stage draws it."""

from __future__ import annotations

from acupress_desktop.domain.settings import BreathLook, OnOff, Settings
from acupress_desktop.ui.session_stage.view import BreathStyle, Glow, StageLook

STYLES = {
    BreathLook.LIGHT_RING: BreathStyle.LIGHT_RING,
    BreathLook.HORIZON: BreathStyle.HORIZON,
    BreathLook.CIRCLE: BreathStyle.CIRCLE,
}


def look_of(settings: Settings) -> StageLook:
    """Return how the person wants to see a breath."""
    glow = Glow.ON if settings.breath_glow is OnOff.ON else Glow.OFF
    return StageLook(STYLES[settings.breath_look], glow)
