"""The pages to read, small and in memory, with the settings that they ask."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.reader import (
    ArticlePresenter,
    IndexPresenter,
    ReaderContent,
    ReaderMemory,
    reader_content_of,
)
from tests.content.learn_folder import read_written, written


class UsualSettings:
    """The usual settings, never changed."""

    def recall_settings(self) -> Settings:
        return Settings()

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        return ()


@cache
def the_atlas() -> Atlas:
    return read_atlas(asset_root())


def small_content(folder: Path) -> ReaderContent:
    """Return two pages: "alpha" with every kind of block, "beta" with a list to tick."""
    written(folder)
    return reader_content_of(read_written(folder, the_atlas()), the_atlas(), "1.2.3")


def index_of(content: ReaderContent, memory: ReaderMemory | None = None, query: str = "") -> IndexPresenter:
    return IndexPresenter(content, memory or ReaderMemory(), query)


def page_of(
    content: ReaderContent, name: str, query: str = "", memory: ReaderMemory | None = None
) -> ArticlePresenter:
    article = content.book.find(name)
    assert article is not None
    return ArticlePresenter(content, UsualSettings(), memory or ReaderMemory(), article, query)
