"""Keeps what the dock says of words, time and detail true while the user chooses."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from ...protocol import Welcome
from ..layers.ground import view_resolution
from ..settings import Settings
from .cost import Size, tiles, time_text, working_gsd
from .estimate import detail_text, size_of
from .view import DockView

_PAUSE_MS = 150


class Hints(QObject):
    """Follows the choices of a view.

    Args:
        view: whose texts to keep.
        iface: QGIS's interface, for its map canvas.
        settings: know how fast the models were.
        parent: owner.
    """

    def __init__(self, view: DockView, iface: Any, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._iface, self._settings = view, iface, settings
        self._welcome: Welcome | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._estimate)
        view.model.changed.connect(self._model_changed)
        for part in (view.raster, view.area, view.detail, view.model, view.advanced):
            part.changed.connect(self._timer.start)
        iface.mapCanvas().extentsChanged.connect(self._timer.start)

    def set_welcome(self, welcome: Welcome) -> None:
        """The engine has told what it has."""
        self._welcome = welcome
        self._view.model.set_welcome(welcome)

    def refresh(self) -> None:
        """Something else than a choice has changed, such as the pace."""
        self._timer.start()

    def stop(self) -> None:
        """Follow nothing any more."""
        self._timer.stop()
        self._iface.mapCanvas().extentsChanged.disconnect(self._timer.start)

    def _model_changed(self) -> None:
        model = self._view.model.model
        comparing = () if self._welcome is None else self._welcome.comparing
        self._view.phrases.set_words(() if model is None else model.words, comparing)

    def _estimate(self) -> None:
        view, model = self._view, self._view.model.model
        size = self._size()
        layer = view.raster.layer
        view.advanced.set_units(metres=layer is None or layer.crs().isValid())
        view.detail.explain(detail_text(size, view.detail.gsd, model))
        if size is None or model is None or not model.installed:
            view.model.explain_time("")
            return
        asked = view.detail.gsd
        gsd = working_gsd(size, asked, model.gsd_range)
        if gsd is None and layer is not None and layer.crs().isValid():  # a web map: it is drawn as the canvas has it
            gsd = view_resolution(self._iface.mapCanvas().mapSettings())
        count = tiles(size, gsd, model.tile, view.advanced.overlap_share)
        device = view.model.used_device
        pace = None if device is None else self._settings.pace(model.name, device.name)
        view.model.explain_time(time_text(count, pace))

    def _size(self) -> Size | None:
        layer = self._view.raster.layer
        if layer is None:
            return None
        context = QgsProject.instance().transformContext()
        extent = self._view.area.extent(layer, self._iface.mapCanvas().mapSettings(), context)
        return None if extent is None else size_of(layer, extent, context)
