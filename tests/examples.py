"""How many examples a property is tried with, relative to the profile in force (tests/conftest.py)."""

from __future__ import annotations

from hypothesis import settings


def examples(share: float) -> settings:
    """``share`` of the profile's usual number: 100 in the whole run, far fewer in the inner loop."""
    return settings(max_examples=max(1, round(share * settings().max_examples)))
