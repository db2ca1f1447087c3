"""Probability raster to polygons, strip by strip: the same polygons as one pass over the whole raster."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.errors import RasterioIOError
from rasterio.io import DatasetReader
from rasterio.windows import Window

from ..errors import OptionError, SceneError
from .mosaic import PROBABILITY_NODATA, PROBABILITY_SCALE
from .outlines import Outlines
from .pieces import still_open
from .rings import polygons
from .runs import find_runs, joined, totals

_STRIP_PIXELS = 2**21  # a wider raster gets lower strips, so that memory has a bound of its own
_READ_PIXELS = 2**26  # so many are read at once at most; of a raster in larger blocks single strips


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
    return _regions(_parts(values, _height(values.shape[1], strip_rows)), lowest_value(threshold), transform)


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
        regions = regions or _OpenRegions(values.shape[1], lowest, transform)
        yield from regions.add(values)
    if regions is not None:
        nothing = np.full((1, regions.width), PROBABILITY_NODATA, np.uint8)
        yield from regions.add(nothing)  # a row of background below the raster ends every region


def _strips(raster: DatasetReader, strip_rows: int) -> Iterator[NDArray[np.uint8]]:
    """The raster's rows from the top down, each of its blocks decoded once."""
    rows = _height(raster.width, strip_rows)
    block: int = raster.block_shapes[0][0]
    if block * raster.width > _READ_PIXELS:
        block = 1
    read = max(rows - rows % block, block)
    for top in range(0, raster.height, read):
        values = raster.read(1, window=Window(0, top, raster.width, min(read, raster.height - top)))
        yield from _parts(values, rows)


def _parts(values: NDArray[np.uint8], rows: int) -> Iterator[NDArray[np.uint8]]:
    return (values[top : top + rows] for top in range(0, len(values), rows))


def _height(width: int, strip_rows: int) -> int:
    return max(1, min(strip_rows, _STRIP_PIXELS // max(1, width)))


class _OpenRegions:
    """Regions that reach into the last row seen: the sums of their values, and their outlines."""

    def __init__(self, width: int, lowest: int, transform: Affine) -> None:
        self.width = width
        self._lowest, self._transform = lowest, transform
        self._last = np.zeros(width + 1, np.bool_)  # the last row: one pixel of background, then its own
        self._region = np.empty(0, np.int32)  # of each run of the last row
        self._sums: NDArray[np.float64] = np.empty(0)
        self._pixels: NDArray[np.float64] = np.empty(0)
        self._outlines = Outlines()

    def add(self, values: NDArray[np.uint8]) -> Iterator[tuple[shapely.Polygon, float]]:
        """Takes in the next rows; gives out, and forgets, the regions that ended above the last of them."""
        rows, stride = len(values) + 1, self.width + 1
        inside = np.zeros(rows * stride + 1, np.bool_)
        block = inside[:-1].reshape(rows, stride)
        block[0] = self._last
        # One comparison for two: below the lowest value the difference wraps around.
        np.less(values - np.uint8(self._lowest), np.uint8(PROBABILITY_NODATA - self._lowest), out=block[1:, 1:])
        runs = find_runs(inside, stride)
        label = joined(runs, self._region, self._sums.size)
        known, region = label[: self._sums.size], label[self._sums.size :]
        stays = np.zeros(label.max(initial=-1) + 1, np.bool_)
        stays[region[runs.last // 2 :]] = True
        pixels, sums = totals(runs, block[1:, 1:], values)
        new = region[self._region.size :]
        self._pixels = _summed(known, self._pixels, stays.size) + _summed(new, pixels, stays.size)
        self._sums = _summed(known, self._sums, stays.size) + _summed(new, sums, stays.size)
        closed, shapes = polygons(self._outlines.add(runs, known, region, stays), self._transform)
        scores = self._sums[closed] / self._pixels[closed] / PROBABILITY_SCALE
        self._sums, self._pixels = self._sums[stays], self._pixels[stays]
        self._last = block[-1].copy()
        self._region = still_open(stays)[region[runs.last // 2 :]]
        return zip(shapes.tolist(), scores.tolist(), strict=True)


def _summed(region: NDArray[np.int32], amount: NDArray[Any], count: int) -> NDArray[np.float64]:
    return np.bincount(region, amount, count).astype(np.float64)
