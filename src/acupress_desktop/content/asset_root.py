"""Where the bundled data files lie: inside the installed package, or at the root of a checkout."""

from __future__ import annotations

from pathlib import Path


def asset_root() -> Path:
    """Return the folder that holds ``atlas``, ``body_maps``, ``protocols`` and the rest.

    Raises ``FileNotFoundError`` with both places looked at, if neither exists.
    """
    package = Path(__file__).resolve().parents[1]
    packaged = package / "assets"
    checkout = package.parents[1] / "assets"
    for candidate in (packaged, checkout):
        if candidate.is_dir():
            return candidate
    message = f"the app's data files are missing: looked in {packaged} and {checkout}"
    raise FileNotFoundError(message)
