"""All objects by their number: "the two pools", "three buildings"."""

from __future__ import annotations

import numpy as np

from . import words
from .objects import Objects
from .phrase import Phrase, whole

NUMBERS = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4"), 5: ("five", "5"), 6: ("six", "6")}
COUNTED = ("building", "tree", "swimming pool", "car", "storage tank", "tennis court")
TEMPLATES = ("{n} {a}", "the {n} {a}", "all {n} {a}")
_SLIVER = 0.3
"""Less of a typical object than this, left over by the edge, is not sure to be counted by everyone."""


def count_phrase(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    """All objects, if they are two to six and none is doubtful."""
    known = objects.name in objects.crop.picture.exhaustive and not objects.doubtful
    if objects.name not in COUNTED or len(objects) not in NUMBERS or not known:
        return None
    if np.any(objects.cut & (objects.area < _SLIVER * np.median(objects.area))):
        return None
    number = words.pick(NUMBERS[len(objects)], rng)
    nouns = countable(objects.name)
    return whole(objects, str(rng.choice(TEMPLATES)).format(n=number, a=words.pick(nouns, rng)), "count")


def countable(name: str) -> tuple[str, ...]:
    """Plurals that a number can stand before: "two tree cover" is none."""
    return tuple(word for word in words.WORDS[name].many if word.endswith("s"))
