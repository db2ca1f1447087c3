"""Objects by the side, the gap or the surroundings they lie in: "trees left of the pool", "water in the grass"."""

from __future__ import annotations

import numpy as np
import shapely
from rasterio.features import rasterize
from scipy import ndimage

from ..sources.picture import IGNORE
from . import words
from .count import countable
from .objects import Flags, Objects, find_objects
from .phrase import Phrase
from .reference import Reference, related

# Where: how it is said, axis (0 rows, 1 columns) and side.
BESIDE = {
    "{a} left of the {b}": (1, -1),
    "{a} to the left of the {b}": (1, -1),
    "{a} right of the {b}": (1, 1),
    "{a} to the right of the {b}": (1, 1),
    "{a} above the {b}": (0, -1),
    "{a} below the {b}": (0, 1),
}
AROUND = ("{a} surrounded by the {b}", "{a} surrounded by {b}", "{a} in the middle of {b}")
INSIDE = ("{a} in the {b}", "{a} inside the {b}", "{a} within the {b}")
BETWEEN = ("{a} between the {b}",)
TWO = ("two {}", "two largest {}")
"""How the two things are called that something lies between: all there are, or those that stand out."""
_RING = 4
_RATIO = 1.35


def beside_phrase(
    objects: Objects, reference: Reference, rng: np.random.Generator, *, absent: bool = False
) -> Phrase | None:
    """All objects on one side of a single one."""
    if reference.box is None:
        return None
    template, (axis, side) = list(BESIDE.items())[int(rng.integers(len(BESIDE)))]
    edge = reference.box[axis + 2 if side > 0 else axis]
    offset = (objects.centres[:, axis] * objects.crop.size - edge) * side
    near = (objects.boxes[:, axis if side > 0 else axis + 2] - edge) * side
    return related(objects, reference, (template, near >= 0, offset <= 0), rng, absent=absent)


def surrounded_phrase(
    objects: Objects, reference: Reference, rng: np.random.Generator, *, absent: bool = False
) -> Phrase | None:
    """Objects with another class around them, by a ring of ``_RING`` pixels."""
    if objects.cut.all():
        return None
    grown = ndimage.grey_dilation(objects.labels, size=(2 * _RING + 1, 2 * _RING + 1))
    ring = np.where((objects.labels == 0) & objects.crop.visible, grown, 0).ravel()
    other = objects.crop.answer(reference.name).ravel()
    total, inside, unknown = (
        np.bincount(ring, weights=flags, minlength=len(objects) + 1)[1:]
        for flags in (np.ones(len(ring)), other == 1, other == IGNORE)
    )
    # Neighbours of its own kind may hide the ground all around: then nothing is known.
    least, most = inside / np.maximum(total, 1), np.where(total > 0, (inside + unknown) / np.maximum(total, 1), 1)
    template = str(rng.choice(AROUND if rng.random() < 0.5 else INSIDE))
    return related(objects, reference, (template, (least >= 0.75) & ~objects.cut, most <= 0.4), rng, absent=absent)


def between_phrase(objects: Objects, name: str, rng: np.random.Generator) -> Phrase | None:
    """Objects in the convex hull of two others: the only two of another class, or the two largest of their own."""
    anchors = objects if name == objects.name else find_objects(objects.crop, name)
    pair = _pair(anchors, alone=name != objects.name)
    if pair is None:
        return None
    hull = _hull(anchors, pair)
    inside = objects.mean(hull.ravel())
    yes, no = inside >= 0.9, inside <= 0.05
    if anchors is objects:
        yes[pair], no[pair] = False, True
    noun = TWO[int(name == objects.name)].format(words.pick(countable(name), rng))
    return related(objects, Reference(noun, name, hull), (BETWEEN[0], yes, no), rng)


def _pair(anchors: Objects, *, alone: bool) -> list[int] | None:
    """The two objects if there are just two, or else the two that are clearly larger than all others."""
    if anchors.doubtful or len(anchors) < 2 or (alone and len(anchors) != 2):
        return None
    order = np.argsort(-anchors.area)
    if not alone and (len(anchors) < 4 or anchors.area[order[1]] < _RATIO * anchors.area[order[2]]):
        return None
    return [int(number) for number in order[:2]]


def _hull(anchors: Objects, pair: list[int]) -> Flags:
    """Pixels of the convex hull of two objects, (size, size)."""
    members = np.isin(anchors.labels, np.array(pair) + 1)
    rows, columns = np.nonzero(members & ~ndimage.binary_erosion(members))
    hull = shapely.MultiPoint(np.stack([columns, rows], axis=1) + 0.5).convex_hull
    if hull.geom_type != "Polygon":
        return np.zeros(members.shape, bool)
    return np.asarray(rasterize([hull], out_shape=members.shape, dtype=np.uint8) == 1)
