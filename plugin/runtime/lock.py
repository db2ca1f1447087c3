"""One at a time: whoever changes the engine's environments holds this lock, across all QGIS windows of the computer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ..errors import UserError
from ..translation import tr


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, which must exist. A lock that a dead process left behind is taken over.

    Raises:
        UserError: another window of QGIS holds it, or it cannot be written.
    """
    lock = QLockFile(str(folder / ".lock"))
    lock.setStaleLockTime(0)  # only the end of its process makes a lock stale, never its age
    if not lock.tryLock(0):
        raise _refusal(lock, folder)
    try:
        yield
    finally:
        lock.unlock()


def _refusal(lock: QLockFile, folder: Path) -> UserError:
    if lock.error() != QLockFile.LockError.LockFailedError:
        return UserError(
            tr("Phrasegon may not write into {}: choose another data folder, or change who may write there.").format(
                folder
            )
        )
    known, process, _, _ = lock.getLockInfo()
    return UserError(
        tr("Another window of QGIS is setting up or removing the engine: wait until it has finished."),
        detail=f"{folder / '.lock'}: process {process}" if known else str(folder / ".lock"),
    )
