"""Rasters of GDAL that the engine cannot reach itself, copied with their own values."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsRectangle

from ..errors import Cancelled
from .dataset import Dataset, quiet_gdal
from .picture import Asked, Told, drafted, unreadable

_OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER"]


@dataclass
class Virtual:
    """A local file that the layer shows otherwise than the file says: a VRT that refers to it.

    Attributes:
        dataset: what to refer to.
        path: of the VRT.
        name: of the layer.
        notes: none.
    """

    dataset: Dataset
    path: Path
    name: str
    notes: list[str] = field(default_factory=list)

    def produce(self, cancelled: Asked, progress: Told) -> str:  # noqa: ARG002 (it is written at once)
        """Write the VRT.

        Raises:
            UserError: the raster cannot be opened, or the folder not be written to.
        """
        opened = self.dataset.open()
        if opened is None:
            raise unreadable(self.name)
        with drafted(self.path) as draft, quiet_gdal():
            written = gdal.GetDriverByName("VRT").CreateCopy(str(draft), opened)
            if written is None:
                raise OSError(gdal.GetLastErrorMsg())
            del written
        return str(self.path)


@dataclass
class Copy:
    """Part of a raster, at its own resolution or a coarser one: bands, types, masks and rotation are kept.

    Attributes:
        dataset: what to read.
        path: of the GeoTIFF.
        name: of the layer.
        extent: what to read of it, in its CRS; None: all.
        factor: so many of its pixels become one along each side, 1 or more.
        notes: none.
    """

    dataset: Dataset
    path: Path
    name: str
    extent: QgsRectangle | None
    factor: float
    notes: list[str] = field(default_factory=list)

    def produce(self, cancelled: Asked, progress: Told) -> str:
        """Read and write it.

        Raises:
            UserError: it cannot be read or written.
            Cancelled: the user ended it.
        """
        opened = self.dataset.open()
        if opened is None:
            raise unreadable(self.name, gdal.GetLastErrorMsg())
        left, top, width, height = _window(opened, self.extent)
        columns, rows = max(1, round(width / self.factor)), max(1, round(height / self.factor))

        def go_on(done: float, _message: str, _data: object) -> int:
            progress(done)
            return 0 if cancelled() else 1

        with drafted(self.path) as draft, quiet_gdal():
            written = _translated(
                opened,
                draft,
                srcWin=[left, top, width, height],
                width=columns,
                height=rows,
                resampleAlg="nearest" if (columns, rows) == (width, height) else "average",
                creationOptions=_OPTIONS,
                callback=go_on,
            )
            if cancelled():
                del written
                raise Cancelled
            if written is None:
                raise unreadable(self.name, gdal.GetLastErrorMsg())
            del written  # closes the file
        return str(self.path)


def _translated(opened: Any, draft: Path, **options: Any) -> Any:
    try:
        return gdal.Translate(str(draft), opened, format="GTiff", **options)
    except RuntimeError:  # where another plugin has switched GDAL's exceptions on
        return None


def _window(opened: Any, extent: QgsRectangle | None) -> tuple[int, int, int, int]:
    """Left, top, width and height in pixels of what lies in the extent, widened to whole pixels."""
    width, height = opened.RasterXSize, opened.RasterYSize
    if extent is None:
        return 0, 0, width, height
    inverse = gdal.InvGeoTransform(opened.GetGeoTransform())
    corners = [
        gdal.ApplyGeoTransform(inverse, x, y)
        for x in (extent.xMinimum(), extent.xMaximum())
        for y in (extent.yMinimum(), extent.yMaximum())
    ]
    columns, rows = zip(*corners)
    left, right = _whole(columns, width)
    top, bottom = _whole(rows, height)
    return left, top, right - left, bottom - top


def _whole(positions: tuple[float, ...], size: int) -> tuple[int, int]:
    first = min(max(0, math.floor(min(positions) + 1e-6)), size - 1)
    return first, max(first + 1, min(size, math.ceil(max(positions) - 1e-6)))
