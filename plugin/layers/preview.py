"""Polygons on the map while the tiles are still being worked on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer

from ... import protocol
from ..translation import tr
from .style import style_plainly

_REPAINT_MS = 400
"""Tiles come faster than a map is drawn: one drawing serves all that came meanwhile."""


class PreviewLayer:
    """A layer on top of the map that stays out of the legend and goes without a trace. Main thread only.

    Args:
        project: whose map shows it; it is not marked as changed.
        crs: of the scene.
    """

    def __init__(self, project: QgsProject, crs: QgsCoordinateReferenceSystem) -> None:
        self._project = project
        options = QgsVectorLayer.LayerOptions()
        options.skipCrsValidation = True
        layer = QgsVectorLayer("Polygon", tr("Polygons so far"), "memory", options)
        layer.setCrs(crs)
        layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
        layer.setCustomProperty("skipMemoryLayersCheck", 1)  # QGIS asks nobody to save it
        style_plainly(layer)
        with _unchanged(project):
            project.addMapLayer(layer, False)
            project.layerTreeRoot().insertLayer(0, layer)
        self._identifier = layer.id()
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REPAINT_MS)
        self._timer.timeout.connect(self._repaint)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer; None: it has been removed, by whomever."""
        return self._project.mapLayer(self._identifier)

    def add(self, said: protocol.Preview) -> int:
        """Take the polygons of finished tiles and delete their file.

        Returns:
            How many there are now.
        """
        layer, path = self.layer, Path(said.polygons)
        if layer is None:
            path.unlink(missing_ok=True)
            return 0
        features = list(_features(path))
        path.unlink(missing_ok=True)
        layer.dataProvider().addFeatures(features, QgsFeatureSink.Flag.FastInsert)
        layer.updateExtents()
        if not self._timer.isActive():
            self._timer.start()
        return int(layer.featureCount())

    def remove(self) -> None:
        """Take it away; a second time does nothing."""
        self._timer.stop()
        if self.layer is not None:
            with _unchanged(self._project):
                self._project.removeMapLayer(self._identifier)

    def _repaint(self) -> None:
        layer = self.layer
        if layer is not None:
            layer.triggerRepaint()


def _features(path: Path) -> Iterator[QgsFeature]:
    """What can be read of a file; a run that was broken off may have left half a line."""
    try:
        lines = path.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        geometry = QgsGeometry()
        try:
            geometry.fromWkb(bytes.fromhex(line))
        except ValueError:
            continue
        if not geometry.isEmpty():
            feature = QgsFeature()
            feature.setGeometry(geometry)
            yield feature


@contextmanager
def _unchanged(project: QgsProject) -> Iterator[None]:
    """Keeps a project that has no unsaved changes from being asked about at its end."""
    changed = project.isDirty()
    yield
    if not changed:
        project.setDirty(False)
