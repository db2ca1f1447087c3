"""Regions that hold several objects, cut apart where they are narrow: houses in a row, crowns of a grove."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize, shapes
from rasterio.windows import Window
from rasterio.windows import transform as window_transform
from scipy import ndimage
from skimage.morphology import h_maxima
from skimage.segmentation import watershed

from .mosaic import PROBABILITY_SCALE

SMOOTHING = 3.0
"""Standard deviation in pixels. Outlines are known to a cell of the network's mask, which is four pixels wide."""
NECK = 0.75
"""Objects are two where what joins them is narrower than this share of the narrower one."""
SMALLEST = 12
"""A region that is no longer than this, in pixels, is one object."""

_LEAST = 0.01

Region = tuple[shapely.Polygon, float]
Read = Callable[[Window], NDArray[np.uint8]]


def separated(regions: Iterable[Region], read: Read, transform: Affine) -> Iterator[Region]:
    """Regions, those of several objects in pieces.

    The middle of an object is where the distance to the region's edge has a peak that stands out; the pieces around the
    middles meet where the region is narrowest between them (watershed). They cover it exactly, along pixel edges.

    Args:
        regions: polygons along pixel edges and their scores, as ``vectorise`` gives them.
        read: values of the probability raster in a window, uint8 (h, w).
        transform: from pixels of that raster to the polygons' coordinates.

    Yields:
        Polygon and mean probability (0..1) of each piece. In memory are some 60 bytes for every pixel of the region's
        bounding box.

    Source: the distance transform watershed, L. Vincent and P. Soille 1991.
    """
    for polygon, score in regions:
        window = _window(polygon, transform)
        if max(window.width, window.height) <= SMALLEST:
            yield polygon, score
            continue
        place = window_transform(window, transform)
        inside = rasterize([polygon], out_shape=(window.height, window.width), transform=place, dtype=np.uint8) == 1
        pieces = _pieces(inside)
        if pieces is None:
            yield polygon, score
        else:
            yield from _outlined(pieces, read(window), place)


def separated_in(path: Path, regions: Iterable[Region]) -> Iterator[Region]:
    """:func:`separated` with the probability raster in a file."""
    with rasterio.open(path) as raster:
        yield from separated(regions, lambda window: raster.read(1, window=window), raster.transform)


def separated_values(values: NDArray[np.uint8], regions: Iterable[Region], transform: Affine) -> Iterator[Region]:
    """:func:`separated` with the probability raster in memory, uint8 (h, w)."""
    return separated(regions, lambda window: values[window.toslices()], transform)


def _window(polygon: shapely.Polygon, transform: Affine) -> Window:
    """The pixels of a polygon's bounding box."""
    corners = shapely.get_coordinates(polygon)
    columns, rows = (np.rint(each).astype(int) for each in ~transform @ (corners[:, 0], corners[:, 1]))
    left, top = int(columns.min()), int(rows.min())
    return Window(left, top, int(columns.max()) - left, int(rows.max()) - top)


def _pieces(inside: NDArray[np.bool_]) -> NDArray[np.int32] | None:
    """Number of the piece of every pixel, 0 outside; None if all is one object."""
    # Beyond the bounding box is outside too.
    depth = ndimage.distance_transform_edt(np.pad(inside, 1))[1:-1, 1:-1].astype(np.float32)
    height = ndimage.gaussian_filter(depth, SMOOTHING)
    # In logarithms a share of the height is a difference.
    peaks = h_maxima(np.log(np.maximum(height, _LEAST)), -np.log(NECK))
    middles, count = ndimage.label(inside & (peaks > 0), np.ones((3, 3)))
    if count < 2:
        return None
    return np.asarray(watershed(-height, middles, mask=inside), np.int32)


def _outlined(pieces: NDArray[np.int32], values: NDArray[np.uint8], transform: Affine) -> Iterator[Region]:
    numbers = np.arange(1, pieces.max() + 1)
    scores = ndimage.mean(values, pieces, numbers) / PROBABILITY_SCALE
    for outline, number in shapes(pieces, pieces > 0, transform=transform):
        shell, *holes = outline["coordinates"]
        yield shapely.Polygon(shell, holes), float(scores[int(number) - 1])
