"""The part of a tile around an object, shrunk where it is large."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .box import Box


@dataclass(frozen=True)
class Window:
    """Whole pixels of a tile, seen at a size that is cheap to work with.

    Attributes:
        left: first column on the tile.
        top: first row on the tile.
        right: column behind the last one.
        bottom: row behind the last one.
        shape: height and width at which it is looked at, in pixels.
    """

    left: int
    top: int
    right: int
    bottom: int
    shape: tuple[int, int]

    @classmethod
    def around(cls, box: Box, tile: tuple[int, int], longest: int) -> Window:
        """The pixels that a box touches on a tile (height, width), shrunk to at most ``longest`` pixels a side."""
        height, width = tile
        left, top = max(math.floor(box.left), 0), max(math.floor(box.top), 0)
        right, bottom = min(math.ceil(box.right), width), min(math.ceil(box.bottom), height)
        sides = (bottom - top, right - left)
        shrink = min(1.0, longest / max(sides))
        rows, columns = (max(1, round(side * shrink)) for side in sides)
        return cls(left, top, right, bottom, (rows, columns))

    @property
    def scale(self) -> tuple[float, float]:
        """Tile pixels a window pixel along x and along y, at least 1."""
        rows, columns = self.shape
        return (self.right - self.left) / columns, (self.bottom - self.top) / rows

    @property
    def on_tile(self) -> tuple[slice, slice]:
        """Its rows and columns on the tile."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def view(self, picture: NDArray[np.generic]) -> NDArray[np.float32]:
        """Mean of what each window pixel covers, float32 (h, w, C), of a tile (H, W, C)."""
        return _area_resized(picture[self.on_tile], self.shape)

    def back(self, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """A mask of the window (h, w) at the tile's resolution, (bottom - top, right - left)."""
        x, y = self.scale
        rows = (np.arange(self.bottom - self.top) + 0.5) / y
        columns = (np.arange(self.right - self.left) + 0.5) / x
        return mask[np.ix_(rows.astype(np.intp), columns.astype(np.intp))]

    def seen(self, box: Box) -> Box:
        """A box of the tile in pixels of the window."""
        x, y = self.scale
        left, right = ((edge - self.left) / x for edge in (box.left, box.right))
        top, bottom = ((edge - self.top) / y for edge in (box.top, box.bottom))
        return Box(left, top, right, bottom)

    def to_tile(self, x: float, y: float) -> tuple[float, float]:
        """A place in the window, in pixels from its upper left corner, as x and y on the tile."""
        across, down = self.scale
        return self.left + x * across, self.top + y * down


def _area_resized(picture: NDArray[np.generic], shape: tuple[int, int]) -> NDArray[np.float32]:
    """(H, W, C) to (h, w, C), each pixel the mean of the area that it covers, parts of pixels included."""
    exact = picture.astype(np.float32)
    if picture.shape[:2] == shape:
        return exact
    height, width, channels = picture.shape
    rows = _shares(height, shape[0]) @ exact.reshape(height, width * channels)
    return np.asarray(_shares(width, shape[1]) @ rows.reshape(shape[0], width, channels), np.float32)


def _shares(pixels: int, cells: int) -> NDArray[np.float32]:
    """Share of each of ``pixels`` in each of ``cells`` that divide the same length, (cells, pixels); rows sum to 1."""
    edges = np.linspace(0, pixels, cells + 1)
    begin = np.arange(pixels)
    overlap = np.minimum(edges[1:, None], begin + 1) - np.maximum(edges[:-1, None], begin)
    return np.asarray(overlap.clip(0) * cells / pixels, np.float32)
