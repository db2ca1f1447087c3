"""The fixed list of validation questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from .crops import Crop, cut
from .phrases import Kind, Phrase, Questions
from .sampling import KIND_SHARES, KINDS
from .sources import Picture

_GSD_RANGE = (0.3, 0.6)
_FINE = 0.15
_PER_PICTURE = {"dubai_mbrsc": 3, "naip_fields_agoro": 6}
_EVERY = {"calpoly_urban_trees": 3}
_OTHERS = 150
_VISIBLE = 0.4
_SEED = 20250101


def validation_phrases(pictures: Sequence[Picture], size: int) -> Iterator[tuple[Crop, Phrase]]:
    """Class phrases for all classes of every crop, absent ones too, then a fixed sample of other kinds.

    Args:
        pictures: the pictures of the validation split.
        size: side of the crops in pixels.
    """
    rng = np.random.default_rng(_SEED)
    asked = [(crop, Questions(crop, rng)) for crop in _crops(pictures, size)]
    for crop, questions in asked:
        for name in crop.picture.legends:
            phrase = questions.absent(name) if crop.lacks(name) else questions.present(name, "class")
            if phrase is not None:
                yield crop, phrase
    yield from _other_kinds(asked, rng)


def _other_kinds(asked: Sequence[tuple[Crop, Questions]], rng: np.random.Generator) -> Iterator[tuple[Crop, Phrase]]:
    kinds: list[Kind] = ["absent", *(kind for kind in KIND_SHARES if kind != "class")]
    made: set[tuple[int, str]] = set()
    for turn in range(_OTHERS * 40):
        if len(made) == _OTHERS:
            return
        number = int(rng.integers(len(asked)))
        crop, questions = asked[number]
        kind = kinds[turn % len(kinds)]
        names = [name for name in crop.picture.legends if kind in ("absent", *KINDS[name]) and not crop.lacks(name)]
        if not names:
            continue
        name = names[int(rng.integers(len(names)))]
        phrase = questions.absent(name) if kind == "absent" else questions.present(name, kind)
        if phrase is not None and (number, phrase.text) not in made:
            made.add((number, phrase.text))
            yield crop, phrase


def _crops(pictures: Sequence[Picture], size: int) -> Iterator[Crop]:
    """Crops that do not overlap at one GSD, at the GSD a user would work at; fine pictures at 0.15 m too."""
    seen: dict[str, int] = {}
    for picture in pictures:
        seen[picture.source] = seen.get(picture.source, -1) + 1
        if seen[picture.source] % _EVERY.get(picture.source, 1):
            continue
        for gsd in _working_gsds(picture):
            cells = _cells(picture, size * gsd / picture.gsd)
            count = min(_PER_PICTURE.get(picture.source, len(cells)), len(cells))
            for index in np.linspace(0, len(cells) - 1, count).round().astype(int):
                crop = cut(picture, cells[index], gsd, size)
                if crop.visible_share >= _VISIBLE:
                    yield crop


def _working_gsds(picture: Picture) -> list[float]:
    if "field" in picture.seeds:
        return [picture.gsd]
    usual = float(np.clip(picture.gsd, *_GSD_RANGE))
    return [usual, _FINE] if picture.gsd <= _FINE else [usual]


def _cells(picture: Picture, side: float) -> list[tuple[float, float]]:
    """Centres of the cells of a grid that fits into the picture; one cell at least."""
    h, w = picture.shape
    rows, columns = max(1, int(h // side)), max(1, int(w // side))
    return [
        (h / 2 + (row - (rows - 1) / 2) * side, w / 2 + (column - (columns - 1) / 2) * side)
        for row in range(rows)
        for column in range(columns)
    ]
