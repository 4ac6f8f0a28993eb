"""What is read and imported in the background, after the first paint."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from acupress_desktop.app.desk import Bundle
from acupress_desktop.content.licence_files import read_bundle as read_parts
from acupress_desktop.content.near_points_files import read_near_points
from acupress_desktop.content.shelf import read_shelf
from acupress_desktop.domain.settings import Figure

_HEAVY = ("acupress_desktop.storage.opening", "acupress_desktop.app.pages")
"""Imported here so that the window never waits for SQLAlchemy or for the screens' own modules."""


def read_bundle(assets: Path, figure: Figure) -> Bundle:
    """Read and check all bundled data; raise ``ContentError`` for the first file that cannot be trusted."""
    shelf = read_shelf(assets)
    bundle = Bundle(assets, shelf, read_near_points(assets, shelf.atlas, shelf.regions), read_parts(assets))
    bundle.album(figure)
    bundle.region_plates(figure)
    for module in _HEAVY:
        import_module(module)
    return bundle
