"""The person's own pictures of the steps of a routine, read from the journal when a session needs them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.ports import RoutinePort
from acupress_desktop.domain.step_pictures import picture_bytes

FindPicture = Callable[[RowId], QPixmap | None]


def pictures_of_routine(journal: RoutinePort, routine: RowId | None) -> FindPicture:
    """Return what finds the picture of a step; a picture that cannot be read is none."""

    def find(step: RowId) -> QPixmap | None:
        kept = None if routine is None else journal.recall_routine(routine)
        text = "" if kept is None else next((each.picture for each in kept.steps if each.id == step), "")
        content = picture_bytes(text)
        picture = QPixmap()
        return picture if content is not None and picture.loadFromData(content) else None

    return find
