"""Size against the neighbours in the tile: "the largest building", "small pools"."""

from __future__ import annotations

import numpy as np

from . import languages, words
from .objects import Objects
from .phrase import Phrase, missing, telling

SIZED = ("building", "tree", "swimming pool", "field", "storage tank")
SUPERLATIVES = {"largest": ("the largest {}", "the biggest {}"), "smallest": ("the smallest {}",)}
ADJECTIVES = {"large": ("large {}", "the large {}", "the big {}", "big {}"), "small": ("small {}", "the small {}")}
_RATIO = 1.35
_CLEARLY, _HARDLY = 1.8, 1.25
_ENOUGH = 4


def size_phrase(objects: Objects, rng: np.random.Generator, *, absent: bool = False) -> Phrase | None:
    """The extreme object, or the group that is clearly larger or smaller than the median one.

    With ``absent``, a size that none has because all are alike.
    """
    if objects.name not in SIZED or len(objects) < 2:
        return None
    if absent:
        return _group(objects, rng, absent=True)
    makers = (_superlative, _group) if rng.random() < 0.5 else (_group, _superlative)
    tried = (make(objects, rng) for make in makers)
    return next((phrase for phrase in tried if phrase is not None), None)


def _superlative(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    if objects.doubtful:
        return None
    extreme = "largest" if rng.random() < 0.75 else "smallest"
    area = objects.area.astype(float) if extreme == "largest" else 1 / objects.area
    first, second = np.argsort(-area)[:2]
    # What the edge cuts off may be large.
    if area[first] < _RATIO * area[second] or (extreme == "smallest" and objects.cut[first]):
        return None
    yes = np.zeros(len(objects), bool)
    yes[first] = True
    text = str(rng.choice(SUPERLATIVES[extreme])).format(words.one(objects.name, rng))
    return telling(objects, text, yes, ~yes, "size")


def _group(objects: Objects, rng: np.random.Generator, *, absent: bool = False) -> Phrase | None:
    if len(objects) < _ENOUGH:
        return None
    adjective = "large" if rng.random() < 0.6 else "small"
    ratio = objects.area / np.median(objects.area)
    if adjective == "large":
        yes, no = ratio >= _CLEARLY, (ratio <= _HARDLY) & ~objects.cut
    else:
        yes, no = (ratio <= 1 / _CLEARLY) & ~objects.cut, ratio >= 1 / _HARDLY
    if languages.is_foreign(rng):
        text = languages.described(objects.name, adjective, rng)
    else:
        text = str(rng.choice(ADJECTIVES[adjective])).format(words.many(objects.name, rng))
    if absent:
        return missing(objects, text, no)
    return telling(objects, text, yes, no, "size")
