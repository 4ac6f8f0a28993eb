from __future__ import annotations

from acupress_desktop.domain.articles import (
    Article,
    ArticleBook,
    ArticleGroup,
    ArticleId,
    ChecklistBlock,
    LinkBlock,
    LinkKind,
    LinkTarget,
    PictureBlock,
    Prints,
    TextBlock,
    texts_of,
)
from acupress_desktop.domain.ids import PointCode


def page(name: str, group: ArticleGroup, *texts: str, related: tuple[str, ...] = ()) -> Article:
    return Article(
        ArticleId(name),
        "Title",
        group,
        "A summary.",
        (),
        tuple(ArticleId(one) for one in related),
        Prints.NONE,
        tuple(TextBlock(text) for text in texts),
    )


def words(count: int) -> str:
    return " ".join(["word"] * count)


def test_minutes_are_rounded_up() -> None:
    # Title and summary are three words.
    assert page("a", ArticleGroup.BASICS, words(197)).minutes == 1
    assert page("a", ArticleGroup.BASICS, words(198)).minutes == 2
    assert page("a", ArticleGroup.BASICS, words(397)).minutes == 2
    assert page("a", ArticleGroup.BASICS).minutes == 1


def test_neighbours_are_those_of_the_index_whatever_the_order_of_the_files() -> None:
    late = page("late", ArticleGroup.TOGETHER)
    early = page("early", ArticleGroup.BASICS, related=("late", "gone"))
    safe = page("safe", ArticleGroup.SAFELY)
    book = ArticleBook((late, early, safe))
    assert book.in_order == (early, safe, late)
    assert (book.before(early), book.after(early)) == (None, safe)
    assert (book.before(late), book.after(late)) == (safe, None)
    assert book.related_to(early) == (late,)
    assert book.find("safe") == safe
    assert book.find("nothing") is None


def test_every_text_of_a_block_is_read_in_order() -> None:
    assert texts_of(ChecklistBlock("Take", ("one", "two"))) == ("Take", "one", "two")
    assert texts_of(PictureBlock("front", (PointCode("LI4"),), "below", "what it shows")) == (
        "below",
        "what it shows",
    )
    assert texts_of(LinkBlock(LinkTarget(LinkKind.PRESSURE), "go")) == ("go",)
