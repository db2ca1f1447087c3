"""Threshold and clean-up acting on a result at once. Knows no widgets."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...protocol import Result, Revision
from ..errors import UserError
from ..layers.results import Shown
from ..layers.revision import check_not_edited, swap
from ..runtime.engine import Engine
from ..runtime.task import EngineTask
from ..translation import tr
from .cleanup import Cleanup
from .run import Done

_REST_MS = 1200
"""So long nothing must have been changed before the final file is written."""


class Live(QObject):
    """Revises the polygons of one result, one revision at a time, of which only the newest waits. Main thread only.

    While the user moves a slider, polygons go to a file that is quick to write and read; when the slider rests, they go
    to the result's own file, or for a temporary layer to one that can be edited.

    Args:
        engine: the one of the session.
        done: the run.
        shown: its layers.
        parent: owner.

    Signals:
        revised: the ``Result`` of a revision that is shown now.
        settled: the final file holds what is shown.
        ended: no more changes are taken, because the user has edited the polygons.
        failed: a ``UserError``; ``retry`` asks once more.
    """

    revised = pyqtSignal(object)
    settled = pyqtSignal()
    ended = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, engine: Engine, done: Done, shown: Shown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._done, self._shown = engine, done, shown
        self._wanted = self._sent = done.order.cleanup
        self._final = True
        self._task: EngineTask | None = None
        self._revision: Revision | None = None
        self._number = 0
        self._ended = self._spoilt = False
        self._watched: set[str] = set()
        self._watch()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._settle)

    @property
    def phrases(self) -> tuple[str, ...]:
        """Of the result."""
        return self._done.order.phrases

    @property
    def there(self) -> bool:
        """Whether the result can still be revised."""
        removed = self._shown.identifiers and not self._shown.layers
        return not self._ended and not removed and Path(self._done.result.probability[0]).is_file()

    @property
    def busy(self) -> bool:
        """Whether the final file is still to be written."""
        return self._task is not None or not self._final

    def change(self, cleanup: Cleanup) -> None:
        """Show the polygons so; a value that still waits is forgotten."""
        self._wanted = cleanup
        self._rest.stop()
        if self._task is None:
            self._next()
        elif self._final:
            self._task.cancel()  # it writes what nobody wants any more

    def retry(self) -> None:
        """Ask once more for what failed."""
        if self._task is None and not self._ended:
            self._send(final=False)

    def end(self) -> None:
        """Take no more changes; the final file is still brought to what is shown."""
        self._ended = True
        if self._task is None:
            self._next()

    def wait(self, milliseconds: int) -> None:
        """Let the final file be written before the engine goes."""
        self.end()
        for _ in range(2):  # the one under way, and the final one
            if self._task is not None:
                self._task.waitForFinished(milliseconds)

    def _next(self) -> None:
        if self._wanted != self._sent:
            self._send(final=self._ended)
        elif not self._final:
            if self._ended:
                self._settle()
            else:
                self._rest.start()
        elif self._ended:
            for raster in self._done.result.probability:
                Path(raster).unlink(missing_ok=True)

    def _settle(self) -> None:
        if self._task is None and not self._final:
            self._send(final=True)

    def _send(self, *, final: bool) -> None:
        if self._spoilt:
            return
        try:
            check_not_edited(self._shown)
        except UserError as error:
            self.failed.emit(error)
            return
        self._sent, self._final = self._wanted, final
        self._number += 1
        revision = Revision(
            probability=self._done.result.probability,
            phrases=self._done.request.phrases,
            output=str(self._output(final=final)),
            model=self._done.request.model,
            **asdict(self._sent),
        )
        task = EngineTask(tr("Phrasegon: polygons anew"), self._engine, revision)
        task.answered.connect(self._answered)
        task.failed.connect(self._failed)
        task.cancelled_.connect(self._cancelled)
        self._task, self._revision = task, revision
        task.start()

    def _output(self, *, final: bool) -> Path:
        order = self._done.order
        if not final:
            return order.folder / f"polygons-{self._number}.fgb"
        return order.output or order.folder / f"polygons-{self._number}.gpkg"

    def _answered(self, answer: Result) -> None:
        self._task, revision, final = None, self._revision, self._final
        if self._spoilt:
            return
        if revision is not None and (self._shown.layers or not self._shown.identifiers):
            try:
                swap(self._shown, answer, revision, temporary=not final or self._done.order.output is None)
            except UserError as error:
                self.failed.emit(error)
                return
            self._watch()
        self.revised.emit(answer)
        if final:
            self.settled.emit()
        self._next()

    def _watch(self) -> None:
        """Polygons that the user has edited are never made anew."""
        for layer in self._shown.layers:
            if layer.id() not in self._watched:
                self._watched.add(layer.id())
                layer.afterCommitChanges.connect(self._edited)

    def _edited(self) -> None:
        self._rest.stop()
        self._ended = self._final = self._spoilt = True
        self.ended.emit()

    def _failed(self, error: UserError) -> None:
        self._task = None
        self._final = False
        self.failed.emit(error)

    def _cancelled(self) -> None:
        self._task = None
        self._final = False
        self._next()
