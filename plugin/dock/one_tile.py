"""The current view as one tile, for words that are judged within each tile."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ...protocol import Model
from ..errors import UserError
from ..layers.extent import current_view
from ..quantities import measured
from ..translation import tr
from .area import VIEW, WHOLE
from .cost import working_gsd
from .detail import COARSEST, DECIMALS
from .estimate import longer_side, size_of
from .view import DockView

_ROUNDING = 1.01
"""The engine takes the raster's own pixels as long as they are so near to what the model has learnt."""


@dataclass(frozen=True)
class _Fit:
    """Pixels with which the view is one tile.

    Attributes:
        asked: metres a pixel to ask for; None: as the raster, which is one tile already.
        gsd: metres a pixel that are worked at then.
    """

    asked: float | None
    gsd: float


class OneTile(QObject):
    """Sets a view's extent and pixel size on request, and back again; what it sets the user sees and may change.

    Args:
        view: what the user has chosen.
        iface: QGIS's interface, for its map canvas.
        parent: owner.
    """

    def __init__(self, view: DockView, iface: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._iface = view, iface
        self._taken: _Fit | None = None
        self._offer = view.phrases.tile_offer
        self._offer.wanted.connect(self._take)
        self._offer.back.connect(self._give_back)
        for part in (view.phrases, view.raster, view.area, view.detail, view.model):
            part.changed.connect(self._refresh)
        iface.mapCanvas().extentsChanged.connect(self._refresh)

    def stop(self) -> None:
        """Follow nothing any more."""
        self._iface.mapCanvas().extentsChanged.disconnect(self._refresh)

    def _take(self) -> None:
        fit = self._fit()
        if fit is not None:
            self._set(VIEW, fit.asked)
            self._taken = fit
            self._refresh()

    def _give_back(self) -> None:
        self._set(WHOLE, None)

    def _set(self, kind: str, gsd: float | None) -> None:
        self._view.area.choose(kind)
        self._view.detail.gsd = gsd

    def _refresh(self) -> None:
        view, taken = self._view, self._taken
        if taken is not None and (view.area.kind.currentData() != VIEW or view.detail.gsd != taken.asked):
            self._taken = taken = None  # the user has chosen something else
        compares = view.phrases.compares
        fit = self._fit() if compares or taken is not None else None
        one = fit is not None and taken is not None and fit.gsd <= taken.gsd
        text = _sentence(taken, view.model.model) if one and taken is not None else ""
        self._offer.show_offer(use=compares and fit not in (None, taken), back=taken is not None, text=text)

    def _fit(self) -> _Fit | None:
        """What makes the view one tile; None: there is no view of the raster, or it has no metres."""
        layer, model = self._view.raster.layer, self._view.model.model
        if layer is None or model is None:
            return None
        context = QgsProject.instance().transformContext()
        try:
            box = current_view(self._iface.mapCanvas().mapSettings(), layer).box
        except UserError:
            return None
        size = None if box is None else size_of(layer, box, context)
        side = None if box is None else longer_side(layer, box, context)
        if size is None or side is None:
            return None
        # One pixel less than a tile, and rounded up: what the engine rounds must not make it two.
        gsd = math.ceil(side / (model.tile - 1) * 10**DECIMALS) / 10**DECIMALS
        own = working_gsd(size, None, model.gsd_range)
        if own is not None and gsd * _ROUNDING <= own:
            return _Fit(None, own)
        return _Fit(gsd, gsd) if gsd <= COARSEST else None


def _sentence(fit: _Fit, model: Model | None) -> str:
    told = tr("The view is one tile at {} m a pixel.").format(measured(fit.gsd))
    if model is None or model.gsd_range[0] / _ROUNDING <= fit.gsd <= model.gsd_range[1] * _ROUNDING:
        return told
    finest, coarsest = map(measured, model.gsd_range)
    beyond = tr("The model has learnt {} to {} m, so expect less of it here.").format(finest, coarsest)
    return f"{told} {beyond}"
