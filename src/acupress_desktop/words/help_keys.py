"""The keys of every page, as the help page lists them."""

from __future__ import annotations

from acupress_desktop.words.translate import _

Rows = tuple[tuple[tuple[str, ...], str], ...]
"""Keys, and what they do."""


def key_groups(in_a_session: Rows) -> tuple[tuple[str, Rows], ...]:
    """All keys under headings; those of a session are the person's own."""
    return (
        (
            _("Everywhere"),
            (
                ((_("Tab"), _("Shift Tab")), _("to the next or the previous control")),
                ((_("Space"), _("Enter")), _("press the control that has the ring around it")),
                ((_("Ctrl 1"), "2", "3", "4", "5", "6"), _("Today, Practice, Atlas, Learn, Journal, Trend")),
                ((_("Ctrl ,"),), _("settings")),
                (("F1",), _("this page")),
                (("F11",), _("the large view for showing points to somebody")),
                ((_("Esc"),), _("close what lies above the page")),
            ),
        ),
        (
            _("In a session"),
            in_a_session,
        ),
        (
            _("Safety questions"),
            (
                (("Y",), _("yes")),
                (("N",), _("no")),
                (("?",), _("not sure")),
                ((_("Backspace"),), _("one back")),
            ),
        ),
        (
            _("Atlas"),
            (
                (("/", _("Ctrl F")), _("to the search; the down arrow leads on to the list")),
                (("F6", _("Shift F6")), _("to the next or the previous part of the page")),
                ((_("Enter"),), _("in the list: open the point and go to its card")),
                ((_("Home"), _("End")), _("in the list: its first or last point")),
                ((_("Page Down"), _("Page Up")), _("on a tour: to the next or the previous point")),
                ((_("Esc"),), _("end the tour, or go back from “Did I find it?” to the card")),
                ((_("Esc"),), _("in the search: empty it")),
            ),
        ),
        (
            _("Body that turns in 3-D"),
            (
                (("←", "→", "↑", "↓"), _("turn the body; on a point: from point to point")),
                ((_("Shift ←"), "→", "↑", "↓"), _("move it")),
                (("+", "−"), _("closer, further away")),
                (("1", "…", "6"), _("front, back, your left, your right, from above, soles")),
                ((_("Home"),), _("all of it, from the front; on a point: to the first")),
                ((_("Tab"),), _("to the points that are in view, and on to the buttons")),
                ((_("Enter"),), _("on a point: choose it and come near")),
            ),
        ),
        (
            _("Ruler on the screen"),
            (
                (("←", "→"), _("narrower, wider")),
                ((_("Shift ←"), "→"), _("by a single step")),
            ),
        ),
        (
            _("Pages to read"),
            (
                (("/", _("Ctrl F")), _("to the search; the down arrow leads on to what was found")),
                ((_("Space"), _("Shift Space")), _("in a page: down and up by a window")),
                (("H", _("Shift H")), _("in a page: to the next or the previous heading")),
                ((_("Shift ←"), "→", "↑", "↓"), _("in a page: select text; Ctrl C copies it")),
                ((_("Alt ←"), _("Backspace")), _("back to where you came from")),
            ),
        ),
        (
            _("A routine"),
            (((_("Alt ↑"), _("Alt ↓")), _("move the step that has the ring")),),
        ),
        (
            _("Learning points"),
            (
                (("1", "…", "6"), _("choose an answer; then 1 to 4 say how hard it was")),
                ((_("Enter"),), _("next question")),
                ((_("Esc"),), _("stop; every answer is saved")),
            ),
        ),
        (
            _("How hard to press"),
            (
                ((_("Space"), _("Enter"), _("Page Down")), _("do what the large button says")),
                ((_("Page Up"),), _("one step back; a try that was kept there is taken back")),
                (("↑", "↓"), _("more or fewer grams")),
                ((_("Esc"),), _("close; every try is saved")),
            ),
        ),
        (
            _("Scales from 0 to 10"),
            (
                (("0", "…", "9"), _("choose a number; 1 and then 0 is ten")),
                (("←", "→"), _("one less, one more")),
            ),
        ),
        (
            _("Trend"),
            (
                (("←", "→"), _("a little earlier, a little later")),
                ((_("Page Up"), _("Page Down")), _("earlier or later by the whole range")),
                ((_("End"),), _("back to today")),
            ),
        ),
        (
            _("Body map"),
            (
                ((_("Tab"),), _("to the points, and on from them")),
                (("←", "→", "↑", "↓"), _("from point to point")),
                ((_("Home"), _("End")), _("to the first or the last point")),
                (("+", "−", "0"), _("closer, further away, all of it")),
                ((_("Ctrl ←"), "→", "↑", "↓"), _("move a picture that is close")),
            ),
        ),
        (
            _("Large view"),
            (
                ((_("Page Down"), "→"), _("next point")),
                ((_("Page Up"), "←"), _("point before")),
                (("F11", _("Esc")), _("leave")),
            ),
        ),
    )
