"""Walks the running app over AT-SPI as somebody who cannot see it; prints what was found as JSON.

Run by the system's own Python (``/usr/bin/python3 -I walk.py FOLDER``), which has pyatspi.
"""

# mypy: ignore-errors
# pyatspi ships no types, and it answers on stdout:
# ruff: noqa: ANN001, ANN201, T201
from __future__ import annotations

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from eyes_and_hands import Missing, Reader, is_on, press

SAFE_ANSWERS = ("None of these", "Nowhere", "No, nothing", "Still the same", "Nothing has changed", "No")
PAGES_MAX = 30
CODE = re.compile(r", (?:[A-Z]{2}\d+|EX-[A-Z]{2}\d+)\b")


def begins(name, beginnings):
    """Whether a name begins with one of these."""
    return any(name.startswith(each) for each in beginnings)


def points(reader):
    """The buttons that stand for points of the map: their names tell the code."""
    return {
        name: node
        for name, node in reader.buttons().items()
        if CODE.search(name) and "button" in node.getRoleName()
    }


def home(reader):
    """The home page: words, buttons, points."""
    reader.wait(lambda: points(reader), "the points of the set on the body")
    found = {"nameless": reader.nameless(), "points": sorted(points(reader))}
    reader.press("Front")
    reader.wait(lambda: any("LI10" in name for name in points(reader)), "the point on the other view")
    found["points_in_front"] = sorted(points(reader))
    return found


def point_pressed(reader):
    """A press on a point of the map leads to it in the atlas."""
    name, node = next((name, node) for name, node in points(reader).items() if "LI10" in name)
    press(node)
    reader.see("Arm Three Li")
    reader.wait(lambda: reader.can_press("Today"), "the mast")
    return name


def atlas(reader):
    """The atlas: everything named, every point shown pressable."""
    reader.press("Atlas")
    reader.wait(lambda: len(points(reader)) > 2, "points of the atlas")
    return {"nameless": reader.nameless(), "points": sorted(points(reader))}


def turning(reader):
    """The body that turns, its points, the layers on it, and the list of own points."""
    reader.press("Turn in 3-D")
    reader.wait(lambda: reader.can_press("Whole body"), "the body that turns")
    found = {"nameless": reader.nameless(), "names": reader.names(), "points": sorted(points(reader))}
    for dialog, inside in (("Layers", "Creases and hairline"), ("My own points", "Places that you marked")):
        reader.press(dialog)
        reader.see(inside)
        found["nameless"] += reader.nameless()
        reader.press("Close")
    return found


def learning(reader):
    """The page of the points to learn."""
    reader.press("Learn these points")
    reader.see("How far you are")
    return {"nameless": reader.nameless(), "names": reader.names()}


def your_body(reader):
    """The own body: fields, sliders and the figure."""
    reader.press("Settings")
    reader.press("Your body: height")
    reader.see("Only used to draw")
    return {"nameless": reader.nameless(), "names": reader.names()}


def trend(reader):
    """The trend page and its table twin."""
    reader.press("Trend")
    reader.wait(lambda: reader.can_press("Table"), "the trend page with its table")
    nameless = reader.nameless()
    reader.press("Table")
    reader.pump(0.4)
    cells = [node.name for node in reader.nodes() if "table cell" in node.getRoleName() and node.name]
    return {"nameless": nameless + reader.nameless(), "cells": cells}


def safety(reader):
    """Every page of the safety questions, answered as a healthy person."""
    reader.press("Today")
    reader.press("Start")
    nameless, pages = [], 0
    while pages < PAGES_MAX:
        reader.wait(
            lambda: reader.can_press("Begin") or any(begins(name, SAFE_ANSWERS) for name in reader.buttons()),
            "a page of questions",
        )
        nameless += reader.nameless()
        if reader.can_press("Begin"):
            break
        pages += 1
        asked = next((name for name in reader.names() if name.startswith("Question ")), "")
        names = reader.buttons()
        reader.press(next(each for each in SAFE_ANSWERS if any(begins(name, (each,)) for name in names)))
        reader.wait(
            lambda asked=asked: asked not in reader.names() or reader.can_press("Begin"), "the next page"
        )
    return {"nameless": nameless, "pages": pages}


def plan(reader):
    """The plan: a scale that can be set, one value at a time."""
    five = reader.press("5")
    was_on = is_on(five)
    seven = reader.press("7")
    return {"nameless": reader.nameless(), "set": [was_on, is_on(five), is_on(seven)]}


def session(reader):
    """The session: spoken steps, everything named, and stopped at once."""
    reader.press("Begin")
    reader.see("Step 1 of")
    nameless = reader.nameless()
    reader.press("Skip this side")
    reader.see("Step 2 of")
    reader.wait(lambda: any("right hand" in line for line in reader.heard), "where the second place is")
    nameless += reader.nameless()
    reader.press("Skip this side")
    reader.see("Step 3 of")
    reader.wait(lambda: any("left forearm" in line for line in reader.heard), "where the third place is")
    reader.press("Stop")
    reader.pump(0.3)
    nameless += reader.nameless()
    return {"nameless": nameless, "heard": list(reader.heard), "after_stop": sorted(reader.buttons())}


def main():
    """Walk; what could not be reached is told as ``missing``."""
    told = {}
    try:
        reader = Reader("acupress")
        reader.wait(lambda: reader.can_press("Start"), "the home page")
        for step in (home, point_pressed, atlas, turning, learning, your_body, trend, safety, plan, session):
            told[step.__name__] = step(reader)
    except (Missing, StopIteration) as missing:
        told["missing"] = str(missing) or "nothing to press"
    print(json.dumps(told))


main()
