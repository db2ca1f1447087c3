"""How the file that the engine reads comes from a layer: read, referred to, copied or drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateTransformContext, QgsRasterLayer, QgsRectangle

from ..errors import UserError
from ..translation import tr
from .copying import Copy, Virtual
from .dataset import Dataset, dataset_of, has_place_by_points, open_quietly, quiet_gdal
from .ground import metres_per_unit, pixel_size
from .look import Look, look_of
from .picture import File, Picture
from .rendering import Canvas, Rendering

_ELSEWHERE = (
    *("/vsimem/", "/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift", "/vsihdfs"),
    *("/vsiwebhdfs", "/vsistdin", "/vsisparse", "/vsisubfile", "http://", "https://", "ftp://", "<", "MEM:"),
)
"""What a name or part of one looks like that another process cannot open as this one does."""

_SERVED = ("WMS", "WMTS", "WCS", "HTTP", "MEM", "EEDAI", "PLMOSAIC", "STACIT", "STACTA", "PostGISRaster", "OGCAPI")
_FOREIGN = ("ECW", "MrSID", "MG4Lidar", "HDF4", "HDF4Image", "GeoRaster", "FITS")
"""Drivers of GDAL that need a server, or a library that the engine's GDAL comes without."""

_ROUNDING = 1.01


@dataclass(frozen=True)
class Wish:
    """What a run would like of a layer.

    Attributes:
        extent: part of it that is needed, in its CRS; None: all.
        gsd: metres a pixel; None: whatever suits.
        trained: finest and coarsest metres a pixel that the model was trained for; None: any.
        view_gsd: metres that a pixel of the map canvas shows; None: unknown.
        path: for what is written, without suffix.
    """

    extent: QgsRectangle | None
    gsd: float | None
    trained: tuple[float, float] | None
    view_gsd: float | None
    path: Path


@dataclass(frozen=True)
class Choice:
    """How a layer becomes a file.

    Attributes:
        picture: makes it.
        look: bands and contrast to read it with; None: as it declares them.
        gsd: metres a pixel to ask the engine for; None: those of the file.
        written: whether pixels are written.
        pixels: how many.
    """

    picture: Picture
    look: Look | None
    gsd: float | None
    written: bool = False
    pixels: float = 0.0


def choose_picture(layer: QgsRasterLayer, wish: Wish, context: QgsCoordinateTransformContext) -> Choice:
    """The cheapest way to a file that shows what the layer shows.

    Raises:
        UserError: nothing of the layer can be had.
    """
    look = look_of(layer) if layer.providerType() == "gdal" else None
    if look is None:
        return _drawn(layer, wish, context)
    dataset = dataset_of(layer, look)
    with quiet_gdal():
        opened = None if _elsewhere(dataset.path) else open_quietly(dataset.path, dataset.options)
        if opened is None or not _reachable(opened):
            return _copied(layer, dataset, look, wish, context)
        if Path(dataset.path).is_file() and not dataset.differs(opened) and not has_place_by_points(opened):
            return Choice(File(dataset.path), look, wish.gsd)
    return Choice(Virtual(dataset, wish.path.with_suffix(".vrt"), layer.name()), look, wish.gsd)


def _elsewhere(name: str) -> bool:
    return any(mark in name for mark in _ELSEWHERE)


def _reachable(opened: Any) -> bool:
    """Whether the engine can open what lies open here."""
    if opened.GetDriver().ShortName in _SERVED + _FOREIGN:
        return False
    return not any(_elsewhere(name) for name in opened.GetFileList() or [])


def _copied(
    layer: QgsRasterLayer, dataset: Dataset, look: Look, wish: Wish, context: QgsCoordinateTransformContext
) -> Choice:
    provider, extent = layer.dataProvider(), layer.extent()
    native = pixel_size(extent, provider.xSize(), provider.ySize(), layer.crs(), context)
    wanted = _wanted(wish, native)
    factor = 1.0 if native is None or wanted is None or wanted < native * _ROUNDING else wanted / native
    part = extent if wish.extent is None else wish.extent
    share = part.width() / extent.width() * part.height() / extent.height()
    pixels = max(1.0, provider.xSize() * provider.ySize() * share / factor**2)
    picture = Copy(dataset, wish.path.with_suffix(".tif"), layer.name(), wish.extent, factor)
    return Choice(picture, look, _asked(wish, factor > 1), True, pixels)


def _drawn(layer: QgsRasterLayer, wish: Wish, context: QgsCoordinateTransformContext) -> Choice:
    provider, extent = layer.dataProvider(), layer.extent()
    native = pixel_size(extent, provider.xSize(), provider.ySize(), layer.crs(), context)
    own = provider.xSize() > 0 and provider.ySize() > 0
    wanted = _wanted(wish, native)
    part = extent if wish.extent is None else wish.extent
    if own and (native is None or wanted is None or wanted < native * _ROUNDING):
        canvas = _own_canvas(extent, provider.xSize(), provider.ySize(), part)
    else:
        canvas = _free_canvas(layer, part, wanted, context)
    picture = Rendering(layer, canvas, wish.path.with_suffix(".tif"), context, gapless=not own)
    at_gsd = not own or (native is not None and wanted is not None and wanted >= native * _ROUNDING)
    return Choice(picture, None, _asked(wish, at_gsd), True, float(canvas.columns) * canvas.rows)


def _wanted(wish: Wish, native: float | None) -> float | None:
    """Metres a pixel to write: those asked for, else the layer's own or the view's as far as the model knows them."""
    if wish.gsd is not None:
        return wish.gsd
    finest, coarsest = wish.trained or (0.0, math.inf)
    if native is not None:
        return max(native, finest)
    return None if wish.view_gsd is None else min(max(wish.view_gsd, finest), coarsest)


def _asked(wish: Wish, written_so: bool) -> float | None:
    """Metres a pixel to ask the engine for: none where the file has them already, so that it is not resampled twice."""
    if wish.gsd is None or not written_so or wish.trained is None:
        return wish.gsd
    known = wish.trained[0] / _ROUNDING <= wish.gsd <= wish.trained[1] * _ROUNDING
    return None if known else wish.gsd


def _own_canvas(extent: QgsRectangle, columns: int, rows: int, part: QgsRectangle) -> Canvas:
    """The layer's own pixels that touch a part of it."""
    width, height = extent.width() / columns, extent.height() / rows
    left = _inside(math.floor((part.xMinimum() - extent.xMinimum()) / width + 1e-6), columns - 1)
    right = _inside(math.ceil((part.xMaximum() - extent.xMinimum()) / width - 1e-6), columns)
    top = _inside(math.floor((extent.yMaximum() - part.yMaximum()) / height + 1e-6), rows - 1)
    bottom = _inside(math.ceil((extent.yMaximum() - part.yMinimum()) / height - 1e-6), rows)
    right, bottom = max(right, left + 1), max(bottom, top + 1)
    box = QgsRectangle(
        extent.xMinimum() + left * width,
        extent.yMaximum() - bottom * height,
        extent.xMinimum() + right * width,
        extent.yMaximum() - top * height,
    )
    return Canvas(box, right - left, bottom - top)


def _inside(position: int, size: int) -> int:
    return min(max(0, position), size)


def _free_canvas(
    layer: QgsRasterLayer, part: QgsRectangle, gsd: float | None, context: QgsCoordinateTransformContext
) -> Canvas:
    """Pixels that are square on the ground in the middle of a part of the layer."""
    metres = metres_per_unit(layer.crs(), part.center(), context)
    if metres is None:
        raise UserError(
            tr("“{}” has no coordinate reference system here: assign one in the layer's properties.").format(
                layer.name()
            )
        )
    if gsd is None:
        raise UserError(tr("“{}” has no pixels of its own: say how many metres a pixel.").format(layer.name()))
    width, height = gsd / metres[0], gsd / metres[1]
    columns, rows = max(1, math.ceil(part.width() / width)), max(1, math.ceil(part.height() / height))
    left, top = part.xMinimum(), part.yMaximum()
    return Canvas(QgsRectangle(left, top - rows * height, left + columns * width, top), columns, rows)
