"""Sentences around the pages to read; the pages themselves come through ``line``."""

from __future__ import annotations

from collections.abc import Iterable

from acupress_desktop.domain.article_search import Nearness
from acupress_desktop.domain.articles import ArticleGroup, Prints
from acupress_desktop.domain.evidence import Source, Verified
from acupress_desktop.words.days import dated
from acupress_desktop.words.translate import _, plural


def line(english: str) -> str:
    """A title, a sentence or a heading of a page, from its file."""
    return _(english)


# --- The index


def page() -> str:
    """Name of the place."""
    return _("Learn")


def title() -> str:
    """Over the index."""
    return _("Short pages, in plain words")


def lead(count: int) -> str:
    """Below the title."""
    pages = plural("{count} page", "{count} pages", count)
    return _(
        "{pages} on what pressing is, how to do it safely, and what is known. None sells you anything."
    ).format(pages=pages)


def group(which: ArticleGroup) -> str:
    """Heading over some pages."""
    return {
        ArticleGroup.BASICS: _("The basics"),
        ArticleGroup.SAFELY: _("Pressing safely"),
        ArticleGroup.EVIDENCE: _("What is known, and what is not"),
        ArticleGroup.LIVING: _("Living with pain"),
        ArticleGroup.TOGETHER: _("With other people"),
    }[which]


def minutes(count: int) -> str:
    """How long it takes to read."""
    return plural("{count} minute to read", "{count} minutes to read", count)


def prints(kind: Prints) -> str:
    """What a page is on paper; empty for most."""
    return {
        Prints.NONE: "",
        Prints.CHECKLIST: _("a list to print"),
        Prints.HAND_OUT: _("a sheet to hand out"),
    }[kind]


def card_detail(count: int, kind: Prints) -> str:
    """Below the summary of a page."""
    parts = (minutes(count), prints(kind))
    return " · ".join(part for part in parts if part)


def search() -> str:
    """Name of the field."""
    return _("Search all pages")


def search_hint() -> str:
    """Inside the empty field."""
    return _("Such as “numbness” or “how hard”")


def beside() -> str:
    """Over the other ways to learn."""
    return _("Also here")


def learn_points() -> tuple[str, str]:
    """To the quiz."""
    return _("Learn the points"), _("A few questions a day: where a point is, and what it is called.")


def hand_pressure() -> tuple[str, str]:
    """To the exercise with a kitchen scale."""
    return _("Teach your hand how hard"), _("A short exercise with a kitchen scale, until your thumb knows.")


def what_trials_found() -> tuple[str, str]:
    """To the evidence."""
    return _("What trials found"), _("Study by study, with the numbers and with what nobody knows.")


def no_clinician() -> str:
    """At the foot of the index."""
    return _("Written from the sources named on each page. No clinician has signed any of it.")


# --- Searching


def found(count: int, typed: str) -> str:
    """Over the pages that were found."""
    pages = plural("{count} page", "{count} pages", count)
    return _("{pages} for “{typed}”").format(pages=pages, typed=typed)


def nothing_found(typed: str) -> str:
    """Where no page fits."""
    return _("No page speaks of “{typed}”.").format(typed=typed)


def nothing_found_next() -> str:
    """What can be done then."""
    return _("Try one word, or a simpler one. Points are found in the atlas.")


def nearness(how: Nearness) -> str:
    """What must be known of the pages that were found; empty where all words fit."""
    return {
        Nearness.EVERY_WORD: "",
        Nearness.SOME_WORDS: _("No page has all of these words; these have most of them."),
        Nearness.NEARLY: _("Nothing is spelled quite like that; this is what comes near."),
    }[how]


def empty_search() -> str:
    """Empties the field."""
    return _("Show all pages")


def hit_spoken(heading: str, sentence: str) -> str:
    """A page that was found, for a screen reader."""
    return _("{title}. Found in: {sentence}").format(title=heading, sentence=sentence)


# --- A page


def back() -> str:
    """To where one came from."""
    return _("Back")


def all_pages() -> str:
    """To the index."""
    return _("All pages")


def on_this_page() -> str:
    """Over the headings of a page."""
    return _("On this page")


def said_label() -> str:
    """Over the first half of a correction."""
    return _("What is often said")


def found_label() -> str:
    """Over its second half."""
    return _("What the evidence says")


def possible_label() -> str:
    """Over a mechanism."""
    return _("Possible, not settled")


def tradition_label() -> str:
    """Over what tradition teaches."""
    return _("What tradition says")


def story_label() -> str:
    """Over a story."""
    return _("An imagined person")


def sources_heading() -> str:
    """Over what the page was written from."""
    return _("Sources")


def source_line(source: Source) -> str:
    """One source with the day on which it was looked at."""
    told = _("{source}: {title} ({identifier}), checked {day}.").format(
        source=source.short,
        title=source.title.rstrip("."),
        identifier=source.identifier,
        day=dated(source.checked),
    )
    if source.verified is Verified.NOT_VERIFIED:
        told = f"{told} {_('Not verified.')}"
    return told


def related_heading() -> str:
    """Over pages that belong to this one."""
    return _("Goes with this page")


def previous_page(name: str) -> str:
    """To the page before."""
    return _("Before: {title}").format(title=name)


def next_page(name: str) -> str:
    """To the page after."""
    return _("Next: {title}").format(title=name)


def marked(count: int, typed: str) -> str:
    """Above a page that was opened from the search."""
    places = plural("{count} place", "{count} places", count)
    return _("“{typed}” is underlined in {places}.").format(typed=typed, places=places)


def picture_missing() -> str:
    """Stands where a picture cannot be drawn; what it would show follows."""
    return _("The picture cannot be drawn on this figure. It would show:")


def both_sides(code: str) -> str:
    """Below the name of a point that lies on both sides."""
    return _("{code}, both sides").format(code=code)


# --- On paper


def on_paper() -> str:
    """Over the ways to print a page."""
    return _("On paper")


def save_page(paper: str) -> str:
    """Writes the page into a file for that paper."""
    return _("Save for {paper}").format(paper=paper)


def save_title() -> str:
    """Title of the system's dialog."""
    return _("Save this page for printing")


def save_kind(paper: str) -> str:
    """Kind of file in the system's dialog."""
    return _("PDF, {paper}").format(paper=paper)


def saved(path: str) -> str:
    """After the page was written and read back."""
    return _("Saved as {path}. Print it from there.").format(path=path)


def not_saved(path: str) -> str:
    """It could not be written."""
    return _("{path} could not be written. Choose another folder.").format(path=path)


def open_it() -> str:
    """Opens the file in the system's viewer."""
    return _("Open it")


def not_opened() -> str:
    """The system knows no viewer."""
    return _("No program for PDF files was found. The file is saved; open it yourself.")


def provenance(version: str, sources: Iterable[Source]) -> str:
    """At the foot of a printed page: by what it was made, and when its sources were looked at."""
    days = [source.checked for source in sources]
    made = _("From Acupress Desktop {version}.").format(version=version)
    if not days:
        return made
    checked = _("Sources last checked {day}.").format(day=dated(min(days)))
    return f"{made} {checked}"


def printed_link(to: str) -> str:
    """A link on paper, where nothing can be pressed."""
    return _("In the app: {text}").format(text=to)


# --- A damaged file


def cannot_open() -> str:
    """Title of the page that stands where the pages to read would."""
    return _("The pages to read cannot open just now")


def refused(problem: str) -> str:
    """A data file that only these pages need is not as it should be."""
    return _("A file that belongs to them is not as it should be: {problem}").format(problem=problem)


def refused_next() -> str:
    """What still works, and what helps."""
    return _(
        "Sessions, the atlas, your journal and your trend work as before. To get the pages back, install the"
        " app again."
    )
