"""Polygons of a layer as the area that a run is limited to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import (
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..errors import Cancelled, UserError
from ..translation import tr
from .place import moved_box


class Polygons:
    """The polygons of a layer, or those selected in it, held so that any thread may write them into a file.

    Made on the main thread. What the user has edited and not yet saved counts; layers in memory are fine.

    Args:
        layer: of polygons.
        raster: the run's raster.
        context: how QGIS goes from one CRS to another.
        selected: only the selected features.

    Attributes:
        extent: of the polygons, in the raster's CRS.

    Raises:
        UserError: no polygons, nothing selected, or no overlap with the raster.
    """

    def __init__(
        self,
        layer: QgsVectorLayer,
        raster: QgsRasterLayer,
        context: QgsCoordinateTransformContext,
        *,
        selected: bool = False,
    ) -> None:
        self._name, self._raster_name = layer.name(), raster.name()
        if not layer.isValid() or layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
            raise UserError(tr("The layer “{}” holds no polygons: choose a layer of polygons.").format(layer.name()))
        if selected and not layer.selectedFeatureCount():
            raise UserError(
                tr("Nothing is selected in “{}”: select the polygons to work in, or take all of them.").format(
                    layer.name()
                )
            )
        self._request = QgsFeatureRequest().setNoAttributes()
        if selected:
            self._request.setFilterFids(layer.selectedFeatureIds())
        self._source = QgsVectorLayerFeatureSource(layer)
        self._from, self._to, self._context = layer.crs(), raster.crs(), context
        self._raster_extent = raster.extent()
        box = layer.boundingBoxOfSelected() if selected else box_of(layer)
        moved = None if box is None else moved_box(box, self._from, self._to, context)
        self.extent = self._overlap(moved)

    def write(self, path: Path, cancelled: Callable[[], bool]) -> None:
        """Write those that touch the raster into a FlatGeobuf, in the raster's CRS.

        Args:
            path: of the file; replaced.
            cancelled: asked between polygons.

        Raises:
            UserError: none of them touches the raster, or the file cannot be written.
            Cancelled: the user ended it.
        """
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "FlatGeobuf"  # a GeoPackage without CRS claims to have one
        kind = QgsWkbTypes.Type.MultiPolygon
        writer = QgsVectorFileWriter.create(str(path), QgsFields(), kind, self._to, self._context, options)
        written = 0
        for geometry in self._geometries(cancelled):
            feature = QgsFeature()
            feature.setGeometry(geometry)
            written += writer.addFeature(feature)
        failed, reason = writer.hasError() != QgsVectorFileWriter.WriterError.NoError, writer.errorMessage()
        del writer  # closes the file
        if failed:
            raise UserError(
                tr("The area to work in cannot be written to {}: make room or choose another folder.").format(path),
                reason,
            )
        if not written:
            raise self._outside()

    def _geometries(self, cancelled: Callable[[], bool]) -> Iterator[QgsGeometry]:
        transform = QgsCoordinateTransform(self._from, self._to, self._context)
        for feature in self._source.getFeatures(self._request):
            if cancelled():
                raise Cancelled
            geometry = feature.geometry()
            if geometry.isEmpty():
                continue
            flat = QgsGeometry(geometry.constGet().segmentize())
            flat.get().dropZValue()
            flat.get().dropMValue()
            flat.convertToMultiType()
            try:
                flat.transform(transform)
            except QgsCsException:  # what the raster's CRS cannot hold cannot lie in the raster
                continue
            if flat.boundingBoxIntersects(self._raster_extent):
                yield flat

    def _overlap(self, box: QgsRectangle | None) -> QgsRectangle:
        if box is None or not box.intersects(self._raster_extent):
            raise self._outside()
        return box.intersect(self._raster_extent)

    def _outside(self) -> UserError:
        return UserError(
            tr("The polygons of “{}” lie outside of “{}”: choose polygons that lie on the raster.").format(
                self._name, self._raster_name
            )
        )


def box_of(layer: QgsVectorLayer) -> QgsRectangle | None:
    """Around what is saved and what is not; QGIS forgets the latter where nothing has been saved yet."""
    boxes = [layer.extent()] if layer.dataProvider().featureCount() != 0 else []
    if layer.editBuffer() is not None:
        added = [feature.geometry() for feature in layer.editBuffer().addedFeatures().values()]
        edited = (*added, *layer.editBuffer().changedGeometries().values())
        boxes += [geometry.boundingBox() for geometry in edited if not geometry.isEmpty()]
    if not boxes:
        return None
    whole = QgsRectangle(boxes[0])
    for box in boxes[1:]:
        whole.combineExtentWith(box)
    return whole
