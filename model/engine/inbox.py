"""Commands on their way from QGIS: read by a thread of their own, so that a run can be cancelled."""

from __future__ import annotations

import contextlib
import os
import threading
from collections import deque
from typing import BinaryIO

from ...protocol import COMMANDS, Answer, Cancel, Command, Failure, ProtocolError, Shutdown, decode
from .outlet import Gone, Outlet

_GRACE_SECONDS = 5.0
"""So long a run may take to end once QGIS is gone."""


class Cancelled(Exception):  # noqa: N818 (an end that was asked for is no error)
    """The job that is under way shall end."""


class Job:
    """A command to carry out.

    Args:
        number: QGIS's number of it.
        command: what to do.
        outlet: where its answers go.
    """

    def __init__(self, number: int, command: Command, outlet: Outlet) -> None:
        self.number, self.command = number, command
        self._outlet, self._cancelled = outlet, threading.Event()

    def cancel(self) -> None:
        """Let ``report`` end the job; from any thread."""
        self._cancelled.set()

    def report(self, answer: Answer) -> None:
        """Tell QGIS how far the job has come.

        Raises:
            Cancelled: the job shall end.
            Gone: nobody listens any more.
        """
        if self._cancelled.is_set():
            raise Cancelled
        self._outlet.say(answer, self.number)


class Inbox:
    """Jobs in the order they came.

    Args:
        stream: where commands are read from.
        outlet: where to tell of lines that are no commands, and of waiting jobs that were cancelled.
    """

    def __init__(self, stream: BinaryIO, outlet: Outlet) -> None:
        self._stream, self._outlet = stream, outlet
        self._changed = threading.Condition()
        self._waiting: deque[Job] = deque()
        self._running: Job | None = None
        self._ended = False
        self._thread = threading.Thread(target=self._read, name="inbox", daemon=True)
        self._thread.start()

    def take(self) -> Job | None:
        """The next job, which counts as under way until the next call; None when QGIS has ended the conversation."""
        with self._changed:
            self._running = None
            self._changed.wait_for(lambda: self._waiting or self._ended)
            if self._ended:
                return None
            self._running = self._waiting.popleft()
            return self._running

    def _read(self) -> None:
        try:
            with contextlib.suppress(Gone):
                for line in self._stream:
                    if not self._hear(line.decode(errors="replace")):
                        break
        finally:
            self._end()

    def _hear(self, line: str) -> bool:
        """Act on one line; False: it was the last."""
        try:
            number, message = _command(line)
        except ProtocolError as error:
            self._outlet.say(Failure("ProtocolError", str(error)), 0)
            return True
        if isinstance(message, Shutdown):
            return False
        if isinstance(message, Cancel):
            self._cancel(number)
            return True
        with self._changed:
            self._waiting.append(Job(number, message, self._outlet))
            self._changed.notify_all()
        return True

    def _cancel(self, number: int) -> None:
        with self._changed:
            if self._running is not None and self._running.number == number:
                self._running.cancel()
            dropped = [job for job in self._waiting if job.number == number]
            for job in dropped:
                self._waiting.remove(job)
        for job in dropped:
            self._outlet.say(cancellation(), job.number)

    def _end(self) -> None:
        # Whatever hangs, no engine outlives QGIS.
        timer = threading.Timer(_GRACE_SECONDS, os._exit, (1,))
        timer.daemon = True
        timer.start()
        with self._changed:
            self._ended = True
            if self._running is not None:
                self._running.cancel()
            self._changed.notify_all()


def _command(line: str) -> tuple[int, Command]:
    number, message = decode(line)
    if not isinstance(message, COMMANDS):
        raise ProtocolError(f"The engine takes commands, a {type(message).__name__.lower()} is none.")
    return number, message


def cancellation() -> Failure:
    """The answer to a job that was cancelled."""
    return Failure("Cancelled", "The job was cancelled.")
