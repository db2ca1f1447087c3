"""Phrasegon's dock: type a phrase, get polygons."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QWidget

from ..errors import Cancelled, Remedy, UserError
from ..layers.unread import unread_text
from ..messages import Messages
from ..runtime.engine import Engine
from ..settings import Settings
from ..translation import tr
from .folders import RunFolders
from .greeting import Greeting
from .guard import Guard
from .hints import Hints
from .leftovers import Leftover
from .one_tile import OneTile
from .ordering import Ordering
from .outcome import Outcome
from .preparing import Preparing
from .report import interrupted
from .resuming import Resuming
from .run import Done, Run, State
from .snapping import Snapping
from .view import DockView

_LAST_WORDS_MS = 5000


class PhrasegonDock(QgsDockWidget):
    """The dock, and what its buttons do. Whoever makes it calls ``shut_down`` before it goes.

    Args:
        iface: the desktop program's interface.
        engine: the one of the session.
        settings: what was chosen last.
        messages: what speaks to the user.

    Signals:
        install_wanted: the user would like to set up the engine.
        fetch_wanted: the user would like to have the model of that name.
    """

    install_wanted = pyqtSignal()
    fetch_wanted = pyqtSignal(str)

    def __init__(
        self, iface: Any, engine: Engine, settings: Settings, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Phrasegon"), parent or iface.mainWindow())
        self.setObjectName("phrasegonDock")
        self._iface, self._engine, self._settings, self._messages = iface, engine, settings, messages
        self.folders = RunFolders()
        self.view = DockView(settings, self)
        self.run = Run(engine, self)
        self._greeting = Greeting(engine, self)
        self._hints = Hints(self.view, iface, settings, self)
        self._one_tile = OneTile(self.view, iface, self)
        self.outcome = Outcome(self.run, engine, self.folders, settings, self)
        self._resuming = Resuming(self.run, engine, self.folders, messages, self)
        self.ordering = Ordering(self.view, iface, settings, self.folders)
        self.preparing = Preparing(self.view, iface, engine, self.run, self.ordering, self.folders, self)
        self.snapping = Snapping(self.view, iface, engine, self.folders, settings, messages, self)
        self.setWidget(self.view)
        self._add_actions()
        self._connect_view()
        self._connect_run()
        self._guard = Guard(self.run, messages, self)
        self._guard.cleared.connect(self._project_cleared)
        iface.currentLayerChanged.connect(self.view.raster.follow)
        self.view.phrases.set_history(settings.history)
        self.view.raster.follow(iface.activeLayer())
        self._hints.refresh()

    def refresh(self) -> None:
        """The engine may be another one, or there may be none any more."""
        self._greeting.greet()

    def start(self) -> None:
        """Run what the widgets say; while a run is under way, nothing."""
        if self.run.busy:
            return
        try:
            order, prepared = self.ordering.take()
        except UserError as error:
            self._messages.error(error)
            return
        except Cancelled:
            return
        self._begin()
        self._settings.remember("; ".join(order.phrases))
        self._settings.model, self._settings.device = order.model, order.device
        self.view.phrases.set_history(self._settings.history)
        for warning in prepared.warnings:
            self._messages.warning(warning)
        self.run.start(order, partial(order.request, prepared))

    def cancel(self) -> None:
        """End the run or the preparation that is under way."""
        self.run.cancel()
        self.preparing.cancel()

    def shut_down(self) -> None:
        """Let go of QGIS, the project and the engine; the dock is of no use afterwards."""
        self._guard.stop()
        self._iface.currentLayerChanged.disconnect(self.view.raster.follow)
        self._hints.stop()
        self._one_tile.stop()
        self._greeting.stop()
        self._resuming.stop()
        self.preparing.stop(_LAST_WORDS_MS)
        self.snapping.stop(_LAST_WORDS_MS)
        self.run.cancel()
        self.run.wait(_LAST_WORDS_MS)
        self.run.leave()
        self.outcome.wait(_LAST_WORDS_MS)
        self.folders.remove_unused(QgsProject.instance())

    def _add_actions(self) -> None:
        for name, keys, slot in (
            ("phrasegonStart", "Ctrl+Return", self.start),
            ("phrasegonCancel", "Esc", self.cancel),
        ):
            action = QAction(self)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, slot=slot: slot())
            self.addAction(action)

    def _connect_view(self) -> None:
        view = self.view
        view.phrases.entered.connect(self.start)
        view.phrases.changed.connect(self._show_live)
        view.progress.pressed.connect(lambda: self.cancel() if self.run.busy else self.start())
        view.advanced.cleanup_changed.connect(self._cleanup_changed)
        view.notice.pressed.connect(self.install_wanted)
        view.model.wanted.connect(self.fetch_wanted)
        self._greeting.missing.connect(view.notice.say)
        self._greeting.welcomed.connect(self._hints.set_welcome)
        self._greeting.welcomed.connect(self.snapping.set_welcome)
        self._greeting.welcomed.connect(lambda _: self._resuming.look())
        self._greeting.failed.connect(self._messages.error)
        self.visibilityChanged.connect(self._seen)

    def _connect_run(self) -> None:
        progress = self.view.progress
        self.run.state_changed.connect(self._state_changed)
        self.run.prepared_part.connect(progress.tell_prepared)
        self.run.progressed.connect(progress.tell)
        self.run.done.connect(self._done)
        self.run.failed.connect(self._failed)
        self.outcome.failed.connect(self._messages.error)
        self.preparing.failed.connect(self._messages.error)
        self.outcome.told.connect(self._told)
        self._messages.on(Remedy.RESTART, self._restart)
        self._resuming.wanted.connect(self._go_on)

    def _seen(self, visible: bool) -> None:
        if visible and self.view.model.model is None:
            self.refresh()

    def _state_changed(self) -> None:
        state, progress = self.run.state, self.view.progress
        if state is State.PREPARING:
            progress.set_running(running=True)
            progress.set_stage(tr("Starting…") if self._engine.running else tr("Starting the engine…"))
        elif state is State.CANCELLING:
            progress.set_cancelling()
        elif state is State.IDLE:
            progress.set_running(running=False)

    def _done(self, done: Done) -> None:
        shown = self.outcome.show(done, self.view.model.known(done.order.model))
        self.snapping.offer(shown.layers)
        self._show_live()
        if shown.nothing:
            found_nothing = ", ".join(tr("“{}”").format(phrase) for phrase in shown.nothing)
            self._messages.info(tr("Nothing found for {}. A lower threshold may find more.").format(found_nothing))
        if done.result.failed_tiles:
            self._messages.warning(unread_text(done.result))
        self.outcome.change(self.view.phrases.phrases, self.view.advanced.cleanup)
        self._greeting.greet()  # what is free of the memory now
        self._hints.refresh()

    def _failed(self, error: UserError) -> None:
        if not self.run.interrupted and self.run.order is not None:
            self.folders.remove(self.run.order.folder)
        if self.run.interrupted and error.remedy is not Remedy.RESTART:
            go_on = "phrasegonGoOn", tr("Go on"), self.run.resume
            self._messages.error(interrupted(error), (go_on,))
        else:
            self._messages.error(error)

    def _restart(self) -> None:
        if self.run.interrupted:
            self.run.resume()
        else:
            self.outcome.retry()

    def _go_on(self, leftover: Leftover) -> None:
        try:
            order = self.ordering.take_up(leftover)
        except (UserError, Cancelled) as error:
            leftover.kept.release()
            if isinstance(error, UserError):
                self._messages.error(error)
            return
        self._begin()
        self.view.phrases.line.setText("; ".join(order.phrases))
        self.view.advanced.cleanup = order.cleanup  # so that the sliders say what the result is made with
        self.run.start(order, partial(order.again, leftover.record), begun=True)

    def _begin(self) -> None:
        """Let go of what another run has left."""
        if self.run.interrupted and self.run.order is not None:
            self.folders.remove(self.run.order.folder)
            self.run.give_up()
        self.outcome.begin()

    def _told(self, text: str) -> None:
        self.view.progress.set_result(text, adjustable=bool(text))

    def _cleanup_changed(self) -> None:
        self.outcome.change(self.view.phrases.phrases, self.view.advanced.cleanup)

    def _show_live(self) -> None:
        live = self.outcome.live_for(self.view.phrases.phrases)
        self.view.advanced.set_live(
            "" if live is None else tr("Changes act on the result at once; the last two need another run.")
        )

    def _project_cleared(self) -> None:
        self.outcome.end()
        self.view.raster.forget()
        self._told("")
