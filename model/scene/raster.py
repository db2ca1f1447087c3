"""A raster as tiles of stretched RGB, at a chosen resolution and within a chosen area."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from contextlib import ExitStack, closing
from types import TracebackType

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.windows import Window
from shapely.geometry.base import BaseGeometry

from ..errors import OptionError
from .area import Area
from .colours import Colours, fit_colours
from .grid import Box, Grid
from .ground import ground_sample_distance
from .reader import Reader, Validity
from .stretch import Limits

_LONGEST_SIDE = 2**31 - 1
"""So far GDAL counts pixels."""


def open_scene(
    path: str | os.PathLike[str],
    *,
    gsd: float | None = None,
    bounds: tuple[float, float, float, float] | None = None,
    aoi: BaseGeometry | None = None,
    bands: Sequence[int] | None = None,
    stretch: Limits | None = None,
) -> Scene:
    """Open a raster for reading in tiles.

    Args:
        path: anything GDAL reads.
        gsd: metres a pixel of the working grid, which is the raster's own scaled by one factor, its corner and rotation
            kept; None: the raster's own grid.
        bounds: x0, y0, x1, y1 in the scene's CRS; the working grid is limited to pixels whose centres lie inside.
        aoi: polygons in the scene's CRS that limit it in the same way; pixels outside of them are invalid.
        bands: the bands to show, one or three, numbered from 1; None: as the file declares them.
        stretch: least and greatest value of each of them, which become black and white; None: found from the raster.

    Raises:
        SceneError: no such file, not a raster, damaged, or the area lies outside of it.
        OptionError: ``gsd`` is out of range, or asked of a raster without CRS; there is no such band, or the stretch
            does not fit the bands.
    """
    limits = [] if aoi is None else [aoi]
    if bounds is not None:
        limits.append(shapely.box(*bounds))
    with ExitStack() as stack:
        reader = stack.enter_context(closing(Reader(path, bands)))
        scene = Scene(reader, fit_colours(reader, stretch), gsd, shapely.intersection_all(limits) if limits else None)
        stack.pop_all()
    return scene


class Scene:
    """A raster seen through its working grid; a context manager that closes the file.

    Attributes:
        name: the last part of its path, for messages.
        width: of the working grid, in pixels.
        height: of the working grid, in pixels.
        transform: from pixels of the working grid to coordinates.
        crs: of the coordinates; None where the file does not say.
        gsd: metres a pixel of the working grid; None without CRS.
        native_gsd: metres a pixel of the file; None without CRS.
    """

    def __init__(self, reader: Reader, colours: Colours, gsd: float | None, limit: BaseGeometry | None) -> None:
        self.name, self._reader, self._colours = reader.name, reader, colours
        # A CRS without a place in it, which GDAL tells by the identity, says nothing about the ground.
        self.crs = None if reader.transform.is_identity else reader.crs
        self.native_gsd = None
        if self.crs is not None:
            self.native_gsd = ground_sample_distance(reader.transform, self.crs, reader.width, reader.height)
        factor = self._factor(gsd)
        self.gsd = None if self.native_gsd is None else self.native_gsd * factor
        reader.use_overview(factor)
        self._grid = Grid(reader, factor)
        whole = reader.transform @ Affine.scale(factor)
        self._area = None if limit is None else Area(limit, whole, self._grid.width, self._grid.height, self.name)
        self._box = self._grid.box if self._area is None else self._area.box
        self.width, self.height = self._box[2] - self._box[0], self._box[3] - self._box[1]
        self.transform = whole @ Affine.translation(self._box[0], self._box[1])

    def read(self, window: Window) -> tuple[NDArray[np.uint8], Validity]:
        """Stretched RGB of a window of the working grid.

        Beyond the working grid there is what the raster has there, and beyond the raster its reflection; neither is
        valid.

        Args:
            window: whole pixels of the working grid; may stick out.

        Returns:
            uint8 (3, h, w), black where the raster has nothing, and bool (h, w): which pixels are valid.

        Raises:
            SceneError: the file is damaged there.
        """
        left, top = self._box[0] + int(window.col_off), self._box[1] + int(window.row_off)
        box: Box = left, top, left + int(window.width), top + int(window.height)
        inside = self._inside(box)
        if not inside.any():
            return np.zeros((3, *inside.shape), np.uint8), inside
        held = _intersection(box, self._grid.box)
        rgb, valid = self._colours.show(*self._grid.read(held))
        if held == box:
            return rgb, valid & inside
        missing = ((held[1] - top, box[3] - held[3]), (held[0] - left, box[2] - held[2]))
        return np.pad(rgb, ((0, 0), *missing), mode="reflect"), np.pad(valid, missing) & inside

    def close(self) -> None:
        """Close the file."""
        self._reader.close()

    def __enter__(self) -> Scene:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _inside(self, box: Box) -> Validity:
        """Which pixels of a box of the whole grid belong to the working grid and to the area."""
        left, top, right, bottom = box
        held = _intersection(box, self._box)
        inside = np.zeros((bottom - top, right - left), np.bool_)
        if held[0] < held[2] and held[1] < held[3]:
            part = np.s_[held[1] - top : held[3] - top, held[0] - left : held[2] - left]
            inside[part] = True if self._area is None else self._area.covers(held)
        return inside

    def _factor(self, gsd: float | None) -> float:
        if gsd is None:
            return 1.0
        if self.native_gsd is None:
            raise OptionError(f"{self.name} has no coordinate reference system: leave out the metres a pixel.")
        if not 0 < gsd < math.inf:
            raise OptionError(f"Metres a pixel must be greater than 0, not {gsd:g}.")
        factor = gsd / self.native_gsd
        if max(self._reader.width, self._reader.height) / factor > _LONGEST_SIDE:
            raise OptionError(f"{gsd:g} metres a pixel are too fine for {self.name}: ask for more.")
        return 1.0 if math.isclose(factor, 1, rel_tol=1e-6) else factor


def _intersection(box: Box, other: Box) -> Box:
    return max(box[0], other[0]), max(box[1], other[1]), min(box[2], other[2]), min(box[3], other[3])
