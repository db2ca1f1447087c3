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

_PRESENT: dict[Kind, Callable[[Objects, np.random.Generator], Phrase | None]] = {
    "size": size_phrase,
    "colour": colour_phrase,
    "position": position_phrase,
    "relation": relation_phrase,
    "attribute": attribute_phrase,
}
_KNOWN = 0.3
"""Least share of the crop that must have an answer."""


class Questions:
    """What can be asked about one crop; its objects are measured once.

    Args:
        crop: the crop.
        rng: source of chance for words and choices.
    """

    def __init__(self, crop: Crop, rng: np.random.Generator) -> None:
        self._crop = crop
        self._rng = rng
        self._measured: dict[str, Objects] = {}

    def present(self, name: str, kind: Kind) -> Phrase | None:
        """A phrase of a kind for objects of the class in the crop; None if none can be told for certain.

        Raises:
            KeyError: the picture cannot answer for this class.
        """
        objects = self._objects(name)
        if not len(objects) or np.mean(objects.base != IGNORE) < _KNOWN:
            return None
        if kind == "class":
            return Phrase(words.class_phrase(name, self._rng), objects.base, kind, name)
        return _PRESENT[kind](objects, self._rng)

    def absent(self, name: str) -> Phrase | None:
        """A phrase for the class that is true of nothing in the crop; None if none can be told for certain.

        Raises:
            KeyError: the picture cannot answer for this class.
        """
        crop = self._crop
        if crop.lacks(name):
            mask = np.where(crop.visible, 0, IGNORE).astype(np.uint8)
            return Phrase(words.class_phrase(name, self._rng), mask, "absent", name)
        objects = self._objects(name)
        if name not in crop.picture.exhaustive or not len(objects) or objects.doubtful:
            return None
        makers = (colour_phrase, position_phrase, attribute_phrase)
        tried = (makers[index](objects, self._rng, absent=True) for index in self._rng.permutation(len(makers)))
        return next((phrase for phrase in tried if phrase is not None), None)

    def _objects(self, name: str) -> Objects:
        if name not in self._measured:
            self._measured[name] = find_objects(self._crop, name)
        return self._measured[name]
