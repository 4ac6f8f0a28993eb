"""Finds pages by the words in them: folded, by their beginnings, and nearly right where nothing else fits."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import lru_cache

from acupress_desktop.domain.articles import ArticleId
from acupress_desktop.domain.spelling import Vocabulary, plain_words

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?\u2026])[\"\u201d\u2019)]*\s+")
_LAST_SIGN = "\U0010ffff"
_LITTLE_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for", "from",
    "has", "have", "how", "i", "if", "in", "is", "it", "me", "my", "need", "not", "of", "on", "or",
    "should", "so", "that", "the", "their", "there", "this", "to", "was", "we", "what", "when",
    "where", "which", "who", "why", "will", "with", "you", "your",
})  # fmt: skip
_ONE_LETTERS_MIN = 3
_SAME_WORD_MAX = 4
"""The same word again says little more about a page after this many times."""


class FoundIn(IntEnum):
    """In which part of a page a word stands; the smaller the better."""

    TITLE = 0
    SUMMARY = 1
    HEADING = 2
    TEXT = 3


_WEIGHTS = {FoundIn.TITLE: 24, FoundIn.SUMMARY: 9, FoundIn.HEADING: 6, FoundIn.TEXT: 2}
_ONLY_BEGINS = 0.05
"""A word that only begins as the word typed counts so much where that one stands somewhere itself."""
_ENDINGS = frozenset({"d", "e", "ed", "es", "ing", "ly", "ness"})
"""A word with one of these endings is the word typed, or close to it: "numbness" is, "number" is not."""
_WITH_ENDING = 0.8


class Nearness(Enum):
    """How well the best pages fit what was typed."""

    EVERY_WORD = "every_word"
    SOME_WORDS = "some_words"
    """No page holds all of the words."""
    NEARLY = "nearly"
    """At least one word was only found as it may have been meant."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a page and what it is there."""

    text: str
    part: FoundIn


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """A page as it is read: its texts in the language in which they are shown."""

    id: ArticleId
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text with the places of the words that were found in it, from and to, in order."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The text cut at the marks; each piece says whether it was found."""
        pieces: list[tuple[str, bool]] = []
        at = 0
        for start, end in self.marks:
            if at < start:
                pieces.append((self.text[at:start], False))
            pieces.append((self.text[start:end], True))
            at = end
        if at < len(self.text):
            pieces.append((self.text[at:], False))
        return tuple(pieces)


@dataclass(frozen=True, slots=True)
class PageMatch:
    """A page that fits, with its title and the one sentence in which most was found."""

    page: ArticleId
    title: Stretch
    sentence: Stretch


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The pages that fit, best first."""

    matches: tuple[PageMatch, ...]
    nearness: Nearness = Nearness.EVERY_WORD


class SearchQuery:
    """What was typed, ready to be looked for in any text: ``marks`` says where its words stand."""

    def __init__(self, meant: Iterable[Mapping[str, float]]) -> None:
        self._meant = tuple(frozenset(words) for words in meant)

    def marks(self, text: str) -> Stretch:
        """Return ``text`` with every word that was meant."""
        return Stretch(
            text,
            tuple(
                (start, end)
                for start, end, word in words_with_places(text)
                if any(word in words for words in self._meant)
            ),
        )


@lru_cache(maxsize=16_384)
def folded(word: str) -> str:
    """Return one word in small letters without marks, of one thing rather than of many."""
    plain = "".join(plain_words(word))
    many = len(plain) > _ONE_LETTERS_MIN and plain.endswith("s") and not plain.endswith("ss")
    return plain[:-1] if many else plain


def words_with_places(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each word of ``text``: where it begins and ends, and how it is compared."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), folded(found.group())


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text."""
    return tuple(part for part in _SENTENCE_END.split(text) if part)


@dataclass(frozen=True, slots=True)
class _Sentence:
    page: int
    text: str
    part: FoundIn


class ArticleSearch:
    """Made once for all pages; ``find`` may be asked at every key."""

    def __init__(self, pages: Iterable[SearchedPage]) -> None:
        self._pages = tuple(pages)
        self._sentences: list[_Sentence] = []
        places: dict[str, dict[int, int]] = defaultdict(dict)
        for number, page in enumerate(self._pages):
            for passage in page.passages:
                whole = passage.part in {FoundIn.TITLE, FoundIn.HEADING}
                for sentence in (passage.text,) if whole else sentences_of(passage.text):
                    here = len(self._sentences)
                    self._sentences.append(_Sentence(number, sentence, passage.part))
                    for _start, _end, word in words_with_places(sentence):
                        places[word][here] = places[word].get(here, 0) + 1
        self._places = dict(places)
        self._words = sorted(self._places)
        self._vocabulary = Vocabulary(self._words)

    def find(self, typed: str) -> SearchResult:
        """Return the pages in which every word stands; where there is none, those with most of them.

        Nothing to go by, such as blanks or signs alone, finds nothing.
        """
        terms = _terms(typed)
        if not terms:
            return SearchResult(())
        meant, guessed = self._meant(terms)
        found = [self._sentences_with(words) for words in meant]
        of_page = self._by_page(found)
        if not of_page:
            return SearchResult(())
        most = max(len(hits) for hits in of_page.values())
        nearness = Nearness.NEARLY if guessed else Nearness.EVERY_WORD
        if most < len(terms):
            nearness = Nearness.SOME_WORDS
        query = SearchQuery(meant)
        fitting = [(page, hits) for page, hits in of_page.items() if len(hits) == most]
        fitting.sort(key=lambda found: (-found[1].score, found[0]))
        return SearchResult(tuple(self._match(page, hits, query) for page, hits in fitting), nearness)

    def query(self, typed: str) -> SearchQuery:
        """Return what ``typed`` means, to mark it in a page."""
        return SearchQuery(self._meant(_terms(typed))[0])

    # --- What is meant

    def _meant(self, terms: tuple[str, ...]) -> tuple[list[dict[str, float]], bool]:
        """Return for each word typed the words that it may mean, each with its weight."""
        guessed = False
        meant: list[dict[str, float]] = []
        for term in terms:
            words = {word: self._weight(term, word) for word in self._beginning(term)}
            if not words:
                words = dict.fromkeys(self._nearest(term), 1.0)
                guessed = guessed or bool(words)
            meant.append(words)
        return meant, guessed

    def _weight(self, term: str, word: str) -> float:
        """Return how much a word counts that begins as the one typed; all alike while none is whole."""
        if term not in self._places or word == term:
            return 1.0
        return _WITH_ENDING if word[len(term) :] in _ENDINGS else _ONLY_BEGINS

    def _beginning(self, start: str) -> list[str]:
        return self._words[bisect_left(self._words, start) : bisect_left(self._words, start + _LAST_SIGN)]

    def _nearest(self, term: str) -> list[str]:
        near = self._vocabulary.near(term)
        least = min(near.values(), default=0)
        return [word for word, edits in near.items() if edits == least]

    def _sentences_with(self, words: Mapping[str, float]) -> dict[int, float]:
        found: dict[int, float] = {}
        for word, weight in words.items():
            for sentence, times in self._places[word].items():
                found[sentence] = found.get(sentence, 0.0) + weight * times
        return found

    # --- How well it fits

    def _by_page(self, found: list[dict[int, float]]) -> dict[int, _Hits]:
        """Return for each page what was found there, word by word."""
        rarity = [self._rarity(sentences) for sentences in found]
        pages: dict[int, _Hits] = defaultdict(lambda: _Hits(rarity))
        for term, sentences in enumerate(found):
            for number, weight in sentences.items():
                sentence = self._sentences[number]
                pages[sentence.page].add(term, number, sentence.part, weight)
        return dict(pages)

    def _rarity(self, sentences: Iterable[int]) -> float:
        """Return how much a word tells pages apart: 1 where it stands on all of them."""
        pages = len({self._sentences[number].page for number in sentences})
        return 1.0 + math.log(len(self._pages) / pages) if pages else 1.0

    def _match(self, page: int, hits: _Hits, query: SearchQuery) -> PageMatch:
        texts = self._pages[page].passages
        title = next((one.text for one in texts if one.part is FoundIn.TITLE), "")
        best = hits.best_sentence(self._sentences)
        if best is None:
            sentence = next((one.text for one in texts if one.part is FoundIn.SUMMARY), "")
        else:
            sentence = self._sentences[best].text
        return PageMatch(self._pages[page].id, query.marks(title), query.marks(sentence))


class _Hits:
    """What was found on one page: for each word typed, the sentences and how much it weighs there."""

    def __init__(self, rarity: Sequence[float]) -> None:
        self._rarity = rarity
        self._weights: dict[int, float] = defaultdict(float)
        self._terms_in: dict[int, set[int]] = defaultdict(set)

    def __len__(self) -> int:
        """How many of the words typed stand on the page."""
        return len(self._weights)

    def add(self, term: int, sentence: int, part: FoundIn, weight: float) -> None:
        """Note a word in a sentence."""
        self._weights[term] += _WEIGHTS[part] * min(weight, _SAME_WORD_MAX)
        self._terms_in[sentence].add(term)

    @property
    def score(self) -> float:
        """The word that is found least counts most, and words that stand together count again."""
        together = max(len(terms) for terms in self._terms_in.values())
        most = 2.0 * _WEIGHTS[FoundIn.TITLE]
        told = [min(weight, most) * self._rarity[term] for term, weight in self._weights.items()]
        return 2.0 * min(told) + sum(told) / len(told) + 6.0 * (together - 1)

    def best_sentence(self, sentences: list[_Sentence]) -> int | None:
        """Return the sentence with most of the words, rare ones first; none where only the title has them."""
        inside = [number for number in self._terms_in if sentences[number].part is not FoundIn.TITLE]
        if not inside:
            return None
        return min(
            inside,
            key=lambda number: (
                -round(sum(self._rarity[term] for term in self._terms_in[number]), 6),
                sentences[number].part is FoundIn.HEADING,
                number,
            ),
        )


def _terms(typed: str) -> tuple[str, ...]:
    """Return the words to look for; little ones only where there are no others."""
    every = tuple(dict.fromkeys(folded(word) for word in plain_words(typed)))
    return tuple(word for word in every if word not in _LITTLE_WORDS) or every
