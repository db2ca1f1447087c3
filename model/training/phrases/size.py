"""Size against the neighbours in the tile: "the largest building", "small pools"."""

from __future__ import annotations

import numpy as np

from . import words
from .objects import Objects
from .phrase import Phrase, telling

SIZED = ("building", "tree", "swimming pool", "field")
SUPERLATIVES = {"largest": ("the largest {}", "the biggest {}"), "smallest": ("the smallest {}",)}
ADJECTIVES = {"large": ("large {}", "the large {}", "the big {}", "big {}"), "small": ("small {}", "the small {}")}
_RATIO = 1.35
_ENOUGH = 4


def size_phrase(objects: Objects, rng: np.random.Generator, absent: bool) -> Phrase | None:
    """The extreme object, or the group that is clearly larger or smaller than the median one."""
    if absent or objects.name not in SIZED or len(objects) < 2:
        return None
    return _superlative(objects, rng) if rng.random() < 0.5 or len(objects) < _ENOUGH else _group(objects, rng)


def _superlative(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    extreme = "largest" if rng.random() < 0.75 else "smallest"
    area = objects.area.astype(float) if extreme == "largest" else 1 / objects.area
    order = np.argsort(-area)
    cut = _cut_by_edge(objects)
    # What the edge cuts off may be large: nothing that is cut can be the smallest.
    if area[order[0]] < _RATIO * area[order[1]] or (extreme == "smallest" and cut[order[0]]):
        return None
    yes = np.zeros(len(objects), bool)
    yes[order[0]] = True
    text = str(rng.choice(SUPERLATIVES[extreme])).format(words.one(objects.name, rng))
    return telling(objects, text, yes, ~yes, "size")


def _group(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    adjective = "large" if rng.random() < 0.6 else "small"
    ratio = objects.area / np.median(objects.area)
    large, small = ratio >= 1.8, ratio <= 1 / 1.8
    cut = _cut_by_edge(objects)
    yes, no = (large, ratio <= 1.25) if adjective == "large" else (small & ~cut, ratio >= 0.8)
    if adjective == "large":
        no &= ~cut | (ratio <= 0.5)
    text = str(rng.choice(ADJECTIVES[adjective])).format(words.many(objects.name, rng))
    return telling(objects, text, yes, no, "size")


def _cut_by_edge(objects: Objects) -> np.ndarray:
    size = objects.crop.size
    return np.asarray((objects.boxes[:, :2] == 0).any(axis=1) | (objects.boxes[:, 2:] == size).any(axis=1))
