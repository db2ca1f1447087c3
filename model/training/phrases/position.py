"""Where in the tile: "the building in the upper left", "trees on the right"."""

from __future__ import annotations

import numpy as np

from . import words
from .objects import Flags, Objects
from .phrase import Phrase, missing, telling

_MARGIN = 0.06
# Half planes: axis (0 rows, 1 columns) and sign of the side.
_SIDES = {"left": ((1, -1),), "right": ((1, 1),), "top": ((0, -1),), "bottom": ((0, 1),)}
_CORNERS = {
    "upper left": ((0, -1), (1, -1)),
    "upper right": ((0, -1), (1, 1)),
    "lower left": ((0, 1), (1, -1)),
    "lower right": ((0, 1), (1, 1)),
}
ZONES = {**_SIDES, **_CORNERS}
FORMS = ("{}", "the {}", "all {}")
TEMPLATES = {
    "left": ("{} on the left", "{} on the left side", "{} at the left"),
    "right": ("{} on the right", "{} on the right side", "{} at the right"),
    "top": ("{} at the top", "{} in the upper part", "{} in the upper half"),
    "bottom": ("{} at the bottom", "{} in the lower part", "{} in the lower half"),
    "upper left": ("{} in the upper left", "{} in the upper left corner", "{} at the top left"),
    "upper right": ("{} in the upper right", "{} in the upper right corner", "{} at the top right"),
    "lower left": ("{} in the lower left", "{} in the lower left corner", "{} at the bottom left"),
    "lower right": ("{} in the lower right", "{} in the lower right corner", "{} at the bottom right"),
}


def within(objects: Objects, zone: str) -> tuple[Flags, Flags]:
    """Objects certainly in a zone of the tile and certainly not in it, by centroid and extent."""
    size = objects.crop.size
    yes, no = np.ones(len(objects), bool), np.zeros(len(objects), bool)
    for axis, side in ZONES[zone]:
        offset = (objects.centres[:, axis] - 0.5) * side
        # How far the object reaches over the middle line to the other side.
        near = objects.boxes[:, axis] if side > 0 else objects.boxes[:, axis + 2]
        reach = (near / size - 0.5) * side
        yes &= (offset > _MARGIN) & (reach > -_MARGIN)
        no |= offset < -_MARGIN
    return yes, no


def position_phrase(objects: Objects, rng: np.random.Generator, absent: bool) -> Phrase | None:
    """Objects in one half or one corner of the tile."""
    zone = str(rng.choice(list(ZONES)))
    yes, no = within(objects, zone)
    template = str(rng.choice(TEMPLATES[zone]))
    plural = rng.choice(FORMS)
    text = template.format(str(plural).format(words.many(objects.name, rng)))
    if absent:
        return missing(objects, text, no)
    if yes.sum() == 1 and words.WORDS[objects.name].one and not np.any(~yes & ~no):
        text = template.format(f"the {words.one(objects.name, rng)}")
    return telling(objects, text, yes, no, "position")
