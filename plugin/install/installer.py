"""The one place that changes the engine's environment: its window and its panel only ask it to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..runtime import build, removal
from ..runtime.check import greet
from ..runtime.installation import Report
from ..runtime.plan import Plan, make_plan
from ..runtime.python import choose_python
from ..translation import tr
from .task import InstallTask, Work

_WAIT_MS = 30_000


class Installer(QObject):
    """Looks, makes, takes a Python at hand or removes, each in a task of QGIS.

    One piece of work at a time; looking is none, and a new look replaces the one before.

    Args:
        stop_engine: ends the engine of this QGIS, so that its files can be replaced; called in another thread.
        parent: owner, or None.
    """

    planned = pyqtSignal(object)
    """A ``Plan``: what making an environment would mean."""
    reported = pyqtSignal(object)
    """A ``Report`` of the work under way."""
    failed = pyqtSignal(object)
    """A ``UserError``; the work, or the look, has ended."""
    given_up = pyqtSignal()
    """The work under way was cancelled."""
    changed = pyqtSignal()
    """The engine has another Python now, or none."""
    busy_changed = pyqtSignal(bool)
    """Whether work is under way."""

    def __init__(self, stop_engine: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop_engine = stop_engine
        self._work: InstallTask | None = None
        self._look: InstallTask | None = None

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._work is not None

    def look(self, wheels: Path | None = None) -> None:
        """Find out what making an environment would mean; answered by ``planned``.

        Args:
            wheels: folder of wheels to install from; None: from the registry.
        """
        self.stop_looking()
        task = InstallTask(
            tr("Phrasegon: what setting up the engine means"),
            lambda _, cancelled: make_plan(wheels=wheels, cancelled=cancelled),
        )
        task.done.connect(lambda plan: self._looked(task, self.planned, plan))
        task.failed.connect(lambda error: self._looked(task, self.failed, error))
        self._look = task.start()

    def stop_looking(self) -> None:
        """Do not answer the last look any more."""
        task, self._look = self._look, None
        if task is not None:
            task.cancel()

    def make(self, plan: Plan) -> None:
        """Make the environment of a plan and take it; answered by ``changed``."""

        def work(report: Callable[[Report], None], cancelled: Callable[[], bool]) -> None:
            self._stop_engine()
            build.make(plan, report=report, cancelled=cancelled)

        self._start(tr("Phrasegon: setting up the engine"), work, None)

    def use(self, python: Path) -> None:
        """Take a Python at hand if the engine runs in it; answered by ``changed``."""

        def work(_report: Callable[[Report], None], cancelled: Callable[[], bool]) -> None:
            greet(python, cancelled)
            self._stop_engine()

        self._start(tr("Phrasegon: trying out a Python"), work, python)

    def remove(self) -> None:
        """Remove what was made and forget the Python that was chosen; answered by ``changed``."""

        def work(_report: Callable[[Report], None], _cancelled: Callable[[], bool]) -> None:
            self._stop_engine()
            removal.remove()

        self._start(tr("Phrasegon: removing the engine"), work, None)

    def cancel(self) -> None:
        """End the work under way; answered by ``given_up``."""
        if self._work is not None:
            self._work.cancel()

    def close(self) -> None:
        """End all that is under way and wait until it has cleaned up, because the plugin goes away."""
        looking, working = self._look, self._work
        self.stop_looking()
        self._work = None
        if working is not None:
            working.cancel()
        for task in (looking, working):
            if task is not None:
                task.waitForFinished(_WAIT_MS)

    def _start(self, title: str, work: Work, python: Path | None) -> None:
        """Do a piece of work, and have the engine run in this Python (None: in the environment) if it ends well."""
        if self._work is not None:
            return
        self.stop_looking()
        task = InstallTask(title, work)
        task.reported.connect(self.reported)
        task.done.connect(lambda _: self._done(task, python))
        task.failed.connect(lambda error: self._end(task) and self.failed.emit(error))
        task.given_up.connect(lambda: self._end(task) and self.given_up.emit())
        self._work = task
        self.busy_changed.emit(True)
        task.start()

    def _done(self, task: InstallTask, python: Path | None) -> None:
        if self._end(task):
            choose_python(python)
            self.changed.emit()

    def _end(self, task: InstallTask) -> bool:
        """Whether anybody still waits for it."""
        if task is not self._work:
            return False
        self._work = None
        self.busy_changed.emit(False)
        return True

    def _looked(self, task: InstallTask, signal: Any, answer: object) -> None:
        if task is self._look:
            self._look = None
            signal.emit(answer)
