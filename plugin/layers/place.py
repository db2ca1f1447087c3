"""Boxes from one coordinate reference system to another."""

from __future__ import annotations

import math

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsRectangle,
)


def moved_box(
    box: QgsRectangle,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> QgsRectangle | None:
    """The box around a box in another CRS; None where that CRS cannot hold it.

    Without a CRS on either side coordinates stay as they are, as on QGIS's map.
    """
    transform = QgsCoordinateTransform(source, target, context)
    transform.setBallparkTransformsAreAppropriate(True)
    try:
        moved = transform.transformBoundingBox(box)
    except QgsCsException:
        return None
    sides = (moved.xMinimum(), moved.yMinimum(), moved.xMaximum(), moved.yMaximum())
    return moved if all(map(math.isfinite, sides)) else None
