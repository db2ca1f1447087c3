"""The foreground cut into compact regions, and the best of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.spatial import ConvexHull
from skimage.feature import peak_local_max
from skimage.segmentation import watershed

from .box import Box
from .contrast import central_weight

MIN_PIXELS = 16
MIN_SHARE = 0.02
"""Of the box's area."""
PEAK_DISTANCE = 0.10
"""Least distance between the cores of two regions, over the shorter side of the crop."""
MIN_PEAK_DISTANCE = 3
OFF_CENTRE = 0.25
"""What a region far from the middle of the box still scores, besides its central weight of 0..1."""

_ROUND = np.ones((3, 3), bool)


@dataclass(frozen=True)
class Region:
    """One region of the foreground.

    Attributes:
        mask: its pixels, bool (h, w).
        convexity: its area over the area of its convex hull, 0..1.
    """

    mask: NDArray[np.bool_]
    convexity: float


def opened(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Without threads thinner than three pixels, unless nothing would be left."""
    smooth = ndimage.binary_opening(mask, _ROUND)
    return np.asarray(smooth if smooth.any() else mask, np.bool_)


def distance(mask: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Distance of each pixel from the background, in pixels; what is beyond the edge is background."""
    return np.asarray(ndimage.distance_transform_edt(np.pad(mask, 1))[1:-1, 1:-1], np.float64)


def cut(mask: NDArray[np.bool_], depth: NDArray[np.float64]) -> NDArray[np.int32]:
    """Regions 1..n of a mask, 0 elsewhere, grown from the peaks of its distance transform ``depth``."""
    components, _ = ndimage.label(mask, _ROUND)
    apart = max(MIN_PEAK_DISTANCE, round(PEAK_DISTANCE * min(mask.shape)))
    peaks = peak_local_max(depth, min_distance=apart, labels=components, exclude_border=False)
    markers = np.zeros(mask.shape, np.int32)
    rows, columns = np.array(sorted(map(tuple, peaks)), np.intp).reshape(-1, 2).T
    markers[rows, columns] = np.arange(1, len(rows) + 1)
    return np.asarray(watershed(-depth, markers, mask=mask, connectivity=2), np.int32)


def best_region(regions: NDArray[np.int32], box: Box) -> Region:
    """The region that is large, compact and central at once; there must be one."""
    areas = np.bincount(regions.ravel())
    areas[0] = 0
    large = np.flatnonzero(areas >= max(MIN_PIXELS, MIN_SHARE * box.width * box.height))
    numbers = large if len(large) else [int(areas.argmax())]
    weight = central_weight(regions.shape, box)
    candidates = [Region(mask, convexity(mask)) for mask in (regions == number for number in numbers)]
    # max takes the earlier of two equal ones.
    return max(candidates, key=lambda region: _score(region, weight))


def convexity(mask: NDArray[np.bool_]) -> float:
    """Area of a mask, not empty, over the area of the convex hull of its pixels' squares, 0..1."""
    rows = np.flatnonzero(mask.any(axis=1))
    left = mask[rows].argmax(axis=1)
    right = mask.shape[1] - mask[rows, ::-1].argmax(axis=1)
    # The hull of the squares is that of the corners at both ends of every row.
    corners = [(row, column) for row in (rows, rows + 1) for column in (left, right)]
    hull = ConvexHull(np.concatenate([np.stack(corner, axis=1) for corner in corners]))
    return min(1.0, float(np.count_nonzero(mask) / hull.volume))


def _score(region: Region, weight: NDArray[np.float64]) -> float:
    size = math.sqrt(np.count_nonzero(region.mask))
    return region.convexity * size * (OFF_CENTRE + float(weight[region.mask].mean()))
