"""Layers drawn into a GeoTIFF as they look on the map: web maps, palettes, shaded relief."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QThread

from ..errors import Cancelled, UserError
from ..translation import tr
from .dataset import open_quietly, quiet_gdal
from .picture import Asked, Told, drafted, unreadable

_OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER"]
_BLOCK = 1024
"""Side of what is asked of a source at once, in pixels."""
_POLL_S = 0.1
_GAP = 0.001
"""Share of a web map that may stay empty without a word."""


@dataclass(frozen=True)
class Canvas:
    """The pixels to draw.

    Attributes:
        extent: that they cover, in the layer's CRS.
        columns: of them.
        rows: of them.
    """

    extent: QgsRectangle
    columns: int
    rows: int


class Rendering:
    """A layer drawn on a canvas.

    Made on the main thread, where it copies all that it needs of the layer; drawn on any.

    Args:
        layer: to draw.
        canvas: the pixels to draw.
        path: of the GeoTIFF.
        context: how QGIS goes from one CRS to another.
        gapless: whether empty places are worth a word.

    Attributes:
        notes: filled when it is drawn.
    """

    def __init__(
        self,
        layer: QgsRasterLayer,
        canvas: Canvas,
        path: Path,
        context: QgsCoordinateTransformContext,
        *,
        gapless: bool,
    ) -> None:
        self._name, self._canvas, self._path = layer.name(), canvas, path
        self._crs, self._context, self._gapless = QgsCoordinateReferenceSystem(layer.crs()), context, gapless
        self._pipe: QgsRasterPipe | None = _copied_pipe(layer)
        self.notes: list[str] = []

    def produce(self, cancelled: Asked, progress: Told) -> str:
        """Draw it; a second call finds it drawn.

        Raises:
            UserError: nothing can be seen there, or the file cannot be written.
            Cancelled: the user ended it.
        """
        if self._pipe is None:
            return str(self._path)
        pipe, self._pipe = self._pipe, None
        pipe.provider().moveToThread(QThread.currentThread())
        with drafted(self._path) as draft:
            said = self._draw(pipe, draft, cancelled, progress)
            self._look_at(draft, said)
        return str(self._path)

    def _draw(self, pipe: QgsRasterPipe, draft: Path, cancelled: Asked, progress: Told) -> list[str]:
        writer = QgsRasterFileWriter(str(draft))
        writer.setOutputFormat("GTiff")
        writer.setCreateOptions(_OPTIONS)
        writer.setMaxTileWidth(_BLOCK)
        writer.setMaxTileHeight(_BLOCK)
        feedback = QgsRasterBlockFeedback()
        feedback.progressChanged.connect(lambda percent: progress(percent / 100))
        canvas = self._canvas
        with _cancelling(feedback, cancelled):
            error = writer.writeRaster(
                pipe, canvas.columns, canvas.rows, canvas.extent, self._crs, self._context, feedback
            )
        errors = QgsRasterFileWriter.WriterError
        if feedback.isCanceled() or error == errors.WriteCanceled:
            raise Cancelled
        if error in (errors.SourceProviderError, errors.NoDataConflict):
            raise unreadable(self._name, "\n".join(feedback.errors()))
        if error != errors.NoError:
            raise OSError(f"writer error {error}")
        return list(feedback.errors())

    def _look_at(self, draft: Path, said: list[str]) -> None:
        empty = _empty_share(draft)
        if empty == 1:
            raise UserError(
                tr(
                    "“{}” shows nothing here: check that the source can be reached, and that the area and the "
                    "metres a pixel are ones it has pictures for."
                ).format(self._name),
                "\n".join(said),
            )
        if self._gapless and (empty > _GAP or said):
            self.notes.append(
                tr("{} % of the picture of “{}” is empty: its source may not have delivered all of it.").format(
                    f"{max(empty * 100, 0.1):.1f}", self._name
                )
            )


def _copied_pipe(layer: QgsRasterLayer) -> QgsRasterPipe:
    pipe = QgsRasterPipe()
    provider = layer.dataProvider().clone()
    pipe.set(provider)
    renderer = layer.renderer().clone()
    renderer.setOpacity(1.0)
    pipe.set(renderer)
    for part in (layer.brightnessFilter(), layer.hueSaturationFilter(), layer.resampleFilter()):
        if part is not None:
            pipe.set(part.clone())
    provider.moveToThread(None)  # the thread that draws takes it
    return pipe


@contextmanager
def _cancelling(feedback: QgsRasterBlockFeedback, cancelled: Asked) -> Iterator[None]:
    """Passes a cancel on at once, also while the writer waits for a server."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(_POLL_S):
            if cancelled():
                feedback.cancel()
                return

    watcher = threading.Thread(target=watch, name="phrasegon-rendering", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _empty_share(path: Path) -> float:
    """Part of the pixels that are transparent, 0..1."""
    with quiet_gdal():
        drawn = open_quietly(str(path))
        if drawn is None or drawn.RasterCount < 4:
            return 0.0
        counts = drawn.GetRasterBand(4).GetHistogram(-0.5, 255.5, 256, 1, 0)
    share: float = counts[0] / sum(counts)
    return share
