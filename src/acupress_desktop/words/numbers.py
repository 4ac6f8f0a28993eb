"""Small numbers as words, the way a person says them."""

from __future__ import annotations

from acupress_desktop.words.translate import _


def count_word(count: int) -> str:
    """Such as "five"; digits from thirteen on."""
    names = (
        _("no"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )
    return names[count] if 0 <= count < len(names) else str(count)


def sentence_start(text: str) -> str:
    """Begin a sentence with ``text``."""
    return text[:1].upper() + text[1:]
