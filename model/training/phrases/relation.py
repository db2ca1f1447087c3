"""One class against another: "built-up areas next to the road", "trees near a swimming pool"."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

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
ALONE = ("isolated {}", "{} standing alone", "detached {}")
_NEAR_METRES, _NEAR_PIXELS = 4.0, 4.0
_RING = 4


def relation_phrase(objects: Objects, rng: np.random.Generator, absent: bool) -> Phrase | None:
    """Objects near, far from or surrounded by another class, or standing alone among their kind."""
    if absent or not len(objects):
        return None
    if objects.name == "building":
        return _alone(objects, rng)
    legends = objects.crop.picture.legends
    partners = [name for name in PARTNERS.get(objects.name, ()) if name in legends]
    around = [name for name in SURROUNDINGS.get(objects.name, ()) if name in legends]
    if around and (not partners or rng.random() < 0.35):
        return _surrounded(objects, str(rng.choice(around)), rng)
    return _near(objects, str(rng.choice(partners)), rng) if partners else None


def _near(objects: Objects, partner: str, rng: np.random.Generator) -> Phrase | None:
    other = objects.crop.answer(partner)
    if not np.any(other == 1) or np.mean(other[objects.crop.visible] == 255) > 0.05:
        return None
    distance = ndimage.distance_transform_edt(other != 1)
    nearest = np.asarray(ndimage.minimum(distance, objects.labels, np.arange(1, len(objects) + 1)))
    limit = max(_NEAR_PIXELS, _NEAR_METRES / objects.crop.gsd)
    near, far = nearest <= limit, nearest >= 2.5 * limit
    # What lies over the edge of the tile is not seen: only objects inside are certainly far.
    if rng.random() < 0.75:
        template, yes, no = str(rng.choice(NEAR)), near, far
    else:
        template, yes, no = str(rng.choice(FAR)), far, near
    text = template.format(a=words.many(objects.name, rng), b=words.many(partner, rng))
    return telling(objects, text, yes, no, "relation")


def _surrounded(objects: Objects, partner: str, rng: np.random.Generator) -> Phrase | None:
    grown = ndimage.grey_dilation(objects.labels, size=(2 * _RING + 1, 2 * _RING + 1))
    ring = np.where((objects.labels == 0) & objects.crop.visible, grown, 0).ravel()
    total = np.bincount(ring, minlength=len(objects) + 1)[1:]
    other = (objects.crop.answer(partner) == 1).ravel()
    share = np.bincount(ring, weights=other, minlength=len(objects) + 1)[1:] / np.maximum(total, 1)
    whole = (objects.boxes[:, :2] > 0).all(axis=1) & (objects.boxes[:, 2:] < objects.crop.size).all(axis=1)
    text = str(rng.choice(AROUND)).format(a=words.many(objects.name, rng), b=words.many(partner, rng))
    return telling(objects, text, (share >= 0.75) & whole, share <= 0.4, "relation")


def _alone(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    """Distance to the nearest other building, against the object's own size."""
    if not 3 <= len(objects) <= 60:
        return None
    size = objects.crop.size
    gap = np.full(len(objects), np.inf)
    for number, (top, left, bottom, right) in enumerate(objects.boxes, start=1):
        margin = int(3 * np.sqrt(objects.area[number - 1])) + 2
        rows, columns = slice(max(top - margin, 0), bottom + margin), slice(max(left - margin, 0), right + margin)
        window = objects.labels[rows, columns]
        if ((window > 0) & (window != number)).any():
            away = ndimage.distance_transform_edt(window != number)
            gap[number - 1] = away[(window > 0) & (window != number)].min()
        if top == 0 or left == 0 or bottom == size or right == size:
            gap[number - 1] = min(gap[number - 1], np.sqrt(objects.area[number - 1]))
    reach = gap / np.sqrt(objects.area)
    text = str(rng.choice(ALONE)).format(words.many("building", rng))
    return telling(objects, text, reach >= 1.5, reach <= 0.5, "relation")
