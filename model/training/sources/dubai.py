"""Dense land cover of Dubai from satellite, about 1 m a pixel.

The label ``building`` outlines whole blocks with their gardens and yards in most areas, so here it answers for
"built-up area"; single buildings are unknown inside it and absent outside, and so are the gardens' plants. Pools are
not marked and lie in gardens, parks and courtyards under any other label.

The files hold blue where others hold red: as they are, tiled roofs look blue and sand bluish, the other way round roofs
are terracotta and sand is sand.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image

from .picture import UNKNOWN, Picture, legend, make_picture

BANDS = (3, 2, 1)
"""Bands of the files that are red, green and blue."""
_VALIDATION = "Tile 4"
_COLOURS = {0x3C1098: 1, 0x8429F6: 2, 0x6EC1E4: 3, 0xFEDD3A: 4, 0xE2A929: 5, 0x9B9B9B: UNKNOWN}
_LEGENDS = {
    "built-up area": legend((1,)),
    "bare land": legend((2,)),
    "road": legend((3,)),
    "vegetation": legend((4,), unknown=(1,)),
    "water": legend((5,)),
    # Never marked as such: unknown where they could be, absent elsewhere.
    "building": legend((), unknown=(1,)),
    # Crowns hang over the roads, too.
    "tree": legend((), unknown=(1, 3, 4)),
    "low vegetation": legend((), unknown=(1, 4)),
    "field": legend((), unknown=(4,)),
}
_GSD = 1.0
_GSD_RANGE = (0.5, 2.0)


def members(folder: Path, split: Literal["train", "val"]) -> list[Path]:
    """The images of a split: Tile 4 is the validation part, the other six areas train."""
    return [
        path
        for area in sorted(folder.glob("Tile *"))
        if (area.name == _VALIDATION) == (split == "val")
        for path in sorted((area / "images").glob("*.jpg"))
    ]


def load(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """The pictures of a split."""
    return [_read(path) for path in members(folder, split)]


def _read(path: Path) -> Picture:
    colours = np.asarray(Image.open(path.parents[1] / "masks" / f"{path.stem}.png").convert("RGB")).astype(np.uint32)
    packed = colours[..., 0] << 16 | colours[..., 1] << 8 | colours[..., 2]
    codes = np.full(packed.shape, UNKNOWN, np.uint8)
    for colour, code in _COLOURS.items():
        codes[packed == colour] = code
    return make_picture(
        source="dubai_mbrsc",
        place=path.parents[1].name,
        image=np.ascontiguousarray(np.asarray(Image.open(path).convert("RGB"))[..., np.array(BANDS) - 1]),
        codes=codes,
        gsd=_GSD,
        gsd_range=_GSD_RANGE,
        legends=_LEGENDS,
        exhaustive=frozenset(_LEGENDS),
    )
