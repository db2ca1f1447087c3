"""Pythons of this computer that can fetch uv. QGIS's own is only asked to run pip; nothing is installed into it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from . import process
from .environ import child_environment


def with_pip() -> Path | None:
    """A Python that has pip; None: there is none."""
    return next((python for python in _candidates() if _has_pip(python)), None)


def _candidates() -> Iterator[Path]:
    seen = set()
    for path in _places():
        if path is not None and path.is_file() and path not in seen:
            seen.add(path)
            yield path


def _places() -> Iterator[Path | None]:
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    own = Path(sys.executable or "")
    if own.name.lower().startswith("python"):  # inside QGIS it may be QGIS itself
        yield own
    for base in (Path(sys.base_prefix), own.parent):
        for name in ("python.exe", "python3.exe") if os.name == "nt" else (version, "python3"):
            yield from (base / name, base / "bin" / name)
    for name in ("python3", "python", "py"):
        found = shutil.which(name)
        yield Path(found) if found else None


def _has_pip(python: Path) -> bool:
    try:
        command = [str(python), "-I", "-m", "pip", "--version"]
        return process.run(command, environment=child_environment(), folder=python.parent).status == 0
    except OSError:
        return False
