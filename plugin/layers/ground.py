"""How large a unit of a map is on the ground."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
    QgsUnitTypes,
)

_DISTORTION = 0.01
"""A projection whose scale is off by less keeps its nominal metres, as the engine has it: 10 m in UTM are 10 m."""
_STEP_M = 50.0
"""Half the length that is measured: small for a map, large for the rounding of its coordinates."""


def metres_per_unit(
    crs: QgsCoordinateReferenceSystem, at: QgsPointXY, context: QgsCoordinateTransformContext
) -> tuple[float, float] | None:
    """Metres on the ground that one unit of the map is long, along x and along y.

    Args:
        crs: of the map.
        at: where to measure, in that CRS.
        context: how QGIS goes from one CRS to another.

    Returns:
        None without a CRS, or where the CRS cannot hold the place.
    """
    if not crs.isValid():
        return None
    nominal = QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)
    ruler = QgsDistanceArea()
    ruler.setSourceCrs(crs, context)
    ruler.setEllipsoid("EPSG:7030")
    step = _STEP_M / nominal
    try:
        x = ruler.measureLine(QgsPointXY(at.x() - step, at.y()), QgsPointXY(at.x() + step, at.y())) / (2 * step)
        y = ruler.measureLine(QgsPointXY(at.x(), at.y() - step), QgsPointXY(at.x(), at.y() + step)) / (2 * step)
    except QgsCsException:
        return None
    if not (math.isfinite(x) and math.isfinite(y) and x > 0 and y > 0):
        return None
    if not crs.isGeographic() and abs(math.sqrt(x * y) / nominal - 1) < _DISTORTION:
        return nominal, nominal
    return x, y


def pixel_size(
    extent: QgsRectangle,
    columns: int,
    rows: int,
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> float | None:
    """Ground sample distance in the middle of a raster, metres; None without a CRS or without pixels."""
    metres = metres_per_unit(crs, extent.center(), context)
    if metres is None or columns < 1 or rows < 1:
        return None
    return math.sqrt(extent.width() / columns * metres[0] * extent.height() / rows * metres[1])


def view_resolution(view: QgsMapSettings) -> float | None:
    """Metres on the ground that a pixel of the map canvas shows; None without a CRS.

    Args:
        view: the canvas's ``mapSettings()``.
    """
    metres = metres_per_unit(view.destinationCrs(), view.visibleExtent().center(), view.transformContext())
    return None if metres is None else view.mapUnitsPerPixel() * math.sqrt(metres[0] * metres[1])
