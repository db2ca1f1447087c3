"""How far a run has come and how long the rest will take."""

from __future__ import annotations

import time
from collections.abc import Callable

from ...protocol import Progress

Report = Callable[[Progress], None]
"""Called as a run goes on, in the thread that runs it. An exception it raises ends the run and is passed on."""


class Clock:
    """Reports how many tiles are done and how long the rest will take at the pace so far.

    Args:
        first: tiles that were done before this run, which say nothing of its pace.
        total: tiles of the whole run.
        report: what to tell.
    """

    def __init__(self, first: int, total: int, report: Report) -> None:
        self._first, self._total, self._report = first, total, report
        self._start = time.monotonic()
        report(Progress("segmenting", first, total))

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self._start

    def tick(self, done: int) -> None:
        """Tell that so many tiles are done, those before this run included."""
        pace = self.seconds / max(done - self._first, 1)
        self._report(Progress("segmenting", done, self._total, pace * (self._total - done)))
