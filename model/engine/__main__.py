"""What QGIS starts: ``PYTHON -I -X utf8 .../model/engine/__main__.py``.

Loads the package from the tree this file lies in, whatever that folder is called and whatever else is installed, and
puts neither that folder nor its parent on ``sys.path``. Until the package is loaded it keeps to the syntax of old
Pythons, so that it can say that a Python is too old.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from pathlib import Path
from typing import BinaryIO, TextIO

OLDEST = (3, 10)
PACKAGE = "phrasegon"
UNFIT = 3
"""Exit status of an engine whose Python is too old or lacks a library."""


def main() -> int:
    """Serve until QGIS ends the conversation; returns the exit status."""
    commands, answers = _take_streams()
    _load_package()
    if sys.version_info[:2] < OLDEST:
        return _refuse(commands, answers)
    server = importlib.import_module(f"{PACKAGE}.model.engine.server")
    return int(server.serve(commands, answers))


def _take_streams() -> tuple[BinaryIO, TextIO]:
    """The conversation for us alone: what a library prints goes to standard error, what it reads is empty."""
    commands = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "w", encoding="ascii", newline="\n")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return commands, answers


def _load_package() -> None:
    root = Path(__file__).absolute().parents[2]
    spec = importlib.util.spec_from_file_location(PACKAGE, root / "__init__.py", submodule_search_locations=[str(root)])
    if spec is None or spec.loader is None:
        raise ImportError(f"{root} is no Python package")
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package
    spec.loader.exec_module(package)


def _refuse(commands: BinaryIO, answers: TextIO) -> int:
    """Answer the first command, whatever it is, with what is wrong with this Python."""
    protocol = importlib.import_module(f"{PACKAGE}.protocol")
    try:
        job, _ = protocol.decode(commands.readline().decode(errors="replace"))
    except protocol.ProtocolError:
        job = 0
    wanted, found = (".".join(map(str, version)) for version in (OLDEST, sys.version_info[:3]))
    sentence = f"The engine needs Python {wanted} or newer and {sys.executable} is {found}: choose another Python."
    answers.write(protocol.encode(protocol.Failure("EngineImportError", sentence), job) + "\n")
    return UNFIT


if __name__ == "__main__":
    status = main()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)  # libraries' threads may hang at the usual end, and nothing is left for it to do
