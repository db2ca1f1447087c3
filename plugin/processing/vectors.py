"""Polygons between Processing and the files that the engine reads and writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...protocol import Result
from ..errors import Cancelled, UserError
from ..layers.dataset import quiet_gdal
from ..translation import tr


class Snapshot:
    """The polygons of a source as they are when this is made, to be written into a file by any thread.

    Args:
        source: a parameter's value; that only selected or filtered features are wanted holds.
    """

    def __init__(self, source: QgsProcessingFeatureSource) -> None:
        self._crs = _known(source.sourceCrs())
        self._source = source  # its iterator is of no use without it
        self._features = source.getFeatures(QgsFeatureRequest().setNoAttributes())

    def write(self, path: Path, cancelled: Callable[[], bool]) -> None:
        """Write them into a FlatGeobuf, in their CRS and any order; once.

        Raises:
            Cancelled: the user ended it.
            UserError: the file cannot be written.
        """
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "FlatGeobuf"
        kind, context = QgsWkbTypes.Type.MultiPolygon, QgsCoordinateTransformContext()
        writer = QgsVectorFileWriter.create(str(path), QgsFields(), kind, self._crs, context, options)
        for feature in self._features:
            if cancelled():
                raise Cancelled
            for geometry in feature.geometry().coerceToType(kind):  # curves become edges, heights go
                bare = QgsFeature()
                bare.setGeometry(geometry)
                writer.addFeature(bare, QgsFeatureSink.Flag.FastInsert)
        failed, reason = writer.hasError() != QgsVectorFileWriter.WriterError.NoError, writer.errorMessage()
        del writer  # closes the file
        if failed:
            raise UserError(tr("Polygons cannot be written to {}: make room there.").format(path.parent), reason)


class FoundPolygons:
    """What the engine has found, read back to be put into a sink.

    Args:
        result: of the run; its output is a GeoPackage with one layer a phrase.

    Attributes:
        fields: ``phrase``, ``score``, ``presence``, ``area_m2``, ``perimeter_m``, ``model``.
        crs: of the polygons; invalid where the raster has none.
    """

    def __init__(self, result: Result) -> None:
        names = dict.fromkeys(result.layers)
        with quiet_gdal():  # an older GDAL warns of the newer one's GeoPackage, which it reads all the same
            self._layers = [QgsVectorLayer(f"{result.output}|layername={name}", name, "ogr") for name in names]
        first = self._layers[0]
        self._columns = [index for index, field in enumerate(first.fields()) if field.name() != "fid"]
        self.crs = _known(first.crs())
        self.fields = QgsFields()
        for index in self._columns:
            self.fields.append(first.fields().at(index))

    def pour(self, sink: QgsFeatureSink) -> None:
        """Put all of them into a sink, in their order; nothing interrupts it, so that the sink gets all or says why.

        Raises:
            UserError: the sink took not all of them.
        """
        if not all(sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert) for feature in self._features()):
            raise UserError(tr("The polygons cannot be written: make room, or choose another place."), sink.lastError())

    def _features(self) -> Iterator[QgsFeature]:
        for layer in self._layers:
            with quiet_gdal():
                each = layer.getFeatures()
            for found in each:
                values = found.attributes()
                feature = QgsFeature(self.fields)
                feature.setAttributes([values[index] for index in self._columns])
                feature.setGeometry(found.geometry())
                yield feature


def _known(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateReferenceSystem:
    """The same, or none: a GeoPackage without CRS claims to have an undefined one."""
    undefined = not crs.authid() and crs.description().lower().startswith("undefined ")
    return QgsCoordinateReferenceSystem() if undefined else crs
