"""Answers on their way to QGIS."""

from __future__ import annotations

import threading
from typing import TextIO

from ...protocol import Answer, encode


class Gone(Exception):  # noqa: N818 (QGIS going away is no error)
    """Nobody listens any more."""


class Outlet:
    """Writes answers, one line each, from any thread.

    Args:
        stream: where to; nothing else may write to it.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._lock = stream, threading.Lock()

    def say(self, answer: Answer, job: int) -> None:
        """Send an answer that belongs to a job.

        Raises:
            Gone: nobody listens any more.
        """
        line = encode(answer, job)
        try:
            with self._lock:
                self._stream.write(line + "\n")
                self._stream.flush()
        except OSError as error:
            raise Gone from error
