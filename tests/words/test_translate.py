from collections.abc import Iterator

import pytest

from acupress_desktop.words.translate import PSEUDO, _, plural, speak, unmarked


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en", None)


def test_english_needs_no_file() -> None:
    speak("en", None)
    assert _("Start") == "Start"
    assert plural("{count} day", "{count} days", 1) == "1 day"
    assert plural("{count} day", "{count} days", 3) == "3 days"


def test_the_pseudo_language_is_longer_and_marked_so_that_fixed_texts_show() -> None:
    speak(PSEUDO, None)
    assert _("Start") != "Start"
    assert "Start" in _("Start")
    assert len(_("A long sentence for a button")) > len("A long sentence for a button")
    assert "3 days" in plural("{count} day", "{count} days", 3)


@pytest.mark.parametrize("language", ["en", PSEUDO])
def test_nothing_stays_nothing(language: str) -> None:
    speak(language, None)
    assert not _("")


def test_the_english_is_found_again_below_the_marks() -> None:
    english = ("Start", "Hold · 60 s", "The first of two.")
    speak(PSEUDO, None)
    assert tuple(unmarked(_(text)) for text in english) == english
    assert unmarked(" ".join(_(text) for text in english)) == " ".join(english)
