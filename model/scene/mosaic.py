"""Overlapping tiles of probability, blended into one raster on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.windows import Window

from ..errors import ModelError
from .rows import RowWriter

PROBABILITY_SCALE = 254
"""A probability of 1 in the raster; 0 is 0."""
PROBABILITY_NODATA = 255
"""What stands where nothing is known."""

_CHUNK = 16
"""Rows that are turned into bytes at once."""

Keep = Callable[[int, NDArray[np.uint8]], None]


class ProbabilityMosaic:
    """Blends tiles in row-major order into a tiled, compressed uint8 GeoTIFF; memory is about one row of tiles.

    Where tiles overlap, each counts the less the nearer its edge is: a Hann ramp over ``overlap`` pixels. A context
    manager: the file appears at ``path`` when the block has succeeded, and not at all when it has failed.

    Attributes:
        top: rows above it are finished: no further tile touches them.

    Args:
        path: the file to write.
        width: of the grid, in pixels.
        height: of the grid, in pixels.
        transform: from pixels to coordinates.
        crs: of the coordinates; None: unknown.
        tile: side of a tile in pixels.
        overlap: pixels that neighbours share, 0 <= overlap < tile.

    Raises:
        OutputError: the file cannot be written.
    """

    def __init__(
        self, path: Path, width: int, height: int, transform: Affine, crs: CRS | None, tile: int, overlap: int
    ) -> None:
        self._width, self._height, self._tile = width, height, tile
        ramp = _ramp(tile, overlap)
        self._weight = np.outer(ramp, ramp)
        # Rows top .. top + tile of the grid, row y in place y % tile, so that going down moves nothing.
        self._sum = np.zeros((tile, width), np.float32)
        self._weights = np.zeros((tile, width), np.float32)
        self.top = self._resumed = 0
        self._keep: Keep | None = None
        self._file = RowWriter(path, width, height, transform, crs, PROBABILITY_NODATA)

    def resume(self, finished: Iterable[NDArray[np.uint8]], keep: Keep) -> None:
        """Begin below rows that an earlier run has finished; the tiles that reach below them are added once more.

        Args:
            finished: rows as that run kept them, from the top down.
            keep: gets the first row and the rows, uint8 (n, width), whenever further ones are finished.
        """
        for rows in finished:
            self._file.write(rows)
            self.top += len(rows)
        self._resumed, self._keep = self.top, keep

    def add(self, window: Window, probability: NDArray[np.float32], valid: NDArray[np.bool_]) -> None:
        """Blend in a tile.

        Args:
            window: its place in the grid; not above the tile before it. Parts that stick out, and those that lie in
                rows that were resumed, are dropped.
            probability: (tile, tile), 0..1.
            valid: (tile, tile); the others are left out.

        Raises:
            ModelError: a probability is not a number.
            OutputError: the disk is full.
        """
        left, top = int(window.col_off), int(window.row_off)
        if top < self.top != self._resumed or left < 0:
            raise ValueError(f"the tile at row {top}, column {left} comes after row {self.top} was left behind")
        if not np.isfinite(probability).all():
            raise ModelError("The network's answer holds values that are no numbers: run it on another device.")
        self._finish_rows(top)
        known = max(0, self.top - top)
        rows, columns = min(self._tile, self._height - top), min(self._tile, self._width - left)
        weight = np.where(valid, self._weight, np.float32(0))[known:rows, :columns]
        weighted = probability[known:rows, :columns] * weight
        for part, place in _folded(top + known, rows - known, self._tile):
            self._sum[place, left : left + columns] += weighted[part]
            self._weights[place, left : left + columns] += weight[part]

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
        start, pieces = self.top, []
        while self.top < end:
            rows = min(_CHUNK, end - self.top)
            for _, place in _folded(self.top, rows, self._tile):
                piece = _mean(self._sum[place], self._weights[place])
                self._file.write(piece)
                self._sum[place] = self._weights[place] = 0
                if self._keep is not None:
                    pieces.append(piece)
            self.top += rows
        if self._keep is not None and pieces:
            self._keep(start, np.concatenate(pieces))


def _folded(top: int, rows: int, height: int) -> Iterator[tuple[slice, slice]]:
    """Slices of ``rows`` rows from ``top`` on, and their places in a buffer that holds row y at y % height."""
    done = 0
    while done < rows:
        place = (top + done) % height
        count = min(rows - done, height - place)
        yield slice(done, done + count), slice(place, place + count)
        done += count


def _mean(total: NDArray[np.float32], weights: NDArray[np.float32]) -> NDArray[np.uint8]:
    known = weights > 0
    return as_bytes(np.divide(total, weights, out=np.zeros_like(total), where=known), known)


def as_bytes(probability: NDArray[np.float32], known: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Probability, 0..1, as it is stored: times ``PROBABILITY_SCALE``, and ``PROBABILITY_NODATA`` where not known."""
    scaled = np.rint(probability * PROBABILITY_SCALE).clip(0, PROBABILITY_SCALE)
    return np.where(known, scaled, PROBABILITY_NODATA).astype(np.uint8)


def _ramp(tile: int, overlap: int) -> NDArray[np.float32]:
    """Weight along one side of a tile: a Hann ramp over the overlap at both ends, 1 in between, 0 nowhere.

    Two ramps that meet add up to 1.
    """
    place = np.arange(tile) + 0.5
    distance = np.minimum(place, tile - place)
    length = min(overlap, tile / 2)
    if length == 0:
        return np.ones(tile, np.float32)
    ramp: NDArray[np.float32] = (np.sin(np.pi / 2 * np.minimum(distance / length, 1)) ** 2).astype(np.float32)
    return ramp
