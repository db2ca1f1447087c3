"""The one place that fetches models: it goes on when the options are closed."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...protocol import Answer, Command, Fetch, Fetched, Hello, Offer, Progress, Quote
from ...protocol.version import version
from ..errors import UserError
from ..messages import Messages
from ..runtime.engine import Engine
from ..runtime.task import EngineTask
from ..translation import tr


class Fetcher(QObject):
    """Asks the engine for its models, for the price of one, and for one, in the background and one after the other.

    Args:
        engine: the one of the session.
        messages: told how a download ended.
        parent: owner, or None.
    """

    greeted = pyqtSignal()
    """``engine.welcome`` is new."""
    offered = pyqtSignal(object)
    """An ``Offer``: what fetching would mean."""
    fetched = pyqtSignal()
    """A model was installed."""
    progressed = pyqtSignal(object)
    """A ``Progress`` in bytes."""
    failed = pyqtSignal(object)
    """A ``UserError``."""
    busy_changed = pyqtSignal()
    """``busy`` is new."""

    def __init__(self, engine: Engine, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._messages = engine, messages
        self._task: EngineTask | None = None

    @property
    def busy(self) -> bool:
        """Whether it is waiting for an answer."""
        return self._task is not None

    def greet(self) -> None:
        """Ask for the models and devices; answered by ``greeted``."""
        self._ask(tr("Phrasegon: looking at the models"), Hello(version()), lambda _: self.greeted.emit())

    def quote(self, model: str) -> None:
        """Ask what fetching a model would mean; answered by ``offered``."""
        self._ask(tr("Phrasegon: asking for a model"), Quote(model), self.offered.emit)

    def fetch(self, offer: Offer) -> None:
        """Fetch what was offered; answered by ``greeted`` with the new list."""
        self._fetch(Fetch(offer.model, revision=offer.revision))

    def take(self, model: str, path: str) -> None:
        """Take a model's file that is at hand; answered by ``greeted`` with the new list."""
        self._fetch(Fetch(model, file=path))

    def cancel(self) -> None:
        """End what is under way."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """End what is under way; nobody is told of anything any more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _fetch(self, command: Fetch) -> None:
        self._ask(tr("Phrasegon: fetching {}").format(command.model), command, self._fetched)

    def _fetched(self, answer: Answer) -> None:
        if isinstance(answer, Fetched):
            self._messages.success(tr("The model {} is installed.").format(answer.model))
        self.fetched.emit()
        self.greet()

    def _ask(self, title: str, command: Command, then: Callable[[Answer], None]) -> None:
        if self.busy:
            return
        task = EngineTask(title, self._engine, command)
        task.said.connect(self._hear)
        task.answered.connect(lambda answer: self._end(task, lambda: then(answer)))
        task.failed.connect(lambda error: self._end(task, lambda: self._fail(error)))
        task.cancelled_.connect(lambda: self._end(task, lambda: None))
        self._task = task
        self.busy_changed.emit()
        task.start()

    def _end(self, task: EngineTask, tell: Callable[[], None]) -> None:
        if task is not self._task:  # it was closed meanwhile
            return
        self._task = None
        self.busy_changed.emit()
        tell()

    def _hear(self, answer: Answer) -> None:
        if isinstance(answer, Progress):
            self.progressed.emit(answer)

    def _fail(self, error: UserError) -> None:
        if self.receivers(self.failed):
            self.failed.emit(error)
        else:  # the options have been closed meanwhile
            self._messages.error(error)
