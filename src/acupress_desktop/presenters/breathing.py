"""The page about breathing patterns: look at them, choose one, make and name one of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from acupress_desktop.domain.allowance import PastSession, breath_pattern
from acupress_desktop.domain.breathing import (
    BREATH_HOLD_SECONDS_MAX,
    FIRST_WEEK,
    OWN_BREATH_NAME_CHARACTERS_MAX,
    USUAL,
    BreathPattern,
    BreathPhase,
    OwnBreath,
    breath_faults,
)
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import BreathPort, SettingsPort
from acupress_desktop.domain.settings import BreathingPattern, OnOff, Settings
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.beginning import chosen_breath, chosen_pattern
from acupress_desktop.presenters.breathing_view import (
    BreathCardView,
    BreathEditorView,
    BreathingView,
    BreathKey,
    PhaseView,
)
from acupress_desktop.presenters.destinations import Back, Destination
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.words import breathing as words
from acupress_desktop.words import storage

OWN_BREATHS_MAX = 40
_PHASE_TENTHS_MAX = 150
_HOLD_TENTHS_MAX = round(BREATH_HOLD_SECONDS_MAX * 10)
_FIRST_HOLD_TENTHS = 5
_HOLDS = (BreathPhase.HOLD_FULL, BreathPhase.HOLD_EMPTY)
_OF_THE_APP = (
    BreathingPattern.BY_WEEK,
    BreathingPattern.EIGHT_A_MINUTE,
    BreathingPattern.SIX_A_MINUTE,
    BreathingPattern.SIX_EQUAL,
    BreathingPattern.FIVE_A_MINUTE,
)


@dataclass(frozen=True, slots=True)
class BreathingPorts:
    """What the page needs of the world; ``history`` are the sessions so far."""

    journal: BreathPort
    settings: SettingsPort
    history: Callable[[], tuple[PastSession, ...]]
    now: Callable[[], Moment]
    new_id: Callable[[], RowId]


@dataclass(frozen=True, slots=True)
class _Draft:
    """The form: a name and four phases in tenths of a second, whether they are a pattern or not."""

    own: RowId | None
    name: str
    tenths: tuple[tuple[BreathPhase, int], ...]
    holds: Choice

    def seconds(self, phase: BreathPhase) -> float:
        """Return the seconds of a phase; a hold that is switched off has none."""
        if phase in _HOLDS and self.holds is Choice.OPEN:
            return 0.0
        return dict(self.tenths)[phase] / 10

    @property
    def four(self) -> tuple[float, float, float, float]:
        """In, out, and both holds, as a pattern takes them."""
        order = (BreathPhase.IN, BreathPhase.OUT, BreathPhase.HOLD_FULL, BreathPhase.HOLD_EMPTY)
        inward, outward, full, empty = (self.seconds(phase) for phase in order)
        return inward, outward, full, empty

    @property
    def pattern(self) -> BreathPattern | None:
        """The pattern, where the phases are one."""
        return None if breath_faults(*self.four) else BreathPattern(*self.four)


class BreathingPresenter:
    """Choosing is in force at once; the form alone waits for "Save"."""

    def __init__(self, ports: BreathingPorts) -> None:
        self._ports = ports
        self._draft: _Draft | None = None
        self._deleted: OwnBreath | None = None
        self._said = ""
        self._trouble = ""

    # --- The cards

    def present(self) -> BreathingView:
        """Show the page."""
        return self._view()

    def choose(self, key: BreathKey) -> BreathingView:
        """Use a pattern from the next session on."""
        if key.kind is BreathingPattern.OWN and self._own(key.own) is None:
            return self._view()
        settings = self._ports.settings.recall_settings()
        own = "" if key.own is None else str(key.own)
        if self._set(replace(settings, breathing_pattern=key.kind, own_breath=own)):
            self._say(words.chosen_now(self._name(key)))
        return self._view()

    def delete(self, own: RowId) -> BreathingView:
        """Take a pattern of the person's own away; the one that stands instead is that of the week."""
        found = self._own(own)
        if found is None:
            return self._view()
        if self._write(lambda: self._ports.journal.remember_own_breath_deleted(own)):
            self._say(words.deleted(found.name))
            self._deleted = found
            if self._draft is not None and self._draft.own == own:
                self._draft = None
        return self._view()

    def undo(self) -> BreathingView:
        """Bring back what was deleted last."""
        gone = self._deleted
        if gone is not None and self._write(
            lambda: self._ports.journal.remember_own_breath_restored(gone.id)
        ):
            self._say("")
        return self._view()

    def back(self) -> Destination:
        """Leave the page."""
        return Back()

    # --- The form

    def add(self) -> BreathingView:
        """Open the form of a new pattern; it begins as six a minute, with no hold."""
        if len(self._all()) < OWN_BREATHS_MAX:
            self._draft = _draft_of(None, words.first_name(), USUAL)
        return self._view()

    def change(self, own: RowId) -> BreathingView:
        """Open the form of an own pattern."""
        found = self._own(own)
        if found is not None:
            self._draft = _draft_of(found.id, found.name, found.pattern)
        return self._view()

    def write_name(self, name: str) -> BreathingView:
        """Take the name as typed."""
        if self._draft is not None:
            self._draft = replace(self._draft, name=name[:OWN_BREATH_NAME_CHARACTERS_MAX])
        return self._view()

    def set_tenths(self, phase: BreathPhase, tenths: int) -> BreathingView:
        """Say how long a phase is; what is out of bounds is shown and said, never saved."""
        if self._draft is not None:
            most = _HOLD_TENTHS_MAX if phase in _HOLDS else _PHASE_TENTHS_MAX
            kept = min(most, max(0, tenths))
            rows = tuple((each, kept if each is phase else known) for each, known in self._draft.tenths)
            self._draft = replace(self._draft, tenths=rows)
        return self._view()

    def turn_holds(self) -> BreathingView:
        """Let the breath rest between, or not; half a second each where nothing was set."""
        draft = self._draft
        if draft is not None:
            turned = Choice.when(draft.holds is Choice.OPEN)
            if turned is Choice.CHOSEN and not any(dict(draft.tenths)[phase] for phase in _HOLDS):
                rows = tuple(
                    (phase, _FIRST_HOLD_TENTHS if phase in _HOLDS else known) for phase, known in draft.tenths
                )
                draft = replace(draft, tenths=rows)
            self._draft = replace(draft, holds=turned)
        return self._view()

    def keep(self) -> BreathingView:
        """Save the form; nothing happens where it is no pattern or has no name."""
        draft = self._draft
        pattern = None if draft is None else draft.pattern
        if draft is None or pattern is None or not draft.name.strip():
            return self._view()
        own = draft.own or self._ports.new_id()
        record = OwnBreath(own, self._ports.now(), draft.name.strip(), pattern)
        if self._write(lambda: self._ports.journal.remember_own_breath(record)):
            self._draft = None
            self._say(words.saved(record.name))
        return self._view()

    def leave(self) -> BreathingView:
        """Leave the form; nothing of it is kept."""
        self._draft = None
        return self._view()

    # --- Keeping

    def _all(self) -> tuple[OwnBreath, ...]:
        return self._ports.journal.recall_own_breaths()

    def _own(self, own: RowId | None) -> OwnBreath | None:
        return next((each for each in self._all() if each.id == own), None)

    def _set(self, settings: Settings) -> bool:
        return self._write(lambda: self._ports.settings.remember_settings(settings))

    def _write(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KnownTrouble as known:
            self._trouble, self._said, self._deleted = storage.trouble_line(known.trouble), "", None
            return False
        self._trouble = ""
        return True

    def _say(self, said: str) -> None:
        self._said, self._deleted = said, None

    # --- What is shown

    def _view(self) -> BreathingView:
        settings = self._ports.settings.recall_settings()
        every = self._all()
        full = len(every) >= OWN_BREATHS_MAX
        used = self._used(settings, every)
        keys = (BreathKey(BreathingPattern.OWN, each.id) for each in every)
        return BreathingView(
            page=words.page(),
            title=words.page(),
            lead=words.lead(),
            back=words.close(),
            note=self._note(settings, every, used),
            patterns_heading=words.patterns_heading(),
            patterns=tuple(self._card(BreathKey(kind), used) for kind in _OF_THE_APP),
            own_heading=words.own_heading(),
            own=tuple(self._card(key, used) for key in keys),
            none_of_own="" if every else words.none_of_own(),
            add="" if full else words.add(),
            full=words.full(OWN_BREATHS_MAX) if full else "",
            editor=None if self._draft is None else self._editor(self._draft),
            stop_heading=words.stop_heading(),
            stop=words.stop_advice(),
            about_heading=words.about_heading(),
            about=words.about(),
            phase_words=tuple((phase, words.phase_now(phase)) for phase in BreathPhase),
            said=self._said,
            undo=words.undo() if self._deleted is not None else "",
            trouble=self._trouble,
        )

    def _used(self, settings: Settings, every: tuple[OwnBreath, ...]) -> BreathKey:
        """Return the pattern of the next session; an own one that is gone is none."""
        if settings.breathing_pattern is not BreathingPattern.OWN:
            return BreathKey(settings.breathing_pattern)
        own = next((each.id for each in every if each.id == settings.own_breath), None)
        return BreathKey(BreathingPattern.BY_WEEK) if own is None else BreathKey(BreathingPattern.OWN, own)

    def _note(self, settings: Settings, every: tuple[OwnBreath, ...], used: BreathKey) -> str:
        if settings.breathing is OnOff.OFF:
            return words.guide_is_off()
        history, now = self._ports.history(), self._ports.now()
        chosen = chosen_breath(settings, history, now, every, ())
        first_week = breath_pattern(history, now) == FIRST_WEEK
        slower = chosen.pattern.breaths_per_minute < FIRST_WEEK.breaths_per_minute
        asked_for = used.kind is not BreathingPattern.BY_WEEK
        return words.first_week_note() if first_week and slower and asked_for else ""

    def _pattern(self, key: BreathKey) -> BreathPattern:
        own = self._own(key.own) if key.own is not None else None
        if own is not None:
            return own.pattern
        settings = replace(self._ports.settings.recall_settings(), breathing_pattern=key.kind)
        return chosen_pattern(settings, self._ports.history(), self._ports.now())

    def _name(self, key: BreathKey) -> str:
        names = {
            BreathingPattern.BY_WEEK: words.by_week_name(),
            BreathingPattern.EIGHT_A_MINUTE: words.eight_name(),
            BreathingPattern.SIX_A_MINUTE: words.six_name(),
            BreathingPattern.SIX_EQUAL: words.six_equal_name(),
            BreathingPattern.FIVE_A_MINUTE: words.five_name(),
        }
        own = self._own(key.own)
        return names[key.kind] if own is None else own.name

    def _card(self, key: BreathKey, used: BreathKey) -> BreathCardView:
        name, pattern = self._name(key), self._pattern(key)
        by_week = key.kind is BreathingPattern.BY_WEEK
        is_own = key.own is not None
        return BreathCardView(
            key=key,
            name=name,
            detail=words.by_week_detail() if by_week else words.seconds_of(pattern),
            rate=words.rate(pattern),
            pattern=pattern,
            curve_spoken=words.curve_spoken(name, pattern),
            chosen=Choice.when(key == used),
            choose=words.chosen() if key == used else words.choose(),
            choose_spoken=words.of_pattern(words.chosen() if key == used else words.choose(), name),
            show=words.show(),
            show_spoken=words.of_pattern(words.show(), name),
            still=words.show_no_more(),
            change=words.change() if is_own else "",
            change_spoken=words.of_pattern(words.change(), name),
            delete=words.delete() if is_own else "",
            delete_spoken=words.of_pattern(words.delete(), name),
        )

    def _editor(self, draft: _Draft) -> BreathEditorView:
        faults = breath_faults(*draft.four)
        pattern = draft.pattern
        shown = [each for each in BreathPhase if draft.holds is Choice.CHOSEN or each not in _HOLDS]
        known = self._own(draft.own)
        blocked = words.fault(faults[0]) if faults else ""
        if not blocked and not draft.name.strip():
            blocked = words.name_missing()
        return BreathEditorView(
            beside=draft.own,
            title=words.new_title() if known is None else words.change_title(known.name),
            name_label=words.name_label(),
            name=draft.name,
            name_characters_max=OWN_BREATH_NAME_CHARACTERS_MAX,
            unit=words.unit(),
            phases=tuple(_phase_view(phase, dict(draft.tenths)[phase]) for phase in shown),
            holds_label=words.holds(),
            holds=draft.holds,
            holds_warning=words.holds_warning(),
            pattern=pattern,
            curve_spoken="" if pattern is None else words.curve_spoken(draft.name, pattern),
            rate="" if pattern is None else words.rate(pattern),
            faults=tuple(words.fault(each) for each in faults),
            keep=ActView(words.keep(), blocked_because=blocked),
            leave=words.leave(),
        )


def _draft_of(own: RowId | None, name: str, pattern: BreathPattern) -> _Draft:
    tenths = (
        (BreathPhase.IN, pattern.in_seconds),
        (BreathPhase.HOLD_FULL, pattern.hold_full_seconds),
        (BreathPhase.OUT, pattern.out_seconds),
        (BreathPhase.HOLD_EMPTY, pattern.hold_empty_seconds),
    )
    rows = tuple((phase, round(seconds * 10)) for phase, seconds in tenths)
    return _Draft(own, name, rows, Choice.when(pattern.has_holds))


def _phase_view(phase: BreathPhase, tenths: int) -> PhaseView:
    label = words.phase_label(phase)
    return PhaseView(
        phase=phase,
        label=label,
        tenths=tenths,
        most_tenths=_HOLD_TENTHS_MAX if phase in _HOLDS else _PHASE_TENTHS_MAX,
        more_spoken=words.tenth_more(label),
        less_spoken=words.tenth_less(label),
    )
