"""Keeps true what the dock says of a prepared scene, and lets the engine prepare it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...protocol import Prepared, Progress
from ..errors import UserError
from ..runtime.engine import Engine
from ..runtime.task import EngineTask
from ..translation import tr
from .area import VIEW
from .folders import RunFolders
from .ordering import Make, Ordering
from .run import Run
from .view import DockView

_PAUSE_MS = 400


class Preparing(QObject):
    """Asks the engine how much is prepared after every choice and every run, but never starts it for that.

    One thing is under way at most: a look, a preparation or a run. A run ends a preparation, and takes over what it has
    read. Main thread only.

    Args:
        view: what the user has chosen.
        iface: QGIS's interface, for its map canvas.
        engine: the one of the session.
        run: the runs of the dock.
        ordering: says what to ask, as it does for a run.
        folders: for polygons to work in.
        parent: owner.

    Signals:
        failed: a ``UserError`` of a preparation.
    """

    failed = pyqtSignal(object)

    def __init__(
        self,
        view: DockView,
        iface: Any,
        engine: Engine,
        run: Run,
        ordering: Ordering,
        folders: RunFolders,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._iface, self._engine, self._run = view, iface, engine, run
        self._ordering, self._folders = ordering, folders
        self._line = view.model.prepared
        self._preparation: EngineTask | None = None
        self._look: EngineTask | None = None
        self._followed: set[str] = set()
        self._folder: Path | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look_now)
        for part in (view.area, view.detail, view.model, view.advanced):
            part.changed.connect(self._changed)
        view.raster.changed.connect(self._raster_changed)
        iface.mapCanvas().extentsChanged.connect(self._view_moved)
        run.state_changed.connect(self._run_changed)
        self._line.pressed.connect(lambda: self.cancel() if self.busy else self.start())
        self._raster_changed()

    @property
    def busy(self) -> bool:
        """Whether a preparation is under way."""
        return self._preparation is not None

    def start(self) -> None:
        """Prepare what is chosen; while a run or a preparation is under way, nothing."""
        if self.busy or self._run.busy:
            return
        try:
            make = self._question(only_look=False)
        except UserError as error:
            self.failed.emit(error)
            return
        if make is None:
            self._changed()
            return
        self._preparation = task = EngineTask(tr("Phrasegon: preparing the scene"), self._engine, make)
        task.said.connect(self._said)
        task.answered.connect(self._end)
        task.failed.connect(self._failed)
        task.cancelled_.connect(self._end)
        self._line.begin()
        task.start()

    def cancel(self) -> None:
        """End the preparation; what has been read stays."""
        if self._preparation is not None:
            self._line.set_cancelling()
            self._preparation.cancel()

    def stop(self, milliseconds: int) -> None:
        """Follow nothing any more, and let what is under way come to its end."""
        self._timer.stop()
        self._iface.mapCanvas().extentsChanged.disconnect(self._view_moved)
        for task in (self._look, self._preparation):
            if task is not None:
                task.cancel()
                task.waitForFinished(milliseconds)

    def _changed(self) -> None:
        """Another choice: look, but not for what has nothing to prepare."""
        model = self._view.model.model
        if model is not None and model.prepares:
            self._timer.start()
        elif not self.busy:
            self._timer.stop()
            self._tell(None)

    def _raster_changed(self) -> None:
        layer = self._view.raster.layer
        if layer is not None and layer.id() not in self._followed:
            layer.rendererChanged.connect(self._changed)  # bands and contrast; goes with the layer
            self._followed.add(layer.id())
        self._changed()

    def _view_moved(self) -> None:
        if self._view.area.kind.currentData() == VIEW:
            self._changed()

    def _run_changed(self) -> None:
        self._line.button.setEnabled(not self._run.busy)
        if self._run.busy:
            self.cancel()
        else:
            self._changed()

    def _look_now(self) -> None:
        if self.busy or self._run.busy:
            return  # when it ends there is another look
        if self._look is not None:
            self._timer.start()
            return
        try:
            make = self._question(only_look=True)
        except UserError:
            make = None  # a run would say why
        if make is None:
            self._tell(None)
            return
        if not self._engine.running:
            self._line.offer()
            return
        self._look = task = EngineTask(tr("Phrasegon: looking whether the scene is prepared"), self._engine, make)
        task.answered.connect(self._looked)
        task.failed.connect(self._looked)
        task.cancelled_.connect(self._looked)
        task.start()

    def _question(self, *, only_look: bool) -> Make | None:
        if self._folder is None:
            self._folder = self._folders.new()
        return self._ordering.preparation(self._folder / ("look" if only_look else "whole"), only_look=only_look)

    def _looked(self, answer: object = None) -> None:
        self._look = None
        if not self.busy and not self._timer.isActive():
            self._tell(answer)

    def _said(self, answer: object) -> None:
        if isinstance(answer, Progress) and self._line.button.isEnabled():
            self._line.tell(answer)

    def _failed(self, error: UserError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self, answer: object = None) -> None:
        self._preparation = None
        self._tell(answer)
        self._look_now()  # the user may have chosen something else meanwhile

    def _tell(self, answer: object) -> None:
        self._line.tell_share(answer.share if isinstance(answer, Prepared) and answer.usable else None)
        self._line.button.setEnabled(not self._run.busy)
