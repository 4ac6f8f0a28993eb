"""Small painted details that the mesh lacks: nails and skin creases."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from .figure import Figure
    from .shade import Sample
    from .views import View


def painted_details(
    skin: npt.NDArray[np.float32],
    light: npt.NDArray[np.float32],
    sample: Sample,
    view: View,
    figure: Figure,
) -> npt.NDArray[np.float32]:
    """Return the skin colours with the details of this view."""
    return skin
