"""Finding out whether there is an engine, and what it has to offer."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...protocol import Hello
from ...protocol.version import version
from ..errors import UserError
from ..runtime.engine import Engine
from ..runtime.python import engine_python
from ..runtime.task import EngineTask
from ..translation import tr


class Greeting(QObject):
    """Starts the engine in the background. Main thread only.

    Args:
        engine: the one of the session.
        parent: owner.

    Signals:
        missing: a sentence that says why there is no engine; empty: there is one.
        welcomed: the engine's ``Welcome``.
        failed: a ``UserError``; there is an engine, and it does not start.
    """

    missing = pyqtSignal(str)
    welcomed = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._task: EngineTask | None = None

    def greet(self) -> None:
        """Look for an engine and greet it, unless that is under way."""
        if self._task is not None:
            return
        try:
            engine_python()
        except UserError as error:
            self.missing.emit(error.sentence)
            return
        self.missing.emit("")
        task = EngineTask(tr("Phrasegon: starting the engine"), self._engine, Hello(version()))
        task.answered.connect(self._answered)
        task.failed.connect(self._failed)
        task.cancelled_.connect(self._end)
        self._task = task
        task.start()

    def stop(self) -> None:
        """The answer is of no interest any more."""
        if self._task is not None:
            self._task.cancel()

    def _answered(self, answer: object) -> None:
        self._end()
        self.welcomed.emit(answer)

    def _failed(self, error: UserError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._task = None
