"""What the labels of a picture say, and whether its colours bear it out."""

from __future__ import annotations

import numpy as np

from phrasegon.model.training.sources import Picture


def told(picture: Picture, name: str) -> np.ndarray:
    """The answer for a class, pixel by pixel."""
    return picture.legends[name][picture.levels[0].codes]


def contrast(colours: np.ndarray, answer: np.ndarray) -> float:
    """Distance of the mean colours within and without, in standard deviations."""
    within, without = colours[answer == 1], colours[answer == 0]
    return float(np.linalg.norm((within.mean(axis=0) - without.mean(axis=0)) / (within.std() + without.std())))
