"""Made-up scenes of any size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.windows import Window

_CELL = 128
"""Pixels to a building plot: at 0.3 m a pixel, some 400 buildings to a square kilometre, a suburb."""
_BLOCK = 512


def write_scene(path: Path, side: int) -> None:
    """Write a square RGB GeoTIFF of bright, box-shaped buildings on dark, grainy ground, strip by strip.

    JPEG-compressed in blocks of 512 pixels, as drone and aerial mosaics come; 0.3 m a pixel in UTM. A larger scene
    begins with the very content of a smaller one.
    """
    layout = {"tiled": True, "blockxsize": _BLOCK, "blockysize": _BLOCK, "compress": "jpeg", "photometric": "ycbcr"}
    place = {"crs": "EPSG:32633", "transform": Affine(0.3, 0, 500_000, 0, -0.3, 5_300_000)}
    with rasterio.open(path, "w", "GTiff", side, side, count=3, dtype="uint8", **place, **layout) as dataset:
        for top in range(0, side, _BLOCK):
            rows = _strip(top, side)[:, : side - top]
            dataset.write(rows, window=Window(0, top, side, rows.shape[1]))


def _strip(top: int, side: int) -> NDArray[np.uint8]:
    """Rows ``top`` to ``top`` + 512 of the endless scene, uint8 (3, 512, side)."""
    strip = np.empty((3, _BLOCK, side), np.uint8)
    for left in range(0, side, _BLOCK):
        strip[:, :, left : left + _BLOCK] = _block(top, left)[:, :, : side - left]
    return strip


def _block(top: int, left: int) -> NDArray[np.uint8]:
    generator = np.random.default_rng((top, left))
    block = generator.integers(40, 90, (3, _BLOCK, _BLOCK), np.uint8)
    for y in range(0, _BLOCK, _CELL):
        for x in range(0, _BLOCK, _CELL):
            if generator.random() < 0.6:
                height, width = generator.integers(24, 72, 2)
                down, across = generator.integers(8, 48, 2)
                roof = np.s_[:, y + down : y + down + height, x + across : x + across + width]
                block[roof] += generator.integers(110, 150, (3, 1, 1), np.uint8)
    return block
