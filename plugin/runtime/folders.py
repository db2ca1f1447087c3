"""Folders that are made and taken away as a whole."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .running import end_those_that_name

PART = ".part-"
"""What the name of an unfinished folder starts with."""


def staging(folder: Path) -> Path:
    """Make an empty folder for unfinished work, inside another one.

    Raises:
        OSError: it cannot be made.
    """
    made = folder / f"{PART}{uuid.uuid4().hex[:8]}"
    made.mkdir()
    return made


def sweep(folder: Path) -> None:
    """Delete unfinished work that a process left behind when it was killed, and end what still goes on with it."""
    for leftover in folder.glob(f"{PART}*"):
        end_those_that_name(leftover)
        delete(leftover)


def delete(folder: Path) -> None:
    """Delete a folder with all it holds, write-protected files too; what cannot be deleted stays."""
    shutil.rmtree(folder, onerror=_unprotect)


def take_away(folder: Path) -> None:
    """Delete a finished folder so that nobody ever sees half of it.

    Raises:
        OSError: it cannot be moved, as on Windows when a program of it runs.
    """
    if folder.is_dir():
        leaving = folder.with_name(f"{PART}{uuid.uuid4().hex[:8]}")
        folder.rename(leaving)
        delete(leaving)


def delete_if_empty(*folders: Path) -> None:
    """Delete those of the folders that hold nothing, in this order."""
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()


def size_of(folder: Path) -> int:
    """Bytes of the files in a folder, also while it changes; links do not count."""
    total = 0
    waiting = [str(folder)]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        total += entry.stat(follow_symlinks=False).st_size
    return total


def free_space(folder: Path) -> int:
    """Bytes that are free where a folder lies, or will lie."""
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    return shutil.disk_usage(existing).free


def _unprotect(again: Callable[[str], Any], path: str, _error: object) -> None:
    with contextlib.suppress(OSError):
        Path(path).chmod(stat.S_IRWXU)
        again(path)
