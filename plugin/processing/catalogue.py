"""What the models are called and were trained for, known without starting the engine."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

CATALOGUE = Path(__file__).resolve().parents[2] / "model" / "weights" / "catalogue.toml"
DEFAULT = "rs2sam2-nano"
SNAP_DEFAULT = "sam2.1-hiera-tiny"
DEVICES = ("auto", "cpu", "cuda", "mps")

# tomllib came with Python 3.11; each model is a table of the first level, and its range a plain list of two numbers.
# What is only a part of models has a quoted name there.
_MODEL = re.compile(r"^\[([\w-]+)\]$.*?^gsd = (\[[^\]]+\])$", re.MULTILINE | re.DOTALL)
_SNAPPER = re.compile(r'^\["([\w.-]+)"\]\nsystem = "sam2"$', re.MULTILINE)


@lru_cache(maxsize=1)
def models() -> dict[str, tuple[float, float]]:
    """The catalogue's models in its order, each with the finest and coarsest metres a pixel that it was trained for."""
    found = _MODEL.findall(CATALOGUE.read_text(encoding="utf-8"))
    ranges = ((name, json.loads(gsd)) for name, gsd in found)
    return {name: (float(finest), float(coarsest)) for name, (finest, coarsest) in ranges}


@lru_cache(maxsize=1)
def snappers() -> tuple[str, ...]:
    """What polygons can be snapped to objects with, in the catalogue's order."""
    return tuple(_SNAPPER.findall(CATALOGUE.read_text(encoding="utf-8")))
