"""Hidden folders in which files are made before they take their place."""

from __future__ import annotations

import os
import platform
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil


@contextmanager
def folder_aside(parent: Path | None) -> Iterator[Path]:
    """A folder that goes with the block, on the file system of what is made in it.

    A process that is killed leaves its folder behind; the next one that works in the same place removes it.

    Args:
        parent: where; None: among the system's temporary files.

    Raises:
        OSError: nothing can be written there.
    """
    if parent is not None:
        _sweep(parent)
    with TemporaryDirectory(prefix=f"{_prefix()}{os.getpid()}-", dir=parent) as folder:
        yield Path(folder)


@contextmanager
def file_aside(path: Path) -> Iterator[Path]:
    """Where to write a file that takes its place at ``path`` when the block ends, and not at all where it fails.

    Raises:
        OSError: nothing can be written there.
    """
    with folder_aside(path.parent) as folder:
        staged = folder / path.name
        yield staged
        staged.replace(path)


def _prefix() -> str:
    # Numbers of processes mean something on one computer only, and folders may be shared by several.
    return f".phrasegon-{re.sub(r'[^A-Za-z0-9]', '', platform.node())}-"


def _sweep(parent: Path) -> None:
    for folder in parent.glob(f"{_prefix()}*"):
        owner = re.match(r"\d+(?=-)", folder.name.removeprefix(_prefix()))
        if owner is not None and not psutil.pid_exists(int(owner[0])):
            shutil.rmtree(folder, ignore_errors=True)
