"""Plain letters for comparing what people type, and words that are nearly spelled right."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

TYPED_CHARACTERS_MAX = 100
"""What is typed beyond this cannot be the name of a point."""
WORDS_MAX = 8
ONE_EDIT_FROM_LETTERS = 4
TWO_EDITS_FROM_LETTERS = 8
"""A short word has no room for a slip: with one edit "LU7" would be "LI7", another point."""

_HANZI = "\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_HANZI}]+|[^\W_{_HANZI}]+\+?")
_SILENT = "'\u2019\u02bc`\u00b4"


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in small letters without marks; never more than ``WORDS_MAX``.

    Tone marks and apostrophes go, full-width letters become common ones, hanzi stand apart from letters, and
    whatever is no letter or digit parts two words. A plus stays with the code that it ends.
    """
    decomposed = unicodedata.normalize("NFKD", text[:TYPED_CHARACTERS_MAX].casefold())
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign) and sign not in _SILENT)
    return tuple(_WORD.findall(letters)[:WORDS_MAX])


def edits_allowed(word: str) -> int:
    """Return how many slips a word may have; none with a digit in it, which makes it a code."""
    if any(not sign.isalpha() for sign in word) or not word.isascii():
        return 0
    if len(word) >= TWO_EDITS_FROM_LETTERS:
        return 2
    return 1 if len(word) >= ONE_EDIT_FROM_LETTERS else 0


def edits_between(one: str, other: str, most: int) -> int:
    """Return how many letters to add, drop, change or swap with the next to get from ``one`` to ``other``.

    Counts no further than ``most + 1``. Each letter takes part in one swap at the most.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        two_before, before, row = before, row, [place]
        for there, other_letter in enumerate(other, start=1):
            best = min(before[there] + 1, row[-1] + 1, before[there - 1] + (letter != other_letter))
            swapped = (
                place > 1 and there > 1 and letter == other[there - 2] and one[place - 2] == other_letter
            )
            row.append(min(best, two_before[there - 2] + 1) if swapped else best)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)


class Vocabulary:
    """Words that may be meant. Letters are compared first, so that few words are spelled through."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for word in sorted({word for word in words if word.isascii() and word.isalpha()}):
            self._by_length[len(word)].append((word, _letters_in(word)))

    def near(self, typed: str) -> dict[str, int]:
        """Return the words within the slips that ``typed`` may have, each with their number."""
        most = edits_allowed(typed)
        found: dict[str, int] = {}
        if not most:
            return found
        letters = _letters_in(typed)
        for length in range(len(typed) - most, len(typed) + most + 1):
            for word, its_letters in self._by_length.get(length, ()):
                # One edit brings at most one new letter and takes at most one away.
                both = letters & its_letters
                if (letters ^ both).bit_count() <= most and (its_letters ^ both).bit_count() <= most:
                    edits = edits_between(typed, word, most)
                    if edits <= most:
                        found[word] = edits
        return found


def _letters_in(word: str) -> int:
    """Return a set of the letters a to z as bits."""
    bits = 0
    for sign in word:
        bits |= 1 << (ord(sign) - ord("a") & 31)
    return bits
