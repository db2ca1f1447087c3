"""One run from the click to its end. Knows no widgets; Qt's signals tell how it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...protocol import Preview, Progress, Request, Result
from ..errors import UserError
from ..runtime.engine import Engine, EngineDied, EngineFailed
from ..runtime.task import EngineTask
from ..translation import tr
from .order import Asked, Order

Make = Callable[[Callable[[], bool], Callable[[float], None]], Asked]
"""Says what to ask the engine, in any thread; it is told how to ask whether it was cancelled, and takes progress."""


class State(Enum):
    """Where a run stands."""

    IDLE = "idle"
    PREPARING = "preparing"
    RUNNING = "running"
    CANCELLING = "cancelling"


@dataclass(frozen=True)
class Done:
    """A run that came to its end.

    Attributes:
        order: what the user asked for.
        request: what the engine was asked for.
        result: what it found.
        notes: of the raster, translated.
    """

    order: Order
    request: Request
    result: Result
    notes: tuple[str, ...]


class Run(QObject):
    """Starts a run, cancels it, and takes it up again when it has failed in between. Main thread only.

    Args:
        engine: the one of the session.
        parent: owner.

    Signals:
        state_changed: to another ``State``.
        prepared_part: how much of the raster's file is made, 0..1.
        progressed: a ``Progress`` of the engine.
        found: a ``Preview`` of the engine.
        done: the run's ``Done``.
        failed: a ``UserError``; ``interrupted`` tells whether the run can be taken up again.
        cancelled: nothing came of it.
    """

    state_changed = pyqtSignal()
    prepared_part = pyqtSignal(float)
    progressed = pyqtSignal(object)
    found = pyqtSignal(object)
    done = pyqtSignal(object)
    failed = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._task: EngineTask | None = None
        self._state = State.IDLE
        self._make: Make | None = None
        self._made: Asked | None = None
        self._begun = False
        self.order: Order | None = None
        self.interrupted = False

    @property
    def state(self) -> State:
        """Where the run stands."""
        return self._state

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return self._state is not State.IDLE

    def start(self, order: Order, make: Make, *, begun: bool = False) -> None:
        """Begin; not while a run is under way.

        Args:
            order: what the user asks for.
            make: what the engine is to be asked for.
            begun: whether tiles of it have been finished before.
        """
        self.order, self._make, self._made, self._begun = order, make, None, begun
        self._go()

    def resume(self) -> None:
        """Take up the run that was interrupted: what it had finished is not done again."""
        if self.interrupted and not self.busy:
            self._begun = True
            self._go()

    def cancel(self) -> None:
        """End the run; ``cancelled`` tells when it has ended."""
        if self._task is not None and self._state is not State.CANCELLING:
            self._set_state(State.CANCELLING)
            self._task.cancel()

    def wait(self, milliseconds: int) -> None:
        """Let a run that was cancelled come to its end before its folder goes."""
        if self._task is not None:
            self._task.waitForFinished(milliseconds)

    def give_up(self) -> None:
        """Forget the run that could be taken up again."""
        self.interrupted = False
        self._made = None
        self._order.kept.remove()

    def leave(self) -> None:
        """QGIS goes, and with it a run that was cancelled; one that was interrupted is left to the next QGIS."""
        if self.order is not None and self.interrupted:
            self.order.kept.release()
        elif self.order is not None:
            self.order.kept.remove()

    def _go(self) -> None:
        self.interrupted = False
        task = EngineTask(tr("Phrasegon: {}").format("; ".join(self._order.phrases)), self._engine, self._request)
        task.said.connect(self._said)
        task.answered.connect(self._answered)
        task.failed.connect(self._failed)
        task.cancelled_.connect(self._cancelled)
        self._task = task
        self._set_state(State.PREPARING)
        task.start()

    @property
    def _order(self) -> Order:
        if self.order is None:
            raise RuntimeError("a run has an order")
        return self.order

    def _request(self, cancelled: Callable[[], bool]) -> Request:
        """The request, in the task's thread; once made it stays the same, as the journal is of that very request."""
        if self._made is None:
            if self._make is None:
                raise RuntimeError("a run has a request")
            self._made = self._make(cancelled, self.prepared_part.emit)
        return self._made[0]

    def _said(self, answer: object) -> None:
        if self._state is State.CANCELLING:
            return
        if self._state is State.PREPARING:
            self._set_state(State.RUNNING)
        if isinstance(answer, Progress):
            self.progressed.emit(answer)
        elif isinstance(answer, Preview):
            self.found.emit(answer)

    def _answered(self, answer: object) -> None:
        self._end()
        if isinstance(answer, Result) and self._made is not None:
            request, notes = self._made
            self.done.emit(Done(self._order, request, answer, notes))
        else:
            self.failed.emit(UserError(tr("The engine and the plugin do not understand each other; restart QGIS.")))

    def _failed(self, error: UserError) -> None:
        self.interrupted = self._can_go_on(error)
        self._end()
        self.failed.emit(error)

    def _can_go_on(self, error: UserError) -> bool:
        """Whether anything is kept that the user may miss; the engine knows, if it can still tell."""
        if self._state is State.CANCELLING:
            return False
        if isinstance(error, EngineFailed):
            return error.failure.tiles_kept > 0
        return self._begun or isinstance(error, EngineDied)

    def _cancelled(self) -> None:
        self._end()
        self.cancelled.emit()

    def _end(self) -> None:
        self._task = None
        if not self.interrupted:
            self._order.kept.remove()
        self._set_state(State.IDLE)

    def _set_state(self, state: State) -> None:
        self._state = state
        self.state_changed.emit()
