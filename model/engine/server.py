"""The conversation: one job after the other, and an answer to each."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, BinaryIO, TextIO

from ...protocol import Answer, Command, Evaluation, Fetch, Hello, Preparation, Quote, Recall, Request, Revision, Snap
from .failures import failure_of, import_failure
from .inbox import Cancelled, Inbox, Job, cancellation
from .outlet import Gone, Outlet

if TYPE_CHECKING:
    from ..pipeline.revision import Revisions
    from .segmenting import Segmenting
    from .snapping import Snapping

UNFIT = 3
"""Exit status of an engine whose Python lacks a library."""


def serve(commands: BinaryIO, answers: TextIO) -> int:
    """Carry out commands until QGIS goes away.

    Args:
        commands: lines of the protocol.
        answers: where lines of the protocol go.

    Returns:
        Exit status: 0, or 3 if this Python lacks a library.
    """
    outlet = Outlet(answers)
    inbox, workshop = Inbox(commands, outlet), _Workshop()
    try:
        while (job := inbox.take()) is not None:
            try:
                work = workshop.work_for(job.command)
            except (ImportError, OSError) as error:
                outlet.say(import_failure(error), job.number)
                return UNFIT
            outlet.say(_answer(work, job), job.number)
    except Gone:
        pass
    return 0


def _answer(work: Callable[..., Answer], job: Job) -> Answer:
    try:
        return work(job.command, job.report)
    except Cancelled:
        return cancellation()
    except Gone:
        raise
    except Exception as error:  # noqa: BLE001 (the outermost boundary: QGIS hears of it, and the engine lives on)
        return failure_of(error, job.command)


class _Workshop:
    """What carries out each kind of command; libraries are loaded with the first command that needs them."""

    def work_for(self, command: Command) -> Callable[..., Answer]:
        """What carries out a command.

        Raises:
            ImportError: a library is missing.
            OSError: a library is there and cannot be loaded.
        """
        return self._makers[type(command)]()

    @cached_property
    def _makers(self) -> dict[type[Command], Callable[[], Callable[..., Answer]]]:
        return {
            Hello: _greeting,
            Request: lambda: self._segmenting.run,
            Preparation: lambda: self._segmenting.prepare,
            Recall: _recalling,
            Revision: lambda: self._revisions.run,
            Snap: lambda: self._snapping.run,
            Evaluation: _judging,
            Quote: _quoting,
            Fetch: _fetching,
        }

    @cached_property
    def _segmenting(self) -> Segmenting:
        from .segmenting import Segmenting

        return Segmenting()

    @cached_property
    def _snapping(self) -> Snapping:
        from .snapping import Snapping

        return Snapping()

    @cached_property
    def _revisions(self) -> Revisions:
        from ..pipeline.revision import Revisions

        return Revisions()


def _greeting() -> Callable[..., Answer]:
    from .hello import welcome

    return welcome


def _recalling() -> Callable[..., Answer]:
    from .recalling import recall

    return recall


def _judging() -> Callable[..., Answer]:
    from .judging import judge

    return judge


def _quoting() -> Callable[..., Answer]:
    from .fetching import quote

    return quote


def _fetching() -> Callable[..., Answer]:
    from .fetching import fetch

    return fetch
