"""Lets imports read no source. Imported before everything else that a window needs.

PySide6 puts a hook of its own in the place of ``__import__``, for those who ask for a ``__feature__``. After
each import the hook reads the imported module's source, to see whether the word PySide6 stands in it, and
``linecache`` keeps what was read: 8 MB of text in 20 MB of memory, and a quarter of the CPU of a start
(measured, 6.11). This app asks for no feature.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - the hook comes with it


def undo_import_hook() -> None:
    """Put back the ``__import__`` that the hook wraps; nothing where PySide6 has no such hook."""
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original


undo_import_hook()
