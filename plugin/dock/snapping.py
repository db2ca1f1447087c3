"""Lets polygons on the map snap to the objects that they roughly show, into a new layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import QObject

from ...protocol import Part, Snap, Snapped, Welcome
from ..errors import UserError
from ..layers.aoi import box_of
from ..layers.ground import view_resolution
from ..layers.objects import Objects
from ..layers.snapping import around, holds_polygons, note_texts, show_snapped
from ..layers.source import Prepared, prepare
from ..messages import Messages
from ..quantities import counted
from ..runtime.engine import Engine
from ..runtime.task import EngineTask
from ..settings import Settings
from ..translation import tr
from .folders import RunFolders
from .form import plain
from .view import DockView


@dataclass(frozen=True)
class _Errand:
    """What is to be asked.

    Attributes:
        layer: identifier of the polygons' layer.
        name: of that layer.
        objects: the polygons.
        prepared: all that is needed of the raster.
        folder: for files that go with the question.
        model: name in the catalogue.
        device: ``auto`` or the name of a device.
    """

    layer: str
    name: str
    objects: Objects
    prepared: Prepared
    folder: Path
    model: str
    device: str

    def command(self, cancelled: Callable[[], bool]) -> Snap:
        """Write what must be written, and say what to ask; in any thread."""
        source, rough = self.prepared.materialise(cancelled), self.folder / "rough.fgb"
        self.objects.write(rough, cancelled)
        return Snap(
            scene=source.scene,
            vector=str(rough),
            output=str(self.folder / "snapped.gpkg"),
            model=self.model,
            device=self.device,
            gsd=source.gsd,
            bands=source.bands,
            stretch=source.stretch,
        )


class Snapping(QObject):
    """Offers it for the active layer if that holds polygons, else for the last result. Main thread only.

    Args:
        view: whose button it is; raster, pixel size and device are those chosen there.
        iface: QGIS's interface, for its layers and its map canvas.
        engine: the one of the session.
        folders: for files that go with the question.
        settings: the limit of what may be rendered.
        messages: told how it ended.
        parent: owner.
    """

    def __init__(
        self,
        view: DockView,
        iface: Any,
        engine: Engine,
        folders: RunFolders,
        settings: Settings,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._iface, self._engine = view, iface, engine
        self._folders, self._settings, self._messages = folders, settings, messages
        self._button = view.progress.snap_button
        self._part: Part | None = None
        self._results: tuple[str, ...] = ()
        self._task: EngineTask | None = None
        self._button.clicked.connect(lambda _: self.press())
        iface.currentLayerChanged.connect(self._look)
        QgsProject.instance().layersRemoved.connect(self._look)
        QgsProject.instance().cleared.connect(self.cancel)
        self._look()

    @property
    def busy(self) -> bool:
        """Whether polygons are being snapped."""
        return self._task is not None

    def set_welcome(self, welcome: Welcome) -> None:
        """The engine has told what it has: the smallest network that is installed is taken."""
        self._part = next((part for part in welcome.snapping if part.installed), None)
        self._look()

    def offer(self, results: Sequence[QgsVectorLayer]) -> None:
        """A run has ended with these layers."""
        self._results = tuple(layer.id() for layer in results)
        self._look()

    def press(self) -> None:
        """Begin, or end what is under way."""
        if self.busy:
            self.cancel()
            return
        try:
            self._start()
        except UserError as error:
            self._messages.error(error)

    def cancel(self) -> None:
        """End what is under way."""
        if self._task is not None:
            self._task.cancel()

    def stop(self, milliseconds: int) -> None:
        """Follow nothing any more, and let what is under way come to its end before its folder goes."""
        self._iface.currentLayerChanged.disconnect(self._look)
        QgsProject.instance().layersRemoved.disconnect(self._look)
        QgsProject.instance().cleared.disconnect(self.cancel)
        self.cancel()
        if self._task is not None:
            self._task.waitForFinished(milliseconds)

    def _layer(self) -> QgsVectorLayer | None:
        """The polygons to snap; None: there are none."""
        found = [QgsProject.instance().mapLayer(identifier) for identifier in self._results]
        candidates = [self._iface.activeLayer(), *found]
        return next((layer for layer in candidates if holds_polygons(layer)), None)

    def _look(self, *_: object) -> None:
        """Let the button say what it can do now."""
        layer, button = self._layer(), self._button
        button.setVisible(self.busy or layer is not None)
        button.setEnabled(self.busy or self._part is not None)
        button.setText(tr("Cancel snapping") if self.busy else tr("S&nap to objects"))
        button.setAccessibleName(plain(button.text()))
        if self._part is None:
            tip = tr("This needs SAM 2.1, which is not installed: get it under Settings > Options > Phrasegon.")
        elif layer is None:
            tip = ""
        else:
            tip = tr("Adds a layer in which the polygons of “{}” follow the objects in them, as {} sees them.")
            tip = tip.format(layer.name(), self._part.title)
        button.setToolTip(tip)

    def _start(self) -> None:
        layer, raster, part = self._layer(), self._view.raster.layer, self._part
        if layer is None or part is None:
            return
        if raster is None:
            raise UserError(tr("The project has no raster: add an aerial or satellite image first."))
        settings, context = self._iface.mapCanvas().mapSettings(), QgsProject.instance().transformContext()
        area = around(box_of(layer), layer.crs(), raster, context)
        folder = self._folders.new()
        try:
            gsd, view_gsd = self._view.detail.gsd, view_resolution(settings)
            limit = self._settings.largest_render_megapixels
            prepared = prepare(raster, area, gsd, folder, view_gsd=view_gsd, limit=limit)
        except UserError:
            self._folders.remove(folder)
            raise
        objects = Objects(QgsVectorLayerFeatureSource(layer), layer.fields(), layer.crs())
        device = self._view.model.device
        errand = _Errand(layer.id(), layer.name(), objects, prepared, folder, part.name, device)
        self._task = task = EngineTask(
            tr("Phrasegon: “{}” snaps to objects").format(layer.name()), self._engine, errand.command
        )
        task.answered.connect(lambda answer: self._answered(answer, errand))
        task.failed.connect(lambda error: self._failed(error, errand))
        task.cancelled_.connect(lambda: self._end(errand))
        task.start()
        self._look()

    def _answered(self, answer: Snapped, errand: _Errand) -> None:
        show_snapped(errand.objects, answer, tr("{} (snapped)").format(errand.name), errand.layer)
        self._end(errand)
        told = tr("{} of {} polygons follow an object now.")
        self._messages.success(told.format(counted(answer.snapped), counted(answer.polygons)))
        for note in note_texts(answer):
            self._messages.warning(note)

    def _failed(self, error: UserError, errand: _Errand) -> None:
        self._end(errand)
        self._messages.error(error)

    def _end(self, errand: _Errand) -> None:
        self._task = None
        self._folders.remove(errand.folder)
        self._look()
