"""Found polygons and labels compared pixel by pixel on the scene's own grid, strip by strip."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize
from rasterio.windows import Window
from rasterio.windows import transform as window_transform
from shapely.affinity import affine_transform

from ..scene.raster import Scene
from .raster_labels import RasterLabels

STRIP_ROWS = 512


@dataclass(frozen=True)
class PixelCounts:
    """Numbers of pixels of a scene that count.

    Attributes:
        valid: all of them.
        found: those in found polygons.
        labelled: those that are labelled.
        both: those that are both.
    """

    valid: int
    found: int
    labelled: int
    both: int

    @property
    def either(self) -> int:
        """Pixels that are found or labelled."""
        return self.found + self.labelled - self.both


def count_pixels(scene: Scene, found: NDArray[np.object_], labelled: NDArray[np.object_] | RasterLabels) -> PixelCounts:
    """Count the valid pixels whose centres lie in the polygons.

    Memory is bounded by one strip of the scene's width.

    Args:
        scene: open at its native grid.
        found: polygons in the scene's CRS.
        labelled: polygons in the scene's CRS, or a raster on its grid, whose unknown pixels are left out.
    """
    found_tree = shapely.STRtree(found)
    labels = labelled if isinstance(labelled, RasterLabels) else shapely.STRtree(labelled)
    total = np.zeros(4, dtype=np.int64)
    for row in range(0, scene.height, STRIP_ROWS):
        window = Window(0, row, scene.width, min(STRIP_ROWS, scene.height - row))
        _, counted = scene.read(window)
        transform = window_transform(window, scene.transform)
        if isinstance(labels, RasterLabels):
            inside_labels, known = labels.read(window)
            counted &= known
        else:
            inside_labels = _inside(labels, transform, counted.shape)
        inside_found = _inside(found_tree, transform, counted.shape) & counted
        inside_labels &= counted
        total += [part.sum() for part in (counted, inside_found, inside_labels, inside_found & inside_labels)]
    return PixelCounts(*map(int, total))


def _inside(tree: shapely.STRtree, transform: Affine, shape: tuple[int, int]) -> NDArray[np.bool_]:
    polygons = tree.geometries[tree.query(footprint(transform, shape[1], shape[0]), predicate="intersects")]
    if not len(polygons):
        return np.zeros(shape, dtype=bool)
    inside: NDArray[np.bool_] = rasterize(polygons, out_shape=shape, transform=transform, dtype="uint8") > 0
    return inside


def footprint(transform: Affine, width: int, height: int) -> shapely.Polygon:
    """The outline of a pixel grid, rotated ones included."""
    return affine_transform(shapely.box(0, 0, width, height), transform.to_shapely())
