"""Write a sheet on which an anatomist reviews every point and landmark, one picture per body.

    python tools/review_points.py OUT.html [CODE ...]     the printable page; all points without CODE
    python tools/review_points.py --sheets DIR [CODE ...]  plain contact sheets: one PNG per line and body

On the page each point has its rule, its sentence and steps, marks where a number is our own choice, the
second place where the standard names two, and a line to sign. Read it after any change of landmarks, rules
or mesh.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "src")]

from PIL import Image, ImageDraw  # noqa: E402
from review.page import Entry, page  # noqa: E402
from review.tiles import TILE_PX, Dot, Kind, data_uri, look_at, small_font, tile  # noqa: E402

from acupress_desktop.content.atlas_files import read_atlas  # noqa: E402
from acupress_desktop.content.body_files import read_body_model  # noqa: E402
from acupress_desktop.content.how_to_files import read_how_to  # noqa: E402
from acupress_desktop.content.landmark_files import read_landmarks  # noqa: E402
from acupress_desktop.domain.anatomy import rules  # noqa: E402
from acupress_desktop.domain.anatomy.landmarks import (  # noqa: E402
    AbsentLandmark,
    ComputedLandmark,
    LandmarkSet,
    MarkedLandmark,
)
from acupress_desktop.domain.anatomy.locate import Locator  # noqa: E402
from acupress_desktop.domain.anatomy.rules import LandmarkId  # noqa: E402
from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M, BodyShape  # noqa: E402
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor  # noqa: E402
from acupress_desktop.domain.atlas import Atlas, Point  # noqa: E402
from acupress_desktop.domain.how_to import HowTo  # noqa: E402
from acupress_desktop.domain.ids import PointCode  # noqa: E402
from acupress_desktop.domain.sides import SiteSide  # noqa: E402

ASSETS: Final = ROOT / "assets"
SHAPES: Final = {
    "female figure": FIGURE_F,
    "male figure": FIGURE_M,
    "heavy": BodyShape(sex=0.4, height_cm=165.0, weight_kg=118.0, age=55.0),
}
COLUMNS: Final = 5
ROWS: Final = 4
LABEL_PX: Final = 18
LEAD: Final = """\
Every point and every landmark behind it, computed by rule on three bodies. No anatomist has judged them \
yet; this sheet is for that.
Red: the point, seen straight along the skin's normal. Green ring: the second place, where the standard \
names two. Blue: other points. Brown crosses: landmarks of the rule. The left side is shown."""


@dataclass(frozen=True, slots=True)
class Room:
    """What everything is drawn from."""

    atlas: Atlas
    landmarks: LandmarkSet
    how_to: Mapping[PointCode, HowTo]
    locators: Mapping[str, Locator]


def point_anchors(locator: Locator, point: Point) -> tuple[SurfaceAnchor, ...]:
    """Return the left (or middle) places of a point; none where it does not lie on the skin."""
    try:
        return locator.places.point(point.code, point.sites[0])
    except LookupError:
        return ()


def needed(rule: object, room: Room, seen: set[str]) -> Iterator[str]:
    """Yield every landmark that a rule leads back to, each once."""
    for part in rules.inputs(rule):  # type: ignore[arg-type]
        if isinstance(part, rules.PointPlace):
            yield from needed(room.atlas[part.code].rule, room, seen)
        elif part not in seen:
            seen.add(part)
            yield part
            landmark = room.landmarks[part]
            if isinstance(landmark, ComputedLandmark):
                yield from needed(landmark.rule, room, seen)


def dots_for(room: Room, locator: Locator, point: Point) -> tuple[Dot, ...]:
    """Return what is drawn beside a point: its second place, its landmarks, its neighbours."""
    dots = [Dot("", anchor, Kind.FURTHER) for anchor in point_anchors(locator, point)[1:]]
    if point.alternative is not None:
        other = locator.places.place(point.alternative.rule, point.sites[0])
        dots.append(Dot("or here", other, Kind.ALTERNATIVE))
    for other_point in room.atlas:
        anchors = () if other_point.code == point.code else point_anchors(locator, other_point)
        dots += [Dot(other_point.label, anchor, Kind.NEIGHBOUR) for anchor in anchors[:1]]
    for name in needed(point.rule, room, set()):
        if not isinstance(room.landmarks[LandmarkId(name)], AbsentLandmark):
            dots.append(Dot("", locator.places.landmark(LandmarkId(name), SiteSide.LEFT), Kind.LANDMARK))
    return tuple(dots)


def point_picture(room: Room, locator: Locator, point: Point) -> Image.Image | None:
    """Return the tile of a point, or nothing where it does not lie on the skin."""
    anchors = point_anchors(locator, point)
    if not anchors:
        return None
    look = look_at(locator, anchors[0], point.region)
    return tile(locator, anchors[0], dots_for(room, locator, point), look)


def landmark_picture(room: Room, locator: Locator, name: LandmarkId) -> Image.Image:
    """Return the tile of a landmark among the others."""
    anchor = locator.places.landmark(name, SiteSide.LEFT)
    dots = tuple(
        Dot(other.id, locator.places.landmark(other.id, SiteSide.LEFT), Kind.LANDMARK)
        for other in room.landmarks
        if other.id != name and not isinstance(other, AbsentLandmark)
    )
    region = "finger" if name.startswith(("finger", "nail", "pip", "ip1")) else ""
    return tile(locator, anchor, dots, look_at(locator, anchor, region))


def tags_of(point: Point) -> tuple[tuple[str, str], ...]:
    """Return the marks beside a point: kind and words."""
    tags = [("", point.pressability.value.replace("_", " ")), ("", point.region)]
    if point.rule_is_own_choice:
        tags.append(("own", "a number in the rule is our own choice"))
    if point.leans_on_own:
        tags.append(("own", "leans on our own: " + ", ".join(point.leans_on_own)))
    if point.alternative is not None:
        tags.append(("other", "the standard names a second place"))
    return tuple(tags)


def point_entry(room: Room, point: Point) -> Entry:
    """Return one point with its pictures."""
    how = room.how_to.get(point.code)
    sentences = [point.location]
    if point.remark:
        sentences.append(point.remark)
    if point.alternative is not None:
        sentences.append(
            f"Second place ({', '.join(point.alternative.said_by)}): {point.alternative.location}"
        )
    images = {name: point_picture(room, locator, point) for name, locator in room.locators.items()}
    return Entry(
        anchor=point.code,
        title=point.label,
        subtitle=f"{point.pinyin} {point.hanzi_traditional}",
        rule=point.rule_text,
        tags=tags_of(point),
        sentences=tuple(sentences),
        steps=how.steps if how is not None else (),
        pictures={name: data_uri(image) for name, image in images.items() if image is not None},
        without="Not on the skin, or private: there is no picture of it.",
    )


def landmark_entry(room: Room, name: LandmarkId) -> Entry:
    """Return one landmark with its pictures."""
    landmark = room.landmarks[name]
    made = landmark.made if isinstance(landmark, MarkedLandmark) else "computed by rule"
    own = not isinstance(landmark, AbsentLandmark) and landmark.own_choice
    on_skin = not isinstance(landmark, AbsentLandmark)
    return Entry(
        anchor=f"landmark-{name}",
        title=name,
        subtitle="landmark",
        rule=made,
        tags=(("own", "a number of our own"),) if own else (),
        sentences=(),
        steps=(),
        pictures={
            body: data_uri(landmark_picture(room, locator, name))
            for body, locator in room.locators.items()
            if on_skin
        },
        without="Inside mouth or nose, or private: not on this skin.",
    )


def write_page(room: Room, points: tuple[Point, ...], target: Path) -> None:
    """Write the printable page."""
    groups: dict[str, tuple[Entry, ...]] = {}
    for point in points:
        entry = point_entry(room, point)
        name = f"{point.meridian.value} {point.meridian.name.replace('_', ' ').title()}"
        groups[name] = (*groups.get(name, ()), entry)
    names = dict.fromkeys(name for point in points for name in needed(point.rule, room, set()))
    groups["Landmarks"] = tuple(landmark_entry(room, LandmarkId(name)) for name in names)
    target.write_text(page("Points and landmarks: review sheet", LEAD.splitlines(), groups), encoding="utf-8")


def write_sheets(room: Room, points: tuple[Point, ...], folder: Path) -> None:
    """Write contact sheets: one or more pictures for every line and body."""
    folder.mkdir(parents=True, exist_ok=True)
    lines: dict[str, list[Point]] = {}
    for point in points:
        lines.setdefault(point.meridian.value, []).append(point)
    for body, locator in room.locators.items():
        for line, members in lines.items():
            tiles = [(point.label, point_picture(room, locator, point)) for point in members]
            shown = [(label, image) for label, image in tiles if image is not None]
            for number, start in enumerate(range(0, len(shown), COLUMNS * ROWS), start=1):
                name = f"{line}_{body.replace(' ', '_')}_{number}.png"
                contact_sheet(shown[start : start + COLUMNS * ROWS]).save(folder / name)


def contact_sheet(tiles: list[tuple[str, Image.Image]]) -> Image.Image:
    """Return tiles in rows with their codes under them."""
    rows = -(-len(tiles) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * (TILE_PX + 6), rows * (TILE_PX + LABEL_PX + 6)), (255, 255, 255))
    draw = ImageDraw.Draw(sheet)
    for place, (label, image) in enumerate(tiles):
        x, y = (place % COLUMNS) * (TILE_PX + 6), (place // COLUMNS) * (TILE_PX + LABEL_PX + 6)
        sheet.paste(image, (x, y))
        draw.text((x + 4, y + TILE_PX + 2), label, fill=(0, 0, 0), font=small_font(14))
    return sheet


def main() -> int:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("words", nargs="*", metavar="OUT.html or CODE")
    parser.add_argument("--sheets", type=Path, metavar="DIR", help="write contact sheets instead of the page")
    wanted = parser.parse_args()
    atlas = read_atlas(ASSETS)
    model, landmarks = read_body_model(ASSETS / "body_maps"), read_landmarks(ASSETS)
    room = Room(
        atlas,
        landmarks,
        read_how_to(ASSETS, atlas),
        {name: Locator(model.shaped(shape), landmarks, atlas) for name, shape in SHAPES.items()},
    )
    codes = wanted.words if wanted.sheets is not None else wanted.words[1:]
    points = tuple(atlas[atlas.find_code(code)] for code in codes) or tuple(atlas)
    if wanted.sheets is not None:
        write_sheets(room, points, wanted.sheets)
    elif wanted.words:
        write_page(room, points, Path(wanted.words[0]))
    else:
        parser.error("name OUT.html or --sheets DIR")
    return 0


if __name__ == "__main__":
    sys.exit(main())
