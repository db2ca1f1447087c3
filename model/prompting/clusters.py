"""Colours in two groups: k-means with k = 2 from fixed starts, so that the same picture gives the same groups."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import median_filter
from skimage.color import rgb2lab

LIGHTNESS_WEIGHT = 0.5
"""Shade changes the lightness of one thing more than its hue."""
STARTS = 3
STEPS = 20
STILL = 1e-4
"""A step that moves the centres by less is the last one."""

_FRACTION_BITS = 53

Points = NDArray[np.float64]


@dataclass(frozen=True)
class _Clustering:
    second: NDArray[np.bool_]
    inertia: float


def colour_features(picture: NDArray[np.float32]) -> Points:
    """Smoothed CIE Lab with a lighter weight on L, (h, w, 3), of colours 0..255, (h, w, 3)."""
    lab = median_filter(rgb2lab(picture / 255), size=(3, 3, 1), mode="nearest")
    return np.asarray(lab * (LIGHTNESS_WEIGHT, 1, 1), np.float64)


def two_clusters(points: Points) -> NDArray[np.bool_] | None:
    """Which points belong to the second of two clusters.

    Args:
        points: (n, d).

    Returns:
        bool (n,), or None where all points are equal.
    """
    if (points == points[0]).all():
        return None
    found = [_lloyd(points, _first_centres(points, start)) for start in range(STARTS)]
    # min takes the earlier of two equal ones.
    return min(found, key=lambda clustering: clustering.inertia).second


def _first_centres(points: Points, start: int) -> Points:
    """k-means++: any point, then one drawn in proportion to its squared distance from it."""
    seed = int.from_bytes(sha256(f"cfpg|{start}".encode()).digest()[:8], "big")
    # Only the raw stream of a bit generator is promised to stay the same in later versions of numpy.
    raw = np.random.PCG64(seed).random_raw(2)
    which, where = (raw >> np.uint64(64 - _FRACTION_BITS)) * 2.0**-_FRACTION_BITS
    first = points[int(which * len(points))]
    reached = np.cumsum(((points - first) ** 2).sum(axis=1))
    second = points[np.searchsorted(reached, where * reached[-1], side="right")]
    return np.stack([first, second])


def _lloyd(points: Points, centres: Points) -> _Clustering:
    total = points.sum(axis=0)
    for _ in range(STEPS):
        second = _nearer_to_second(points, centres)
        count, part = np.count_nonzero(second), second.astype(np.float64) @ points
        # Neither is ever empty: a mean has points of its own on the side away from the other mean.
        moved = np.stack([(total - part) / (len(points) - count), part / count])
        change = np.abs(moved - centres).max()
        centres = moved
        if change < STILL:
            break
    second = _nearer_to_second(points, centres)
    return _Clustering(second, float(((points - centres[second.astype(np.intp)]) ** 2).sum()))


def _nearer_to_second(points: Points, centres: Points) -> NDArray[np.bool_]:
    first, second = centres
    return np.asarray(points @ (second - first) > (second @ second - first @ first) / 2, np.bool_)
