"""What the rows of the watch say: how soon somebody should look, and where the row comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from acupress_desktop.domain.ids import RuleId, SourceId
from acupress_desktop.domain.safety.outcome import Urgency
from acupress_desktop.domain.safety.watch import WatchSign


@dataclass(frozen=True, slots=True)
class WatchRow:
    """One row. ``urgency`` is ``None`` where nobody needs to look at it."""

    id: RuleId
    urgency: Urgency | None
    sources: tuple[SourceId, ...]
    from_memory: str | None

    @property
    def title_id(self) -> str:
        """The message that names what was noted."""
        return f"safety.rule.{self.id}.title"

    @property
    def message_id(self) -> str:
        """The message that says what to do, how soon, and whom to ask."""
        return f"safety.rule.{self.id}"


class WatchBook:
    """All rows of the watch."""

    def __init__(self, rows: Iterable[WatchRow]) -> None:
        self.rows = tuple(rows)
        self._by_id: Mapping[RuleId, WatchRow] = MappingProxyType({row.id: row for row in self.rows})

    def row(self, rule: RuleId) -> WatchRow:
        """Return one row; raise ``KeyError`` for an id that does not exist."""
        return self._by_id[rule]

    def __contains__(self, rule: object) -> bool:
        return rule in self._by_id

    def urgency(self, sign: WatchSign) -> Urgency | None:
        """Return how soon somebody should look at what a sign is about."""
        return self.row(sign.rule).urgency

    def to_look_at(self, signs: Iterable[WatchSign]) -> tuple[WatchSign, ...]:
        """Return the signs that somebody should look at, the most urgent first."""
        asking = [sign for sign in signs if self.urgency(sign) is not None]
        return tuple(sorted(asking, key=self._how_soon))

    def _how_soon(self, sign: WatchSign) -> int:
        urgency = self.urgency(sign)
        return len(_SOONEST) if urgency is None else _SOONEST.index(urgency)


_SOONEST = (Urgency.NOW, Urgency.SAME_DAY, Urgency.URGENT_WITHIN_DAYS, Urgency.ROUTINE)
