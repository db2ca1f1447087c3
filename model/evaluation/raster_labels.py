"""Labels that are a raster on the scene's own grid."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rasterio.errors import RasterioIOError
from rasterio.io import DatasetReader
from rasterio.windows import Window

from ..errors import SceneError
from ..scene.gdal import open_raster
from ..scene.raster import Scene

LabelValue = int | str
"""A pixel's value in a raster's first band, or its colour such as ``"#E2A929"``."""
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class RasterLabels:
    """A label raster and what its values say.

    Attributes:
        path: the raster.
        values: pixels of these are what the phrase speaks of.
        unknown: pixels of these do not count.
    """

    path: Path
    values: tuple[LabelValue, ...]
    unknown: tuple[LabelValue, ...]

    def check(self, scene: Scene) -> None:
        """Tell of labels that cannot be laid on a scene at its native grid.

        Raises:
            SceneError: the raster cannot be read, has another size, or no colours where colours are asked for.
        """
        with self._open() as raster:
            if (raster.width, raster.height) != (scene.width, scene.height):
                raise SceneError(
                    f"{self.path} has {raster.width} x {raster.height} pixels and {scene.name} "
                    f"{scene.width} x {scene.height}: give labels on the scene's own grid."
                )
            if self._speak_of_colours and _palette(raster) is None and raster.count < 3:
                raise SceneError(f"{self.path} has no colours: give its values as numbers.")

    def read(self, window: Window) -> tuple[Mask, Mask]:
        """Which pixels of a window are what the phrase speaks of, and which are known either way; (h, w) each.

        Raises:
            SceneError: the raster cannot be read.
        """
        with self._open() as raster:
            codes = self._codes(raster, window)
        return np.isin(codes, _numbers(self.values)), ~np.isin(codes, _numbers(self.unknown))

    @property
    def _speak_of_colours(self) -> bool:
        return isinstance((*self.values, *self.unknown)[0], str)

    def _open(self) -> DatasetReader:
        try:
            raster: DatasetReader = open_raster(self.path)
        except RasterioIOError as error:
            raise SceneError(f"{self.path} cannot be read as a raster of labels.") from error
        return raster

    def _codes(self, raster: DatasetReader, window: Window) -> NDArray[np.int64]:
        """Numbers (h, w): the first band's, or the colour as 0xRRGGBB."""
        if not self._speak_of_colours:
            return np.asarray(raster.read(1, window=window), np.int64)
        palette = _palette(raster)
        bands = raster.read((1, 2, 3), window=window) if palette is None else palette[:, raster.read(1, window=window)]
        red, green, blue = bands.astype(np.int64)
        return np.asarray(red << 16 | green << 8 | blue)


def _numbers(values: tuple[LabelValue, ...]) -> list[int]:
    return [int(value[1:], 16) if isinstance(value, str) else value for value in values]


def _palette(raster: DatasetReader) -> NDArray[np.int64] | None:
    """Red, green and blue (3, 256) of a raster's first band; None: it has no palette."""
    try:
        colours = raster.colormap(1)
    except ValueError:
        return None
    table = np.zeros((3, 256), np.int64)
    table[:, list(colours)] = np.array(list(colours.values()))[:, :3].T
    return table
