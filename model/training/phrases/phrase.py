"""A phrase with the mask it is true of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .objects import Flags, Objects

Kind = Literal["class", "size", "colour", "position", "relation", "attribute", "shape", "count", "place", "absent"]


@dataclass(frozen=True)
class Phrase:
    """What is asked and the right answer.

    Attributes:
        text: lower case.
        mask: uint8 (size, size): 0 background, 1 object, 255 ignore.
        kind: what tells the objects from their neighbours; ``absent`` if nothing fits, ``place`` if all
            that lies there is meant.
        target: the class asked for; empty for a place.
        boxes: of a class that the picture knows by boxes alone, those of the asked objects, (n, 4): first row, first
            column, last row + 1, last column + 1; the mask is 1 inside them. None where the mask is one of outlines.
    """

    text: str
    mask: NDArray[np.uint8]
    kind: Kind
    target: str
    boxes: NDArray[np.int64] | None = None


def whole(objects: Objects, text: str, kind: Kind) -> Phrase:
    """A phrase for all objects of the class."""
    boxes = objects.boxes if objects.boxed else None
    return Phrase(text, objects.mask, kind, objects.name, boxes)


def telling(objects: Objects, text: str, yes: Flags, no: Flags, kind: Kind) -> Phrase | None:
    """A phrase for the objects in ``yes``, if it leaves out at least one other and little is undecided.

    Args:
        objects: the objects of the class.
        text: the phrase.
        yes: objects that the phrase is certainly true of, (n,).
        no: objects that it is certainly false of, (n,).
        kind: what the phrase goes by.
    """
    undecided = ~(yes | no)
    if not yes.any() or not no.any() or objects.area[undecided].sum() > objects.area[yes].sum():
        return None
    boxes = objects.boxes[yes] if objects.boxed else None
    return Phrase(text, objects.paint(yes, undecided), kind, objects.name, boxes)


def missing(objects: Objects, text: str, no: Flags) -> Phrase | None:
    """An absent phrase: it is certainly false of every object of a class that does occur."""
    if not len(objects) or not no.all():
        return None
    nothing = np.zeros(len(objects), bool)
    boxes = objects.boxes[nothing] if objects.boxed else None
    return Phrase(text, objects.paint(nothing, nothing), "absent", objects.name, boxes)
