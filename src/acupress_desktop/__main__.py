"""The one entry: a window when no subcommand is named, else the headless door."""

from __future__ import annotations

import sys
from collections.abc import Sequence

WINDOW_COMMANDS = frozenset({"shots", "demo", "voice"})
"""Subcommands that build an application of Qt, offscreen or without a screen; all others never touch it."""
_TAKES_VALUE = frozenset({"--data"})


def subcommand_in(arguments: Sequence[str]) -> str | None:
    """Return the first word that is neither an option nor an option's value."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument in _TAKES_VALUE:
            skip = True
        elif not argument.startswith("-"):
            return argument
    return None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the app or one headless subcommand; return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    command = subcommand_in(arguments)
    asks_for_words = bool({"-h", "--help", "--version"} & set(arguments))
    if command in WINDOW_COMMANDS or (command is None and not asks_for_words):
        from acupress_desktop.app import start

        return start.main(arguments)
    from acupress_desktop.cli import door

    return door.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
