"""What the app may never claim, as patterns that are looked for in everything that a person reads.

The purpose of the app is guided relaxation and a private journal. A sentence that promises an effect, names
an illness as a finding or talks somebody out of care would make it something else, whatever the fine print
says. A sentence that denies such a thing ("not for diagnosis or treatment") is welcome, so a hit counts only
where no negation stands before it in the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.house import ROOT
from tests.architecture.wording_sources import Sentence


@dataclass(frozen=True, slots=True)
class Claim:
    """A wording that is never used, and what to write instead."""

    pattern: re.Pattern[str]
    instead: str
    unless: re.Pattern[str] | None = None
    """What makes it no claim where the same sentence has it, such as an interval beside a share."""


def _claim(pattern: str, instead: str) -> Claim:
    return Claim(re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), instead)


WHAT_A_TRIAL_FOUND = "say what a named trial found: how many people, compared with what"
WHAT_TO_DO = "say what to do, when, and whom to ask"
LEAVE_OUT = "leave it out"
_DISEASES = (
    r"cancer|fibromyalgia|diabetes|arthritis|neuropathy|depression|insomnia|asthma|hypertension|epilepsy"
    r"|endometriosis|sciatica|high blood pressure|heart disease|covid"
)
_CARE = (
    r"doctors?|midwife|clinicians?|physicians?|nurse|pharmacist|medicines?|medication|painkillers?|tablets"
)

CLAIMS = (
    _claim(r"cur(?:e|es|ed|ing|ative)|heal|heals|healed|healing|remed(?:y|ies)", WHAT_A_TRIAL_FOUND),
    _claim(
        r"treat|treats|treated|treating|treatments?",
        "say what the person does; care by others belongs in evidence and safety rows",
    ),
    _claim(r"therap(?:y|ies) for|therapeutic", WHAT_A_TRIAL_FOUND),
    _claim(
        r"reliev(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|prevents?|prevented|preventing", WHAT_A_TRIAL_FOUND
    ),
    _claim(r"(?:pain|stress|headache|tension|symptom) relief|relief (?:from|of)", WHAT_A_TRIAL_FOUND),
    _claim(
        r"eases (?:your |the )?(?:nerves|pain|aches?|tension|stress|headaches?|cramps)"
        r"|(?:takes|melts|makes) (?:your |the )?(?:pain|tension|aches?|stress) (?:away|go away)",
        WHAT_A_TRIAL_FOUND,
    ),
    _claim(r"diagnos(?:e|es|ed|ing|is|tic)", WHAT_TO_DO),
    _claim(
        r"you (?:probably|likely|may well|most likely) have|your condition is"
        r"|(?:this|it) (?:means|shows) (?:that )?you have",
        WHAT_TO_DO,
    ),
    _claim(
        r"(?:clinically|scientifically|medically) (?:proven|tested|shown)|proven|proved",
        "give the grade and the trial",
    ),
    _claim(
        r"significant(?:ly)?|p[- ]values?|p ?[<=] ?0?[.]\d+",
        "show the interval and say it in a plain sentence",
    ),
    _claim(
        r"(?:doctor|physician|clinician|medically)[- ](?:approved|recommended|endorsed)",
        "say who checked what",
    ),
    _claim(
        r"guarantee(?:s|d)?|works for (?:everyone|everybody|anyone)|always works|miracle"
        r"|instantly|instant (?:relief|calm|results?)",
        "promise nothing",
    ),
    _claim(
        r"(?:it|that|this|the|your) (?:session |set |point |one )?worked|worked for you",
        "show the two numbers",
    ),
    _claim(
        r"(?:no|without|free of) side[- ]effects?"
        r"|(?:completely|totally|perfectly|absolutely|entirely|100 ?%) (?:safe|harmless)"
        r"|risk[- ]free|safe for (?:everyone|everybody|anyone)",
        "name what is known",
    ),
    _claim(r"detox\w*|toxins?", LEAVE_OUT),
    _claim(r"immun(?:e|ity)", LEAVE_OUT),
    _claim(
        r"(?:un)?block(?:s|ed|ing)? (?:your |the )?(?:energy|qi|chi)"
        r"|(?:flow|balance) of (?:energy|qi|chi)|(?:balance|restore)s? (?:your |the )?(?:energy|qi|chi)",
        "write “traditional teaching says”",
    ),
    _claim(
        r"(?:increas|improv|boost|releas|stimulat|promot|rais|enhanc|better|more)\w* (?:your |the )?"
        r"(?:local )?(?:blood flow|circulation|endorphins?|serotonin)",
        LEAVE_OUT,
    ),
    _claim(
        r"(?:replac|reduc|lower|cut)(?:e|es|s|ing)? (?:your |the )?(?:need for |use of )?"
        r"(?:medicines?|medications?|painkillers|tablets|drugs)"
        r"|(?:fewer|less|without) (?:painkillers|tablets)"
        r"|alternative to (?:medicines?|medication|painkillers|tablets)",
        "never suggest a change of medicines",
    ),
    _claim(
        rf"(?:instead of|rather than) (?:your |a |the |seeing (?:your |a )?|taking )?(?:{_CARE})"
        rf"|(?:do|does|will) not need (?:to see )?(?:your |a |the |any )?(?:{_CARE})"
        rf"|no (?:more )?need (?:for|of|to see) (?:your |a |the )?(?:{_CARE})",
        WHAT_TO_DO,
    ),
    _claim(r"(?:induc|start|bring)\w* (?:on )?labou?r", LEAVE_OUT),
    _claim(rf"for (?:{_DISEASES})", "name the body area in everyday words"),
    _claim(
        r"best points? for (?:you|me)|points? that (?:will )?helps? you", "say why the point is in the set"
    ),
    _claim(
        r"testimonials?|our (?:users|customers) (?:say|love)|thousands of (?:happy |satisfied )?users",
        LEAVE_OUT,
    ),
    Claim(
        re.compile(
            r"\b\d+ ?(?:%|percent|per cent) (?:\w+ ){0,2}?(?:pain|relief|better|improvement|tension|stress)"
            r"|\b(?:pain|relief|tension|stress) (?:\w+ ){0,3}?by (?:up to )?\d+ ?(?:%|percent|per cent)",
            re.IGNORECASE,
        ),
        "a share needs its interval and its comparison",
        unless=re.compile(r"\d to [-−]?\d|no (?:range|interval)", re.IGNORECASE),
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
# What a paper itself reported of its own numbers; nothing that is said of a person's has one.
P_VALUE = re.compile(r"p ?[<=] ?0?[.]\d+", re.IGNORECASE)
MEDICAL_ROOMS = re.compile(r"evidence|safety|screen(?:ing|_json)|trial|source")
ALLOWED_IN_MEDICAL_ROOMS = re.compile(
    r"treat(?:ed|ments?)?|heal(?:ed|ing)|diagnosed|diagnosis|reliev(?:ed|es)", re.IGNORECASE
)


def is_medical(sentence: Sentence) -> bool:
    """Whether it belongs to an evidence or safety row, where care by others is spoken of."""
    return bool(MEDICAL_ROOMS.search(f"{sentence.path.relative_to(ROOT).as_posix()}/{sentence.key}"))


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
                if claim.unless is not None and claim.unless.search(text):
                    continue
                if sentence.place.startswith("assets/evidence/") and P_VALUE.fullmatch(hit[0]):
                    continue
                if is_medical(sentence) and ALLOWED_IN_MEDICAL_ROOMS.fullmatch(hit[0]):
                    continue
                yield f"{sentence.place}: “{hit[0]}” in “{clause.strip()[:120]}”: {claim.instead}."
