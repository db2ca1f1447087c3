"""Where in the tile: "the building in the upper left", "trees on the right"."""

from __future__ import annotations

import numpy as np

from . import words
from .objects import Flags, Objects
from .phrase import Phrase, missing, telling

_MARGIN = 0.06
_ROWS, _COLUMNS = 0, 1
# Zone -> half planes it lies in: axis and side of the middle.
ZONES: dict[str, tuple[tuple[int, int], ...]] = {
    "left": ((_COLUMNS, -1),),
    "right": ((_COLUMNS, 1),),
    "top": ((_ROWS, -1),),
    "bottom": ((_ROWS, 1),),
    "upper left": ((_ROWS, -1), (_COLUMNS, -1)),
    "upper right": ((_ROWS, -1), (_COLUMNS, 1)),
    "lower left": ((_ROWS, 1), (_COLUMNS, -1)),
    "lower right": ((_ROWS, 1), (_COLUMNS, 1)),
}
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
    """Objects certainly in a zone of the tile and certainly not in it, by centroid and extent, (n,) each."""
    size = objects.crop.size
    yes, no = np.ones(len(objects), bool), np.zeros(len(objects), bool)
    for axis, side in ZONES[zone]:
        offset = (objects.centres[:, axis] - 0.5) * side
        # How far the object reaches over the middle line from one side and from the other.
        near = (objects.boxes[:, axis if side > 0 else axis + 2] / size - 0.5) * side
        far = (objects.boxes[:, axis + 2 if side > 0 else axis] / size - 0.5) * side
        yes &= (offset > _MARGIN) & (near > -_MARGIN)
        no |= (offset < -_MARGIN) & (far < _MARGIN)
    return yes, no


def position_phrase(objects: Objects, rng: np.random.Generator, *, absent: bool = False) -> Phrase | None:
    """Objects in one half or one corner of the tile; with ``absent``, a part of the tile that has none of them."""
    tried = (_in_zone(objects, zone, rng, absent) for zone in rng.permutation(list(ZONES)))
    return next((phrase for phrase in tried if phrase is not None), None)


def _in_zone(objects: Objects, zone: str, rng: np.random.Generator, absent: bool) -> Phrase | None:
    yes, no = within(objects, zone)
    template = str(rng.choice(TEMPLATES[zone]))
    text = template.format(str(rng.choice(FORMS)).format(words.many(objects.name, rng)))
    if absent:
        return missing(objects, text, no)
    if words.WORDS[objects.name].one and objects.only(yes, no):
        text = template.format(f"the {words.one(objects.name, rng)}")
    return telling(objects, text, yes, no, "position")
