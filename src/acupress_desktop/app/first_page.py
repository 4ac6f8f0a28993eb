"""Keeps the home page as a picture for the next start: see ``ui.shell.first_picture``."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from acupress_desktop.app.ground import Ground
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.moments import Moment
from acupress_desktop.presenters.destinations import ToToday
from acupress_desktop.presenters.today_first import first_view, timeless_title
from acupress_desktop.storage.files import write_lightly
from acupress_desktop.storage.glance import read_glance
from acupress_desktop.ui.shell.first_picture import FirstPicture, key_of, png_of
from acupress_desktop.ui.shell.front import FrontWindow
from acupress_desktop.ui.shell.window import Mast, Page, Window
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.today.screen import TodayScreen
from acupress_desktop.words.days import part_of_day

_HOUR = timedelta(hours=1)


def keep_first_page(ground: Ground, front: FrontWindow, window: Window, album: BodyAlbum, box: QRect) -> None:
    """Draw the home page as the next start will show it, in the hidden ``front``, and keep it.

    ``box`` is where the window will stand. Without a glance there is nothing to keep, and the file goes.
    """
    now, path = ground.now(), ground.profile.first_picture
    glance = read_glance(ground.profile.glance, now.local_date)
    key = key_of(ground.profile.glance, ground.profile.settings)
    if glance is None or glance.next_set is None or key is None:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        return
    view = first_view(glance, now, ground.chosen())
    screen = TodayScreen(view, ground.theme)
    screen.show_album(album)
    window.mark_as_sample(None)
    window.show_page(Page(screen, screen.leave, Mast.COMMON, ToToday))
    front.setWindowState(Qt.WindowState.WindowNoState)
    front.resize(box.size())
    _settle(front)
    # Moved to its column while the stack turned its page, the panel keeps its updates off (measured, 6.11).
    screen.body_panel.setUpdatesEnabled(True)
    page = front.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    title = _place(screen.title, front)
    aged = tuple(_place(part, front) for part in screen.dated if part.isVisibleTo(front))
    screen.show_timeless(timeless_title(glance.next_set))
    strip = screen.title.grab().toImage()
    ground_colour = qcolor(ground.theme.colours.paper)
    drawn = now.local.replace(tzinfo=None)
    kept = FirstPicture(
        image=_with_strip(page, strip, title, ground_colour.rgb()),
        box=box,
        aged=aged,
        title=title,
        ground=ground_colour.rgb(),
        drawn=drawn,
        fresh_until=_fresh_until(ground),
        window_title=window.windowTitle(),
        spoken=f"{view.page}. {timeless_title(glance.next_set)}. {view.summary} {view.body.spoken}",
        key=key,
    )
    with contextlib.suppress(OSError):
        write_lightly(path, png_of(kept))


def _settle(front: FrontWindow) -> None:
    """Lay a hidden window out: columns that fold move their parts, and those are laid out after that."""
    for _ in range(2):
        front.grab()
        QCoreApplication.sendPostedEvents()


def _place(part: QWidget, front: QWidget) -> QRect:
    return QRect(part.mapTo(front, QPoint(0, 0)), part.size())


def _with_strip(page: QImage, strip: QImage, title: QRect, ground: int) -> QImage:
    """Return the page with a title without a time of day under it."""
    ratio = page.devicePixelRatio()
    both = QImage(page.width(), page.height() + round(title.height() * ratio), QImage.Format.Format_RGB32)
    both.fill(ground)
    painter = QPainter(both)
    page.setDevicePixelRatio(1.0)
    strip.setDevicePixelRatio(1.0)
    painter.drawImage(0, 0, page)
    painter.drawImage(0, page.height(), strip)
    painter.end()
    return both


def _fresh_until(ground: Ground) -> datetime:
    """Return the hour at which the day, or the part of the day, becomes another."""
    now = ground.now()
    hour = now.local.replace(minute=0, second=0, microsecond=0) + _HOUR
    while hour.date() == now.local_date and part_of_day(Moment.of(hour)) == part_of_day(now):
        hour += _HOUR
    return hour.replace(tzinfo=None)
