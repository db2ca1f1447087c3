"""What snapping needs of a raster, and what is said of its result."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsRasterLayer, QgsRectangle

from ...protocol import Snapped
from ..quantities import counted
from ..translation import tr
from .extent import Area, rectangle

_AROUND = 1.5
"""Of the polygons' extent is looked at: the surroundings of an object tell what it is."""


def around(
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    raster: QgsRasterLayer,
    context: QgsCoordinateTransformContext,
) -> Area:
    """The part of a raster that lies around polygons.

    Args:
        extent: of the polygons.
        crs: of the extent; invalid: that of the raster.
        raster: the run's raster.
        context: how QGIS goes from one CRS to another.

    Raises:
        UserError: they lie outside of the raster.
    """
    return rectangle(extent.scaled(_AROUND), crs, raster, context)


def note_texts(result: Snapped) -> list[str]:
    """What the user should know before trusting the polygons, in the language of QGIS as far as it is usual."""
    texts = [note.text for note in result.notes if note.kind != "failed_tiles"]
    if result.failed_tiles:
        told = tr("{} of {} parts of the raster could not be read: the polygons there stayed as they were.")
        texts.append(told.format(counted(result.failed_tiles), counted(result.tiles)))
    return texts
