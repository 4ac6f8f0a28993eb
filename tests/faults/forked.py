"""Runs work in a forked child that may be killed at any moment, and hears what it got done."""

from __future__ import annotations

import os
import select
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass

Ack = Callable[[str], None]
Work = Callable[[Ack], None]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: its exit code, or the negative number of the signal, and its lines."""

    code: int
    lines: tuple[str, ...]


class Child:
    """A fork of this process that does ``work`` and nothing else."""

    def __init__(self, work: Work) -> None:
        self._read, write = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.close(self._read)
            code = 1
            try:
                work(lambda text: _write_line(write, text))
                code = 0
            except BaseException:  # noqa: BLE001 - a child must never return into the parent's test
                traceback.print_exc()
            finally:
                os._exit(code)
        os.close(write)
        self._heard = b""

    def hear(self, lines: int, seconds: float) -> None:
        """Wait until the child has said ``lines`` lines, or ended, or ``seconds`` of silence."""
        while self._heard.count(b"\n") < lines:
            ready, _, _ = select.select([self._read], [], [], seconds)
            part = os.read(self._read, 4096) if ready else b""
            if not part:
                return
            self._heard += part

    def kill(self) -> Ended:
        """End it as a power switch would, and hear what it still said."""
        os.kill(self._pid, signal.SIGKILL)
        return self.end()

    def end(self) -> Ended:
        """Wait for its end."""
        while part := os.read(self._read, 65536):
            self._heard += part
        os.close(self._read)
        _, status = os.waitpid(self._pid, 0)
        return Ended(os.waitstatus_to_exitcode(status), tuple(self._heard.decode().splitlines()))


def _write_line(write: int, text: str) -> None:
    os.write(write, f"{text}\n".encode())
