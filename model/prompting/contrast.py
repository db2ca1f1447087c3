"""Which of two clusters is the object: the one that is commoner in the middle of the box than around the box."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .box import Box

SPREAD = 0.25
"""Standard deviation of the central weight over the side of the box."""


@dataclass(frozen=True)
class Contrast:
    """The cluster chosen as foreground.

    Attributes:
        foreground: its pixels, bool (h, w).
        confidence: difference between its share in the middle and its share around the box, 0..1.
    """

    foreground: NDArray[np.bool_]
    confidence: float


def choose_cluster(second: NDArray[np.bool_], box: Box) -> Contrast:
    """Choose between a cluster (h, w) and its complement by the contrast between the middle and the ring."""
    weight = central_weight(second.shape, box)
    middle = float(weight[second].sum() / weight.sum())
    around = float(second[_ring(second.shape, box)].mean())
    return Contrast(second if middle > around else ~second, abs(middle - around))


def central_weight(shape: tuple[int, ...], box: Box) -> NDArray[np.float64]:
    """Gaussian around the centre of the box, 1 there, (h, w)."""
    rows, columns = (np.arange(side) + 0.5 for side in shape)
    y = (rows - (box.top + box.bottom) / 2) / (SPREAD * box.height)
    x = (columns - (box.left + box.right) / 2) / (SPREAD * box.width)
    return np.asarray(np.exp(-0.5 * (y[:, None] ** 2 + x**2)), np.float64)


def inside(shape: tuple[int, ...], box: Box) -> NDArray[np.bool_]:
    """Pixels whose centres lie in the box, bool (h, w)."""
    rows, columns = (np.arange(side) + 0.5 for side in shape)
    within_rows = (rows >= box.top) & (rows <= box.bottom)
    return np.asarray(within_rows[:, None] & (columns >= box.left) & (columns <= box.right), np.bool_)


def _ring(shape: tuple[int, ...], box: Box) -> NDArray[np.bool_]:
    """What lies around the box; at the edge of a tile, where nothing does, the outermost pixels stand in."""
    ring = ~inside(shape, box)
    ring[[0, -1]] = True
    ring[:, [0, -1]] = True
    return ring
