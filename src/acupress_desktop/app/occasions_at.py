"""The occasions as they are for the person of one desk."""

from __future__ import annotations

from acupress_desktop.app.desk import Desk
from acupress_desktop.domain.ids import ComplaintId, RegionId
from acupress_desktop.presenters.occasions import OccasionBook, OccasionsView, occasions_view
from acupress_desktop.presenters.outlines import history_of
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.presenters.used_set import UsedSet, used_set
from acupress_desktop.storage.glance import read_glance


def set_in_use(desk: Desk) -> UsedSet | None:
    """Return the set that was chosen last, or pressed last."""
    ground = desk.ground
    profile = ground.profile.sample if desk.kind is JournalKind.SAMPLE else ground.profile
    now = ground.now()
    glance = read_glance(profile.glance, now.local_date)
    return used_set(desk.journal, glance, desk.bundle.shelf.protocols, now)


def occasions_at(desk: Desk) -> OccasionsView:
    """Return the list for the set in use, at today's dose."""
    ground, shelf = desk.ground, desk.bundle.shelf

    def regions_of(complaint: ComplaintId) -> tuple[RegionId, ...]:
        return shelf.safety.catalogue.complaint(complaint).regions

    book = OccasionBook(shelf.occasions, shelf.protocols, shelf.atlas, shelf.regions, regions_of)
    now = ground.now()
    past = history_of(desk.journal.recall_protocol_starts(), now)
    return occasions_view(book, set_in_use(desk), ground.chosen(), past, now)
