"""What the check-in needs of the small body that shows the sore places."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.check_in import Place


class SorePicture(QWidget):
    """A small body with the chosen places tinted."""

    def show_places(self, places: tuple[Place, ...], spoken: str) -> None:
        """Tint ``places``; ``spoken`` says the same in words."""
        raise NotImplementedError
