"""Scenes of the UC Merced set at 0.3 m: no masks, but what a scene class surely does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image

from .picture import Picture, legend, make_picture

_OPEN_LAND = ("building", "built-up area", "swimming pool", "water")
# Only what a look at the scenes bears out; a class that is not named here is not known either way.
_LACKING = {
    "agricultural": _OPEN_LAND,
    "airplane": ("swimming pool", "field", "water"),
    "beach": ("building", "built-up area", "swimming pool", "field", "tree", "low vegetation"),
    "chaparral": (*_OPEN_LAND, "field", "road"),
    "forest": (*_OPEN_LAND, "field"),
    "freeway": ("swimming pool", "field", "water"),
    "harbor": ("swimming pool", "field", "tree", "road", "bare land", "vegetation", "low vegetation"),
    "intersection": ("field", "water"),
    "overpass": ("swimming pool", "field"),
    "parkinglot": ("swimming pool", "field", "water"),
    "runway": (*_OPEN_LAND, "field", "tree"),
    "storagetanks": ("field",),
    "tenniscourt": ("field",),
}
_PER_SCENE = 40
_SIDE = 256
_GSD = 0.3
_GSD_RANGE = (0.2, 0.3)


def load(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """40 pictures of each scene class, to train on only: the set's pictures overlap each other."""
    if split == "val":
        return []
    return [
        _read(path, scene)
        for scene in _LACKING
        for path in sorted((folder / "train" / scene).glob("*.jpg"))[:_PER_SCENE]
    ]


def _read(path: Path, scene: str) -> Picture:
    image = np.asarray(Image.open(path).convert("RGB").resize((_SIDE, _SIDE)))
    names = _LACKING[scene]
    return make_picture(
        source="ucm_landuse",
        place=path.stem,
        image=image,
        codes=np.zeros(image.shape[:2], np.uint8),
        gsd=_GSD,
        gsd_range=_GSD_RANGE,
        legends=dict.fromkeys(names, legend(())),
        exhaustive=frozenset(names),
    )
