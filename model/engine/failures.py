"""What went wrong, as QGIS is told."""

from __future__ import annotations

import errno
import sys
import traceback
from dataclasses import replace
from pathlib import Path

from ...protocol import Command, Failure, Request
from ..errors import PhrasegonError


def import_failure(error: ImportError | OSError) -> Failure:
    """A library is missing in the Python that the engine runs in, or cannot be loaded."""
    problem = f"cannot load one of its libraries ({error})"
    if isinstance(error, ModuleNotFoundError):
        problem = f"lacks the module {error.name}"
    sentence = (
        f"The engine's Python {sys.executable} {problem}: install the engine anew, or choose another Python in "
        "Phrasegon's options."
    )
    return Failure("EngineImportError", " ".join(sentence.split()), _trace(error))


def failure_of(error: Exception, command: Command) -> Failure:
    """The answer to a job that an exception has ended."""
    return replace(_told(error), tiles_kept=_tiles_kept(command))


def _tiles_kept(command: Command) -> int:
    if not isinstance(command, Request) or command.journal is None:
        return 0
    from ..pipeline.unfinished import tiles_finished

    return tiles_finished(Path(command.journal))


def _told(error: Exception) -> Failure:
    if isinstance(error, PhrasegonError):
        return Failure(type(error).__name__, " ".join(str(error).split()), _trace(error))
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        sentence = f"The name {error.filename} is too long for a file: give a shorter one."
        return Failure("OptionError", " ".join(sentence.split()), _trace(error))
    if _is_out_of_memory(error):
        return Failure(
            "OutOfMemory",
            "The device has too little free memory for this run: close other programs, choose the device cpu or a "
            "smaller model, and run again.",
            _trace(error),
        )
    return Failure(
        "Defect",
        f"Phrasegon met an error of its own ({type(error).__name__}): open the log and report it.",
        _trace(error),
    )


def _is_out_of_memory(error: Exception) -> bool:
    if "torch" not in sys.modules:  # no network was at work
        return isinstance(error, MemoryError)
    from ..segmenters.memory import is_out_of_memory

    return is_out_of_memory(error)


def _trace(error: Exception) -> str:
    return "".join(traceback.format_exception(error))
