"""Polygons on their way to the engine and back: only their shapes go, whatever else is known of them waits here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import (
    QgsAbstractFeatureSource,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ..errors import Cancelled, UserError
from ..translation import tr
from .dataset import quiet_gdal

SCORE, SNAPPED = "snap_score", "snapped"
"""Columns that snapping adds."""
KIND = QgsWkbTypes.Type.MultiPolygon
_NUMBER = "number"


def nothing_to_snap() -> UserError:
    """What is said where there is no polygon."""
    return UserError(tr("There is no polygon to snap: draw or select one."))


class Objects:
    """The polygons of a source, to be written into a file and read back with their new outlines by any thread.

    Args:
        source: of the features; made, like this, on the main thread.
        fields: of the source.
        crs: of the source; invalid where it has none.

    Attributes:
        fields: those of the source, ``snap_score`` and ``snapped``.
        crs: of the source.
    """

    def __init__(
        self,
        source: QgsFeatureSource | QgsAbstractFeatureSource,
        fields: QgsFields,
        crs: QgsCoordinateReferenceSystem,
    ) -> None:
        self._source, self.crs = source, crs
        self._iterator = source.getFeatures(QgsFeatureRequest())  # of no use without its source
        self._features: list[QgsFeature] = []
        self._columns = [index for index, field in enumerate(fields) if field.name() not in (SCORE, SNAPPED)]
        self.fields = QgsFields()
        for index in self._columns:
            self.fields.append(fields.at(index))
        self.fields.append(QgsField(SCORE, QVariant.Double))
        self.fields.append(QgsField(SNAPPED, QVariant.Bool))

    def write(self, path: Path, cancelled: Callable[[], bool]) -> None:
        """Write their shapes with a number each into a FlatGeobuf; once. Curves become edges, heights go.

        Raises:
            Cancelled: the user ended it.
            UserError: there are none, or the file cannot be written.
        """
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "FlatGeobuf"  # a GeoPackage without CRS claims to have one
        numbers = QgsFields()
        numbers.append(QgsField(_NUMBER, QVariant.Int))
        context = QgsCoordinateTransformContext()
        writer = QgsVectorFileWriter.create(str(path), numbers, KIND, self.crs, context, options)
        written = 0
        for feature in self._iterator:
            if cancelled():
                raise Cancelled
            self._features.append(feature)
            shape = _flat(feature.geometry())
            if not shape.isEmpty():
                bare = QgsFeature(numbers)
                bare.setAttributes([len(self._features) - 1])
                bare.setGeometry(shape)
                written += writer.addFeature(bare, QgsFeatureSink.Flag.FastInsert)
        failed, reason = writer.hasError() != QgsVectorFileWriter.WriterError.NoError, writer.errorMessage()
        del writer  # closes the file
        if failed:
            raise UserError(tr("Polygons cannot be written to {}: make room there.").format(path.parent), reason)
        if not written:
            raise nothing_to_snap()

    def read(self, output: str) -> Iterator[QgsFeature]:
        """All of them in their order, with new outlines where the engine's file has any."""
        with quiet_gdal():
            layer = QgsVectorLayer(output, "", "ogr")
            found = {row[_NUMBER]: row for row in layer.getFeatures() if row[SNAPPED]}
        for number, feature in enumerate(self._features):
            row, values = found.get(number), feature.attributes()
            new = QgsFeature(self.fields)
            score = None if row is None else row[SCORE]
            new.setAttributes([*(values[index] for index in self._columns), score, row is not None])
            new.setGeometry(_flat(feature.geometry() if row is None else row.geometry()))
            yield new


def _flat(geometry: QgsGeometry) -> QgsGeometry:
    """As one multi-polygon with straight edges and without heights; empty where there is no polygon."""
    parts = [] if geometry.isNull() else geometry.coerceToType(KIND)
    return parts[0] if parts else QgsGeometry()
