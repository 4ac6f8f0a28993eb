"""Every skin tone by day and in the evening: from light to dark, and marks are seen on all of them."""

from __future__ import annotations

import pytest

from acupress_desktop.domain.anatomy.figure_light import Hour, Look, look_for
from acupress_desktop.domain.settings import SkinTone
from acupress_desktop.ui.theme.contrast import SHAPE_RATIO, mark_ratio_on
from acupress_desktop.ui.theme.tokens import SCHEMES, Colour, Scheme, mixed

USUAL_LIGHT = 0.80
BLACK = Colour("#000000")
HOURS = {
    Scheme.LIGHT: Hour.DAY,
    Scheme.DARK: Hour.DAY,
    Scheme.CONTRAST: Hour.DAY,
    Scheme.EVENING: Hour.EVENING,
}


def skin(look: Look) -> list[Colour]:
    return [Colour(f"#{code:06X}") for _light, code in look.skin]


def lit(look: Look) -> int:
    return min(look.skin, key=lambda stop: abs(stop[0] - USUAL_LIGHT))[1]


@pytest.mark.parametrize("scheme", Scheme, ids=lambda scheme: scheme.value)
@pytest.mark.parametrize("tone", SkinTone, ids=lambda tone: tone.value)
def test_a_mark_or_its_ring_is_seen_on_every_shade(tone: SkinTone, scheme: Scheme) -> None:
    tokens = SCHEMES[scheme]
    for shade in skin(look_for(tone, HOURS[scheme])):
        drawn = mixed(shade, BLACK, 1.0 - tokens.body_brightness)
        best = mark_ratio_on(tokens, drawn)
        assert best >= SHAPE_RATIO, (shade, best)


@pytest.mark.parametrize("hour", Hour, ids=lambda hour: hour.value)
def test_the_tones_run_from_light_to_dark(hour: Hour) -> None:
    looks = [look_for(tone, hour) for tone in SkinTone]
    brightness = [sum(lit(look) >> shift & 255 for shift in (0, 8, 16)) for look in looks]
    assert brightness == sorted(brightness, reverse=True)
    assert len(set(brightness)) == len(SkinTone) >= 5
    assert len({look.cloth for look in looks}) == 1, "only the skin changes"
