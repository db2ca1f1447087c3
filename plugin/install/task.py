"""Work that takes a while, in QGIS's task manager."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..errors import Cancelled, UserError
from ..runtime import causes
from ..runtime.failures import defect
from ..runtime.installation import Report

Work = Callable[[Callable[[Report], None], Callable[[], bool]], Any]
"""Gets whom to report to and what tells whether it was cancelled; returns anything."""


class InstallTask(QgsTask):
    """One piece of work on the engine's environment.

    Args:
        title: what QGIS's task manager calls it.
        work: runs in another thread; touches nothing of QGIS's windows.
    """

    reported = pyqtSignal(object)
    """A ``Report``."""
    done = pyqtSignal(object)
    """What the work returned."""
    failed = pyqtSignal(object)
    """A ``UserError``."""
    given_up = pyqtSignal()
    """It was cancelled, and nothing is left of it."""

    def __init__(self, title: str, work: Work) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self._ended = False
        self._result: Any = None
        self._error: UserError | None = None

    def start(self) -> InstallTask:
        """Hand it to QGIS's task manager."""
        QgsApplication.taskManager().addTask(self)
        return self

    def run(self) -> bool:
        """Do the work; called by QGIS in another thread, where nothing may be raised."""
        try:
            self._result = self._work(self._report, self.isCanceled)
        except Cancelled:
            return False
        except UserError as error:
            self._error = error
        except OSError as error:
            self._error = causes.error_of_system(error)
        except Exception as error:  # noqa: BLE001 (what leaves this method takes QGIS with it)
            self._error = defect(error)
        else:
            self._ended = True
        return self._ended

    def finished(self, result: bool) -> None:  # noqa: ARG002 (QGIS's signature; the fields tell more)
        """Tell how it ended; called by QGIS in the main thread."""
        if self._ended:
            self.done.emit(self._result)
        elif self._error is not None:
            self.failed.emit(self._error)
        else:
            self.given_up.emit()

    def _report(self, report: Report) -> None:
        self.setProgress(100 * report.fraction)
        self.reported.emit(report)
