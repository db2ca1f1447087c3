"""A raster's own grid scaled by one factor."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from rasterio.windows import Window

from .reader import Pixels, Reader, Validity

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels."""

_MARGIN = 4
"""Pixels read around a box and cut off again: GDAL rounds small windows to whole pixels of the raster."""


class Grid:
    """A grid whose pixels are ``factor`` of a raster's own wide and high.

    It begins in the raster's upper left corner; its last column and row may stick out of the raster by up to half a
    pixel, and hold the mean of what is there.

    Attributes:
        width: in pixels of the grid.
        height: in pixels of the grid.
        box: all of it.
    """

    def __init__(self, reader: Reader, factor: float) -> None:
        self._reader, self._factor = reader, factor
        self.width = max(1, round(reader.width / factor))
        self.height = max(1, round(reader.height / factor))
        self.box: Box = (0, 0, self.width, self.height)

    def read(self, box: Box) -> tuple[Pixels, Validity]:
        """Pixels (bands, h, w) and validity (h, w) of a box inside the grid.

        A larger box has the same pixels there, but for GDAL's rounding by one where the raster is resampled, and by a
        pixel of the raster where the two grids differ by less than that over the whole box.

        Raises:
            SceneError: the file is damaged there.
        """
        left, top, right, bottom = box
        if self._factor == 1:
            return self._reader.read(Window(left, top, right - left, bottom - top), (bottom - top, right - left))
        first, above = max(0, left - _MARGIN), max(0, top - _MARGIN)
        rows = []
        for tall, y, height in self._parts(above, min(bottom + _MARGIN, self.height), self._reader.height):
            across = self._parts(first, min(right + _MARGIN, self.width), self._reader.width)
            cells = [self._reader.read(Window(x, y, width, height), (tall, wide)) for wide, x, width in across]
            rows.append(_joined(cells, axis=-1))
        pixels, valid = _joined(rows, axis=-2)
        down, along = slice(top - above, bottom - above), slice(left - first, right - first)
        return pixels[:, down, along], valid[down, along]

    def _parts(self, first: int, end: int, size: int) -> Iterator[tuple[int, float, float]]:
        """What is whole in the raster, then the pixel that is not: length here, start and length in the raster."""
        whole = math.floor(size / self._factor + 1e-6)
        if first < whole:
            start, stop = first * self._factor, min(end, whole) * self._factor
            yield min(end, whole) - first, start, min(stop, size) - start
        if end > whole:
            start = whole * self._factor
            yield 1, start, size - start


def _joined(parts: list[tuple[Pixels, Validity]], axis: int) -> tuple[Pixels, Validity]:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate([pixels for pixels, _ in parts], axis), np.concatenate([valid for _, valid in parts], axis)
