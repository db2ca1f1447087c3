"""How large the run will be, from the layers themselves. Main thread only."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransformContext, QgsRasterLayer, QgsRectangle

from ...protocol import Model
from ..layers.ground import metres_per_unit, pixel_size
from ..quantities import measured
from ..translation import tr
from .cost import Size, working_gsd


def size_of(layer: QgsRasterLayer, extent: QgsRectangle, context: QgsCoordinateTransformContext) -> Size | None:
    """What a run over a part of a raster looks at; None: nobody can tell.

    Args:
        layer: the raster.
        extent: of the part, in the raster's CRS.
        context: how QGIS goes from one CRS to another.
    """
    provider = layer.dataProvider()
    if not layer.isValid() or provider is None or layer.extent().isEmpty() or extent.isEmpty():
        return None
    columns, rows = provider.xSize(), provider.ySize()
    metres = metres_per_unit(layer.crs(), extent.center(), context)
    if metres is None:
        if not columns:
            return None
        whole = layer.extent()
        return Size(columns * extent.width() / whole.width(), rows * extent.height() / whole.height(), None)
    gsd = pixel_size(layer.extent(), columns, rows, layer.crs(), context)
    return Size(extent.width() * metres[0], extent.height() * metres[1], gsd)


def longer_side(layer: QgsRasterLayer, extent: QgsRectangle, context: QgsCoordinateTransformContext) -> float | None:
    """Metres that the longer side of a part of a raster has in the engine's pixels, which all have the same size.

    Args:
        layer: the raster.
        extent: of the part, in the raster's CRS.
        context: how QGIS goes from one CRS to another.

    Returns:
        None without a CRS.
    """
    size, whole, provider = size_of(layer, extent, context), layer.extent(), layer.dataProvider()
    if size is None or not layer.crs().isValid():
        return None
    if size.gsd is None:
        return max(size.width, size.height)
    columns = provider.xSize() * extent.width() / whole.width()
    rows = provider.ySize() * extent.height() / whole.height()
    return float(max(columns, rows) * size.gsd)


def detail_text(size: Size | None, asked: float | None, model: Model | None) -> str:
    """What the chosen resolution means for the raster and the model."""
    if size is None or model is None:
        return ""
    finest, coarsest = model.gsd_range
    learnt = tr("The model has learnt {} to {} m.").format(measured(finest), measured(coarsest))
    if size.gsd is None:
        return learnt
    working = working_gsd(size, asked, model.gsd_range)
    if working is None or abs(working / size.gsd - 1) < 0.01:
        fits = finest * 0.99 <= size.gsd <= coarsest * 1.01
        own = tr("The raster has {} m a pixel.").format(measured(size.gsd))
        return own if fits else f"{own} {learnt}"
    return (
        tr("The raster has {} m a pixel and is read at {} m.").format(measured(size.gsd), measured(working))
        + f" {learnt}"
    )
