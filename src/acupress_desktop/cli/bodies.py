"""``acupress locate`` and ``acupress landmarks``: where things lie on a body, in millimetres."""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused, columns
from acupress_desktop.cli.library import Library, the_library
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide

if TYPE_CHECKING:
    from acupress_desktop.domain.anatomy.locate import LocatedPoint, Locator
    from acupress_desktop.domain.anatomy.rules import Scale
    from acupress_desktop.domain.anatomy.shape import BodyShape

BODY_HELP = "sex=0..1 (0 female),height_cm=141..210,weight_kg=35..200,age=18..90"
_SIDES = {"left": (SiteSide.LEFT,), "right": (SiteSide.RIGHT,), "both": (SiteSide.LEFT, SiteSide.RIGHT)}


def add_locate_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``locate`` takes."""
    parser.add_argument("codes", nargs="*", metavar="CODE", help="such as ST36")
    parser.add_argument("--all", action="store_true", help="every point of the atlas")
    parser.add_argument("--side", choices=tuple(_SIDES), default="both", help="the person's own side")
    parser.add_argument("--body", default="", metavar="MEASURES", help=BODY_HELP)


def add_landmark_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``landmarks`` takes."""
    parser.add_argument("--body", default="", metavar="MEASURES", help=BODY_HELP)


def run_locate(arguments: argparse.Namespace) -> Answer:
    """Locate points on one body; raises ``InputRefused``."""
    library = the_library()
    if bool(arguments.codes) is arguments.all:
        raise InputRefused("CODE: name at least one point, or ask for --all")
    codes = (
        tuple(point.code for point in library.atlas)
        if arguments.all
        else tuple(library.code(text) for text in arguments.codes)
    )
    shape = read_body(arguments.body)
    locator = _locator(library, shape)
    sides = _SIDES[arguments.side]
    views = _views(library, shape)
    rows = [
        _row(locator.locate(code, site), views)
        for code in codes
        for site in library.atlas[code].sites
        if site is SiteSide.MIDLINE or site in sides
    ]
    return Answer(
        {"points": rows, "unit": "mm"},
        columns(
            (
                str(row["code"]),
                str(row["side"]),
                _place(row["position_mm"]),
                f"± {row['uncertainty_mm']:.1f} mm",
                str(row["region"]),
            )
            for row in rows
        ),
    )


def run_landmarks(arguments: argparse.Namespace) -> Answer:
    """Give every landmark and every cun scale of one body; raises ``InputRefused``."""
    locator = _locator(the_library(), read_body(arguments.body))
    landmarks = {
        str(name): {site.value: _rounded(place) for site, place in places.items()}
        for name, places in locator.landmarks_mm().items()
    }
    scales = {
        scale.value: {site.value: round(length, 2) for site, length in lengths.items()}
        for scale, lengths in locator.scales_mm().items()
    }
    lines = [
        (name, side, _place(place)) for name, places in landmarks.items() for side, place in places.items()
    ]
    lines += [
        (f"1 cun {name}", side, f"{length:.1f} mm")
        for name, lengths in scales.items()
        for side, length in lengths.items()
    ]
    return Answer({"landmarks": landmarks, "cun_mm": scales, "unit": "mm"}, columns(lines))


def read_body(text: str) -> BodyShape:
    """Return the measures in ``sex=0,height_cm=165``; raise ``InputRefused`` naming the field."""
    from acupress_desktop.domain.anatomy.shape import BodyShape, BodyShapeError

    measures: dict[str, float] = {}
    for part in filter(None, text.split(",")):
        name, equals, value = part.partition("=")
        name = name.strip()
        if not equals or name not in ("sex", "height_cm", "weight_kg", "age"):
            raise InputRefused(f"--body: {part!r} is not one of {BODY_HELP}")
        if name in measures:
            raise InputRefused(f"--body: {name} is given twice")
        try:
            measures[name] = float(value)
        except ValueError as error:
            raise InputRefused(f"--body: {name} must be a number, not {value!r}") from error
        if not math.isfinite(measures[name]):
            raise InputRefused(f"--body: {name} must be a number, not {value!r}")
    try:
        return BodyShape(**measures)
    except BodyShapeError as error:
        raise InputRefused(f"--body: {error}") from error


def _locator(library: Library, shape: BodyShape) -> Locator:
    from acupress_desktop.content.body_files import BodyFileError, read_body_model
    from acupress_desktop.content.landmark_files import read_landmarks
    from acupress_desktop.domain.anatomy.locate import Locator

    try:
        model = read_body_model(library.root / "body_maps")
    except BodyFileError as error:
        raise InputRefused(str(error)) from error
    return Locator(model.shaped(shape), read_landmarks(library.root), library.atlas)


def _views(library: Library, shape: BodyShape) -> Mapping[tuple[PointCode, SiteSide], tuple[str, ...]]:
    """Return in which of the app's pictures each site can be seen, on the figure nearer to this body."""
    from acupress_desktop.content.placed_point_files import read_figure_points

    figure = "figure_f" if shape.sex < 0.5 else "figure_m"
    return {
        (point.code, point.side): point.views for point in read_figure_points(library.root, figure).points
    }


def _row(
    found: LocatedPoint, views: Mapping[tuple[PointCode, SiteSide], tuple[str, ...]]
) -> dict[str, object]:
    return {
        "code": found.code,
        "side": found.side.value,
        "on_skin": found.on_skin,
        "position_mm": None if found.position_mm is None else _rounded(found.position_mm),
        "normal": None if found.normal is None else [round(part, 5) for part in found.normal],
        "more_mm": [_rounded(place) for place in found.more_mm],
        "cun_mm": _scales(found.cun_mm),
        "uncertainty_mm": round(found.uncertainty_mm, 2),
        "uncertainty_measured": found.uncertainty_measured,
        "region": found.region,
        "alternative_mm": None if found.alternative_mm is None else _rounded(found.alternative_mm),
        "views": list(views.get((found.code, found.side), ())),
    }


def _scales(scales: Iterable[tuple[Scale, float]]) -> dict[str, float]:
    return {scale.value: round(length, 2) for scale, length in scales}


def _rounded(place: Iterable[float]) -> list[float]:
    return [round(part, 2) for part in place]


def _place(place: object) -> str:
    if not isinstance(place, list):
        return "not on the skin"
    return "x {:.1f}  y {:.1f}  z {:.1f}".format(*place)
