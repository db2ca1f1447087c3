"""What snapping needs of layers, and how its result is shown."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...protocol import Snapped
from ..quantities import counted
from ..translation import tr
from .extent import Area, rectangle
from .objects import Objects, nothing_to_snap
from .style import style_by_score

_AROUND = 1.5
"""Of the polygons' extent is looked at: the surroundings of an object tell what it is."""


def around(
    extent: QgsRectangle | None,
    crs: QgsCoordinateReferenceSystem,
    raster: QgsRasterLayer,
    context: QgsCoordinateTransformContext,
) -> Area:
    """The part of a raster that lies around polygons.

    Args:
        extent: of the polygons; None: there are none.
        crs: of the extent; invalid: that of the raster.
        raster: the run's raster.
        context: how QGIS goes from one CRS to another.

    Raises:
        UserError: there are none, or they lie outside of the raster.
    """
    if extent is None or extent.isNull():
        raise nothing_to_snap()
    return rectangle(extent.scaled(_AROUND), crs, raster, context)


def holds_polygons(layer: QgsMapLayer | None) -> bool:
    """Whether a layer is there and could be snapped."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return False
    return bool(layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry)


def show_snapped(objects: Objects, result: Snapped, name: str, above: str) -> QgsVectorLayer:
    """Add what came of polygons to the project as a layer in memory. Main thread only.

    Args:
        objects: the polygons.
        result: of the engine.
        name: of the new layer.
        above: identifier of the layer that it is put above; where that has gone, it comes above all.
    """
    options = QgsVectorLayer.LayerOptions()
    options.skipCrsValidation = True
    layer = QgsVectorLayer("MultiPolygon", name, "memory", options)
    layer.setCrs(objects.crs)
    layer.dataProvider().addAttributes(list(objects.fields))
    layer.updateFields()
    layer.dataProvider().addFeatures(list(objects.read(result.output)))
    layer.updateExtents()
    style_by_score(layer)
    project = QgsProject.instance()
    node = project.layerTreeRoot().findLayer(above)
    group = project.layerTreeRoot() if node is None else node.parent()
    project.addMapLayer(layer, False)
    group.insertLayer(0 if node is None else group.children().index(node), layer)
    return layer


def note_texts(result: Snapped) -> list[str]:
    """What the user should know before trusting the polygons, in the language of QGIS as far as it is usual."""
    texts = [note.text for note in result.notes if note.kind != "failed_tiles"]
    if result.failed_tiles:
        told = tr("{} of {} parts of the raster could not be read: the polygons there stayed as they were.")
        texts.append(told.format(counted(result.failed_tiles), counted(result.tiles)))
    return texts
