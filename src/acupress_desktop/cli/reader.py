"""``acupress read``: the pages to read, one of them whole, or those in which some words stand."""

from __future__ import annotations

import argparse
import textwrap
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused, columns
from acupress_desktop.cli.evidence import WIDTH
from acupress_desktop.cli.library import the_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from acupress_desktop.domain.article_search import PageMatch, Stretch
    from acupress_desktop.domain.articles import Article, Block
    from acupress_desktop.domain.evidence import Source


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("article", nargs="?", metavar="ARTICLE", help="a page such as finding_points")
    which.add_argument("--search", metavar="TEXT", help="the pages in which these words stand, best first")


def run(arguments: argparse.Namespace) -> Answer:
    """Show one page, what was found, or all pages; raises ``InputRefused`` for a page that does not exist."""
    if arguments.article is not None:
        return _page(arguments.article)
    if arguments.search is not None:
        return _search(arguments.search)
    articles = the_library().articles.in_order
    rows = ((one.id, one.group.value, f"{one.minutes} min", one.title) for one in articles)
    return Answer({"articles": [_row(one) for one in articles]}, columns(rows))


def _page(wanted: str) -> Answer:
    from acupress_desktop.words import reader as words

    book = the_library().articles
    article = book.find(wanted)
    if article is None:
        raise InputRefused(f"ARTICLE: no {wanted[:60]!r}; `acupress read` lists all")
    sources = book.sources_of(article)
    content = {
        **_row(article),
        "related": list(article.related),
        "blocks": [_block_row(block) for block in article.blocks],
        "sources": [_source_row(source) for source in sources],
    }
    lines = [article.title, "", *_wrapped(article.summary), ""]
    for block in article.blocks:
        lines += [*_told(block), ""]
    lines += [words.sources_heading(), *(_item("-", words.source_line(one)) for one in sources)]
    return Answer(content, tuple(line for told in lines for line in told.splitlines() or ("",)))


def _search(typed: str) -> Answer:
    from acupress_desktop.domain.article_search import ArticleSearch
    from acupress_desktop.presenters.reader_parts import searched

    book = the_library().articles
    result = ArticleSearch(searched(one) for one in book.articles).find(typed)
    content = {
        "search": typed,
        "fits": result.nearness.value if result.matches else None,
        "found": [_match_row(match) for match in result.matches],
    }
    lines: list[str] = []
    for match in result.matches:
        lines += [f"{match.page}  {match.title.text}", *_wrapped(_marked(match.sentence), "  ")]
    return Answer(content, tuple(lines))


def _row(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "group": article.group.value,
        "summary": article.summary,
        "words": article.word_count,
        "minutes": article.minutes,
        "prints": article.prints.value,
    }


def _source_row(source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "short": source.short,
        "title": source.title,
        "identifier": source.identifier,
        "checked": source.checked.isoformat(),
        "verified": source.verified.value,
    }


def _match_row(match: PageMatch) -> dict[str, object]:
    return {
        "id": match.page,
        "title": match.title.text,
        "sentence": match.sentence.text,
        "marks": [list(mark) for mark in match.sentence.marks],
    }


def _marked(stretch: Stretch) -> str:
    """Write what was found between asterisks, for a terminal."""
    return "".join(f"*{text}*" if found else text for text, found in stretch.pieces)


def _block_row(block: Block) -> dict[str, object]:
    from acupress_desktop.domain import articles

    match block:
        case articles.TextBlock(text):
            return {"kind": "text", "text": text}
        case articles.HeadingBlock(text):
            return {"kind": "heading", "text": text}
        case articles.ListBlock(items):
            return {"kind": "list", "items": list(items)}
        case articles.StepsBlock(items):
            return {"kind": "steps", "items": list(items)}
        case articles.ClaimBlock(said, found):
            return {"kind": "claim", "said": said, "found": found}
        case articles.PossibleBlock(text):
            return {"kind": "possible", "text": text}
        case articles.TraditionBlock(text):
            return {"kind": "tradition", "text": text}
        case articles.StoryBlock(title, text):
            return {"kind": "story", "title": title, "text": text}
        case articles.ChecklistBlock(heading, items):
            return {"kind": "checklist", "heading": heading, "items": list(items)}
        case articles.PictureBlock(view, points, caption, alt):
            points_named = [str(point) for point in points]
            return {"kind": "picture", "view": view, "points": points_named, "caption": caption, "alt": alt}
        case articles.LinkBlock(to, text):
            return {"kind": "link", "to": f"{to.kind.value}:{to.name}".rstrip(":"), "text": text}


def _told(block: Block) -> Iterator[str]:
    """Give a block as lines; what it is stands before it in words."""
    from acupress_desktop.domain import articles
    from acupress_desktop.words import reader as words

    match block:
        case articles.TextBlock(text):
            yield from _wrapped(text)
        case articles.HeadingBlock(text):
            yield from (text, "-" * len(text))
        case articles.ListBlock(items):
            yield from _items("-", items)
        case articles.StepsBlock(items):
            yield from (_item(f"{number}.", text) for number, text in enumerate(items, start=1))
        case articles.ClaimBlock(said, found):
            yield from (_item(f"{words.said_label()}:", said), _item(f"{words.found_label()}:", found))
        case articles.PossibleBlock(text):
            yield _item(f"{words.possible_label()}:", text)
        case articles.TraditionBlock(text):
            yield _item(f"{words.tradition_label()}:", text)
        case articles.StoryBlock(title, text):
            yield f"{words.story_label()}: {title}"
            yield from _wrapped(text, "  ")
        case articles.ChecklistBlock(heading, items):
            yield heading
            yield from _items("[ ]", items)
        case articles.PictureBlock(_view, _points, caption, alt):
            yield from _wrapped(f"[{alt}]")
            yield from _wrapped(caption)
        case articles.LinkBlock(to, text):
            yield f"> {text} ({to.kind.value}:{to.name})".replace(":)", ")")


def _items(sign: str, items: Iterable[str]) -> Iterator[str]:
    return (_item(sign, text) for text in items)


def _item(sign: str, text: str) -> str:
    return "\n".join(textwrap.wrap(f"{sign} {text}", WIDTH, subsequent_indent="  ", break_long_words=False))


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)
