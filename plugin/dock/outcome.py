"""What a run leaves on the map: polygons so far, then the result, which the threshold acts on."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...protocol import Model, Preview, Result
from ..layers.preview import PreviewLayer
from ..layers.results import Shown, show
from ..layers.unread import add_unread, unread_text
from ..runtime.engine import Engine
from ..settings import Settings
from .cleanup import Cleanup
from .folders import RunFolders
from .live import Live
from .report import result_text
from .run import Done, Run


class Outcome(QObject):
    """Follows a run. Main thread only.

    Args:
        run: the runs of a dock.
        engine: the one of the session.
        folders: of the runs.
        settings: remember how fast it went.
        parent: owner.

    Signals:
        told: how it ended, in words; empty while nothing is to be told.
        failed: a ``UserError`` of a revision.
    """

    told = pyqtSignal(str)
    failed = pyqtSignal(object)

    def __init__(
        self, run: Run, engine: Engine, folders: RunFolders, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._run, self._engine, self._folders, self._settings = run, engine, folders, settings
        self._preview: PreviewLayer | None = None
        self._live: Live | None = None
        self._ending: list[Live] = []
        self._done: Done | None = None
        self._seconds = self._started = 0.0
        run.found.connect(self._found)
        run.failed.connect(self._remove_preview)
        run.cancelled.connect(self._cancelled)

    def begin(self) -> None:
        """A run begins: the result of the one before is final."""
        self.end()
        self._started = time.monotonic()
        self.told.emit("")

    def show(self, done: Done, model: Model | None) -> Shown:
        """Put a run's result on the map in place of the preview.

        Args:
            done: the run.
            model: what the engine tells of the model.
        """
        self._remove_preview()
        self._seconds = time.monotonic() - self._started
        project = QgsProject.instance()
        raster = project.mapLayer(done.order.raster)
        shown = show(
            done.result, done.request, project, raster if isinstance(raster, QgsRasterLayer) else None, model=model
        )
        add_unread(shown)
        result = done.result
        if done.order.output is None:
            shown.temporary = Path(result.output)
        if result.tiles and result.seconds:
            self._settings.set_pace(done.order.model, result.device, result.seconds / result.tiles)
        self._done = done
        self._live = live = Live(self._engine, done, shown, self)
        live.revised.connect(self._tell)
        live.failed.connect(self.failed)
        live.ended.connect(lambda: self._tell(self._last))
        self._tell(result, (*done.notes, *shown.notes))
        return shown

    def live_for(self, phrases: Sequence[str]) -> Live | None:
        """What the threshold acts on as long as these phrases are in the field; None: on the next run only."""
        live = self._live
        return live if live is not None and live.there and live.phrases == tuple(phrases) else None

    def change(self, phrases: Sequence[str], cleanup: Cleanup) -> None:
        """The user has changed the threshold or the clean-up."""
        live = self.live_for(phrases)
        if live is not None and not self._run.busy:
            live.change(cleanup)

    def retry(self) -> None:
        """Ask once more for the revision that failed."""
        if self._live is not None:
            self._live.retry()

    def end(self) -> None:
        """The result stays as it is."""
        if self._live is not None:
            self._live.revised.disconnect(self._tell)  # what it still writes is no news of the run that comes
            self._live.end()
            self._ending = [*(live for live in self._ending if live.busy), self._live]
            self._live = None

    def wait(self, milliseconds: int) -> None:
        """Let results' files be written before the engine goes."""
        self.end()
        for live in self._ending:
            live.wait(milliseconds)
        self._remove_preview()

    def _found(self, said: Preview) -> None:
        if self._preview is None and self._run.order is not None:
            self._preview = PreviewLayer(QgsProject.instance(), self._run.order.crs)
        if self._preview is not None:
            self._preview.add(said)

    def _cancelled(self) -> None:
        self._remove_preview()
        if self._run.order is not None:
            self._folders.remove(self._run.order.folder)

    def _remove_preview(self) -> None:
        if self._preview is not None:
            self._preview.remove()
            self._preview = None

    def _tell(self, result: Result, notes: Sequence[str] = ()) -> None:
        self._last = result
        if self._done is not None:
            unread = unread_text(self._done.result)  # which a revision knows nothing of
            notes = (unread, *notes) if unread else notes
            self.told.emit(result_text(self._done.order.phrases, result, self._seconds, notes))
