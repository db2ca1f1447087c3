"""Runs of the command line that were broken off, beside what they were to write."""

from __future__ import annotations

from pathlib import Path

from ..errors import OptionError, OutputError
from .journal import clear, tiles_done


def prepare_journal(output: Path, *, resume: bool | None) -> Path:
    """The folder of the journal of a run that writes ``output``.

    Args:
        output: the result's file.
        resume: whether to go on with a run that was broken off, or to forget it; None: refuse if there is one.

    Raises:
        OptionError: there is an unfinished run and nobody said what shall become of it.
        OutputError: the unfinished run goes on in another process, or cannot be removed.
    """
    folder = output.with_name(f"{output.name}.run")
    if resume:
        return folder
    done, _ = tiles_done(folder)
    if done and resume is None:
        raise OptionError(
            f"A run that was to write {output} was broken off after {done} tiles: add --resume to go on with it, or "
            "--restart to begin anew."
        )
    try:
        clear(folder)
    except OSError as error:
        raise OutputError(f"The unfinished run in {folder} cannot be removed: choose another output.") from error
    return folder


def tiles_finished(folder: Path) -> int:
    """How many tiles a run that was broken off has behind it; 0 while another process works on it."""
    try:
        return tiles_done(folder)[0]
    except OutputError:
        return 0
