"""The engine as QGIS's half sees it: ask it something, get the answer. Usable from any thread."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from pathlib import Path

from ...protocol import Answer, Cancel, Command, Failure, Hello, Preview, Progress, Welcome
from ...protocol.version import version
from ..errors import Cancelled, Remedy, UserError
from ..translation import tr
from .child import GRACE_S, Child, how_it_ended
from .failures import EngineDied, EngineFailed, died

__all__ = ["Engine", "EngineDied", "EngineFailed"]

POLL_S = 0.1
_UNUSABLE = ("Defect", "EngineImportError", "OutOfMemory", "ProtocolError")
"""Failures after which the process is not to be trusted: a library that lacked memory stays half loaded."""
_ENDED_FROM_OUTSIDE = (-9, -15)
"""SIGKILL, which is also what Linux does when memory runs out, and SIGTERM."""


def _never() -> bool:
    return False


def _ignore(_: Answer) -> None:
    pass


class Engine:
    """Starts the process when it is first asked something, and again when it has ended in between.

    Args:
        python: names the interpreter; raises ``UserError`` where there is none.
        log: gets what the process writes to standard error, line by line, from another thread.
    """

    def __init__(self, python: Callable[[], Path], log: Callable[[str], None]) -> None:
        self._python, self._log = python, log
        self._turn = threading.Lock()
        self._state = threading.Lock()
        self._child: Child | None = None
        self._welcome: Welcome | None = None
        self._stops = 0
        self._jobs = itertools.count(1)

    @property
    def welcome(self) -> Welcome | None:
        """What the engine told of itself when it was last greeted, even if it has ended since; None after ``stop``."""
        return self._welcome

    @property
    def running(self) -> bool:
        """Whether there is a process now."""
        return self.pid is not None

    @property
    def pid(self) -> int | None:
        """Number of the process; None: there is none."""
        child = self._child
        return child.pid if child is not None and child.running else None

    def ask(
        self,
        command: Command,
        *,
        listen: Callable[[Answer], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Answer:
        """Let the engine do something and wait for the answer; one thing at a time, in the order they were asked.

        Args:
            command: what to do.
            listen: gets each ``Progress`` and ``Preview``, in this thread.
            cancelled: asked about ten times a second; when true, the engine drops the job, and is ended where it does
                not within seconds. A job that came to its end in that very moment is answered all the same.

        Raises:
            Cancelled: the job was cancelled, or the engine was stopped.
            EngineDied: the process ended.
            EngineFailed: the engine reports that it cannot do it; the next question may need a new process.
            UserError: the engine cannot be started.
        """
        cancelled = cancelled or _never
        stops = self._stops
        while not self._turn.acquire(timeout=POLL_S):
            if cancelled():
                raise Cancelled
        try:
            if self._stops != stops or cancelled():
                raise Cancelled
            child = self._started(stops)
            if not child.greeted and not isinstance(command, Hello):
                self._converse(child, Hello(version()), _ignore, cancelled)
            return self._converse(child, command, listen or _ignore, cancelled)
        finally:
            self._turn.release()

    def stop(self) -> None:
        """End the process, whatever it is doing; the next question starts a new one."""
        with self._state:
            self._stops += 1
            child, self._child, self._welcome = self._child, None, None
        if child is not None:
            child.stop()

    def _started(self, stops: int) -> Child:
        """The process, a new one if need be."""
        child = self._child
        if child is not None and child.running:
            return child
        if child is not None:
            self._log(f"The engine had ended in between ({how_it_ended(child.status)}); it is started again.")
        self._drop()
        python = self._python()
        with self._state:
            if self._stops != stops:
                raise Cancelled
            try:
                self._child = Child(python, self._log)
            except OSError as error:
                sentence = tr("The engine cannot be started with {}; choose another Python.").format(python)
                raise UserError(sentence, str(error), Remedy.INSTALL) from error
            return self._child

    def _converse(
        self, child: Child, command: Command, listen: Callable[[Answer], None], cancelled: Callable[[], bool]
    ) -> Answer:
        """Send a command and wait for its final answer."""
        job = next(self._jobs)
        answer: Answer | None = None
        try:
            child.send(command, job)
            answer = self._final(child, job, listen, cancelled)
        except EOFError:
            raise self._death(child) from None
        finally:
            if answer is None or (isinstance(answer, Failure) and answer.error in _UNUSABLE):
                self._drop()  # it may still be at it, and nobody waits for it any more
        if isinstance(answer, Failure):
            if answer.error == "Cancelled":
                raise Cancelled
            raise EngineFailed(answer)
        if isinstance(answer, Welcome):
            child.greeted, self._welcome = True, answer
        return answer

    def _final(self, child: Child, job: int, listen: Callable[[Answer], None], cancelled: Callable[[], bool]) -> Answer:
        deadline: float | None = None
        while True:
            if deadline is None and cancelled():
                child.send(Cancel(), job)
                deadline = time.monotonic() + GRACE_S
            if deadline is not None and time.monotonic() > deadline:
                self._log("The engine did not cancel in time; it is ended.")
                raise Cancelled
            received = child.receive(POLL_S)
            if received is None:
                continue
            number, answer = received
            if isinstance(answer, (Progress, Preview)):
                if number == job and deadline is None:
                    listen(answer)
            elif number == job or (number == 0 and isinstance(answer, Failure)):
                return answer

    def _death(self, child: Child) -> Exception:
        if child.stopping:
            return Cancelled()
        detail = f"The engine's process {child.pid} ended with {how_it_ended(child.status)}."
        self._log(detail)
        last = child.last_lines
        killed = child.status in _ENDED_FROM_OUTSIDE
        return died(killed=killed, greeted=child.greeted, detail=f"{detail}\n{last}" if last else detail)

    def _drop(self) -> None:
        """Have done with the process at hand."""
        with self._state:
            child, self._child = self._child, None
        if child is not None:
            child.kill()
