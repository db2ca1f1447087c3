"""One point on the object in a box: the clustering-based foreground point generator of PSLG-SAM, made deterministic.

After arXiv 2506.10503; what the paper leaves open was chosen by trial on labelled imagery (docs/pslg-sam.md).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import regions
from .box import Box
from .clusters import colour_features, two_clusters
from .contrast import choose_cluster, inside
from .window import Window

MIN_CONFIDENCE = 0.20
"""Below it a point is off the object too often to help."""
MIN_SIDE = 8
"""A box with a shorter side of fewer pixels shows too little."""
LONGEST = 128
"""Side in pixels that a crop is shrunk to."""
MARGIN = 0.05
"""Of the box's side, on each side of it."""
MIN_MARGIN = 2


@dataclass(frozen=True)
class Point:
    """A place on the object.

    Attributes:
        x: in pixels from the tile's left edge.
        y: in pixels from the tile's upper edge.
        confidence: how much the object's colours differ from those around the box, 0..1.
        convexity: area of the region that the point stands for over that of its convex hull, 0..1.
    """

    x: float
    y: float
    confidence: float
    convexity: float


@dataclass(frozen=True)
class Steps:
    """How a point was found, step by step, at the resolution of the crop (h, w).

    Attributes:
        window: where the crop lies on the tile.
        box: in pixels of the crop.
        picture: colours, float32 (h, w, 3), 0..255.
        clusters: the second of the two clusters of colours, bool.
        foreground: the chosen cluster inside the box, smoothed, bool.
        depth: distance from the background, float64, in pixels.
        regions: numbers of the regions, int32, 0 for none.
        best: the region that the point stands for, bool.
        point: on the tile, whatever its confidence.
    """

    window: Window
    box: Box
    picture: NDArray[np.float32]
    clusters: NDArray[np.bool_]
    foreground: NDArray[np.bool_]
    depth: NDArray[np.float64]
    regions: NDArray[np.int32]
    best: NDArray[np.bool_]
    point: Point


def foreground_point(tile: NDArray[np.uint8], box: Box) -> Point | None:
    """A point on the object in a box, or None where the box alone is the better prompt.

    Args:
        tile: colours, (3, H, W), 0..255.
        box: in pixels of the tile.
    """
    steps = find_point(tile, box)
    return steps.point if steps and steps.point.confidence >= MIN_CONFIDENCE else None


def find_point(tile: NDArray[np.uint8], box: Box) -> Steps | None:
    """All steps on the way to a point, whatever its confidence.

    Args:
        tile: colours, (3, H, W), 0..255.
        box: in pixels of the tile.

    Returns:
        the steps, or None where the box is small, lies outside the tile or shows a single colour.
    """
    height, width = tile.shape[1:]
    clipped = box.clipped(height, width)
    if clipped is None or min(clipped.width, clipped.height) < MIN_SIDE:
        return None
    margins = (max(MIN_MARGIN, MARGIN * side) for side in (clipped.width, clipped.height))
    window = Window.around(clipped.grown(*margins), (height, width), LONGEST)
    # Rounded: shrinking must not make a single colour into many.
    picture = window.view(tile.transpose(1, 2, 0)).round()
    second = two_clusters(colour_features(picture).reshape(-1, 3))
    if second is None:
        return None
    return _steps(window, window.seen(clipped), picture, second.reshape(window.shape))


def _steps(window: Window, box: Box, picture: NDArray[np.float32], clusters: NDArray[np.bool_]) -> Steps | None:
    contrast = choose_cluster(clusters, box)
    foreground = regions.opened(contrast.foreground & inside(window.shape, box))
    if not foreground.any():
        return None
    depth = regions.distance(foreground)
    numbers = regions.cut(foreground, depth)
    best = regions.best_region(numbers, box)
    x, y = window.to_tile(*_middle(best.mask, depth))
    point = Point(x, y, contrast.confidence, best.convexity)
    return Steps(window, box, picture, clusters, foreground, depth, numbers, best.mask, point)


def _middle(region: NDArray[np.bool_], depth: NDArray[np.float64]) -> tuple[float, float]:
    """The region's centroid as x and y, or its deepest pixel next to that where the centroid lies outside."""
    pixels = np.argwhere(region)
    row, column = centroid = pixels.mean(axis=0)
    if not region[round(row), round(column)]:
        inner = depth[region]
        deepest = pixels[inner == inner.max()]
        row, column = deepest[((deepest - centroid) ** 2).sum(axis=1).argmin()]
    return float(column) + 0.5, float(row) + 0.5
