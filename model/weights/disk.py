"""What the disk may refuse, and what two processes must not write at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from ..errors import WeightsError
from .store import home


def need_space(needed: int) -> None:
    """Look for so many free bytes in the data folder.

    Raises:
        WeightsError: there are fewer.
    """
    free = shutil.disk_usage(home()).free
    if needed > free:
        raise WeightsError(
            f"{home()} has {free / 1e9:.1f} GB free and {needed / 1e9:.1f} GB are needed, make room or set "
            f"PHRASEGON_HOME to a folder on another disk."
        )


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Keep a second process from writing the same files.

    Raises:
        WeightsError: another one is writing them.
    """
    with writing():
        (home() / "downloads").mkdir(parents=True, exist_ok=True)
        lock = FileLock(home() / "downloads" / f"{name}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise WeightsError(f"{name} is being fetched by another process, wait until it has ended.") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def writing() -> Iterator[None]:
    """Turn what the system says of the data folder into one sentence.

    Raises:
        WeightsError: in place of the system's own errors.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise WeightsError(
            f"The model cannot be written to {home()} ({reason}), make room there or set "
            f"PHRASEGON_HOME to another folder."
        ) from error
