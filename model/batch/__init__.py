"""Many scenes and phrases in one go: one partitioned table of all polygons, and a STAC catalogue of the scenes."""

from __future__ import annotations

from .phrases import read_phrases
from .run import Batch, Outcome
from .sources import Source

__all__ = ["Batch", "Outcome", "Source", "read_phrases"]
