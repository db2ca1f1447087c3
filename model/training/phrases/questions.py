"""Choosing what to ask about a crop."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..crops import Crop
from ..sources.picture import IGNORE
from . import words
from .attribute import attribute_phrase
from .colour import colour_phrase
from .count import count_phrase
from .objects import Objects, find_objects
from .phrase import Kind, Phrase, whole
from .position import position_phrase
from .relation import relation_phrase
from .shape import shape_phrase
from .size import size_phrase

_PRESENT: dict[Kind, Callable[[Objects, np.random.Generator], Phrase | None]] = {
    "size": size_phrase,
    "colour": colour_phrase,
    "position": position_phrase,
    "relation": relation_phrase,
    "attribute": attribute_phrase,
    "shape": shape_phrase,
    "count": count_phrase,
}
_DENIED = (colour_phrase, position_phrase, attribute_phrase, relation_phrase, shape_phrase, size_phrase)
OUTLINED: tuple[Kind, ...] = ("size", "colour", "relation", "attribute", "shape")
"""Kinds that go by an object's outline, which a box does not tell."""
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
            return self._everything(objects)
        if objects.boxed and kind in OUTLINED:
            return None
        return _PRESENT[kind](objects, self._rng)

    def absent(self, name: str) -> Phrase | None:
        """A phrase for the class that is true of nothing in the crop; None if none can be told for certain.

        Raises:
            KeyError: the picture cannot answer for this class.
        """
        crop = self._crop
        if crop.lacks(name):
            mask = np.where(crop.visible, 0, IGNORE).astype(np.uint8)
            boxes = np.zeros((0, 4), np.int64) if name in crop.picture.boxed else None
            return Phrase(self._class_words(name), mask, "absent", name, boxes)
        objects = self._objects(name)
        if name not in crop.picture.exhaustive or not len(objects) or objects.doubtful:
            return None
        makers = (position_phrase,) if objects.boxed else _DENIED
        tried = (makers[index](objects, self._rng, absent=True) for index in self._rng.permutation(len(makers)))
        return next((phrase for phrase in tried if phrase is not None), None)

    def _everything(self, objects: Objects) -> Phrase:
        """All of the class; in the singular, half of the time, where it is one object and surely no more."""
        name = objects.name
        certain = name in self._crop.picture.exhaustive and not objects.doubtful
        if certain and len(objects) == 1 and words.WORDS[name].one and self._rng.random() < 0.5:
            return whole(objects, words.single(name, self._rng), "class")
        return whole(objects, words.everything(name, self._rng), "class")

    def _class_words(self, name: str) -> str:
        """Words for a class that is not there: the singular is as false as the plural."""
        said = words.single if words.WORDS[name].one and self._rng.random() < 0.25 else words.everything
        return said(name, self._rng)

    def _objects(self, name: str) -> Objects:
        if name not in self._measured:
            self._measured[name] = find_objects(self._crop, name)
        return self._measured[name]
