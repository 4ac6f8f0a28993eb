"""The pages that ``tools.look_c`` draws."""

from __future__ import annotations

import atexit
import secrets
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop import __version__
from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas, read_atlas_notes
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.content.licence_files import read_bundle
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.content.safety_files import read_safety
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode, ProtocolId, RowId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import ImportCounts
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.trends.series import TrendRange
from acupress_desktop.presenters.atlas import AtlasPresenter
from acupress_desktop.presenters.atlas_card import AtlasContent, PointNotes
from acupress_desktop.presenters.exporting import ExportKind
from acupress_desktop.presenters.help import AppPart, DataPlace, DataPlaceKind, HelpContent, HelpPresenter
from acupress_desktop.presenters.history import HistoryPresenter
from acupress_desktop.presenters.history_detail import HistoryNames
from acupress_desktop.presenters.history_view import HappeningKind
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.presentation import PresentationPresenter
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.presenters.settings import SettingsPresenter
from acupress_desktop.presenters.trend import TrendPresenter
from acupress_desktop.presenters.trend_view import Shape
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.opening import open_journal
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.sample import open_sample
from acupress_desktop.ui.atlas.screen import AtlasScreen
from acupress_desktop.ui.help.screen import HelpScreen
from acupress_desktop.ui.journal.screen import HistoryScreen
from acupress_desktop.ui.presentation.screen import PresentationScreen
from acupress_desktop.ui.settings.screen import SettingsScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.trends.screen import TrendScreen
from acupress_desktop.ui.widgets.top_bar import Place, TopBar, TopBarWords


class Framed(QWidget):
    """A page below the mast, as the window shows it."""

    def __init__(self, theme: LiveTheme, page: QWidget, place: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = TopBarWords("Acupress", "Menu", "Settings", "Emergency")
        bar = TopBar(
            theme, words, tuple(Place(name, name) for name in ("Today", "Atlas", "Journal", "Trend"))
        )
        bar.show_place(place)
        bar.show_emergency("112")
        column.addWidget(bar)
        column.addWidget(page, 1)


class KeptInMemory:
    """Settings that are forgotten with the picture."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def recall_settings(self) -> Settings:
        """Return the settings."""
        return self._settings

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        """Keep the settings."""
        self._settings = settings
        return ()


def _settings(theme: LiveTheme) -> QWidget:
    kept = KeptInMemory(Settings(emergency_number="112", birth_year=1981))
    screen = SettingsScreen(SettingsPresenter(kept, lambda _settings: None), theme, album)
    screen.show_view(SettingsPresenter(kept, lambda _settings: None).write("emergency_number", "call me"))
    return screen


NOW = Moment.of(datetime(2026, 11, 22, 14, 20, tzinfo=timezone(timedelta(hours=1))), "Europe/Zurich")
_FOLDER = Path(tempfile.mkdtemp(prefix="acupress-look-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)


def now() -> Moment:
    """Return the day of the pictures."""
    return NOW


@cache
def atlas() -> Atlas:
    """Return the points."""
    return read_atlas(asset_root())


@cache
def regions() -> RegionMap:
    """Return the regions."""
    return read_regions(asset_root(), atlas())


@cache
def sample() -> Journal:
    """Return the sample journal."""
    profile = Profile(_FOLDER)
    profile.folder.mkdir(parents=True, exist_ok=True)
    return open_sample(profile, now=now)


def _trend(theme: LiveTheme, *choices: Callable[[TrendPresenter], object]) -> QWidget:
    presenter = TrendPresenter(sample(), regions(), now, JournalKind.SAMPLE)
    for choice in choices:
        choice(presenter)
    screen = TrendScreen(presenter, theme)
    screen.setProperty("place", "Trend")
    return screen


def _trend_table(theme: LiveTheme) -> QWidget:
    return _trend(theme, lambda presenter: presenter.choose_shape(Shape.TABLE))


def _trend_month(theme: LiveTheme) -> QWidget:
    return _trend(
        theme,
        lambda presenter: presenter.choose_range(TrendRange.MONTH),
        lambda presenter: presenter.choose_area(None),
    )


def _trend_year(theme: LiveTheme) -> QWidget:
    return _trend(theme, lambda presenter: presenter.choose_range(TrendRange.YEAR))


def _trend_empty(theme: LiveTheme) -> QWidget:
    empty = open_journal(_FOLDER / "empty", now=now)
    screen = TrendScreen(TrendPresenter(empty, regions(), now), theme)
    screen.setProperty("place", "Trend")
    return screen


class NoFiles:
    """No files in a picture."""

    def export_journal(self, path: Path, kind: ExportKind) -> int:  # noqa: ARG002 - a port
        """Write nothing."""
        return 0

    def import_journal(self, path: Path) -> ImportCounts:  # noqa: ARG002 - a port
        """Read nothing."""
        return ImportCounts(0, 0, 0)


def names() -> HistoryNames:
    """Return the names of sets, points and places."""
    sources = read_evidence(asset_root()).sources
    protocols = read_protocols(asset_root(), atlas(), sources)
    return HistoryNames(atlas(), regions(), {each.id: each for each in protocols}, lambda _rule: "")


def _history(theme: LiveTheme, kind: HappeningKind | None = None) -> QWidget:
    presenter = HistoryPresenter(sample(), names(), NoFiles(), now, JournalKind.SAMPLE)
    rows = [row for day in presenter.present().days for row in day.rows]
    wanted = next((row for row in rows if row.kind is kind), None)
    if wanted is not None:
        presenter.open(wanted.id, wanted.kind)
    screen = HistoryScreen(presenter, theme)
    screen.setProperty("place", "Journal")
    return screen


def _history_session(theme: LiveTheme) -> QWidget:
    return _history(theme, HappeningKind.SESSION)


def _history_entry(theme: LiveTheme) -> QWidget:
    return _history(theme, HappeningKind.CHECK_IN)


def _history_empty(theme: LiveTheme) -> QWidget:
    empty = open_journal(_FOLDER / "empty_history", now=now)
    screen = HistoryScreen(HistoryPresenter(empty, names(), NoFiles(), now), theme)
    screen.setProperty("place", "Journal")
    return screen


class InAFolder:
    """A data folder that stays as it is."""

    def places(self) -> tuple[DataPlace, ...]:
        """Return what a real folder would hold."""
        home = Path("/home/ada/.local/share/acupress")
        return (
            DataPlace(DataPlaceKind.JOURNAL, home / "journal.sqlite3", 1_240_000),
            DataPlace(DataPlaceKind.SETTINGS, home / "settings.json", 912),
            DataPlace(DataPlaceKind.BACKUPS, home / "backups", 8_400_000),
            DataPlace(DataPlaceKind.LOGS, home / "logs", None),
        )

    def restore(self, backup: Path) -> None:
        """Restore nothing."""

    def erase_everything(self) -> tuple[Path, ...]:
        """Erase nothing."""
        return ()


def _help(theme: LiveTheme, section: str = "") -> QWidget:
    root = asset_root()
    safety = read_safety(root, atlas(), regions(), read_protocols(root, atlas(), read_evidence(root).sources))
    parts = tuple(AppPart(each.name, each.what, each.licence, each.where) for each in read_bundle(root))
    content = HelpContent(
        version=__version__,
        sources=tuple(read_evidence(root).sources.values()),
        parts=parts,
        crisis=lambda number: safety.words.with_number(number).rule_message(
            safety.catalogue.rule(RuleId("E14"))
        ),
    )
    settings = KeptInMemory(Settings(emergency_number="112"))
    presenter = HelpPresenter(sample(), settings, InAFolder(), NoFiles(), content, now)
    if section == "data" and not sample().recall_backups():
        presenter.back_up()
    return HelpScreen(presenter, theme, section)


def _help_data(theme: LiveTheme) -> QWidget:
    return _help(theme, "data")


def _help_crisis(theme: LiveTheme) -> QWidget:
    return _help(theme, "statements")


def _help_about(theme: LiveTheme) -> QWidget:
    return _help(theme, "about")


@cache
def album() -> BodyAlbum:
    """Return the pictures of one figure."""
    return read_album(asset_root(), "figure_f")


@cache
def atlas_content() -> AtlasContent:
    """Return what the atlas speaks from."""
    root = asset_root()
    notes = read_atlas_notes(root)
    sources = read_evidence(root).sources
    return AtlasContent(
        atlas=atlas(),
        regions=regions(),
        how_to=read_how_to(root, atlas()),
        notes=PointNotes(notes.press_notes, notes.cautions, notes.reach_notes),
        protocols=read_protocols(root, atlas(), sources),
        sources=sources,
        pregnancy_points=frozenset({PointCode("EX-HN3"), PointCode("PC6"), PointCode("HT7")}),
    )


def _atlas(theme: LiveTheme, code: str = "PC6", text: str = "") -> QWidget:
    kept = KeptInMemory(Settings())
    presenter = AtlasPresenter(atlas_content(), kept, album, PointCode(code), SiteSide.LEFT)
    if text:
        presenter.search(text)
    screen = AtlasScreen(presenter, theme, album)
    screen.setProperty("place", "Atlas")
    return screen


def _atlas_shoulder(theme: LiveTheme) -> QWidget:
    return _atlas(theme, "GB21")


def _atlas_search(theme: LiveTheme) -> QWidget:
    return _atlas(theme, "PC6", "forearm")


def _presentation(theme: LiveTheme, code: str = "", *, asked: bool = False) -> QWidget:
    kept = KeptInMemory(Settings())
    presenter = PresentationPresenter(atlas_content(), sample(), kept, now, new_id)
    presenter.start_with(ProtocolId("P01"), PointCode(code) if code else None)
    if asked:
        presenter.tick(Choice.CHOSEN)
        presenter.begin()
    screen = PresentationScreen(presenter, theme, album, stay=None)
    screen.setProperty("bare", True)
    return screen


def new_id() -> RowId:
    """Return a key for a row."""
    return RowIds(now, secrets.token_bytes).next()


def _presentation_shoulder(theme: LiveTheme) -> QWidget:
    return _presentation(theme, "GB21", asked=True)


def _presentation_forearm(theme: LiveTheme) -> QWidget:
    return _presentation(theme, "LI10", asked=True)


PAGES: dict[str, Callable[[LiveTheme], QWidget]] = {
    "settings": _settings,
    "trend": _trend,
    "trend_table": _trend_table,
    "trend_month": _trend_month,
    "trend_year": _trend_year,
    "trend_empty": _trend_empty,
    "atlas": _atlas,
    "atlas_shoulder": _atlas_shoulder,
    "atlas_search": _atlas_search,
    "presentation": _presentation,
    "presentation_shoulder": _presentation_shoulder,
    "presentation_forearm": _presentation_forearm,
    "help": _help,
    "help_data": _help_data,
    "help_crisis": _help_crisis,
    "help_about": _help_about,
    "history": _history,
    "history_session": _history_session,
    "history_entry": _history_entry,
    "history_empty": _history_empty,
}
