"""Farm fields of the US Midwest at about 4.5 m.

Nearly every field is outlined; what is not (woods, farmsteads, towns, roads) counts as background. Small clearings in
woods were left out by the annotators, so absence of fields is never claimed from this source.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image
from rasterio.features import rasterize

from .picture import Picture, legend, make_picture

_LEGENDS = {"field": legend((1,))}
_GSD = 4.5
_GSD_RANGE = (2.5, 8.0)
_EVERY = 10


def members(folder: Path, split: Literal["train", "val"]) -> list[Path]:
    """The images of a split: every tenth one by name is the validation part."""
    paths = sorted((folder / "images").glob("*.jpg"))
    return [path for index, path in enumerate(paths) if (index % _EVERY == 0) == (split == "val")]


def load(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """The pictures of a split."""
    annotations = json.loads((folder / "annotations.json").read_text())
    return [_read(path, annotations[path.stem]["regions"]) for path in members(folder, split)]


def _read(path: Path, regions: list[dict[str, dict[str, list[float]]]]) -> Picture:
    image = np.asarray(Image.open(path).convert("RGB"))
    shapes = []
    for number, region in enumerate(regions, start=1):
        outline = region["shape_attributes"]
        ring = list(zip(outline["all_points_x"], outline["all_points_y"], strict=True))
        if len(ring) > 2:
            shapes.append(({"type": "Polygon", "coordinates": [[*ring, ring[0]]]}, number))
    instances = rasterize(shapes, out_shape=image.shape[:2], dtype=np.uint16)
    return make_picture(
        source="naip_fields_agoro",
        place=path.stem,
        image=image,
        codes=(instances > 0).astype(np.uint8),
        gsd=_GSD,
        gsd_range=_GSD_RANGE,
        legends=_LEGENDS,
        exhaustive=frozenset(),
        instances=instances,
    )
