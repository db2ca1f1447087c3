"""The engine at work in the background of QGIS."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...protocol import Answer, Command, Progress
from ..errors import Cancelled, UserError
from .engine import Engine
from .failures import defect

Preparation = Callable[[Callable[[], bool]], "Command"]
"""Work before the question that gives the command; it is told how to ask whether it was cancelled."""


class EngineTask(QgsTask):
    """One question to the engine.

    Exactly one of ``answered``, ``failed`` and ``cancelled_`` ends it, in the main thread; ``said`` comes before.

    Args:
        title: what QGIS's task manager calls it.
        engine: the one of the session.
        command: what to do, or what to call in the background to get it. That must not touch layers, the project or
            widgets.
    """

    said = pyqtSignal(object)
    answered = pyqtSignal(object)
    failed = pyqtSignal(object)
    cancelled_ = pyqtSignal()

    def __init__(self, title: str, engine: Engine, command: Command | Preparation) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._engine, self._command = engine, command
        self._answer: Answer | None = None
        self._error: UserError | None = None

    def start(self) -> EngineTask:
        """Hand it to QGIS's task manager."""
        QgsApplication.taskManager().addTask(self)
        return self

    def run(self) -> bool:
        """Ask, in a thread of the task manager."""
        try:
            command = self._command(self.isCanceled) if callable(self._command) else self._command
            self._answer = self._engine.ask(command, listen=self._hear, cancelled=self.isCanceled)
        except Cancelled:
            return False
        except UserError as error:
            self._error = error
            return False
        except Exception as error:  # noqa: BLE001 (what leaves this method takes QGIS with it)
            self._error = defect(error)
            return False
        return True

    def finished(self, result: bool) -> None:  # noqa: ARG002 (QGIS's signature; the fields tell more)
        """Tell how it ended; QGIS calls this in the main thread."""
        if self._answer is not None:
            self.answered.emit(self._answer)
        elif self._error is not None:
            self.failed.emit(self._error)
        else:
            self.cancelled_.emit()

    def _hear(self, answer: Answer) -> None:
        if isinstance(answer, Progress) and answer.tiles_total:
            self.setProgress(100.0 * answer.tiles_done / answer.tiles_total)
        self.said.emit(answer)
