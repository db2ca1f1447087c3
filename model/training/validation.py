"""The fixed list of validation questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from .crops import Crop, cut
from .phrases import KIND_SHARES, Phrase, absent_phrase, present_phrase
from .sources import Picture

_GSD_RANGE = (0.3, 0.6)
_FIELD = "field"
_PER_PICTURE = {"dubai_mbrsc": 4, "naip_fields_agoro": 6}
_EVERY = {"calpoly_urban_trees": 3}
_OTHERS = 120
_VISIBLE = 0.4
_SEED = 20250101


def validation_phrases(pictures: Sequence[Picture], size: int) -> Iterator[tuple[Crop, Phrase]]:
    """Class phrases for all classes of every crop, then a fixed sample of other kinds on the same crops."""
    crops = list(_crops(pictures, size))
    rng = np.random.default_rng(_SEED)
    for crop in crops:
        for name in crop.picture.legends:
            phrase = absent_phrase(crop, name, rng) if crop.lacks(name) else present_phrase(crop, name, rng, "class")
            if phrase is not None:
                yield crop, phrase
    yield from _other_kinds(crops, rng)


def _other_kinds(crops: Sequence[Crop], rng: np.random.Generator) -> Iterator[tuple[Crop, Phrase]]:
    kinds = [kind for kind in KIND_SHARES if kind != "class"]
    made = 0
    for turn in range(_OTHERS * 40):
        if made == _OTHERS:
            return
        crop = crops[int(rng.integers(len(crops)))]
        names = list(crop.picture.legends)
        phrase = present_phrase(crop, names[int(rng.integers(len(names)))], rng, kinds[turn % len(kinds)])
        if phrase is not None:
            made += 1
            yield crop, phrase


def _crops(pictures: Sequence[Picture], size: int) -> Iterator[Crop]:
    """Crops side by side that do not overlap, at the GSD a user would work at."""
    seen: dict[str, int] = {}
    for picture in pictures:
        seen[picture.source] = seen.get(picture.source, -1) + 1
        if seen[picture.source] % _EVERY.get(picture.source, 1):
            continue
        gsd = picture.gsd if _FIELD in picture.legends else float(np.clip(picture.gsd, *_GSD_RANGE))
        cells = _cells(picture, size * gsd / picture.gsd)
        limit = _PER_PICTURE.get(picture.source, len(cells))
        for index in np.unique(np.linspace(0, len(cells) - 1, min(limit, len(cells))).astype(int)):
            crop = cut(picture, cells[index], gsd, size)
            if crop.visible_share >= _VISIBLE:
                yield crop


def _cells(picture: Picture, side: float) -> list[tuple[float, float]]:
    """Centres of the cells of a grid that fits into the picture; one cell at least."""
    rows, columns = (max(1, int(length // side)) for length in picture.shape)
    h, w = picture.shape
    return [
        (h / 2 + (row - (rows - 1) / 2) * side, w / 2 + (column - (columns - 1) / 2) * side)
        for row in range(rows)
        for column in range(columns)
    ]
