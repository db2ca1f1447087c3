"""A raster written from the top down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.shutil import copy as copy_raster
from rasterio.windows import Window

from ..errors import OutputError
from .gdal import open_raster, quiet_gdal

_STRIP = 64
"""Rows that GDAL gets at once, and that a reader of the file gets at once."""
_KEPT = {
    "tiled": True,
    "blockxsize": 256,
    "blockysize": 256,
    "compress": "deflate",
    "predictor": 2,
    "zlevel": 1,
    "num_threads": "ALL_CPUS",
    "bigtiff": "if_safer",
}
"""As differences smooth probabilities shrink by a third more; the fastest level is next to as good as the best."""


class RowWriter:
    """Writes an uncompressed one-band uint8 GeoTIFF row by row, as fast as the disk takes it.

    The file lies beside its place under another name until ``finish``.

    Args:
        path: where the file goes.
        width: in pixels.
        height: in pixels.
        transform: from pixels to coordinates.
        crs: of the coordinates; None: unknown.
        nodata: value that stands for nothing.

    Raises:
        OutputError: the file cannot be written.
    """

    def __init__(self, path: Path, width: int, height: int, transform: Affine, crs: CRS | None, nodata: int) -> None:
        self._path, self._part = path, path.with_name(f".{path.name}.{uuid4().hex}.part")
        self._rows = np.empty((_STRIP, width), np.uint8)
        self._filled = self._written = 0
        place = {"crs": crs, "transform": transform, "nodata": nodata}
        layout = {"blockysize": _STRIP, "bigtiff": "if_safer"}
        try:
            with _explained(self._path):
                self._dataset = open_raster(
                    self._part, "w", "GTiff", width, height, 1, dtype="uint8", **place, **layout
                )
        except OutputError:
            self._part.unlink(missing_ok=True)
            raise

    def write(self, rows: NDArray[np.uint8]) -> None:
        """Append rows (n, width).

        Raises:
            OutputError: the disk is full.
        """
        while len(rows):
            taken = min(len(rows), _STRIP - self._filled)
            self._rows[self._filled : self._filled + taken] = rows[:taken]
            self._filled, rows = self._filled + taken, rows[taken:]
            if self._filled == _STRIP:
                self._flush()

    def tag(self, tags: Mapping[str, str]) -> None:
        """Put texts beside the raster, by name."""
        self._dataset.update_tags(**tags)

    def finish(self) -> None:
        """Write what is left and put the file in its place.

        Raises:
            OutputError: the disk is full, or the place is taken by something that is no file.
        """
        self._flush()
        with _explained(self._path):
            self._dataset.close()
            _check_whole(self._part)
            self._part.replace(self._path)

    def discard(self) -> None:
        """Leave nothing behind."""
        with quiet_gdal():
            self._dataset.close()
        self._part.unlink(missing_ok=True)

    def _flush(self) -> None:
        if self._filled:
            window = Window(0, self._written, self._rows.shape[1], self._filled)
            with _explained(self._path):
                self._dataset.write(self._rows[: self._filled], 1, window=window)
            self._written, self._filled = self._written + self._filled, 0


def compress_raster(source: Path, path: Path) -> None:
    """Copy a raster as a tiled, compressed GeoTIFF, the same bytes every time; memory is GDAL's cache.

    Raises:
        OutputError: it cannot be written; then nothing lies at ``path``.
    """
    try:
        with _explained(path):
            copy_raster(source, path, driver="GTiff", **_KEPT)
            _check_whole(path)
    except OutputError:
        path.unlink(missing_ok=True)
        raise


def _check_whole(path: Path) -> None:
    # GDAL closes without complaint when the disk is full; only reading shows whether the end arrived.
    with open_raster(path) as written:
        written.read(1, window=Window(written.width - 1, written.height - 1, 1, 1))


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        with quiet_gdal():
            yield
    except (RasterioError, OSError) as error:
        raise OutputError(
            f"{path} cannot be written: choose a folder that exists, that you may write to and that has room."
        ) from error
