"""The sentences of the screen: short, calm, without claims and without findings."""

from __future__ import annotations

import re

from acupress_desktop.domain.safety.rules import ActionKind
from tests.domain.safety.world import catalogue, content

TEXTS = content().words.texts

# wording.md, "Never": as whole words or phrases.
NEVER = re.compile(
    r"\b(cures?|heals?|treats?|treatment|therapy for|relieves?|eliminates?|prevents?|diagnos\w+"
    r"|clinically proven|doctor approved|guaranteed|works for everyone|instantly|no side effects"
    r"|completely safe|detox|toxins|immunity|unblocks?|endorphins?|instead of your doctor"
    r"|induces? labour|best point for you|you probably have|you may have|this could be|sounds like"
    r"|sign of)\b",
    re.IGNORECASE,
)

# Things that a message may never tell a person they have.
FINDINGS = re.compile(
    r"\b(stroke|heart attack|thrombosis|embolism|meningitis|tumou?r|cancer|arteritis|aneurysm|dissection"
    r"|cauda equina|pre-?eclampsia|ectopic|sepsis|appendicitis|rhabdomyolysis|angina|polymyalgia"
    r"|carbon monoxide|migraine|glaucoma|fracture)\b",
    re.IGNORECASE,
)
# "Ask your cancer team" speaks of the team, after the person said that they have one.
NAMES_A_TEAM = {"safety.rule.L11"}


def test_no_claims() -> None:
    assert [text for text in TEXTS.values() if NEVER.search(text)] == []


def test_messages_name_no_disease() -> None:
    for message_id, text in TEXTS.items():
        if message_id.startswith("safety.rule.") and message_id not in NAMES_A_TEAM:
            assert not FINDINGS.search(text), (message_id, text)


def test_messages_that_end_the_check_say_what_to_do_and_how_soon() -> None:
    soon = {
        "refer_same_day": re.compile(r"\btoday\b"),
        "refer_urgent": re.compile(r"\bnext few days\b"),
        "see": re.compile(r"\b(next weeks|soon)\b"),
    }
    for rule in catalogue().rules:
        text = TEXTS[rule.message_id]
        match rule.action.kind:
            case ActionKind.EMERGENCY:
                assert "{call}" in text, rule.id
            case ActionKind.REFER:
                same_day = rule.action.urgency is not None and rule.action.urgency.value == "same_day"
                assert soon["refer_same_day" if same_day else "refer_urgent"].search(text), rule.id
            case ActionKind.SEE:
                assert soon["see"].search(text), rule.id
            case ActionKind.BLOCK_SESSION:
                assert re.search(r"\b[Cc]ome back\b", text) or rule.id == "R07", rule.id
            case ActionKind.ADVISE | ActionKind.LIMIT | ActionKind.STOP:
                pass


def test_sentences_are_short_and_plain() -> None:
    for message_id, text in TEXTS.items():
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            assert len(sentence.split()) <= 36, (message_id, sentence)
        assert text == text.strip()
        assert "  " not in text


VOWELS = re.compile(r"[aeiouy]+")
CALLED = "Call your local emergency number now"


def syllables(word: str) -> int:
    """Count roughly: groups of vowels, without a silent e at the end."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    silent = plain.endswith("e") and not plain.endswith("le")
    silent = silent or (plain.endswith("ed") and not plain.endswith(("ted", "ded")))
    return max(1, len(VOWELS.findall(plain)) - silent)


def school_years(text: str) -> float:
    """Estimate the years of school that a text asks for (Flesch and Kincaid)."""
    sentences = [one for one in re.split(r"(?<=[.!?:;])\s+", text) if one]
    words = re.findall(r"[A-Za-z’']+", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_messages_of_rows_can_be_read_at_twelve() -> None:
    """Seven years of school and a half are about twelve years of age; most messages need half of that."""
    years = []
    for rule in catalogue().rules:
        text = TEXTS[rule.message_id].replace("{call}", CALLED)
        sentences = re.split(r"(?<=[.!?])\s+", text)
        assert len(sentences) <= 4, rule.id
        assert len(text.split()) <= 50, rule.id
        years.append(school_years(text))
        assert years[-1] <= 7.5, (rule.id, years[-1], text)
    assert sum(years) / len(years) <= 4


def test_the_measure_of_reading_knows_hard_from_easy() -> None:
    hard = "Immediate evaluation by an appropriately qualified cardiovascular practitioner is recommended."
    assert school_years(hard) > 15
    assert school_years("Rest today. Come back when you feel well.") < 3


def test_the_call_sentence_survives_formatting() -> None:
    for text in TEXTS.values():
        assert set(re.findall(r"\{(.*?)\}", text)) <= {"call"}
