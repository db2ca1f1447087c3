"""Parts of a crop, whatever lies there: "on the left", "next to the road", "to the right of the pool".

What a network does not learn of "trees on the left" from thousands of phrases, it learns of "on the left" from
hundreds, and it then holds beside a class too.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..crops import Crop
from ..sources.picture import IGNORE
from .distance import FAR, FAR_TIMES, NEAR, near_limit
from .layout import BESIDE
from .objects import Flags, find_objects
from .phrase import Phrase
from .position import TEMPLATES, ZONES
from .reference import partner

LANDMARKS = ("road", "water", "building", "swimming pool", "field", "tree", "built-up area", "storage tank")
"""Classes that a part of a crop is told by."""
_BY_LANDMARK = 0.6
"""How often a part is told by a landmark, where there is one."""


def place_phrase(crop: Crop, rng: np.random.Generator) -> Phrase | None:
    """A half or a corner of the crop, or what is near, far from or beside a class; None if nothing shows there."""
    if rng.random() < _BY_LANDMARK:
        for name in rng.permutation([name for name in LANDMARKS if name in crop.picture.legends]):
            phrase = _by_landmark(crop, str(name), rng)
            if phrase is not None:
                return phrase
    zone = str(rng.choice(list(ZONES)))
    inside = part_of_tile(crop.size, zone)
    return _phrase(crop, str(rng.choice(TEMPLATES[zone])).format(""), inside, ~inside)


def part_of_tile(size: int, zone: str) -> Flags:
    """Pixels of a zone, (size, size)."""
    inside = np.ones((size, size), bool)
    for axis, side in ZONES[zone]:
        inside &= np.expand_dims(((np.arange(size) + 0.5) / size - 0.5) * side > 0, 1 - axis)
    return inside


def _by_landmark(crop: Crop, name: str, rng: np.random.Generator) -> Phrase | None:
    """None where the crop has too little of the class, or too much of it is unknown."""
    if name in crop.picture.boxed:
        return None
    landmark = partner(find_objects(crop, name), name, rng)
    if landmark is None or not landmark.mask.any():
        return None
    if landmark.box is not None and rng.random() < 0.5:
        return _beside(crop, landmark.noun, landmark.box, rng)
    limit = near_limit(crop.gsd)
    near = (landmark.distance <= limit) & ~landmark.mask
    far = landmark.distance >= FAR_TIMES * limit
    templates, inside, outside = (NEAR, near, far) if rng.random() < 0.75 else (FAR, far, near | landmark.mask)
    return _phrase(crop, str(rng.choice(templates)).format(a="", b=landmark.noun), inside, outside)


def _beside(crop: Crop, noun: str, box: NDArray[np.int64], rng: np.random.Generator) -> Phrase | None:
    template, (axis, side) = list(BESIDE.items())[int(rng.integers(len(BESIDE)))]
    edge = box[axis + 2 if side > 0 else axis]
    beyond = np.expand_dims((np.arange(crop.size) + 0.5 - edge) * side > 0, 1 - axis)
    inside = np.broadcast_to(beyond, (crop.size, crop.size))
    return _phrase(crop, template.format(a="", b=noun), inside, ~inside)


def _phrase(crop: Crop, text: str, inside: Flags, outside: Flags) -> Phrase | None:
    mask = np.full((crop.size, crop.size), IGNORE, np.uint8)
    mask[outside], mask[inside] = 0, 1
    mask[~crop.visible] = IGNORE
    return Phrase(text.strip(), mask, "place", "") if np.any(mask == 1) else None
