"""Which raster to look at."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QWidget

from ..translation import tr
from .form import add_row, narrow


class RasterChoice(QObject):
    """The rasters of the project; follows the active layer until the user has chosen one.

    Signals:
        changed: another raster, or none any more.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chosen = False
        self.box = QgsMapLayerComboBox(parent)
        narrow(self.box).setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.box.activated.connect(self._choose)
        self.box.layerChanged.connect(self._layer_changed)

    def add_to(self, form: QFormLayout) -> None:
        """Put the control into a form."""
        add_row(form, tr("Ras&ter"), self.box, "phrasegonRaster")

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The raster; None: the project has none."""
        layer = self.box.currentLayer()
        return layer if isinstance(layer, QgsRasterLayer) else None

    def follow(self, active: QgsMapLayer | None) -> None:
        """The user has made another layer the active one."""
        if not self._chosen and isinstance(active, QgsRasterLayer):
            self.box.setLayer(active)

    def forget(self) -> None:
        """Follow the active layer again, as in another project."""
        self._chosen = False

    def _choose(self) -> None:
        self._chosen = True

    def _layer_changed(self, layer: QgsMapLayer | None) -> None:
        if layer is None:
            self._chosen = False
        self.box.setToolTip("" if layer is None else layer.name())
        self.changed.emit()
