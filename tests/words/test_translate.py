from collections.abc import Iterator

import pytest

from acupress_desktop.words.translate import _, plural, speak


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
    speak("pseudo", None)
    assert _("Start") != "Start"
    assert "Start" in _("Start")
    assert len(_("A long sentence for a button")) > len("A long sentence for a button")
    assert "3 days" in plural("{count} day", "{count} days", 3)
