"""Which part of the raster to look at."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsMapLayerProxyModel,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from ..errors import UserError
from ..layers.extent import Area, current_view, polygons_of, whole_layer
from ..layers.place import moved_box
from ..translation import tr
from .form import add_row, name_control, narrow, stacked

WHOLE, VIEW, POLYGONS = "whole", "view", "polygons"


class AreaChoice(QObject):
    """The whole raster, what the map shows of it, or the polygons of a layer.

    Signals:
        changed: another part.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = narrow(QComboBox(parent))
        self.layers = QgsMapLayerComboBox(parent)
        narrow(self.layers).setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.selected = QCheckBox(tr("Selected only"), parent)
        self._form: QFormLayout | None = None
        self._label: QLabel | None = None
        self._field = stacked(self.layers, self.selected)
        self._field.setParent(parent)
        self._layer_id = ""
        self.kind.addItem(tr("Whole raster"), WHOLE)
        self.kind.addItem(tr("Current view"), VIEW)
        self.kind.addItem(tr("Polygons of a layer"), POLYGONS)

    def add_to(self, form: QFormLayout) -> None:
        """Put the controls into a form."""
        add_row(form, tr("E&xtent"), self.kind, "phrasegonExtent")
        self._form = form
        self._label = add_row(form, tr("Pol&ygons"), self.layers, "phrasegonPolygonLayer", field=self._field)
        self._label.setParent(self._field.parentWidget())
        spoken = tr("Selected only")
        name_control(self.selected, "phrasegonSelectedOnly", spoken)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.layers.layerChanged.connect(self._layer_changed)
        self.selected.toggled.connect(self.changed)
        self._kind_changed()
        self._layer_changed()

    def choose(self, kind: str) -> None:
        """Choose ``WHOLE``, ``VIEW`` or ``POLYGONS``."""
        self.kind.setCurrentIndex(self.kind.findData(kind))

    def area(self, raster: QgsRasterLayer, view: QgsMapSettings, context: QgsCoordinateTransformContext) -> Area:
        """The chosen part of a raster.

        Args:
            raster: the run's raster.
            view: of the map canvas.
            context: how QGIS goes from one CRS to another.

        Raises:
            UserError: nothing of the raster lies in it, or no layer is chosen.
        """
        kind = self.kind.currentData()
        if kind == VIEW:
            return current_view(view, raster)
        if kind == POLYGONS:
            layer = self._layer
            if layer is None:
                raise UserError(tr("The project has no polygon layer: add one, or choose another extent."))
            return polygons_of(layer, raster, context, selected=self.selected.isChecked())
        return whole_layer()

    def extent(
        self, raster: QgsRasterLayer, view: QgsMapSettings, context: QgsCoordinateTransformContext
    ) -> QgsRectangle | None:
        """The box around the chosen part in the raster's CRS, found quickly; None: nothing of the raster is in it."""
        kind, layer = self.kind.currentData(), self._layer
        if kind == WHOLE:
            return raster.extent()
        if kind == VIEW:
            box = moved_box(view.visibleExtent(), view.destinationCrs(), raster.crs(), context)
        elif layer is None:
            return None
        else:
            part = layer.boundingBoxOfSelected() if self.selected.isChecked() else layer.extent()
            box = None if part.isNull() else moved_box(part, layer.crs(), raster.crs(), context)
        part = None if box is None else box.intersect(raster.extent())
        return None if part is None or part.isEmpty() else part

    @property
    def _layer(self) -> QgsVectorLayer | None:
        layer = self.layers.currentLayer()
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _kind_changed(self) -> None:
        shown = self.kind.currentData() == POLYGONS
        if self._form is not None:
            if shown and self._form.indexOf(self._field) < 0:  # a hidden row would leave a gap
                row, _ = self._form.getWidgetPosition(self.kind)
                self._form.insertRow(row + 1, self._label, self._field)
            elif not shown and self._form.indexOf(self._field) >= 0:
                self._form.takeRow(self._field)
        for each in (self._label, self._field):
            if each is not None:
                each.setVisible(shown)
        self.changed.emit()

    def _layer_changed(self) -> None:
        layer = self._layer
        if layer is not None and layer.id() != self._layer_id:
            layer.selectionChanged.connect(self._selection_changed)  # goes with the layer
            self._layer_id = layer.id()
        self._selection_changed()

    def _selection_changed(self) -> None:
        layer = self._layer
        count = 0 if layer is None else layer.selectedFeatureCount()
        self.selected.setText(tr("Selected only ({})").format(count))
        self.selected.setEnabled(count > 0 or self.selected.isChecked())
        self.changed.emit()
