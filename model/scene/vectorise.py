"""Probability raster to polygons, strip by strip: the same polygons as one pass over the whole raster."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import scipy.ndimage
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.errors import RasterioIOError
from rasterio.io import DatasetReader
from rasterio.windows import Window
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..errors import OptionError, SceneError
from .measure import Floats
from .mosaic import PROBABILITY_NODATA, PROBABILITY_SCALE
from .outlines import Corners, find_corners, trace

_STRIP_PIXELS = 2**20  # a wider raster gets lower strips, so that memory has a bound of its own


def vectorise(
    probability_path: Path, threshold: float, *, strip_rows: int = 256
) -> Iterator[tuple[shapely.Polygon, float]]:
    """Polygons of the regions where the probability reaches a threshold.

    A region is a set of pixels connected over their edges. Its polygon follows the pixel edges exactly, holes included,
    in the raster's CRS and geotransform, and is valid. In memory are one strip and the outlines of the regions
    that reach into the next one.

    Args:
        probability_path: single band uint8 raster as ``ProbabilityMosaic`` writes it: probability times
            ``PROBABILITY_SCALE``, ``PROBABILITY_NODATA`` where nothing is known.
        threshold: least probability of a pixel of a region, 0..1. Probabilities are stored in steps of 1/254; a
            pixel belongs if its stored value is at least ``threshold`` times 254, rounded up.
        strip_rows: rows of pixels that are looked at together; never changes the polygons, only their order.

    Yields:
        Polygon and mean probability (0..1) of each region, as soon as no further strip can add to it.

    Raises:
        OptionError: the threshold lies outside 0..1, or ``strip_rows`` is not positive.
        SceneError: there is no readable raster at the path, or it is damaged (raised where the damage is met).
    """
    if not 0.0 <= threshold <= 1.0:
        raise OptionError(f"The threshold is {threshold:g}; choose a probability from 0 to 1.")
    if strip_rows < 1:
        raise OptionError(f"A strip of {strip_rows} rows holds no pixel; choose at least 1 row.")
    return _polygons(Path(probability_path), lowest_value(threshold), strip_rows)


def vectorise_values(
    values: NDArray[np.uint8], threshold: float, transform: Affine, *, strip_rows: int = 256
) -> Iterator[tuple[shapely.Polygon, float]]:
    """``vectorise`` of a raster in memory, uint8 (h, w)."""
    rows = range(0, len(values), strip_rows)
    return _regions((values[top : top + strip_rows] for top in rows), lowest_value(threshold), transform)


def lowest_value(threshold: float) -> int:
    """Smallest stored value that counts as reaching a threshold; 0.5 gives 127, which is exactly one half."""
    # Without the allowance a product that is one rounding error above its true value would skip that value.
    return math.ceil(threshold * PROBABILITY_SCALE - 1e-9)


def _polygons(path: Path, lowest: int, strip_rows: int) -> Iterator[tuple[shapely.Polygon, float]]:
    try:
        with rasterio.open(path) as raster:
            yield from _regions(_strips(raster, strip_rows), lowest, raster.transform)
    except RasterioIOError as error:
        raise SceneError(f"The probability raster {path} cannot be read: run the phrase again to make it.") from error


def _regions(
    strips: Iterable[NDArray[np.uint8]], lowest: int, transform: Affine
) -> Iterator[tuple[shapely.Polygon, float]]:
    regions: _OpenRegions | None = None
    for values in strips:
        regions = regions or _OpenRegions(values.shape[1])
        regions.add(_look(values, lowest))
        yield from regions.close(transform)
    if regions is not None:
        nothing = np.zeros((1, regions.width), np.uint8)
        regions.add(_look(nothing, 1))  # a row of background below the raster ends every region
        yield from regions.close(transform)


@dataclass(frozen=True)
class _Strip:
    """What some rows tell by themselves.

    Attributes:
        rows: how many.
        first, last: region of each pixel of the first and the last row; regions count from 1, 0 is background.
        corners: corners between the rows; the first row is between grid row 0 and 1.
        sums, pixels: sum and number of the values of each region.
    """

    rows: int
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    corners: Corners
    sums: Floats
    pixels: Floats


def _look(values: NDArray[np.uint8], lowest: int) -> _Strip:
    height, width = values.shape
    block = np.zeros((height, width + 2), np.int32)
    inside = np.zeros((height, width + 2), np.bool_)
    np.logical_and(values >= lowest, values != PROBABILITY_NODATA, out=inside[:, 1:-1])
    found = scipy.ndimage.label(inside, output=block)
    # Each row's runs of pixels: where one begins and where it has ended.
    flat = inside.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    begin, end = edges[0::2], edges[1::2]
    region = block.ravel()[begin]
    wide = np.zeros((height, width + 2), np.uint8)
    wide[:, 1:-1] = values
    totals = np.add.reduceat(wide.ravel(), edges, dtype=np.uint64)[0::2] if edges.size else edges
    return _Strip(
        rows=height,
        first=block[0, 1:-1].copy(),
        last=block[-1, 1:-1].copy(),
        corners=find_corners(block, 1),
        sums=np.bincount(region, totals, found + 1).astype(np.float64),
        pixels=np.bincount(region, end - begin, found + 1).astype(np.float64),
    )


def _strips(raster: DatasetReader, rows: int) -> Iterator[NDArray[np.uint8]]:
    rows = max(1, min(rows, _STRIP_PIXELS // raster.width))
    for top in range(0, raster.height, rows):
        yield raster.read(1, window=Window(0, top, raster.width, min(rows, raster.height - top)))


class _OpenRegions:
    """Regions that reach into the last row seen, and the next strip's: their corners and the sums of their values."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._row = 0
        self._last = np.zeros(width, np.int32)  # region of each pixel of the last row; regions count from 1
        self._corners = find_corners(np.zeros((1, 1), np.int32), 0)
        self._sums = np.zeros(1)
        self._pixels = np.zeros(1)

    def add(self, strip: _Strip) -> None:
        """Takes in the next rows."""
        before = self._sums.size - 1
        seam = np.zeros((2, self.width + 2), np.int32)
        seam[0, 1:-1], seam[1, 1:-1] = self._last, _moved(strip.first, before)
        numbers = _joined(seam[0], seam[1], before + strip.sums.size)
        self._sums = _accumulated(numbers, self._sums, strip.sums)
        self._pixels = _accumulated(numbers, self._pixels, strip.pixels)
        corners = self._corners.joined(find_corners(seam, self._row)).joined(strip.corners.moved(before, self._row))
        self._corners = corners.renumbered(numbers)
        self._last = numbers[_moved(strip.last, before)]
        self._row += strip.rows

    def close(self, transform: Affine) -> Iterator[tuple[shapely.Polygon, float]]:
        """Gives out, and forgets, the regions that ended above the last row."""
        stays = np.zeros(self._sums.size, np.bool_)
        stays[self._last] = True
        stays[0] = True  # the background keeps its number
        stay = stays[self._corners.region]
        closed, polygons = trace(self._corners.take(~stay), transform)
        scores = self._sums[closed] / self._pixels[closed] / PROBABILITY_SCALE
        numbers = np.cumsum(stays, dtype=np.int32) - 1
        self._corners = self._corners.take(stay).renumbered(numbers)
        self._sums, self._pixels = self._sums[stays], self._pixels[stays]
        self._last = numbers[self._last]
        return zip(polygons.tolist(), scores.tolist(), strict=True)


def _joined(upper: NDArray[np.int32], lower: NDArray[np.int32], total: int) -> NDArray[np.int32]:
    """New numbers for ``total`` old ones: regions of two rows of pixels that share an edge get the same, 0 stays 0."""
    touch = (upper > 0) & (lower > 0)
    links = coo_array((np.ones(np.count_nonzero(touch), np.int8), (upper[touch], lower[touch])), (total, total))
    count, label = connected_components(links, directed=False)
    numbers = np.zeros(count, np.int32)
    numbers[np.delete(np.arange(count), label[0])] = np.arange(1, count)
    joined: NDArray[np.int32] = numbers[label]
    return joined


def _moved(regions: NDArray[np.int32], by: int) -> NDArray[np.int32]:
    return np.where(regions > 0, regions + np.int32(by), np.int32(0))


def _accumulated(numbers: NDArray[np.int32], known: Floats, new: Floats) -> Floats:
    """Totals under the new numbers: what was known, and what a strip adds; both begin with the background."""
    return np.bincount(numbers, np.concatenate((known, new[1:])), int(numbers.max()) + 1).astype(np.float64)
