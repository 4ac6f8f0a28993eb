"""Find, load and make fonts: the one place where a ``QFont`` is built.

The Sans starts at ExtraLight and neither ``setWeight`` nor a style sheet moves it (measured, PySide6 6.11);
only its ``wght`` axis does. So no style sheet sets a font, and everybody asks here.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from acupress_desktop.ui.theme.tokens import Tokens
from acupress_desktop.ui.theme.type_roles import Face, LetterCase, TextRole, Weight

_PACKAGES = {
    Face.SANS: ("fontpkg_source_sans_3", "SourceSans3[wght].ttf"),
    Face.SERIF: ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"),
}
_HANZI_FILE = Path("fonts") / "AcupressHanzi.otf"
_WEIGHT_AXIS = "wght"


@dataclass(frozen=True, slots=True)
class FontReport:
    """What loading found. ``missing`` names faces (or ``hanzi``) whose file is absent or unreadable.

    A missing face is no failure: the system's own serif or sans takes its place, and where the hanzi are
    missing, code and pinyin stand alone.
    """

    sans: str | None
    serif: str | None
    hanzi: str | None

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of what could not be loaded, in reading order."""
        found = (("sans", self.sans), ("serif", self.serif), ("hanzi", self.hanzi))
        return tuple(name for name, family in found if family is None)


_loaded: list[FontReport] = []


def _package_file(package: str, name: str) -> Path | None:
    """Locate a font inside an installed package without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "files" / name
    return path if path.is_file() else None


def _family_of(path: Path | None) -> str | None:
    """Load one font file and return its family, or ``None`` where Qt cannot read it."""
    if path is None or not path.is_file():
        return None
    number = QFontDatabase.addApplicationFont(str(path))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else None


def load_fonts(asset_root: Path) -> FontReport:
    """Load the faces once per process (needs a ``QGuiApplication``) and say what was found.

    ``asset_root`` is the folder that holds ``fonts``.
    """
    if not _loaded:
        report = FontReport(
            sans=_family_of(_package_file(*_PACKAGES[Face.SANS])),
            serif=_family_of(_package_file(*_PACKAGES[Face.SERIF])),
            hanzi=_family_of(asset_root / _HANZI_FILE),
        )
        _loaded.append(report)
        make_font.cache_clear()
    return _loaded[0]


def _families(face: Face) -> list[str]:
    """Name the families to try for ``face``, best first."""
    report = _loaded[0] if _loaded else FontReport(None, None, None)
    own = report.serif if face is Face.SERIF else report.sans
    return [family for family in (own, report.hanzi) if family is not None]


@lru_cache(maxsize=256)
def make_font(role: TextRole, text_factor: float = 1.0, weight: Weight | None = None) -> QFont:
    """Build the font of ``role`` at ``text_factor``; ``weight`` overrides the role's own.

    The result is shared: copy it before changing it.
    """
    spec = role.value
    chosen = weight or spec.weight
    font = QFont()
    families = _families(spec.face)
    if families:
        font.setFamilies(families)
    font.setStyleHint(QFont.StyleHint.Serif if spec.face is Face.SERIF else QFont.StyleHint.SansSerif)
    font.setPixelSize(max(1, round(spec.size_px * text_factor)))
    font.setVariableAxis(QFont.Tag(_WEIGHT_AXIS), chosen.value)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if not families:
        font.setWeight(QFont.Weight(chosen.value))
    if spec.tracking:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100.0 + spec.tracking)
    if spec.case is LetterCase.CAPITALS:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    return font


def font_for(tokens: Tokens, role: TextRole, weight: Weight | None = None) -> QFont:
    """Return the font of ``role`` under ``tokens``."""
    return make_font(role, tokens.text_factor, weight)


def line_px(tokens: Tokens, role: TextRole) -> int:
    """Return the line height of ``role`` in pixels under ``tokens``."""
    return round(role.value.line_px * tokens.text_factor)
