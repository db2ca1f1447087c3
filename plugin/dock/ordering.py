"""From what the widgets say to an order; what cannot be run is one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QMessageBox

from ...protocol import Preparation
from ..errors import Cancelled, UserError
from ..layers.ground import view_resolution
from ..layers.source import Prepared, prepare
from ..processing.catalogue import models
from ..settings import Settings
from ..translation import tr
from .folders import RunFolders, shows
from .leftovers import Kept, Leftover, kept_runs
from .order import Order
from .view import DockView

Make = Callable[[Callable[[], bool]], Preparation]
"""Makes a question, in any thread; it is told how to ask whether it was cancelled."""


class Ordering:
    """Takes orders from a view. Main thread only.

    Args:
        view: what the user has chosen.
        iface: QGIS's interface, for its map canvas.
        settings: the limit of what may be rendered.
        folders: where runs work.

    Attributes:
        may_overwrite: asks the user whether a file may be overwritten.
    """

    def __init__(self, view: DockView, iface: Any, settings: Settings, folders: RunFolders) -> None:
        self._view, self._iface, self._settings, self._folders = view, iface, settings, folders
        self.may_overwrite: Callable[[Path], bool] = self._ask

    def take(self) -> tuple[Order, Prepared]:
        """What the user asks for now, and all that the run needs of the raster.

        Raises:
            UserError: it cannot be run.
            Cancelled: the user does not want a file to be overwritten.
        """
        view = self._view
        phrases = view.phrases.phrases
        if not phrases:
            view.phrases.line.setFocus()
            raise UserError(tr("Say what to look for, such as “the swimming pools”."))
        layer = view.raster.layer
        if layer is None:
            raise UserError(tr("The project has no raster: add an aerial or satellite image first."))
        model = view.model.model
        if model is not None and not model.installed:
            raise UserError(
                tr("“{}” is not installed: choose another model, or get it with the button below it.").format(
                    model.title
                )
            )
        output = view.output.path
        folder = self._folders.new()
        try:
            prepared = self._prepare(layer, folder)
            if output is not None:
                self._make_room(output)
        except (UserError, Cancelled):
            self._folders.remove(folder)
            raise
        order = Order(
            phrases=phrases,
            raster=layer.id(),
            crs=layer.crs(),
            folder=folder,
            kept=Kept(kept_runs()),
            output=output,
            model=view.model.name,
            device=view.model.device,
            overlap=view.advanced.overlap_share,
            presence=view.advanced.presence.isChecked(),
            kept_features=self._settings.kept_features,
            cleanup=view.advanced.cleanup,
        )
        return order, prepared

    def take_up(self, leftover: Leftover) -> Order:
        """What the user asked for in a QGIS that has ended in mid-run.

        Raises:
            UserError: it cannot be run.
            Cancelled: the user does not want a file to be overwritten.
        """
        record = leftover.record
        if not record.temporary:
            self._make_room(Path(record.request.output))
        return Order.of(leftover, record.folder if self._folders.take_over(record.folder) else self._folders.new())

    def preparation(self, folder: Path, *, only_look: bool) -> Make | None:
        """What makes the question how the scene of a run now would be prepared; None: there is nothing to prepare.

        Args:
            folder: for files that go with the question.
            only_look: ask how much is prepared, and prepare nothing.

        Raises:
            UserError: it cannot be run.
        """
        view, layer, model = self._view, self._view.raster.layer, self._view.model.model
        if layer is None or model is None or not (model.prepares and model.installed and self._settings.kept_features):
            return None
        prepared = self._prepare(layer, folder)
        if not prepared.lasting:
            return None
        choices: dict[str, Any] = {
            "kept_features": self._settings.kept_features,
            "only_look": only_look,
            "model": view.model.name,
            "device": view.model.device,
            "overlap": view.advanced.overlap_share,
        }
        return lambda cancelled: Preparation(**prepared.materialise(cancelled).asked(), **choices)

    def _prepare(self, layer: QgsRasterLayer, folder: Path) -> Prepared:
        """All that a run needs of the part of a raster that is chosen."""
        name, model = self._view.model.name, self._view.model.model
        view = self._iface.mapCanvas().mapSettings()
        return prepare(
            layer,
            self._view.area.area(layer, view, QgsProject.instance().transformContext()),
            self._view.detail.gsd,
            folder,
            trained=models().get(name) if model is None else model.gsd_range,
            view_gsd=view_resolution(view),
            limit=self._settings.largest_render_megapixels,
        )

    def _make_room(self, output: Path) -> None:
        """Layers that show a file let go of it before it is written anew."""
        project = QgsProject.instance()
        layers: list[QgsMapLayer] = [project.mapLayer(each) for each in shows(project, output)]
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and layer.isEditable():
                raise UserError(
                    tr("“{}” shows {} and is being edited: save or discard the edits first.").format(
                        layer.name(), output
                    )
                )
        if output.exists() and not self.may_overwrite(output):
            raise Cancelled
        project.removeMapLayers([layer.id() for layer in layers])

    def _ask(self, path: Path) -> bool:
        question = tr("{} is there already. Overwrite it with the new polygons?").format(path)
        answer = QMessageBox.question(self._view, tr("Phrasegon"), question)
        return bool(answer == QMessageBox.StandardButton.Yes)
