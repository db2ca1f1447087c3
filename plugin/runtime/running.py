"""Programs of this computer that have to do with a folder."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from pathlib import Path


def runs_from(folder: Path) -> bool:
    """Whether a program of this folder runs. On Windows it shows elsewhere: such a folder cannot be moved."""
    return any(command.startswith(f"{folder}{os.sep}") for _, command in _programs())


def end_those_that_name(folder: Path) -> None:
    """End the programs with this folder on their command line. On Windows they go on."""
    for process, command in _programs():
        if f"{folder}{os.sep}" in command and process != os.getpid():
            with contextlib.suppress(ProcessLookupError, PermissionError):  # gone by itself; another user's
                os.kill(process, signal.SIGKILL)


def _programs() -> list[tuple[int, str]]:
    """Number and command line of all programs."""
    if os.name == "nt":
        return []
    try:
        listed = subprocess.run(
            ["/bin/ps", "-A", "-ww", "-o", "pid=,args="], capture_output=True, text=True, errors="replace", check=False
        )
    except OSError:
        return []
    lines = (line.split(maxsplit=1) for line in listed.stdout.splitlines())
    return [(int(line[0]), line[1]) for line in lines if len(line) == 2]
