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
"""Pixels read around a box and cut off again: resampling an overview knows nothing of what lies outside its window."""


class Grid:
    """A grid whose pixels are ``factor`` of a raster's own wide and high.

    It begins in the raster's upper left corner; its last column and row may stick out of the raster by up to half a
    pixel, and hold the mean of what is there.

    Attributes:
        width: in pixels of the grid.
        height: in pixels of the grid.
    """

    def __init__(self, reader: Reader, factor: float) -> None:
        self._reader, self._factor = reader, factor
        self.width = max(1, round(reader.width / factor))
        self.height = max(1, round(reader.height / factor))

    def read(self, box: Box) -> tuple[Pixels, Validity]:
        """Pixels (bands, h, w) and validity (h, w) of a box inside the grid; a larger box has the same pixels there.

        Raises:
            SceneError: the file is damaged there.
        """
        left, top, right, bottom = box
        if self._factor == 1:
            return self._reader.read(Window(left, top, right - left, bottom - top), (bottom - top, right - left))
        first, above = max(0, left - _MARGIN), max(0, top - _MARGIN)
        last, below = min(self.width, right + _MARGIN), min(self.height, bottom + _MARGIN)
        rows = []
        for top_, bottom_, y, height in self._parts(above, below, self._reader.height):
            cells = [
                self._reader.read(Window(x, y, width, height), (bottom_ - top_, right_ - left_))
                for left_, right_, x, width in self._parts(first, last, self._reader.width)
            ]
            rows.append(_joined(cells, axis=-1))
        pixels, valid = _joined(rows, axis=-2)
        rows_, columns = slice(top - above, bottom - above), slice(left - first, right - first)
        return pixels[:, rows_, columns], valid[rows_, columns]

    def _parts(self, first: int, last: int, size: int) -> Iterator[tuple[int, int, float, float]]:
        """Pixels whole in the raster, then the one that is not: first and end, start and length in the raster."""
        whole = math.floor(size / self._factor + 1e-6)
        if first < whole:
            end = min(last, whole)
            start = first * self._factor
            yield first, end, start, min(end * self._factor, size) - start
        if last > whole:
            start = whole * self._factor
            yield max(first, whole), last, start, size - start


def _joined(parts: list[tuple[Pixels, Validity]], axis: int) -> tuple[Pixels, Validity]:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate([pixels for pixels, _ in parts], axis), np.concatenate([valid for _, valid in parts], axis)
