"""Outline of whole objects: "long buildings", "round fields"."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from . import words
from .objects import Flags, Objects
from .phrase import Phrase, missing, telling

TEMPLATES = ("{s} {a}", "the {s} {a}", "all {s} {a}")
SINGLE = ("the {s} {a}",)
# Class -> shape -> how it is said.
SHAPES: dict[str, dict[str, tuple[str, ...]]] = {
    "building": {
        "long": ("long", "elongated"),
        "square": ("square",),
        "rectangular": ("rectangular",),
        "round": ("round", "circular"),
    },
    "field": {
        "long": ("long", "narrow", "long narrow", "elongated"),
        "square": ("square",),
        "rectangular": ("rectangular",),
        "round": ("round", "circular"),
    },
}
_LEAST = 80
"""Pixels of an object below which the grid decides on its outline."""
_MOST = 60


def shape_phrase(objects: Objects, rng: np.random.Generator, *, absent: bool = False) -> Phrase | None:
    """Objects of one outline; with ``absent``, an outline that none has. What the edge cuts off stays undecided."""
    if objects.name not in SHAPES or len(objects) > _MOST:
        return None
    seen = (objects.area >= _LEAST) & ~objects.cut
    if not seen.any():
        return None
    found = _shapes(objects, seen)
    fitting = [name for name, (yes, no) in found.items() if (no.all() if absent else yes.any() and no.any())]
    if not fitting:
        return None
    shape = str(rng.choice(fitting))
    yes, no = found[shape]
    said = words.pick(SHAPES[objects.name][shape], rng)
    if absent:
        return missing(objects, str(rng.choice(TEMPLATES)).format(s=said, a=words.many(objects.name, rng)), no)
    if objects.only(yes, no):
        return telling(objects, SINGLE[0].format(s=said, a=words.one(objects.name, rng)), yes, no, "shape")
    return telling(
        objects, str(rng.choice(TEMPLATES)).format(s=said, a=words.many(objects.name, rng)), yes, no, "shape"
    )


def _shapes(objects: Objects, seen: Flags) -> Mapping[str, tuple[Flags, Flags]]:
    """Objects that certainly have each shape, and that certainly have not, (n,) each."""
    sides, filled, rounded = _outlines(objects, seen)
    unlike = (filled <= 0.7) | (rounded >= 0.85)
    rules = {
        "long": ((sides >= 2.5) & (filled >= 0.7), sides <= 1.7),
        "square": ((sides <= 1.2) & (filled >= 0.85) & (rounded <= 0.72), (sides >= 1.45) | unlike),
        "rectangular": ((filled >= 0.88) & (rounded <= 0.72), unlike),
        "round": (rounded >= 0.85, rounded <= 0.7),
    }
    return {name: (yes & seen, no & seen) for name, (yes, no) in rules.items() if name in SHAPES[objects.name]}


def _outlines(objects: Objects, seen: Flags) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Of the smallest turned rectangle around each object long by short side, then the share of it and of the
    smallest circle that the object fills, (n,) each.
    """
    hulls = [shapely.Polygon() if not wanted else _hull(objects, number) for number, wanted in enumerate(seen, 1)]
    boxes = shapely.oriented_envelope(hulls)
    corners = [shapely.get_coordinates(box)[:3] for box in boxes]
    edges = np.array(
        [np.linalg.norm(np.diff(ring, axis=0), axis=1) if len(ring) else (1.0, 1.0) for ring in corners], float
    )
    radius = np.where(seen, shapely.minimum_bounding_radius(hulls), 1.0)
    return (
        edges.max(axis=1) / edges.min(axis=1),
        objects.area / np.where(seen, shapely.area(boxes), 1.0),
        objects.area / (np.pi * radius**2),
    )


def _hull(objects: Objects, number: int) -> BaseGeometry:
    """Convex hull of the middles of the pixels' edges, which is neither smaller nor larger than the object."""
    top, left, bottom, right = objects.boxes[number - 1]
    inside = objects.labels[top:bottom, left:right] == number
    rows = np.flatnonzero(inside.any(axis=1))
    # The ends of each row are all that a hull can touch.
    ends = inside[rows].argmax(axis=1), inside.shape[1] - 1 - inside[rows, ::-1].argmax(axis=1)
    middles = np.concatenate([np.stack([columns, rows], axis=1) for columns in ends])
    around = [middles + offset for offset in ((0.5, 0), (-0.5, 0), (0, 0.5), (0, -0.5))]
    return shapely.MultiPoint(np.concatenate(around)).convex_hull
