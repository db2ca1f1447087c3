"""Objects by what is around them: "water next to the road", "isolated buildings"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from scipy import ndimage

from ..sources.picture import IGNORE
from . import words
from .objects import Objects
from .phrase import Phrase, telling

NEAR = ("{a} next to the {b}", "{a} near the {b}", "{a} beside the {b}", "{a} close to the {b}")
FAR = ("{a} far from the {b}", "{a} away from the {b}")
AROUND = ("{a} surrounded by {b}", "{a} in the middle of {b}")
# Target -> what it can stand near or far from; what it can be surrounded by.
PARTNERS = {
    "built-up area": ("road", "water", "vegetation"),
    "vegetation": ("road", "water", "built-up area"),
    "water": ("road", "built-up area"),
    "tree": ("swimming pool",),
    "swimming pool": ("tree",),
}
SURROUNDINGS = {
    "built-up area": ("vegetation", "bare land"),
    "vegetation": ("bare land",),
    "water": ("vegetation", "bare land"),
    "swimming pool": ("vegetation",),
}
LONELY = ("building",)
ALONE = ("isolated {}", "{} standing alone", "detached {}")
LARGEST = ("building", "field", "swimming pool")
# How it is said -> axis (0 rows, 1 columns) and side.
BESIDE = {
    "{a} left of the largest {b}": (1, -1),
    "{a} to the left of the largest {b}": (1, -1),
    "{a} right of the largest {b}": (1, 1),
    "{a} to the right of the largest {b}": (1, 1),
    "{a} above the largest {b}": (0, -1),
    "{a} below the largest {b}": (0, 1),
}
_NEAR_METRES, _NEAR_PIXELS = 4.0, 4.0
_FAR = 2.5
_UNSEEN = 0.05
_RING = 4
_LARGEST = 1.35
_CROWD = 30
_APART = 1.5
"""Gap to the nearest other object from which one stands alone, in sides of its own."""


def relation_phrase(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    """Objects near, far from or surrounded by another class, standing alone, or beside the largest of their kind."""
    legends = objects.crop.picture.legends
    name = objects.name
    makers: list[Callable[[np.random.Generator], Phrase | None]] = [
        *(partial(_near, objects, other) for other in PARTNERS.get(name, ()) if other in legends),
        *(partial(_surrounded, objects, other) for other in SURROUNDINGS.get(name, ()) if other in legends),
    ]
    if name in LONELY:
        makers.append(partial(_alone, objects))
    if name in LARGEST:
        makers.append(partial(_beside, objects))
    tried = (makers[index](rng) for index in rng.permutation(len(makers)))
    return next((phrase for phrase in tried if phrase is not None), None)


def _near(objects: Objects, partner: str, rng: np.random.Generator) -> Phrase | None:
    other = objects.crop.answer(partner)
    known = other[objects.crop.visible] != IGNORE
    if not np.any(other == 1) or np.mean(known) < 1 - _UNSEEN:
        return None
    distance = ndimage.distance_transform_edt(other != 1)
    nearest = np.asarray(ndimage.minimum(distance, objects.labels, np.arange(1, len(objects) + 1)))
    limit = max(_NEAR_PIXELS, _NEAR_METRES / objects.crop.gsd)
    # Something may lie just over the edge: what is cut off is never certainly far.
    near, far = nearest <= limit, (nearest >= _FAR * limit) & ~objects.cut
    template, yes, no = (NEAR, near, far) if rng.random() < 0.75 else (FAR, far, near)
    text = str(rng.choice(template)).format(a=words.many(objects.name, rng), b=words.many(partner, rng))
    return telling(objects, text, yes, no, "relation")


def _surrounded(objects: Objects, partner: str, rng: np.random.Generator) -> Phrase | None:
    grown = ndimage.grey_dilation(objects.labels, size=(2 * _RING + 1, 2 * _RING + 1))
    ring = np.where((objects.labels == 0) & objects.crop.visible, grown, 0).ravel()
    other = objects.crop.answer(partner).ravel()
    total, inside, unknown = (
        np.bincount(ring, weights=flags, minlength=len(objects) + 1)[1:]
        for flags in (np.ones(len(ring)), other == 1, other == IGNORE)
    )
    least, most = inside / np.maximum(total, 1), (inside + unknown) / np.maximum(total, 1)
    text = str(rng.choice(AROUND)).format(a=words.many(objects.name, rng), b=words.many(partner, rng))
    return telling(objects, text, (least >= 0.75) & ~objects.cut, most <= 0.4, "relation")


def _alone(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    """Distance to the nearest other of its kind, against the object's own size."""
    if not 3 <= len(objects) <= _CROWD:
        return None
    side = np.sqrt(objects.area)
    reach = np.array([_gap(objects, number, side[number - 1]) for number in range(1, len(objects) + 1)]) / side
    text = str(rng.choice(ALONE)).format(words.many(objects.name, rng))
    return telling(objects, text, (reach >= _APART) & ~objects.cut, reach <= 0.5, "relation")


def _gap(objects: Objects, number: int, side: float) -> float:
    """Pixels to the nearest other object, looked for as far as it matters; infinite if there is none."""
    margin = int(_APART * side) + 2
    top, left, bottom, right = objects.boxes[number - 1]
    window = objects.labels[max(top - margin, 0) : bottom + margin, max(left - margin, 0) : right + margin]
    others = (window > 0) & (window != number)
    if not others.any():
        return float("inf")
    return float(ndimage.distance_transform_edt(window != number)[others].min())


def _beside(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    """All others on one side of the largest one."""
    if len(objects) < 3 or objects.doubtful:
        return None
    first, second = np.argsort(-objects.area)[:2]
    if objects.area[first] < _LARGEST * objects.area[second]:
        return None
    template, (axis, side) = list(BESIDE.items())[int(rng.integers(len(BESIDE)))]
    edge = objects.boxes[first, axis + 2 if side > 0 else axis]
    offset = (objects.centres[:, axis] * objects.crop.size - edge) * side
    near = (objects.boxes[:, axis if side > 0 else axis + 2] - edge) * side
    yes, no = near >= 0, offset <= 0
    yes[first], no[first] = False, True
    text = template.format(a=words.many(objects.name, rng), b=words.one(objects.name, rng))
    return telling(objects, text, yes, no, "relation")
