"""Nothing that a person reads makes a claim: data files, sentences in code, pictures, documents, packages."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGE, ROOT, Source
from tests.architecture.wording import CLAIMS, Claim, broken_wording
from tests.architecture.wording_sources import (
    Sentence,
    everything_that_is_read,
    inner_sentences,
    sentences_of_entry,
    sentences_of_package,
    sentences_of_prose,
    sentences_of_source,
    sentences_of_xml,
)

NOTICE = (
    "Not a medical device; not for diagnosis or treatment. Do not stop or change medicines because of it."
)


@cache
def all_sentences() -> tuple[Sentence, ...]:
    return tuple(everything_that_is_read())


@cache
def files_that_are_read() -> frozenset[Path]:
    return frozenset(sentence.path for sentence in all_sentences())


def said(text: str) -> list[str]:
    """What is wrong with one sentence of the README."""
    return list(broken_wording(Sentence(ROOT / "README.md", "", text)))


def test_no_sentence_makes_a_claim() -> None:
    broken = [line for sentence in all_sentences() for line in broken_wording(sentence)]
    assert not broken, "\n" + "\n".join(broken)


@pytest.mark.parametrize(
    "place",
    [
        "assets/atlas/how_to/sets.toml",
        "assets/atlas/how_to/ex_ue.toml",
        "assets/atlas/pregnancy_lists.toml",
        "assets/atlas/search_words.toml",
        "assets/atlas/points.jsonl",
        "assets/evidence/complaints.toml",
        "assets/evidence/findings.toml",
        "assets/evidence/marks.toml",
        "assets/evidence/points.toml",
        "assets/learn/pages/01_what_it_is.toml",
        "assets/learn/pages/54_hand_out_calm.toml",
        "assets/licences.toml",
        "assets/safety/hazards.toml",
        "assets/safety/questions.toml",
        "assets/safety/rules.toml",
        "assets/safety/watch.toml",
        "docs/guide.md",
        "docs/data/journal-json.md",
        "docs/decisions/0021-how-points-are-placed.md",
        "pyproject.toml",
        "src/acupress_desktop/cli/door.py",
    ],
)
def test_what_people_read_is_among_it(place: str) -> None:
    assert ROOT / place in files_that_are_read()


def test_every_module_of_words_is_among_it() -> None:
    speaking = {path for path in (PACKAGE / "words").glob("*.py") if "_(" in path.read_text("utf-8")}
    assert speaking <= files_that_are_read()


def test_every_data_file_with_a_sentence_is_among_it() -> None:
    kinds = ("*.toml", "*.json", "*.jsonl")
    speaking = {path for kind in kinds for path in (ROOT / "assets").rglob(kind)}
    sentence = re.compile(r'"[^"]*[a-z]{3} [a-z]')
    assert {path for path in speaking if sentence.search(path.read_text("utf-8"))} <= files_that_are_read()


def test_the_readme_carries_the_required_notice() -> None:
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert NOTICE in readme


# --- Each pattern, with what it must see and what it must leave alone

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("This set cures headaches.", "Nobody can promise a cure, and the app does not cure."),
    ("It treats your migraine.", "It does not treat anything."),
    ("A therapy for sore backs.", "Physical therapy was the other group."),
    ("Pressing here relieves pain.", "Nobody has shown that it relieves pain."),
    ("Real pain relief at home.", "The pain was less than with usual care."),
    ("Eases nerves.", "Ease into the hold and breathe."),
    ("It diagnoses tight spots.", "Not for diagnosis or treatment."),
    ("You probably have a pinched nerve.", "You may have more time tomorrow."),
    ("It is proven.", "Whether it does is not proven."),
    ("A significant change.", "The sign is a filled circle."),
    ("Doctor approved.", "Ask your doctor first."),
    ("It works for everyone.", "Nothing works for everyone."),
    ("It worked.", "We do not say that it worked."),
    ("It is completely safe.", "No pressing is completely safe."),
    ("Flushes toxins out.", "Pressing flushes no toxins."),
    ("Good for the immune system.", "It does nothing known for the immune system."),
    ("It unblocks energy.", "Blocked places are striped on the body."),
    ("Pressing increases blood flow.", "Blood flow was not measured."),
    ("It reduces painkillers.", "Never change medicines because of it."),
    ("Use it instead of your doctor.", "Use it beside what your doctor advises."),
    ("It induces labour.", "The trial was in labour, in hospital."),
    ("A set for fibromyalgia.", "People with fibromyalgia were not in the trial."),
    ("The best point for you.", "The best picture of the point."),
    ("Read our testimonials.", "A test of the ring."),
    (
        "People had 30% less pain.",
        "Pain was 35 % less than with usual care in 67 people (range 10 to 60 %).",
    ),
)


def test_each_pattern_has_its_examples() -> None:
    assert len(EXAMPLES) == len(CLAIMS)


@pytest.mark.parametrize(
    ("claim", "example"),
    [pytest.param(claim, example, id=example[0]) for claim, example in zip(CLAIMS, EXAMPLES, strict=False)],
)
def test_a_pattern_sees_its_claim_and_leaves_its_neighbour(claim: Claim, example: tuple[str, str]) -> None:
    claimed, harmless = example
    assert claim.pattern.search(claimed)
    assert said(claimed)
    assert not said(harmless)


@pytest.mark.parametrize(
    "text",
    [
        # The list of what is never said, word by word.
        "It cures.",
        "It heals.",
        "It treats aches.",
        "A therapy for tension.",
        "It relieves tension.",
        "It eliminates knots.",
        "It prevents migraines.",
        "It diagnoses.",
        "Clinically proven points.",
        "Doctor-approved.",
        "Results guaranteed.",
        "Works for everybody.",
        "You feel it instantly.",
        "There are side effects? No side effects!",
        "Free of side effects.",
        "100 % safe.",
        "A detox for the body.",
        "It boosts immunity.",
        "It strengthens your immune system.",
        "Unblocks qi.",
        "It restores your energy.",
        "It releases endorphins.",
        "It improves circulation.",
        "Better blood flow.",
        "It replaces medicines.",
        "You will take fewer painkillers.",
        "An alternative to painkillers.",
        "Rather than seeing a doctor, press here.",
        "You do not need a doctor.",
        "It brings on labour.",
        "Points for cancer.",
        "A set for diabetes.",
        "Points for high blood pressure.",
        "The best points for you.",
        "You likely have a slipped disc.",
        "What our users say.",
        "Pain fell by 30 percent.",
        "40 % pain relief.",
        # What is never shown of a person's own numbers.
        "This session worked.",
        "Your change is significant.",
        "p = 0.03",
        "The p-value is small.",
        "Proven for you.",
        # A denial elsewhere is no licence.
        "This is not a toy. It cures pain.",
        "It is not only pleasant, but heals.",
    ],
)
def test_a_claim_is_seen(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    "text",
    [
        NOTICE,
        "Pain changes by itself; these numbers can't show why.",
        "demonstration, not an assessment",
        "It does not cure anything.",
        "In a trial of 200 people, sleep scores were about 3 points better than with usual care.",
        "Healthy adults can try the short set.",
        "We don't know whether it prevents anything.",
        "some people find",
        "traditional teaching says",
    ],
)
def test_a_sentence_that_promises_nothing_passes(text: str) -> None:
    assert not said(text)


def test_care_by_others_is_spoken_of_in_safety_rows_only() -> None:
    text = "Finished your own treatment at least a year ago?"
    assert not list(broken_wording(Sentence(ROOT / "assets" / "safety" / "rules.toml", "text", text)))
    assert list(broken_wording(Sentence(ROOT / "assets" / "protocols" / "p.toml", "title", text)))


def test_only_a_trial_has_a_p_value() -> None:
    text = "Nausea was less (P = .04)."
    assert not list(broken_wording(Sentence(ROOT / "assets" / "evidence" / "findings.toml", "x", text)))
    assert list(broken_wording(Sentence(ROOT / "assets" / "learn" / "pages" / "x.toml", "x", text)))


# --- However a sentence is written down


def _in_code(code: str) -> list[str]:
    source = Source(PACKAGE / "words" / "made_up.py", code, ast.parse(code))
    return [line for sentence in sentences_of_source(source) for line in broken_wording(sentence)]


@pytest.mark.parametrize(
    "code",
    [
        'x = "cures"',
        'x = _("This set cures headaches.")',
        'x = f"This set cures {what}."',
        'x = f"{name} {verb} pain relief"',
        'x = "It boosts " + your + "immunity"',
        'x = "It is completely " + "safe"',
        'x = "It is completely " "safe"',
        'x = say("It is completely", "safe")',
        'x = " ".join(["no side", "effects"])',
        'x = _("Clinically ") + _("proven")',
        'x = _("{name} heals").format(name=name)',
        'button.setAccessibleName("Cure")',
        'parser.add_argument("--x", help="heals")',
        'picture.setTitle("Detox")',
    ],
)
def test_a_claim_in_code_is_seen_however_it_is_put_together(code: str) -> None:
    assert _in_code(code)


@pytest.mark.parametrize(
    "code",
    [
        '"""It cures nothing that is shown: this is a docstring."""',
        'x = "It does not " + "cure"',
        'x = f"Not for {what} or treatment"',
        'x = ("complete", "safety", "check")',
    ],
)
def test_code_that_claims_nothing_passes(code: str) -> None:
    assert not _in_code(code)


def test_a_single_word_of_a_data_file_is_seen() -> None:
    path = ROOT / "assets" / "protocols" / "x.toml"
    found = list(inner_sentences(path, tomllib.loads('title = "Detox"\npoints = ["LI4"]')))
    assert [sentence.text for sentence in found] == ["Detox"]
    assert list(broken_wording(found[0]))


def test_what_is_often_said_may_stand_beside_what_was_found_only() -> None:
    path = ROOT / "assets" / "learn" / "pages" / "x.toml"
    corrected = {"kind": "claim", "said": "It cures.", "found": "We found no trial of that."}
    alone = {"kind": "claim", "said": "It cures.", "found": ""}
    told = {"kind": "text", "said": "It cures.", "found": "We found no trial of that."}

    def broken(block: object) -> list[str]:
        return [line for sentence in inner_sentences(path, block) for line in broken_wording(sentence)]

    assert not broken(corrected)
    assert broken(alone)
    assert broken(told)
    assert broken({**corrected, "found": "It cures, they found."})


@pytest.mark.parametrize(
    ("name", "text", "reads"),
    [
        ("x.md", "![A hand: it cures](hand.png)", sentences_of_prose),
        ("x.md", "```\nIt cures.\n```", sentences_of_prose),
        ("x.svg", "<svg><title>Detox</title></svg>", sentences_of_xml),
        ("x.svg", '<svg><g aria-label="Detox"/></svg>', sentences_of_xml),
        ("x.xml", "<component><p>It cures.</p></component>", sentences_of_xml),
        ("x.desktop", "[Desktop Entry]\nComment=Instant calm\n", sentences_of_entry),
        ("x.desktop", "[Desktop Entry]\nKeywords=pain;detox;\n", sentences_of_entry),
        ("x.toml", '[project]\ndescription = "Clinically proven"\n', sentences_of_package),
        ("x.toml", '[project]\nkeywords = ["detox"]\n', sentences_of_package),
    ],
)
def test_documents_pictures_and_packages_are_read(
    tmp_path: Path, name: str, text: str, reads: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(reads)
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    monkeypatch.setattr("tests.architecture.wording.ROOT", tmp_path)
    monkeypatch.setattr("tests.architecture.wording_sources.ROOT", tmp_path)
    assert [line for sentence in reads(file) for line in broken_wording(sentence)]


# --- Every figure of a trial has people, comparison and grade beside it

FIGURE = re.compile(
    r"\brange [-−]?\d|\b\d+\.\d+ to [-−]?\d+\.\d|\b\d+ ?%|\bpoints (?:better|lower|apart|higher)"
)
PEOPLE = re.compile(
    r"\b\d[\d,]* (?:people|women|men|adults|carers|doctors|children|in all)\b|\b\d+ (?:small )?trials\b"
)
COMPARED = re.compile(
    r"\bthan\b|compared with|against|no different|alike|dummy|placebo|without|apart|with usual care",
    re.IGNORECASE,
)
NO_RANGE = re.compile(r"no (?:range|interval)")
GRADE = re.compile(r"\b(?:very low|low|moderate|high)\b|no grade given", re.IGNORECASE)


def _blocks_with_a_figure() -> Iterator[tuple[str, str, str]]:
    """File, heading above, and text of each block of a page that tells a figure of a trial."""
    for path in sorted((ROOT / "assets" / "learn" / "pages").glob("*.toml")):
        heading = ""
        for block in tomllib.loads(path.read_text("utf-8"))["blocks"]:
            heading = block.get("text", "") if block["kind"] == "heading" else heading
            for text in (block.get("found", ""), block.get("text", ""), *block.get("items", ())):
                if FIGURE.search(text) and re.search(r"\b(?:trials?|review|study|groups?)\b", text):
                    yield path.name, heading, text


def test_pages_tell_figures_of_trials_at_all() -> None:
    assert len(list(_blocks_with_a_figure())) >= 10


def test_every_figure_of_a_page_has_people_comparison_and_grade() -> None:
    bare = [
        f"{name}: {text}"
        for name, heading, text in _blocks_with_a_figure()
        if not (PEOPLE.search(text) and COMPARED.search(text) and GRADE.search(f"{heading} {text}"))
    ]
    assert not bare, "\n" + "\n".join(bare)


def test_every_finding_with_an_effect_has_people_comparison_and_grade() -> None:
    rows = tomllib.loads((ROOT / "assets" / "evidence" / "findings.toml").read_text("utf-8"))["findings"]
    bare = [
        row["id"]
        for row in rows
        if row.get("effects") or FIGURE.search(row["sentence"])
        if not (row.get("comparator") and row.get("grade") and row.get("source"))
        or not PEOPLE.search(row["sentence"])
    ]
    assert not bare
    effects = [effect for row in rows for effect in row.get("effects", ())]
    assert effects
    assert all({"against", "value"} <= effect.keys() for effect in effects)


def test_an_effect_without_an_interval_says_so() -> None:
    rows = tomllib.loads((ROOT / "assets" / "evidence" / "findings.toml").read_text("utf-8"))["findings"]
    bare = [
        row["id"]
        for row in rows
        for effect in row.get("effects", ())
        if not {"low", "high"} <= effect.keys() and not NO_RANGE.search(row["sentence"])
    ]
    assert not bare
