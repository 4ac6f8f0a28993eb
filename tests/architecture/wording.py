"""What the app may never claim, as patterns that are looked for in everything that a person reads.

The purpose of the app is guided relaxation and a private journal. A sentence that promises an effect, names
an illness as a finding or talks somebody out of care would make it something else, whatever the fine print
says. A sentence that denies such a thing ("not for diagnosis or treatment") is welcome, so a hit counts only
where no negation stands before it in the same clause.
"""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.house import ROOT, doc_strings, read


@dataclass(frozen=True, slots=True)
class Claim:
    """A wording that is never used, and what to write instead."""

    pattern: re.Pattern[str]
    instead: str


def _claim(pattern: str, instead: str) -> Claim:
    return Claim(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), instead)


WHAT_A_TRIAL_FOUND = "say what a named trial found: how many people, compared with what"
WHAT_TO_DO = "say what to do, when, and whom to ask"

CLAIMS = (
    _claim(r"cur(?:e|es|ed|ing)|heal|heals|healed|healing", WHAT_A_TRIAL_FOUND),
    _claim(
        r"treat|treats|treated|treating|treatments?",
        "say what the person does; care by others belongs in evidence and safety rows",
    ),
    _claim(r"therap(?:y|ies) for", WHAT_A_TRIAL_FOUND),
    _claim(
        r"reliev(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|prevents?|prevented|preventing", WHAT_A_TRIAL_FOUND
    ),
    _claim(r"(?:pain|stress|headache|tension) relief|relief from", WHAT_A_TRIAL_FOUND),
    _claim(
        r"eases (?:your |the )?(?:nerves|pain|aches?|tension|stress|headaches?|cramps)", WHAT_A_TRIAL_FOUND
    ),
    _claim(r"diagnos(?:e|es|ed|ing|is|tic)", WHAT_TO_DO),
    _claim(r"you (?:probably|likely|may well) have|your condition is", WHAT_TO_DO),
    _claim(
        r"(?:clinically|scientifically|medically) (?:proven|tested|shown)", "give the grade and the trial"
    ),
    _claim(
        r"(?:doctor|physician|clinician|medically)[- ](?:approved|recommended|endorsed)",
        "say who checked what",
    ),
    _claim(r"guarantee(?:s|d)?|works for everyone|instantly|miracle", "promise nothing"),
    _claim(
        r"no side[- ]effects?|(?:completely|totally|perfectly|absolutely) safe|risk[- ]free",
        "name what is known",
    ),
    _claim(r"detox\w*|toxins?", "leave it out"),
    _claim(r"boost(?:s|ing)? (?:your |the )?(?:immunity|immune system)", "leave it out"),
    _claim(
        r"(?:un)?block(?:s|ed|ing)? (?:your |the )?(?:energy|qi|chi)", "write “traditional teaching says”"
    ),
    _claim(
        r"(?:increas|improv|boost|releas|stimulat)\w* (?:your |the )?(?:blood flow|circulation|endorphins)",
        "leave it out",
    ),
    _claim(
        r"(?:replac|reduc|lower|cut)(?:e|es|s|ing)? (?:your |the )?(?:need for |use of )?"
        r"(?:medicines?|medications?|painkillers|tablets|drugs)",
        "never suggest a change of medicines",
    ),
    _claim(r"instead of (?:your |a |the |seeing a )?(?:doctor|midwife|clinician|medicines?)", WHAT_TO_DO),
    _claim(r"induc\w* labou?r", "leave it out"),
    _claim(
        r"for (?:cancer|fibromyalgia|diabetes|arthritis|neuropathy)", "name the body area in everyday words"
    ),
    _claim(r"best points? for you|points? that will help you", "say why the point is in the set"),
    _claim(r"testimonials?|our users say", "leave it out"),
    Claim(
        re.compile(
            r"\b\d+ ?(?:%|percent|per cent) (?:less |more |of )?(?:pain|relief|better|improvement)",
            re.IGNORECASE,
        ),
        "a share needs its interval and its comparison",
    ),
)

NEGATION = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|neither|without|cannot|(?:do|does|did|ca|wo|is|are)n[’']t)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"(?<=[.;:!?])\s+|\n\s*\n|\s+[–—-]\s+|\bbut\b")

# The required notices, as they stand on the first run, in every report and before sessions.
REQUIRED = (
    "Not a medical device; not for diagnosis or treatment. Do not stop or change medicines because of it.",
    "Pain changes by itself; these numbers can't show why.",
    "demonstration, not an assessment",
)
MEDICAL_ROOMS = re.compile(r"evidence|safety|screen(?:ing|_json)|trial|source")
ALLOWED_IN_MEDICAL_ROOMS = re.compile(
    r"treat(?:ed|ments?)?|heal(?:ed|ing)|diagnosed|diagnosis|reliev(?:ed|es)", re.IGNORECASE
)
# Titles of papers are other people's words and are quoted as they are.
QUOTED_KEYS = re.compile(
    r"^(?:source|sources|citation|reference|doi|pmid|url|licen[cs]e|provenance|paper)(?:_|$)"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something that a person may read: where it stands, under which name, and its text."""

    path: Path
    key: str
    text: str

    @property
    def is_medical(self) -> bool:
        """Whether it belongs to an evidence or safety row, where care by others is spoken of."""
        return bool(MEDICAL_ROOMS.search(f"{self.path.relative_to(ROOT).as_posix()}/{self.key}"))


def broken_wording(sentence: Sentence) -> Iterator[str]:
    """Each claim that `sentence` makes, in words that say what to write instead."""
    text = " ".join(sentence.text.split()) if "\n\n" not in sentence.text else sentence.text
    for notice in REQUIRED:
        text = text.replace(notice, "")
    for clause in CLAUSE.split(text):
        for claim in CLAIMS:
            for hit in claim.pattern.finditer(clause):
                if NEGATION.search(clause[: hit.start()]):
                    continue
                if sentence.is_medical and ALLOWED_IN_MEDICAL_ROOMS.fullmatch(hit[0]):
                    continue
                place = f"{sentence.path.relative_to(ROOT).as_posix()} {sentence.key}".strip()
                yield f"{place}: “{hit[0]}” in “{clause.strip()[:120]}”: {claim.instead}."


def _inner_sentences(path: Path, value: object, key: str = "") -> Iterator[Sentence]:
    if isinstance(value, str):
        if " " in value:
            yield Sentence(path, key, value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if not QUOTED_KEYS.match(str(name)):
                yield from _inner_sentences(path, inner, f"{key}.{name}".strip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _inner_sentences(path, inner, f"{key}[{number}]")


def sentences_of_data(path: Path) -> Iterator[Sentence]:
    """Every value with a space in it of a TOML, JSON or JSON lines file, but the quoted titles of sources."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        yield from _inner_sentences(path, tomllib.loads(text))
    elif path.suffix == ".json":
        yield from _inner_sentences(path, json.loads(text))
    else:
        for number, line in enumerate(text.splitlines(), 1):
            yield from _inner_sentences(path, json.loads(line), f"line {number}")


def sentences_of_code(path: Path) -> Iterator[Sentence]:
    """Every string with a space in it of a module, docstrings left out."""
    source = read(path)
    documentation = doc_strings(source)
    for node in source.nodes:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in documentation:
            continue
        if " " in node.value:
            yield Sentence(path, f"line {node.lineno}", node.value)


def sentences_of_prose(path: Path) -> Iterator[Sentence]:
    """Every paragraph of a Markdown file, code left out."""
    text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for number, paragraph in enumerate(re.split(r"\n\s*\n|\n(?=[-|#>])", text), 1):
        plain = re.sub(r"[*_>#]|^[-|] ", "", paragraph, flags=re.MULTILINE)
        yield Sentence(path, f"paragraph {number}", " ".join(plain.split()))
