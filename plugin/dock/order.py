"""What the user has asked for, taken from the widgets in one moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem

from ...protocol import Request
from ..errors import UserError
from ..layers.source import Prepared
from ..translation import tr
from .cleanup import Cleanup


@dataclass(frozen=True)
class Order:
    """A run to do. Holds no layer, so that layers may go while it is under way.

    Attributes:
        phrases: what to look for.
        raster: identifier of the raster's layer.
        crs: of the raster.
        prepared: all that the run needs of the raster.
        folder: of the run.
        output: file for the polygons; None: a temporary layer.
        model: name in the catalogue.
        device: ``auto`` or the name of a device.
        overlap: part of a tile's side that it shares with its neighbour.
        cleanup: how probabilities become polygons.
    """

    phrases: tuple[str, ...]
    raster: str
    crs: QgsCoordinateReferenceSystem
    prepared: Prepared
    folder: Path
    output: Path | None
    model: str
    device: str
    overlap: float
    cleanup: Cleanup

    def request(
        self, cancelled: Callable[[], bool], progress: Callable[[float], None]
    ) -> tuple[Request, tuple[str, ...]]:
        """Make the raster's file, if need be, and say what to ask the engine; in any thread.

        Args:
            cancelled: asked about ten times a second.
            progress: takes how much of the file is made, 0..1.

        Returns:
            The request, and what the user should know about the raster, translated sentences.

        Raises:
            UserError: the raster gives no pixels.
            Cancelled: the user ended it.
        """
        source = self.prepared.materialise(cancelled, progress)
        preview = self.folder / "preview"
        try:
            preview.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(tr("The folder {} cannot be made: make room there.").format(preview), str(error)) from error
        request = Request(
            **source.asked(),
            phrases=self.phrases,
            output=str(self.output or self.folder / "polygons.gpkg"),
            model=self.model,
            device=self.device,
            overlap=self.overlap,
            probability=str(self.folder / "probability.tif"),
            preview=str(preview),
            journal=str(self.folder / "journal"),
            **asdict(self.cleanup),
        )
        return request, source.notes
