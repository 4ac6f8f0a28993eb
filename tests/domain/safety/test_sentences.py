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


def test_the_call_sentence_survives_formatting() -> None:
    for text in TEXTS.values():
        assert set(re.findall(r"\{(.*?)\}", text)) <= {"call"}
