"""What objects are related to: another class, its only object, or the largest of their own kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from ..sources.picture import IGNORE
from . import words
from .objects import Flags, Objects, find_objects
from .phrase import Phrase, missing, telling

LARGEST = ("building", "field", "swimming pool")
"""Classes of which the largest object is a landmark for the others."""
LARGEST_WORD = "largest {}"
_RATIO = 1.35
_UNSEEN = 0.05


@dataclass(frozen=True)
class Reference:
    """Something to be near to or beside.

    Attributes:
        noun: how it is called, without an article.
        name: its class.
        mask: its pixels, (size, size); nowhere true if the crop certainly has none.
        box: first row, first column, last row + 1, last column + 1 where it is a single object, else None.
        itself: which of the related objects it is, None if it is of another class.
    """

    noun: str
    name: str
    mask: Flags
    box: NDArray[np.int64] | None = None
    itself: int | None = None

    @cached_property
    def distance(self) -> NDArray[np.float64]:
        """Pixels from each pixel of the crop to the nearest one of it, (size, size)."""
        return np.asarray(ndimage.distance_transform_edt(~self.mask), np.float64)


def partner(objects: Objects, name: str, rng: np.random.Generator) -> Reference | None:
    """Another class in the crop, in the singular where it has one object; None where too little of it is known."""
    crop = objects.crop
    if crop.lacks(name):
        return Reference(words.many(name, rng), name, np.zeros((crop.size, crop.size), bool))
    others = find_objects(crop, name)
    if not len(others) or np.mean(others.base[crop.visible] == IGNORE) > _UNSEEN:
        return None
    mask = np.asarray(crop.answer(name) == 1)
    if len(others) == 1 and words.WORDS[name].one and not others.doubtful:
        return Reference(words.one(name, rng), name, mask, others.boxes[0])
    return Reference(words.many(name, rng), name, mask)


def largest(objects: Objects, rng: np.random.Generator) -> Reference | None:
    """The clearly largest of three or more objects."""
    if objects.name not in LARGEST or len(objects) < 3 or objects.doubtful:
        return None
    first, second = np.argsort(-objects.area)[:2]
    if objects.area[first] < _RATIO * objects.area[second]:
        return None
    noun = LARGEST_WORD.format(words.one(objects.name, rng))
    return Reference(noun, objects.name, objects.labels == first + 1, objects.boxes[first], int(first))


def related(
    objects: Objects,
    reference: Reference,
    said: tuple[str, Flags, Flags],
    rng: np.random.Generator,
    *,
    absent: bool = False,
) -> Phrase | None:
    """The phrase of a relation, in the singular where one object is meant; with ``absent``, one that none is in.

    Args:
        objects: what is asked for.
        reference: what it is related to; it is never asked for itself.
        said: a sentence with ``{a}`` and ``{b}``, objects that it is true of and false of, (n,) each.
        rng: source of chance.
        absent: whether the relation shall hold for none.
    """
    template, yes, no = said
    if reference.itself is not None:
        yes[reference.itself], no[reference.itself] = False, True
    alone = not absent and words.WORDS[objects.name].one and objects.only(yes, no)
    noun = f"the {words.one(objects.name, rng)}" if alone else words.many(objects.name, rng)
    text = template.format(a=noun, b=reference.noun)
    return missing(objects, text, no) if absent else telling(objects, text, yes, no, "relation")
