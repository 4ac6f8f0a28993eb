"""Which guide lines are drawn on the body: each kind by itself, none at first."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.guide_lines import LineLayer
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.words import layers as words


@dataclass(frozen=True, slots=True)
class LayerView:
    """One kind of line with its tick."""

    layer: LineLayer
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class LayersView:
    """The choice of layers, with what lines are and are not."""

    title: str
    close: str
    layers: tuple[LayerView, ...]
    notes: tuple[str, ...]


class LayersPresenter:
    """Keeps what is ticked as long as the app runs."""

    def __init__(self) -> None:
        self.shown: frozenset[LineLayer] = frozenset()

    def present(self) -> LayersView:
        """Show the choice."""
        return LayersView(
            words.layers(),
            words.close(),
            tuple(LayerView(each, words.layer(each), Choice.when(each in self.shown)) for each in LineLayer),
            (words.only_an_aid(), words.no_dermatomes()),
        )

    def tick(self, layer: LineLayer) -> LayersView:
        """Show a kind of line, or hide it."""
        self.shown = self.shown ^ {layer}
        return self.present()
