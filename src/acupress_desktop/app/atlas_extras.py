"""What stands around the pictures of the atlas: layers, the body that turns, saving, and own spots."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from acupress_desktop import __version__
from acupress_desktop.app.desk import Desk
from acupress_desktop.app.standing import StandingRoom
from acupress_desktop.domain.guide_lines import LineLayer, SeenLine
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.settings import DrawnBody
from acupress_desktop.presenters.atlas_view import AtlasView
from acupress_desktop.presenters.destinations import ToRoutine
from acupress_desktop.presenters.own_points import OwnPointsPresenter, TouchedPlace
from acupress_desktop.presenters.routine_texts import routine_choice
from acupress_desktop.ui.atlas.guides import guides_of, names_of
from acupress_desktop.ui.atlas.layers_dialog import LayersDialog
from acupress_desktop.ui.atlas.own_points_dialog import NewOwnPointDialog, OwnPointsDialog
from acupress_desktop.ui.atlas.screen import AtlasScreen
from acupress_desktop.ui.atlas.turning_host import TurningHost
from acupress_desktop.ui.body_map.picture import MapPicture
from acupress_desktop.ui.body_map.scene import Callout, GuideLine
from acupress_desktop.ui.routines.choice_dialog import ChoiceDialog
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.ask_file import SystemAskFile
from acupress_desktop.words import layers as words
from acupress_desktop.words import own_points
from acupress_desktop.words.notices import not_a_medical_device

if TYPE_CHECKING:
    from acupress_desktop.ui.atlas.turning import TurningPane

TURNING = "acupress_desktop.ui.atlas.turning"
"""Brings numpy; imported when the body is first turned."""


class AtlasExtras(QObject):
    """``AtlasExtras(desk, screen, own)``: fills the places that the page keeps free."""

    def __init__(self, desk: Desk, screen: AtlasScreen, own: OwnPointsPresenter) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self._own = own
        self._room: StandingRoom = desk.bundle.studio.room(desk)
        self._room.changed.connect(self._refresh)
        self._layers = desk.bundle.studio.layers
        theme = desk.ground.theme
        self._pane: TurningPane | None = None
        self._goal: object = None
        self._host = TurningHost(
            Label(theme, words.being_made(), TextRole.BODY, Tone.INK3), self._open_turning
        )
        near = screen.near
        near.offer_guides(self._guides)
        near.offer_turning(self._host)
        near.offer_layers(self._choose_layers)
        near.offer_saving(self._save)
        near.offer_own_points(own_points.open_list(), self._list_own)
        screen.shown.connect(self._show_page)
        screen.destroyed.connect(self._close)
        screen.routine_asked.connect(self._add_to_routine)
        screen.offer_guides_of_body(self._guides_of_body)
        screen.refresh_guides()

    # --- Lines

    def _followed(self) -> str:
        return self._screen.view.followed

    def _lines(self, view: str) -> tuple[SeenLine, ...]:
        if not self._layers.shown and not self._followed():
            return ()
        return self._room.lines(view)

    def _guides(self, view: str) -> tuple[tuple[GuideLine, ...], tuple[Callout, ...]]:
        lines = self._lines(view)
        named = {line.line: words.line(line.line) for line in lines}
        return (
            guides_of(lines, self._layers.shown, self._followed()),
            names_of(lines, self._layers.shown, named),
        )

    def _guides_of_body(self, view: str) -> tuple[GuideLine, ...]:
        """On the small body only the line that is followed: more would be a thicket."""
        if not self._followed():
            return ()
        return guides_of(self._room.lines(view), frozenset(), self._followed())

    def _choose_layers(self) -> None:
        dialog = LayersDialog(self._desk.ground.theme, self._window(), self._layers)
        dialog.changed.connect(self._refresh)
        dialog.open_it()

    def _refresh(self) -> None:
        self._screen.refresh_guides()
        if self._host.isVisible():
            self._open_turning()
        self._tell_coming()

    # --- The body that turns

    def _open_turning(self) -> None:
        stood = self._room.body()
        if self._room.problem:
            self._host.waiting.show_text(words.no_body(self._room.problem))
            return
        if stood is None:
            return
        if self._pane is None:
            room = import_module(TURNING)
            ground = self._desk.ground
            pane = cast(
                "TurningPane", room.TurningPane(ground.theme, ground.runner, ground.chosen().drawing_3d)
            )
            pane.site_chosen.connect(self._screen.choose_site)
            pane.told.connect(self._tell_touched)
            pane.mark_asked.connect(self._ask_name)
            self._pane = pane
            self._host.waiting.hide()
            self._host.column.addWidget(pane)
            self._screen.order_tabs()
        self._pane.show_body(stood.body, stood.solid)
        self._show_page(self._screen.view)
        if self._goal is not None:
            self._pane.fly_to(self._goal)
            self._goal = None

    def _show_page(self, view: AtlasView) -> None:
        self._show_on_turning(view)
        self._tell_coming()

    def _tell_coming(self) -> None:
        """Laying all lines takes some seconds the first time; nobody shall think that nothing happens."""
        if (self._layers.shown or self._followed()) and self._room.busy:
            self._screen.near.say(words.lines_coming(), Tone.INK2)
        elif self._screen.near.said == words.lines_coming():
            self._screen.near.say("", Tone.INK2)

    def _show_on_turning(self, view: AtlasView) -> None:
        if self._pane is None or not self._host.isVisible():
            return
        room = import_module(TURNING)
        layers, followed = self._layers.shown, view.followed
        if (layers or followed) and not self._room.has_lines():
            layers, followed = frozenset[LineLayer](), ""
        drawn = room.Drawn(layers, followed, self._own.points(), self._desk.ground.chosen().skin_tone)
        self._pane.show_page(view, drawn)

    def _close(self) -> None:
        if self._pane is not None:
            self._pane.turning.close_artist()
            self._pane = None

    # --- Own spots

    def _tell_touched(self, touched: TouchedPlace) -> None:
        if self._pane is not None:
            self._pane.say(own_points.touched(self._own.where(touched.region, touched.side)))

    def _ask_name(self, touched: TouchedPlace) -> None:
        dialog = NewOwnPointDialog(
            self._desk.ground.theme,
            self._window(),
            self._own.ask(touched),
            lambda name, note: self._own.keep(touched, name, note),
        )
        dialog.kept.connect(self._kept)
        dialog.ask()

    def _kept(self) -> None:
        if self._pane is not None:
            self._pane.forget_touch()
            self._pane.say(self._own.present().said)
        self._show_page(self._screen.view)

    def _list_own(self) -> None:
        dialog = OwnPointsDialog(self._desk.ground.theme, self._window(), self._own)
        dialog.show_asked.connect(self._show_own)
        dialog.changed.connect(self._own_changed)
        dialog.open_it()

    def _own_changed(self) -> None:
        self._show_page(self._screen.view)

    def _show_own(self, spot: RowId) -> None:
        self._goal = import_module(TURNING).OwnKey(spot)
        self._screen.near.turn_in_3d()
        self._open_turning()

    # --- Routines

    def _add_to_routine(self) -> None:
        """Ask to which routine the point goes; where there is none, a new one begins with it."""
        card = self._screen.view.card
        if card is None:
            return
        point, routines = card.point, self._desk.journal.recall_routines()
        if not routines:
            self._screen.leave.emit(ToRoutine(self._desk.ground.ids.next(), point))
            return
        dialog = ChoiceDialog(self._desk.ground.theme, self._window(), routine_choice(routines))

        def go(key: object) -> None:
            routine = RowId(str(key)) if key else self._desk.ground.ids.next()
            self._screen.leave.emit(ToRoutine(routine, point))

        dialog.chosen.connect(go)
        dialog.open_over()

    # --- Saving

    def _save(self) -> None:
        near, view = self._screen.near, self._screen.view
        scene = near.scene
        if scene is None or view.card is None:
            return
        ground = self._desk.ground
        settings = ground.chosen()
        ask = ground.ask or SystemAskFile()
        name = " ".join(part for part in (view.card.title, view.card.code) if part)
        path = ask.where_to_save(self._screen, words.save_title(), name, words.picture_kinds())
        if path is None:
            return
        figure = words.own_figure() if settings.drawn_body is DrawnBody.OWN else words.standard_figure()
        lines = (
            " ".join(part for part in (view.card.title, view.card.code, view.card.pinyin) if part),
            view.close_up.place if view.close_up is not None else "",
            words.provenance(figure, __version__),
            not_a_medical_device(),
        )
        try:
            MapPicture(ground.theme, self._desk.pictures, scene, view.turned, lines).save(path)
        except OSError:
            near.say(words.not_saved(str(path)), Tone.STOP)
            return
        near.say(words.saved(str(path)), Tone.INK2)

    def _window(self) -> QWidget:
        return self._screen.window()
