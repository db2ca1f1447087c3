"""What a second phrase on the same scene costs beside the first."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from rich.table import Table

from ..segmenters.interface import Segmenter, Tiles
from ..segmenters.keeping import KeepingSegmenter
from ..segmenters.kept import FeatureStore
from ..segmenters.registry import load_segmenter
from .at_random import SYSTEMS
from .machine import machine

_PHRASES = ("the storage tanks next to the dock", "the large white roofs", "a road")
_ROOM = 2**34
_SEED = 1

Result = dict[str, Any]


def bench_phrases(names: Sequence[str], tiles: int = 3) -> Result:
    """Time the first phrase on new tiles, and two further ones; on the CPU.

    Every tile is asked for through a store on disk of its own that is opened anew for each phrase, as by another run
    of the program.

    Args:
        names: of ``at_random.SYSTEMS``, whose random weights take as long as trained ones, or of models.
        tiles: that each is asked about, one at a time.

    Returns:
        What JSON can hold: ``machine`` and ``systems``, a list with ``name``, ``first_s`` and ``second_s`` (median
        seconds a tile) and ``ratio``, the second over the first.

    Raises:
        PhrasegonError: there is no such model, or its files are missing.
    """
    return {"machine": machine(), "systems": [_timed(name, tiles) for name in names]}


def table(result: Result) -> Table:
    """The result of ``bench_phrases`` for a terminal."""
    about = result["machine"]
    shown = Table(title="Seconds a tile", caption=f"{about['processor']}, {about['threads']} threads")
    for heading in ("system", "first phrase", "further phrase", "further / first"):
        shown.add_column(heading, justify="left" if heading == "system" else "right")
    for each in result["systems"]:
        shown.add_row(each["name"], f"{each['first_s']:.2f}", f"{each['second_s']:.3f}", f"{each['ratio']:.3f}")
    return shown


def _timed(name: str, count: int) -> Result:
    segmenter = SYSTEMS[name]() if name in SYSTEMS else load_segmenter(name, device="cpu")
    side = segmenter.spec.tile
    drawn: Tiles = np.random.default_rng(_SEED).integers(0, 256, (count + 1, 1, 3, side, side), np.uint8)
    with TemporaryDirectory(prefix="phrasegon-bench-") as folder:
        first, *further = ([_asked(segmenter, Path(folder), tile, phrase) for tile in drawn] for phrase in _PHRASES)
    # The first tile warms up.
    first_s = statistics.median(first[1:])
    second_s = statistics.median(seconds for each in further for seconds in each[1:])
    return {
        "name": name,
        "first_s": round(first_s, 4),
        "second_s": round(second_s, 4),
        "ratio": round(second_s / first_s, 4),
    }


def _asked(segmenter: Segmenter, folder: Path, tile: Tiles, phrase: str) -> float:
    keeping = KeepingSegmenter(segmenter, FeatureStore(folder, _ROOM))
    words = keeping.encode_phrase(phrase)
    start = time.perf_counter()
    with torch.inference_mode():
        keeping.decode(keeping.encode_image(tile), words)
    return time.perf_counter() - start
