"""Offers to go on with runs that were broken off together with their QGIS. Knows no widgets."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..log import log
from ..messages import Messages
from ..quantities import counted
from ..runtime.engine import Engine
from ..translation import tr
from .folders import RunFolders
from .leftovers import Leftover, kept_runs, leftovers
from .run import Run


class _Search(QgsTask):
    """Looks for runs that were left behind.

    Args:
        place: folder of the runs.
        engine: tells how far they have come.

    Signals:
        found: a list of ``Leftover``, the newest first.
    """

    found = pyqtSignal(object)

    def __init__(self, place: Path, engine: Engine) -> None:
        super().__init__(tr("Phrasegon: looking for searches that were broken off"), QgsTask.Flag.CanCancel)
        self._place, self._engine = place, engine
        self._found: list[Leftover] = []

    def run(self) -> bool:
        """Look, in a thread of the task manager."""
        try:
            self._found = leftovers(self._place, self._engine, self.isCanceled)
        except OSError as error:
            log(f"Runs in {self._place} cannot be looked at: {error}")
        return True

    def finished(self, result: bool) -> None:  # noqa: ARG002 (QGIS's signature; cancelled, it may hold some all the same)
        """Hand over what was found; QGIS calls this in the main thread."""
        self.found.emit(self._found)


class Resuming(QObject):
    """Asks about one run after the other, never while a run is under way. Main thread only.

    Args:
        run: the runs of a dock.
        engine: the one of the session.
        folders: of the runs.
        messages: asks the user.
        parent: owner.

    Signals:
        wanted: a ``Leftover`` that the user would like to go on with.
    """

    wanted = pyqtSignal(object)

    def __init__(
        self, run: Run, engine: Engine, folders: RunFolders, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._run, self._engine, self._folders, self._messages = run, engine, folders, messages
        self._search: _Search | None = None
        self._waiting: list[Leftover] = []
        self._offered: Leftover | None = None
        self._looked = self._stopped = False
        run.state_changed.connect(self._offer)

    def look(self) -> None:
        """Look for runs that were left behind, in the background; once."""
        if not self._looked:
            self._looked = True
            self._search = _Search(kept_runs(), self._engine)
            self._search.found.connect(self._found)
            QgsApplication.taskManager().addTask(self._search)

    def stop(self) -> None:
        """Ask no more; what is undecided is left to the next QGIS."""
        self._stopped = True
        if self._search is not None:
            self._search.cancel()
        for leftover in (*self._waiting, *([] if self._offered is None else [self._offered])):
            leftover.kept.release()
        self._waiting, self._offered = [], None

    def _found(self, found: list[Leftover]) -> None:
        self._search = None  # QGIS deletes it
        if self._stopped:
            for leftover in found:
                leftover.kept.release()
            return
        self._waiting = found
        self._offer()

    def _offer(self) -> None:
        if self._offered is not None or not self._waiting or self._run.busy or self._run.interrupted:
            return
        self._offered = leftover = self._waiting.pop(0)
        request, recalled = leftover.record.request, leftover.recalled
        self._messages.offer(
            tr("A search for “{}” in {} was broken off after {} of {} tiles.").format(
                "; ".join(request.phrases),
                Path(request.scene).name,
                counted(recalled.tiles_done),
                counted(recalled.tiles_total),
            ),
            (
                ("phrasegonGoOn", tr("Go on"), lambda: self._go_on(leftover)),
                ("phrasegonForget", tr("Forget it"), lambda: self._forget(leftover)),
            ),
        )

    def _go_on(self, leftover: Leftover) -> None:
        if self._offered is not leftover:
            return
        self._offered = None
        if self._run.busy:
            self._waiting.insert(0, leftover)
            self._messages.info(tr("Another search is under way: you will be asked again when it has ended."))
        else:
            self.wanted.emit(leftover)

    def _forget(self, leftover: Leftover) -> None:
        if self._offered is not leftover:
            return
        self._offered = None
        leftover.kept.remove()
        if self._folders.take_over(leftover.record.folder):
            self._folders.remove(leftover.record.folder)
        self._offer()
