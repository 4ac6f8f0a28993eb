"""Finds points by what people type: code, names in three scripts, a part of the body, a complaint."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum

from acupress_desktop.domain.atlas import Atlas, Meridian, Point
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.spelling import Vocabulary, plain_words

CONTAINED_LETTERS_MIN = 3
"""Fewer letters stand inside half of all names."""

_CODE = re.compile(r"([a-z]+)0*(\d+)")
_TONE_DIGIT = re.compile(r"(?<=[a-z])[1-5](?!\d)")
_LITTLE_WORDS = frozenset({"of", "the", "a", "an", "on", "in", "at", "for", "my", "and", "point"})

_LINE_NAMES: dict[Meridian, tuple[str, ...]] = {
    Meridian.LUNG: ("lung",),
    Meridian.LARGE_INTESTINE: ("large intestine", "colon", "co"),
    Meridian.STOMACH: ("stomach", "s"),
    Meridian.SPLEEN: ("spleen",),
    Meridian.HEART: ("heart", "he", "h"),
    Meridian.SMALL_INTESTINE: ("small intestine",),
    Meridian.BLADDER: ("bladder", "urinary bladder", "ub", "b"),
    Meridian.KIDNEY: ("kidney", "kid", "k"),
    Meridian.PERICARDIUM: ("pericardium", "p"),
    Meridian.TRIPLE_ENERGIZER: (
        "triple energizer",
        "triple warmer",
        "triple burner",
        "sanjiao",
        "sj",
        "tw",
        "th",
    ),
    Meridian.GALLBLADDER: ("gallbladder", "gall bladder", "g"),
    Meridian.LIVER: ("liver", "liv", "lv"),
    Meridian.GOVERNOR: ("governor vessel", "governing vessel", "governor", "du", "dm"),
    Meridian.CONCEPTION: ("conception vessel", "directing vessel", "conception", "ren", "rn", "rm"),
    Meridian.EXTRA_HEAD_NECK: ("hn",),
    Meridian.EXTRA_UPPER_LIMB: ("ue",),
}
"""Other ways of writing the letters of a code. A bare "L" is missing: it is the lung or the liver."""
_ONE_LETTERS_MIN = 3
_LAST_SIGN = "\U0010ffff"
_LINE_WORDS = ("", " line", " meridian", " channel")


class MatchRank(IntEnum):
    """How well a point fits; the smaller the better."""

    EXACT_CODE = 0
    EXACT_NAME = 1
    EXACT_TOPIC = 2
    PREFIX = 3
    TOPIC = 4
    CONTAINS = 5
    NEARLY = 6


class TopicKind(Enum):
    """What a topic stands for."""

    PLACE = "place"
    COMPLAINT = "complaint"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class SearchTopic:
    """Words for many points: a part of the body, what a set is for. The first phrase is its title."""

    kind: TopicKind
    phrases: tuple[str, ...]
    points: frozenset[PointCode]


@dataclass(frozen=True, slots=True)
class PointMatch:
    """A point that fits, and the topic by which it does, where it is one."""

    point: Point
    rank: MatchRank
    topic: SearchTopic | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A point made plain: its names each as one word, and the single words of the names."""

    point: Point
    names: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Topic:
    topic: SearchTopic
    phrases: tuple[tuple[str, ...], ...]
    places: frozenset[int]

    @property
    def words(self) -> set[str]:
        """All single words of its phrases."""
        return {word for phrase in self.phrases for word in phrase}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed, made plain. ``words`` are without little ones, ``whole`` is everything as one word."""

    words: tuple[str, ...]
    whole: str
    toneless: str
    code: str


class PointSearch:
    """``PointSearch(atlas, topics)``; ``find(text)`` answers the best match first."""

    def __init__(self, atlas: Atlas, topics: Iterable[SearchTopic] = ()) -> None:
        self._simple = _simplified_hanzi(atlas)
        self._entries = tuple(self._entry(point) for point in atlas)
        places = range(len(self._entries))
        self._codes = {_joined(entry.point.code): place for place, entry in enumerate(self._entries)}
        self._topics = tuple(
            _Topic(
                topic,
                tuple(self._words(phrase) for phrase in topic.phrases),
                frozenset(place for place in places if self._entries[place].point.code in topic.points),
            )
            for topic in (*topics, *_lines(atlas))
        )
        self._written_codes = _Index(self._codes.items())
        self._names = _Index((name, place) for place in places for name in self._entries[place].names)
        self._name_words = _Index((word, place) for place in places for word in self._entries[place].words)
        # A set goes by its own phrases alone: "chest" of one topic and "pain" of another mean neither.
        self._mixed = _Index(
            (
                *self._codes.items(),
                *self._names.pairs(),
                *self._name_words.pairs(),
                *(
                    (word, place)
                    for topic in self._topics
                    if topic.topic.kind is not TopicKind.COMPLAINT
                    for word in topic.words
                    for place in topic.places
                ),
            )
        )
        of_topics = (word for topic in self._topics for word in topic.words)
        self._every_word = _Index((word, 0) for word in (*self._mixed.words, *of_topics))
        self._vocabulary = Vocabulary(self._every_word.words)

    def find(self, text: str) -> tuple[PointMatch, ...]:
        """Return the points that fit ``text``, best first; those that are nearly right only where none fits.

        Nothing to go by, such as blanks or signs alone, finds nothing.
        """
        asked = self._asked(text)
        if asked is None:
            return ()
        best = _Best()
        self._offer_names(asked, best)
        self._offer_topics(asked, best)
        self._offer_mixed(asked, best)
        if not best.found:
            self._offer_nearly(asked, best)
        return tuple(
            PointMatch(self._entries[place].point, MatchRank(rank), topic)
            for (rank, _order, place), topic in sorted(best.found.values(), key=lambda found: found[0])
        )

    # --- What is compared

    def _words(self, text: str) -> tuple[str, ...]:
        """Return plain words, of one thing rather than many; little words only where there are no others."""
        words = tuple(_of_one(self._in_simple_hanzi(word)) for word in plain_words(text))
        return tuple(word for word in words if word not in _LITTLE_WORDS) or words

    def _in_simple_hanzi(self, word: str) -> str:
        return word if word.isascii() else "".join(self._simple.get(sign, sign) for sign in word)

    def _asked(self, text: str) -> _Asked | None:
        every = tuple(self._in_simple_hanzi(word) for word in plain_words(text))
        if not every:
            return None
        whole = "".join(every)
        return _Asked(
            self._with_codes(self._words(text)),
            whole,
            _TONE_DIGIT.sub("", whole).replace("v", "u"),
            _usual_code(whole),
        )

    def _with_codes(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Join what is one code written in two words."""
        joined: list[str] = []
        for word in words:
            code = _usual_code(joined[-1] + word) if joined and word.isdecimal() else ""
            if code in self._codes:
                joined[-1] = code
            else:
                joined.append(word)
        return tuple(joined)

    def _entry(self, point: Point) -> _Entry:
        spelled = (point.pinyin, point.english, *point.other_names, point.hanzi_simplified)
        parts = tuple(self._words(name) for name in spelled)
        whole = tuple("".join(self._in_simple_hanzi(word) for word in plain_words(name)) for name in spelled)
        words = tuple(dict.fromkeys(word for part in parts for word in part))
        return _Entry(point, tuple(dict.fromkeys(whole)), words)

    # --- How well it fits

    def _offer_names(self, asked: _Asked, best: _Best) -> None:
        whole = asked.whole
        if asked.code in self._codes:
            best.offer(self._codes[asked.code], MatchRank.EXACT_CODE)
        for place in self._names.at(whole) | self._names.at(asked.toneless):
            best.offer(place, MatchRank.EXACT_NAME)
        for place in self._names.beginning(whole) | self._written_codes.beginning(asked.code):
            best.offer(place, MatchRank.PREFIX)
        for place in set.intersection(*(self._name_words.beginning(word) for word in asked.words)):
            best.offer(place, MatchRank.PREFIX, 1)
        if len(whole) >= CONTAINED_LETTERS_MIN or not whole.isascii():
            for place in self._names.containing(whole):
                best.offer(place, MatchRank.CONTAINS)

    def _offer_topics(self, asked: _Asked, best: _Best) -> None:
        for topic in self._topics:
            if any(phrase == asked.words for phrase in topic.phrases):
                rank = MatchRank.EXACT_TOPIC
            elif any(_begins_each(asked.words, phrase) for phrase in topic.phrases):
                rank = MatchRank.TOPIC
            else:
                continue
            order = list(TopicKind).index(topic.topic.kind)
            for place in topic.places:
                best.offer(place, rank, order, topic.topic)

    def _offer_mixed(self, asked: _Asked, best: _Best) -> None:
        """Several words that fit a point together, such as a part of its name and where it lies."""
        if len(asked.words) < 2:
            return
        each = [self._mixed.beginning(word) for word in asked.words]
        for place in set.intersection(*each):
            best.offer(place, MatchRank.CONTAINS, 1)

    def _offer_nearly(self, asked: _Asked, best: _Best) -> None:
        meant = [self._meant(word) for word in asked.words]
        each = [self._standing_for(words) for words in meant]
        for place in set.intersection(*(set(edits) for edits in each)):
            best.offer(place, MatchRank.NEARLY, sum(edits[place] for edits in each))
        for place, edits in self._standing_for(self._meant(asked.whole)).items():
            best.offer(place, MatchRank.NEARLY, edits)
        for topic in self._topics:
            for phrase in topic.phrases:
                least = [
                    min((words[word] for word in phrase if word in words), default=None) for words in meant
                ]
                if None not in least:
                    edits = sum(edits or 0 for edits in least)
                    for place in topic.places:
                        best.offer(place, MatchRank.NEARLY, edits, topic.topic)

    def _meant(self, typed: str) -> dict[str, int]:
        """Return the words that may be meant, each with its slips."""
        words = self._vocabulary.near(typed)
        words.update(dict.fromkeys(self._every_word.words_beginning(typed), 0))
        return words

    def _standing_for(self, words: dict[str, int]) -> dict[int, int]:
        """Return the places of the points that these words stand for, each with the fewest slips."""
        found: dict[int, int] = {}
        for word, edits in words.items():
            for place in self._mixed.at(word):
                found[place] = min(edits, found.get(place, edits))
        return found


class _Index:
    """Words with the places of the points that they stand for, found by their beginning."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        places: dict[str, set[int]] = defaultdict(set)
        for word, place in pairs:
            places[word].add(place)
        self._places = dict(places)
        self.words = sorted(self._places)
        self._written = "\n".join(self.words)

    def pairs(self) -> Iterator[tuple[str, int]]:
        """Return every word with each of its places."""
        return ((word, place) for word, places in self._places.items() for place in places)

    def at(self, word: str) -> set[int]:
        """Return the places of a word."""
        return self._places.get(word, set())

    def words_beginning(self, start: str) -> list[str]:
        """Return the words that begin so."""
        return self.words[bisect_left(self.words, start) : bisect_left(self.words, start + _LAST_SIGN)]

    def beginning(self, start: str) -> set[int]:
        """Return the places of all words that begin so."""
        return {place for word in self.words_beginning(start) for place in self._places[word]}

    def containing(self, part: str) -> set[int]:
        """Return the places of all words that hold ``part``."""
        if part not in self._written:
            return set()
        return {place for word in self.words if part in word for place in self._places[word]}


class _Best:
    """Keeps the best reason for which each point fits."""

    def __init__(self) -> None:
        self.found: dict[int, tuple[tuple[int, int, int], SearchTopic | None]] = {}

    def offer(self, place: int, rank: MatchRank, order: int = 0, topic: SearchTopic | None = None) -> None:
        """Take a reason, if no better one is known; ``order`` parts reasons of one rank."""
        key = (int(rank), order, place)
        if place not in self.found or key < self.found[place][0]:
            self.found[place] = (key, topic)


def _joined(code: str) -> str:
    return code.replace("-", "").casefold()


def _usual_code(whole: str) -> str:
    """Return a code as it is usually written, joined and in small letters: ``ub060`` is ``bl60``."""
    parts = _CODE.fullmatch(whole)
    if parts is None:
        return whole
    letters, number = parts.groups()
    return _LETTERS.get(letters, letters) + number


def _of_one(word: str) -> str:
    """Drop the ending of many: ``shoulders`` is ``shoulder``."""
    many = len(word) > _ONE_LETTERS_MIN and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if many else word


def _begins_each(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return all(any(word.startswith(each) for word in phrase) for each in words)


def _simplified_hanzi(atlas: Atlas) -> dict[str, str]:
    """Return what each traditional sign of the names is in the simplified script."""
    return {
        traditional: simplified
        for point in atlas
        if len(point.hanzi_traditional) == len(point.hanzi_simplified)
        for traditional, simplified in zip(point.hanzi_traditional, point.hanzi_simplified, strict=True)
    }


def _lines(atlas: Atlas) -> tuple[SearchTopic, ...]:
    """Return each line as a topic, by the names that people give it."""
    return tuple(
        SearchTopic(
            TopicKind.LINE,
            tuple(name + word for name in names for word in _LINE_WORDS if len(name) > 2),
            frozenset(point.code for point in atlas if point.meridian is line),
        )
        for line, names in _LINE_NAMES.items()
    )


_LETTERS = {
    name.replace(" ", ""): _joined(line.value) for line, names in _LINE_NAMES.items() for name in names
}
