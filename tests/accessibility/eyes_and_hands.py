"""What a screen reader sees and presses, over AT-SPI. Runs under the system's own Python, which has pyatspi.

Knows nothing of the app but the names that it shows. Imported by ``walk.py`` only.
"""

# mypy: ignore-errors
# pyatspi ships no types, and it waits for another process, whose time is the real one:
# ruff: noqa: ANN001, ANN201, ANN202, ANN204, TID251
from __future__ import annotations

import time

import pyatspi
from gi.repository import GLib

SECONDS = 12.0


class Missing(Exception):
    """Something did not appear in time."""


class Reader:
    """One screen reader on one application."""

    def __init__(self, application_name):
        self.heard = []
        self._application = None
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")
        self._application = self.wait(lambda: self._find_application(application_name), application_name)

    def _hear(self, event):
        self.heard.append(str(event.any_data))

    def _find_application(self, name):
        desktop = pyatspi.Registry.getDesktop(0)
        for place in range(desktop.childCount):
            child = desktop.getChildAtIndex(place)
            if child is not None and name.lower() in (child.name or "").lower() and child.childCount:
                return child
        return None

    # --- Waiting

    def pump(self, seconds=0.05):
        """Let events arrive."""
        context = GLib.MainContext.default()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            while context.pending():
                context.iteration(False)
            time.sleep(0.005)

    def wait(self, found, what, seconds=SECONDS):
        """Return what ``found`` returns as soon as it is true."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            result = found()
            if result:
                return result
            self.pump()
        raise Missing(what)

    # --- Seeing

    def nodes(self):
        """Every node that shows, depth first."""
        found = []

        def visit(node, depth):
            if node is None or depth > 40:
                return
            try:
                state = node.getState()
                showing = state.contains(pyatspi.STATE_SHOWING)
                if depth and not showing:
                    return
                found.append(node)
                for place in range(node.childCount):
                    visit(node.getChildAtIndex(place), depth + 1)
            except (LookupError, RuntimeError, GLib.GError):
                return  # the page changed under our eyes

        visit(self._application, 0)
        return found

    def names(self):
        """The names that show."""
        return [node.name for node in self.nodes() if node.name]

    def nameless(self):
        """Whatever takes the keyboard and has no name."""
        return [
            node.getRoleName()
            for node in self.nodes()
            if node.getState().contains(pyatspi.STATE_FOCUSABLE) and not (node.name or "").strip()
        ]

    def buttons(self):
        """What can be pressed: name to node; the first of a name counts."""
        found = {}
        for node in self.nodes():
            state = node.getState()
            if node.name and state.contains(pyatspi.STATE_ENABLED) and _action_of(node) is not None:
                found.setdefault(node.name, node)
        return found

    def see(self, beginning, seconds=SECONDS):
        """Wait until a name that begins so shows; return it."""
        return self.wait(
            lambda: next((name for name in self.names() if name.startswith(beginning)), None),
            f"{beginning!r}; there are {self.names()}",
            seconds,
        )

    # --- Pressing

    def press(self, beginning, seconds=SECONDS):
        """Press the button with this name, or the first whose name begins so."""

        def find():
            buttons = self.buttons()
            if beginning in buttons:
                return buttons[beginning]
            return next((node for name, node in buttons.items() if name.startswith(beginning)), None)

        node = self.wait(find, f"a button {beginning!r}; there are {sorted(self.buttons())}", seconds)
        press(node)
        self.pump(0.15)
        return node

    def can_press(self, beginning):
        """Whether such a button shows now."""
        return any(name.startswith(beginning) for name in self.buttons())


def _action_of(node):
    try:
        action = node.queryAction()
    except NotImplementedError:
        return None
    names = [action.getName(place) for place in range(action.nActions)]
    for wanted in ("Press", "Toggle", "press", "toggle", "click"):
        if wanted in names:
            return names.index(wanted)
    return None


def press(node):
    """Do what a press does."""
    node.queryAction().doAction(_action_of(node))


def is_on(node):
    """Whether it is checked, chosen or pressed in."""
    state = node.getState()
    on = (pyatspi.STATE_CHECKED, pyatspi.STATE_SELECTED, pyatspi.STATE_PRESSED)
    return any(state.contains(each) for each in on)
