"""What needs no network: the constant answer, and one threshold on one colour index for each class.

A trained model has to beat these on the validation split.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .dataset import Example, PhraseDataset
from .sources import IGNORE

_PIXELS = 2000
"""Pixels of an example that a fit looks at."""
_LEVELS = 64

INDICES = ("red", "green", "blue", "brightness", "saturation", "hue", "excess green", "blue share")


@dataclass(frozen=True)
class Threshold:
    """Foreground where ``index`` is at or above ``level`` (or, if not ``above``, below it)."""

    index: str
    level: float
    above: bool

    def __call__(self, image: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """Foreground, (h, w), of an image, uint8 (3, h, w)."""
        value = colour_index(image, self.index)
        return np.asarray(value >= self.level if self.above else value < self.level, bool)


@dataclass(frozen=True)
class Score:
    """IoU over all validation pixels of a class, 0..1.

    Attributes:
        constant: of answering "everything" (the other constant, nothing, has IoU 0).
        threshold: of the class's threshold; None if none was fitted.
        examples: how many examples hold the class.
    """

    constant: float
    threshold: float | None
    examples: int


def colour_index(image: NDArray[np.uint8], name: str) -> NDArray[np.float32]:
    """One of ``INDICES`` of an image, uint8 (3, ...): 0..255, but -1..2 for excess green and 0..1 for blue share.

    Raises:
        KeyError: no such index.
    """
    red, green, blue = image.astype(np.float32)
    total, high, low = red + green + blue, np.max(image, axis=0).astype(np.float32), np.min(image, axis=0)
    formulas = {
        "red": lambda: red,
        "green": lambda: green,
        "blue": lambda: blue,
        "brightness": lambda: total / 3,
        "saturation": lambda: 255 * (high - low) / np.maximum(high, 1),
        "hue": lambda: np.degrees(np.arctan2(np.sqrt(3) * (green - blue), 2 * red - green - blue)) % 360 / 360 * 255,
        "excess green": lambda: (3 * green - total) / np.maximum(total, 1),
        "blue share": lambda: blue / np.maximum(total, 1),
    }
    return np.asarray(formulas[name](), np.float32)


def fit_thresholds(dataset: PhraseDataset, rng: np.random.Generator, samples: int) -> dict[str, Threshold]:
    """The index, level and direction of highest IoU for each class, on ``samples`` drawn examples of class phrases.

    Args:
        dataset: the training split.
        rng: source of chance.
        samples: how many examples to draw; those of other kinds are passed over.
    """
    colours: dict[str, list[NDArray[np.uint8]]] = {}
    answers: dict[str, list[NDArray[np.bool_]]] = {}
    for _ in range(samples):
        example = dataset.draw(rng)[0]
        if example.kind != "class":
            continue
        known = np.flatnonzero(example.mask != IGNORE)
        chosen = rng.choice(known, min(len(known), _PIXELS), replace=False)
        colours.setdefault(example.target, []).append(example.image.reshape(3, -1)[:, chosen])
        answers.setdefault(example.target, []).append(example.mask.ravel()[chosen] == 1)
    return {name: best_threshold(np.concatenate(colours[name], 1), np.concatenate(answers[name])) for name in colours}


def best_threshold(colours: NDArray[np.uint8], answer: NDArray[np.bool_]) -> Threshold:
    """The threshold of highest IoU.

    Args:
        colours: uint8 (3, n).
        answer: whether each pixel is foreground, (n,).
    """
    candidates = [_best_of_index(colour_index(colours, name), answer, name) for name in INDICES]
    return max(candidates, key=lambda pair: pair[0])[1]


def _best_of_index(values: NDArray[np.float32], answer: NDArray[np.bool_], name: str) -> tuple[float, Threshold]:
    levels = np.unique(np.quantile(values, np.linspace(0, 1, _LEVELS)))
    bins = len(levels)
    place = np.searchsorted(levels, values, side="right")
    hits = np.bincount(place[answer], minlength=bins + 1)
    taken = np.bincount(place, minlength=bins + 1)
    # A pixel in place p is at or above the first p levels.
    hits_below, taken_below = np.cumsum(hits)[:bins], np.cumsum(taken)[:bins]
    wanted = answer.sum()
    above = (wanted - hits_below) / np.maximum(wanted + len(values) - taken_below - (wanted - hits_below), 1)
    below = hits_below / np.maximum(wanted + taken_below - hits_below, 1)
    up = bool(above.max() >= below.max())
    best = int(np.argmax(above if up else below))
    return float((above if up else below)[best]), Threshold(name, float(levels[best]), up)


def evaluate(examples: Iterable[Example], rules: Mapping[str, Threshold]) -> dict[str, Score]:
    """IoU of both baselines on the class phrases of a class, over the pixels of all its examples together.

    Args:
        examples: such as ``PhraseDataset.validation()``; other kinds and absent phrases are passed over.
        rules: a threshold for each class that has one.
    """
    counts: dict[str, NDArray[np.int64]] = {}
    for example in examples:
        if example.kind != "class":
            continue
        known, wanted = example.mask != IGNORE, example.mask == 1
        rule = rules.get(example.target)
        given = rule(example.image) & known if rule else np.zeros_like(wanted)
        row = [known.sum(), wanted.sum(), (given & wanted).sum(), (given | wanted).sum(), 1]
        counts[example.target] = counts.get(example.target, np.zeros(5, np.int64)) + row
    return {
        name: Score(
            constant=float(wanted / known) if known else 0.0,
            threshold=float(both / either) if name in rules and either else None,
            examples=int(number),
        )
        for name, (known, wanted, both, either, number) in counts.items()
    }
