"""What Phrasegon writes down: to QGIS's message log and to a file that outlives QGIS."""

from __future__ import annotations

import logging
import threading
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog

from .runtime.home import data_folder

TAG = "Phrasegon"
LARGEST_BYTES = 1_000_000
OLD_FILES = 3

_LEVELS = {Qgis.MessageLevel.Warning: logging.WARNING, Qgis.MessageLevel.Critical: logging.ERROR}
_FORMAT = "%(asctime)s %(levelname)s %(message)s"


def log_file() -> Path:
    """The file that is written now; older ones lie beside it with a number."""
    return data_folder() / "log" / "phrasegon.log"


def log(text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
    """Write something down; from any thread.

    Args:
        text: for whoever looks for the cause of a problem, English.
        level: how bad it is.
    """
    QgsMessageLog.logMessage(text, TAG, level, notifyUser=False)
    _file.write(text, _LEVELS.get(level, logging.INFO))


def close_log() -> None:
    """Let go of the file; the next line opens it again."""
    _file.close()


class _Handler(RotatingFileHandler):
    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LARGEST_BYTES, backupCount=OLD_FILES, encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter(_FORMAT))

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """Go on: a full disk, or a file that another QGIS holds, must not stop what is being logged."""


class _File:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._handler: _Handler | None = None

    def write(self, text: str, level: int) -> None:
        path = log_file()
        record = logging.LogRecord(TAG, level, "", 0, text, None, None)
        with self._lock:
            if self._handler is None or Path(self._handler.baseFilename) != path:
                self._close()
                self._handler = _Handler(path)
            self._handler.handle(record)

    def close(self) -> None:
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._handler is not None:
            self._handler.close()
            self._handler = None


_file = _File()
