"""Overlapping tiles of probability, blended into one raster on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.windows import Window

from .rows import RowWriter

PROBABILITY_SCALE = 254
"""A probability of 1 in the raster; 0 is 0."""
PROBABILITY_NODATA = 255
"""What stands where nothing is known."""

_HEAVIEST = 255
"""Weight in the middle of a tile. Weights are whole numbers, so that sums are exact in single precision, and the same
in whatever order tiles come."""
_CHUNK = 16
"""Rows that are turned into bytes at once."""


class ProbabilityMosaic:
    """Blends tiles in row-major order into a uint8 GeoTIFF; memory is about one row of tiles, 6 bytes a pixel.

    Where tiles overlap, each counts the less the nearer its edge is: a Hann ramp over ``overlap`` pixels. A context
    manager: the file appears at ``path`` when the block has succeeded, and not at all when it has failed.

    Args:
        path: the file to write.
        width: of the grid, in pixels.
        height: of the grid, in pixels.
        transform: from pixels to coordinates.
        crs: of the coordinates; None: unknown.
        tile: side of a tile in pixels.
        overlap: pixels that neighbours share, 0 <= overlap <= 7/8 tile, so that sums stay exact.

    Raises:
        OutputError: the file cannot be written.
        ValueError: the overlap is too large.
    """

    def __init__(
        self, path: Path, width: int, height: int, transform: Affine, crs: CRS | None, tile: int, overlap: int
    ) -> None:
        if overlap * 8 > tile * 7:
            raise ValueError(f"tiles of {tile} pixels cannot be blended that share {overlap}")
        self._width, self._height, self._tile = width, height, tile
        ramp = _ramp(tile, overlap)
        self._weight = np.maximum(np.rint(_HEAVIEST * np.outer(ramp, ramp)), 1).astype(np.uint16)
        # Rows top .. top + tile of the grid, row y in place y % tile, so that going down moves nothing.
        self._sum = np.zeros((tile, width), np.float32)
        self._weights = np.zeros((tile, width), np.uint16)
        self._top = 0
        self._file = RowWriter(path, width, height, transform, crs, PROBABILITY_NODATA)

    def add(self, window: Window, values: NDArray[np.uint8]) -> None:
        """Blend in a tile.

        Args:
            window: its place in the grid; not above the tile before it. Parts that stick out are dropped.
            values: (tile, tile), probability times ``PROBABILITY_SCALE``; ``PROBABILITY_NODATA`` is left out.

        Raises:
            OutputError: the disk is full.
        """
        left, top = int(window.col_off), int(window.row_off)
        if top < self._top or left < 0:
            raise ValueError(f"the tile at row {top}, column {left} comes after row {self._top} was left behind")
        self._finish_rows(top)
        rows, columns = min(self._tile, self._height - top), min(self._tile, self._width - left)
        seen, weight = values[:rows, :columns], self._weight[:rows, :columns]
        unknown = seen == PROBABILITY_NODATA
        if unknown.any():
            weight = np.where(unknown, np.uint16(0), weight)
        weighted = seen * weight  # at most 254 x 255, which two bytes hold
        for part, place in _folded(top, rows, self._tile):
            self._sum[place, left : left + columns] += weighted[part]
            self._weights[place, left : left + columns] += weight[part]

    def tell(self, tags: Mapping[str, str]) -> None:
        """Put texts beside the probability, by name."""
        self._file.tag(tags)

    def __enter__(self) -> ProbabilityMosaic:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._finish_rows(self._height)
                self._file.finish()
        finally:
            self._file.discard()

    def _finish_rows(self, end: int) -> None:
        """Write the rows above ``end``, which no further tile touches, and make room for as many below."""
        while self._top < end:
            rows = min(_CHUNK, end - self._top)
            for _, place in _folded(self._top, rows, self._tile):
                self._file.write(_mean(self._sum[place], self._weights[place]))
                self._sum[place] = self._weights[place] = 0
            self._top += rows


def _folded(top: int, rows: int, height: int) -> Iterator[tuple[slice, slice]]:
    """Slices of ``rows`` rows from ``top`` on, and their places in a buffer that holds row y at y % height."""
    done = 0
    while done < rows:
        place = (top + done) % height
        count = min(rows - done, height - place)
        yield slice(done, done + count), slice(place, place + count)
        done += count


def _mean(total: NDArray[np.float32], weights: NDArray[np.uint16]) -> NDArray[np.uint8]:
    with np.errstate(invalid="ignore"):  # 0 / 0 where nothing is known
        mean = total / weights
    np.rint(mean, out=mean)
    if not weights.all():
        mean[weights == 0] = PROBABILITY_NODATA
    values: NDArray[np.uint8] = mean.astype(np.uint8)
    return values


def _ramp(tile: int, overlap: int) -> NDArray[np.float64]:
    """Weight along one side of a tile: a Hann ramp over the overlap at both ends, 1 in between, 0 nowhere.

    Two ramps that meet add up to 1.
    """
    place = np.arange(tile) + 0.5
    distance = np.minimum(place, tile - place)
    length = min(overlap, tile / 2)
    if length == 0:
        return np.ones(tile)
    ramp: NDArray[np.float64] = np.sin(np.pi / 2 * np.minimum(distance / length, 1)) ** 2
    return ramp
