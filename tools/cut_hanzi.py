"""Cut the few Chinese glyphs that the atlas shows out of Noto Serif CJK, for ``assets/fonts``.

Development only. The whole typeface is about 25 MB; the atlas shows some 400 of its 65,535 glyphs.
Get the source with ``apt-get download fonts-noto-cjk && dpkg -x fonts-noto-cjk_*.deb there``, then::

    python tools/cut_hanzi.py there/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc names.csv

``names.csv`` is any table with the columns ``hanzi_trad`` and ``hanzi_simp``. The cut is reproducible: the
same source and names give the same bytes. The typeface is under the SIL Open Font License 1.1, whose text
lies beside the cut; it reserves no font name that the cut would carry.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

FAMILY = "Acupress Hanzi"
LOCALE_SUFFIX = "TC"
"""Glyph shapes for Taiwan; simplified characters are separate code points of the same face."""


def hanzi_of(names: Path) -> frozenset[str]:
    """Return every non-Latin character of the two hanzi columns of ``names`` (CSV, UTF-8)."""
    with names.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    text = "".join(row["hanzi_trad"] + row["hanzi_simp"] for row in rows)
    return frozenset(letter for letter in text if ord(letter) > 0x2E80)


def face_for(collection: Path) -> TTFont:
    """Return the Traditional Chinese face of ``collection``; raises ``SystemExit`` where it holds none."""
    for face in TTCollection(str(collection)).fonts:
        if str(face["name"].getDebugName(4)).startswith(f"Noto Serif CJK {LOCALE_SUFFIX}"):
            return face
    raise SystemExit(f"{collection} holds no Noto Serif CJK {LOCALE_SUFFIX}")


def cut(face: TTFont, letters: frozenset[str]) -> TTFont:
    """Reduce ``face`` to ``letters`` under our own family name; raises ``SystemExit`` if one is missing."""
    missing = letters - {chr(code) for code in face.getBestCmap()}
    if missing:
        raise SystemExit(f"the face lacks {''.join(sorted(missing))}")
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(letters)))
    cutter.subset(face)
    for record in face["name"].names:
        if record.nameID in {1, 4}:
            record.string = FAMILY
        elif record.nameID == 6:
            record.string = FAMILY.replace(" ", "")
    face["head"].modified = face["head"].created
    face.recalcTimestamp = False
    return face


def main() -> None:
    """Read the arguments and write the cut."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("collection", type=Path)
    parser.add_argument("names", type=Path)
    parser.add_argument("--to", type=Path, default=Path("assets/fonts/AcupressHanzi.otf"))
    arguments = parser.parse_args()
    letters = hanzi_of(arguments.names)
    cut(face_for(arguments.collection), letters).save(str(arguments.to))
    print(f"{len(letters)} glyphs, {arguments.to.stat().st_size:,} bytes in {arguments.to}")


if __name__ == "__main__":
    main()
