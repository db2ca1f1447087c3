"""The one road that a phrase takes, from a scene to polygons."""

from __future__ import annotations

from .notes import Note, collected_notes
from .options import Options
from .preparing import how_prepared, prepare
from .request import load_requested, run
from .road import segment, segment_with

__all__ = [
    "Note",
    "Options",
    "collected_notes",
    "how_prepared",
    "load_requested",
    "prepare",
    "run",
    "segment",
    "segment_with",
]
