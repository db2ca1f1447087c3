"""From a raster layer to the file that the engine reads."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsRasterLayer

from ..errors import UserError
from ..quantities import counted, measured
from ..quantities import size as bytes_text
from ..translation import tr
from .extent import Area
from .look import Look, Stretch
from .picture import File, Picture, Told
from .plan import Wish, choose_picture


@dataclass(frozen=True)
class Source:
    """What a request says of its raster.

    Attributes:
        scene: the raster, as GDAL opens it.
        bands: numbers of the bands to look at; None: as the file declares them.
        stretch: values of each of them that become black and white; None: found from the raster.
        bounds: left, bottom, right, top in the raster's CRS; None: no limit.
        aoi: path of a vector file with the polygons to work in; None: no limit.
        gsd: metres a pixel to work at; None: those of the file, kept within what the model was trained for.
        notes: what the user should know, translated sentences.
    """

    scene: str
    bands: tuple[int, ...] | None = None
    stretch: Stretch | None = None
    bounds: tuple[float, float, float, float] | None = None
    aoi: str | None = None
    gsd: float | None = None
    notes: tuple[str, ...] = ()

    def asked(self) -> dict[str, Any]:
        """All but the notes, by the names that a ``Request`` has for it."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name != "notes"}


@dataclass
class Prepared:
    """All that is needed of a layer, so that any thread can make the source.

    Attributes:
        picture: where the raster's file comes from.
        area: what the run is limited to.
        look: bands and contrast of the layer; None: those of the file.
        gsd: metres a pixel that the request asks for.
        folder: of the run.
        written: whether a raster is written for the run; False: the engine reads the layer's own file.
        megapixels: how many millions of pixels are written, 0 if none.
        warnings: what the user should know before it starts, translated sentences.
    """

    picture: Picture
    area: Area
    look: Look | None
    gsd: float | None
    folder: Path
    written: bool = False
    megapixels: float = 0.0
    warnings: list[str] = field(default_factory=list)

    @property
    def lasting(self) -> bool:
        """Whether the engine reads the layer's own file, which every run finds under the same name."""
        return isinstance(self.picture, File)

    def materialise(self, cancelled: Callable[[], bool], progress: Told = lambda _done: None) -> Source:
        """Write what must be written; takes as long as the source takes to answer.

        Args:
            cancelled: asked about ten times a second.
            progress: takes how much is done, 0..1; called in this thread or another.

        Raises:
            UserError: the source gives no pixels, the area holds none, or the folder cannot be written to.
            Cancelled: the user ended it; no half file is left.
        """
        aoi = None
        if self.area.polygons is not None:
            path = self.folder / "area.fgb"
            self._make_folder()
            self.area.polygons.write(path, cancelled)
            aoi = str(path)
        scene = self.picture.produce(cancelled, progress)
        box = None if self.written else self.area.box
        return Source(
            scene=scene,
            bands=None if self.look is None else self.look.bands,
            stretch=None if self.look is None else self.look.stretch,
            bounds=None if box is None else (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()),
            aoi=aoi,
            gsd=self.gsd,
            notes=tuple(self.picture.notes),
        )

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                tr("The folder {} cannot be made: choose another one.").format(self.folder), str(error)
            ) from error


def prepare(
    layer: QgsRasterLayer,
    area: Area,
    gsd: float | None,
    folder: Path,
    *,
    trained: tuple[float, float] | None = None,
    view_gsd: float | None = None,
    limit: float = 100.0,
) -> Prepared:
    """Take from a layer all that a run needs of it. Main thread only; quick.

    Args:
        layer: any raster layer.
        area: what the run is limited to.
        gsd: metres a pixel asked for; None: the raster's own, for a web map ``view_gsd``, kept within ``trained``.
        folder: of the run, for what is written; need not exist.
        trained: finest and coarsest metres a pixel that the model was trained for; None: any.
        view_gsd: metres that a pixel of the map canvas shows; for layers without pixels of their own.
        limit: millions of pixels that may be written at most; what the engine reads itself has no limit.

    Raises:
        UserError: the layer is broken, nothing of it lies in the area, or too much would be written.
    """
    if not layer.isValid() or layer.dataProvider() is None or layer.renderer() is None:
        raise UserError(
            tr("The layer “{}” is broken: repair its data source, or choose another raster.").format(layer.name())
        )
    wish = Wish(area.extent, gsd, trained, view_gsd, folder / file_name(layer.name()))
    choice = choose_picture(layer, wish, QgsProject.instance().transformContext())
    prepared = Prepared(choice.picture, area, choice.look, choice.gsd, folder, choice.written, choice.pixels / 1e6)
    if choice.written:
        _check_size(prepared, layer.name(), limit)
    return prepared


def file_name(name: str) -> str:
    """The name of a layer as the name of a file without suffix, fit for all systems."""
    return re.sub(r"\W+", "_", name).strip("_")[:60] or "scene"


def _check_size(prepared: Prepared, name: str, limit: float) -> None:
    size = prepared.megapixels
    if size > limit:
        raise UserError(
            tr(
                "“{}” would have to be written as {} million pixels, and the limit is {}: choose a smaller area or "
                "more metres a pixel, or raise the limit in the options."
            ).format(name, _count(size), _count(limit))
        )
    if size > limit / 4:
        prepared.warnings.append(
            tr("“{}” is written as {} million pixels first: that takes a while and {} of disk space.").format(
                name, _count(size), bytes_text(round(size * 4e6))
            )
        )
    home = next((each for each in (prepared.folder, *prepared.folder.parents) if each.is_dir()), None)
    if home is not None and shutil.disk_usage(home).free < size * 4e6:
        raise UserError(tr("There is too little room in {}: make room, or choose a smaller area.").format(home))


def _count(number: float) -> str:
    return counted(round(number)) if number >= 10 else measured(number, 2)
