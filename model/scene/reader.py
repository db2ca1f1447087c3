"""Pixels of an open raster in its own values, and which of them hold something."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import RasterioIOError
from rasterio.io import DatasetReader
from rasterio.windows import Window

from ..errors import SceneError
from .bands import choose_bands, is_mask
from .declared import check_declared, check_overview, declarations, wrong_overviews
from .gdal import open_raster, quiet_gdal

Pixels = NDArray[Any]
"""(bands, h, w) in the raster's type: grey or palette index, or red, green and blue."""
Validity = NDArray[np.bool_]
"""(h, w): which pixels hold something."""
Shape = tuple[int, int]
"""Rows, columns."""
Part = TypeVar("Part")

_SAMPLE_SIDE = 1024
"""Longest side of the decimated picture that stands for the whole raster."""
_AFFORDABLE = 4096 * 4096
"""So many pixels may be decoded for that picture; a larger raster without overviews is sampled in patches."""
_PATCHES, _PATCH_SIDE = 12, 128


class Reader:
    """An open raster: reads windows of it at any scale, never more than the window it was asked for.

    Args:
        path: anything GDAL reads.
        wanted: the bands to read, one or three, numbered from 1; None: as the file declares them.

    Attributes:
        name: the last part of its path, for messages.
        width: in pixels.
        height: in pixels.
        transform: from pixels to coordinates.
        crs: of the coordinates; None: unknown.
        bands: which bands it reads.
        dtype: of the pixels.

    Raises:
        SceneError: no such file, not a raster, damaged, or it holds nothing that can be shown.
        OptionError: it has no such band.
    """

    def __init__(self, path: str | os.PathLike[str], wanted: Sequence[int] | None = None) -> None:
        self._path, self.name, self._wanted = path, Path(path).name, wanted
        self._dataset = _open(path)
        with ExitStack() as stack:
            stack.callback(self.close)
            with declarations(self.name):
                self._look_over()
            self._drop_false_alpha()
            stack.pop_all()

    def close(self) -> None:
        """Close the file."""
        self._dataset.close()

    def use_overview(self, factor: float) -> None:
        """From now on, read from the overview that suits pixels ``factor`` times as large, if there is one.

        GDAL could choose it with every read, but would then round each window to whole pixels of the overview.
        """
        fine_enough = [level for level, coarser in enumerate(self._overviews) if coarser <= factor * 1.01]
        if fine_enough:
            level = max(fine_enough, key=lambda level: self._overviews[level])
            self._dataset.close()
            self._dataset = _open_overview(self._path, level, self.name)

    def read(self, window: Window, shape: Shape) -> tuple[Pixels, Validity]:
        """Pixels and validity of a window inside the raster (fractions of a pixel allowed), scaled to ``shape``.

        Raises:
            SceneError: the file is damaged there.
        """
        return self._read(window, shape, self._resampling(window, shape))

    def _look_over(self) -> None:
        self.width, self.height = self._dataset.width, self._dataset.height
        self.transform, self.crs = self._dataset.transform, self._dataset.crs
        if not self._dataset.count:
            raise SceneError(f"{self.name} holds no bands of its own: name one of the rasters inside it.")
        if any(dtype.startswith("complex") for dtype in self._dataset.dtypes):
            raise SceneError(f"{self.name} holds complex numbers: convert them to amplitudes.")
        check_declared(self._dataset, self._path, self.name)
        self.bands = choose_bands(self._dataset, self._wanted)
        self.dtype = np.result_type(*(self._dataset.dtypes[band - 1] for band in self.bands.colour))
        self._overviews = self._dataset.overviews(self.bands.colour[0])
        for level in range(len(self._overviews)):
            with closing(_open_overview(self._path, level, self.name)) as overview:
                check_overview(overview, self._dataset, self.name)

    def _drop_false_alpha(self) -> None:
        alpha = self.bands.alpha
        if alpha is not None and not is_mask(self._sample_band(alpha)):
            self.bands = replace(self.bands, alpha=None)

    def _read(self, window: Window, shape: Shape, resampling: Resampling) -> tuple[Pixels, Validity]:
        pixels = self._load(self.bands.colour, window, shape, resampling)
        valid = has_data(pixels, self.bands.nodata)
        if self.bands.alpha is not None:
            valid &= self._load([self.bands.alpha], window, shape, Resampling.nearest)[0] > 0
        if self.bands.masked:
            with self._explained(window) as held:
                mask = self._dataset.read_masks(
                    self.bands.colour[0], window=held, out_shape=shape, resampling=Resampling.nearest
                )
            valid &= mask > 0
        return pixels, valid

    def sample(self) -> tuple[Pixels, Validity]:
        """Pixels (bands, 1, n) from all over the raster and their validity (1, n); what is damaged is left out.

        Raises:
            SceneError: all of it is.
        """
        parts = self._from_all_over(lambda window, shape: self._read(window, shape, Resampling.nearest))
        pixels = [part.reshape(len(part), 1, -1) for part, _ in parts]
        return np.concatenate(pixels, axis=2), np.concatenate([valid.reshape(1, -1) for _, valid in parts], axis=1)

    def _sample_band(self, band: int) -> Pixels:
        parts = self._from_all_over(lambda window, shape: self._load([band], window, shape, Resampling.nearest))
        return np.concatenate([part.ravel() for part in parts])

    def _from_all_over(self, read: Callable[[Window, Shape], Part]) -> list[Part]:
        """What parts that together stand for the raster hold, at a bounded cost: all of it coarsely, or else patches.

        Raises:
            SceneError: no part can be read.
        """
        for parts in (self._whole(), self._patches()):
            held, failures = [], []
            for window, shape in parts:
                try:
                    held.append(read(window, shape))
                except SceneError as failure:
                    failures.append(failure)
                    if _names_a_place(self._path):  # a server that does not answer is not asked again and again
                        raise
            if held:
                return held
        raise failures[0]

    def _whole(self) -> list[tuple[Window, Shape]]:
        width, height = self.width, self.height
        if width * height > _AFFORDABLE * max(self._overviews, default=1) ** 2:
            return []
        scale = max(1.0, max(width, height) / _SAMPLE_SIDE)
        return [(Window(0, 0, width, height), (max(1, round(height / scale)), max(1, round(width / scale))))]

    def _patches(self) -> list[tuple[Window, Shape]]:
        columns, rows = min(_PATCH_SIDE, self.width), min(_PATCH_SIDE, self.height)
        lefts, tops = _spread(self.width, columns), _spread(self.height, rows)
        return [(Window(left, top, columns, rows), (rows, columns)) for top in tops for left in lefts]

    def _resampling(self, window: Window, shape: Shape) -> Resampling:
        if self.bands.palette is not None:
            return Resampling.nearest  # there is no mean of two classes
        return Resampling.average if shape[1] < window.width or shape[0] < window.height else Resampling.bilinear

    def _load(self, bands: Sequence[int], window: Window, shape: Shape, resampling: Resampling) -> Pixels:
        alike = len({self._dataset.dtypes[band - 1] for band in bands}) == 1
        groups = [list(bands)] if alike else [[band] for band in bands]  # rasterio reads one type at a time
        with self._explained(window) as held:
            parts = [
                self._dataset.read(group, window=held, out_shape=(len(group), *shape), resampling=resampling)
                for group in groups
            ]
        return parts[0] if alike else np.concatenate(parts)

    @contextmanager
    def _explained(self, window: Window) -> Iterator[Window]:
        """The window in pixels of the dataset that is read, which may be an overview; errors told in the raster's."""
        across, down = self._dataset.width / self.width, self._dataset.height / self.height
        held = Window(window.col_off * across, window.row_off * down, window.width * across, window.height * down)
        try:
            with quiet_gdal():
                yield held
        except RasterioIOError as error:
            right, bottom = window.col_off + window.width, window.row_off + window.height
            raise SceneError(
                f"{self.name} cannot be read at columns {window.col_off:.0f} to {right:.0f}, "
                f"rows {window.row_off:.0f} to {bottom:.0f}: it is damaged, cut off or refers to a missing file; "
                "get a whole copy of it."
            ) from error


def _spread(size: int, length: int) -> list[int]:
    """Where stretches of a length begin that lie all along a size, side by side if there is no more room."""
    count = min(_PATCHES, -(-size // length))
    return [int(start) for start in np.linspace(0, size - length, count, dtype=int)]


def has_data(pixels: Pixels, nodata: Sequence[float | None]) -> Validity:
    """Which pixels (h, w) are numbers in all bands and not the value that stands for nothing in all of them."""
    valid = np.ones(pixels.shape[1:], np.bool_)
    if pixels.dtype.kind == "f":
        valid &= np.logical_and.reduce(np.isfinite(pixels))
    if None not in nodata:
        # One band of a dark roof may well hold the value; where there is nothing, all do.
        with np.errstate(over="ignore"):  # double precision's lowest number may stand for nothing in single precision
            valid &= ~np.logical_and.reduce([band == value for band, value in zip(pixels, nodata, strict=True)])
    return valid


def _names_a_place(path: str | os.PathLike[str]) -> bool:
    """Whether a name is not that of a file but of something that GDAL finds elsewhere, as on a server."""
    return str(path).startswith("/vsi") or "://" in str(path)


def _open(path: str | os.PathLike[str]) -> DatasetReader:
    try:
        return open_raster(path)
    except UnicodeDecodeError as error:
        raise SceneError(
            f"The name of the coordinate reference system in {path} is no text: assign the right one, as "
            "gdal_edit.py -a_srs does, or get a whole copy."
        ) from error
    except RasterioIOError as error:
        if _names_a_place(path):
            raise SceneError(f"{path} cannot be opened as a raster: check the address and the connection.") from error
        if not Path(path).exists():
            raise SceneError(f"There is no file {path}.") from error
        raise SceneError(
            f"{path} is not a raster that can be read: give a GeoTIFF or another format of GDAL."
        ) from error


def _open_overview(path: str | os.PathLike[str], level: int, name: str) -> DatasetReader:
    try:
        return open_raster(path, overview_level=f"{level}only")
    except RasterioIOError as error:
        raise wrong_overviews(name) from error
