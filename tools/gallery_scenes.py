"""Gallery pages with a body on them: the map near and far, and the stage at four moments of a breath."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from acupress_desktop.content.album_files import read_album
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.breathing import USUAL, breath_at
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_live import breath_view
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scene import MarkerLook
from acupress_desktop.ui.body_map.scenes import (
    CloseUpExtras,
    PlanPoint,
    SideWords,
    catalogue_scene,
    close_up_scene,
    plan_scene,
)
from acupress_desktop.ui.session_stage.mapping import breath_on_stage
from acupress_desktop.ui.session_stage.stage import SessionStage
from acupress_desktop.ui.session_stage.view import StagePhase, StageScene, StageView
from acupress_desktop.ui.theme.live import LiveTheme

ASSETS = Path(__file__).resolve().parents[1] / "assets"
WORDS = SideWords("Your left", "Your right")
PLAN = (
    ("GB20", "Wind Pool"),
    ("GB21", "Shoulder Well"),
    ("SI14", "Outer Shoulder"),
    ("LI10", "Arm Three Li"),
    ("LI4", "Union Valley"),
)


def _album() -> BodyAlbum:
    return read_album(ASSETS, "figure_f")


def plan_points() -> tuple[PlanPoint, ...]:
    """Both sides of five points, numbered."""
    return tuple(
        PlanPoint(PointCode(code), side, name, f"{code}, both sides", f"{name}, {code}, {side.value}", number)
        for number, (code, name) in enumerate(PLAN, 1)
        for side in (SiteSide.LEFT, SiteSide.RIGHT)
    )


def body_map(theme: LiveTheme) -> QWidget:
    """A plan on the back, a close-up with its ring, and every look of a marker."""
    album = _album()
    page = QWidget()
    page.resize(1280, 756)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    back = BodyMap(theme)
    back.show_scene(plan_scene(album, "back", plan_points(), WORDS, "A plan"))
    near = BodyMap(theme)
    inner = PlanPoint(PointCode("PC6"), SiteSide.LEFT, "Inner Pass", "PC6", "Inner Pass, PC6, left")
    extras = CloseUpExtras(tolerance_words="Feel around in\nthis ring")
    near.show_scene(close_up_scene(album, "wrist_inner", inner, WORDS, "Near by", extras))
    looks = BodyMap(theme)
    codes = ("LU1", "ST25", "CV12", "CV17", "SP9", "ST36", "SP10")
    points = [
        PlanPoint(site.code, site.side, site.code, "", site.code, 1)
        for site in album.points.shown_in("front")
        if site.code in codes and site.side is not SiteSide.RIGHT
    ]
    chosen = {(point.point, point.side): look for point, look in zip(points, MarkerLook, strict=False)}
    looks.show_scene(catalogue_scene(album, "front", points, WORDS, "All looks", chosen))
    for one, share in ((back, 3), (near, 2), (looks, 2)):
        row.addWidget(one, share)
    return page


def stage(theme: LiveTheme) -> QWidget:
    """Four moments of a breath over a hand."""
    album = _album()
    page = QWidget()
    page.resize(1696, 1320)
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(0)
    site = album.find(PointCode("LI4"), SiteSide.LEFT, "hand_back")
    moments = ((0.0, 0.20), (2.0, 0.24), (4.0, 0.27), (8.0, 0.37))
    for place, (at_seconds, fraction) in enumerate(moments):
        one = SessionStage(theme)
        if site is not None:
            picture = site.picture
            one.show_scene(
                StageScene(
                    picture.file, picture.size_px, (site.x_px, site.y_px), picture.px_per_mm,
                    site.site.uncertainty_mm,
                )
            )  # fmt: skip
        breath = breath_on_stage(breath_view(USUAL, breath_at(USUAL, at_seconds)))
        one.show_view(StageView(StagePhase.HOLDING, fraction, breath=breath))
        grid.addWidget(one, place // 2, place % 2)
    return page
