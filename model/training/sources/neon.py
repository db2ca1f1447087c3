"""Boxes of tree crowns at four forest and savanna sites, at 0.1 m.

Many crowns have no box at every site, so what lies outside the boxes is unknown and absence of trees is never claimed;
nothing is built there and no water shows, as a look at every plot bears out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .boxes import paint
from .picture import UNKNOWN, Picture, legend, make_picture

_LACKING = ("building", "built-up area", "road", "swimming pool", "water", "storage tank", "tennis court")
_LEGENDS = {"tree": legend((1,)), **dict.fromkeys(_LACKING, legend((), unlabelled=0))}
_BOXED = frozenset({"tree"})
_GSD = 0.1
_GSD_RANGE = (0.1, 0.6)
_EVERY = 8
_FIRST = 4
_CORNERS = ("ymin", "xmin", "ymax", "xmax")


def members(folder: Path, split: Literal["train", "val"]) -> list[Path]:
    """The images of a split: every eighth plot of a site is the validation part, in all years."""
    held: set[str] = set()
    for site in ("HARV", "OSBS", "SJER", "TEAK"):
        held.update(sorted({path.stem for path in folder.glob(f"{site}*/*.tif")})[_FIRST::_EVERY])
    return [path for path in sorted(folder.glob("*/*.tif")) if (path.stem in held) == (split == "val")]


def load(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """The pictures of a split."""
    return [_read(path) for path in members(folder, split)]


def _read(path: Path) -> Picture:
    image = np.asarray(Image.open(path).convert("RGB"))
    instances = paint(_boxes(path.with_suffix(".xml")), (image.shape[0], image.shape[1]))
    return make_picture(
        source="neon_trees",
        place=path.stem,
        image=image,
        codes=np.where(instances > 0, 1, UNKNOWN).astype(np.uint8),
        gsd=_GSD,
        gsd_range=_GSD_RANGE,
        legends=_LEGENDS,
        exhaustive=frozenset(_LACKING),
        instances=instances,
        boxed=_BOXED,
    )


def _boxes(path: Path) -> NDArray[np.int64]:
    """Boxes (n, 4) as rows and columns of pixels."""
    found = [
        [round(float(box.findtext(corner, ""))) for corner in _CORNERS]
        for box in ElementTree.parse(path).iter("bndbox")  # noqa: S314 (files of our own data folder)
    ]
    return np.array(found, np.int64).reshape(-1, 4)
