"""Tiles to the square pictures that LQVG takes, with bars where a tile is not square, and its boxes back to tiles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .preprocess import standardised

BORDER = (124, 116, 104)
"""Colour of the bars: ImageNet's mean, rounded."""

Weights = NDArray[np.float32]


@dataclass(frozen=True)
class Letterbox:
    """How a tile lies in a square picture: centred, as large as it fits, with its aspect ratio.

    Attributes:
        height: of the tile, in pixels.
        width: of the tile, in pixels.
        side: of the picture, in pixels.
    """

    height: int
    width: int
    side: int

    def pictures(self, tiles: NDArray[np.uint8]) -> Tensor:
        """Tiles (B, 3, height, width), 0..255, to float32 (B, 3, side, side) with ImageNet's mean 0 and deviation 1."""
        return standardised(torch.from_numpy(self.framed(tiles)))

    def framed(self, tiles: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Tiles (B, 3, height, width) to uint8 (B, 3, side, side), resized and with bars."""
        height, width = self._inner
        top, left = (round(bar - 0.1) for bar in self._bars)
        pictures = np.empty((len(tiles), 3, self.side, self.side), np.uint8)
        pictures[:] = np.array(BORDER, np.uint8)[:, None, None]
        pictures[:, :, top : top + height, left : left + width] = resized(tiles, height, width)
        return pictures

    def boxes(self, boxes: Tensor) -> NDArray[np.float64]:
        """Boxes of the picture to boxes of the tile.

        Args:
            boxes: centre x, y, width and height, in 0..1 of the picture's side, (N, 4).

        Returns:
            left, top, right and bottom edge in pixels of the tile, clipped to it, (N, 4).
        """
        centre, extent = np.split(boxes.double().cpu().numpy() * self.side, 2, axis=1)
        corners = np.concatenate([centre - extent / 2, centre + extent / 2], axis=1)
        top, left = self._bars
        unclipped = (corners - (left, top, left, top)) / self._ratio
        return np.clip(unclipped, 0, (self.width, self.height, self.width, self.height))

    @property
    def _ratio(self) -> float:
        return self.side / max(self.height, self.width)

    @property
    def _inner(self) -> tuple[int, int]:
        """Height and width of the resized tile, half a pixel going to the even number."""
        return round(self.height * self._ratio), round(self.width * self._ratio)

    @property
    def _bars(self) -> tuple[float, float]:
        """Height of the bar at the top and width of the one on the left; half a pixel is left to the opposite one."""
        height, width = self._inner
        return (self.side - height) / 2, (self.side - width) / 2


def resized(tiles: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    """Tiles (B, 3, h, w) at another size as OpenCV's ``INTER_AREA`` makes them, to one grey level."""
    if tiles.shape[2:] == (height, width):
        return tiles
    rows, columns = _weights(tiles.shape[2], height), _weights(tiles.shape[3], width)
    mixed: NDArray[np.float32] = rows @ tiles.astype(np.float32) @ columns.T
    return np.rint(mixed).astype(np.uint8)


def _weights(size: int, wanted: int) -> Weights:
    """What each of ``wanted`` pixels in a row takes of each of ``size`` pixels, (wanted, size); rows sum to 1."""
    return _shares(size, wanted) if wanted <= size else _between(size, wanted)


def _shares(size: int, wanted: int) -> Weights:
    """Each pixel is the average of what it covers."""
    step = size / wanted
    starts, pixels = np.arange(wanted)[:, None] * step, np.arange(size)
    covered = np.minimum(pixels + 1, starts + step) - np.maximum(pixels, starts)
    shares: Weights = (np.clip(covered, 0, None) / step).astype(np.float32)
    return shares


def _between(size: int, wanted: int) -> Weights:
    """Each pixel that covers parts of two mixes them, by what lies beyond their edge; the others copy theirs."""
    step = size / wanted
    numbers = np.arange(wanted)
    first = np.floor(numbers * step).astype(int)
    beyond = (numbers + 1) - (first + 1) / step
    share = np.where(beyond <= 0, 0, beyond - np.floor(beyond))
    weights = np.zeros((wanted, size), np.float32)
    weights[numbers, first] = 1 - share
    weights[numbers, np.minimum(first + 1, size - 1)] += share
    return weights
