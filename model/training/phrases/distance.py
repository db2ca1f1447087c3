"""Objects by how far they are from something: "trees near the pool", "the building farthest from the road"."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from . import words
from .objects import Objects
from .phrase import Phrase, telling
from .reference import Reference, related

NEAR = ("{a} next to the {b}", "{a} near the {b}", "{a} beside the {b}", "{a} close to the {b}", "{a} by the {b}")
ALONG = ("{a} along the {b}", "{a} alongside the {b}")
FAR = ("{a} far from the {b}", "{a} away from the {b}")
NEAREST = ("{a} nearest to the {b}", "{a} closest to the {b}")
FARTHEST = ("{a} farthest from the {b}",)
LINES = ("road",)
"""Classes that something can lie along."""
LONELY = ("building",)
ALONE = ("isolated {}", "{} standing alone", "detached {}")
_NEAR_METRES, _NEAR_PIXELS = 4.0, 4.0
FAR_TIMES = 2.5
"""Far begins at this multiple of where near ends."""
_AHEAD = 1.5
"""How much nearer than the second the nearest object is, at least."""
_CROWD = 30
_APART = 1.5
"""Gap to the nearest other object from which one stands alone, in sides of its own."""


def near_limit(gsd: float) -> float:
    """How far away something is near, in pixels."""
    return max(_NEAR_PIXELS, _NEAR_METRES / gsd)


def near_phrase(
    objects: Objects, reference: Reference, rng: np.random.Generator, *, absent: bool = False
) -> Phrase | None:
    """Objects near or far from something; with ``absent``, none is near, perhaps because there is no such thing."""
    limit = near_limit(objects.crop.gsd)
    if absent:
        away = _nearest(objects, reference) if reference.mask.any() else np.full(len(objects), np.inf)
        far = (away >= FAR_TIMES * limit) & (~objects.cut | np.isinf(away))
        return related(objects, reference, (_near_words(reference, rng), far & False, far), rng, absent=True)
    if not reference.mask.any():
        return None
    away = _nearest(objects, reference)
    # Something may lie just over the edge: what is cut off is never certainly far.
    near, far = away <= limit, (away >= FAR_TIMES * limit) & ~objects.cut
    if rng.random() < 0.75:
        return related(objects, reference, (_near_words(reference, rng), near, far), rng)
    return related(objects, reference, (str(rng.choice(FAR)), far, near), rng)


def nearest_phrase(objects: Objects, reference: Reference, rng: np.random.Generator) -> Phrase | None:
    """The one object that is clearly nearest to something or farthest from it."""
    if not reference.mask.any() or objects.doubtful or not words.WORDS[objects.name].one:
        return None
    away = _nearest(objects, reference)
    others = np.delete(np.arange(len(objects)), [] if reference.itself is None else [reference.itself])
    if len(others) < 2:
        return None
    order = others[np.argsort(away[others])]
    nearest = rng.random() < 0.7
    chosen = order[0] if nearest else order[-1]
    closer, further = (away[order[0]], away[order[1]]) if nearest else (away[order[-2]], away[order[-1]])
    if further < _AHEAD * closer or further - closer < _NEAR_PIXELS:
        return None
    yes = np.arange(len(objects)) == chosen
    return related(objects, reference, (str(rng.choice(NEAREST if nearest else FARTHEST)), yes, ~yes), rng)


def alone_phrase(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    """Objects without a neighbour of their kind, against their own size."""
    if objects.name not in LONELY or not 3 <= len(objects) <= _CROWD:
        return None
    side = np.sqrt(objects.area)
    reach = np.array([_gap(objects, number, side[number - 1]) for number in range(1, len(objects) + 1)]) / side
    text = str(rng.choice(ALONE)).format(words.many(objects.name, rng))
    return telling(objects, text, (reach >= _APART) & ~objects.cut, reach <= 0.5, "relation")


def _near_words(reference: Reference, rng: np.random.Generator) -> str:
    return str(rng.choice(ALONG if reference.name in LINES and rng.random() < 0.4 else NEAR))


def _nearest(objects: Objects, reference: Reference) -> NDArray[np.float64]:
    """Pixels from each object to the reference, (n,)."""
    return np.asarray(ndimage.minimum(reference.distance, objects.labels, np.arange(1, len(objects) + 1)), float)


def _gap(objects: Objects, number: int, side: float) -> float:
    """Pixels to the nearest other object, looked for as far as it matters; infinite if there is none."""
    margin = int(_APART * side) + 2
    top, left, bottom, right = objects.boxes[number - 1]
    window = objects.labels[max(top - margin, 0) : bottom + margin, max(left - margin, 0) : right + margin]
    others = (window > 0) & (window != number)
    if not others.any():
        return float("inf")
    return float(ndimage.distance_transform_edt(window != number)[others].min())
