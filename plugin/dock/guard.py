"""Keeps a run from outliving what it is about."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..messages import Messages
from ..translation import tr
from .run import Run, State


class Guard(QObject):
    """Cancels a run whose raster is removed from the project, or whose project is closed.

    Args:
        run: to watch over.
        messages: told why a run was cancelled.
        parent: owner.

    Signals:
        cleared: the project is empty now.
    """

    cleared = pyqtSignal()

    def __init__(self, run: Run, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run, self._messages = run, messages
        QgsProject.instance().cleared.connect(self._project_cleared)
        QgsProject.instance().layersWillBeRemoved.connect(self._layers_go)

    def stop(self) -> None:
        """Watch no more."""
        QgsProject.instance().cleared.disconnect(self._project_cleared)
        QgsProject.instance().layersWillBeRemoved.disconnect(self._layers_go)

    def _project_cleared(self) -> None:
        self._run.cancel()
        self.cleared.emit()

    def _layers_go(self, identifiers: list[str]) -> None:
        order, state = self._run.order, self._run.state
        if order and order.raster in identifiers and state in (State.PREPARING, State.RUNNING):
            self._run.cancel()
            self._messages.info(tr("The run was cancelled, because its raster was removed from the project."))
