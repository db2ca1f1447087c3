"""The file that ``--json`` names."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from ..errors import OutputError
from ..scene.aside import file_aside


def check_json(path: Path | None) -> None:
    """Raise an OutputError now if ``write_json`` cannot write there later."""
    if path is None:
        return
    if path.is_dir():
        raise OutputError(f"{path} is a folder: give the name of a file.")
    if not path.parent.is_dir():
        raise OutputError(f"There is no folder {path.parent} to write {path.name} in.")
    if not os.access(path.parent, os.W_OK):
        raise OutputError(f"Nothing can be written in {path.parent}.")


def write_json(path: Path | None, content: dict[str, Any]) -> None:
    """Write the whole file or nothing; nothing too where no path was given."""
    if path is None:
        return
    with file_aside(path) as staged:
        staged.write_text(json.dumps(content, indent=2, allow_nan=False) + "\n", encoding="utf-8")
