"""How well a segmenter does on labelled scenes: pixels, polygons, and false alarms where nothing is."""

from __future__ import annotations

from .manifest import Case, read_manifest
from .report import evaluate

__all__ = ["Case", "evaluate", "read_manifest"]
