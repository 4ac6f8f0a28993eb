"""Typed names for the things that every room talks about."""

from __future__ import annotations

from typing import NewType

PointCode = NewType("PointCode", str)
"""A point's code as WHO writes it (``LI4``, ``EX-HN3``); Anmian alone is ``X-ANMIAN``."""

RegionId = NewType("RegionId", str)
"""A leaf or union of ``assets/body_maps/regions.toml``, such as ``hand-dorsum``."""

ProtocolId = NewType("ProtocolId", str)
"""``P01`` to ``P16``, or ``R-`` with the key of a routine of the person's own."""

ComplaintId = NewType("ComplaintId", str)
"""What a person says, such as ``neck_shoulder``."""

RuleId = NewType("RuleId", str)
"""A row of the safety table, such as ``R01`` or ``L08``."""

QuestionId = NewType("QuestionId", str)
"""A question of the safety screen, such as ``today_numb_weak``."""

OccasionId = NewType("OccasionId", str)
"""A row of ``assets/protocols/occasions.toml``, such as ``low_energy``."""

RowId = NewType("RowId", str)
"""A UUIDv7 in its canonical text form; the key of every journal row."""

SourceId = NewType("SourceId", str)
"""A row of ``assets/evidence/sources.toml``."""
