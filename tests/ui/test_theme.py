"""The theme keeps its promises: contrast, weights, fallback, live switching."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication, QWidget

from acupress_desktop.ui.theme import fonts as fonts_module
from acupress_desktop.ui.theme.contrast import (
    CLOTH_SHADES,
    DECLARED_PAIRS,
    SHAPE_RATIO,
    SKIN_SHADES,
    Pair,
    contrast,
    mark_ratio_on,
    ratio_of,
)
from acupress_desktop.ui.theme.fonts import FontReport, load_fonts, make_font
from acupress_desktop.ui.theme.icons import Icon, icon_path
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
from acupress_desktop.ui.theme.measures import duration_ms, grown, margin_px
from acupress_desktop.ui.theme.palette import palette_from
from acupress_desktop.ui.theme.plain_label import Label, Run, Wrap
from acupress_desktop.ui.theme.style_sheet import style_sheet_from
from acupress_desktop.ui.theme.tokens import (
    CONTRAST,
    LIGHT,
    SCHEMES,
    Colour,
    ColourRoles,
    Motion,
    Scheme,
    Tokens,
    Tone,
    tone_colour,
)
from acupress_desktop.ui.theme.type_roles import TextRole, Weight

EVERY_SCHEME = pytest.mark.parametrize("tokens", SCHEMES.values(), ids=[one.value for one in SCHEMES])
UI = Path(__file__).parents[2] / "src" / "acupress_desktop" / "ui"


@EVERY_SCHEME
@pytest.mark.parametrize("pair", DECLARED_PAIRS, ids=lambda pair: f"{pair.over} on {pair.under}")
def test_declared_pairs_are_readable(tokens: Tokens, pair: Pair) -> None:
    assert ratio_of(tokens, pair) >= pair.least


@EVERY_SCHEME
@pytest.mark.parametrize("ground", SKIN_SHADES + CLOTH_SHADES)
def test_a_point_is_seen_on_any_skin_or_cloth(tokens: Tokens, ground: Colour) -> None:
    assert mark_ratio_on(tokens, ground) >= SHAPE_RATIO


@EVERY_SCHEME
def test_every_tone_is_a_colour_role_that_some_pair_covers(tokens: Tokens) -> None:
    covered = {pair.over for pair in DECLARED_PAIRS}
    for tone in Tone:
        assert tone_colour(tokens, tone).startswith("#")
        assert tone.value in covered


def test_contrast_is_the_ratio_of_wcag() -> None:
    assert contrast(Colour("#000000"), Colour("#FFFFFF")) == pytest.approx(21.0)
    assert contrast(Colour("#777777"), Colour("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


def test_high_contrast_has_thick_borders() -> None:
    assert CONTRAST.border_px == 2
    assert CONTRAST.hairline_px == 2


def test_all_schemes_fill_every_role() -> None:
    names = {field.name for field in fields(ColourRoles)}
    for tokens in SCHEMES.values():
        for name in names:
            assert re.fullmatch(r"#[0-9A-F]{6}", getattr(tokens.colours, name))


def test_reduced_motion_takes_no_time() -> None:
    assert duration_ms(LIGHT, 420) == 420
    assert duration_ms(replace(LIGHT, motion=Motion.REDUCED), 420) == 0


def test_only_the_line_of_a_box_grows_with_the_text() -> None:
    large = replace(LIGHT, text_factor=2.0)
    assert grown(LIGHT, 48, 24) == 48
    assert grown(large, 48, 24) == 48 + 24


@pytest.mark.parametrize(("width", "margin"), [(880, 24), (960, 24), (1280, 48), (1920, 96)])
def test_margins_follow_the_window(width: int, margin: int) -> None:
    assert margin_px(width) == margin


@pytest.mark.parametrize("factor", [0.99, 2.01, float("nan")])
def test_a_text_factor_that_no_layout_was_drawn_for_is_refused(factor: float) -> None:
    with pytest.raises(ValueError, match="text_factor"):
        ThemeChoice(text_factor=factor)


def _ink_of(font: QFont) -> int:
    """How much of the paper the word blackens."""
    image = QImage(240, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(4, 44, "hamburg")
    painter.end()
    return sum(255 - value for value in bytes(image.constBits()))


def test_the_sans_is_not_stuck_at_extra_light(theme: LiveTheme) -> None:
    plain = QFont(make_font(TextRole.BODY))
    plain.setPixelSize(36)
    strong = QFont(make_font(TextRole.BODY, 1.0, Weight.STRONG))
    strong.setPixelSize(36)
    thin = QFont(plain)
    thin.setVariableAxis(QFont.Tag("wght"), 200)
    assert _ink_of(thin) * 1.25 < _ink_of(plain)
    assert _ink_of(plain) * 1.15 < _ink_of(strong)


def test_figures_are_tabular(theme: LiveTheme) -> None:
    for role in (TextRole.FIGURE, TextRole.BODY, TextRole.DIGIT):
        metrics = QFontMetricsF(theme.font(role))
        widths = {round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}
        assert len(widths) == 1


def test_pinyin_and_hanzi_have_their_letters(theme: LiveTheme) -> None:
    report = load_fonts(Path())
    assert report.missing == ()
    for role in (TextRole.BODY, TextRole.TITLE):
        face = QRawFont.fromFont(theme.font(role))
        assert all(face.supportsCharacter(ord(letter)) for letter in "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
    hanzi = QRawFont.fromFont(QFont(report.hanzi or ""))
    assert all(hanzi.supportsCharacter(ord(letter)) for letter in "合谷內關内关風池")


def test_missing_faces_are_named_and_something_is_drawn(
    theme: LiveTheme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts_module, "_loaded", [])
    monkeypatch.setattr(
        fonts_module, "_PACKAGES", dict.fromkeys(fonts_module._PACKAGES, ("no_such_package", "no.ttf"))
    )
    report = load_fonts(tmp_path)
    assert report == FontReport(None, None, None)
    assert report.missing == ("sans", "serif", "hanzi")
    assert _ink_of(make_font(TextRole.HEAD)) > 0
    make_font.cache_clear()


def test_a_damaged_font_file_counts_as_missing(
    theme: LiveTheme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts_module, "_loaded", [])
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "AcupressHanzi.otf").write_bytes(b"not a font")
    assert load_fonts(tmp_path).missing == ("hanzi",)
    make_font.cache_clear()


def test_widgets_follow_a_switch_at_once(theme: LiveTheme, qapp: QApplication) -> None:
    old_sheet, old_palette, old_font = qapp.styleSheet(), qapp.palette(), qapp.font()
    try:
        dress_application(qapp, theme)
        before = qapp.palette().window().color().name().upper()
        theme.choose(ThemeChoice(Scheme.DARK))
        assert qapp.palette().window().color().name().upper() == SCHEMES[Scheme.DARK].colours.paper
        assert before == SCHEMES[Scheme.LIGHT].colours.paper
        assert SCHEMES[Scheme.DARK].colours.rule in qapp.styleSheet()
    finally:
        theme.changed.disconnect()
        qapp.setStyleSheet(old_sheet)
        qapp.setPalette(old_palette)
        qapp.setFont(old_font)


@EVERY_SCHEME
def test_the_style_sheet_holds_only_this_schemes_colours(tokens: Tokens, qapp: QApplication) -> None:
    own = {getattr(tokens.colours, field.name) for field in fields(ColourRoles)}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", style_sheet_from(tokens))) <= own
    assert "font" not in style_sheet_from(tokens)
    assert palette_from(tokens).window().color().name().upper() == tokens.colours.paper


def test_no_colour_is_written_outside_the_theme() -> None:
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d|setRgb|Qt\.GlobalColor\.(?!transparent|color[01])")
    offenders = [
        f"{path.relative_to(UI)}: {line.strip()}"
        for path in UI.rglob("*.py")
        if "theme" not in path.parts
        for line in path.read_text(encoding="utf-8").splitlines()
        if literal.search(line)
    ]
    assert offenders == []


@pytest.mark.parametrize("icon", Icon)
def test_icons_stay_on_their_grid(icon: Icon) -> None:
    box = icon_path(icon).boundingRect()
    assert not box.isEmpty() or icon in {Icon.MENU, Icon.PAUSE}
    assert box.left() >= 2
    assert box.top() >= 2
    assert box.right() <= 22
    assert box.bottom() <= 22


def _drawn(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_text_is_drawn_as_written(theme: LiveTheme, qtbot: object) -> None:
    hostile = "<img src=file:///etc/hostname><b>bold</b>&amp;"
    label = Label(theme, hostile, wrap=Wrap.ELIDE)
    label.resize(label.sizeHint())
    assert label.text() == hostile
    plain = QFontMetricsF(theme.font(TextRole.BODY)).horizontalAdvance(hostile)
    assert label.sizeHint().width() == pytest.approx(plain, abs=3)
    label.deleteLater()


def test_long_text_wraps_and_keeps_the_line_height(theme: LiveTheme) -> None:
    label = Label(theme, "one two three four five six seven eight nine ten", TextRole.LEAD)
    wide, narrow = label.heightForWidth(2000), label.heightForWidth(150)
    assert wide == TextRole.LEAD.value.line_px
    assert narrow % TextRole.LEAD.value.line_px == 0
    assert narrow >= 3 * wide
    label.deleteLater()


def test_a_label_that_cannot_wrap_ends_early_and_keeps_its_words(theme: LiveTheme) -> None:
    label = Label(theme, "a line that is much too long for the room it gets", wrap=Wrap.ELIDE)
    label.resize(100, 24)
    label.grab()
    assert label.toolTip() == label.text()
    assert label.accessibleName() in {"", label.text()}
    label.deleteLater()


def test_runs_wear_their_own_tone(theme: LiveTheme) -> None:
    label = Label(theme, (Run("MM", Tone.STOP, Weight.STRONG), Run(" mm")), TextRole.HEAD)
    label.resize(label.sizeHint())
    image = _drawn(label)
    stop = theme.tone(Tone.STOP)
    hits = sum(
        image.pixelColor(x, y).red() - image.pixelColor(x, y).green() > 60
        for x in range(image.width())
        for y in range(image.height())
    )
    assert stop.red() - stop.green() > 60
    assert hits > 50
    assert label.text() == "MM mm"
    label.deleteLater()
