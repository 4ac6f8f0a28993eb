"""Work that must not hold the window: one worker thread, results delivered on the main thread.

Export, backup, loading of a mesh, rendering, PDF and heavy imports go through here, one after another. Tests
inject ``InlineRunner``, which does the work at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal


class Cancelled(Exception):
    """Raised inside work by ``Job.check`` after somebody asked to stop."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a piece of work: ``result`` or the exception in ``failure``; ``cancelled`` for neither."""

    result: object = None
    failure: BaseException | None = None
    cancelled: bool = False


class Job(QObject):
    """One piece of work. ``ended`` emits an ``Outcome`` on the main thread, once."""

    ended = Signal(object)
    progressed = Signal(object)
    _arrived = Signal(object)
    _went_on = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel_asked = Event()
        # The worker emits; these slots belong to the main thread, so that plain callables connected to the
        # public signals are called there too, and not on the worker.
        self._arrived.connect(self._deliver, Qt.ConnectionType.AutoConnection)
        self._went_on.connect(self._deliver_progress, Qt.ConnectionType.AutoConnection)

    def arrive(self, outcome: Outcome) -> None:
        """Called by the runner, on any thread, when the work is over."""
        self._arrived.emit(outcome)

    def _deliver(self, outcome: object) -> None:
        self.ended.emit(outcome)

    def _deliver_progress(self, share: object) -> None:
        self.progressed.emit(share)

    def cancel(self) -> None:
        """Ask the work to stop; work that has not begun will not begin."""
        self._cancel_asked.set()

    def check(self) -> None:
        """Called by the work between its steps: raises ``Cancelled`` once a stop was asked for."""
        if self._cancel_asked.is_set():
            raise Cancelled

    def report(self, share: float) -> None:
        """Called by the work: ``share`` of it is done, 0 to 1. Heard on the main thread."""
        self._went_on.emit(share)


Work = Callable[[Job], object]


class Runner(Protocol):
    """Somebody who does work: the real runner or the inline one."""

    def run(self, work: Work, done: Callable[[Outcome], None] | None = None) -> Job:
        """Do ``work(job)``; ``done`` hears the outcome on the main thread."""
        ...


def _outcome_of(job: Job, work: Work) -> Outcome:
    try:
        job.check()
        return Outcome(result=work(job))
    except Cancelled:
        return Outcome(cancelled=True)
    except Exception as failure:  # noqa: BLE001 - the outcome carries it to whoever asked
        return Outcome(failure=failure)


class _Task(QRunnable):
    def __init__(self, job: Job, work: Work) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        self._job.arrive(_outcome_of(self._job, self._work))


class BackgroundRunner(QObject):
    """One worker thread, first come first served."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: list[Job] = []

    def run(self, work: Work, done: Callable[[Outcome], None] | None = None) -> Job:
        """Do ``work(job)`` on the worker thread; ``done`` hears the outcome on the main thread."""
        job = Job(self)
        self._jobs.append(job)
        if done is not None:
            job.ended.connect(done)
        job.ended.connect(self._forget)
        self._pool.start(_Task(job, work))
        return job

    def close(self, wait_ms: int = 2_000) -> None:
        """Ask all work to stop and wait up to ``wait_ms`` for the step that runs; call before quitting."""
        for job in self._jobs:
            job.cancel()
        self._pool.waitForDone(wait_ms)

    def _forget(self, _outcome: object) -> None:
        job = self.sender()
        if isinstance(job, Job):
            if job in self._jobs:
                self._jobs.remove(job)
            job.deleteLater()


class InlineRunner(QObject):
    """Does the work at once, on the caller's thread: for tests and for headless use."""

    def run(self, work: Work, done: Callable[[Outcome], None] | None = None) -> Job:
        """Do ``work(job)`` now; ``done`` has heard the outcome when this returns."""
        job = Job(self)
        if done is not None:
            job.ended.connect(done)
        job.arrive(_outcome_of(job, work))
        job.deleteLater()
        return job
