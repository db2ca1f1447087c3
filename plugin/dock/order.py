"""What the user has asked for, taken from the widgets in one moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ...protocol import Request
from ..errors import UserError
from ..layers.source import Prepared
from ..log import log
from ..translation import tr
from .cleanup import Cleanup
from .leftovers import Kept, Leftover, Record

Asked = tuple[Request, tuple[str, ...]]
"""What to ask the engine, and what the user should know about the raster, translated sentences."""


@dataclass(frozen=True)
class Order:
    """A run to do. Holds no layer, so that layers may go while it is under way.

    Attributes:
        phrases: what to look for.
        raster: identifier of the raster's layer.
        crs: of the raster.
        folder: of the run, for what goes with QGIS.
        kept: of the run, for what outlives QGIS.
        output: file for the polygons; None: a temporary layer.
        model: name in the catalogue.
        device: ``auto`` or the name of a device.
        overlap: part of a tile's side that it shares with its neighbour.
        presence: whether tiles that hardly hold the object count as empty.
        kept_features: bytes of disk for what a model makes of scenes before it hears a phrase.
        cleanup: how probabilities become polygons.
    """

    phrases: tuple[str, ...]
    raster: str
    crs: QgsCoordinateReferenceSystem
    folder: Path
    kept: Kept
    output: Path | None
    model: str
    device: str
    overlap: float
    presence: bool
    kept_features: int
    cleanup: Cleanup

    @classmethod
    def of(cls, leftover: Leftover, folder: Path) -> Order:
        """The order of a run that was broken off.

        Args:
            leftover: the run.
            folder: for its temporary files now.
        """
        request, record = leftover.record.request, leftover.record
        return cls(
            phrases=request.phrases,
            raster=record.raster,
            crs=QgsCoordinateReferenceSystem.fromWkt(record.crs),
            folder=folder,
            kept=leftover.kept,
            output=None if record.temporary else Path(request.output),
            model=request.model,
            device=request.device,
            overlap=request.overlap,
            presence=request.presence,
            kept_features=request.kept_features,
            cleanup=Cleanup(**{each.name: getattr(request, each.name) for each in fields(Cleanup)}),
        )

    def request(self, prepared: Prepared, cancelled: Callable[[], bool], progress: Callable[[float], None]) -> Asked:
        """Make the raster's file, if need be, and say what to ask the engine; in any thread.

        Args:
            prepared: all that the run needs of the raster.
            cancelled: asked about ten times a second.
            progress: takes how much of the file is made, 0..1.

        Raises:
            UserError: the raster gives no pixels.
            Cancelled: the user ended it.
        """
        source = prepared.materialise(cancelled, progress)
        request = Request(
            **source.asked(),
            **self._places(),
            phrases=self.phrases,
            model=self.model,
            device=self.device,
            overlap=self.overlap,
            presence=self.presence,
            kept_features=self.kept_features,
            **asdict(self.cleanup),
        )
        try:
            self._keep(request, source.notes)
        except OSError as error:
            log(f"The run will not outlive QGIS: {self.kept.journal} cannot be made ({error}).")
            self.kept.remove()
            request = replace(request, journal=str(self.folder / "journal"))
        return request, source.notes

    def again(self, record: Record, *_: object) -> Asked:
        """Ask as a run did that was broken off, but for where its temporary files are now; in any thread.

        Args:
            record: of that run.

        Raises:
            UserError: there is no room for it.
        """
        request = replace(record.request, **self._places())
        if request != record.request:
            try:
                self._keep(request, record.notes)
            except OSError as error:
                log(f"The run goes on; the next time it cannot: {self.kept.journal} cannot be written to ({error}).")
        return request, record.notes

    def _places(self) -> dict[str, Any]:
        preview = self.folder / "preview"
        try:
            preview.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(tr("The folder {} cannot be made: make room there.").format(preview), str(error)) from error
        return {
            "output": str(self.output or self.folder / "polygons.gpkg"),
            "probability": str(self.folder / "probability.tif"),
            "preview": str(preview),
            "journal": str(self.kept.journal),
        }

    def _keep(self, request: Request, notes: tuple[str, ...]) -> None:
        wkt = self.crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2019) if self.crs.isValid() else ""
        self.kept.write(Record(request, notes, self.raster, wkt, self.folder, self.output is None))
