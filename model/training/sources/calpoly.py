"""Cities of California at 0.6 m: tree crowns, low vegetation and swimming pools, derived from NAIP and tree points."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np
import rasterio
from PIL import Image

from .picture import Picture, legend, make_picture

# Codes of the derived map: 1 tree crown, 2 low vegetation, 3 pool, 255 vegetation that no rule assigned.
_LEGENDS = {
    "tree": legend((1,)),
    "low vegetation": legend((2,)),
    "vegetation": legend((1, 2), unlabelled=1),
}
_POOLS = {"swimming pool": legend((3,), unlabelled=0)}
_GSD = 0.6
_GSD_RANGE = (0.36, 0.75)
_POOL_IDS = 30000
"""Offset of pool ids above tree ids in the one map of instances."""


def load(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """A crop of a city that is in ``test.txt`` in any year is in the validation part in all years."""
    held = {_ground(name) for name in (folder / "test.txt").read_text().split()}
    return [
        _read(folder, path.stem)
        for path in sorted((folder / "images").glob("*.tif"))
        if (_ground(path.stem) in held) == (split == "val")
    ]


def _ground(name: str) -> str:
    """``long_beach_2018_24`` -> ``long_beach_24``."""
    city, _, index = name.rsplit("_", 2)
    return f"{city}_{index}"


def _read(folder: Path, name: str) -> Picture:
    with rasterio.open(folder / "images" / f"{name}.tif") as raster:
        image = np.ascontiguousarray(np.moveaxis(raster.read((1, 2, 3)), 0, 2))
    derived = folder / "derived"
    codes = np.asarray(Image.open(derived / "semantic" / f"{name}.png")).astype(np.uint8)
    trees = np.asarray(Image.open(derived / "tree_instances" / f"{name}.png")).astype(np.uint16)
    pools = np.asarray(Image.open(derived / "pool_instances" / f"{name}.png")).astype(np.uint16)
    # Unmarked pools are unknown, except in a picture where the rule did find some.
    known_pools = bool((codes == 3).any())
    return make_picture(
        source="calpoly_urban_trees",
        place=_ground(name),
        image=image,
        codes=codes,
        gsd=_GSD,
        gsd_range=_GSD_RANGE,
        legends={**_LEGENDS, **(_POOLS if known_pools else {})},
        exhaustive=frozenset(("tree", "vegetation", *(_POOLS if known_pools else ()))),
        instances=np.where(pools > 0, pools + _POOL_IDS, trees).astype(np.uint16),
    )
