"""Which advice is worth a banner every thirty days, and in which words."""

from __future__ import annotations

from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.safety.rules import ActionKind, Catalogue
from acupress_desktop.words.safety import SafetyWords

LONG_UNCHECKED = RuleId("R02b")
"""Pain that has lasted and was never looked at: only advice, but repeated until it is ticked."""


def reminder_of(catalogue: Catalogue, texts: SafetyWords, rule: RuleId) -> str:
    """Return the sentence of a banner; empty where the row was only told once, or is no longer there."""
    found = next((row for row in catalogue.rules if row.id == rule), None)
    if found is None or not (found.action.kind is ActionKind.SEE or rule == LONG_UNCHECKED):
        return ""
    return texts.rule_message(found)
