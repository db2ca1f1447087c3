"""How far runs have come that were broken off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...protocol import Answer, Recall, Recalled
from ..pipeline.journal import tiles_done


def recall(command: Recall, _: Callable[[Answer], None]) -> Recalled:
    """Answer how much a journal keeps.

    Raises:
        OutputError: the run goes on in another process, or the journal cannot be read.
    """
    done, total = tiles_done(Path(command.journal))
    return Recalled(done, total)
