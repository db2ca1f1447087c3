"""The one place that changes the engine's environment: its window and its panel only ask it to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..errors import UserError
from ..runtime import build, removal
from ..runtime.check import greet
from ..runtime.installation import Report
from ..runtime.plan import Plan, make_plan
from ..runtime.python import choose_python
from ..translation import tr
from .task import InstallTask, Work

_WAIT_MS = 30_000


class Installer(QObject):
    """Looks, makes, takes a Python at hand or removes, one at a time, each in a task of QGIS.

    Args:
        stop_engine: ends the engine of this QGIS, so that its files can be replaced; called in another thread.
        parent: owner, or None.
    """

    planned = pyqtSignal(object)
    """A ``Plan``: what making an environment would mean."""
    reported = pyqtSignal(object)
    """A ``Report`` of the work under way."""
    failed = pyqtSignal(object)
    """A ``UserError``; the work under way has ended."""
    given_up = pyqtSignal()
    """The work under way was cancelled."""
    changed = pyqtSignal()
    """The engine has another Python now, or none."""
    busy_changed = pyqtSignal(bool)
    """Whether work is under way."""

    def __init__(self, stop_engine: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop_engine = stop_engine
        self._task: InstallTask | None = None

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._task is not None

    def look(self, wheels: Path | None = None) -> None:
        """Find out what making an environment would mean; answered by ``planned``.

        Args:
            wheels: folder of wheels to install from; None: from the registry.
        """
        self._start(
            tr("Phrasegon: what setting up the engine means"),
            lambda _, cancelled: make_plan(wheels=wheels, cancelled=cancelled),
            self.planned.emit,
        )

    def make(self, plan: Plan) -> None:
        """Make the environment of a plan and take it; answered by ``changed``."""

        def work(report: Callable[[Report], None], cancelled: Callable[[], bool]) -> object:
            self._stop_engine()
            return build.make(plan, report=report, cancelled=cancelled)

        self._start(tr("Phrasegon: setting up the engine"), work, lambda _: self._take(None))

    def use(self, python: Path) -> None:
        """Take a Python at hand if the engine runs in it; answered by ``changed``."""
        self._start(
            tr("Phrasegon: trying out a Python"),
            lambda _, cancelled: greet(python, cancelled),
            lambda _: self._take(python),
        )

    def remove(self) -> None:
        """Remove what was made and forget the Python that was chosen; answered by ``changed``."""

        def work(_report: Callable[[Report], None], _cancelled: Callable[[], bool]) -> None:
            self._stop_engine()
            removal.remove()

        self._start(tr("Phrasegon: removing the engine"), work, lambda _: self._take(None))

    def cancel(self) -> None:
        """End the work under way; answered by ``given_up``."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """End the work under way and wait until it has cleaned up, because the plugin goes away."""
        if self._task is not None:
            task, self._task = self._task, None
            task.blockSignals(True)
            task.cancel()
            task.waitForFinished(_WAIT_MS)

    def _start(self, title: str, work: Work, then: Callable[[Any], None]) -> None:
        if self._task is not None:
            return
        task = InstallTask(title, work)
        task.reported.connect(self.reported)
        task.done.connect(lambda result: self._end(lambda: then(result)))
        task.failed.connect(lambda error: self._end(lambda: self._fail(error)))
        task.given_up.connect(lambda: self._end(self.given_up.emit))
        self._task = task
        self.busy_changed.emit(True)
        task.start()

    def _end(self, tell: Callable[[], None]) -> None:
        self._task = None
        self.busy_changed.emit(False)
        tell()

    def _fail(self, error: UserError) -> None:
        self.failed.emit(error)

    def _take(self, python: Path | None) -> None:
        choose_python(python)
        self.changed.emit()
