"""Choosing what to ask about a crop."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..crops import Crop
from ..sources.picture import IGNORE
from . import words
from .attribute import attribute_phrase
from .colour import colour_phrase
from .objects import Objects, find_objects
from .phrase import Kind, Phrase
from .position import position_phrase
from .relation import relation_phrase
from .size import size_phrase

Maker = Callable[[Objects, np.random.Generator, bool], Phrase | None]

_MAKERS: dict[Kind, Maker] = {
    "size": size_phrase,
    "colour": colour_phrase,
    "position": position_phrase,
    "relation": relation_phrase,
    "attribute": attribute_phrase,
}
KIND_SHARES: dict[Kind, float] = {
    "class": 0.46,
    "position": 0.15,
    "size": 0.12,
    "colour": 0.11,
    "relation": 0.1,
    "attribute": 0.06,
}
_KNOWN = 0.3
"""Least share of the crop that must have an answer."""


def present_phrase(crop: Crop, name: str, rng: np.random.Generator, kind: Kind | None = None) -> Phrase | None:
    """A phrase for objects of the class that are in the crop; None if none can be told for certain.

    Args:
        kind: the kind wanted; drawn by ``KIND_SHARES`` if not given.
    """
    objects = find_objects(crop, name)
    if not len(objects) or np.mean(objects.base != IGNORE) < _KNOWN:
        return None
    wanted = kind or _draw_kind(rng)
    if wanted != "class":
        return _MAKERS[wanted](objects, rng, False)
    return Phrase(words.class_phrase(name, rng), objects.base, "class", name)


def absent_phrase(crop: Crop, name: str, rng: np.random.Generator) -> Phrase | None:
    """A phrase for the class that is true of nothing in the crop; None if none can be told for certain."""
    if name not in crop.picture.legends:
        return None
    if crop.lacks(name):
        mask = np.where(crop.visible, 0, IGNORE).astype(np.uint8)
        return Phrase(words.class_phrase(name, rng), mask, "absent", name)
    objects = find_objects(crop, name)
    for kind in rng.permutation(["colour", "position", "attribute"]):
        phrase = _MAKERS[kind](objects, rng, True)
        if phrase is not None and name in crop.picture.exhaustive and not np.any(objects.base[crop.visible] == IGNORE):
            return phrase
    return None


def _draw_kind(rng: np.random.Generator) -> Kind:
    kinds = list(KIND_SHARES)
    return kinds[int(rng.choice(len(kinds), p=list(KIND_SHARES.values())))]
